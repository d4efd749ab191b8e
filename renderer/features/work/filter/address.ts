import type { ViewSettings } from '../../../../shared/contract/tasks-practice.contract';
import type { TaskFilter } from '../../../../shared/contract/tasks-shapes';
import {
  EMPTY_TASK_FILTER,
  TASK_GROUPS,
  TASK_SORTS,
  type VIEW_KINDS,
  VIEW_SCALES,
} from '../../../../shared/domain/work/task-view';

export type ViewKind = (typeof VIEW_KINDS)[number];

export const FIRST_SETTINGS: ViewSettings = {
  filter: EMPTY_TASK_FILTER,
  sort: { by: 'priority', descending: true },
  groupBy: 'status',
  columns: [],
  scale: 'week',
};

type FilterKey = keyof TaskFilter;
const isFilterKey = (key: string): key is FilterKey => key in EMPTY_TASK_FILTER;

/** Whether two values of a filter say the same. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The parts of a filter that restrict something. */
export function restricting(filter: TaskFilter): FilterKey[] {
  return Object.keys(EMPTY_TASK_FILTER)
    .filter(isFilterKey)
    .filter((key) => !same(filter[key], EMPTY_TASK_FILTER[key]));
}

function writeFilter(filter: TaskFilter): string | null {
  const keys = restricting(filter);
  return keys.length === 0
    ? null
    : JSON.stringify(Object.fromEntries(keys.map((key) => [key, filter[key]])));
}

/** What an address says of the filter; an address that says nonsense restricts nothing. */
function readFilter(text: string | null): TaskFilter {
  if (text === null) return EMPTY_TASK_FILTER;
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given !== 'object' || given === null) return EMPTY_TASK_FILTER;
    const known = Object.entries(given).filter(
      ([key, value]) => isFilterKey(key) && typeof value === typeof EMPTY_TASK_FILTER[key],
    );
    return { ...EMPTY_TASK_FILTER, ...Object.fromEntries(known) };
  } catch {
    return EMPTY_TASK_FILTER;
  }
}

/** A view as it stands in the address: filter `f`, order `s`, groups `g`, columns `c`, scale `sc`. */
export function readSettings(search: string): ViewSettings {
  const params = new URLSearchParams(search);
  const order = params.get('s') ?? '';
  const by = TASK_SORTS.find((name) => name === order.replace(/^-/, ''));
  return {
    filter: readFilter(params.get('f')),
    sort: by === undefined ? FIRST_SETTINGS.sort : { by, descending: order.startsWith('-') },
    groupBy: TASK_GROUPS.find((name) => name === params.get('g')) ?? FIRST_SETTINGS.groupBy,
    columns: (params.get('c') ?? '').split('.').filter(Boolean),
    scale: VIEW_SCALES.find((name) => name === params.get('sc')) ?? FIRST_SETTINGS.scale,
  };
}

/** The address's search for a view: what is as usual is left out, what belongs to others stays. */
export function writeSettings(
  search: string,
  settings: ViewSettings,
  viewId: string | null,
): string {
  const params = new URLSearchParams(search);
  const set = (name: string, value: string | null) => {
    if (value === null || value === '') params.delete(name);
    else params.set(name, value);
  };
  const { sort } = settings;
  set('f', writeFilter(settings.filter));
  set('s', same(sort, FIRST_SETTINGS.sort) ? null : `${sort.descending ? '-' : ''}${sort.by}`);
  set('g', settings.groupBy === FIRST_SETTINGS.groupBy ? null : settings.groupBy);
  set('c', settings.columns.join('.'));
  set('sc', settings.scale === FIRST_SETTINGS.scale ? null : settings.scale);
  set('v', viewId);
  return params.toString();
}
