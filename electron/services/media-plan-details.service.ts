import { z } from 'zod';
import {
  readLineChanges,
  readPlanSeasons,
  readPlanViews,
} from '../../db/queries/media-plan-details.query';
import type { ReadDb } from '../../db/read-db';
import {
  addPlanCreative,
  addPlanIncident,
  amendPlanCreative,
  keepPlanSeason,
  keepPlanView,
  lineOfCreative,
  removePlanCreative,
  removePlanIncident,
  removePlanSeason,
  removePlanView,
} from '../../db/repositories/media-plan-details.repo';
import {
  findMediaPlanLine,
  type MediaPlanLineRow,
  type MediaPlanRow,
} from '../../db/repositories/media-plans.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import { viewSettingsSchema } from '../../shared/contract/media-plan-details.contract';
import { decimalSchema } from '../../shared/contract/media-plan-shapes';
import { translatorOf } from '../../shared/i18n/all-messages';
import { lineInputOf } from './media-plans/plan-line';
import { requirePlan } from './media-plans/plan-model';
import { planLabel } from './media-plans.service';
import { act, readOf, type Session } from './session';

type Done = { id: string };

/** Seasons kept in the workspace. */
export function listSeasons(session: Session): Output<'media-plans/list-seasons'> {
  return {
    seasons: readPlanSeasons(readOf(session)).map((season) => ({
      ...season,
      weights: z.array(decimalSchema).parse(JSON.parse(season.weights)),
    })),
  };
}

/** Keeps a season under its name. Throws `media-plan-season-empty` where every month weighs nothing. */
export function keepSeason(
  session: Session,
  { name, weights }: Input<'media-plans/keep-season'>,
): Done {
  if (weights.every((weight) => Number(weight) === 0)) {
    throw new AppError('media-plan-season-empty');
  }
  return act(session, 'keep-media-plan-season', { name }, (tx) => ({
    id: keepPlanSeason(tx, name, JSON.stringify(weights)),
  }));
}

/** Removes a season; lines that were spread by it stay as they are. */
export function removeSeason(session: Session, { id }: Input<'media-plans/remove-season'>): Done {
  const season = readPlanSeasons(readOf(session)).find((each) => each.id === id);
  if (season === undefined) throw new AppError('row-not-found');
  act(session, 'remove-media-plan-season', { name: season.name }, (tx) => removePlanSeason(tx, id));
  return { id };
}

/** Views kept in the workspace. */
export function listViews(session: Session): Output<'media-plans/list-views'> {
  return {
    views: readPlanViews(readOf(session)).map((view) => ({
      ...view,
      settings: viewSettingsSchema.parse(JSON.parse(view.settings)),
    })),
  };
}

/** Keeps a view under its name. */
export function keepView(
  session: Session,
  { name, settings }: Input<'media-plans/keep-view'>,
): Done {
  return act(session, 'keep-media-plan-view', { name }, (tx) => ({
    id: keepPlanView(tx, name, JSON.stringify(settings)),
  }));
}

/** Removes a view. */
export function removeView(session: Session, { id }: Input<'media-plans/remove-view'>): Done {
  const view = readPlanViews(readOf(session)).find((each) => each.id === id);
  if (view === undefined) throw new AppError('row-not-found');
  act(session, 'remove-media-plan-view', { name: view.name }, (tx) => removePlanView(tx, id));
  return { id };
}

function requireLine(
  read: ReadDb,
  lineId: string | undefined,
): { line: MediaPlanLineRow; plan: MediaPlanRow } {
  const line = lineId === undefined ? undefined : findMediaPlanLine(read, lineId);
  if (line === undefined) throw new AppError('media-plan-line-not-found');
  return { line, plan: requirePlan(read, line.planId) };
}

/** Adds a creative to a line in whatever state its plan is. */
export function addCreative(session: Session, input: Input<'media-plans/add-creative'>): Done {
  const { plan } = requireLine(readOf(session), input.lineId);
  return act(
    session,
    'add-media-plan-creative',
    { ...planLabel(plan), creative: input.name },
    (tx) => ({
      id: addPlanCreative(tx, input),
    }),
  );
}

/** Changes a creative or its token. Throws `row-changed-elsewhere`. */
export function amendCreative(
  session: Session,
  { id, revision, patch }: Input<'media-plans/amend-creative'>,
): Done {
  const read = readOf(session);
  const { plan } = requireLine(read, lineOfCreative(read, id));
  act(session, 'amend-media-plan-creative', planLabel(plan), (tx) =>
    amendPlanCreative(tx, id, patch, revision),
  );
  return { id };
}

/** Removes a creative. */
export function removeCreative(
  session: Session,
  { id }: Input<'media-plans/remove-creative'>,
): Done {
  const read = readOf(session);
  const { plan } = requireLine(read, lineOfCreative(read, id));
  act(session, 'remove-media-plan-creative', planLabel(plan), (tx) => removePlanCreative(tx, id));
  return { id };
}

/** Notes what happened and what was decided about an alert; the note stays with the line in all versions. */
export function noteIncident(
  session: Session,
  { lineId, alert, note, decision }: Input<'media-plans/note-incident'>,
): Done {
  const read = readOf(session);
  const { line, plan } = requireLine(read, lineId);
  const by = read.get<{ id: string }>('SELECT id FROM people WHERE id = ?', session.actor);
  return act(session, 'note-media-plan-incident', planLabel(plan), (tx) => ({
    id: addPlanIncident(tx, {
      familyId: plan.familyId,
      originId: line.originId,
      alert,
      note,
      decision,
      personId: by?.id ?? null,
      notedAt: session.clock.now(),
    }),
  }));
}

/** Removes a note. */
export function removeIncident(
  session: Session,
  { id }: Input<'media-plans/remove-incident'>,
): Done {
  act(session, 'remove-media-plan-incident', {}, (tx) => removePlanIncident(tx, id));
  return { id };
}

type Change = Output<'media-plans/list-cell-history'>['changes'][number];

/** What some fields of a line were, who changed them and when, through the versions of its plan. */
export function listCellHistory(
  session: Session,
  { lineId, fields }: Input<'media-plans/list-cell-history'>,
): Output<'media-plans/list-cell-history'> {
  const read = readOf(session);
  const { line } = requireLine(read, lineId);
  const translator = translatorOf(session.language());
  const changes = readLineChanges(read, line.originId).flatMap(
    ({ from, to, label, labelParams, kind, ...change }): Change[] => {
      if (kind === 'setup') return [];
      const before = from === null ? null : lineInputOf(from);
      const after = lineInputOf(to);
      const isCopy = before === null && change.version > 1;
      const params = z
        .record(z.string(), z.union([z.string(), z.number()]))
        .parse(JSON.parse(labelParams));
      return fields
        .filter((field) =>
          before === null
            ? !isCopy
            : JSON.stringify(before[field]) !== JSON.stringify(after[field]),
        )
        .map((field) => ({
          ...change,
          kind,
          action: translator.t(`common:${label}`, params),
          field,
          from: before === null ? null : { [field]: before[field] },
          to: { [field]: after[field] },
        }));
    },
  );
  return { changes };
}
