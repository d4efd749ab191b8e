import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import { ErrorNote } from '../../../components/error-note';
import {
  DateField,
  MoneyField,
  NumberField,
  SelectField,
  TextField,
} from '../../../components/fields';
import { Pane } from '../../../components/pane';
import { useRead } from '../../../lib/api';
import styles from '../client.module.css';
import { useAmend } from './use-amend';

/** How the agency works with the client. */
export function CardPane({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  const { t: common } = useTranslation('common');
  const { failure, save } = useAmend(client);
  const people = useRead('people/list', {});
  const { card } = client;
  const managers = (people.data?.people ?? []).filter(
    ({ id, managesClients }) => managesClients || id === card.managerId || id === card.deputyId,
  );
  const personOptions = [
    { value: '', label: t('card.nobody') },
    ...managers.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Pane title={t('card.title')}>
      <div className={styles.fieldGrid}>
        <TextField
          label={t('card.name')}
          value={card.name}
          required={t('card.nameMissing')}
          onCommit={(name) => name !== null && save({ name })}
        />
        <TextField
          label={t('card.descriptor')}
          value={card.descriptor}
          onCommit={(descriptor) => save({ descriptor: descriptor ?? '' })}
        />
        <SelectField
          label={t('card.tier')}
          value={card.tier}
          options={(['A', 'B', 'C'] as const).map((value) => ({ value, label: value }))}
          onCommit={(tier) => save({ tier })}
        />
        <TextField
          label={t('card.mark')}
          value={card.mark}
          maxLength={2}
          hint={t('card.markHint')}
          required={t('card.markMissing')}
          onCommit={(mark) => mark !== null && save({ mark })}
        />
        <SelectField
          label={t('card.manager')}
          value={card.managerId ?? ''}
          options={personOptions}
          onCommit={(id) => save({ managerId: id === '' ? null : id })}
        />
        <SelectField
          label={t('card.deputy')}
          value={card.deputyId ?? ''}
          options={personOptions}
          onCommit={(id) => save({ deputyId: id === '' ? null : id })}
        />
        <DateField
          label={t('card.sinceOn')}
          value={card.sinceOn}
          onCommit={(sinceOn) => save({ sinceOn })}
        />
        <NumberField
          label={t('card.paymentDays')}
          value={card.paymentDays}
          max={365}
          required={t('card.paymentDaysMissing')}
          onCommit={(paymentDays) => paymentDays !== null && save({ paymentDays })}
        />
        <MoneyField
          label={t('card.limit')}
          currency={client.currency}
          value={card.creditLimitMinor}
          hint={t('card.limitHint')}
          onCommit={(creditLimitMinor) => save({ creditLimitMinor })}
        />
        <SelectField
          label={t('card.language')}
          value={card.language}
          options={(['ru', 'en', 'lv'] as const).map((value) => ({
            value,
            label: common(`language.${value}`),
          }))}
          onCommit={(language) => save({ language })}
        />
      </div>
      <div className={styles.paneText}>
        <ErrorNote failure={failure} />
      </div>
    </Pane>
  );
}
