import { Link, useSearch } from 'wouter';
import type { Portfolio, Risk } from '../../../shared/contract/portfolio.contract';
import { useBox } from '../../components/charts/use-box';
import { ClientMark } from '../../components/client-mark';
import { Figure } from '../../components/figure';
import { Pane } from '../../components/pane';
import { useFormat } from '../../lib/format';
import { usePhrase } from '../../lib/phrase';
import { useTranslation } from '../../lib/translation';
import { numberWidth } from './columns';
import styles from './portfolio.module.css';

/** Pixels of a client's two lines, and of the head, the line of the rest and the total. */
const ROW_PX = 39;
const FIXED_PX = 94;
const LEAST_ROWS = 4;

/** Who owes and who costs: two columns of unlike basis, never added; the larger of the two ranks. */
export function RiskPane({
  portfolio,
  managerId,
}: {
  readonly portfolio: Portfolio;
  /** Whose clients are shown; null: everybody's. */
  readonly managerId: string | null;
}) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const { riskTotals, baseCurrency } = portfolio;
  const withMoney = portfolio.risks.filter(
    (risk) => (risk.overdue.value ?? 0) + (risk.loss.value ?? 0) > 0,
  );
  const [ref, box] = useBox<HTMLDivElement>(320, 240);
  const room = Math.max(LEAST_ROWS, Math.floor((box.height - FIXED_PX) / ROW_PX));
  // What does not fit is gathered in one line, so that the rows still add up to the total.
  const shown = withMoney.length > room ? withMoney.slice(0, room) : withMoney;
  const rest = withMoney.slice(shown.length);
  const shownSum = ({ value }: Risk['overdue']) =>
    value === null ? '' : format.amount(value, baseCurrency, { whole: true });
  const scope = { kind: 'portfolio' as const, managerId, period: portfolio.period };
  return (
    <Pane
      title={t('risk.title')}
      caption={`${t('risk.basis')}, ${format.currencySign(baseCurrency)}`}
    >
      <div ref={ref} className={styles.fill}>
        {withMoney.length === 0 ? (
          <p className={`cap ${styles.paneText}`}>{t('risk.empty')}</p>
        ) : (
          <table className={`tb flat ${styles.risks}`} aria-label={t('risk.title')}>
            <colgroup>
              <col />
              <col style={{ width: numberWidth(shownSum(riskTotals.overdue), 76) }} />
              <col style={{ width: numberWidth(shownSum(riskTotals.loss), 72) + 10 }} />
            </colgroup>
            <thead>
              <tr>
                <th>{t('head.client')}</th>
                <TwoLines text={t('risk.overdueHead')} />
                <TwoLines text={t('risk.lossHead')} />
              </tr>
            </thead>
            <tbody>
              {shown.map((risk) => (
                <RiskRow key={risk.clientId} risk={risk} portfolio={portfolio} />
              ))}
              {rest.length > 0 && <RestRow risks={rest} portfolio={portfolio} />}
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
      </div>
    </Pane>
  );
}

/** A head in two lines: the sum and its basis. */
function TwoLines({ text }: { readonly text: string }) {
  const [what, basis] = text.split('|');
  return (
    <th className="n">
      {what}
      <br />
      {basis}
    </th>
  );
}

/** The rest in one line, so that the rows add up to the total. */
function RestRow({
  risks,
  portfolio,
}: {
  readonly risks: readonly Risk[];
  readonly portfolio: Portfolio;
}) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const sum = (of: (risk: Risk) => number | null) =>
    risks.reduce((total, risk) => total + (of(risk) ?? 0), 0);
  const cell = (minor: number) =>
    minor === 0 ? (
      <span className="dash">—</span>
    ) : (
      <span className="neg b">{format.amount(minor, portfolio.baseCurrency, { whole: true })}</span>
    );
  const clients = risks.flatMap(
    ({ clientId }) => portfolio.clients.find(({ id }) => id === clientId) ?? [],
  );
  return (
    <tr title={format.list(clients.map(({ name }) => name))}>
      <td>
        <span className={styles.restMarks}>
          {clients.slice(0, 3).map((client) => (
            <ClientMark key={client.id} client={client} />
          ))}
          <span className="t2">{t('risk.more', { count: risks.length })}</span>
        </span>
      </td>
      <td className="n">{cell(sum((risk) => risk.overdue.value))}</td>
      <td className="n">{cell(sum((risk) => risk.loss.value))}</td>
    </tr>
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
