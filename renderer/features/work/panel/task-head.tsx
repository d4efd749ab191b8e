import { type FormEvent, useEffect, useState } from 'react';
import type { TaskDetails } from '../../../../shared/contract/tasks-shapes';
import { TASK_STATUSES } from '../../../../shared/domain/work/task-status';
import { Button } from '../../../components/button';
import { TextInput } from '../../../components/field';
import { SelectField } from '../../../components/fields';
import { Menu } from '../../../components/menu';
import { Popover } from '../../../components/popover';
import { useCommand } from '../../../lib/api';
import { usePhrase } from '../../../lib/phrase';
import { useWorkspace } from '../../../lib/workspace';
import type { Kit } from '../kit';
import styles from './panel.module.css';
import { useAct } from './use-act';
import type { AmendTask } from './use-amend-task';

type Props = { task: TaskDetails; kit: Kit; amend: AmendTask };

/** The name, the status, what can be decided now, and why the task stands where it stands in the queue. */
export function TaskHead({ task, kit, amend }: Props) {
  const { t, format } = kit;
  const phrase = usePhrase();
  const { score, urgency, benefit, reasons } = task.priorityParts;
  return (
    <>
      <div className={styles.title}>
        <TitleField key={task.title} task={task} kit={kit} amend={amend} />
      </div>
      <Acts task={task} kit={kit} />
      <div className={styles.why}>
        <p>
          <b className="m">{t(`priority.${task.priority}`)}</b>
          {task.isPrioritySet
            ? `, ${t('priority.setBy', { reason: task.priorityReason || t('priority.noReason') })}`
            : ''}
          {' · '}
          {t('priority.product', {
            urgency: format.number(urgency),
            benefit: format.number(benefit),
            score: format.number(score),
          })}
        </p>
        {reasons.length === 0 ? null : (
          <ul>
            {reasons.map((reason) => (
              <li key={reason.key}>{phrase(reason)}</li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

function TitleField({ task, kit, amend }: Props) {
  const [text, setText] = useState(task.title);
  const commit = () => {
    const title = text.trim();
    if (title === '') setText(task.title);
    else if (title !== task.title) amend({ title });
  };
  return (
    <textarea
      aria-label={kit.t('task.title')}
      rows={1}
      maxLength={500}
      value={text}
      onChange={(event) => setText(event.target.value.replace(/\n/g, ' '))}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          event.currentTarget.blur();
        }
        if (event.key === 'Escape') {
          event.stopPropagation();
          setText(task.title);
        }
      }}
    />
  );
}

function Acts({ task, kit }: Omit<Props, 'amend'>) {
  const { t } = kit;
  const move = useCommand('tasks/move');
  const accept = useCommand('tasks/accept');
  const archive = useCommand('tasks/archive');
  const prioritise = useCommand('tasks/prioritise');
  const { userName } = useWorkspace();
  const act = useAct();
  const isJudged = task.status === 'review' || task.status === 'client-review';
  return (
    <div className={styles.acts}>
      <SelectField
        label={t('task.status')}
        hideLabel
        value={task.status}
        options={TASK_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        onCommit={(status) => void act(move.run({ ids: [task.id], to: { status }, reason: '' }))}
      />
      {isJudged ? (
        <>
          <Button
            variant="primary"
            onClick={() =>
              void act(accept.run({ id: task.id, revision: task.revision, acceptedBy: userName }))
            }
          >
            {t('task.accept')}
          </Button>
          <SendBack task={task} kit={kit} />
        </>
      ) : null}
      <span className="grow" />
      <Menu
        trigger={
          <Button variant="quiet" aria-label={t('task.more')}>
            …
          </Button>
        }
        items={[
          ...(['urgent', 'high', 'normal', 'low'] as const).map((level) => ({
            label: t('task.setPriority', { level: t(`priority.${level}`) }),
            onChoose: () =>
              void act(prioritise.run({ id: task.id, revision: task.revision, level, reason: '' })),
          })),
          ...(task.isPrioritySet
            ? [
                {
                  label: t('priority.reckoned'),
                  onChoose: () =>
                    void act(
                      prioritise.run({
                        id: task.id,
                        revision: task.revision,
                        level: null,
                        reason: '',
                      }),
                    ),
                },
              ]
            : []),
          {
            label: t(task.archivedAt === null ? 'task.archive' : 'task.unarchive'),
            apart: true,
            onChoose: () =>
              void act(archive.run({ ids: [task.id], isArchived: task.archivedAt === null })),
          },
        ]}
      />
    </div>
  );
}

/** Back to rework: what has to be done again is said, and counted. */
export function SendBack({ task, kit }: { task: Pick<TaskDetails, 'id' | 'revision'>; kit: Kit }) {
  const { t } = kit;
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [sent, setSent] = useState(false);
  const send = useCommand('tasks/send-back');
  const act = useAct();
  useEffect(() => {
    if (!open) setSent(false);
  }, [open]);
  async function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (reason.trim() === '') return;
    const input = { id: task.id, revision: task.revision, reason: reason.trim() };
    if (await act(send.run(input))) {
      setOpen(false);
      setReason('');
    }
  }
  return (
    <Popover
      label={t('task.sendBack')}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t('task.sendBack')}</Button>}
    >
      <form className={styles.popForm} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label={t('task.sendBackWhy')}
          value={reason}
          autoFocus
          onChange={setReason}
          problem={sent && reason.trim() === '' ? t('task.sendBackNeeded') : null}
        />
        <div>
          <Button type="submit" variant="primary" disabled={send.isRunning}>
            {t('task.sendBackDo')}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
