import type { Language } from '../../shared/contract/primitives';
import type { Report } from '../services/reports/report';
import { reportToPrint } from '../services/reports/report-print';

/** The report as lines of a terminal: columns padded to their widest cell, numbers to the right. */
export function reportToText(report: Report, language: Language): string[] {
  const model = reportToPrint(report, language);
  const heads = model.columns.map((column) => column.title);
  const all = [heads, ...model.rows, ...(model.totals === undefined ? [] : [model.totals])];
  const widths = model.columns.map((_, index) =>
    Math.max(...all.map((row) => (row[index] ?? '').length)),
  );
  const lines = all.map((row) =>
    model.columns
      .map((column, index) => {
        const text = row[index] ?? '';
        const width = widths[index] ?? 0;
        return column.align === 'right' ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  return [model.title, model.subtitle ?? '', '', ...lines];
}
