import { useState } from 'react';
import { Trans } from 'react-i18next';
import type { MondayItem } from '../../../shared/contract/monday.contract';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { failureOf, useRead } from '../../lib/api';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { useTranslation } from '../../lib/translation';
import { CallsPane } from './calls-pane';
import { ContractsPane } from './contracts-pane';
import { ItemsTable } from './items-table';
import styles from './monday.module.css';
import { type MondayFilter, MondayHead } from './monday-head';
import { WeekPane } from './week-pane';

/** What the filter leaves. */
function passes(item: MondayItem, filter: MondayFilter, today: string): boolean {
  if (filter === 'debt') return item.debt !== null;
  return filter === 'all' || (item.due !== null && item.due <= today);
}

/** The week on one page: what is owed and what may be lost, the dates, whom to call. */
export function MondayPage() {
  const { t } = useTranslation('monday');
  const { data: brief, error } = useRead('monday/show', {});
  const [filter, setFilter] = useState<MondayFilter>('all');

  const failure = failureOf(error);
  if (failure !== null) return <ErrorNote failure={failure} />;
  if (brief === undefined) return <LoadingShape rows={12} />;

  const shown = brief.items.filter((item) => passes(item, filter, brief.asOf));
  return (
    <>
      <PageTitle title={t('title')} caption={t('week', brief.week)} />
      <PageStatus>
        <span>{t('status.order')}</span>
        <span>
          <Trans t={t} i18nKey="status.fill" components={{ b: <b /> }} />
        </span>
        <span>{t('status.keys')}</span>
      </PageStatus>
      <MondayHead
        brief={brief}
        filter={filter}
        counts={{
          all: brief.items.length,
          today: brief.items.filter((item) => passes(item, 'today', brief.asOf)).length,
          debt: brief.items.filter((item) => passes(item, 'debt', brief.asOf)).length,
        }}
        onFilter={setFilter}
      />
      <div className={styles.sheet}>
        <div className={`pane ${styles.main}`}>
          {brief.items.length === 0 ? (
            <EmptyState title={t('empty')} text={t('emptyText')} />
          ) : (
            <ItemsTable brief={brief} items={shown} isWhole={filter === 'all'} />
          )}
          <WeekPane brief={brief} />
        </div>
        <aside className={`pane vr ${styles.side}`}>
          <CallsPane calls={brief.calls} />
          <ContractsPane contracts={brief.contracts} />
        </aside>
      </div>
    </>
  );
}
