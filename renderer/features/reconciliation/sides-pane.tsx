import { useTranslation } from 'react-i18next';
import type {
  Reconciliation,
  ReconciliationDtoRow,
} from '../../../shared/contract/reconciliation.contract';
import { ClientMark } from '../../components/client-mark';
import { Pane } from '../../components/pane';
import { useFormat } from '../../lib/format';
import styles from './reconciliation.module.css';

type Sums = ReconciliationDtoRow['platform'];

/** What an amount includes, beyond the net; with the space before it. */
function useBasisWords(): (basis: Sums[number]['basis']) => string {
  const { t } = useTranslation('reconciliation');
  return (basis) => (basis === 'net' ? '' : ` ${t(`basis.${basis}`)}`);
}

/** Platform, vendor and client by channel; totals by currency and basis. */
export function SidesPane({ data }: { readonly data: Reconciliation }) {
  const { t } = useTranslation('reconciliation');
  const basisWords = useBasisWords();
  const format = useFormat();
  if (data.rows.length === 0) {
    return (
      <Pane title={t('sides')} line="top">
        <p className={styles.none}>{t('noRows')}</p>
      </Pane>
    );
  }
  return (
    <Pane title={t('sides')} line="top">
      <div className={styles.wrap}>
        <table className={`tb flat ${styles.wide}`} aria-label={t('sides')}>
          <colgroup>
            <col style={{ width: 200 }} />
            <col />
            <col style={{ width: 140 }} />
            <col style={{ width: 140 }} />
            <col style={{ width: 150 }} />
            <col style={{ width: 140 }} />
            <col style={{ width: 140 }} />
            <col style={{ width: 170 }} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('client')}</th>
              <th>{t('channel')}</th>
              <th className="n">{t('platform')}</th>
              <th className="n">{t('vendor')}</th>
              <th className="n">{t('billed')}</th>
              <th className="n">{t('spendVendor')}</th>
              <th className="n">{t('vendorBilled')}</th>
              <th className="n" title={t('rebateTip')}>
                {t('rebate')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <SideRow key={`${row.clientId} ${row.month} ${row.channel}`} row={row} />
            ))}
          </tbody>
          <tfoot>
            {data.totals.map((total) => (
              <tr key={`${total.currency} ${total.basis}`} className="sum">
                <td colSpan={2}>
                  {t('totalIn', {
                    currency: format.currencySign(total.currency),
                    basis: basisWords(total.basis),
                  })}
                </td>
                <td className="n">{format.amount(total.platformMinor, total.currency)}</td>
                <td className="n">{format.amount(total.vendorMinor, total.currency)}</td>
                <td className="n">{format.amount(total.billedMinor, total.currency)}</td>
                <td className="n">
                  {format.amount(total.platformMinor - total.vendorMinor, total.currency, {
                    plus: true,
                  })}
                </td>
                <td className="n">
                  {format.amount(total.vendorMinor - total.billedMinor, total.currency, {
                    plus: true,
                  })}
                </td>
                <td />
              </tr>
            ))}
          </tfoot>
        </table>
      </div>
    </Pane>
  );
}

function SideRow({ row }: { readonly row: ReconciliationDtoRow }) {
  const { t } = useTranslation('reconciliation');
  const basisWords = useBasisWords();
  const format = useFormat();
  const { unit } = row;
  const sums = (side: Sums) =>
    side.length === 0 ? (
      <span className="dash">—</span>
    ) : (
      format.list(
        side.map(
          ({ minor, currency, basis }) => `${format.money(minor, currency)}${basisWords(basis)}`,
        ),
      )
    );
  const difference = (minor: number | null, isBroken: boolean) =>
    minor === null || unit === null || minor === 0 ? (
      <span className="dash">—</span>
    ) : (
      <span className={isBroken ? 'neg' : 't2'}>
        {format.amount(minor, unit.currency, { plus: true })}
      </span>
    );
  const has = (...kinds: ReconciliationDtoRow['breaks']) =>
    row.breaks.some((kind) => kinds.includes(kind));
  return (
    <tr className={styles.row}>
      <td>
        <span className="row">
          <ClientMark client={{ mark: row.clientMark, hue: row.clientHue }} />
          <span className="cut">{row.clientName}</span>
        </span>
      </td>
      <td>{row.channel}</td>
      <td className="n">{sums(row.platform)}</td>
      <td className="n">{sums(row.vendor)}</td>
      <td
        className="n"
        title={
          row.draftMinor === 0 || unit === null
            ? undefined
            : t('draft', { sum: format.money(row.draftMinor, unit.currency) })
        }
      >
        {row.draftMinor === 0 ? sums(row.billed) : <i>{sums(row.billed)}</i>}
      </td>
      <td className="n">
        {difference(row.spendVendorMinor, has('spend-vendor', 'document-missing'))}
      </td>
      <td className="n">{difference(row.vendorBilledMinor, has('vendor-billed', 'not-billed'))}</td>
      <td className="n">
        {row.expectedRebateMinor === null || unit === null ? (
          <span className="dash">—</span>
        ) : (
          <span className={has('rebate') ? 'neg' : undefined}>
            {row.statedRebateMinor === null
              ? '—'
              : format.amount(row.statedRebateMinor, unit.currency)}{' '}
            / {format.amount(row.expectedRebateMinor, unit.currency)}
          </span>
        )}
      </td>
    </tr>
  );
}
