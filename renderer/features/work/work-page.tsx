import { type ComponentType, Suspense, useEffect } from 'react';
import { Redirect, useLocation, useParams } from 'wouter';
import { mondayOf } from '../../../shared/domain/dates';
import { VIEW_KINDS } from '../../../shared/domain/work/task-view';
import { LoadingShape } from '../../components/loading-shape';
import { useRead } from '../../lib/api';
import { PageTitle } from '../../lib/page-slots';
import type { TaskViewProps } from '../../lib/task-view';
import { useToday } from '../../lib/workspace';
import type { ViewKind } from './filter/address';
import { useKit } from './kit';
import { TaskPage } from './panel/task-page';
import { ContestedPage } from './practice/contested-page';
import { ImprovementsPage } from './practice/improvements-page';
import { QualityPage } from './practice/quality-page';
import { QueuePage } from './practice/queue-page';
import { RegulationsPage } from './practice/regulations-page';
import { TasksView } from './tasks-view';
import { TodayView } from './today/today-view';
import styles from './work.module.css';
import { SIDES, WorkTabs } from './work-tabs';

export type OtherViews = Partial<Record<ViewKind | 'strip', ComponentType<TaskViewProps>>>;

const LAST_VIEW = 'work.view';
const CONTEST_WEEKS = 6;

const isView = (name: string): name is ViewKind => VIEW_KINDS.some((kind) => kind === name);

/** Everything of the tasks: the views of one filter, what is done beside them, and each task by itself. */
export function WorkPage({ views }: { views: OtherViews }) {
  const { view = '' } = useParams<{ view?: string }>();
  const [, navigate] = useLocation();
  const today = useToday();
  const kit = useKit(undefined);
  const { data: contests } = useRead('contests/list', {
    from: mondayOf(today),
    weeks: CONTEST_WEEKS,
  });
  const { t } = kit;
  useEffect(() => {
    if (isView(view)) localStorage.setItem(LAST_VIEW, view);
  }, [view]);
  if (view === '') {
    const last = localStorage.getItem(LAST_VIEW) ?? '';
    return <Redirect to={`/tasks/${isView(last) ? last : 'board'}`} replace />;
  }
  if (view === 'new') {
    const last = localStorage.getItem(LAST_VIEW) ?? '';
    const where = isView(last) && last !== 'today' ? last : 'board';
    return <Redirect to={`/tasks/${where}?new=1`} replace />;
  }
  const side = SIDES.find((name) => name === view);
  if (!isView(view) && side === undefined) return <TaskPage key={view} taskId={view} />;
  const available = ['today', 'board', 'list', ...Object.keys(views)];
  const tabs = {
    here: view,
    contested: contests?.open.length ?? 0,
    kit,
    onGo: navigate,
    available,
  };
  return (
    <div className={styles.page}>
      <PageTitle title={t('title')} caption={t(`tab.${view}`)} />
      <Suspense fallback={<LoadingShape rows={10} />}>
        {view === 'today' ? (
          <>
            <WorkTabs {...tabs} filter={null} />
            <TodayView />
          </>
        ) : isView(view) ? (
          <TasksView key={view} kind={view} views={views} tabs={tabs} />
        ) : (
          <>
            <WorkTabs {...tabs} filter={null} />
            {side === 'queue' ? <QueuePage /> : null}
            {side === 'contested' ? <ContestedPage /> : null}
            {side === 'regulations' ? <RegulationsPage /> : null}
            {side === 'quality' ? <QualityPage /> : null}
            {side === 'improvements' ? <ImprovementsPage /> : null}
          </>
        )}
      </Suspense>
    </div>
  );
}
