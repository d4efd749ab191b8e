import { useState } from 'react';
import type { CalendarCountry, CalendarKind } from '../../../shared/contract/team.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { DateField, SelectField, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import { Popover } from '../../components/popover';
import { useCommand } from '../../lib/api';
import { useTranslation } from '../../lib/translation';
import styles from './settings.module.css';

const KINDS = ['day-off', 'holiday', 'working', 'short'] as const;

/** A day that the country decided otherwise about, or that the agency keeps otherwise. */
export function NewCalendarDay({ country, year }: { country: CalendarCountry; year: number }) {
  const { t } = useTranslation('time');
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState<string | null>(null);
  const [kind, setKind] = useState<CalendarKind>('day-off');
  const [title, setTitle] = useState('');
  const [isLacking, setLacking] = useState(false);
  const set = useCommand('calendars/set-day');

  async function submit() {
    setLacking(on === null);
    if (on === null) return;
    const done = await set.run({ country, on, kind, title }).catch(() => null);
    if (done === null) return;
    setOn(null);
    setTitle('');
    setOpen(false);
  }

  return (
    <Popover
      label={t('calendarPage.change')}
      open={open}
      onOpenChange={setOpen}
      align="end"
      trigger={<Button>{t('calendarPage.change')}</Button>}
    >
      <Form className={styles.popForm} label={t('calendarPage.change')} onSubmit={submit}>
        <DateField
          label={t('calendarPage.day')}
          value={on}
          placeholder={`31.12.${year}`}
          required={t('locks.dayNeeded')}
          sent={isLacking}
          onCommit={setOn}
        />
        <SelectField
          label={t('calendarPage.kindHead')}
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`calendarKind.${value}`) }))}
          onCommit={setKind}
        />
        <TextField
          label={t('calendarPage.name')}
          value={title}
          onCommit={(text) => setTitle(text ?? '')}
        />
        <ErrorNote failure={set.failure} />
        <Button type="submit" variant="primary">
          {t('calendarPage.write')}
        </Button>
      </Form>
    </Popover>
  );
}
