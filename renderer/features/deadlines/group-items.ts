import type { DatedItem, DatedKind } from '../../../shared/contract/deadlines.contract';
import { mondayOf } from '../../../shared/domain/dates';

export type Filter = {
  readonly kind: DatedKind | '';
  readonly clientId: string;
  readonly personId: string;
};

export type Day = { readonly on: string; readonly items: readonly DatedItem[] };
/** `overdue`: everything before today; else the Monday of the week. */
export type Group = { readonly key: string; readonly days: readonly Day[]; readonly count: number };

/** Whether the filter leaves the item. */
export function passes(item: DatedItem, { kind, clientId, personId }: Filter): boolean {
  return (
    (kind === '' || item.kind === kind) &&
    (clientId === '' || item.client?.id === clientId) &&
    (personId === '' || item.owner?.id === personId)
  );
}

/** What is overdue in one group, the rest week by week and day by day; items come in order of their days. */
export function groupItems(items: readonly DatedItem[], today: string): Group[] {
  const groups = new Map<string, Map<string, DatedItem[]>>();
  for (const item of items) {
    const key = item.on < today ? 'overdue' : mondayOf(item.on);
    const days = groups.get(key) ?? new Map<string, DatedItem[]>();
    days.set(item.on, [...(days.get(item.on) ?? []), item]);
    groups.set(key, days);
  }
  return [...groups].map(([key, days]) => ({
    key,
    days: [...days].map(([on, own]) => ({ on, items: own })),
    count: [...days.values()].reduce((sum, own) => sum + own.length, 0),
  }));
}
