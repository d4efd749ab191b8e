import { useCallback, useMemo, useState } from 'react';
import { addDays, type PlainDate } from '../../../shared/domain/dates';
import { isWeekend, makeAxis, ZOOMS, type Zoom } from '../../components/axis/axis';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { Segmented } from '../../components/segmented';
import { failureOf, useCommand, useRead } from '../../lib/api';
import { useLanguage } from '../../lib/format';
import { PageStatus } from '../../lib/page-slots';
import type { TaskViewProps } from '../../lib/task-view';
import { useTranslation } from '../../lib/translation';
import { useToday } from '../../lib/workspace';
import { MovedStrip } from './moved-strip';
import { awayByPerson, planTasks } from './plan-tasks';
import { isPromiseMissed, type PlanTask } from './plan-types';
import styles from './timeline.module.css';
import { TimelineChart } from './timeline-chart';
import { GROUPINGS, type Grouping, planRows } from './timeline-rows';
import { useKeptChoice } from './use-kept-choice';
import { useMoves } from './use-moves';

/** Days of the past and of the future that the shape of the plan is read from. */
const PAST = 12 * 7;
const FUTURE = 40 * 7;

const NO_TASKS: readonly PlanTask[] = [];

/** The plan over time: what is done, what is to come, what hangs on what, and who is away. */
export function TimelineView({ filter, onOpenTask }: TaskViewProps) {
  const { t } = useTranslation('work-plan');
  const today = useToday();
  const [zoom, setZoom] = useKeptChoice<Zoom>('work-plan.zoom', ZOOMS, 'week');
  const [grouping, setGrouping] = useKeptChoice<Grouping>('work-plan.group', GROUPINGS, 'project');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [goToday, setGoToday] = useState(0);
  const days = useMemo(
    () => ({ from: addDays(today, -PAST), to: addDays(today, FUTURE) }),
    [today],
  );
  const { data, error } = useRead('tasks/schedule', { filter, ...days }, { keepPrevious: true });
  const absences = useRead('people/absences', days, { keepPrevious: true }).data;

  const tasks = useMemo(
    () => (data === undefined ? NO_TASKS : planTasks(data.bars, data.names)),
    [data],
  );
  const away = useMemo(() => awayByPerson(absences?.absences ?? []), [absences]);
  const { shown, move, moved, forget, failure } = useMoves(tasks);
  const rows = useStableRows(tasks, shown, grouping, folded, filter);
  const isOff = useDaysOff(data?.daysOff);
  const axis = useCallback((room: number) => makeAxis(zoom, days, room), [zoom, days]);
  const onFold = useCallback((key: string, isOpen: boolean) => {
    setFolded((before) => {
      const after = new Set(before);
      if (isOpen) after.delete(key);
      else after.add(key);
      return after;
    });
  }, []);

  return (
    <section className={styles.view} aria-label={t('timeline.title')}>
      <div className={styles.tools}>
        <Segmented
          label={t('timeline.group')}
          value={grouping}
          segments={GROUPINGS.map((value) => ({ value, label: t(`group.${value}`) }))}
          onChange={setGrouping}
        />
        <Segmented
          label={t('timeline.zoom')}
          value={zoom}
          segments={ZOOMS.map((value) => ({ value, label: t(`zoom.${value}`) }))}
          onChange={setZoom}
        />
        <Button onClick={() => setGoToday((times) => times + 1)}>{t('timeline.today')}</Button>
        <Sentence tasks={shown} undated={data?.undatedCount ?? 0} />
        <KeepBaseline tasks={tasks} />
      </div>
      <ErrorNote failure={failureOf(error) ?? failure} />
      {data === undefined && error === null ? <LoadingShape rows={10} /> : null}
      {data !== undefined && rows.length === 0 ? (
        <EmptyState title={t('timeline.none')} text={t('timeline.noneText')} />
      ) : null}
      {data === undefined || rows.length === 0 ? null : (
        <TimelineChart
          axis={axis}
          rows={rows}
          links={data.links}
          away={away}
          today={today}
          isOff={isOff}
          scrollName={`work-plan.scroll.${zoom}`}
          goToday={goToday}
          onFold={onFold}
          onOpen={onOpenTask}
          onMove={move}
        />
      )}
      {moved === null || data === undefined ? null : (
        <MovedStrip moved={moved} tasks={tasks} links={data.links} onClose={forget} />
      )}
      <PageStatus>
        <span>
          <b>{t('legend.criticalMark')}</b> {t('legend.critical')}
        </span>
        <span>
          <b>{t('legend.baselineMark')}</b> {t('legend.baseline')}
        </span>
        <span className="grow" />
        <span>
          <kbd>←</kbd> <kbd>→</kbd> {t('legend.move')}
        </span>
        <span>
          <kbd>Shift ←</kbd> <kbd>→</kbd> {t('legend.resize')}
        </span>
      </PageStatus>
    </section>
  );
}

