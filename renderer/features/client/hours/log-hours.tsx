import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { DateField, HoursField, SelectField, TextField } from '../../../components/fields';
import { Form } from '../../../components/form';
import { useCommand, useRead } from '../../../lib/api';
import { useWorkspace } from '../../../lib/workspace';
import page from '../client.module.css';
import styles from './log-hours.module.css';

const DAY_SECONDS = 86_400;
const KINDS = ['retainer', 'project', 'rework'] as const;
type Kind = (typeof KINDS)[number];

/** One line: when, who, what for, how long. After Enter the next line can be typed at once. */
export function LogHours({
  client,
  defaultOn,
}: {
  readonly client: ClientOverview;
  readonly defaultOn: string;
}) {
  const { t } = useTranslation('client');
  const { userId } = useWorkspace();
  const people = useRead('people/list', {});
  const projects = useRead('projects/list', { clientId: client.id });
  const log = useCommand('hours/log');
  const [on, setOn] = useState<string | null>(null);
  const [personId, setPerson] = useState<string | null>(null);
  const [work, setWork] = useState<string | null>(null);
  const [seconds, setSeconds] = useState<number | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [isLacking, setLacking] = useState(false);
  const hoursField = useRef<HTMLInputElement>(null);

  const team = people.data?.people ?? [];
  const person = personId ?? (team.some(({ id }) => id === userId) ? userId : team[0]?.id) ?? '';
  const open = (projects.data?.projects ?? []).filter((project) => project.status === 'active');
  const options = workOptions(open, t);
  const chosen = work ?? options[0]?.value ?? 'rework:';

  async function submit() {
    if (seconds === null || seconds === 0 || person === '') {
      setLacking(true);
      hoursField.current?.focus();
      return;
    }
    const { kind, projectId } = readWork(chosen);
    const done = await log
      .run({
        personId: person,
        clientId: client.id,
        projectId,
        workedOn: on ?? defaultOn,
        kind,
        durationSeconds: seconds,
        note: note ?? '',
      })
      .catch(() => null);
    if (done === null) return;
    setSeconds(null);
    setNote(null);
    setLacking(false);
    hoursField.current?.focus();
  }

  return (
    <Form className={styles.logForm} onSubmit={submit} label={t('hours.log')}>
      <DateField label={t('hours.on')} value={on ?? defaultOn} onCommit={setOn} />
      <SelectField
        label={t('hours.person')}
        value={person}
        options={team.map(({ id, name }) => ({ value: id, label: name }))}
        onCommit={setPerson}
      />
      <SelectField label={t('hours.work')} value={chosen} options={options} onCommit={setWork} />
      <HoursField
        ref={hoursField}
        label={t('hours.duration')}
        value={seconds}
        maxSeconds={DAY_SECONDS}
        onCommit={(value) => {
          setSeconds(value);
          setLacking(false);
        }}
      />
      <TextField label={t('hours.note')} value={note} onCommit={setNote} />
      <Button variant="primary" type="submit" disabled={log.isRunning}>
        {t('hours.log')}
      </Button>
      {isLacking && <p className={`msg neg ${page.wide}`}>{t('hours.lacking')}</p>}
      <div className={page.wide}>
        <ErrorNote failure={log.failure} />
      </div>
    </Form>
  );
}

type Translate = ReturnType<typeof useTranslation<'client'>>['t'];

/** Kind and project are one choice: a retainer's hours, a project's, or work done again. */
function workOptions(
  projects: readonly { id: string; name: string; kind: 'retainer' | 'fixed-fee' }[],
  t: Translate,
) {
  const own = projects.map((project) => ({
    value: `${project.kind === 'retainer' ? 'retainer' : 'project'}:${project.id}`,
    label: project.name,
  }));
  const rework = projects.map((project) => ({
    value: `rework:${project.id}`,
    label: t('hours.reworkOf', { project: project.name }),
  }));
  return [...own, ...rework, { value: 'rework:', label: t('hours.kind.rework') }];
}

function readWork(value: string): { kind: Kind; projectId: string | null } {
  const [kind = '', projectId = ''] = value.split(':');
  return {
    kind: KINDS.find((each) => each === kind) ?? 'rework',
    projectId: projectId === '' ? null : projectId,
  };
}
