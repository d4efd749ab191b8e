import type { Language } from '../../../shared/contract/primitives';
import type { Report } from './report';
import { reportToJson } from './report-json';

/** Cells that a spreadsheet would take for a formula (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r\n\0]/;

/** A text cell: quoted where needed; a leading apostrophe keeps it from being a formula. */
export function csvText(text: string, delimiter: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return safe.includes(delimiter) || /["\r\n]/.test(safe)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/**
 * CSV that the spreadsheet of the reader's language opens by a double click: BOM,
 * semicolons and decimal commas for ru and lv, commas and points for en.
 */
export function reportToCsv(report: Report, language: Language): string {
  const delimiter = language === 'en' ? ',' : ';';
  const json = reportToJson(report);
  const rows = [
    ...(json.rows as Record<string, unknown>[]),
    json.totals as Record<string, unknown>,
  ];
  const lines = rows.map((row) =>
    report.columns
      .map((column) => {
        const value = row[column.key];
        if (value === null || value === undefined) return '';
        const isNumber =
          column.unit !== 'text' && column.unit !== 'date' && /^-?\d+(\.\d+)?$/.test(String(value));
        if (!isNumber) return csvText(String(value), delimiter);
        return language === 'en' ? String(value) : String(value).replace('.', ',');
      })
      .join(delimiter),
  );
  const head = report.columns.map((column) => csvText(column.title, delimiter)).join(delimiter);
  return `\uFEFF${[head, ...lines].join('\r\n')}\r\n`;
}
