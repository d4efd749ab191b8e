import { useState } from 'react';
import type { DatedItem } from '../../../shared/contract/deadlines.contract';
import { addDays } from '../../../shared/domain/dates';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { DateField, SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import { Popover } from '../../components/popover';
import { usePhrase } from '../../lib/phrase';
import { useTranslation } from '../../lib/translation';
import { useToday } from '../../lib/workspace';
import styles from './deadlines.module.css';
import { clockText, HALF_HOURS, instantOf } from './minutes';
import type { Reminders } from './use-reminders';

const MORNING = 9 * 60;

/** A reminder of one thing, at a day and a time. */
export function RemindMe({
  item,
  reminders,
}: {
  readonly item: DatedItem;
  readonly reminders: Reminders;
}) {
  const { t } = useTranslation('deadlines');
  const phrase = usePhrase();
  const [isOpen, setOpen] = useState(false);
  const label = t('remind.label', { title: phrase(item.title) });
  return (
    <Popover
      label={label}
      align="end"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" className={styles.action} aria-label={label}>
          {t('remind.word')}
        </Button>
      }
    >
      <RemindForm item={item} reminders={reminders} onDone={() => setOpen(false)} />
    </Popover>
  );
}

function RemindForm({
  item,
  reminders,
  onDone,
}: {
  readonly item: DatedItem;
  readonly reminders: Reminders;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('deadlines');
  const today = useToday();
  const tomorrow = addDays(today, 1);
  const [on, setOn] = useState<string | null>(item.on > tomorrow ? addDays(item.on, -1) : tomorrow);
  const [minute, setMinute] = useState(MORNING);

  async function submit() {
    if (on === null) return;
    const at = instantOf(on, minute);
    if (await reminders.ask({ itemKey: item.key, onDate: item.on, at })) onDone();
  }

  return (
    <Form className={styles.remind} onSubmit={submit}>
      <div className={styles.pair}>
        <DateField label={t('remind.on')} value={on} onCommit={setOn} />
        <SelectField
          label={t('remind.at')}
          value={String(minute)}
          options={HALF_HOURS.map((each) => ({ value: String(each), label: clockText(each) }))}
          onCommit={(value) => setMinute(Number(value))}
        />
      </div>
      <ErrorNote failure={reminders.failure} />
      <Button variant="primary" type="submit">
        {t('remind.ask')}
      </Button>
    </Form>
  );
}
