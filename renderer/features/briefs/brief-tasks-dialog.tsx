import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposedBriefTask } from '../../../shared/contract/brief-tasks.contract';
import type { Brief } from '../../../shared/contract/briefs.contract';
import type { Output } from '../../../shared/contract/contract';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNote } from '../../components/error-note';
import { CheckField, SelectField } from '../../components/fields';
import { LoadingShape } from '../../components/loading-shape';
import { failureOf, useCommand, useRead } from '../../lib/api';
import { BriefTaskRow, type TaskEdit } from './brief-task-row';
import styles from './brief-work.module.css';

const NONE = '';

type Props = { brief: Brief; onClose: () => void };

/** What a brief is turned into: which tasks, by whom, from when to when and in how many hours. */
export function BriefTasksDialog({ brief, onClose }: Props) {
  const { t } = useTranslation('brief');
  const [regulationId, setRegulation] = useState(NONE);
  const { data, error } = useRead('brief-tasks/propose', {
    briefId: brief.id,
    regulationId: regulationId === NONE ? null : regulationId,
  });
  return (
    <Dialog
      open
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={t('tasks.open')}
      className={styles.dialog}
    >
      <ErrorNote failure={failureOf(error)} />
      {data === undefined && error === null ? <LoadingShape rows={8} /> : null}
      {data === undefined ? null : (
        <Proposal
          key={regulationId}
          brief={brief}
          proposal={data}
          regulationId={regulationId}
          onRegulation={setRegulation}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

type ProposalProps = Props & {
  proposal: Output<'brief-tasks/propose'>;
  regulationId: string;
  onRegulation: (id: string) => void;
};

function Proposal(props: ProposalProps) {
  const { brief, proposal, regulationId, onRegulation, onClose } = props;
  const { t } = useTranslation('brief');
  const { run, isRunning, failure } = useCommand('brief-tasks/set');
  const [projectId, setProject] = useState(proposal.projects[0]?.id ?? NONE);
  const [starts, setStarts] = useState(brief.stage === 'approved');
  const [edits, setEdits] = useState<ReadonlyMap<string, TaskEdit>>(new Map());
  const tasks = proposal.tasks.map((task) => edited(task, edits.get(task.key)));
  const chosen = tasks.filter(({ isOff }) => !isOff);
  const isWrong = chosen.some(({ startOn, dueOn }) => dueOn < startOn);
  const seconds = chosen.reduce((sum, { estimateSeconds }) => sum + estimateSeconds, 0);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isWrong || chosen.length === 0) return;
    try {
      await run({
        briefId: brief.id,
        revision: brief.revision,
        regulationId: regulationId === NONE ? null : regulationId,
        projectId: projectId === NONE ? null : projectId,
        start: starts,
        tasks: chosen.map(({ key, title, estimateSeconds, startOn, dueOn, personId }) => ({
          key,
          title,
          estimateSeconds,
          startOn,
          dueOn,
          personId,
        })),
      });
      onClose();
    } catch {
      // The refusal stands above the button.
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <div className={styles.choices}>
        <SelectField
          label={t('tasks.choose')}
          value={regulationId}
          options={[
            {
              value: NONE,
              label:
                proposal.templateTitle === null
                  ? t('tasks.generic')
                  : t('tasks.ofTemplate', { title: proposal.templateTitle }),
            },
            ...proposal.regulations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onCommit={onRegulation}
        />
        <SelectField
          label={t('tasks.project')}
          value={projectId}
          options={[
            { value: NONE, label: t('tasks.noProject') },
            ...proposal.projects.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onCommit={setProject}
        />
        {brief.stage === 'approved' ? (
          <CheckField label={t('tasks.startToo')} checked={starts} onChange={setStarts} />
        ) : null}
      </div>
      {tasks.length === 0 ? (
        <p className="t2">{t('tasks.allSet')}</p>
      ) : (
        <div className={styles.rows}>
          <table className="tb" aria-label={t('tasks.title')}>
            <colgroup>
              <col style={{ width: 44 }} />
              <col />
              <col style={{ width: 272 }} />
              <col style={{ width: 124 }} />
              <col style={{ width: 124 }} />
              <col style={{ width: 104 }} />
            </colgroup>
            <thead>
              <tr>
                <th>
                  <span className="unseen">{t('tasks.col.use')}</span>
                </th>
                <th>{t('tasks.col.task')}</th>
                <th>{t('tasks.col.person')}</th>
                <th>{t('tasks.col.start')}</th>
                <th>{t('tasks.col.due')}</th>
                <th className="n">{t('tasks.col.hours')}</th>
              </tr>
            </thead>
            <tbody>
              {tasks.map((task) => (
                <BriefTaskRow
                  key={task.key}
                  task={task}
                  people={proposal.people}
                  onEdit={(edit) =>
                    setEdits(new Map(edits).set(task.key, { ...edits.get(task.key), ...edit }))
                  }
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ErrorNote failure={failure} />
      <div className={styles.foot}>
        <span className="t2">{t('tasks.sum', { count: chosen.length, seconds })}</span>
        <span className="grow" />
        <Button
          variant="primary"
          type="submit"
          disabled={isRunning || isWrong || chosen.length === 0}
        >
          {t('tasks.make', { count: chosen.length })}
        </Button>
      </div>
    </form>
  );
}

function edited(task: ProposedBriefTask, edit: TaskEdit = {}) {
  return { ...task, isOff: false, ...edit };
}
