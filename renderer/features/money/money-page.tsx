import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { InvoiceDrafts } from '../../components/invoice-drafts';
import { LoadingShape } from '../../components/loading-shape';
import { failureOf, useCommand, useRead } from '../../lib/api';
import { keyWords } from '../../lib/keys';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import styles from './money.module.css';
import { MoneyHead } from './money-head';
import { OpenInvoices } from './open-invoices';
import { UnallocatedPayments } from './unallocated-payments';

/** What clients owe, invoice by invoice, and the payments nobody has matched yet. */
export function MoneyPage() {
  const { t } = useTranslation('settings');
  const open = useRead('invoices/list-open', { clientId: null });
  const unallocated = useRead('payments/list-unallocated', {});
  const clients = useRead('clients/list', { archived: false });
  const allocate = useCommand('payments/allocate');
  const [chosenId, setChosenId] = useState<string | null>(null);

  const marks = useMemo(
    () => new Map((clients.data?.clients ?? []).map((client) => [client.id, client])),
    [clients.data],
  );

  const failure = failureOf(open.error ?? unallocated.error);
  if (failure !== null) return <ErrorNote failure={failure} />;
  if (open.data === undefined || unallocated.data === undefined) return <LoadingShape rows={12} />;

  const { invoices } = open.data;
  const { payments } = unallocated.data;
  const chosen = payments.find((payment) => payment.id === chosenId) ?? null;

  return (
    <>
      <PageTitle title={t('common:nav.money')} caption={t('money.caption')} />
      <PageStatus>{t('money.status')}</PageStatus>
      <MoneyHead invoices={invoices} payments={payments} />
      <ErrorNote failure={allocate.failure} />
      <InvoiceDrafts clientId={null} />
      {invoices.length === 0 && payments.length === 0 ? (
        <EmptyState title={t('money.none')} text={t('money.noneText')}>
          <Link href="/money/import" className="btn pri">
            {t('money.import')} <kbd>{keyWords('import')}</kbd>
          </Link>
        </EmptyState>
      ) : (
        <div className={styles.sheet}>
          <OpenInvoices
            invoices={invoices}
            marks={marks}
            payment={chosen}
            onAllocate={(invoiceId, amountMinor) => {
              if (chosen === null) return;
              allocate.send({ paymentId: chosen.id, invoiceId, amountMinor });
            }}
          />
          <UnallocatedPayments
            payments={payments}
            marks={marks}
            chosenId={chosen?.id ?? null}
            onChoose={setChosenId}
          />
        </div>
      )}
    </>
  );
}
