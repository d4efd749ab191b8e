import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { useCommand } from '../lib/api';
import { useTranslation } from '../lib/translation';
import { useToday } from '../lib/workspace';
import { Button } from './button';
import { ErrorNote } from './error-note';
import { TextInput } from './field';
import { SelectField } from './fields';
import styles from './new-client.module.css';
import { Popover } from './popover';

const COUNTRIES = ['RU', 'LV', 'OTHER'] as const;
const TIERS = ['A', 'B', 'C'] as const;
type Country = (typeof COUNTRIES)[number];
type Tier = (typeof TIERS)[number];

/** What a client's papers are written in and paid in, unless said otherwise. */
const DEFAULTS = {
  RU: { language: 'ru', currency: 'RUB' },
  LV: { language: 'lv', currency: 'EUR' },
  OTHER: { language: 'en', currency: 'EUR' },
} as const;

type Props = {
  /** Opens at once: the palette's «Новый клиент». */
  initiallyOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** A name is enough to begin; the page of the new client opens. */
export function NewClient({ initiallyOpen = false, onOpenChange }: Props) {
  const { t } = useTranslation('common');
  const [open, setOpen] = useState(initiallyOpen);

  function change(next: boolean) {
    setOpen(next);
    onOpenChange?.(next);
  }

  return (
    <Popover
      label={t('newClient.title')}
      align="end"
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="primary" icon="plus">
          {t('word.client')}
        </Button>
      }
    >
      <NewClientForm />
    </Popover>
  );
}

function NewClientForm() {
  const { t } = useTranslation('common');
  const today = useToday();
  const [, navigate] = useLocation();
  const add = useCommand('clients/add');
  const [name, setName] = useState('');
  const [descriptor, setDescriptor] = useState('');
  const [country, setCountry] = useState<Country>('RU');
  const [tier, setTier] = useState<Tier>('B');
  const [sent, setSent] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (name.trim() === '') return;
    try {
      const { id } = await add.run({
        name: name.trim(),
        descriptor: descriptor.trim(),
        country,
        tier,
        sinceOn: today,
        ...DEFAULTS[country],
      });
      navigate(`/clients/${id}/details`);
    } catch {
      // The refusal stands above the button.
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        label={t('newClient.name')}
        value={name}
        placeholder={t('newClient.namePlaceholder')}
        autoFocus
        problem={sent && name.trim() === '' ? t('newClient.nameMissing') : null}
        onChange={setName}
      />
      <TextInput
        label={t('newClient.descriptor')}
        value={descriptor}
        placeholder={t('newClient.descriptorPlaceholder')}
        onChange={setDescriptor}
      />
      <div className={styles.row}>
        <SelectField
          label={t('newClient.country')}
          value={country}
          options={COUNTRIES.map((value) => ({ value, label: t(`country.${value}`) }))}
          onCommit={setCountry}
        />
        <SelectField
          label={t('tier.label')}
          value={tier}
          options={TIERS.map((value) => ({ value, label: value }))}
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
