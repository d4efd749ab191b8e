import type { Sort, SortDirection } from '../lib/sort';
import { nextSort } from '../lib/sort';
import styles from './sort-head.module.css';

type Props<K extends string> = {
  column: K;
  label: string;
  sort: Sort<K>;
  onSort: (sort: Sort<K>) => void;
  /** Numbers stand right and begin with the largest. */
  numeric?: boolean;
  first?: SortDirection;
  title?: string;
};

/** A table head that sorts: dark with an arrow when it does. */
export function SortHead<K extends string>(props: Props<K>) {
  const { column, label, sort, onSort, numeric = false, title } = props;
  const first = props.first ?? (numeric ? 'down' : 'up');
  const on = sort.column === column;
  const classes = [numeric ? 'n' : '', on ? 'on' : ''].filter(Boolean).join(' ');
  return (
    <th
      className={classes}
      aria-sort={on ? (sort.direction === 'up' ? 'ascending' : 'descending') : undefined}
      title={title}
    >
      <button
        type="button"
        className={styles.head}
        onClick={() => onSort(nextSort(sort, column, first))}
      >
        {label}
        {on ? (sort.direction === 'up' ? ' ↑' : ' ↓') : null}
      </button>
    </th>
  );
}
