import { type ReactElement, useState } from 'react';
import type { Output } from '../../../shared/contract/contract';
import type { Failure } from '../../../shared/contract/result';
import type { Absence } from '../../../shared/contract/team.contract';
import { addDays, mondayOf } from '../../../shared/domain/dates';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { DateField, SelectField, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import { Popover } from '../../components/popover';
import { useCommand } from '../../lib/api';
import { useTranslation } from '../../lib/translation';
import { useToday } from '../../lib/workspace';
import styles from './settings.module.css';

const KINDS = ['vacation', 'sick', 'unpaid', 'study', 'other'] as const;

type Kept = Output<'people/absences'>['absences'][number];
type People = readonly { id: string; name: string }[];

/** Who is away from when to when, and who stands in. */
export function NewAbsence({ people }: { people: People }) {
  const { t } = useTranslation('time');
  const monday = addDays(mondayOf(useToday()), 7);
  const add = useCommand('people/add-absence');
  return (
    <AbsencePopover
      people={people}
      start={{
        personId: people[0]?.id ?? '',
        fromOn: monday,
        toOn: addDays(monday, 6),
        kind: 'vacation',
        deputyId: null,
        note: '',
      }}
      label={t('absences.new')}
      action={t('absences.add')}
      trigger={
        <Button icon="plus" disabled={people.length === 0}>
          {t('absences.new')}
        </Button>
      }
      failure={add.failure}
      submit={(absence) => add.run(absence)}
    />
  );
}

/** An absence that is put right: its name opens the form. */
export function EditAbsence({ people, absence }: { people: People; absence: Kept }) {
  const { t } = useTranslation('time');
  const amend = useCommand('people/amend-absence');
  const { id, revision, personId, fromOn, toOn, kind, deputyId, note } = absence;
  return (
    <AbsencePopover
      people={people}
      start={{ personId, fromOn, toOn, kind, deputyId, note }}
      label={t('absences.edit', { name: absence.personName })}
      action={t('absences.change')}
      trigger={
        <button
          type="button"
          className={`m ${styles.edit}`}
          aria-label={t('absences.edit', { name: absence.personName })}
        >
          {absence.personName}
        </button>
      }
      failure={amend.failure}
      submit={(patch) => amend.run({ id, revision, patch })}
    />
  );
}

type Props = {
  people: People;
  start: Absence;
  label: string;
  action: string;
  trigger: ReactElement;
  failure: Failure | null;
  submit: (absence: Absence) => Promise<unknown>;
};

function AbsencePopover({ label, trigger, ...form }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Popover label={label} open={open} onOpenChange={setOpen} align="start" trigger={trigger}>
      <AbsenceForm {...form} label={label} onDone={() => setOpen(false)} />
    </Popover>
  );
}

type FormProps = Omit<Props, 'trigger'> & { onDone: () => void };

function AbsenceForm({ people, start, label, action, failure, submit, onDone }: FormProps) {
  const { t } = useTranslation('time');
  const [absence, setAbsence] = useState(start);
  const change = (patch: Partial<Absence>) => setAbsence({ ...absence, ...patch });
  return (
    <Form
      className={styles.popForm}
      label={label}
      onSubmit={() => submit(absence).then(onDone, () => undefined)}
    >
      <SelectField
        label={t('team.who')}
        value={absence.personId}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        onCommit={(personId) => change({ personId })}
      />
      <SelectField
        label={t('absences.kindHead')}
        value={absence.kind}
        options={KINDS.map((value) => ({ value, label: t(`absences.kind.${value}`) }))}
        onCommit={(kind) => change({ kind })}
      />
      <div className={styles.pair}>
        <DateField
          label={t('locks.from')}
          value={absence.fromOn}
          required={t('locks.dayNeeded')}
          onCommit={(on) => change({ fromOn: on ?? start.fromOn })}
        />
        <DateField
          label={t('locks.to')}
          value={absence.toOn}
          required={t('locks.dayNeeded')}
          onCommit={(on) => change({ toOn: on ?? start.toOn })}
        />
      </div>
      <SelectField
        label={t('absences.deputy')}
        value={absence.deputyId ?? ''}
        options={[
          { value: '', label: t('absences.noDeputy') },
          ...people
            .filter(({ id }) => id !== absence.personId)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onCommit={(id) => change({ deputyId: id === '' ? null : id })}
      />
      <TextField
        label={t('absences.note')}
        value={absence.note}
        onCommit={(note) => change({ note: note ?? '' })}
      />
      <ErrorNote failure={failure} />
      <Button type="submit" variant="primary">
        {action}
      </Button>
    </Form>
  );
}
