import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useLanguage } from '../lib/format';
import { type Sort, type SortValue, sortRows } from '../lib/sort';
import styles from './list-table.module.css';
import { SortHead } from './sort-head';

export type ListColumn<R, K extends string> = {
  key: K;
  label: string;
  /** Pixels or a share; what is left over without one. */
  width?: number | string;
  numeric?: boolean;
  /** Null: unknown, stands last. */
  sortBy: (row: R) => SortValue;
  cell: (row: R) => ReactNode;
};

type SortedList<R, K extends string> = {
  columns: readonly ListColumn<R, K>[];
  rows: readonly R[];
  sort: Sort<K>;
  setSort: (sort: Sort<K>) => void;
};

/** Rows in the order of the head that was pressed last. */
export function useSortedList<R, K extends string>(
  rows: readonly R[],
  columns: readonly ListColumn<R, K>[],
  first: Sort<K>,
): SortedList<R, K> {
  const lang = useLanguage();
  const [sort, setSort] = useState(first);
  const sortBy = columns.find(({ key }) => key === sort.column)?.sortBy;
  return {
    columns,
    rows: sortBy === undefined ? rows : sortRows(rows, sort, sortBy, lang),
    sort,
    setSort,
  };
}

type Props<R, K extends string> = {
  label: string;
  list: SortedList<R, K>;
  hrefOf: (row: R) => string;
  /** A last column with the name of its head and what can be done with a row. */
  actions?: { label: string; of: (row: R) => ReactNode };
};

/** Records one a row, sorted by their heads; a press anywhere in a row opens it. */
export function ListTable<R extends { id: string }, K extends string>(props: Props<R, K>) {
  const { label, list, hrefOf, actions } = props;
  const { columns, rows, sort, setSort } = list;
  const [, navigate] = useLocation();
  return (
    <table className="tb" aria-label={label}>
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} {...(width === undefined ? {} : { style: { width } })} />
        ))}
        {actions === undefined ? null : <col style={{ width: 56 }} />}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ key, label: word, numeric = false }) => (
            <SortHead
              key={key}
              column={key}
              label={word}
              sort={sort}
              onSort={setSort}
              numeric={numeric}
            />
          ))}
          {actions === undefined ? null : (
            <th>
              <span className="unseen">{actions.label}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={styles.row} onClick={() => navigate(hrefOf(row))}>
            {columns.map(({ key, numeric = false, cell }) => (
              <td key={key} className={numeric ? 'n' : undefined}>
                {cell(row)}
              </td>
            ))}
            {actions === undefined ? null : (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keeps a press on the actions from opening the row
              <td onClick={(event) => event.stopPropagation()}>{actions.of(row)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The name of a row: what the keyboard opens it by. */
export function ListName({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={`m ${styles.name}`}>
      {children}
    </Link>
  );
}
