import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VendorDocument } from '../../../shared/contract/reconciliation.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import type { Option } from '../../components/fields';
import { Pane } from '../../components/pane';
import { Popover } from '../../components/popover';
import { useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { DocumentForm } from './document-form';
import styles from './reconciliation.module.css';

type Span = { clientId: string | null; from: string; to: string };

/** Invoices and acts of vendors in the month. */
export function DocumentsPane({
  span,
  clients,
  channels,
}: {
  readonly span: Span;
  readonly clients: readonly Option<string>[];
  /** Channels of the month, offered for a new document. */
  readonly channels: readonly string[];
}) {
  const { t } = useTranslation('reconciliation');
  const { data } = useRead('vendor-documents/list', span, { keepPrevious: true });
  const remove = useCommand('vendor-documents/remove');
  const [isOpen, setOpen] = useState(false);
  const documents = data?.documents ?? [];
  return (
    <Pane
      title={t('documents')}
      line="top"
      actions={
        <Popover
          label={t('addDocument')}
          align="end"
          side="top"
          open={isOpen}
          onOpenChange={setOpen}
          trigger={<Button icon="plus">{t('addDocument')}</Button>}
        >
          <DocumentForm
            span={span}
            clients={clients}
            channels={channels}
            onDone={() => setOpen(false)}
          />
        </Popover>
      }
    >
      <ErrorNote failure={remove.failure} />
      {documents.length === 0 ? (
        <p className={styles.none}>{t('document.none')}</p>
      ) : (
        <div className={styles.wrap}>
          <table className={`tb flat ${styles.wide}`} aria-label={t('documents')}>
            <colgroup>
              <col style={{ width: 160 }} />
              <col style={{ width: 190 }} />
              <col style={{ width: 130 }} />
              <col style={{ width: 110 }} />
              <col />
              <col style={{ width: 130 }} />
              <col style={{ width: 120 }} />
              <col style={{ width: 120 }} />
              <col style={{ width: 110 }} />
            </colgroup>
            <thead>
              <tr>
                <th>{t('client')}</th>
                <th>{t('document.vendor')}</th>
                <th>{t('document.number')}</th>
                <th>{t('document.datedOn')}</th>
                <th>{t('document.channel')}</th>
                <th className="n">{t('document.net')}</th>
                <th className="n">{t('document.vat')}</th>
                <th className="n" title={t('document.rebate')}>
                  {t('rebate')}
                </th>
                <th>
                  <span className="unseen">{t('document.remove')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {documents.map((document) => (
                <DocumentRow
                  key={document.id}
                  document={document}
                  clients={clients}
                  channels={channels}
                  onRemove={() => remove.send({ id: document.id })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Pane>
  );
}

function DocumentRow({
  document,
  clients,
  channels,
  onRemove,
}: {
  readonly document: VendorDocument;
  readonly clients: readonly Option<string>[];
  readonly channels: readonly string[];
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation('reconciliation');
  const format = useFormat();
  const { currency } = document;
  const [isOpen, setOpen] = useState(false);
  const name = `${t(`document.${document.kind}`)} ${document.number}`;
  return (
    <tr className={styles.row} title={document.note === '' ? undefined : document.note}>
      <td>{document.clientName}</td>
      <td>{document.vendor}</td>
      <td>
        <Popover
          label={t('document.amendOne', { name })}
          side="top"
          open={isOpen}
          onOpenChange={setOpen}
          trigger={
            <button type="button" className={styles.opens} title={t('document.amendOne', { name })}>
              {name}
            </button>
          }
        >
          <DocumentForm
            document={document}
            span={{ clientId: document.clientId, from: document.toOn.slice(0, 7) }}
            clients={clients}
            channels={channels}
            onDone={() => setOpen(false)}
          />
        </Popover>
      </td>
      <td>{format.date(document.datedOn)}</td>
      <td>
        {document.channel}
        {document.lineName === '' ? null : <span className="t2">, {document.lineName}</span>}
      </td>
      <td className="n">{format.money(document.netMinor, currency)}</td>
      <td className="n t2">{format.amount(document.vatMinor, currency)}</td>
      <td className="n">
        {document.rebateMinor === null ? (
          <span className="dash">—</span>
        ) : (
          format.amount(document.rebateMinor, currency)
        )}
      </td>
      <td className="n">
        <Button
          variant="quiet"
          className={styles.small}
          aria-label={t('document.removeOne', { number: document.number })}
          onClick={onRemove}
        >
          {t('document.remove')}
        </Button>
      </td>
    </tr>
  );
}
