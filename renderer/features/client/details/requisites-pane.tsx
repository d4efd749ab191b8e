import { useTranslation } from 'react-i18next';
import type { ClientOverview, Requisites } from '../../../../shared/contract/clients.contract';
import { ErrorNote } from '../../../components/error-note';
import { SelectField, TextField } from '../../../components/fields';
import { Pane } from '../../../components/pane';
import { Tag } from '../../../components/tag';
import { useRequisiteWarning } from '../../../lib/requisites';
import styles from '../client.module.css';
import { useAmend } from './use-amend';

type Field = keyof Requisites;

const RUSSIAN: readonly Field[] = [
  'inn',
  'kpp',
  'ogrn',
  'bik',
  'account',
  'correspondentAccount',
  'bankName',
];
const EUROPEAN: readonly Field[] = ['registrationNumber', 'vatNumber', 'iban', 'bankName'];

/** The legal entity. A doubtful number is saved and warned of, never refused. */
export function RequisitesPane({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  const { t: common } = useTranslation('common');
  const { failure, save } = useAmend(client);
  const { card, warnings } = client;
  const fields = card.country === 'RU' ? RUSSIAN : EUROPEAN;
  const warningOf = useRequisiteWarning();
  return (
    <Pane
      title={t('requisites.title')}
      line="top"
      actions={
        warnings.length === 0 ? null : (
          <Tag tone="warn">! {t('requisites.warnings', { count: warnings.length })}</Tag>
        )
      }
    >
      <div className={styles.fieldGrid}>
        <SelectField
          label={t('requisites.country')}
          value={card.country}
          options={(['RU', 'LV', 'OTHER'] as const).map((value) => ({
            value,
            label: common(`country.${value}`),
          }))}
          onCommit={(country) => save({ country })}
        />
        <TextField
          label={t('requisite.legalName')}
          value={card.legalName}
          onCommit={(legalName) => save({ legalName: legalName ?? '' })}
        />
        <div className={styles.wide}>
          <TextField
            label={t('requisite.address')}
            value={card.address}
            onCommit={(address) => save({ address: address ?? '' })}
          />
        </div>
        {fields.map((field) => (
          <TextField
            key={field}
            label={t(`requisite.${field}`)}
            value={card[field]}
            warning={warningOf(warnings, field)}
            onCommit={(text) => save({ [field]: text === '' ? null : text })}
          />
        ))}
      </div>
      <div className={styles.paneText}>
        <ErrorNote failure={failure} />
      </div>
    </Pane>
  );
}
