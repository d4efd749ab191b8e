import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-note';
import { LoadingShape } from '../../../components/loading-shape';
import { Pane } from '../../../components/pane';
import { Popover } from '../../../components/popover';
import { failureOf, useRead } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import { usePeriod } from '../../../lib/period';
import styles from '../client.module.css';
import { periodWords } from '../period-words';
import { CommissionPane } from './commission-pane';
import { CostsPane } from './costs-pane';
import { MediaForm } from './media-form';
import { MediaTable } from './media-table';

/** What was bought for the client in the period: channels with plan, fact and results. */
export function MediaTab({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const { period } = usePeriod();
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useRead(
    'media/list',
    { clientId: client.id, ...period },
    { keepPrevious: true },
  );
  const add = (
    <Popover
      label={t('media.add')}
      align="end"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button icon="plus">{t('media.channel')}</Button>}
    >
      <MediaForm client={client} period={period} onDone={() => setOpen(false)} />
    </Popover>
  );
  return (
    <div>
      <Pane
        title={t('media.title')}
        caption={t('media.caption', {
          period: periodWords(period, format),
          sign: format.currencySign(client.currency),
        })}
        actions={add}
      >
        {error === null ? null : <ErrorNote failure={failureOf(error)} />}
        {data === undefined ? (
          error === null && <LoadingShape rows={4} />
        ) : data.rows.length === 0 ? (
          <EmptyState title={t('media.emptyTitle')} text={t('media.emptyText')} />
        ) : (
          <MediaTable rows={data.rows} currency={client.currency} />
        )}
      </Pane>
      <div className={styles.halves}>
        <CommissionPane client={client} terms={data?.commission ?? []} />
        <CostsPane client={client} period={period} />
      </div>
    </div>
  );
}
