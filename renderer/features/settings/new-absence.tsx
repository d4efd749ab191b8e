import { useState } from 'react';
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

/** Who is away from when to when, and who stands in. */
export function NewAbsence({ people }: { people: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation('time');
  const today = useToday();
  const monday = addDays(mondayOf(today), 7);
  const blank: Absence = {
    personId: people[0]?.id ?? '',
    fromOn: monday,
    toOn: addDays(monday, 6),
    kind: 'vacation',
    deputyId: null,
    note: '',
  };
  const [open, setOpen] = useState(false);
  const [absence, setAbsence] = useState(blank);
  const add = useCommand('people/add-absence');
  const change = (patch: Partial<Absence>) => setAbsence({ ...absence, ...patch });

  async function submit() {
    const done = await add.run(absence).catch(() => null);
    if (done === null) return;
    setAbsence(blank);
    setOpen(false);
  }

  return (
    <Popover
      label={t('absences.new')}
      open={open}
      onOpenChange={setOpen}
      align="end"
      trigger={
        <Button icon="plus" disabled={people.length === 0}>
          {t('absences.new')}
        </Button>
      }
    >
      <Form className={styles.popForm} label={t('absences.new')} onSubmit={submit}>
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
            onCommit={(on) => change({ fromOn: on ?? blank.fromOn })}
          />
          <DateField
            label={t('locks.to')}
            value={absence.toOn}
            required={t('locks.dayNeeded')}
            onCommit={(on) => change({ toOn: on ?? blank.toOn })}
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
        <ErrorNote failure={add.failure} />
        <Button type="submit" variant="primary">
          {t('absences.add')}
        </Button>
      </Form>
    </Popover>
  );
}
