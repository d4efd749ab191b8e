import type { ViewSettings } from '../../../../shared/contract/tasks-practice.contract';
import type { TaskFilter, TaskSort } from '../../../../shared/contract/tasks-shapes';

/** A filter that lets every living task through. */
export const NO_FILTER: TaskFilter = {
  text: '',
  clientIds: [],
  projectIds: [],
  stageIds: [],
  personIds: [],
  roles: [],
  statuses: [],
  labels: [],
  kinds: [],
  due: null,
  overdue: false,
  mine: false,
  blocked: false,
  afterHours: false,
  archived: 'without',
};

export type ViewKind = 'board' | 'list' | 'timeline' | 'calendar' | 'workload' | 'today';
export const VIEW_KINDS: readonly ViewKind[] = [
  'today',
  'board',
  'list',
  'timeline',
  'calendar',
  'workload',
];

export const FIRST_SETTINGS: ViewSettings = {
  filter: NO_FILTER,
  sort: { by: 'priority', descending: true },
  groupBy: 'status',
  columns: [],
  scale: 'week',
};

type FilterKey = keyof TaskFilter;
const isFilterKey = (key: string): key is FilterKey => key in NO_FILTER;

/** Whether two values of a filter say the same. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The parts of a filter that restrict something. */
export function restricting(filter: TaskFilter): FilterKey[] {
  return Object.keys(NO_FILTER)
    .filter(isFilterKey)
    .filter((key) => !same(filter[key], NO_FILTER[key]));
}

function writeFilter(filter: TaskFilter): string | null {
  const keys = restricting(filter);
  return keys.length === 0
    ? null
    : JSON.stringify(Object.fromEntries(keys.map((key) => [key, filter[key]])));
}

/** What an address says of the filter; an address that says nonsense restricts nothing. */
function readFilter(text: string | null): TaskFilter {
  if (text === null) return NO_FILTER;
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given !== 'object' || given === null) return NO_FILTER;
    const known = Object.entries(given).filter(
      ([key, value]) => isFilterKey(key) && typeof value === typeof NO_FILTER[key],
    );
    return { ...NO_FILTER, ...Object.fromEntries(known) };
  } catch {
    return NO_FILTER;
  }
}

const SORTS: readonly TaskSort['by'][] = [
  'position',
  'priority',
  'due',
  'deadline',
  'start',
  'client',
  'project',
  'person',
  'status',
  'number',
  'title',
  'estimate',
  'created',
];
const GROUPS: readonly ViewSettings['groupBy'][] = [
  'none',
  'status',
  'person',
  'client',
  'project',
  'stage',
  'week',
  'kind',
];
const SCALES: readonly ViewSettings['scale'][] = ['day', 'week', 'month'];

/** A view as it stands in the address: filter `f`, order `s`, groups `g`, columns `c`, scale `sc`. */
export function readSettings(search: string): ViewSettings {
  const params = new URLSearchParams(search);
  const order = params.get('s') ?? '';
  const by = SORTS.find((name) => name === order.replace(/^-/, ''));
  return {
    filter: readFilter(params.get('f')),
    sort: by === undefined ? FIRST_SETTINGS.sort : { by, descending: order.startsWith('-') },
    groupBy: GROUPS.find((name) => name === params.get('g')) ?? FIRST_SETTINGS.groupBy,
    columns: (params.get('c') ?? '').split('.').filter(Boolean),
    scale: SCALES.find((name) => name === params.get('sc')) ?? FIRST_SETTINGS.scale,
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
