import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Output } from '../../../shared/contract/contract';
import type { ProposalListItem } from '../../../shared/contract/proposals.contract';
import { Button } from '../../components/button';
import { ClientMark } from '../../components/client-mark';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { SelectField } from '../../components/fields';
import { Figure } from '../../components/figure';
import { LoadingShape } from '../../components/loading-shape';
import { SortHead } from '../../components/sort-head';
import { failureOf, useRead } from '../../lib/api';
import { useFormat, useLanguage } from '../../lib/format';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { type Sort, sortRows } from '../../lib/sort';
import { useToday } from '../../lib/workspace';
import { Variance } from './accuracy-pane';
import { NewProposal } from './new-proposal';
import { ProposalStatus } from './proposal-status';
import styles from './proposals.module.css';

type Column = 'number' | 'client' | 'title' | 'status' | 'validUntil' | 'amount' | 'margin';

/** Of the list of clients: no choice. */
const EVERYBODY = '';

const STATUS_ORDER = { draft: 0, sent: 1, accepted: 2, lost: 3 } as const;

function sortValue(proposal: ProposalListItem, column: Column): string | number {
  switch (column) {
    case 'number':
      return proposal.number;
    case 'client':
      return proposal.clientName;
    case 'title':
      return proposal.title;
    case 'status':
      return STATUS_ORDER[proposal.status];
    case 'validUntil':
      return proposal.validUntil;
    case 'amount':
      return proposal.amountMinor;
    case 'margin':
      return proposal.marginPpm.value ?? Number.NEGATIVE_INFINITY;
  }
}

/** Proposals of all clients: what is being made, what waits for an answer, what was won and lost. */
export function ProposalsPage() {
  const { t } = useTranslation('proposals');
  const [path, navigate] = useLocation();
  const lang = useLanguage();
  const [sort, setSort] = useState<Sort<Column>>({ column: 'number', direction: 'down' });
  const [clientId, setClientId] = useState<string | null>(null);
  const { data, error } = useRead('proposals/list', { clientId }, { keepPrevious: true });
  const clients = useRead('clients/list', { archived: false }).data?.clients ?? [];
  const proposals = useMemo(
    () => sortRows(data?.proposals ?? [], sort, sortValue, lang),
    [data, sort, lang],
  );
  const columns: readonly (readonly [Column, string, boolean])[] = [
    ['number', t('list.number'), false],
    ['client', t('list.client'), false],
    ['title', t('list.proposal'), false],
    ['status', t('list.status'), false],
    ['validUntil', t('list.validUntil'), false],
    ['amount', t('list.amount'), true],
    ['margin', t('list.margin'), true],
  ];
  return (
    <>
      <PageTitle title={t('list.title')} />
      <PageStatus>{t('list.statusBar')}</PageStatus>
      <div className="head">
        {data === undefined ? <span className="grow" /> : <Lede list={data} />}
        <SelectField
          label={t('list.client')}
          hideLabel
          value={clientId ?? EVERYBODY}
          options={[
            { value: EVERYBODY, label: t('list.allClients') },
            ...clients.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onCommit={(id) => setClientId(id === EVERYBODY ? null : id)}
        />
        <NewProposal
          key={path}
          initiallyOpen={path === '/proposals/new'}
          onOpenChange={(open) => {
            if (!open && path === '/proposals/new') navigate('/proposals', { replace: true });
          }}
        />
      </div>
      <ErrorNote failure={failureOf(error)} />
      {data === undefined && error === null ? <LoadingShape rows={8} /> : null}
      {data !== undefined && proposals.length === 0 ? (
        <EmptyState title={t('list.none')} text={t('list.noneText')}>
          <Button variant="primary" onClick={() => navigate('/proposals/new')}>
            {t('new.title')}
          </Button>
        </EmptyState>
      ) : null}
      {proposals.length === 0 ? null : (
        <table className="tb" aria-label={t('list.title')}>
          <colgroup>
            <col style={{ width: 72 }} />
            <col style={{ width: '18%' }} />
            <col />
            <col style={{ width: 168 }} />
            <col style={{ width: 116 }} />
            <col style={{ width: 152 }} />
            <col style={{ width: 112 }} />
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
            {proposals.map((proposal) => (
              <Row key={proposal.id} proposal={proposal} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Lede({ list }: { list: Output<'proposals/list'> }) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const count = (status: ProposalListItem['status']) =>
    list.proposals.filter((proposal) => proposal.status === status).length;
  const won = list.winRatePpm.value;
  const byAmount = list.winRateByAmountPpm.value;
  const { finishedCount, hoursVariancePpm, costVariancePpm } = list.accuracy;
  const parts = [
    count('draft') === 0 ? null : t('list.drafts', { count: count('draft') }),
    count('sent') === 0 ? null : t('list.sent', { count: count('sent') }),
  ].filter((part) => part !== null);
  return (
    <p className="lede grow">
      <b>{t('list.lede', { count: list.proposals.length })}</b>
      {parts.length === 0 ? '' : `: ${parts.join(', ')}`}
      {won === null ? null : (
        <>
          {'. '}
          {t('list.winRate')} <b>{format.percent(won / 10_000, { max: 0 })}</b>
          {byAmount === null
            ? null
            : `, ${t('list.winRateByAmount', { share: format.percent(byAmount / 10_000, { max: 0 }) })}`}
        </>
      )}
      {finishedCount === 0 ? null : (
        <span title={t('list.accuracyOf', { count: finishedCount })}>
          {'. '}
          {t('list.accuracy')} <Variance figure={hoursVariancePpm} /> {t('list.accuracyHours')},{' '}
          <Variance figure={costVariancePpm} /> {t('list.accuracyCost')}
        </span>
      )}
    </p>
  );
}

function Row({ proposal }: { proposal: ProposalListItem }) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const today = useToday();
  const [, navigate] = useLocation();
  const href = `/proposals/${proposal.id}`;
  const isOpen = proposal.status === 'draft' || proposal.status === 'sent';
  const hasExpired = isOpen && proposal.validUntil < today;
  return (
    <tr className={styles.listRow} onClick={() => navigate(href)}>
      <td className="t2">{proposal.number}</td>
      <td>
        <span className="row">
          <ClientMark client={{ mark: proposal.clientMark, hue: proposal.clientHue }} />
          <span className="cut">{proposal.clientName}</span>
        </span>
      </td>
      <td title={proposal.title}>
        <Link href={href} className={`m ${styles.listName}`}>
          {proposal.title}
        </Link>
        {proposal.version === 1 ? null : (
          <span className="t3"> {t('list.version', { version: proposal.version })}</span>
        )}
      </td>
      <td>
        <ProposalStatus proposal={proposal} />
      </td>
      <td
        className={hasExpired ? 'neg' : 't2'}
        title={hasExpired ? t('status.expired') : undefined}
      >
        {hasExpired ? '! ' : ''}
        {format.date(proposal.validUntil)}
      </td>
      <td className="n">{format.money(proposal.amountMinor, proposal.currency)}</td>
      <td className="n">
        <Figure figure={proposal.marginPpm} unit="ppm" withUnit />
      </td>
    </tr>
  );
}
