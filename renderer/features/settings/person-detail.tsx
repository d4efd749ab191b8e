import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/contract/people.contract';
import { ErrorNote } from '../../components/error-note';
import { CheckField, DateField, TextField } from '../../components/fields';
import { Icon } from '../../components/icon';
import { Pane } from '../../components/pane';
import { useCommand } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useToday } from '../../lib/workspace';
import { NewBillRate, NewPayRate } from './new-rate';
import { newestFirst } from './rates';
import styles from './settings.module.css';

/** One person: the card, and every rate there was and will be. */
export function PersonDetail({ person, currency }: { person: Person; currency: string }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const today = useToday();
  const amend = useCommand('people/amend');
  const set = (patch: Parameters<typeof amend.send>[0]['patch']) =>
    amend.send({ id: person.id, revision: person.revision, patch });
  const span = (from: string, to: string | null) =>
    to === null
      ? t('rate.from', { date: format.date(from) })
      : `${format.date(from)}–${format.date(to)}`;

  return (
    <div className={styles.detail}>
      <Pane title={person.name} caption={person.role}>
        <div className={styles.detailForm}>
          <TextField
            label={t('people.name')}
            value={person.name}
            required={t('people.nameMissing')}
            onCommit={(name) => name !== null && set({ name })}
          />
          <TextField
            label={t('people.role')}
            value={person.role}
            onCommit={(role) => set({ role: role ?? '' })}
          />
          <DateField
            label={t('people.from')}
            value={person.activeFrom}
            onCommit={(activeFrom) => set({ activeFrom })}
          />
          <DateField
            label={t('people.to')}
            value={person.activeTo}
            onCommit={(activeTo) => set({ activeTo })}
          />
          <CheckField
            label={t('people.manages')}
            checked={person.managesClients}
            onChange={(managesClients) => set({ managesClients })}
          />
        </div>
        <ErrorNote failure={amend.failure} />
      </Pane>
      <Pane
        title={t('rate.bill')}
        caption={t('rate.billCaption')}
        line="top"
        actions={<NewBillRate person={person} currency={currency} />}
      >
        <table className={`tb flat ${styles.table}`}>
          <tbody>
            {newestFirst(person.billRates).map((rate) => (
              <tr key={rate.id}>
                <td className="t2">
                  <Span isFuture={rate.validFrom > today}>
                    {span(rate.validFrom, rate.validTo)}
                  </Span>
                </td>
                <td className="n">{format.money(rate.hourPriceMinor, rate.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {person.billRates.length === 0 ? (
          <p className={`warn ${styles.note}`}>{t('rate.noBill')}</p>
        ) : null}
      </Pane>
      <Pane
        title={
          <span className="row">
            <Icon name="lock" size={12} /> {t('rate.pay')}
          </span>
        }
        caption={t('common:internal.head')}
        line="top"
        className={styles.inner}
        actions={<NewPayRate person={person} currency={currency} />}
      >
        {person.payRates.length === 0 ? null : (
          <table className={`tb flat ${styles.table}`}>
            <thead>
              <tr>
                <th>{t('rate.span')}</th>
                <th className="n" style={{ width: 96 }}>
                  {t('rate.month')}
                </th>
                <th className="n" style={{ width: 68 }}>
                  {t('rate.hours')}
                </th>
              </tr>
            </thead>
            <tbody>
              {newestFirst(person.payRates).map((rate) => (
                <tr key={rate.id}>
                  <td className="t2">
                    <Span isFuture={rate.validFrom > today}>
                      {span(rate.validFrom, rate.validTo)}
                    </Span>
                  </td>
                  <td className="n">
                    {format.moneyWhole(rate.monthlyPayMinor + rate.monthlyBenefitsMinor, currency)}
                  </td>
                  <td className="n">{format.hours(rate.availableSeconds, { max: 1 })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {person.payRates.length === 0 ? (
          <p className={`warn ${styles.note}`}>{t('rate.noPay')}</p>
        ) : null}
      </Pane>
    </div>
  );
}

/** What begins later is in pencil. */
function Span({ isFuture, children }: { isFuture: boolean; children: string }) {
  if (!isFuture) return children;
  return (
    <span className="row">
      <i className={`hatch ${styles.swatch}`} aria-hidden="true" />
      {children}
    </span>
  );
}
