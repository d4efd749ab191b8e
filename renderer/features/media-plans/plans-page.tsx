import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { PlanListItem } from '../../../shared/contract/media-plans.contract';
import { Button } from '../../components/button';
import { ClientMark } from '../../components/client-mark';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { Figure } from '../../components/figure';
import { type ListColumn, ListName, ListTable, useSortedList } from '../../components/list-table';
import { LoadingShape } from '../../components/loading-shape';
import { Tag } from '../../components/tag';
import { failureOf, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { NewPlan } from './new-plan';
import { paceView } from './pace';
import { PlanStatus } from './plan-status';

type Column = 'client' | 'name' | 'period' | 'version' | 'status' | 'net' | 'clientPrice' | 'pace';

const STATUS_ORDER = { draft: 0, sent: 1, rejected: 2, approved: 3 } as const;

/** Whether lines in another currency have no rate: the sums then leave them out. */
function isUnknown(plan: PlanListItem): boolean {
  return plan.missingRates.length > 0;
}

/** Media plans of all clients: what runs, what waits for the client, what is being made. */
export function PlansPage() {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const [, navigate] = useLocation();
  const { data, error } = useRead('media-plans/list', { clientId: null });
  const plans = data?.plans ?? [];
  const columns: readonly ListColumn<PlanListItem, Column>[] = [
    {
      key: 'client',
      label: t('list.client'),
      width: '17%',
      sortBy: (plan) => plan.clientName,
      cell: (plan) => (
        <span className="row">
          <ClientMark client={{ mark: plan.clientMark, hue: plan.clientHue }} />
          <span className="cut">{plan.clientName}</span>
        </span>
      ),
    },
    {
      key: 'name',
      label: t('list.plan'),
      sortBy: (plan) => plan.name,
      cell: (plan) => <ListName href={hrefOf(plan)}>{plan.name}</ListName>,
    },
    {
      key: 'period',
      label: t('list.period'),
      width: 188,
      sortBy: (plan) => plan.from,
      cell: (plan) => <span className="t2">{format.dateRange(plan.from, plan.to)}</span>,
    },
    {
      key: 'version',
      label: t('list.version'),
      width: 64,
      sortBy: (plan) => plan.version,
      cell: (plan) => plan.version,
    },
    {
      key: 'status',
      label: t('list.status'),
      width: 160,
      sortBy: (plan) => STATUS_ORDER[plan.status],
      cell: (plan) => <PlanStatus plan={plan} />,
    },
    {
      key: 'net',
      label: t('list.net'),
      width: 136,
      numeric: true,
      sortBy: (plan) => (isUnknown(plan) ? null : plan.netMinor),
      cell: (plan) => <PlanMoney plan={plan} minor={plan.netMinor} />,
    },
    {
      key: 'clientPrice',
      label: t('list.clientPrice'),
      width: 136,
      numeric: true,
      sortBy: (plan) => (isUnknown(plan) ? null : plan.clientPriceMinor),
      cell: (plan) => <PlanMoney plan={plan} minor={plan.clientPriceMinor} />,
    },
    {
      key: 'pace',
      label: t('list.pace'),
      width: 152,
      sortBy: (plan) => plan.pacePpm.value,
      cell: (plan) => <PlanPace plan={plan} />,
    },
  ];
  const list = useSortedList(plans, columns, { column: 'period', direction: 'down' });
  return (
    <>
      <PageTitle title={t('list.title')} />
      <PageStatus>{t('list.statusBar')}</PageStatus>
      <div className="head">
        <Lede plans={plans} />
        <Button onClick={() => navigate('/money/reconciliation')}>
          {t('reconciliation:title')}
        </Button>
        <Button onClick={() => navigate('/media-plans/import')}>{t('list.import')}</Button>
        <NewPlan />
      </div>
      <ErrorNote failure={failureOf(error)} />
      {data === undefined && error === null ? <LoadingShape rows={8} /> : null}
      {data !== undefined && plans.length === 0 ? (
        <EmptyState title={t('list.none')} text={t('list.noneText')}>
          <Button variant="primary" onClick={() => navigate('/media-plans/new')}>
            {t('new.title')}
          </Button>
        </EmptyState>
      ) : null}
      {plans.length === 0 ? null : (
        <ListTable label={t('list.title')} list={list} hrefOf={hrefOf} />
      )}
    </>
  );
}

function Lede({ plans }: { plans: readonly PlanListItem[] }) {
  const { t } = useTranslation('media-plans');
  const count = (status: PlanListItem['status']) =>
    plans.filter((plan) => plan.status === status).length;
  const alerts = plans.reduce((sum, plan) => sum + plan.alertCount, 0);
  const unknown = plans.filter(isUnknown).length;
  const parts = [
    count('draft') === 0 ? null : t('list.drafts', { count: count('draft') }),
    count('sent') === 0 ? null : t('list.sent', { count: count('sent') }),
    alerts === 0 ? null : t('list.alerts', { count: alerts }),
    unknown === 0 ? null : t('list.unknown', { count: unknown }),
  ].filter((part) => part !== null);
  return (
    <p className="lede grow">
      <b>{t('list.lede', { count: plans.length })}</b>
      {parts.length === 0 ? '' : `: ${parts.join(', ')}`}
    </p>
  );
}

function hrefOf(plan: PlanListItem): string {
  return `/media-plans/${plan.id}`;
}

function PlanMoney({ plan, minor }: { plan: PlanListItem; minor: number }) {
  const missing = plan.missingRates.map((currency) => ({
    code: 'accounting-rate',
    params: { currency },
  }));
  return (
    <Figure
      figure={{ value: isUnknown(plan) ? null : minor, missing }}
      unit="money"
      currency={plan.currency}
      withUnit
    />
  );
}

function PlanPace({ plan }: { plan: PlanListItem }) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const pace =
    plan.spendMinor === null || isUnknown(plan)
      ? null
      : paceView(plan.pacePpm.value, plan, plan.to, (key) => t(key), format);
  return (
    <>
      {pace === null ? (
        <span className="dash">—</span>
      ) : (
        <span className={pace.tone === 'warn' || pace.tone === 'neg' ? pace.tone : ''}>
          {pace.text} {pace.word}
        </span>
      )}{' '}
      {plan.alertCount === 0 ? null : (
        <span title={t('list.alerts', { count: plan.alertCount })}>
          <Tag tone="warn">
            <span aria-hidden="true">! {format.number(plan.alertCount)}</span>
            <span className="unseen">{t('list.alerts', { count: plan.alertCount })}</span>
          </Tag>
        </span>
      )}
    </>
  );
}
