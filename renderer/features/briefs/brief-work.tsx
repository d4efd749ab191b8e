import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brief } from '../../../shared/contract/briefs.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { Pane } from '../../components/pane';
import { failureOf, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { BriefHistory } from './brief-history';
import { BriefTaskList } from './brief-task-list';
import { BriefTasksDialog } from './brief-tasks-dialog';
import { ANSWERS, type BriefView } from './brief-view';
import styles from './brief-work.module.css';
import { Comparison } from './comparison';

type Views = { brief: Brief; view: BriefView; onView: (view: BriefView) => void };

/** Whether tasks can be set: the client has agreed and the work is not accepted yet. */
const canSet = ({ stage }: Brief): boolean =>
  stage === 'approved' || stage === 'work' || stage === 'delivered';

/** To the tasks of the brief; to setting them where it is agreed and has none. */
export function BriefTasksButton({ brief, view, onView }: Views) {
  const { t } = useTranslation('brief');
  const format = useFormat();
  const tasks = useRead('brief-tasks/list', { briefId: brief.id }).data?.tasks;
  const isOpen = view.kind === 'work';
  if (tasks?.length === 0 && canSet(brief) && !isOpen) {
    return <Button onClick={() => onView({ kind: 'work', sets: true })}>{t('tasks.open')}</Button>;
  }
  return (
    <Button
      aria-pressed={isOpen}
      onClick={() => onView(isOpen ? ANSWERS : { kind: 'work', sets: false })}
    >
      {tasks === undefined || tasks.length === 0
        ? t('tasks.show')
        : t('tasks.showCount', { total: format.number(tasks.length) })}
    </Button>
  );
}

type WorkProps = Views & { onPdf: (versionId: string) => void };

/** What stands in the place of the document: the comparison, or the tasks and the way the brief went. */
export function BriefWork({ brief, view, onView, onPdf }: WorkProps) {
  if (view.kind === 'answers') return null;
  const close = () => onView(ANSWERS);
  if (view.kind === 'changes') {
    return <Comparison brief={brief} since={view.since} onClose={close} />;
  }
  return (
    <section className={styles.work}>
      <Tasks brief={brief} sets={view.sets} onView={onView} />
      <BriefHistory
        brief={brief}
        onPdf={onPdf}
        onCompare={(since) => onView({ kind: 'changes', since })}
      />
    </section>
  );
}

type TasksProps = { brief: Brief; sets: boolean; onView: (view: BriefView) => void };

function Tasks({ brief, sets, onView }: TasksProps) {
  const { t } = useTranslation('brief');
  const { data, error } = useRead('brief-tasks/list', { briefId: brief.id });
  const [asked, setAsked] = useState(sets);
  const may = canSet(brief);
  const hasTasks = data !== undefined && data.tasks.length > 0;
  return (
    <Pane
      title={t('tasks.title')}
      actions={
        <>
          {may ? (
            <Button variant={hasTasks ? 'plain' : 'primary'} onClick={() => setAsked(true)}>
              {t(hasTasks ? 'tasks.more' : 'tasks.open')}
            </Button>
          ) : null}
          <Button onClick={() => onView(ANSWERS)}>{t('tasks.back')}</Button>
        </>
      }
    >
      <ErrorNote failure={failureOf(error)} />
      {data === undefined && error === null ? <LoadingShape rows={4} /> : null}
      {data === undefined ? null : hasTasks ? (
        <BriefTaskList
          tasks={data.tasks}
          onCompare={(since) => onView({ kind: 'changes', since })}
        />
      ) : (
        <p className={`t2 ${styles.note}`}>
          {t('tasks.none')} {brief.status === 'approved' ? null : t('tasks.later')}
        </p>
      )}
      {asked && may ? <BriefTasksDialog brief={brief} onClose={() => setAsked(false)} /> : null}
    </Pane>
  );
}
