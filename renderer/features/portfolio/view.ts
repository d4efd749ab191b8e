import { useCallback, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { PortfolioClient } from '../../../shared/contract/portfolio.contract';
import type { Sort, SortValue } from '../../lib/sort';

export const COLUMNS = [
  'client',
  'tier',
  'agi',
  'margin',
  'contribution',
  'trend',
  'burn',
  'receivables',
  'overdue',
  'deadline',
  'silent',
  'nps',
] as const;
export type Column = (typeof COLUMNS)[number];

/** The client's name cannot be hidden: without it a row says nothing. */
export type HideableColumn = Exclude<Column, 'client'>;

export type ClientFilter = 'all' | 'risk' | 'key';

export const FIRST_SORT: Sort<Column> = { column: 'agi', direction: 'down' };

/** What a column sorts by. The trend sorts by how far the margin moved. */
export function sortValue(client: PortfolioClient, column: Column): SortValue {
  switch (column) {
    case 'client':
      return client.name;
    case 'tier':
      return client.tier;
    case 'agi':
      return client.agi.value;
    case 'margin':
      return client.deliveryMarginPpm.value;
    case 'contribution':
      return client.contribution.value;
    case 'trend': {
      const known = client.marginTrendPpm.filter((value) => value !== null);
      const [first] = known;
      const last = known.at(-1);
      return first === undefined || last === undefined ? null : last - first;
    }
    case 'burn':
      return client.retainer?.burnPpm ?? null;
    case 'receivables':
      return client.receivables.value;
    case 'overdue':
      return client.overdue.value;
    case 'deadline':
      return client.nextDeadline?.dueOn ?? null;
    case 'silent':
      return client.silentDays;
    case 'nps':
      return client.nps?.score ?? null;
  }
}

export function filterClients(
  clients: readonly PortfolioClient[],
  filter: ClientFilter,
): readonly PortfolioClient[] {
  if (filter === 'risk') return clients.filter((client) => client.isAtRisk);
  if (filter === 'key') return clients.filter((client) => client.isKey);
  return clients;
}

function isColumn(value: unknown): value is Column {
  return COLUMNS.some((column) => column === value);
}

const SORT_KEY = 'portfolio.sort';
const HIDDEN_KEY = 'portfolio.hidden';

/** The order and the hidden columns are this person's habit, not part of the file. */
function readSort(): Sort<Column> {
  const [column, direction] = (localStorage.getItem(SORT_KEY) ?? '').split(' ');
  return isColumn(column) && (direction === 'up' || direction === 'down')
    ? { column, direction }
    : FIRST_SORT;
}

function readHidden(): ReadonlySet<Column> {
  const kept = (localStorage.getItem(HIDDEN_KEY) ?? '').split(' ');
  return new Set(kept.filter(isColumn).filter((column) => column !== 'client'));
}

export interface PortfolioView {
  readonly sort: Sort<Column>;
  readonly setSort: (sort: Sort<Column>) => void;
  readonly hidden: ReadonlySet<Column>;
  readonly toggle: (column: HideableColumn) => void;
  readonly filter: ClientFilter;
  readonly setFilter: (filter: ClientFilter) => void;
  readonly managerId: string | null;
  readonly setManager: (id: string | null) => void;
}

/** How the portfolio is looked at: filter and manager in the address, order and columns remembered. */
export function usePortfolioView(): PortfolioView {
  const [sort, chooseSort] = useState(readSort);
  const [hidden, chooseHidden] = useState(readHidden);
  const search = useSearch();
  const [path, navigate] = useLocation();
  const params = new URLSearchParams(search);
  const asked = params.get('f');

  const setParam = useCallback(
    (name: string, value: string | null) => {
      const next = new URLSearchParams(search);
      if (value === null) next.delete(name);
      else next.set(name, value);
      const text = next.toString();
      navigate(text === '' ? path : `${path}?${text}`, { replace: true });
    },
    [navigate, path, search],
  );

  return {
    sort,
    setSort: (next) => {
      localStorage.setItem(SORT_KEY, `${next.column} ${next.direction}`);
      chooseSort(next);
    },
    hidden,
    toggle: (column) => {
      const next = new Set(hidden);
      if (!next.delete(column)) next.add(column);
      localStorage.setItem(HIDDEN_KEY, [...next].join(' '));
      chooseHidden(next);
    },
    filter: asked === 'risk' || asked === 'key' ? asked : 'all',
    setFilter: (filter) => setParam('f', filter === 'all' ? null : filter),
    managerId: params.get('m'),
    setManager: (id) => setParam('m', id),
  };
}