/**
 * Lines that keep their order while tasks are given new days: a row that jumps away from under the hand
 * cannot be moved twice. They are put in order anew when another filter or grouping is chosen.
 */
function useStableRows(
  tasks: readonly PlanTask[],
  shown: readonly PlanTask[],
  grouping: Grouping,
  folded: ReadonlySet<string>,
  filter: TaskViewProps['filter'],
) {
  const lang = useLanguage();
  const filterKey = JSON.stringify(filter);
  const compare = useMemo(() => new Intl.Collator(lang, { numeric: true }).compare, [lang]);
  const [kept, setKept] = useState<{ key: string; places: ReadonlyMap<string, number> } | null>(
    null,
  );
  const key = `${grouping} ${filterKey}`;
  if (tasks.length > 0 && kept?.key !== key) {
    const ordered = tasks.toSorted(
      (a, b) =>
        compare(a.days.from, b.days.from) ||
        compare(a.days.to, b.days.to) ||
        compare(a.title, b.title),
    );
    setKept({ key, places: new Map(ordered.map(({ id }, index) => [id, index])) });
  }
  return useMemo(
    () => planRows(shown, grouping, folded, compare, kept?.places),
    [shown, grouping, folded, compare, kept],
  );
}

function useDaysOff(daysOff: readonly PlainDate[] | undefined): (date: PlainDate) => boolean {
  return useMemo(() => {
    if (daysOff === undefined) return isWeekend;
    const off = new Set(daysOff);
    return (date) => off.has(date);
  }, [daysOff]);
}

function Sentence({ tasks, undated }: { tasks: readonly PlanTask[]; undated: number }) {
  const { t } = useTranslation('work-plan');
  const missed = tasks.filter(isPromiseMissed).length;
  const late = tasks.filter(({ isOverdue }) => isOverdue).length;
  if (tasks.length === 0) return <span className="grow" />;
  return (
    <span className="t2 cut grow">
      {t('timeline.count', { count: tasks.length })}
      {undated === 0 ? '' : `, ${t('timeline.undated', { count: undated })}`}
      {missed === 0 ? null : (
        <>
          {', '}
          <span className="neg m">{t('timeline.missedCount', { count: missed })}</span>
        </>
      )}
      {late === 0 ? null : (
        <>
          {', '}
          <span className="neg m">{t('timeline.lateCount', { count: late })}</span>
        </>
      )}
    </span>
  );
}

function KeepBaseline({ tasks }: { tasks: readonly PlanTask[] }) {
  const { t } = useTranslation('work-plan');
  const { send, isRunning } = useCommand('tasks/keep-baseline');
  const open = tasks.filter(({ status }) => status !== 'done');
  return (
    <Button
      disabled={open.length === 0 || isRunning}
      onClick={() => send({ ids: open.map(({ id }) => id) })}
    >
      {t('timeline.keepBaseline', { count: open.length })}
    </Button>
  );
}
