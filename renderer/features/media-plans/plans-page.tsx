import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { PlanListItem } from '../../../shared/contract/media-plans.contract';
import { Button } from '../../components/button';
import { ClientMark } from '../../components/client-mark';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { Figure } from '../../components/figure';
import { LoadingShape } from '../../components/loading-shape';
import { SortHead } from '../../components/sort-head';
import { Tag } from '../../components/tag';
import { failureOf, useRead } from '../../lib/api';
import { useFormat, useLanguage } from '../../lib/format';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { type Sort, sortRows } from '../../lib/sort';
import styles from './media-plans.module.css';
import { NewPlan } from './new-plan';
import { paceView } from './pace';
import { PlanStatus } from './plan-status';

type Column = 'client' | 'name' | 'period' | 'version' | 'status' | 'net' | 'clientPrice' | 'pace';

const STATUS_ORDER = { draft: 0, sent: 1, rejected: 2, approved: 3 } as const;

/** Whether lines in another currency have no rate: the sums then leave them out. */
function isUnknown(plan: PlanListItem): boolean {
  return plan.missingRates.length > 0;
}

function sortValue(plan: PlanListItem, column: Column): string | number {
  switch (column) {
    case 'client':
      return plan.clientName;
    case 'name':
      return plan.name;
    case 'period':
      return plan.from;
    case 'version':
      return plan.version;
    case 'status':
      return STATUS_ORDER[plan.status];
    case 'net':
      return isUnknown(plan) ? Number.NEGATIVE_INFINITY : plan.netMinor;
    case 'clientPrice':
      return isUnknown(plan) ? Number.NEGATIVE_INFINITY : plan.clientPriceMinor;
    case 'pace':
      return plan.pacePpm.value ?? Number.NEGATIVE_INFINITY;
  }
}

/** Media plans of all clients: what runs, what waits for the client, what is being made. */
export function PlansPage() {
  const { t } = useTranslation('media-plans');
  const [path, navigate] = useLocation();
  const lang = useLanguage();
  const [sort, setSort] = useState<Sort<Column>>({ column: 'period', direction: 'down' });
  const { data, error } = useRead('media-plans/list', { clientId: null });
  const plans = useMemo(
    () => sortRows(data?.plans ?? [], sort, sortValue, lang),
    [data, sort, lang],
  );
  const columns: readonly (readonly [Column, string, boolean])[] = [
    ['client', t('list.client'), false],
    ['name', t('list.plan'), false],
    ['period', t('list.period'), false],
    ['version', t('list.version'), false],
    ['status', t('list.status'), false],
    ['net', t('list.net'), true],
    ['clientPrice', t('list.clientPrice'), true],
    ['pace', t('list.pace'), false],
  ];
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
        <NewPlan
          key={path}
          initiallyOpen={path === '/media-plans/new'}
          onOpenChange={(open) => {
            if (!open && path === '/media-plans/new') navigate('/media-plans', { replace: true });
          }}
        />
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
        <table className={`tb ${styles.list}`} aria-label={t('list.title')}>
          <colgroup>
            <col style={{ width: '17%' }} />
            <col />
            <col style={{ width: 188 }} />
            <col style={{ width: 64 }} />
            <col style={{ width: 160 }} />
            <col style={{ width: 136 }} />
            <col style={{ width: 136 }} />
            <col style={{ width: 152 }} />
          </colgroup>
          <thead>
            <tr>
              {columns.map(([column, label, numeric]) => (
                <SortHead
                  key={column}
                  column={column}
                  label={label}
                  sort={sort}
                  onSort={setSort}
                  numeric={numeric}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {plans.map((plan) => (
              <PlanRow key={plan.id} plan={plan} />
            ))}
          </tbody>
        </table>
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

function PlanRow({ plan }: { plan: PlanListItem }) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const [, navigate] = useLocation();
  const href = `/media-plans/${plan.id}`;
  const missing = plan.missingRates.map((currency) => ({
    code: 'accounting-rate',
    params: { currency },
  }));
  const money = (minor: number) => (
    <Figure
      figure={{ value: isUnknown(plan) ? null : minor, missing }}
      unit="money"
      currency={plan.currency}
      withUnit
    />
  );
  const pace =
    plan.spendMinor === null || isUnknown(plan)
      ? null
      : paceView(plan.pacePpm.value, plan, plan.to, (key) => t(key), format);
  return (
    <tr className={styles.listRow} onClick={() => navigate(href)}>
      <td>
        <span className="row">
          <ClientMark client={{ mark: plan.clientMark, hue: plan.clientHue }} />
          <span className="cut">{plan.clientName}</span>
        </span>
      </td>
      <td>
        <Link href={href} className={`m ${styles.listName}`}>
          {plan.name}
        </Link>
      </td>
      <td className="t2">{format.dateRange(plan.from, plan.to)}</td>
      <td>{plan.version}</td>
      <td>
        <PlanStatus plan={plan} />
      </td>
      <td className="n">{money(plan.netMinor)}</td>
      <td className="n">{money(plan.clientPriceMinor)}</td>
      <td>
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
      </td>
    </tr>
  );
}
