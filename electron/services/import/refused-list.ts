import type { ImportPreview } from '../../../shared/contract/imports.contract';
import type { Language } from '../../../shared/contract/primitives';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatAmount, formatDate } from '../../../shared/i18n/formats';
import { csvText } from '../reports/report-csv';

/**
 * The refused rows of a preview with what is wrong with each, as a table the reader's spreadsheet opens: for
 * workbooks and reports, whose own format cannot be written row by row. Null where every row was read.
 */
export function refusedList(preview: ImportPreview, language: Language): string | null {
  const refused = preview.rows.filter(({ state }) => state === 'refused');
  if (refused.length === 0) return null;
  const t = translatorOf(language).getFixedT(language, 'import');
  const delimiter = language === 'en' ? ',' : ';';
  const head = [
    t('media.table.row'),
    t('table.on'),
    t('media.table.name'),
    t('table.amount', { currency: preview.currency }),
    t('table.why'),
  ];
  const rows = refused.map((row) => [
    String(row.row),
    row.on === null ? '' : formatDate(language, row.on),
    row.counterparty,
    row.amountMinor === null
      ? row.amountText
      : formatAmount(language, row.amountMinor, row.currency),
    [row.problem?.field ?? '', row.problem?.message ?? ''].filter(Boolean).join(': '),
  ]);
  const lines = [head, ...rows].map((cells) =>
    cells.map((cell) => csvText(cell.replaceAll('\u00a0', ' '), delimiter)).join(delimiter),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
