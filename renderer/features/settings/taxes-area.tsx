import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { Pane } from '../../components/pane';
import { failureOf, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useToday } from '../../lib/workspace';
import { NewAccountingRate, NewOverhead, NewTax } from './new-tax';
import { newestFirst } from './rates';
import styles from './settings.module.css';
import { TAX_ORDER, TaxTimeline } from './tax-timeline';

type Settings = Output<'settings/show'>;

/** Older exchange rates wait behind a button. */
const RATES_SHOWN = 6;

/** Rates by date: a document remembers the rate of its own day. */
export function TaxesArea() {
  const { t } = useTranslation('settings');
  const { data, error } = useRead('settings/show', {});
  if (data === undefined) {
    return error === null ? <LoadingShape /> : <ErrorNote failure={failureOf(error)} />;
  }
  return (
    <>
      <Pane
        title={t('taxes.title')}
        caption={t('taxes.caption')}
        actions={<NewTax agency={data.agency} />}
      >
        <div className={styles.timeline}>
          <TaxTimeline rates={data.rates} />
        </div>
        <TaxTable rates={data.rates} />
      </Pane>
      <AccountingRates settings={data} />
      <Overhead settings={data} />
    </>
  );
}

function TaxTable({ rates }: { rates: Settings['rates'] }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const today = useToday();
  return (
    <table className={`tb flat ${styles.table}`}>
      <colgroup>
        <col />
        <col style={{ width: 140 }} />
        <col style={{ width: 120 }} />
        <col style={{ width: 120 }} />
        <col style={{ width: 100 }} />
      </colgroup>
      <thead>
        <tr>
          <th>{t('taxes.what')}</th>
          <th>{t('taxes.country')}</th>
          <th>{t('taxes.from')}</th>
          <th>{t('taxes.to')}</th>
          <th className="n">{t('taxes.rate')}</th>
        </tr>
      </thead>
      <tbody>
        {newestFirst(rates)
          .sort(
            (a, b) =>
              TAX_ORDER.indexOf(a.kind) - TAX_ORDER.indexOf(b.kind) ||
              b.country.localeCompare(a.country),
          )
          .map((rate) => {
            const isNow =
              rate.validFrom <= today && (rate.validTo === null || rate.validTo >= today);
            return (
              <tr key={rate.id}>
                <td className={isNow ? 'm' : 't2'}>{t(`taxes.kind.${rate.kind}`)}</td>
                <td className="t2">
                  {t(`common:country.${rate.country}`, { defaultValue: rate.country })}
                </td>
                <td className="t2">{format.date(rate.validFrom)}</td>
                <td className="t2">
                  {rate.validTo === null ? <Dash /> : format.date(rate.validTo)}
                </td>
                <td className={isNow ? 'n m' : 'n t2'}>{format.ratePpm(rate.ratePpm)}</td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}

function AccountingRates({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const base = settings.agency.baseCurrency;
  const [all, setAll] = useState(false);
  const rates = [...settings.accountingRates].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  const shown = all ? rates : rates.slice(0, RATES_SHOWN);
  return (
    <Pane
      title={t('exchange.title')}
      caption={t('exchange.caption', { currency: base })}
      line="top"
      actions={<NewAccountingRate base={base} />}
    >
      {rates.length === 0 ? (
        <p className={styles.note}>{t('exchange.none', { currency: base })}</p>
      ) : (
        <table className={`tb flat ${styles.table}`}>
          <colgroup>
            <col style={{ width: 140 }} />
            <col style={{ width: 140 }} />
            <col style={{ width: 160 }} />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th>{t('exchange.currency')}</th>
              <th>{t('taxes.from')}</th>
              <th className="n">{t('exchange.rate', { currency: base })}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {shown.map((rate) => (
              <tr key={rate.id}>
                <td className="m">{rate.currency}</td>
                <td className="t2">{format.date(rate.validFrom)}</td>
                <td className="n">
                  {format.number(rate.rateMicro / 1_000_000, { min: 2, max: 6 })}
                </td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length < rates.length ? (
        <Button variant="quiet" className={styles.more} onClick={() => setAll(true)}>
          {t('exchange.all', { count: rates.length })}
        </Button>
      ) : null}
    </Pane>
  );
}

function Overhead({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const base = settings.agency.baseCurrency;
  const periods = [...settings.overhead].sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1));
  const hours = (seconds: number | null) =>
    seconds === null ? (
      <span className="t3">{t('overhead.fromSheets')}</span>
    ) : (
      format.hours(seconds, { max: 1 })
    );
  return (
    <Pane
      title={t('overhead.title')}
      caption={t('overhead.caption')}
      line="top"
      actions={<NewOverhead base={base} />}
    >
      {periods.length === 0 ? (
        <p className={styles.note}>{t('overhead.none')}</p>
      ) : (
        <table className={`tb flat ${styles.table}`}>
          <thead>
            <tr>
              <th>{t('overhead.period')}</th>
              <th className="n">{t('overhead.facility', { sign: format.currencySign(base) })}</th>
              <th className="n">{t('overhead.total')}</th>
              <th className="n">{t('overhead.internal')}</th>
              <th className="n">{t('overhead.client')}</th>
            </tr>
          </thead>
          <tbody>
            {periods.map((period) => (
              <tr key={period.id}>
                <td>{format.dateRange(period.fromOn, period.toOn)}</td>
                <td className="n">{format.amount(period.facilityCostMinor, base)}</td>
                <td className="n">{hours(period.totalSeconds)}</td>
                <td className="n">{hours(period.internalSeconds)}</td>
                <td className="n">{hours(period.clientSeconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Pane>
  );
}

function Dash() {
  return <span className="dash">—</span>;
}
