import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { SelectField, TextField } from '../../components/fields';
import { Popover } from '../../components/popover';
import { useCommand } from '../../lib/api';
import { useToday } from '../../lib/workspace';
import styles from './portfolio.module.css';

type Country = 'RU' | 'LV' | 'OTHER';
type Tier = 'A' | 'B' | 'C';

/** What a client's papers are written in and paid in, unless said otherwise. */
const DEFAULTS = {
  RU: { language: 'ru', currency: 'RUB' },
  LV: { language: 'lv', currency: 'EUR' },
  OTHER: { language: 'en', currency: 'EUR' },
} as const;

/** A name is enough to begin; the page of the new client opens. */
export function NewClient() {
  const { t } = useTranslation('portfolio');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={t('newClient.title')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon="plus">
          {t('addClient')}
        </Button>
      }
    >
      <NewClientForm onDone={() => setOpen(false)} />
    </Popover>
  );
}

export function NewClientForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('portfolio');
  const today = useToday();
  const [, navigate] = useLocation();
  const add = useCommand('clients/add');
  const [name, setName] = useState<string | null>(null);
  const [descriptor, setDescriptor] = useState<string | null>(null);
  const [country, setCountry] = useState<Country>('RU');
  const [tier, setTier] = useState<Tier>('B');
  const [isMissing, setMissing] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (name === null || name === '') {
      setMissing(true);
      return;
    }
    const done = await add
      .run({
        name,
        descriptor: descriptor ?? '',
        country,
        tier,
        sinceOn: today,
        ...DEFAULTS[country],
      })
      .catch(() => null);
    if (done === null) return;
    onDone();
    navigate(`/clients/${done.id}/details`);
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('newClient.name')}
        value={name}
        placeholder={t('newClient.namePlaceholder')}
        autoFocus
        required={t('newClient.nameMissing')}
        onCommit={(text) => {
          setName(text);
          setMissing(false);
        }}
      />
      {isMissing && <p className="msg neg">{t('newClient.nameMissing')}</p>}
      <TextField
        label={t('newClient.descriptor')}
        value={descriptor}
        placeholder={t('newClient.descriptorPlaceholder')}
        onCommit={setDescriptor}
      />
      <div className={styles.formRow}>
        <SelectField
          label={t('newClient.country')}
          value={country}
          options={(['RU', 'LV', 'OTHER'] as const).map((value) => ({
            value,
            label: t(`newClient.${value}`),
          }))}
          onCommit={setCountry}
        />
        <SelectField
          label={t('newClient.tier')}
          value={tier}
          options={(['A', 'B', 'C'] as const).map((value) => ({ value, label: value }))}
          onCommit={setTier}
        />
      </div>
      <ErrorNote failure={add.failure} />
      <Button variant="primary" type="submit" disabled={add.isRunning}>
        {t('newClient.add')}
      </Button>
    </form>
  );
}
