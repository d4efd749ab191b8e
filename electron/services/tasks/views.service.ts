import {
  addSavedView,
  amendSavedView,
  listSavedViews,
  removeSavedView,
} from '../../../db/repositories/task-practice.repo';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import {
  type ViewSettings,
  viewPlaceSchema,
  viewSettingsSchema,
} from '../../../shared/contract/tasks-practice.contract';
import { EMPTY_TASK_FILTER } from '../../../shared/domain/work/task-view';
import { act, readOf, type Session } from '../session';

type Done = { id: string };

const DEFAULT_SETTINGS: ViewSettings = {
  filter: EMPTY_TASK_FILTER,
  sort: { by: 'position', descending: false },
  groupBy: 'status',
  columns: [],
  scale: 'week',
};

/** Settings as they were kept; what an older version of the product did not know takes its default. */
function settingsOf(text: string): ViewSettings {
  const kept: unknown = JSON.parse(text);
  const fields = typeof kept === 'object' && kept !== null ? kept : {};
  const filter = 'filter' in fields && typeof fields.filter === 'object' ? fields.filter : {};
  const read = viewSettingsSchema.safeParse({
    ...DEFAULT_SETTINGS,
    ...fields,
    filter: { ...EMPTY_TASK_FILTER, ...filter },
  });
  return read.success ? read.data : DEFAULT_SETTINGS;
}

/** Views that were given a name. */
export function listViews(session: Session): Output<'views/list'> {
  return {
    views: listSavedViews(readOf(session)).map(({ id, revision, name, kind, settings }) => ({
      id,
      revision,
      name,
      kind,
      settings: settingsOf(settings),
    })),
  };
}

function nameOf(session: Session, id: string): string {
  const view = listSavedViews(readOf(session)).find((row) => row.id === id);
  if (view === undefined) throw new AppError('view-not-found');
  return view.name;
}

/** Keeps a view under a name, or changes a kept one. Throws `value-taken` where its kind has that name. */
export function keepView(session: Session, input: Input<'views/keep'>): Done {
  const { id, name, kind } = input;
  const settings = JSON.stringify(input.settings);
  if (id !== null) nameOf(session, id);
  return act(session, 'keep-view', { name }, (tx) => {
    if (id === null) return { id: addSavedView(tx, { name, kind, settings }) };
    amendSavedView(tx, id, { name, kind, settings });
    return { id };
  });
}

export function dropView(session: Session, { id }: Input<'views/drop'>): Done {
  act(session, 'drop-view', { name: nameOf(session, id) }, (tx) => removeSavedView(tx, id));
  return { id };
}

const placeKey = (kind: string): string => `view-place/${kind}`;

/** Where a view of this file was left; null where it was not seen yet. */
export function readViewPlace(
  session: Session,
  { kind }: Input<'views/place'>,
): Output<'views/place'> {
  const kept = session.workspace.fact(placeKey(kind));
  if (kept === undefined) return { place: null };
  const read = viewPlaceSchema.safeParse(JSON.parse(kept));
  return { place: read.success ? read.data : null };
}

/** Remembers where a view was left: no change of anybody's data, so no part of the history. */
export function rememberViewPlace(
  session: Session,
  { kind, place }: Input<'views/remember'>,
): Record<string, never> {
  session.workspace.setFact(placeKey(kind), JSON.stringify(place));
  return {};
}
