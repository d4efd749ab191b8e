import type { ViewSettings } from '../../../../shared/contract/tasks-practice.contract';
import { EMPTY_TASK_FILTER, VIEW_KINDS } from '../../../../shared/domain/work/task-view';
import { FIRST_SETTINGS, type ViewKind } from './address';

export type SharedView = { name: string; kind: ViewKind; settings: ViewSettings };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only what a view knows, and only of the right kind; the main process checks it again before it is kept. */
function known<T extends object>(pattern: T, given: unknown): T {
  if (!isRecord(given)) return pattern;
  const entries: [string, unknown][] = Object.entries(pattern);
  const fitting = entries.map(([key, value]) => [
    key,
    key in given && (value === null || typeof given[key] === typeof value) ? given[key] : value,
  ]);
  return Object.fromEntries(fitting) as T;
}

/** A view handed on as a file; null for a file that is none. */
export function readSharedView(text: string): SharedView | null {
  try {
    const given: unknown = JSON.parse(text);
    if (!isRecord(given) || given.format !== 'agency-console-view' || !isRecord(given.settings))
      return null;
    const kind = VIEW_KINDS.find((one) => one === given.kind);
    if (kind === undefined || typeof given.name !== 'string' || given.name.trim() === '')
      return null;
    const settings = known(FIRST_SETTINGS, given.settings);
    return {
      name: given.name.trim().slice(0, 120),
      kind,
      settings: { ...settings, filter: known(EMPTY_TASK_FILTER, given.settings.filter) },
    };
  } catch {
    return null;
  }
}
