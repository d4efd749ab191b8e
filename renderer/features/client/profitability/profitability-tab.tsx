import { useTranslation } from 'react-i18next';
import type {
  ClientOverview,
  ClientProfitability,
} from '../../../../shared/contract/clients.contract';
import type { Period } from '../../../../shared/contract/primitives';
import { ErrorNote } from '../../../components/error-note';
import { Figure } from '../../../components/figure';
import { LoadingShape } from '../../../components/loading-shape';
import { failureOf, useRead } from '../../../lib/api';
import { PageStatus } from '../../../lib/page-slots';
import { usePeriod } from '../../../lib/period';
import styles from '../client.module.css';
import { MonthsTable } from './months-table';
import { ProjectsPane } from './projects-pane';
import { RetainerPane } from './retainer-pane';
import { TimelinePane } from './timeline-pane';
import { WaterfallPane } from './waterfall-pane';

/** What the client earns: the way from bill to profit, six months, projects; hours and promises beside. */
export function ProfitabilityTab({ client }: { readonly client: ClientOverview }) {
  const { period } = usePeriod();
  const { data, error } = useRead(
    'clients/profitability',
    { clientId: client.id, period },
    { keepPrevious: true },
  );
  return (
    <div className={styles.split}>
      <div className="pane">
        <WaterfallPane client={client} period={period} />
        {error === null ? null : <ErrorNote failure={failureOf(error)} />}
        {data === undefined ? (
          error === null && <LoadingShape rows={9} />
        ) : (
          <>
            <MonthsTable client={client} data={data} chosen={period} />
            <ProjectsPane client={client} data={data} period={period} />
            <HourFacts client={client} data={data} period={period} />
          </>
        )}
      </div>
      <div className={`pane vr ${styles.side}`}>
        <RetainerPane client={client} />
        <TimelinePane client={client} />
      </div>
    </div>
  );
}

/** In the status bar: what an hour brought, and how much of it was given away. */
function HourFacts({
  client,
  data,
  period,
}: {
  readonly client: ClientOverview;
  readonly data: ClientProfitability;
  readonly period: Period;
}) {
  const { t } = useTranslation('client');
  const scope = { kind: 'client' as const, clientId: client.id, period };
  const money = { unit: 'money', currency: client.currency, withUnit: true } as const;
  return (
    <PageStatus>
      <span>
        {t('hourFacts.rate')}{' '}
        <Figure
          figure={data.averageBillableRate}
          {...money}
          bold
          explain={{ figureId: 'average-billable-rate', scope }}
        />
      </span>
      <span>
        {t('hourFacts.hours')}{' '}
        <Figure
          figure={{ value: data.clientSeconds, missing: [] }}
          unit="seconds"
          withUnit
          bold
          explain={{ figureId: 'client-hours', scope }}
        />
      </span>
      <span>
        {t('hourFacts.writeOff')}{' '}
        <Figure figure={data.writeOff} {...money} bold explain={{ figureId: 'write-off', scope }} />
        {data.realizationPpm.value === null && data.realizationPpm.missing.length === 0 ? null : (
          <>
            {', '}
            {t('hourFacts.realization')}{' '}
            <Figure
              figure={data.realizationPpm}
              unit="ppm"
              withUnit
              decimals={2}
              explain={{ figureId: 'realization', scope }}
            />
          </>
        )}
      </span>
    </PageStatus>
  );
}
