import { type ReactNode, useState } from 'react';
import type { TaskDetails } from '../../../../shared/contract/tasks-shapes';
import { Button } from '../../../components/button';
import {
  CheckField,
  DateField,
  HoursField,
  SelectField,
  TextField,
} from '../../../components/fields';
import { Icon } from '../../../components/icon';
import { Popover } from '../../../components/popover';
import { DueEditor } from '../due-editor';
import type { Choices } from '../filter/facets';
import type { Kit } from '../kit';
import { dueTone } from '../task-words';
import styles from './panel.module.css';
import type { AmendTask } from './use-amend-task';

type Props = { task: TaskDetails; kit: Kit; choices: Choices | undefined; amend: AmendTask };

const NONE = '';
type Row = { id: string; name: string };

function options(rows: readonly Row[], none: string) {
  return [
    { value: NONE, label: none },
    ...rows.map(({ id, name }) => ({ value: id, label: name })),
  ];
}

/** Who, for whom, until when, how long. */
export function TaskFields({ task, kit, choices, amend }: Props) {
  const { t } = kit;
  const ofClient = <T extends { clientId: string }>(rows: readonly T[] | undefined): T[] =>
    (rows ?? []).filter(({ clientId }) => clientId === task.clientId);
  const briefs = ofClient(choices?.briefs).map(({ id, title }) => ({ id, name: title }));
  const stages = (choices?.stages ?? []).filter(({ projectId }) => projectId === task.projectId);
  const orNull = (id: string) => (id === NONE ? null : id);
  return (
    <section className={styles.section} aria-label={t('task.fields')}>
      <div className={styles.fields}>
        <div className={styles.wide}>
          <People
            label={t('task.assignees')}
            ids={task.assignees.map(({ personId }) => personId)}
            choices={choices}
            kit={kit}
            onChange={(ids) =>
              amend({
                assignees: ids.map(
                  (personId) =>
                    task.assignees.find((one) => one.personId === personId) ?? {
                      personId,
                      sharePpm: Math.floor(1_000_000 / ids.length),
                    },
                ),
              })
            }
          />
        </div>
        <Due task={task} kit={kit} amend={amend} />
        <DateField
          label={t('task.deadline')}
          value={task.deadlineOn}
          onCommit={(deadlineOn) => amend({ deadlineOn })}
        />
        <DateField
          label={t('task.start')}
          value={task.startOn}
          onCommit={(startOn) => amend({ startOn })}
        />
        <HoursField
          label={t('task.estimate')}
          value={task.estimateSeconds}
          onCommit={(estimateSeconds) => amend({ estimateSeconds })}
        />
        <SelectField
          label={t('task.client')}
          value={task.clientId ?? NONE}
          options={options(choices?.clients ?? [], t('card.internal'))}
          onCommit={(id) =>
            amend({ clientId: orNull(id), projectId: null, stageId: null, briefId: null })
          }
        />
        <SelectField
          label={t('task.project')}
          value={task.projectId ?? NONE}
          options={options(ofClient(choices?.projects), '—')}
          onCommit={(id) => amend({ projectId: orNull(id), stageId: null })}
        />
        {stages.length === 0 ? null : (
          <SelectField
            label={t('task.stage')}
            value={task.stageId ?? NONE}
            options={options(stages, '—')}
            onCommit={(id) => amend({ stageId: orNull(id) })}
          />
        )}
        {briefs.length === 0 ? null : (
          <SelectField
            label={t('task.brief')}
            value={task.briefId ?? NONE}
            options={options(briefs, '—')}
            onCommit={(id) => amend({ briefId: orNull(id) })}
          />
        )}
        <TextField
          label={t('task.kind')}
          value={task.kind || null}
          onCommit={(kind) => amend({ kind: kind ?? '' })}
        />
        <TextField
          label={t('task.role')}
          value={task.role || null}
          onCommit={(role) => amend({ role: role ?? '' })}
        />
        <SelectField
          label={t('task.reviewer')}
          value={task.reviewerId ?? NONE}
          options={options(choices?.people ?? [], '—')}
          onCommit={(id) => amend({ reviewerId: orNull(id) })}
        />
        <SelectField
          label={t('task.booking')}
          value={task.booking}
          options={(['soft', 'hard'] as const).map((value) => ({
            value,
            label: t(`booking.${value}`),
          }))}
          onCommit={(booking) => amend({ booking })}
        />
        <div className={styles.wide}>
          <TextField
            label={t('task.promise')}
            placeholder={t('task.promiseExample')}
            value={task.promise || null}
            onCommit={(promise) => amend({ promise: promise ?? '' })}
          />
        </div>
        <div className={styles.wide}>
          <TextField
            label={t('task.labels')}
            value={task.labels.length === 0 ? null : task.labels.join(', ')}
            onCommit={(text) =>
              amend({
                labels: [...new Set((text ?? '').split(',').map((one) => one.trim()))].filter(
                  Boolean,
                ),
              })
            }
          />
        </div>
        <div className={styles.wide}>
          <People
            label={t('task.watchers')}
            ids={task.watcherIds}
            choices={choices}
            kit={kit}
            onChange={(watcherIds) => amend({ watcherIds: [...watcherIds] })}
          />
        </div>
        <div className={styles.wide}>
          <CheckField
            label={t('task.afterHours')}
            checked={task.isAfterHours}
            onChange={(isAfterHours) =>
              amend({
                isAfterHours,
                ...(isAfterHours && task.requestedAt === null ? { requestedAt: Date.now() } : {}),
              })
            }
          />
          {task.isAfterHours ? <AfterHours task={task} kit={kit} amend={amend} /> : null}
        </div>
        <div className={styles.wide}>
          <Description key={task.description} task={task} kit={kit} amend={amend} />
        </div>
      </div>
    </section>
  );
}

