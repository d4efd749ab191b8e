import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { ImportPreview, PreviewRow } from '../../../shared/contract/imports.contract';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { useFormat } from '../../lib/format';
import styles from './import.module.css';
import { GROUPS, type Group, groupOf, isOpen, totalsOf } from './import-model';
import { ImportRow } from './import-row';
import type { ClientFace } from './preview-sheet';
import type { Filter, ImportFlow } from './use-import';

/** Rows shown of a group before the rest is asked for: thousands at once would make the keys wait. */
const SHOWN_AT_FIRST = 200;

const TABS = [
  { filter: 'new', word: 'tab.new', sign: '+', tone: 'pos' },
  { filter: 'changed', word: 'tab.changed', sign: '~', tone: 'warn' },
  { filter: 'unchanged', word: 'tab.unchanged', sign: '=', tone: 't2' },
  { filter: 'undecided', word: 'tab.asked', sign: '?', tone: 'warn' },
  { filter: 'not-booked', word: 'tab.notBooked', sign: '–', tone: 't2' },
  { filter: 'refused', word: 'tab.refused', sign: '×', tone: 'neg' },
] as const;

type Props = {
  readonly flow: ImportFlow;
  readonly preview: ImportPreview;
  readonly clients: readonly ClientFace[];
};

/** Every row of the statement under what will become of it. */
export function RowsPane({ flow, preview, clients }: Props) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const [filter, setFilter] = useState<Filter>('all');
  const [folded, setFolded] = useState<ReadonlySet<Group>>(new Set(['unchanged', 'notBooked']));
  const [more, setMore] = useState<ReadonlySet<Group>>(new Set());
  const table = useRef<HTMLTableElement>(null);
  const groups = useMemo(() => {
    const byGroup = new Map<Group, PreviewRow[]>(GROUPS.map((group) => [group, []]));
    for (const row of preview.rows) {
      if (filter === 'all' || row.state === filter) byGroup.get(groupOf(row))?.push(row);
    }
    return byGroup;
  }, [preview, filter]);
  const isFolded = (group: Group) => filter === 'all' && folded.has(group);
  const shown = (group: Group) => {
    const rows = groups.get(group) ?? [];
    if (isFolded(group)) return [];
    return more.has(group) ? rows : rows.slice(0, SHOWN_AT_FIRST);
  };
  const visible = GROUPS.flatMap(shown);
  const focusRow = (row: number) => {
    flow.select(row);
    table.current?.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus();
  };

  const selectedRow = flow.selected?.row;
  useEffect(() => {
    // The keys follow the selection, unless the person is at work elsewhere on the page.
    const active = document.activeElement;
    const isFree = active === null || active === document.body || active.id === 'page';
    if (selectedRow === undefined || !(isFree || table.current?.contains(active))) return;
    table.current?.querySelector<HTMLElement>(`[data-row="${selectedRow}"]`)?.focus();
  }, [selectedRow]);

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const index = visible.findIndex((row) => row.row === flow.selected?.row);
      const next = visible[Math.min(Math.max(index + step, 0), visible.length - 1)];
      if (next !== undefined) focusRow(next.row);
    } else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      flow.accept();
    }
  }

  const { received, spent } = totalsOf(preview, flow.choices);
  const waiting = preview.rows.find((row) => isOpen(row, flow.choices.get(row.row)));
  return (
    <div className={styles.rows}>
      <fieldset className={styles.tabs} aria-label={t('tab.label')}>
        <Tab
          filter="all"
          current={filter}
          onChoose={setFilter}
          word={t('tab.all')}
          count={preview.rows.length}
        />
        {TABS.map((tab) => {
          const count = preview.rows.filter((row) => row.state === tab.filter).length;
          return count === 0 ? null : (
            <Tab
              key={tab.filter}
              filter={tab.filter}
              current={filter}
              onChoose={setFilter}
              word={t(tab.word, { count })}
              count={count}
              sign={tab.sign}
              tone={tab.tone}
            />
          );
        })}
        <span className="grow" />
        <span className={`t2 sm ${styles.sums}`}>
          <Trans
            t={t}
            i18nKey="sums.new"
            values={{
              in: format.amount(received, preview.currency),
              out: format.amount(spent, preview.currency),
            }}
            components={{ n: <b />, m: <b /> }}
          />
        </span>
      </fieldset>
      <div className={styles.scroll}>
        <table
          ref={table}
          className={`tb ${styles.table}`}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked by arrow keys is a grid
          role="grid"
          aria-label={t('table.label')}
          onKeyDown={onKeyDown}
        >
          <colgroup>
            <col className={styles.colState} />
            <col className={styles.colDay} />
            <col className={styles.colWho} />
            <col className={styles.colAmount} />
            <col className={styles.colPair} />
            <col className={styles.colSure} />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{t('table.state')}</th>
              <th scope="col">{t('table.on')}</th>
              <th scope="col">{t('table.counterparty')}</th>
              <th scope="col" className="n">
                {t('table.amount', { currency: format.currencySign(preview.currency) })}
              </th>
              <th scope="col">{t('table.pair')}</th>
              <th scope="col">{t('table.confidence')}</th>
              <th scope="col">{t('table.why')}</th>
            </tr>
          </thead>
          {GROUPS.map((group) => {
            const rows = groups.get(group) ?? [];
            if (rows.length === 0) return null;
            const hidden = isFolded(group) ? 0 : rows.length - shown(group).length;
            return (
              <tbody key={group}>
                <tr className="sub">
                  <td colSpan={3}>
                    <button
                      type="button"
                      className={styles.fold}
                      aria-expanded={!isFolded(group)}
                      onClick={() => setFolded(toggled(folded, group))}
                    >
                      <Icon name={isFolded(group) ? 'forward' : 'down'} size={12} />
                      {t(`group.${group}`)} <span className={styles.count}>{rows.length}</span>
                    </button>
                  </td>
                  <td className="n">
                    <GroupSum group={group} rows={rows} currency={preview.currency} />
                  </td>
                  <td colSpan={3} className="n">
                    {group === 'ask' && waiting !== undefined ? (
                      <Button
                        variant="quiet"
                        className={styles.link}
                        onClick={() => focusRow(waiting.row)}
                      >
                        {t('action.walk')}
                      </Button>
                    ) : null}
                    {group === 'unchanged' ? (
                      <span className={styles.count}>{t('group.alreadyBooked')}</span>
                    ) : null}
                  </td>
                </tr>
                {shown(group).map((row) => (
                  <ImportRow
                    key={row.row}
                    row={row}
                    choice={flow.choices.get(row.row)}
                    clients={clients}
                    isSelected={row.row === flow.selected?.row}
                    onSelect={flow.select}
                    onDecide={flow.decide}
                  />
                ))}
                {hidden > 0 ? (
                  <tr>
                    <td colSpan={7}>
                      <Button
                        variant="quiet"
                        className={styles.link}
                        onClick={() => setMore(toggled(more, group))}
                      >
                        {t('group.more', { count: hidden })}
                      </Button>
                    </td>
                  </tr>
                ) : null}
              </tbody>
            );
          })}
        </table>
      </div>
    </div>
  );
}

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

