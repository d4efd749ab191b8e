import type { DatedItem } from '../../../shared/contract/deadlines.contract';
import type { Phrase } from '../../../shared/contract/primitives';
import type { Period } from '../../../shared/domain/dates';
import type { Spanning } from './calendar-layout';
import type { Away, PlanTask } from './plan-types';

export const CALENDAR_KINDS = [
  'task',
  'promise',
  'money',
  'contract',
  'flight',
  'call',
  'other',
  'away',
] as const;
/** What the calendar shows and hides as one. */
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

type Mark = { readonly mark: string; readonly hue: number };

/** Something that has a day. */
export interface CalendarItem extends Spanning {
  readonly kind: CalendarKind;
  readonly client: (Mark & { readonly name: string }) | null;
  /** A title as it was typed, or words that depend on the language. */
  readonly title: string | Phrase;
  /** Set for tasks: they can be moved. */
  readonly task: PlanTask | null;
  readonly away: Away | null;
  /** Path of the screen where it is dealt with; null for a task, which opens beside the calendar. */
  readonly link: string | null;
  readonly stake: DatedItem['stake'];
}

const KIND_OF: Readonly<Partial<Record<DatedItem['kind'], CalendarKind>>> = {
  invoice: 'money',
  'contract-renewal': 'contract',
  'contract-end': 'contract',
  'retainer-end': 'contract',
  'flight-start': 'flight',
  'flight-end': 'flight',
  contact: 'call',
  deadline: 'other',
  brief: 'other',
  'brief-answer': 'call',
};

type Sources = {
  tasks: readonly PlanTask[];
  dated: readonly DatedItem[];
  away: readonly Away[];
  range: Period;
  /** Clients that the filter lets through; empty: all. */
  clientIds: readonly string[];
  personIds: readonly string[];
};

/**
 * Everything of a range of days in the order it stands in a day: who is away, then what was promised
 * and what is due, money and contracts, then tasks, those done last.
 */
export function calendarItems(sources: Sources): CalendarItem[] {
  const { range, clientIds, personIds } = sources;
  const isIn = (on: string) => on >= range.from && on <= range.to;
  const items: CalendarItem[] = [];
  for (const away of sources.away) {
    if (personIds.length > 0 && !personIds.includes(away.personId)) continue;
    items.push({
      ...NOTHING,
      key: `away:${away.id}`,
      kind: 'away',
      title: away.personName,
      days: away.days,
      away,
    });
  }
  for (const item of sources.dated) {
    // Tasks and absences come from their own sources, which say more.
    const kind = KIND_OF[item.kind];
    if (kind === undefined || !isIn(item.on)) continue;
    if (clientIds.length > 0 && !(item.client !== null && clientIds.includes(item.client.id)))
      continue;
    items.push({
      ...NOTHING,
      key: item.key,
      kind,
      client: item.client,
      title: item.title,
      days: { from: item.on, to: item.on },
      link: item.link,
      stake: item.stake,
    });
  }
  for (const task of sources.tasks) {
    const { deadlineOn } = task;
    if (
      deadlineOn !== null &&
      deadlineOn !== task.days.to &&
      task.status !== 'done' &&
      isIn(deadlineOn)
    ) {
      items.push(ofTask(task, 'promise', deadlineOn));
    }
    if (isIn(task.days.to)) items.push(ofTask(task, 'task', task.days.to));
  }
  const order = (item: CalendarItem) =>
    item.task?.status === 'done' ? CALENDAR_KINDS.length : ORDER.indexOf(item.kind);
  return items.sort((a, b) => order(a) - order(b));
}

const ORDER: readonly CalendarKind[] = [
  'away',
  'promise',
  'other',
  'money',
  'contract',
  'flight',
  'call',
  'task',
];

const NOTHING = { client: null, task: null, away: null, link: null, stake: null };

function ofTask(task: PlanTask, kind: 'task' | 'promise', on: string): CalendarItem {
  return {
    ...NOTHING,
    key: `${kind}:${task.id}`,
    kind,
    client: task.client,
    title: task.title,
    days: { from: on, to: on },
    task,
  };
}
