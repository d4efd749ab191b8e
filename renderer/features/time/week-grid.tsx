// biome-ignore-all lint/a11y/useSemanticElements: a grid whose one stop of Tab is the table itself
// biome-ignore-all lint/a11y/useFocusableInteractive: the table is the one stop of Tab and names its active cell
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: the table is a grid
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: the table is a grid
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys are the grid's
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { TimeDay, TimeRow } from '../../../shared/contract/time.contract';
import { isoWeekday } from '../../../shared/domain/dates';
import { parseDuration } from '../../../shared/domain/time/duration-text';
import { Icon } from '../../components/icon';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import { useToday } from '../../lib/workspace';
import { targetWords } from './target-words';
import styles from './time.module.css';
import { beginsTyping, moveCell, type WeekCell } from './week-keys';

type Props = {
  days: readonly TimeDay[];
  rows: readonly TimeRow[];
  totalSeconds: number;
  onFill: (row: TimeRow, on: string, seconds: number) => void;
  /** What is typed and is no duration. */
  onProblem: (text: string | null) => void;
  onDay: (on: string) => void;
};

type Editing = { cell: WeekCell; text: string };

/** Hours of a week like a spreadsheet: arrows, typing, Enter down, Tab to the right, Delete empties. */
export function WeekGrid({ days, rows, totalSeconds, onFill, onProblem, onDay }: Props) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const prefix = useId();
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<WeekCell>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<Editing | null>(null);
  /** The field that goes away loses the focus: that is no leaving of it. */
  const isClosed = useRef(true);
  const here = { ...active, row: Math.min(active.row, Math.max(0, rows.length - 1)) };
  const hours = (seconds: number) => (seconds === 0 ? '' : format.hours(seconds, { max: 2 }));

  function commit(next: WeekCell | null): boolean {
    if (editing === null) return true;
    const { cell, text } = editing;
    const row = rows[cell.row];
    const day = days[cell.column];
    const seconds = text.trim() === '' ? 0 : parseDuration(text);
    if (seconds === null || seconds > 86_400) {
      onProblem(text);
      return false;
    }
    onProblem(null);
    isClosed.current = true;
    setEditing(null);
    if (next !== null) setActive(next);
    const before = row?.cells[cell.column]?.seconds ?? 0;
    if (row !== undefined && day !== undefined && seconds !== before) onFill(row, day.on, seconds);
    return true;
  }

  function edit(text: string) {
    if (days[here.column]?.isLocked === true) return;
    isClosed.current = false;
    setEditing({ cell: here, text });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (editing !== null) {
      if (event.key === 'Escape') {
        event.stopPropagation();
        onProblem(null);
        isClosed.current = true;
        setEditing(null);
        table.current?.focus();
        return;
      }
      const isMove = ['Enter', 'ArrowUp', 'ArrowDown'].includes(event.key);
      const key = event.key === 'Tab' ? (event.shiftKey ? 'ArrowLeft' : 'ArrowRight') : event.key;
      if (!isMove && event.key !== 'Tab') return;
      event.preventDefault();
      if (commit(moveCell(here, key, rows.length, days.length))) table.current?.focus();
      return;
    }
    const next = event.key === 'Enter' ? null : moveCell(here, event.key, rows.length, days.length);
    if (next !== null) {
      event.preventDefault();
      setActive(next);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      edit(hours(rows[here.row]?.cells[here.column]?.seconds ?? 0));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      const row = rows[here.row];
      const day = days[here.column];
      const isFilled = (row?.cells[here.column]?.seconds ?? 0) > 0;
      if (row !== undefined && day !== undefined && isFilled) onFill(row, day.on, 0);
    } else if (beginsTyping(event)) {
      event.preventDefault();
      edit(event.key);
    }
  }

  return (
    <table
      ref={table}
      className={`tb flat ${styles.week}`}
      role="grid"
      tabIndex={0}
      aria-label={t('week.grid')}
      aria-activedescendant={rows.length === 0 ? undefined : `${prefix}-${here.row}-${here.column}`}
      onKeyDown={onKeyDown}
    >
      <colgroup>
        <col />
        {days.map(({ on }) => (
          <col key={on} className={styles.dayColumn} />
        ))}
        <col className={styles.totalColumn} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('week.work')}</th>
          {days.map((day) => (
            <DayHead key={day.on} day={day} onDay={onDay} />
          ))}
          <th scope="col" className="n">
            {t('week.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, rowIndex) => {
          const { main, more } = targetWords(row, t);
          return (
            <tr key={row.key}>
              <th
                scope="row"
                className={styles.target}
                title={[main, more].filter(Boolean).join(' · ')}
              >
                <span className="m">{main}</span> <span className="t3">{more}</span>
              </th>
              {days.map((day, column) => {
                const isHere = rowIndex === here.row && column === here.column;
                const isEdited = isHere && editing !== null;
                const cell = row.cells[column] ?? { seconds: 0, entries: 0 };
                return (
                  <td
                    key={day.on}
                    id={`${prefix}-${rowIndex}-${column}`}
                    role="gridcell"
                    aria-selected={isHere}
                    aria-readonly={day.isLocked}
                    className={['n', dayClass(day), isHere ? styles.active : ''].join(' ')}
                    title={
                      cell.entries > 1 ? t('week.several', { count: cell.entries }) : undefined
                    }
                    onMouseDown={() => {
                      if (commit(null)) setActive({ row: rowIndex, column });
                    }}
                    onDoubleClick={() => edit(hours(cell.seconds))}
                  >
                    {isEdited ? (
                      <CellInput
                        label={t('week.editing', { what: main, on: format.dateShort(day.on) })}
                        text={editing.text}
                        onText={(text) => setEditing({ ...editing, text })}
                        onLeave={() => {
                          if (!isClosed.current) commit(null);
                        }}
                      />
                    ) : (
                      hours(cell.seconds)
                    )}
                  </td>
                );
              })}
              <td className={`n ${styles.total}`}>{hours(row.totalSeconds)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr className={styles.sum}>
          <th scope="row">{t('week.logged')}</th>
          {days.map((day) => (
            <td key={day.on} className="n">
              {hours(day.loggedSeconds)}
            </td>
          ))}
          <td className="n">{hours(totalSeconds)}</td>
        </tr>
        <tr className={styles.norm}>
          <th scope="row">{t('week.norm')}</th>
          {days.map((day) => (
            <td key={day.on} className="n">
              <Norm day={day} />
            </td>
          ))}
          <td className="n">
            {hours(days.reduce((sum, { availableSeconds }) => sum + availableSeconds, 0))}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function dayClass(day: TimeDay): string {
  if (day.isLocked) return styles.locked ?? '';
  return day.availableSeconds === 0 ? (styles.free ?? '') : '';
}

function DayHead({ day, onDay }: { day: TimeDay; onDay: (on: string) => void }) {
  const { t } = useTranslation('time');
  const today = useToday();
  const name = day.title.startsWith('time:') ? t(day.title) : day.title;
  const away = day.isAbsent ? t('week.away') : '';
  const said = [name, away, day.isLocked ? t('week.locked') : ''].filter(Boolean).join(', ');
  return (
    <th scope="col" className={`n ${day.on === today ? 'on' : ''}`} title={said || undefined}>
      <button type="button" className={styles.day} tabIndex={-1} onClick={() => onDay(day.on)}>
        {day.isLocked ? <Icon name="lock" size={11} /> : null}
        <span className={day.availableSeconds === 0 ? 't3' : ''}>
          {t(`weekday.${isoWeekday(day.on)}`)} {Number(day.on.slice(8))}
        </span>
        {said === '' ? null : <span className="unseen">{said}</span>}
      </button>
    </th>
  );
}

/** What the day asks for; a dash on a day off, with a word for a holiday or an absence. */
function Norm({ day }: { day: TimeDay }) {
  const { t } = useTranslation('time');
  const format = useFormat();
  if (day.availableSeconds > 0) return format.hours(day.availableSeconds, { max: 2 });
  if (day.isAbsent) return <span className="t3">{t('week.awayShort')}</span>;
  if (day.calendarKind === 'holiday') return <span className="t3">{t('week.holidayShort')}</span>;
  return <span className="dash">—</span>;
}

type InputProps = {
  label: string;
  text: string;
  onText: (text: string) => void;
  onLeave: () => void;
};

function CellInput({ label, text, onText, onLeave }: InputProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
  }, []);
  return (
    <input
      ref={input}
      className={styles.cellInput}
      aria-label={label}
      value={text}
      maxLength={16}
      onChange={(event) => onText(event.target.value)}
      onBlur={onLeave}
    />
  );
}