/** The day it should be ready; a day that moves is asked why. */
function Due({ task, kit, amend }: Omit<Props, 'choices'>) {
  const { t, format, today } = kit;
  const [open, setOpen] = useState(false);
  return (
    <div>
      <span className="lab">{t('task.due')}</span>
      <Popover
        label={t('due.title')}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button className={task.dueOn === null ? '' : dueTone(task, today)}>
            {task.dueOn === null ? t('due.set') : format.date(task.dueOn)}
          </Button>
        }
      >
        <DueEditor
          label={t('due.title')}
          dueOn={task.dueOn}
          kit={kit}
          onClose={() => setOpen(false)}
          onCommit={(dueOn, reason) => amend({ dueOn }, reason)}
        />
      </Popover>
    </div>
  );
}

type PeopleProps = {
  label: string;
  ids: readonly string[];
  choices: Choices | undefined;
  kit: Kit;
  onChange: (ids: readonly string[]) => void;
};

/** People one by one, each with its way out, and the way to one more. */
function People({ label, ids, choices, kit, onChange }: PeopleProps) {
  const { t } = kit;
  const people = choices?.people ?? [];
  const rest = people.filter(({ id }) => !ids.includes(id));
  return (
    <Group label={label}>
      <div className={styles.people}>
        {ids.map((id) => {
          const name = people.find((person) => person.id === id)?.name ?? '…';
          return (
            <span key={id} className={styles.person}>
              {name}
              <button
                type="button"
                aria-label={t('task.removePerson', { name })}
                onClick={() => onChange(ids.filter((one) => one !== id))}
              >
                <Icon name="close" size={12} />
              </button>
            </span>
          );
        })}
        <SelectField
          label={t('task.addPerson', { what: label })}
          hideLabel
          value={NONE}
          options={options(rest, t('task.add'))}
          onCommit={(id) => id !== NONE && onChange([...ids, id])}
        />
      </div>
    </Group>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around two words
    <div role="group" aria-label={label}>
      <span className="lab">{label}</span>
      {children}
    </div>
  );
}

/** When it was asked for outside hours and when it was answered. */
function AfterHours({ task, kit, amend }: Omit<Props, 'choices'>) {
  const { t, format } = kit;
  return (
    <p className="row sm">
      <span className="t2">
        {task.requestedAt === null
          ? t('task.notRequested')
          : t('task.requested', { when: format.dateTime(task.requestedAt) })}
      </span>
      {task.resolvedAt === null ? (
        <Button variant="quiet" onClick={() => amend({ resolvedAt: Date.now() })}>
          {t('task.resolveNow')}
        </Button>
      ) : (
        <span className="t2">{t('task.resolved', { when: format.dateTime(task.resolvedAt) })}</span>
      )}
    </p>
  );
}

function Description({ task, kit, amend }: Omit<Props, 'choices'>) {
  const [text, setText] = useState(task.description);
  return (
    <label>
      <span className="lab">{kit.t('task.description')}</span>
      <textarea
        className={styles.text}
        value={text}
        maxLength={20_000}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text !== task.description && amend({ description: text })}
      />
    </label>
  );
}
