import { useState } from 'react';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { DateField, SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import { Pane } from '../../components/pane';
import { Popover } from '../../components/popover';
import { useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import styles from './time.module.css';

type Person = { id: string; name: string };
type Props = { people: readonly Person[]; from: string; to: string };

/** Periods whose hours are settled; the week shown is offered for the next one. */
export function LocksPane({ people, from, to }: Props) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const locks = useRead('time/locks', {}).data?.locks ?? [];
  const unlock = useCommand('time/unlock-period');
  return (
    <Pane
      line="top"
      title={t('locks.title')}
      caption={t('locks.caption')}
      actions={<LockForm key={from} people={people} from={from} to={to} />}
    >
      <ErrorNote failure={unlock.failure} />
      {locks.length === 0 ? (
        <p className={`t3 ${styles.note}`}>{t('locks.none')}</p>
      ) : (
        <ul className={styles.locks}>
          {locks.map((lock) => (
            <li key={lock.id}>
              <span className="grow cut">
                <span className="m">{format.dateRange(lock.fromOn, lock.toOn)}</span>{' '}
                <span className="t3">{lock.personName ?? t('locks.everybody')}</span>
              </span>
              <Button
                variant="quiet"
                aria-label={t('locks.unlockWhat', {
                  when: format.dateRange(lock.fromOn, lock.toOn),
                })}
                onClick={() => unlock.send({ id: lock.id })}
              >
                {t('locks.unlock')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Pane>
  );
}

function LockForm({ people, from, to }: Props) {
  const { t } = useTranslation('time');
  const [open, setOpen] = useState(false);
  const [period, setPeriod] = useState({ from, to });
  const [personId, setPersonId] = useState('');
  const lock = useCommand('time/lock-period');

  async function submit() {
    const done = await lock
      .run({
        personId: personId === '' ? null : personId,
        fromOn: period.from,
        toOn: period.to,
        note: '',
      })
      .catch(() => null);
    if (done !== null) setOpen(false);
  }

  return (
    <Popover
      label={t('locks.new')}
      open={open}
      onOpenChange={setOpen}
      align="end"
      trigger={<Button icon="lock">{t('locks.new')}</Button>}
    >
      <Form className={styles.popForm} label={t('locks.new')} onSubmit={submit}>
        <DateField
          label={t('locks.from')}
          value={period.from}
          required={t('locks.dayNeeded')}
          onCommit={(on) => setPeriod({ ...period, from: on ?? from })}
        />
        <DateField
          label={t('locks.to')}
          value={period.to}
          required={t('locks.dayNeeded')}
          onCommit={(on) => setPeriod({ ...period, to: on ?? to })}
        />
        <SelectField
          label={t('locks.whose')}
          value={personId}
          options={[
            { value: '', label: t('locks.everybody') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onCommit={setPersonId}
        />
        <ErrorNote failure={lock.failure} />
        <Button type="submit" variant="primary">
          {t('locks.lock')}
        </Button>
      </Form>
    </Popover>
  );
}
