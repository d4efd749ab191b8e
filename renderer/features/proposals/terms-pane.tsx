import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../shared/contract/contract';
import type { Proposal } from '../../../shared/contract/proposals.contract';
import { ErrorNote } from '../../components/error-note';
import { DateField, PercentField, SelectField, TextField } from '../../components/fields';
import { useCommand } from '../../lib/api';
import styles from './proposals.module.css';

type Props = { proposal: Proposal; isLocked: boolean };
type Patch = Input<'proposals/amend'>['patch'];

const VAT_MODES = ['by-date', 'stated', 'none'] as const;
const LANGUAGES = ['ru', 'en', 'lv'] as const;
/** What a stated rate starts from before another is typed: 0 %, which is not «без НДС». */
const FIRST_STATED_PPM = 0;

/** What the client reads besides the table, and the dates the price depends on. */
export function TermsPane({ proposal, isLocked }: Props) {
  const { t } = useTranslation('proposals');
  const { t: common } = useTranslation('common');
  const amend = useCommand('proposals/amend', { announce: false });
  const [hasTyped, setTyped] = useState(false);
  const patch = (fields: Patch) => {
    setTyped(true);
    amend.send({ id: proposal.id, revision: proposal.revision, patch: fields });
  };
  return (
    <section className={styles.terms} aria-label={t('terms.title')}>
      <h3 className="m">{t('terms.title')}</h3>
      <div className={styles.termGrid}>
        <TextField
          label={t('terms.name')}
          value={proposal.title}
          disabled={isLocked}
          required={t('new.nameMissing')}
          onCommit={(title) => title !== null && patch({ title })}
        />
        <SelectField
          label={t('terms.language')}
          value={proposal.language}
          disabled={isLocked}
          options={LANGUAGES.map((value) => ({ value, label: common(`language.${value}`) }))}
          onCommit={(language) => patch({ language })}
        />
        {(['validUntil', 'pricesOn', 'startsOn', 'endsOn'] as const).map((name) => (
          <DateField
            key={name}
            label={t(`terms.${name}`)}
            value={proposal[name]}
            disabled={isLocked}
            required={t('terms.dateMissing')}
            onCommit={(day) => day !== null && patch({ [name]: day })}
          />
        ))}
        <PercentField
          label={t('terms.prepayment')}
          value={proposal.prepaymentPpm}
          disabled={isLocked}
          onCommit={(prepaymentPpm) => patch({ prepaymentPpm: prepaymentPpm ?? 0 })}
        />
        <SelectField
          label={t('terms.vat')}
          value={proposal.vatMode}
          disabled={isLocked}
          options={VAT_MODES.map((value) => ({ value, label: t(`terms.vatMode.${value}`) }))}
          onCommit={(vatMode) =>
            patch({ vatMode, vatPpm: vatMode === 'stated' ? FIRST_STATED_PPM : null })
          }
        />
        {proposal.vatMode === 'stated' ? (
          <PercentField
            label={t('terms.vatRate')}
            value={proposal.vatPpm}
            disabled={isLocked}
            onCommit={(vatPpm) => patch({ vatPpm: vatPpm ?? FIRST_STATED_PPM })}
          />
        ) : null}
      </div>
      {(['introduction', 'paymentTerms', 'exclusions'] as const).map((name) => (
        <TextField
          key={name}
          label={t(`terms.${name}`)}
          value={proposal[name]}
          disabled={isLocked}
          maxLength={5000}
          placeholder={t(`terms.${name}Example`)}
          onCommit={(text) => patch({ [name]: text ?? '' })}
        />
      ))}
      {hasTyped ? <ErrorNote failure={amend.failure} /> : null}
    </section>
  );
}
