import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Language } from '../../../shared/contract/primitives';
import { LANGS } from '../../../shared/i18n/formats';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { SelectField } from '../../components/fields';
import { useCommand } from '../../lib/api';
import { useLanguage } from '../../lib/format';
import styles from './templates.module.css';

/** What it is copied from; no key: it begins empty, or from a shipped kind chosen here. */
export type TemplateSource = { key: string | null; title: string };

type Props = {
  source: TemplateSource;
  shipped: readonly { key: string; title: string }[];
  onClose: () => void;
};

const EMPTY = '';

/** How it is called and what it begins from: the editor opens. */
export function NewTemplate({ source, shipped, onClose }: Props) {
  const { t } = useTranslation('brief');
  const [, navigate] = useLocation();
  const uiLanguage = useLanguage();
  const add = useCommand('brief-templates/add');
  const copy = useCommand('brief-templates/copy');
  const [title, setTitle] = useState(
    source.key === null ? '' : t('templates.copyTitle', { title: source.title }),
  );
  const [chosen, setChosen] = useState(source.key ?? EMPTY);
  const [language, setLanguage] = useState<Language>(uiLanguage);
  const [sent, setSent] = useState(false);
  const sources = [
    { value: EMPTY, label: t('templates.fromEmpty') },
    ...(source.key === null || shipped.some(({ key }) => key === source.key)
      ? []
      : [{ value: source.key, label: source.title }]),
    ...shipped.map(({ key, title: label }) => ({ value: key, label })),
  ];

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    const name = title.trim();
    if (name === '') return;
    try {
      const { id } =
        chosen === EMPTY
          ? await add.run({ title: name, language })
          : await copy.run({ key: chosen, title: name, language });
      navigate(`/briefs/templates/${id}`);
    } catch {
      // The refusal stands above the button.
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('templates.new')}
    >
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label={t('templates.field.title')}
          value={title}
          placeholder={t('templates.titlePlaceholder')}
          autoFocus
          problem={sent && title.trim() === '' ? t('templates.titleMissing') : null}
          onChange={setTitle}
        />
        <div className={styles.pair}>
          <SelectField
            label={t('templates.from')}
            value={chosen}
            options={sources}
            onCommit={setChosen}
          />
          <SelectField
            label={t('templates.field.language')}
            value={language}
            options={LANGS.map((value) => ({ value, label: t(`language.${value}`) }))}
            onCommit={setLanguage}
          />
        </div>
        <ErrorNote failure={add.failure ?? copy.failure} />
        <div className={styles.foot}>
          <Button variant="primary" type="submit" disabled={add.isRunning || copy.isRunning}>
            {t('templates.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
