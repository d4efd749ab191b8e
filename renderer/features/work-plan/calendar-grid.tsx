// biome-ignore-all lint/a11y/useSemanticElements: a week's items lie over several of its days, which table cells do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus goes from day to day; rows and heads only group them
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { addDays, type Month, type PlainDate } from '../../../shared/domain/dates';
import { useBox } from '../../components/charts/use-box';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import styles from './calendar.module.css';
import { CalendarDay } from './calendar-day';
import type { CalendarItem } from './calendar-items';
import { dayAfterKey, daysOfWeek, layoutWeek } from './calendar-layout';
import { useItemDrag } from './use-item-drag';

/** Pixels. */
const DAY_HEAD = 24;
const LANE = 21;
const MIN_LANES = 2;

type Props = {
  weeks: readonly PlainDate[];
  items: readonly CalendarItem[];
  day: PlainDate;
  today: PlainDate;
  /** Days outside it are quieter; null where only a week is shown. */
  month: Month | null;
  holidays: ReadonlyMap<PlainDate, string>;
  isOff: (date: PlainDate) => boolean;
  onDay: (day: PlainDate) => void;
  onOpen: (item: CalendarItem) => void;
  onMove: (item: CalendarItem, on: PlainDate, hand: 'dropped' | 'key') => void;
};

/**
 * Weeks down, days across. Arrows go from day to day, Enter into a day, there up and down from item to
 * item; with Ctrl arrows move the item itself. Esc goes back to the day.
 */
export function CalendarGrid(props: Props) {
  const { weeks, items, day, onDay } = props;
  const { t } = useTranslation('work-plan');
  const format = useFormat();
  const [ref, box] = useBox<HTMLDivElement>(1200, 640);
  const grid = useRef<HTMLDivElement>(null);
  /** Where the focus goes once the days are drawn anew. */
  const goTo = useRef<{ day: PlainDate; key: string | null } | null>(null);
  const rowHeight = Math.max(
    DAY_HEAD + MIN_LANES * LANE + 6,
    Math.floor((box.height - 26) / Math.max(1, weeks.length)),
  );
  const lanes = Math.floor((rowHeight - DAY_HEAD - 4) / LANE);
  const layouts = useMemo(
    () => weeks.map((monday) => layoutWeek(items, monday, lanes)),
    [weeks, items, lanes],
  );
  const { held, over, press } = useItemDrag((item, on) => props.onMove(item, on, 'dropped'));

  useEffect(() => {
    const wanted = goTo.current;
    if (wanted === null) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-day="${wanted.day}"]`);
    const items = [...(cell?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
    const item = items.find((one) => one.getAttribute('data-item') === wanted.key);
    (item ?? cell)?.focus();
    goTo.current = null;
  });

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const at = event.target;
    if (!(at instanceof HTMLElement) || event.altKey || event.metaKey) return;
    const key = at.getAttribute('data-item');
    if (key !== null ? itemKey(event, key, at) : dayKey(event, at)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  function dayKey(event: KeyboardEvent, cell: HTMLElement): boolean {
    if (event.ctrlKey || !cell.hasAttribute('data-day')) return false;
    const next =
      event.key === 'PageUp' || event.key === 'PageDown'
        ? addDays(day, event.key === 'PageUp' ? -28 : 28)
        : dayAfterKey(event.key, day);
    if (next !== null) {
      goTo.current = { day: next, key: null };
      onDay(next);
      return true;
    }
    if (event.key !== 'Enter' && event.key !== ' ') return false;
    cell.querySelector<HTMLElement>('[data-item], [data-more]')?.focus();
    return true;
  }

  function itemKey(event: KeyboardEvent, key: string, at: HTMLElement): boolean {
    const cell = at.closest<HTMLElement>('[data-day]');
    if (cell === null) return false;
    if (event.key === 'Escape') {
      cell.focus();
      return true;
    }
    if (event.ctrlKey) {
      const item = items.find((one) => one.key === key);
      const on = item === undefined ? null : dayAfterKey(event.key, item.days.to);
      if (item === undefined || on === null) return false;
      goTo.current = { day: on, key };
      props.onMove(item, on, 'key');
      onDay(on);
      return true;
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return false;
    const all = [...cell.querySelectorAll<HTMLElement>('[data-item], [data-more]')];
    const next = all[all.indexOf(at) + (event.key === 'ArrowUp' ? -1 : 1)];
    (next ?? cell).focus();
    return true;
  }

  return (
    <div ref={ref} className={styles.scroll} data-dragging={held === null ? undefined : true}>
      <div ref={grid} role="grid" aria-label={t('calendar.label')} onKeyDown={onKeyDown}>
        <div className={styles.weekdays} role="row">
          {daysOfWeek(weeks[0] ?? day).map((date) => (
            <span
              key={date}
              role="columnheader"
              className={props.isOff(date) ? styles.offHead : ''}
            >
              {format.weekday(date, weeks.length === 1 ? 'long' : 'short')}
            </span>
          ))}
        </div>
        {weeks.map((monday, index) => {
          const layout = layouts[index];
          if (layout === undefined) return null;
          return (
            <div key={monday} role="row" className={styles.week} style={{ height: rowHeight }}>
              {daysOfWeek(monday).map((date, column) => (
                <CalendarDay
                  key={date}
                  date={date}
                  isStop={date === day}
                  today={props.today}
                  isOutside={props.month !== null && !date.startsWith(props.month)}
                  isOff={props.isOff(date)}
                  isTarget={over === date}
                  holiday={props.holidays.get(date)}
                  segments={layout.segments.filter((segment) => segment.column === column)}
                  more={layout.hidden[column] ?? []}
                  all={items.filter(({ days }) => days.from <= date && date <= days.to)}
                  moreTop={DAY_HEAD + (lanes - 1) * LANE}
                  laneTop={(lane) => DAY_HEAD + lane * LANE}
                  onOpen={props.onOpen}
                  onPress={press}
                  onFocus={() => {
                    if (date !== day) onDay(date);
                  }}
                />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
