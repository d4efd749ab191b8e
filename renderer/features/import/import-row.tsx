import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewRow } from '../../../shared/contract/imports.contract';
import { Button } from '../../components/button';
import { useFormat } from '../../lib/format';
import { Confidence } from './confidence';
import styles from './import.module.css';
import type { RowChoice } from './import-model';
import { PairWords } from './pair-words';
import type { ClientFace } from './preview-sheet';
import { useRowWords } from './row-words';

type Props = {
  readonly row: PreviewRow;
  readonly choice: RowChoice | undefined;
  readonly clients: readonly ClientFace[];
  readonly isSelected: boolean;
  readonly onSelect: (row: number) => void;
  readonly onDecide: (row: number, choice: RowChoice | null) => void;
};

const SIGNS = {
  new: ['+', 'pos'],
  changed: ['~', 'warn'],
  unchanged: ['=', 't2'],
  refused: ['×', 'neg'],
  'not-booked': ['–', 't2'],
  undecided: ['?', 'warn'],
} as const satisfies Record<PreviewRow['state'], readonly [string, string]>;

/** One operation of the bank and what becomes of it. */
export const ImportRow = memo(function ImportRow(props: Props) {
  const { row, choice, clients, isSelected, onSelect, onDecide } = props;
  const { t } = useTranslation('import');
  const format = useFormat();
  const words = useRowWords();
  const skipped = choice?.skip === true;
  const [sign, tone] = skipped ? (['–', 't2'] as const) : SIGNS[row.state];
  const fixed = row.state === 'refused' && choice?.amountMinor !== undefined;
  const amount = choice?.amountMinor ?? row.amountMinor;
  const direction = choice?.direction ?? row.direction;
  return (
    <tr
      data-row={row.row}
      className={isSelected ? 'sel' : ''}
      aria-selected={isSelected}
      tabIndex={isSelected ? 0 : -1}
      onClick={() => onSelect(row.row)}
      onFocus={() => onSelect(row.row)}
    >
      <td>
        <span className={`${tone} b ${styles.sign}`}>{sign}</span>
        <span className={tone}>{t(skipped ? 'state.skipped' : `state.${row.state}`)}</span>
      </td>
      <td className="t2">{row.on === null ? '' : format.dateShort(row.on)}</td>
      <td className="cut" title={row.counterparty}>
        {row.counterparty === '' ? row.purpose : row.counterparty}
      </td>
      <td className={`n m ${row.state === 'refused' && !fixed ? 'neg' : ''}`}>
        {amount === null
          ? row.amountText
          : format.amount(direction === 'out' ? -amount : amount, row.currency)}
      </td>
      {row.state === 'refused' && !fixed ? (
        <>
          <td colSpan={2} className="cut neg" title={row.problem?.message}>
            {words.problem(row)}
          </td>
          <td className={styles.mend}>
            {row.suggestedMinor === null ? null : (
              <Button
                variant="quiet"
                className={styles.link}
                tabIndex={-1}
                onClick={() => onDecide(row.row, { amountMinor: row.suggestedMinor ?? 0 })}
              >
                {t('action.fixTo', { amount: format.amount(row.suggestedMinor, row.currency) })}
              </Button>
            )}
          </td>
        </>
      ) : (
        <>
          <td className="cut">
            <PairWords row={row} choice={choice} clients={clients} />
          </td>
          <td className={styles.sure}>
            <Confidence row={row} choice={choice} />
          </td>
          <td className="t2 cut" title={words.why(row, choice)}>
            {words.why(row, choice)}
          </td>
        </>
      )}
    </tr>
  );
});
