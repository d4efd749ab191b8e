import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import {
  addDays,
  addMonths,
  diffDays,
  mondayOf,
  monthOf,
  type PlainDate,
} from '../../../shared/domain/dates';
import { isWeekend } from '../../components/axis/axis';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { Segmented } from '../../components/segmented';
import { failureOf, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { PageStatus } from '../../lib/page-slots';
import type { TaskViewProps } from '../../lib/task-view';
import { useTranslation } from '../../lib/translation';
import { useToday } from '../../lib/workspace';
import styles from './calendar.module.css';
import { CalendarGrid } from './calendar-grid';
import {
  CALENDAR_KINDS,
  type CalendarItem,
  type CalendarKind,
  calendarItems,
} from './calendar-items';
import { weeksOfMonth } from './calendar-layout';
import { MovedStrip } from './moved-strip';
import { awayByPerson, planTasks } from './plan-tasks';
import type { PlanTask } from './plan-types';
import { useKeptChoice } from './use-kept-choice';
import { useMoves } from './use-moves';

const SPANS = ['month', 'week'] as const;
type Span = (typeof SPANS)[number];
const NO_TASKS: readonly PlanTask[] = [];

/** A month or a week with all that has a day in it. */
export function CalendarView({ filter, onOpenTask }: TaskViewProps) {
  const { t } = useTranslation('work-plan');
  const format = useFormat();
  const today = useToday();
  const [, navigate] = useLocation();
  const [span, setSpan] = useKeptChoice<Span>('work-plan.span', SPANS, 'month');
  const [day, setDay] = useState<PlainDate>(today);
  /** A day of the month or week that is shown; the chosen day may lie just beside its month. */
  const [shownBy, setShownBy] = useState<PlainDate>(today);
  const [hidden, toggle] = useHiddenKinds();
  const weeks = useMemo(
    () => (span === 'month' ? weeksOfMonth(monthOf(shownBy)) : [mondayOf(shownBy)]),
    [span, shownBy],
  );
  const from = weeks[0] ?? today;
  const range = useMemo(
    () => ({ from, to: addDays(from, weeks.length * 7 - 1) }),
    [from, weeks.length],
  );

  const { data, error } = useRead('tasks/schedule', { filter, ...range }, { keepPrevious: true });
  const dated = useRead('deadlines/list', { ...range, withOverdue: false }, { keepPrevious: true });
  const absences = useRead('people/absences', range, { keepPrevious: true }).data;
  const holidays = useHolidays(shownBy);
  const tasks = useMemo(
    () => (data === undefined ? NO_TASKS : planTasks(data.bars, data.names)),
    [data],
  );
  const { shown, move, moved, forget, failure } = useMoves(tasks);
  const items = useMemo(
    () =>
      calendarItems({
        tasks: shown,
        dated: dated.data?.items ?? [],
        away: [...awayByPerson(absences?.absences ?? []).values()].flat(),
        range,
        clientIds: filter.clientIds,
        personIds: filter.personIds,
      }).filter(({ kind }) => !hidden.has(kind)),
    [shown, dated.data, absences, range, filter.clientIds, filter.personIds, hidden],
  );
  const daysOff = useMemo(() => new Set(data?.daysOff), [data]);

  function go(on: PlainDate) {
    setDay(on);
    setShownBy(on);
  }

  function step(by: number) {
    go(span === 'month' ? dayInMonth(shownBy, by) : addDays(day, 7 * by));
  }

  function choose(on: PlainDate) {
    setDay(on);
    if (on < range.from || on > range.to) setShownBy(on);
  }

  function open(item: CalendarItem) {
    if (item.task !== null) onOpenTask(item.task.id);
    else if (item.link !== null) navigate(item.link);
  }

  function moveTo(item: CalendarItem, on: PlainDate, hand: 'dropped' | 'key') {
    const { task } = item;
    if (task === null || item.kind !== 'task') return;
    const by = diffDays(task.days.to, on);
    move(task, { from: addDays(task.days.from, by), to: on }, hand);
  }

  return (
    <section className={styles.view} aria-label={t('calendar.title')}>
      <div className={styles.tools}>
        <Segmented
          label={t('calendar.span')}
          value={span}
          segments={SPANS.map((value) => ({ value, label: t(`span.${value}`) }))}
          onChange={(value) => {
            setSpan(value);
            setShownBy(day);
          }}
        />
        <Button icon="back" iconOnly aria-label={t('calendar.earlier')} onClick={() => step(-1)} />
        <Button onClick={() => go(today)}>{t('timeline.today')}</Button>
        <Button icon="forward" iconOnly aria-label={t('calendar.later')} onClick={() => step(1)} />
        <h2 className={styles.month} aria-live="polite">
          {span === 'month'
            ? format.month(monthOf(shownBy))
            : format.dateRange(range.from, range.to)}
        </h2>
        <span className="grow" />
        <fieldset className={styles.kinds} aria-label={t('calendar.kinds')}>
          {CALENDAR_KINDS.map((kind) => (
            <label key={kind} className={styles.kind}>
              <input type="checkbox" checked={!hidden.has(kind)} onChange={() => toggle(kind)} />
              {t(`kind.${kind}`)}
            </label>
          ))}
        </fieldset>
      </div>
      <ErrorNote failure={failureOf(error) ?? failureOf(dated.error) ?? failure} />
      {data === undefined && error === null ? <LoadingShape rows={10} /> : null}
      {data === undefined ? null : (
        <CalendarGrid
          weeks={weeks}
          items={items}
          day={day}
          today={today}
          month={span === 'month' ? monthOf(shownBy) : null}
          holidays={holidays}
          isOff={(date) => (data.daysOff.length === 0 ? isWeekend(date) : daysOff.has(date))}
          onDay={choose}
          onOpen={open}
          onMove={moveTo}
        />
      )}
      {moved === null || data === undefined ? null : (
        <MovedStrip moved={moved} tasks={tasks} links={data.links} onClose={forget} />
      )}
      <PageStatus>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> <kbd>←</kbd> <kbd>→</kbd> {t('legend.days')}
        </span>
        <span>
          <kbd>Enter</kbd> {t('legend.intoDay')}
        </span>
        <span className="grow" />
        <span>
          <kbd>Ctrl ←</kbd> <kbd>→</kbd> {t('legend.moveItem')}
        </span>
      </PageStatus>
    </section>
  );
}

/** The same day so many months further, or the last that the month has. */
function dayInMonth(day: PlainDate, by: number): PlainDate {
  const month = addMonths(monthOf(day), by);
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const same = `${month}-${day.slice(8)}`;
  return same > last ? last : same;
}

const HIDDEN_KEY = 'work-plan.hidden-kinds';

function useHiddenKinds(): [ReadonlySet<CalendarKind>, (kind: CalendarKind) => void] {
  const [hidden, setHidden] = useState<ReadonlySet<CalendarKind>>(() => {
    const kept = (localStorage.getItem(HIDDEN_KEY) ?? '').split(' ');
    return new Set(CALENDAR_KINDS.filter((kind) => kept.includes(kind)));
  });
  return [
    hidden,
    (kind) => {
      const next = new Set(hidden);
      if (!next.delete(kind)) next.add(kind);
      localStorage.setItem(HIDDEN_KEY, [...next].join(' '));
      setHidden(next);
    },
  ];
}

/** Names of the holidays of the day's year, where most of the team works. */
function useHolidays(day: PlainDate): ReadonlyMap<PlainDate, string> {
  const { t } = useTranslation('time');
  const team = useRead('people/team', {}).data;
  const latvian = team?.people.filter(({ calendar }) => calendar === 'LV').length ?? 0;
  const country = latvian * 2 > (team?.people.length ?? 0) ? 'LV' : 'RU';
  const { data } = useRead(
    'calendars/show',
    { country, year: Number(day.slice(0, 4)) },
    { enabled: team !== undefined },
  );
  return useMemo(
    () =>
      new Map(
        (data?.days ?? []).flatMap(({ on, kind, titleKey, title }) => {
          if (kind !== 'holiday' && kind !== 'day-off') return [];
          const name = titleKey === null ? title : t(`calendar.${titleKey}`);
          return name === '' ? [] : [[on, name] as const];
        }),
      ),
    [data, t],
  );
}
