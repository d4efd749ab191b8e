import { useTranslation } from 'react-i18next';
import type { Reconciliation } from '../../../shared/contract/reconciliation.contract';
import { ClientMark } from '../../components/client-mark';
import { Pane } from '../../components/pane';
import { useFormat } from '../../lib/format';
import styles from './reconciliation.module.css';

/** Commission of the month reckoned anew by the contract, beside what was billed. */
export function CommissionsPane({ data }: { readonly data: Reconciliation }) {
  const { t } = useTranslation('reconciliation');
  const format = useFormat();
  if (data.commissions.length === 0) return null;
  return (
    <Pane title={t('commissions')} line="top">
      <table className="tb flat" aria-label={t('commissions')}>
        <thead>
          <tr>
            <th>{t('client')}</th>
            <th className="n">{t('media')}</th>
            <th className="n">{t('rule')}</th>
            <th className="n">{t('expected')}</th>
            <th className="n">{t('billedCommission')}</th>
          </tr>
        </thead>
        <tbody>
          {data.commissions.map((row) => (
            <tr key={`${row.clientId} ${row.month} ${row.currency}`} className={styles.row}>
              <td>
                <span className="row">
                  <ClientMark client={{ mark: row.clientMark, hue: row.clientHue }} />
                  <span className="cut">{row.clientName}</span>
                </span>
              </td>
              <td className="n">{format.money(row.mediaMinor, row.currency)}</td>
              <td className="n">
                {row.rule === null ? (
                  <span className="t3">{t('noRule')}</span>
                ) : (
                  t(`ruleWords.${row.rule.basis}`, { rate: format.ratePpm(row.rule.ppm) })
                )}
              </td>
              <td className="n">
                {row.expectedMinor === null ? (
                  <span className="dash">—</span>
                ) : (
                  format.money(row.expectedMinor, row.currency)
                )}
              </td>
              <td className={`n ${row.isBroken ? 'neg' : ''}`}>
                {format.money(row.billedMinor, row.currency)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Pane>
  );
}
