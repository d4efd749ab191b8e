import type { Portfolio } from '../../../shared/contract/portfolio.contract';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { NewClient } from '../../components/new-client';
import { failureOf, useRead } from '../../lib/api';
import { useExplainKey } from '../../lib/explain-key';
import { useFormat } from '../../lib/format';
import { PageStatus } from '../../lib/page-slots';
import { usePainted } from '../../lib/painted';
import { usePeriod, usePeriodName } from '../../lib/period';
import { useTranslation } from '../../lib/translation';
import { AgiPane, MarginPane, NpsPane } from './chart-panes';
import { ClientsTable } from './clients-table';
import { DeadlinesPane } from './deadlines-pane';
import styles from './portfolio.module.css';
import { PortfolioHead } from './portfolio-head';
import { RiskPane } from './risk-pane';
import { filterClients, usePortfolioView } from './view';

/** What the figures mean, in the status bar. */
function Status({ portfolio }: { readonly portfolio: Portfolio }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const { clients, rates, baseCurrency } = portfolio;
  return (
    <PageStatus>
      <span>{t('status.clients', { count: clients.length })}</span>
      <span>{t('status.agi')}</span>
      {rates
        .filter(({ currency }) => currency !== baseCurrency)
        .map(({ currency, rateMicro, validFrom }) => (
          <span key={currency}>
            {t('status.rate', {
              currency,
              rate: `${format.number(rateMicro / 1_000_000, { min: 2, max: 4 })} ${format.currencySign(baseCurrency)}`,
              from: format.dateShort(validFrom),
            })}
          </span>
        ))}
    </PageStatus>
  );
}

/**
 * All clients of the file in one table, and below it where money or trust is at risk. On the first
 * screen of a start what stands below comes a frame later: the table does not wait for it.
 */
export function PortfolioPage() {
  const { t } = useTranslation('portfolio');
  const { key, period } = usePeriod();
  const nameOf = usePeriodName();
  const view = usePortfolioView();
  const isPainted = usePainted();
  useExplainKey();
  const { data, error } = useRead(
    'portfolio/show',
    { period, managerId: view.managerId },
    { keepPrevious: true },
  );
  if (data === undefined) {
    return error === null ? (
      <LoadingShape rows={14} />
    ) : (
      <div className={styles.note}>
        <ErrorNote failure={failureOf(error)} />
      </div>
    );
  }
  if (data.clients.length === 0 && view.managerId === null) {
    return (
      <EmptyState title={t('empty.title')} text={t('empty.text')}>
        <NewClient />
      </EmptyState>
    );
  }
  const clients = filterClients(data.clients, view.filter);
  const periodName = nameOf(key);
  return (
    <div className={styles.page}>
      <PortfolioHead portfolio={data} view={view} periodName={periodName} />
      {clients.length === 0 ? (
        <div className={styles.none}>
          <p>{t(view.filter === 'key' ? 'noneKey' : 'noneAtRisk')}</p>
          <Button
            onClick={() => {
              view.setFilter('all');
              view.setManager(null);
            }}
          >
            {t('showAll')}
          </Button>
        </div>
      ) : (
        <ClientsTable portfolio={data} clients={clients} view={view} periodName={periodName} />
      )}
      <Status portfolio={data} />
      <div className={styles.low}>
        {isPainted ? (
          <>
            <RiskPane portfolio={data} managerId={view.managerId} />
            <DeadlinesPane portfolio={data} />
            <MarginPane portfolio={data} clients={clients} />
            <NpsPane portfolio={data} clients={clients} />
            <AgiPane portfolio={data} />
          </>
        ) : null}
      </div>
    </div>
  );
}
