import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Template } from '../../../../shared/contract/tasks-practice.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { DateField, SelectField } from '../../../components/fields';
import { Popover } from '../../../components/popover';
import { useCommand } from '../../../lib/api';
import type { Choices } from '../filter/facets';
import type { Kit } from '../kit';
import styles from './practice.module.css';

type Props = { template: Template; kit: Kit; choices: Choices | undefined };

/** As per regulation: a task of each step, for a client, a day and people by role. */
export function ApplyRegulation({ template, kit, choices }: Props) {
  const { t } = kit;
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={t('rules.apply')}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{t('rules.apply')}</Button>}
    >
      <ApplyForm template={template} kit={kit} choices={choices} />
    </Popover>
  );
}

function ApplyForm({ template, kit, choices }: Props) {
  const { t, today } = kit;
  const [, navigate] = useLocation();
  const apply = useCommand('templates/apply');
  const [clientId, setClient] = useState('');
  const [projectId, setProject] = useState('');
  const [onDay, setDay] = useState(today);
  const [byRole, setByRole] = useState<Readonly<Record<string, string>>>({});
  const roles = [...new Set(template.steps.map(({ role }) => role))].filter(Boolean);
  const people = choices?.people ?? [];
  const projects = (choices?.projects ?? []).filter((one) => one.clientId === clientId);
  /** Whoever has the role by their card is suggested. */
  const personOf = (role: string) =>
    byRole[role] ??
    people.find((person) => person.role.toLocaleLowerCase() === role.toLocaleLowerCase())?.id ??
    '';
  const named = (rows: readonly { id: string; name: string }[], none: string) => [
    { value: '', label: none },
    ...rows.map(({ id, name }) => ({ value: id, label: name })),
  ];

  async function submit() {
    try {
      await apply.run({
        id: template.id,
        clientId: clientId === '' ? null : clientId,
        projectId: projectId === '' ? null : projectId,
        onDay,
        people: roles.flatMap((role) =>
          personOf(role) === '' ? [] : [{ role, personId: personOf(role) }],
        ),
      });
      const filter = clientId === '' ? {} : { clientIds: [clientId] };
      navigate(`/tasks/list?f=${encodeURIComponent(JSON.stringify(filter))}`);
    } catch {
      // The refusal stands above the button.
    }
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <SelectField
        label={t('task.client')}
        value={clientId}
        options={named(choices?.clients ?? [], t('card.internal'))}
        onCommit={(id) => {
          setClient(id);
          setProject('');
        }}
      />
      {projects.length === 0 ? null : (
        <SelectField
          label={t('task.project')}
          value={projectId}
          options={named(projects, '—')}
          onCommit={setProject}
        />
      )}
      <DateField
        label={t('rules.onDay')}
        value={onDay}
        onCommit={(day) => day !== null && setDay(day)}
      />
      {roles.map((role) => (
        <SelectField
          key={role}
          label={role}
          value={personOf(role)}
          options={named(people, t('card.nobody'))}
          onCommit={(id) => setByRole({ ...byRole, [role]: id })}
        />
      ))}
      <ErrorNote failure={apply.failure} />
      <div>
        <Button type="submit" variant="primary" disabled={apply.isRunning}>
          {t('rules.make', { count: template.steps.length })}
        </Button>
      </div>
    </form>
  );
}
