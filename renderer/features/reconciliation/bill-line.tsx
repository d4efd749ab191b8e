import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReconciliationBreak } from '../../../shared/contract/reconciliation.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { Popover } from '../../components/popover';
import { useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import styles from './reconciliation.module.css';

/** Says which line of the client's invoices bills a channel. */
export function BillLine({ at }: { readonly at: ReconciliationBreak }) {
  const { t } = useTranslation('reconciliation');
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label={t('billTitle')}
      align="end"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" className={styles.small}>
          {t('bill')}
        </Button>
      }
    >
      <Lines at={at} onDone={() => setOpen(false)} />
    </Popover>
  );
}

function Lines({ at, onDone }: { readonly at: ReconciliationBreak; readonly onDone: () => void }) {
  const { t } = useTranslation('reconciliation');
  const format = useFormat();
  const { clientId, month, channel } = at;
  const { data } = useRead('reconciliation/list-unbilled-lines', { clientId, month });
  const bill = useCommand('reconciliation/bill-line');
  const lines = data?.lines ?? [];

  async function choose(invoiceLineId: string) {
    const done = await bill.run({ invoiceLineId, month, channel, part: 'media' }).catch(() => null);
    if (done !== null) onDone();
  }

  return (
    <div className={styles.form}>
      <b className="b">{t('billTitle')}</b>
      <ErrorNote failure={bill.failure} />
      {lines.length === 0 ? <p className="t2">{t('billNone')}</p> : null}
      <div className={styles.lines}>
        {lines.map((line) => (
          <button
            key={line.id}
            type="button"
            className={styles.line}
            onClick={() => void choose(line.id)}
          >
            <span>
              {t('billOne', { number: line.number, on: line.issuedOn, title: line.title })}
            </span>
            <b className="m nw">{format.money(line.netMinor, line.currency)}</b>
          </button>
        ))}
      </div>
    </div>
  );
}
