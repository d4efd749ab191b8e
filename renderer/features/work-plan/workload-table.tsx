import type { TFunction } from 'i18next';
import { type KeyboardEvent, type Ref, useState } from 'react';
import type { Output } from '../../../shared/contract/contract';
import type { WorkloadCell } from '../../../shared/contract/team.contract';
import { addDays, diffDays, type PlainDate } from '../../../shared/domain/dates';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import styles from './workload.module.css';
import { WorkloadBar } from './workload-bar';
import { demandOf, sumCells, type WorkloadPerson } from './workload-rows';

/** Pixels. A week narrower than this would cut its numbers. */
const WEEK_WIDTH = 128;
const NAME_WIDTH = 184;
const BEYOND_WIDTH = 76;
const UNDATED_WIDTH = 84;

/** How many weeks a width of so many pixels holds without cutting a number; at least four. */
export function weeksThatFit(width: number): number {
  const room = width - NAME_WIDTH - BEYOND_WIDTH - UNDATED_WIDTH;
  return Math.min(13, Math.max(4, Math.floor(room / WEEK_WIDTH)));
}

/** One week of one person. */
export type CellPlace = { readonly personId: string; readonly week: PlainDate };

type Props = {
  ref: Ref<HTMLTableElement>;
  weeks: readonly PlainDate[];
  people: readonly WorkloadPerson[];
  /** Null where only some people are shown. */
  unassigned: Output<'workload/read'>['unassigned'] | null;
  today: PlainDate;
  open: CellPlace | null;
  onOpen: (place: CellPlace) => void;
};