function GroupSum({
  group,
  rows,
  currency,
}: {
  group: Group;
  rows: readonly PreviewRow[];
  currency: string;
}) {
  const { t } = useTranslation('import');
  const format = useFormat();
  if (group === 'unchanged' || group === 'notBooked') return null;
  if (group === 'refused') return <span className="neg">{t('group.unknownSum')}</span>;
  const known = rows.filter((row) => row.currency === currency && row.direction !== null);
  if (known.length === 0) return null;
  const sum = known.reduce(
    (total, row) => total + (row.direction === 'out' ? -1 : 1) * (row.amountMinor ?? 0),
    0,
  );
  return <>{format.amount(sum, currency)}</>;
}

function Tab(props: {
  filter: Filter;
  current: Filter;
  onChoose: (filter: Filter) => void;
  word: string;
  count: number;
  sign?: string;
  tone?: string;
}) {
  const { filter, current, onChoose, word, count, sign, tone } = props;
  const on = filter === current;
  return (
    <button
      type="button"
      className={on ? styles.tabOn : ''}
      aria-pressed={on}
      onClick={() => onChoose(on ? 'all' : filter)}
    >
      <b className={tone ?? ''}>
        {sign === undefined ? '' : `${sign} `}
        {count}
      </b>
      {word}
    </button>
  );
}
