import { type ComponentProps, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { TaskCard, TaskSort } from '../../../shared/contract/tasks-shapes';
import { EMPTY_TASK_FILTER, TASK_GROUPS } from '../../../shared/domain/work/task-view';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { SelectField } from '../../components/fields';
import { LoadingShape } from '../../components/loading-shape';
import { failureOf, useRead } from '../../lib/api';
import { cardsOf } from '../../lib/task-view';
import { Board } from './board/board';
import { BOARD_AXES, type BoardAxis, movedCard, moveTo } from './board/board-columns';
import { BulkBar } from './bulk-bar';
import { restricting, type ViewKind } from './filter/address';
import { FilterBar } from './filter/filter-bar';
import styles from './filter/filter-bar.module.css';
import { SavedViews } from './filter/saved-views';
import { useWorkView, type WorkView } from './filter/use-work-view';
import { type Kit, useKit } from './kit';
import { ColumnChoice } from './list/column-choice';
import { shownColumns } from './list/list-columns';
import { TaskList } from './list/task-list';
import { TaskPanel } from './panel/task-panel';
import { QuickAdd } from './quick-add';
import { type Selection, useSelection } from './use-selection';
import { useTaskWrites } from './use-task-writes';
import { WhyStrip } from './why-strip';
import work from './work.module.css';
import type { OtherViews } from './work-page';
import { WorkTabs } from './work-tabs';

/** All cards of a filter in one answer: by columns they are small enough. */
const EVERY_CARD = 20_000;
/** So many chosen tasks are remembered. */
const KEPT = 500;
const ORDERS = ['priority', 'due', 'position', 'created', 'title'] as const;

type Props = {
  kind: ViewKind;
  views: OtherViews;
  tabs: Omit<ComponentProps<typeof WorkTabs>, 'filter'>;
};

/** One filter and one of its views, with the task that is looked at beside it. */
export function TasksView({ kind, views, tabs }: Props) {
  const view = useWorkView(kind);
  const choices = useRead('tasks/choices', {}).data;
  const choiceKit = useKit(choices);
  const [path, navigate] = useLocation();
  const search = useSearch();
  const [added, setAdding] = useState<string | null>(null);
  const params = new URLSearchParams(search);
  const adding = added ?? (params.has('new') ? '' : null);
  const close = () => {
    setAdding(null);
    if (!params.has('new')) return;
    params.delete('new');
    navigate(`${path}?${params.toString()}`, { replace: true });
  };
  const isOwn = kind === 'board' || kind === 'list';
  const Other = views[kind];
  return (
    <>
      <WorkTabs {...tabs} filter={view.settings.filter} />
      <FilterBar
        filter={view.settings.filter}
        choices={choices}
        kit={choiceKit}
        onChange={view.filterBy}
      >
        <SavedViews view={view} kit={choiceKit} />
        {isOwn ? <Arrangement view={view} kit={choiceKit} /> : null}
        <Button
          variant="primary"
          icon="plus"
          keys="N"
          className={styles.count ?? ''}
          onClick={() => setAdding('')}
        >
          {choiceKit.t('add.button')}
        </Button>
      </FilterBar>
      {!view.isReady ? null : isOwn ? (
        <OwnView view={view} choices={choices} views={views} onAdd={setAdding} />
      ) : (
        <div className={work.body}>
          <div className={work.main}>
            {Other === undefined ? null : (
              <Other
                filter={view.settings.filter}
                openTaskId={view.openTaskId}
                onOpenTask={view.openTask}
              />
            )}
          </div>
          <Beside view={view} />
        </div>
      )}
      <QuickAdd
        open={adding !== null}
        axis={kind === 'board' ? boardAxis(view) : null}
        column={adding ?? ''}
        filter={view.settings.filter}
        choices={choices}
        kit={choiceKit}
        onClose={close}
        onAdded={(id, isWhole) => (isWhole ? navigate(`/tasks/${id}`) : view.openTask(id))}
      />
    </>
  );
}

function boardAxis(view: WorkView): BoardAxis {
  return BOARD_AXES.find((axis) => axis === view.settings.groupBy) ?? 'status';
}

/** The order, and what the columns or groups are. */
function Arrangement({ view, kit }: { view: WorkView; kit: Kit }) {
  const { t } = kit;
  const { settings, change } = view;
  return (
    <>
      <div className={styles.select}>
        <SelectField
          label={t('view.group')}
          hideLabel
          value={view.kind === 'board' ? boardAxis(view) : settings.groupBy}
          options={(view.kind === 'board' ? BOARD_AXES : TASK_GROUPS).map((value) => ({
            value,
            label: t(`${view.kind === 'board' ? 'board.by' : 'list.by'}.${value}`),
          }))}
          onCommit={(groupBy) => change({ groupBy })}
        />
      </div>
      {view.kind === 'board' ? (
        <div className={styles.order}>
          <SelectField
            label={t('view.order')}
            hideLabel
            value={ORDERS.find((by) => by === settings.sort.by) ?? 'priority'}
            options={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
            onCommit={(by) =>
              change({ sort: { by, descending: by === 'priority' || by === 'created' } })
            }
          />
        </div>
      ) : (
        <ColumnChoice
          columns={shownColumns(settings.columns)}
          kit={kit}
          onChange={(columns) => change({ columns: [...columns] })}
        />
      )}
    </>
  );
}

type OwnProps = {
  view: WorkView;
  choices: ComponentProps<typeof FilterBar>['choices'];
  views: OtherViews;
  onAdd: (column: string) => void;
};

function OwnView({ view, choices, views, onAdd }: OwnProps) {
  const { settings, kind } = view;
  const [, navigate] = useLocation();
  const { data, error } = useRead(
    'tasks/list',
    { filter: settings.filter, sort: settings.sort, offset: 0, limit: EVERY_CARD },
    { keepPrevious: true },
  );
  const tasks = useMemo(() => (data === undefined ? [] : cardsOf(data.cards)), [data]);
  const kit = useKit(data?.names);
  const selection = useSelection();
  const writes = useTaskWrites();
  useKeptSelection(view, tasks, selection);
  /** Raised each time the keys ask to go into the task that is looked at. */
  const [into, setInto] = useState(0);
  const peek = (taskId: string | null, goesIn = false) => {
    setInto(goesIn ? into + 1 : 0);
    view.openTask(taskId);
  };
  const [moved, setMoved] = useState<readonly string[]>([]);
  const { t, format } = kit;
  const open = (taskId: string) => navigate(`/tasks/${taskId}`);
  const Strip = views.strip;

  if (data === undefined) {
    return error === null ? (
      <LoadingShape rows={10} />
    ) : (
      <div className={work.note}>
        <ErrorNote failure={failureOf(error)} />
      </div>
    );
  }
  if (data.total === 0) {
    const isFiltered = restricting(settings.filter).length > 0;
    return (
      <EmptyState
        title={t(isFiltered ? 'empty.filteredTitle' : 'empty.title')}
        text={t(isFiltered ? 'empty.filteredText' : 'empty.text')}
      >
        {isFiltered ? (
          <Button onClick={() => view.filterBy(EMPTY_TASK_FILTER)}>{t('filter.clear')}</Button>
        ) : (
          <Button variant="primary" onClick={() => onAdd('')}>
            {t('add.button')}
          </Button>
        )}
      </EmptyState>
    );
  }
  const axis = boardAxis(view);
  return (
    <>
      <div className={work.body}>
        <div className={work.main}>
          <p className={`cap ${work.sum}`}>
            {t('view.sum', {
              count: data.total,
              hours: format.hoursUnit(data.estimateSeconds, { max: 1 }),
            })}
            {data.overdueCount === 0 ? null : (
              <span className="neg m"> {t('view.overdue', { count: data.overdueCount })}</span>
            )}
          </p>
          {kind === 'board' ? (
            <Board
              tasks={tasks}
              facts={data.columns}
              axis={axis}
              kit={kit}
              selection={selection}
              openTaskId={view.openTaskId}
              onPeek={peek}
              onOpen={open}
              scrollLeft={view.place?.scrollLeft ?? 0}
              onScroll={(scrollLeft) => view.remember({ scrollLeft })}
              onAdd={onAdd}
              isByHand={axis === 'status' && settings.sort.by === 'position'}
              onMove={(ids, column, afterId) => {
                const into = moveTo(axis, column);
                if (into === null) return;
                const to = { ...into, ...(afterId === undefined ? {} : { afterId }) };
                const dated = tasks.filter((task) => ids.includes(task.id) && task.dueOn !== null);
                void writes
                  .move({ ids: [...ids], to, reason: '' }, (card) => movedCard(card, axis, column))
                  .then((done) =>
                    setMoved(done && axis === 'week' ? dated.map(({ id }) => id) : []),
                  );
                selection.clear();
              }}
            />
          ) : (
            <TaskList
              tasks={tasks}
              kit={kit}
              choices={choices}
              writes={writes}
              selection={selection}
              groupBy={settings.groupBy}
              columns={shownColumns(settings.columns)}
              sort={settings.sort}
              onSort={(sort: TaskSort) => view.change({ sort })}
              openTaskId={view.openTaskId}
              scrollTop={view.place?.scrollTop ?? 0}
              onScroll={(scrollTop) => view.remember({ scrollTop })}
              onPeek={peek}
              onOpen={open}
            />
          )}
        </div>
        <Beside view={view} into={into} />
      </div>
      {moved.length === 0 ? null : (
        <WhyStrip taskIds={moved} kit={kit} onClose={() => setMoved([])} />
      )}
      <BulkBar selection={selection} choices={choices} kit={kit} writes={writes} />
      {kind === 'board' && Strip !== undefined ? (
        <Strip filter={settings.filter} openTaskId={view.openTaskId} onOpenTask={view.openTask} />
      ) : null}
    </>
  );
}

/** What was chosen is found again, as far as it is still there. */
function useKeptSelection(view: WorkView, tasks: readonly TaskCard[], selection: Selection): void {
  const { place, remember } = view;
  const isFound = useRef(false);
  useEffect(() => {
    if (isFound.current || tasks.length === 0) return;
    isFound.current = true;
    const kept = place?.selectedIds.filter((id) => tasks.some((task) => task.id === id)) ?? [];
    if (kept.length > 0) selection.set(kept);
  }, [place, selection, tasks]);
  const latest = useRef(remember);
  latest.current = remember;
  useEffect(() => {
    if (isFound.current) latest.current({ selectedIds: [...selection.ids].slice(0, KEPT) });
  }, [selection.ids]);
}

/** The task that is looked at, beside whatever shows it; closed, it gives the focus back. */
function Beside({ view, into = 0 }: { view: WorkView; into?: number }) {
  const opener = useRef<HTMLElement | null>(null);
  const isOpen = view.openTaskId !== null;
  useEffect(() => {
    if (isOpen && document.activeElement instanceof HTMLElement)
      opener.current = document.activeElement;
  }, [isOpen]);
  if (view.openTaskId === null) return null;
  return (
    <TaskPanel
      key={view.openTaskId}
      taskId={view.openTaskId}
      into={into}
      onClose={() => {
        view.openTask(null);
        opener.current?.focus();
      }}
      onOpenTask={view.openTask}
    />
  );
}
