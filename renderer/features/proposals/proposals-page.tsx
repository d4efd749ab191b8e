import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Output } from '../../../shared/contract/contract';
import type { ProposalListItem } from '../../../shared/contract/proposals.contract';
import { Button } from '../../components/button';
import { ClientMark } from '../../components/client-mark';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { SelectField } from '../../components/fields';
import { Figure } from '../../components/figure';
import { type ListColumn, ListName, ListTable, useSortedList } from '../../components/list-table';
import { LoadingShape } from '../../components/loading-shape';
import { failureOf, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { useToday } from '../../lib/workspace';
import { Variance } from './accuracy-pane';
import { NewProposal } from './new-proposal';
import { ProposalStatus } from './proposal-status';

type Column = 'number' | 'client' | 'title' | 'status' | 'validUntil' | 'amount' | 'margin';

/** Of the list of clients: no choice. */
const EVERYBODY = '';

const STATUS_ORDER = { draft: 0, sent: 1, accepted: 2, lost: 3 } as const;

const hrefOf = (proposal: ProposalListItem): string => `/proposals/${proposal.id}`;

/** Proposals of all clients: what is being made, what waits for an answer, what was won and lost. */
export function ProposalsPage() {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const today = useToday();
  const [, navigate] = useLocation();
  const [clientId, setClientId] = useState<string | null>(null);
  const { data, error } = useRead('proposals/list', { clientId }, { keepPrevious: true });
  const clients = useRead('clients/list', { archived: false }).data?.clients ?? [];
  const proposals = data?.proposals ?? [];
  const hasExpired = ({ status, validUntil }: ProposalListItem) =>
    (status === 'draft' || status === 'sent') && validUntil < today;
  const columns: readonly ListColumn<ProposalListItem, Column>[] = [
    {
      key: 'number',
      label: t('list.number'),
      width: 72,
      sortBy: (proposal) => proposal.number,
      cell: (proposal) => <span className="t2">{proposal.number}</span>,
    },
    {
      key: 'client',
      label: t('list.client'),
      width: '18%',
      sortBy: (proposal) => proposal.clientName,
      cell: (proposal) => (
        <span className="row">
          <ClientMark client={{ mark: proposal.clientMark, hue: proposal.clientHue }} />
          <span className="cut">{proposal.clientName}</span>
        </span>
      ),
    },
    {
      key: 'title',
      label: t('list.proposal'),
      sortBy: (proposal) => proposal.title,
      cell: (proposal) => (
        <span title={proposal.title}>
          <ListName href={hrefOf(proposal)}>{proposal.title}</ListName>
          {proposal.version === 1 ? null : (
            <span className="t3"> {t('list.version', { version: proposal.version })}</span>
          )}
        </span>
      ),
    },
    {
      key: 'status',
      label: t('list.status'),
      width: 168,
      sortBy: (proposal) => STATUS_ORDER[proposal.status],
      cell: (proposal) => <ProposalStatus proposal={proposal} />,
    },
    {
      key: 'validUntil',
      label: t('list.validUntil'),
      width: 116,
      sortBy: (proposal) => proposal.validUntil,
      cell: (proposal) => (
        <span
          className={hasExpired(proposal) ? 'neg' : 't2'}
          title={hasExpired(proposal) ? t('status.expired') : undefined}
        >
          {hasExpired(proposal) ? '! ' : ''}
          {format.date(proposal.validUntil)}
        </span>
      ),
    },
    {
      key: 'amount',
      label: t('list.amount'),
      width: 152,
      numeric: true,
      sortBy: (proposal) => proposal.amountMinor,
      cell: (proposal) => format.money(proposal.amountMinor, proposal.currency),
    },
    {
      key: 'margin',
      label: t('list.margin'),
      width: 112,
      numeric: true,
      sortBy: (proposal) => proposal.marginPpm.value,
      cell: (proposal) => <Figure figure={proposal.marginPpm} unit="ppm" withUnit />,
    },
  ];
  const list = useSortedList(proposals, columns, { column: 'number', direction: 'down' });
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
        <NewProposal />
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
        <ListTable label={t('list.title')} list={list} hrefOf={hrefOf} />
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
