import { type FormEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Language } from '../../../shared/contract/primitives';
import { LANGS } from '../../../shared/i18n/formats';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { SelectField } from '../../components/fields';
import { useCommand, useRead } from '../../lib/api';
import { useLanguage } from '../../lib/format';
import styles from './briefs-page.module.css';

type Props = {
  /** Opens at once: the palette's «Новый бриф». */
  initiallyOpen?: boolean;
  /** The client that the list shows; null for all. */
  clientId: string | null;
  onOpenChange?: (open: boolean) => void;
};

/** For whom, what kind, how it is called: the editor of the new brief opens. */
export function NewBrief({ initiallyOpen = false, clientId, onOpenChange }: Props) {
  const { t } = useTranslation('brief');
  const [open, setOpen] = useState(initiallyOpen);
  const change = (next: boolean) => {
    setOpen(next);
    onOpenChange?.(next);
  };
  return (
    <>
      <Button variant="primary" icon="plus" onClick={() => change(true)}>
        {t('new.button')}
      </Button>
      <Dialog open={open} onOpenChange={change} title={t('new.title')}>
        <NewBriefForm clientId={clientId} />
      </Dialog>
    </>
  );
}

function NewBriefForm({ clientId }: { clientId: string | null }) {
  const { t } = useTranslation('brief');
  const [, navigate] = useLocation();
  const uiLanguage = useLanguage();
  const clients = useRead('clients/list', { archived: false }).data?.clients ?? [];
  const templates = useRead('briefs/templates', { language: uiLanguage }).data?.templates ?? [];
  const add = useCommand('briefs/add');
  const [chosenClient, setClient] = useState(clientId ?? '');
  const [chosenKind, setKind] = useState('');
  const [title, setTitle] = useState('');
  const [chosenLanguage, setLanguage] = useState<Language | null>(null);
  const [sent, setSent] = useState(false);
  const client = chosenClient === '' ? (clients[0]?.id ?? '') : chosenClient;
  const kind = chosenKind === '' ? (templates[0]?.key ?? '') : chosenKind;
  const card = useRead('clients/overview', { clientId: client }, { enabled: client !== '' });
  const language = chosenLanguage ?? card.data?.card.language ?? uiLanguage;

  // Another client speaks another language.
  useEffect(() => {
    setLanguage(null);
    void client;
  }, [client]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (title.trim() === '' || client === '' || kind === '') return;
    try {
      const { id } = await add.run({
        clientId: client,
        templateKey: kind,
        title: title.trim(),
        language,
      });
      navigate(`/briefs/${id}`);
    } catch {
      // The refusal stands above the button.
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        label={t('new.name')}
        value={title}
        placeholder={t('new.namePlaceholder')}
        autoFocus
        problem={sent && title.trim() === '' ? t('new.nameMissing') : null}
        onChange={setTitle}
      />
      <div className={styles.pair}>
        <SelectField
          label={t('new.client')}
          value={client}
          options={clients.map(({ id, name }) => ({ value: id, label: name }))}
          onCommit={setClient}
          note={clients.length === 0 ? { tone: 'warn', text: t('new.noClients') } : null}
        />
        <SelectField
          label={t('new.language')}
          value={language}
          options={LANGS.map((value) => ({ value, label: t(`language.${value}`) }))}
          onCommit={setLanguage}
        />
      </div>
      <Kinds kinds={templates} value={kind} onChange={setKind} />
      <ErrorNote failure={add.failure} />
      <div className={styles.foot}>
        <Button variant="primary" type="submit" disabled={add.isRunning || clients.length === 0}>
          {t('new.create')}
        </Button>
      </div>
    </form>
  );
}

type KindsProps = {
  kinds: readonly { key: string; title: string }[];
  value: string;
  onChange: (key: string) => void;
};

function Kinds({ kinds, value, onChange }: KindsProps) {
  const { t } = useTranslation('brief');
  const name = useId();
  return (
    <fieldset className={styles.kinds}>
      <legend className="lab">{t('new.kind')}</legend>
      {kinds.map(({ key, title }) => (
        <label key={key} className={styles.kind}>
          <input
            type="radio"
            name={name}
            value={key}
            checked={key === value}
            onChange={() => onChange(key)}
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
