import { type ComponentType, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, useParams } from 'wouter';
import type { ClientOverview } from '../../../shared/contract/clients.contract';
import { ErrorNote } from '../../components/error-note';
import { Icon } from '../../components/icon';
import { LoadingShape } from '../../components/loading-shape';
import { Tabs } from '../../components/tabs';
import { failureOf, useRead } from '../../lib/api';
import { useExplainKey } from '../../lib/explain-key';
import { PageTitle } from '../../lib/page-slots';
import { BriefsTab } from './briefs-tab';
import { BudgetTab } from './budget/budget-tab';
import styles from './client.module.css';
import { ClientHead } from './client-head';
import { DetailsTab } from './details/details-tab';
import { HoursTab } from './hours/hours-tab';
import { MediaTab } from './media/media-tab';
import { ProfitabilityTab } from './profitability/profitability-tab';
import { ProjectsTab } from './projects/projects-tab';
import { ReceivablesTab } from './receivables/receivables-tab';
import { TasksTab } from './tasks-tab';

interface TabProps {
  readonly client: ClientOverview;
}

const TABS = {
  profitability: ProfitabilityTab,
  budget: BudgetTab,
  projects: ProjectsTab,
  hours: HoursTab,
  media: MediaTab,
  receivables: ReceivablesTab,
  briefs: BriefsTab,
  tasks: TasksTab,
  details: DetailsTab,
} as const satisfies Record<string, ComponentType<TabProps>>;

type TabName = keyof typeof TABS;

function isTab(name: string | undefined): name is TabName {
  return name !== undefined && name in TABS;
}

const TAB_NAMES: readonly TabName[] = [
  'profitability',
  'budget',
  'projects',
  'hours',
  'media',
  'receivables',
  'briefs',
  'tasks',
  'details',
];

/** One client: who it is, what it owes, and below that one tab of its affairs. */
export function ClientPage() {
  const { id = '', tab } = useParams<{ id: string; tab?: string }>();
  const { t } = useTranslation('client');
  const { data: client, error } = useRead('clients/overview', { clientId: id });
  useExplainKey();
  // Another client or tab begins at its top.
  useEffect(() => {
    void id;
    void tab;
    document.getElementById('page')?.scrollTo({ top: 0 });
  }, [id, tab]);

  if (!isTab(tab)) return <Redirect to={`/clients/${id}/profitability`} replace />;
  if (client === undefined) {
    return error === null ? (
      <LoadingShape rows={8} />
    ) : (
      <div className={styles.note}>
        <ErrorNote failure={failureOf(error)}>
          <Link href="/clients" className="btn">
            {t('toClients')}
          </Link>
        </ErrorNote>
      </div>
    );
  }
  const Tab = TABS[tab];
  const { counts } = client;
  const countOf: Partial<Record<TabName, number | string>> = {
    projects: counts.projects,
    briefs: counts.briefs,
    ...(counts.overdueInvoices === 0
      ? {}
      : { receivables: t('overdueCount', { count: counts.overdueInvoices }) }),
  };
  return (
    <div className={styles.page}>
      <PageTitle title={client.name} caption={<Neighbours client={client} tab={tab} />} />
      <ClientHead client={client} />
      <Tabs
        label={t('tabsLabel')}
        items={TAB_NAMES.map((name) => ({
          href: `/clients/${client.id}/${name}`,
          label: t(`tab.${name}`),
          count: countOf[name],
        }))}
      />
      <Tab key={client.id} client={client} />
    </div>
  );
}

/** «5 из 14», and the way to the clients beside this one. */
function Neighbours({ client, tab }: { readonly client: ClientOverview; readonly tab: TabName }) {
  const { t } = useTranslation('client');
  const { index, of, previousId, nextId } = client.position;
  return (
    <span className={styles.neighbours}>
      {previousId === null ? null : (
        <Link
          href={`/clients/${previousId}/${tab}`}
          className="btn quiet icon"
          aria-label={t('previousClient')}
          title={t('previousClient')}
        >
          <Icon name="back" size={14} />
        </Link>
      )}
      {t('position', { index, of })}
      {nextId === null ? null : (
        <Link
          href={`/clients/${nextId}/${tab}`}
          className="btn quiet icon"
          aria-label={t('nextClient')}
          title={t('nextClient')}
        >
          <Icon name="forward" size={14} />
        </Link>
      )}
    </span>
  );
}
