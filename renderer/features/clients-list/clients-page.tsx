import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ClientListItem } from '../../../shared/contract/clients.contract';
import { diffDays } from '../../../shared/domain/dates';
import { fold } from '../../../shared/i18n/transliterate';
import { Button } from '../../components/button';
import { ClientMark } from '../../components/client-mark';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { type ListColumn, ListName, ListTable, useSortedList } from '../../components/list-table';
import { LoadingShape } from '../../components/loading-shape';
import { NewClient } from '../../components/new-client';
import { RowMenu } from '../../components/row-menu';
import { Segmented } from '../../components/segmented';
import { failureOf, useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { useToday } from '../../lib/workspace';
import styles from './clients-page.module.css';

type Column = 'name' | 'legalName' | 'tier' | 'manager' | 'currency' | 'contract';

/** A contract that ends so soon deserves a look. */
const SOON_DAYS = 60;

const hrefOf = (client: ClientListItem): string => `/clients/${client.id}/profitability`;

/** Whom we work for: found by a few letters, opened by Enter; the archive is one click away. */
export function ClientsPage() {
  const { t } = useTranslation('common');
  const [path, navigate] = useLocation();
  const [archived, setArchived] = useState(false);
  const [text, setText] = useState('');
  const { data, error } = useRead('clients/list', { archived }, { keepPrevious: true });
  const archive = useCommand('clients/archive');
  const wanted = useDeferredValue(fold(text.trim()));

  const clients = useMemo(
    () =>
      (data?.clients ?? []).filter((client) => {
        const words = fold(
          [client.name, client.descriptor, client.mark, client.legalName, client.managerName].join(
            ' ',
          ),
        );
        return client.archived === archived && words.includes(wanted);
      }),
    [archived, data, wanted],
  );
  const columns: readonly ListColumn<ClientListItem, Column>[] = [
    {
      key: 'name',
      label: t('word.client'),
      sortBy: (client) => client.name,
      cell: (client) => (
        <span className="row">
          <ClientMark client={client} />
          <span className="cut">
            <ListName href={hrefOf(client)}>{client.name}</ListName>{' '}
            <span className="t3">{client.descriptor}</span>
          </span>
        </span>
      ),
    },
    {
      key: 'legalName',
      label: t('clients.legalName'),
      width: '24%',
      sortBy: (client) => (client.legalName === '' ? null : client.legalName),
      cell: (client) => <Quiet word={client.legalName} />,
    },
    {
      key: 'tier',
      label: t('tier.short'),
      width: 64,
      sortBy: (client) => client.tier,
      cell: (client) => client.tier,
    },
    {
      key: 'manager',
      label: t('clients.manager'),
      width: '18%',
      sortBy: (client) => client.managerName,
      cell: (client) => <Quiet word={client.managerName ?? ''} />,
    },
    {
      key: 'currency',
      label: t('clients.currency'),
      width: 84,
      sortBy: (client) => client.currency,
      cell: (client) => <Quiet word={client.currency} />,
    },
    {
      key: 'contract',
      label: t('clients.contract'),
      width: 148,
      sortBy: (client) => client.contractEndsOn,
      cell: (client) => <ContractEnd on={client.contractEndsOn} />,
    },
  ];
  const list = useSortedList(clients, columns, { column: 'name', direction: 'up' });

  const head = (
    <div className="head">
      <p className="lede grow">
        {archived
          ? t('clients.archivedLede', { count: clients.length })
          : t('clients.lede', { count: clients.length })}
      </p>
      <label className={styles.find}>
        <span className="unseen">{t('clients.find')}</span>
        <input
          className={`field ${styles.findInput}`}
          type="search"
          value={text}
          placeholder={t('clients.find')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            const first = list.rows[0];
            if (event.key === 'Enter' && first !== undefined && text !== '') {
              navigate(hrefOf(first));
            }
          }}
        />
      </label>
      <Segmented
        label={t('clients.which')}
        value={archived ? 'archived' : 'active'}
        segments={[
          { value: 'active', label: t('clients.active') },
          { value: 'archived', label: t('clients.archived') },
        ]}
        onChange={(value) => setArchived(value === 'archived')}
      />
      <NewClient
        key={path}
        initiallyOpen={path === '/clients/new'}
        onOpenChange={(open) => {
          if (!open && path === '/clients/new') navigate('/clients', { replace: true });
        }}
      />
    </div>
  );

  return (
    <>
      <PageTitle title={t('nav.clients')} />
      <PageStatus>{t('clients.status')}</PageStatus>
      {head}
      <ErrorNote failure={failureOf(error) ?? archive.failure} />
      {data === undefined ? <LoadingShape rows={12} /> : null}
      {data !== undefined && clients.length === 0 ? (
        wanted === '' ? (
          <EmptyState
            title={t(archived ? 'clients.noneArchived' : 'clients.none')}
            text={t(archived ? 'clients.noneArchivedText' : 'clients.noneText')}
          />
        ) : (
          <EmptyState title={t('clients.noneFound')} text={t('clients.noneFoundText', { text })}>
            <Button onClick={() => setText('')}>{t('clients.showAll')}</Button>
          </EmptyState>
        )
      ) : null}
      {clients.length === 0 ? null : (
        <ListTable
          label={t('nav.clients')}
          list={list}
          hrefOf={hrefOf}
          actions={{
            label: t('clients.actions'),
            of: (client) => (
              <Actions client={client} onArchive={() => archive.send({ id: client.id })} />
            ),
          }}
        />
      )}
    </>
  );
}

function Actions({ client, onArchive }: { client: ClientListItem; onArchive: () => void }) {
  const { t } = useTranslation('common');
  const [, navigate] = useLocation();
  if (client.archived) return null;
  return (
    <RowMenu
      label={t('clients.actionsOf', { client: client.name })}
      items={[
        { label: t('clients.open'), onChoose: () => navigate(hrefOf(client)) },
        {
          label: t('clients.details'),
          onChoose: () => navigate(`/clients/${client.id}/details`),
        },
        { label: t('clients.toArchive'), onChoose: onArchive, danger: true, apart: true },
      ]}
    />
  );
}

/** A word beside the name, or a dash where there is none. */
function Quiet({ word }: { word: string }) {
  return word === '' ? <Dash /> : <span className="t2">{word}</span>;
}

function Dash() {
  return <span className="dash">—</span>;
}

function ContractEnd({ on }: { on: string | null }) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const today = useToday();
  if (on === null) return <Dash />;
  const days = diffDays(today, on);
  if (days < 0) return <span className="neg">{t('clients.ended', { date: format.date(on) })}</span>;
  return <span className={days <= SOON_DAYS ? 'warn' : 't2'}>{format.date(on)}</span>;
}
