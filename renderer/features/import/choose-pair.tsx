import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview, PreviewRow } from '../../../shared/contract/imports.contract';
import { Button } from '../../components/button';
import { CheckField, SelectField } from '../../components/fields';
import { useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import styles from './import.module.css';
import { type Choices, type RowChoice, spread, takenByInvoice } from './import-model';
import type { ClientFace } from './preview-sheet';

type Props = {
  readonly preview: ImportPreview;
  readonly row: PreviewRow;
  readonly choices: Choices;
  readonly clients: readonly ClientFace[];
  readonly onChoose: (choice: RowChoice) => void;
};

/** A pair by hand: the client and any of its open invoices; what they leave is an advance. */
export function ChoosePair({ preview, row, choices, clients, onChoose }: Props) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const [clientId, setClientId] = useState(row.match?.clientId ?? '');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(row.match?.allocations.map((one) => one.invoiceId)),
  );
  const { data } = useRead(
    'invoices/list-open',
    { clientId: clientId === '' ? null : clientId },
    { enabled: clientId !== '' },
  );
  const amountMinor = row.amountMinor ?? 0;
  const taken = takenByInvoice(preview, choices, row.row);
  const invoices = (data?.invoices ?? [])
    .filter((invoice) => invoice.currency === row.currency)
    .map((invoice) => ({ ...invoice, openMinor: invoice.openMinor - (taken.get(invoice.id) ?? 0) }))
    .filter((invoice) => invoice.openMinor > 0);
  const pair = spread(
    amountMinor,
    invoices.filter((invoice) => chosen.has(invoice.id)),
  );
  return (
    <div className={styles.choose}>
      <SelectField
        label={t('choose.client')}
        value={clientId}
        options={[
          { value: '', label: t('choose.noClient') },
          ...clients.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onCommit={(id) => {
          setClientId(id ?? '');
          setChosen(new Set());
        }}
      />
      {clientId === '' ? null : (
        <div className={styles.chooseList}>
          {invoices.length === 0 ? <p className="t2">{t('choose.none')}</p> : null}
          {invoices.map((invoice) => (
            <div key={invoice.id} className={styles.chooseRow}>
              <CheckField
                label={t('pair.invoice', { number: invoice.number })}
                checked={chosen.has(invoice.id)}
                onChange={() => {
                  const next = new Set(chosen);
                  if (!next.delete(invoice.id)) next.add(invoice.id);
                  setChosen(next);
                }}
              />
              <span className="t3">{t('choose.due', { on: invoice.dueOn })}</span>
              <span className="n">
                {t('choose.open', { amount: format.amount(invoice.openMinor, invoice.currency) })}
              </span>
            </div>
          ))}
        </div>
      )}
      <div className="row">
        <Button
          variant="primary"
          onClick={() =>
            onChoose(
              clientId === ''
                ? { pair: 'none' }
                : { pair: { clientId, allocations: pair.allocations } },
            )
          }
        >
          {clientId === '' ? t('action.without') : t('choose.set')}
        </Button>
        <Button variant="quiet" onClick={() => onChoose({ skip: true })}>
          {t('action.leave')}
        </Button>
        {clientId === '' || pair.restMinor === 0 ? null : (
          <span className="t2 sm">
            {t('choose.left', { amount: format.amount(pair.restMinor, row.currency) })}
          </span>
        )}
      </div>
    </div>
  );
}
