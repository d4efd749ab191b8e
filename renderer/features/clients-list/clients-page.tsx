import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { ClientListItem } from '../../../shared/contract/clients.contract';
import { diffDays } from '../../../shared/domain/dates';
import { fold } from '../../../shared/i18n/transliterate';
import { Button } from '../../components/button';
import { ClientMark } from '../../components/client-mark';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { Menu } from '../../components/menu';
import { NewClient } from '../../components/new-client';
import { Segmented } from '../../components/segmented';
import { SortHead } from '../../components/sort-head';
import { failureOf, useCommand, useRead } from '../../lib/api';
import { useFormat, useLanguage } from '../../lib/format';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { type Sort, sortRows } from '../../lib/sort';
import { useToday } from '../../lib/workspace';
import styles from './clients-page.module.css';

type Column = 'name' | 'legalName' | 'tier' | 'manager' | 'currency' | 'contract';

/** A contract that ends so soon deserves a look. */
const SOON_DAYS = 60;

function sortValue(client: ClientListItem, column: Column): string | null {
  switch (column) {
    case 'name':
      return client.name;
    case 'legalName':
      return client.legalName === '' ? null : client.legalName;
    case 'tier':
      return client.tier;
    case 'manager':
      return client.managerName;
    case 'currency':
      return client.currency;
    case 'contract':
      return client.contractEndsOn;
  }
}

/** Whom we work for: found by a few letters, opened by Enter; the archive is one click away. */
export function ClientsPage() {
  const { t } = useTranslation('common');
  const [path, navigate] = useLocation();
  const [archived, setArchived] = useState(false);
  const [text, setText] = useState('');
  const [sort, setSort] = useState<Sort<Column>>({ column: 'name', direction: 'up' });
  const lang = useLanguage();
  const { data, error } = useRead('clients/list', { archived }, { keepPrevious: true });
  const archive = useCommand('clients/archive');
  const wanted = useDeferredValue(fold(text.trim()));

  const clients = useMemo(() => {
    const found = (data?.clients ?? []).filter((client) => {
      const words = fold(
        [client.name, client.descriptor, client.mark, client.legalName, client.managerName].join(
          ' ',
        ),
      );
      return client.archived === archived && words.includes(wanted);
    });
    return sortRows(found, sort, sortValue, lang);
  }, [archived, data, lang, sort, wanted]);

  const head = (
    <div className="head">
      <p className="lede grow">
        {archived
          ? t('clients.archivedLede', { count: clients.length })
          : t('clients.lede', { count: clients.length })}
      </p>
      <label className={styles.find}>
        <span className={styles.unseen}>{t('clients.find')}</span>
        <input
          className={`field ${styles.findInput}`}
          type="search"
          value={text}
          placeholder={t('clients.find')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            const first = clients[0];
            if (event.key === 'Enter' && first !== undefined && text !== '') {
              navigate(`/clients/${first.id}/profitability`);
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
        <table className={`tb ${styles.table}`}>
          <colgroup>
            <col />
            <col style={{ width: '24%' }} />
            <col style={{ width: 64 }} />
            <col style={{ width: '18%' }} />
            <col style={{ width: 84 }} />
            <col style={{ width: 148 }} />
            <col style={{ width: 56 }} />
          </colgroup>
          <thead>
            <tr>
              <SortHead column="name" label={t('word.client')} sort={sort} onSort={setSort} />
              <SortHead
                column="legalName"
                label={t('clients.legalName')}
                sort={sort}
                onSort={setSort}
              />
              <SortHead column="tier" label={t('tier.short')} sort={sort} onSort={setSort} />
              <SortHead
                column="manager"
                label={t('clients.manager')}
                sort={sort}
                onSort={setSort}
              />
              <SortHead
                column="currency"
                label={t('clients.currency')}
                sort={sort}
                onSort={setSort}
              />
              <SortHead
                column="contract"
                label={t('clients.contract')}
                sort={sort}
                onSort={setSort}
              />
              <th>
                <span className={styles.unseen}>{t('clients.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {clients.map((client) => (
              <Row
                key={client.id}
                client={client}
                onArchive={() => archive.send({ id: client.id })}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Row({ client, onArchive }: { client: ClientListItem; onArchive: () => void }) {
  const { t } = useTranslation('common');
  const [, navigate] = useLocation();
  const href = `/clients/${client.id}/profitability`;
  return (
    <tr className={styles.row} onClick={() => navigate(href)}>
      <td>
        <span className="row">
          <ClientMark client={client} />
          <Link href={href} className={`cut ${styles.name}`}>
            <span className="m">{client.name}</span> <span className="t3">{client.descriptor}</span>
          </Link>
        </span>
      </td>
      <td className="t2">{client.legalName === '' ? <Dash /> : client.legalName}</td>
      <td>{client.tier}</td>
      <td className="t2">{client.managerName ?? <Dash />}</td>
      <td className="t2">{client.currency}</td>
      <td>
        <ContractEnd on={client.contractEndsOn} />
      </td>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keeps a click on the menu from opening the row */}
      <td onClick={(event) => event.stopPropagation()}>
        {client.archived ? null : (
          <Menu
            trigger={
              <button
                type="button"
                className={styles.more}
                aria-label={t('clients.actionsOf', { client: client.name })}
              >
                …
              </button>
            }
            items={[
              { label: t('clients.open'), onChoose: () => navigate(href) },
              {
                label: t('clients.details'),
                onChoose: () => navigate(`/clients/${client.id}/details`),
              },
              { label: t('clients.toArchive'), onChoose: onArchive, danger: true, apart: true },
            ]}
          />
        )}
      </td>
    </tr>
  );
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
