import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ClientOverview,
  ClientReceivables,
} from '../../../../shared/contract/clients.contract';
import { Button } from '../../../components/button';
import { AgingBar } from '../../../components/charts/aging-bar';
import { ErrorNote } from '../../../components/error-note';
import { Figure } from '../../../components/figure';
import { InvoiceDrafts } from '../../../components/invoice-drafts';
import { LoadingShape } from '../../../components/loading-shape';
import { Pane } from '../../../components/pane';
import { Popover } from '../../../components/popover';
import { failureOf, useRead } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import styles from '../client.module.css';
import { InvoicesTable } from './invoices-table';
import { IssueInvoice } from './issue-invoice';
import { PaymentsPane } from './payments-pane';
import { RecordPayment } from './record-payment';

/** What the client owes and since when, its invoices, and what it has paid. */
export function ReceivablesTab({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  const [isPaying, setPaying] = useState(false);
  const [isIssuing, setIssuing] = useState(false);
  const { data, error } = useRead('clients/receivables', { clientId: client.id });
  if (error !== null) return <ErrorNote failure={failureOf(error)} />;
  if (data === undefined) return <LoadingShape rows={6} />;
  return (
    <div>
      <Aging data={data} />
      <Pane
        title={t('invoices.title')}
        caption={t('invoices.caption', { count: data.invoices.length })}
        line="top"
        actions={
          <>
            <Popover
              label={t('payments.record')}
              align="end"
              open={isPaying}
              onOpenChange={setPaying}
              trigger={<Button>{t('payments.record')}</Button>}
            >
              <RecordPayment client={client} onDone={() => setPaying(false)} />
            </Popover>
            <Button
              variant="primary"
              icon="plus"
              aria-expanded={isIssuing}
              onClick={() => setIssuing(!isIssuing)}
            >
              {t('invoices.invoice')}
            </Button>
          </>
        }
      >
        {isIssuing && <IssueInvoice client={client} onDone={() => setIssuing(false)} />}
        <InvoicesTable invoices={data.invoices} currency={client.currency} />
      </Pane>
      <InvoiceDrafts clientId={client.id} />
      <PaymentsPane data={data} />
    </div>
  );
}

function Aging({ data }: { readonly data: ClientReceivables }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const { aging, currency } = data;
  const buckets = (['notDue', 'd1to30', 'd31to60', 'd61to90', 'over90'] as const).map((id) => ({
    id,
    label: t(`aging.${id}`),
    amountMinor: aging[id],
  }));
  return (
    <Pane
      title={t('aging.title')}
      caption={t('aging.caption', { on: format.date(data.asOf) })}
      actions={<b className="b nw">{format.money(aging.total, currency)}</b>}
    >
      <div className={styles.aging}>
        <AgingBar
          buckets={buckets}
          label={t('aging.title')}
          money={(minor) => format.amount(minor, currency)}
        />
        <p className="sm t2">
          {t('aging.dso')} <Figure figure={data.dso} unit="days" decimals={1} bold />
          {' · '}
          {t('aging.collection')} <Figure figure={data.collectionPpm} unit="ppm" withUnit bold />
          {aging.prepaid > 0 && (
            <>
              {' · '}
              {t('aging.prepaid')} <b className="b">{format.money(aging.prepaid, currency)}</b>
            </>
          )}
        </p>
      </div>
    </Pane>
  );
}
