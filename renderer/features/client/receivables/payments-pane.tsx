import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientReceivables, InvoiceRow } from '../../../../shared/contract/clients.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { MoneyField, SelectField } from '../../../components/fields';
import { Form } from '../../../components/form';
import { Pane } from '../../../components/pane';
import { Popover } from '../../../components/popover';
import { useCommand } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import styles from '../client.module.css';

type Payment = ClientReceivables['payments'][number];

/** What came in, what of it is spread over invoices, and the rest, which can be spread here. */
export function PaymentsPane({ data }: { readonly data: ClientReceivables }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const release = useCommand('payments/release');
  const { payments, currency } = data;
  const open = data.invoices.filter((invoice) => !invoice.isCancelled && invoice.openMinor > 0);
  return (
    <Pane
      title={t('payments.title')}
      caption={t('payments.caption', { count: payments.length })}
      line="top"
    >
      <ErrorNote failure={release.failure} />
      {payments.length === 0 ? (
        <p className={`sm t2 ${styles.paneText}`}>{t('payments.none')}</p>
      ) : (
        <table className={`tb flat ${styles.tabTable}`} aria-label={t('payments.title')}>
          <colgroup>
            <col style={{ width: 110 }} />
            <col style={{ width: 200 }} />
            <col />
            <col style={{ width: 126 }} />
            <col style={{ width: 126 }} />
            <col style={{ width: 190 }} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('payments.paidOn')}</th>
              <th>{t('payments.from')}</th>
              <th>{t('payments.purpose')}</th>
              <th className="n">{t('withVat', { sign: format.currencySign(currency) })}</th>
              <th className="n">{t('payments.rest')}</th>
              <th>
                <span className="unseen">{t('payments.allocate')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {payments.map((payment) => {
              const rest = payment.amountMinor - payment.allocatedMinor;
              return (
                <tr key={payment.id}>
                  <td>{format.date(payment.paidOn)}</td>
                  <td title={payment.counterpartyName}>{payment.counterpartyName}</td>
                  <td className="t2" title={payment.purpose}>
                    {payment.purpose}
                  </td>
                  <td className="n">{format.amount(payment.amountMinor, currency)}</td>
                  <td className={`n ${rest > 0 ? 'warn' : ''}`}>
                    {rest === 0 ? <span className="dash">—</span> : format.amount(rest, currency)}
                  </td>
                  <td className="n">
                    {rest > 0 && open.length > 0 && (
                      <Allocate payment={payment} rest={rest} open={open} currency={currency} />
                    )}
                    {payment.allocatedMinor > 0 && (
                      <Button
                        variant="quiet"
                        className={styles.rowAction}
                        title={t('payments.releaseTip')}
                        onClick={() => release.send({ paymentId: payment.id })}
                      >
                        {t('payments.release')}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Pane>
  );
}

function Allocate({
  payment,
  rest,
  open,
  currency,
}: {
  readonly payment: Payment;
  readonly rest: number;
  readonly open: readonly InvoiceRow[];
  readonly currency: string;
}) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const allocate = useCommand('payments/allocate');
  const [isOpen, setOpen] = useState(false);
  const [invoiceId, setInvoice] = useState(open[0]?.id ?? '');
  const [amount, setAmount] = useState<number | null>(null);
  const invoice = open.find(({ id }) => id === invoiceId) ?? open[0];
  const proposed = Math.min(rest, invoice?.openMinor ?? 0);

  async function save() {
    if (invoice === undefined) return;
    const done = await allocate
      .run({ paymentId: payment.id, invoiceId: invoice.id, amountMinor: amount ?? proposed })
      .catch(() => null);
    if (done !== null) setOpen(false);
  }

  return (
    <Popover
      label={t('payments.allocate')}
      align="end"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" className={styles.rowAction}>
          {t('payments.allocate')}
        </Button>
      }
    >
      <Form className={styles.smallForm} onSubmit={save}>
        <SelectField
          label={t('payments.invoice')}
          value={invoice?.id ?? ''}
          options={open.map((each) => ({
            value: each.id,
            label: t('payments.invoiceOption', {
              number: each.number,
              open: format.amount(each.openMinor, currency),
            }),
          }))}
          onCommit={(id) => {
            setInvoice(id);
            setAmount(null);
          }}
        />
        <MoneyField
          label={t('payments.amount')}
          currency={currency}
          value={amount ?? proposed}
          onCommit={setAmount}
        />
        <ErrorNote failure={allocate.failure} />
        <Button variant="primary" type="submit" disabled={allocate.isRunning}>
          {t('payments.saveAllocation')}
        </Button>
      </Form>
    </Popover>
  );
}
