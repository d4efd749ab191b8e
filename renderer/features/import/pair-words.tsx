import { useTranslation } from 'react-i18next';
import type { PreviewRow } from '../../../shared/contract/imports.contract';
import { ClientMark } from '../../components/client-mark';
import { useFormat } from '../../lib/format';
import { LIKELY, type RowChoice } from './import-model';
import type { ClientFace } from './preview-sheet';

type Props = {
  readonly row: PreviewRow;
  readonly choice: RowChoice | undefined;
  readonly clients: readonly ClientFace[];
};

/** What a row goes to: the client's mark and the invoices, or that nobody knows. */
export function PairWords({ row, choice, clients }: Props) {
  const { t } = useTranslation('import');
  const words = usePairText();
  if (choice?.skip === true || row.state === 'not-booked') return null;
  if (row.state === 'undecided' && choice?.direction === undefined) {
    return <span className="warn">{t('undecided.question')}</span>;
  }
  const direction = choice?.direction ?? row.direction;
  if (direction === 'out') return <span className="t2">{t('pair.expense')}</span>;
  if (choice?.pair === 'none') return <span className="t2">{t('pair.none')}</span>;
  const chosen = typeof choice?.pair === 'object' ? choice.pair : row.match;
  if (row.state === 'unchanged') return null;
  const sure = choice?.pair !== undefined || (row.match?.confidence ?? 0) >= LIKELY;
  if (chosen === null || !sure) {
    return (
      <span className="warn m">{row.state === 'undecided' ? t('pair.none') : t('pair.who')}</span>
    );
  }
  const client = clients.find((one) => one.id === chosen.clientId);
  return (
    <span className="row" style={{ gap: 6 }}>
      {client === undefined ? null : <ClientMark client={client} />}
      <span className="cut">
        {typeof choice?.pair === 'object' ? t('pair.chosen') : words(row)}
      </span>
    </span>
  );
}

/** «счёт 118», «счета 127 и 130», «счёт 124, часть», «аванс». */
export function usePairText(): (row: PreviewRow) => string {
  const { t } = useTranslation('import');
  const format = useFormat();
  return ({ match }) => {
    const allocations = match?.allocations ?? [];
    const [first, second] = allocations;
    if (first === undefined) return t('pair.advance');
    const isPart = allocations.some((one) => one.isPart);
    if (second === undefined) {
      return t(isPart ? 'pair.part' : 'pair.invoice', { number: first.invoiceNumber });
    }
    const numbers = format.list(allocations.map((one) => one.invoiceNumber));
    return t(isPart ? 'pair.parts' : 'pair.invoices', { numbers });
  };
}
