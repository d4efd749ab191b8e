import { useTranslation } from 'react-i18next';
import { Link, useSearch } from 'wouter';
import type { Portfolio, Risk } from '../../../shared/contract/portfolio.contract';
import { ClientMark } from '../../components/client-mark';
import { Figure } from '../../components/figure';
import { Pane } from '../../components/pane';
import { useFormat } from '../../lib/format';
import { usePhrase } from '../../lib/phrase';
import styles from './portfolio.module.css';

const SHOWN = 5;

/** Who owes and who costs: two columns of unlike basis, never added; the larger of the two ranks. */
export function RiskPane({ portfolio }: { readonly portfolio: Portfolio }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const { riskTotals, baseCurrency } = portfolio;
  const withMoney = portfolio.risks.filter(
    (risk) => (risk.overdue.value ?? 0) + (risk.loss.value ?? 0) > 0,
  );
  const others = portfolio.risks.length - Math.min(SHOWN, withMoney.length);
  const scope = { kind: 'portfolio' as const, managerId: null, period: portfolio.period };
  return (
    <Pane
      title={t('risk.title')}
      caption={`${t('risk.basis')}, ${format.currencySign(baseCurrency)}`}
    >
      {withMoney.length === 0 ? (
        <p className={`cap ${styles.paneText}`}>{t('risk.empty')}</p>
      ) : (
        <table className={`tb flat ${styles.risks}`} aria-label={t('risk.title')}>
          <colgroup>
            <col />
            <col style={{ width: 78 }} />
            <col style={{ width: 114 }} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('head.client')}</th>
              <th className="n">{t('risk.overdueHead')}</th>
              <th className="n">{t('risk.lossHead')}</th>
            </tr>
          </thead>
          <tbody>
            {withMoney.slice(0, SHOWN).map((risk) => (
              <RiskRow key={risk.clientId} risk={risk} portfolio={portfolio} />
            ))}
            <tr className="sum">
              <td>{t('risk.sum')}</td>
              <td className="n">
                <Figure
                  figure={riskTotals.overdue}
                  unit="money"
                  whole
                  currency={baseCurrency}
                  explain={{ figureId: 'overdue', scope }}
                />
              </td>
              <td className="n">
                <Figure
                  figure={riskTotals.loss}
                  unit="money"
                  whole
                  currency={baseCurrency}
                  explain={{ figureId: 'loss', scope }}
                />
              </td>
            </tr>
          </tbody>
        </table>
      )}
      {others > 0 && (
        <p className={`cap ${styles.paneText}`}>{t('risk.more', { count: others })}</p>
      )}
    </Pane>
  );
}

function RiskRow({ risk, portfolio }: { readonly risk: Risk; readonly portfolio: Portfolio }) {
  const { t } = useTranslation('portfolio');
  const phrase = usePhrase();
  const search = useSearch();
  const client = portfolio.clients.find(({ id }) => id === risk.clientId);
  if (client === undefined) return null;
  const owes = (risk.overdue.value ?? 0) > 0;
  const tab = owes ? 'receivables' : 'profitability';
  // The sums stand in their columns; the words say the rest.
  const reasons = risk.reasons.filter(({ key }) => !key.endsWith('risk.loss')).map(phrase);
  const scope = { kind: 'client' as const, clientId: client.id, period: portfolio.period };
  const money = (figure: Risk['overdue'], figureId: 'overdue' | 'loss') =>
    figure.value === 0 ? (
      <span className="dash">—</span>
    ) : (
      <Figure
        figure={figure}
        unit="money"
        whole
        currency={portfolio.baseCurrency}
        tone="neg"
        bold
        explain={{ figureId, scope }}
      />
    );
  return (
    <>
      <tr data-risk={client.id} className={styles.riskFigures}>
        <td>
          <span className={styles.risk}>
            <ClientMark client={client} />
            <span className="m cut">{client.name}</span>
          </span>
        </td>
        <td className="n">{money(risk.overdue, 'overdue')}</td>
        <td className="n">{money(risk.loss, 'loss')}</td>
      </tr>
      <tr className={styles.riskWords}>
        <td colSpan={3}>
          <span className={styles.riskLine}>
            <span className="sm t2 cut grow" title={reasons.join(', ')}>
              {reasons.join(', ')}
            </span>
            <Link
              href={`/clients/${client.id}/${tab}${search === '' ? '' : `?${search}`}`}
              className={styles.go}
            >
              {owes ? t('risk.goInvoices') : t('risk.goProfit')}
            </Link>
          </span>
        </td>
      </tr>
    </>
  );
}