/** People down, weeks across. Arrows go from cell to cell, Enter opens what a cell is made of. */
export function WorkloadTable(props: Props) {
  const { weeks, people, unassigned, today, open, onOpen } = props;
  const { t } = useTranslation('work-plan');
  const format = useFormat();
  const [stop, setStop] = useState({ row: 0, column: 0 });
  const hours = (seconds: number) => format.hours(seconds, { max: 1 });
  const totals = weeks.map((_, column) =>
    sumCells(people.flatMap(({ cells }) => cells[column] ?? [])),
  );
  const hasBeyond =
    people.some(({ beyondSeconds }) => beyondSeconds > 0) || (unassigned?.beyondSeconds ?? 0) > 0;
  const hasUndated =
    people.some(({ undatedSeconds }) => undatedSeconds > 0) ||
    (unassigned?.undatedSeconds ?? 0) > 0;

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = Math.min(people.length - 1, Math.max(0, stop.row + step.row));
    const column = Math.min(weeks.length - 1, Math.max(0, stop.column + step.column));
    event.preventDefault();
    setStop({ row, column });
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus();
  }

  return (
    <div className={styles.scroll}>
      <table
        ref={props.ref}
        className={`tb ${styles.table}`}
        style={{
          minWidth:
            NAME_WIDTH +
            weeks.length * WEEK_WIDTH +
            (hasBeyond ? BEYOND_WIDTH : 0) +
            (hasUndated ? UNDATED_WIDTH : 0),
        }}
        onKeyDown={onKeyDown}
        aria-label={t('workload.title')}
      >
        <colgroup>
          <col style={{ width: NAME_WIDTH }} />
          {weeks.map((week) => (
            <col key={week} />
          ))}
          {hasBeyond ? <col style={{ width: BEYOND_WIDTH }} /> : null}
          {hasUndated ? <col style={{ width: UNDATED_WIDTH }} /> : null}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('workload.person')}</th>
            {weeks.map((week) => (
              <th
                key={week}
                scope="col"
                className={week <= today && today <= addDays(week, 6) ? styles.now : ''}
              >
                {format.daySpan(week, addDays(week, 6))}
                <TodayMark week={week} today={today} />
              </th>
            ))}
            {hasBeyond ? (
              <th scope="col" className="n">
                {t('workload.beyond')}
              </th>
            ) : null}
            {hasUndated ? (
              <th scope="col" className="n">
                {t('workload.undated')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {people.map((person, row) => (
            <tr key={person.personId}>
              <th scope="row" className={styles.name}>
                <span className="cut m">{person.name}</span>
                <span className="cut cap">
                  {person.role}
                  {person.isCapacityStated ? '' : ` · ${t('workload.assumed')}`}
                </span>
              </th>
              {weeks.map((week, column) => {
                const cell = person.cells[column];
                if (cell === undefined) return <td key={week} />;
                const isOpen = open?.personId === person.personId && open.week === week;
                return (
                  <td key={week} className={`${styles.cell} ${isOpen ? styles.open : ''}`}>
                    <button
                      type="button"
                      className={styles.button}
                      data-cell={`${row} ${column}`}
                      tabIndex={stop.row === row && stop.column === column ? 0 : -1}
                      aria-pressed={isOpen}
                      onFocus={() => setStop({ row, column })}
                      onClick={() => onOpen({ personId: person.personId, week })}
                    >
                      <span className="unseen">
                        {`${person.name}, ${format.daySpan(week, addDays(week, 6))}: `}
                      </span>
                      <CellNumbers cell={cell} />
                      <WorkloadBar cell={cell} />
                    </button>
                    <TodayMark week={week} today={today} />
                  </td>
                );
              })}
              {hasBeyond ? (
                <td className="n t2">{hoursOrDash(person.beyondSeconds, hours)}</td>
              ) : null}
              {hasUndated ? (
                <td className="n t2">{hoursOrDash(person.undatedSeconds, hours)}</td>
              ) : null}
            </tr>
          ))}
          {unassigned === null ? null : (
            <tr className="sub">
              <td>{t('workload.unassigned')}</td>
              {weeks.map((week, column) => (
                <td key={week}>{hoursOrDash(unassigned.cells[column] ?? 0, hours)}</td>
              ))}
              {hasBeyond ? (
                <td className="n">{hoursOrDash(unassigned.beyondSeconds, hours)}</td>
              ) : null}
              {hasUndated ? (
                <td className="n">{hoursOrDash(unassigned.undatedSeconds, hours)}</td>
              ) : null}
            </tr>
          )}
          <tr className="sum">
            <td>{t('workload.total', { count: people.length })}</td>
            {totals.map((cell, column) => (
              <td key={weeks[column]} className={styles.sumCell}>
                <TotalNumbers cell={cell} />
              </td>
            ))}
            {hasBeyond ? (
              <td className="n">{hours(sum(people, unassigned, 'beyondSeconds'))}</td>
            ) : null}
            {hasUndated ? (
              <td className="n">{hours(sum(people, unassigned, 'undatedSeconds'))}</td>
            ) : null}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

const STEPS: Readonly<Record<string, { row: number; column: number }>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  Home: { row: 0, column: -53 },
  End: { row: 0, column: 53 },
};

function sum(
  people: readonly WorkloadPerson[],
  unassigned: Props['unassigned'],
  field: 'beyondSeconds' | 'undatedSeconds',
): number {
  return people.reduce((all, person) => all + person[field], unassigned?.[field] ?? 0);
}

function hoursOrDash(seconds: number, hours: (seconds: number) => string) {
  return seconds === 0 ? <span className="dash">—</span> : hours(seconds);
}

function restWords(cell: WorkloadCell, t: TFunction, hours: (seconds: number) => string): string {
  if (cell.overloadSeconds > 0) return t('workload.overBy', { hours: hours(cell.overloadSeconds) });
  if (cell.overloadWithSoftSeconds > 0) {
    return t('workload.softOverBy', { hours: hours(cell.overloadWithSoftSeconds) });
  }
  return t('workload.freeBy', { hours: hours(cell.freeSeconds) });
}

/** «46 из 40» and what is over or free, in full for who only hears it. */
function CellNumbers({ cell }: { cell: WorkloadCell }) {
  const { t } = useTranslation('work-plan');
  const format = useFormat();
  const hours = (seconds: number) => format.hours(seconds, { max: 1 });
  const demand = demandOf(cell);
  const isAway = cell.availableSeconds === 0 && cell.absenceSeconds > 0 && demand === 0;
  return (
    <span className={styles.numbers}>
      <span className={cell.overloadSeconds > 0 ? 'neg m' : ''}>
        {isAway
          ? t('workload.away')
          : t('workload.of', { demand: hours(demand), available: hours(cell.availableSeconds) })}
        <span className="unseen">{`, ${restWords(cell, t, hours)}`}</span>
      </span>
      <span aria-hidden="true">
        <Rest cell={cell} />
      </span>
    </span>
  );
}

/** All people's week. What one has free takes nothing from another's overload, so both stand here. */
function TotalNumbers({ cell }: { cell: WorkloadCell }) {
  const { t } = useTranslation('work-plan');
  const format = useFormat();
  const hours = (seconds: number) => format.hours(seconds, { max: 1 });
  return (
    <>
      <span className={styles.numbers}>
        {t('workload.of', {
          demand: hours(demandOf(cell)),
          available: hours(cell.availableSeconds),
        })}
      </span>
      <span className={styles.numbers}>
        <span className="t2">{t('workload.freeShort', { hours: hours(cell.freeSeconds) })}</span>
        {cell.overloadSeconds > 0 ? (
          <span className="neg">{`+${hours(cell.overloadSeconds)}`}</span>
        ) : null}
      </span>
    </>
  );
}

function Rest({ cell }: { cell: WorkloadCell }) {
  const { t } = useTranslation('work-plan');
  const format = useFormat();
  const hours = (seconds: number) => format.hours(seconds, { max: 1 });
  if (cell.overloadSeconds > 0) {
    return <span className="neg m">{`+${hours(cell.overloadSeconds)}`}</span>;
  }
  if (cell.overloadWithSoftSeconds > 0) {
    return <span className="warn">{`! +${hours(cell.overloadWithSoftSeconds)}`}</span>;
  }
  if (cell.freeSeconds === 0) return null;
  return <span className="t3">{t('workload.freeShort', { hours: hours(cell.freeSeconds) })}</span>;
}

/** Today, as far into its week as it is. */
function TodayMark({ week, today }: { week: PlainDate; today: PlainDate }) {
  const days = diffDays(week, today);
  if (days < 0 || days > 6) return null;
  return <span className={styles.today} style={{ left: `${((days + 0.5) / 7) * 100}%` }} />;
}
