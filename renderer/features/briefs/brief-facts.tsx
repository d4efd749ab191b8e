import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Brief } from '../../../shared/contract/briefs.contract';
import { DateField, SelectField } from '../../components/fields';
import { Pane } from '../../components/pane';
import styles from './brief-editor.module.css';
import type { AmendBrief } from './use-amend-brief';

const NOBODY = '';

/** What a brief is besides its answers: whom it is for, who agrees, when, in what language. */
export function BriefFacts({ brief, amend }: { brief: Brief; amend: AmendBrief }) {
  const { t } = useTranslation('brief');
  return (
    <aside className={styles.facts} aria-label={t('facts.title')}>
      <Pane title={t('facts.title')}>
        <div className={styles.factsBody}>
          <dl className={styles.pairs}>
            <dt>{t('facts.client')}</dt>
            <dd>
              <Link href={`/clients/${brief.client.id}/profitability`} className={styles.link}>
                {brief.client.name}
              </Link>
            </dd>
            <dt>{t('facts.contract')}</dt>
            <dd>{brief.contractNumber ?? <span className="t3">{t('facts.noContract')}</span>}</dd>
            <dt>{t('facts.author')}</dt>
            <dd>{brief.authorName ?? <span className="dash">—</span>}</dd>
            <dt>{t('facts.language')}</dt>
            <dd>{t(`language.${brief.language}`)}</dd>
          </dl>
          <SelectField
            label={t('facts.approver')}
            value={brief.approverContactId ?? NOBODY}
            options={[
              { value: NOBODY, label: t('facts.noApprover') },
              ...brief.contacts.map(({ id, name, position }) => ({
                value: id,
                label: position === '' ? name : `${name}, ${position}`,
              })),
            ]}
            onCommit={(id) => amend({ approverContactId: id === NOBODY ? null : id })}
          />
          <DateField
            label={t('facts.date')}
            value={brief.briefOn}
            required={t('facts.dateMissing')}
            onCommit={(briefOn) => {
              if (briefOn !== null) amend({ briefOn });
            }}
          />
        </div>
      </Pane>
      <Pane title={t('facts.pdfTitle')} line="top">
        <p className={`t2 ${styles.factsText}`}>{t('facts.pdfText')}</p>
      </Pane>
    </aside>
  );
}
