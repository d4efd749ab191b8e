import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, TemplateField } from '../../../shared/contract/briefs.contract';
import type { Lang } from '../../../shared/i18n/formats';
import { parseDecimal } from '../../../shared/i18n/parse-input';
import { Icon } from '../../components/icon';
import { useFormat } from '../../lib/format';
import type { AnswerProps } from './answer-fields';
import { useBriefKind } from './brief-context';
import styles from './brief-editor.module.css';
import { RemoveButton } from './remove-button';

const MOST_ROWS = 500;

type Props = Omit<AnswerProps, 'onChange'> & {
  onChange: (answer: Answer | null) => void;
  mostRows?: number;
};

/** Rows of cells: Enter goes down and begins a new row at the end; a table can be pasted from a sheet. */
export function TableAnswer({
  field,
  answer,
  onChange,
  onLeave,
  fixed,
  describedBy,
  mostRows = MOST_ROWS,
}: Props) {
  const { t } = useTranslation('brief');
  const box = useRef<HTMLTableElement>(null);
  const { columns } = field;
  const blank = columns.map(() => '');
  const kept = answer?.type === 'table' ? answer.rows : [];
  const rows = kept.length === 0 ? [blank] : kept;

  function put(next: readonly (readonly string[])[], focus?: { row: number; column: number }) {
    const rows = next.slice(0, mostRows).map((row) => [...row]);
    const isBlank = rows.every((row) => row.every((cell) => cell === ''));
    onChange(isBlank && rows.length < 2 ? null : { type: 'table', rows });
    if (focus !== undefined) requestAnimationFrame(() => focusCell(focus.row, focus.column));
  }

  function focusCell(row: number, column: number) {
    box.current?.querySelectorAll('textarea')[row * columns.length + column]?.focus();
  }

  function onKeyDown(event: KeyboardEvent, row: number, column: number) {
    if (event.key !== 'Enter' || event.shiftKey || fixed) return;
    event.preventDefault();
    const isLast = row === rows.length - 1;
    if (!isLast) focusCell(row + 1, column);
    else if (rows[row]?.some((cell) => cell !== ''))
      put([...rows, blank], { row: row + 1, column: 0 });
  }

  function onPaste(event: ClipboardEvent, row: number, column: number) {
    const text = event.clipboardData.getData('text').replace(/\r?\n$/, '');
    if (fixed || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const pasted = text.split(/\r?\n/).map((line) => line.split('\t'));
    const next = rows.map((cells) => [...cells]);
    pasted.forEach((cells, down) => {
      const target = next[row + down] ?? [...blank];
      next[row + down] = target;
      cells.forEach((cell, right) => {
        if (column + right < columns.length) target[column + right] = cell.trim().slice(0, 500);
      });
    });
    put(next);
  }

  return (
    <>
      <table
        ref={box}
        className={styles.table}
        aria-label={field.label}
        aria-describedby={describedBy}
      >
        <colgroup>
          <col style={{ width: 22 }} />
          {columns.map(({ key, numeric }, index) => (
            <col key={key} style={{ width: numeric ? 120 : widthOf(columns, index) }} />
          ))}
          <col style={{ width: 24 }} />
        </colgroup>
        <thead>
          <tr>
            <td className={styles.rowNumber} />
            {columns.map(({ key, label, numeric }) => (
              <th key={key} scope="col" className={numeric ? 'n' : ''}>
                {label}
              </th>
            ))}
            <td className={styles.rowTools} />
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <tr key={row}>
              <td className={styles.rowNumber} aria-hidden="true">
                {row + 1}
              </td>
              {columns.map(({ key, label, numeric }, column) => (
                <td key={key}>
                  <textarea
                    className={numeric ? `${styles.cell} ${styles.numeric}` : styles.cell}
                    aria-label={t('field.cell', {
                      field: field.label,
                      column: label,
                      number: row + 1,
                    })}
                    rows={1}
                    maxLength={500}
                    value={cells[column] ?? ''}
                    readOnly={fixed}
                    spellCheck={false}
                    inputMode={numeric ? 'decimal' : 'text'}
                    onChange={(event) => {
                      const value = event.target.value.replaceAll('\n', ' ');
                      put(
                        rows.map((old, at) =>
                          at === row
                            ? columns.map((_, i) => (i === column ? value : (old[i] ?? '')))
                            : old,
                        ),
                      );
                    }}
                    onKeyDown={(event) => onKeyDown(event, row, column)}
                    onPaste={(event) => onPaste(event, row, column)}
                    onBlur={onLeave}
                  />
                </td>
              ))}
              <td className={styles.rowTools}>
                {fixed || rows.length === 1 ? null : (
                  <RemoveButton
                    label={t('field.removeRow', { number: row + 1 })}
                    onRemove={() => put(rows.filter((_, at) => at !== row))}
                  />
                )}
              </td>
            </tr>
          ))}
          <TotalRow field={field} rows={rows} />
        </tbody>
      </table>
      {fixed ? null : (
        <button
          type="button"
          className={styles.add}
          onClick={() => put([...rows, blank], { row: rows.length, column: 0 })}
        >
          <Icon name="plus" size={12} />
          {t('field.addRow')}
        </button>
      )}
    </>
  );
}

/** What a row is about has the most room; numbers have as much as they need. */
function widthOf(columns: TemplateField['columns'], index: number): string {
  const isOnlyText = columns.filter(({ numeric }) => !numeric).length === 1;
  if (index > 0 || isOnlyText || columns.length > 4) return 'auto';
  return columns.length === 2 ? '28%' : '40%';
}

/** Sums where a column can be added up and every cell of it is a number. */
function TotalRow({
  field,
  rows,
}: Pick<AnswerProps, 'field'> & { rows: readonly (readonly string[])[] }) {
  const { t } = useTranslation('brief');
  const format = useFormat();
  const { language } = useBriefKind();
  const sums = field.columns.map(({ summed }, index) =>
    summed ? sumOf(language, rows, index) : null,
  );
  if (rows.length < 2 || sums.every((sum) => sum === null)) return null;
  return (
    <tr className={styles.total}>
      <td className={styles.rowNumber} />
      {field.columns.map(({ key }, index) => {
        const sum = sums[index] ?? null;
        return (
          <td key={key} className={sum === null ? '' : 'n'}>
            {index === 0 ? t('field.total') : null}
            {sum === null ? null : format.number(sum, { max: 2 })}
          </td>
        );
      })}
      <td className={styles.rowTools} />
    </tr>
  );
}

/** Hundredths are added as whole numbers; null where a cell is not a number. */
function sumOf(lang: Lang, rows: readonly (readonly string[])[], index: number): number | null {
  let sum = 0;
  for (const row of rows) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const decimal = parseDecimal(lang, row[index] ?? '');
    if (decimal === null) return null;
    sum += Math.round(Number(`${decimal}e2`));
  }
  return sum / 100;
}
