import type { Lang } from '../i18n/formats';
import { html, type Markup, NO_MARKUP, NUMBER_CHARS, numberClass } from './html';

export interface ReportColumn {
  readonly key: string;
  readonly title: string;
  /** Unit of the column's figures, printed in its head. */
  readonly unit?: string | undefined;
  readonly align: 'left' | 'right';
}

/** A table as it goes on paper: every cell formatted. */
export interface ReportModel {
  readonly title: string;
  readonly subtitle: string;
  /** When and from what it was made, printed below the table. */
  readonly generatedNote: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly totals?: readonly string[] | undefined;
  readonly notes?: readonly string[] | undefined;
  readonly orientation: 'portrait' | 'landscape';
}

/** Millimetres between the margins of {@link ReportModel.orientation}. */
const WIDTH_MM = { portrait: 180, landscape: 267 } as const;
const MM_PER_POINT = 25.4 / 72;
/** Widest share of the font size that a digit or letter of PT Sans takes, with a little air. */
const CHAR_EM = 0.56;
const GAP_MM = 3.2;
/** Words may wrap: a text column is not asked to be wider than this many characters. */
const TEXT_CHARS = 22;
const SIZES = [10, 9, 8, 7, 6, 5] as const;

/** The sheet's body: title, table whose head repeats on every page, totals, notes. Classes only. */
export function renderReportHtml(report: ReportModel, lang: Lang): string {
  const notes = (report.notes ?? []).map((note) => html`<p class="note">${note}</p>`);
  return html`<main class="report ${report.orientation} size-${sizeFor(report)}" lang="${lang}">
<div class="tab"></div>
<header><h1>${report.title}</h1><p class="subtitle">${report.subtitle}</p></header>
<table>
<thead><tr>${report.columns.map(head)}</tr></thead>
<tbody>${report.rows.map((row) => line(report, row, false))}${
    report.totals === undefined ? NO_MARKUP : line(report, report.totals, true)
  }</tbody>
</table>
${notes}
<p class="note generated">${report.generatedNote}</p>
</main>`.markup;
}

function head(column: ReportColumn): Markup {
  const unit = column.unit === undefined ? '' : `, ${column.unit}`;
  return html`<th scope="col" class="${column.align === 'right' ? 'n' : 'w'}">${column.title}${unit}</th>`;
}

function line(report: ReportModel, row: readonly string[], isTotal: boolean): Markup {
  const cells = report.columns.map((column, i) => {
    const text = row[i] ?? '';
    return i === 0
      ? html`<th scope="row" class="${side(column, text)}">${text}</th>`
      : html`<td class="${side(column, text)}">${text}</td>`;
  });
  return isTotal ? html`<tr class="sum">${cells}</tr>` : html`<tr>${cells}</tr>`;
}

function side(column: ReportColumn, text: string): string {
  return column.align === 'right' ? numberClass(text) : 'w';
}

/**
 * The largest type size, in points, at which every number fits on the sheet uncut. Numbers do not
 * wrap; words and heads do, so they only count up to their longest word.
 */
function sizeFor(report: ReportModel): number {
  const rows = report.totals === undefined ? report.rows : [...report.rows, report.totals];
  const chars = report.columns.map((column, i) => {
    const cells = rows.map((row) => row[i] ?? '');
    const longest = Math.max(0, ...cells.map((text) => Math.min(text.length, NUMBER_CHARS)));
    const word = Math.max(
      ...`${column.title} ${column.unit ?? ''}`.split(/\s/).map((w) => w.length),
    );
    return Math.max(word, column.align === 'right' ? longest : Math.min(longest, TEXT_CHARS));
  });
  const total = chars.reduce((sum, count) => sum + count, 0);
  const room = WIDTH_MM[report.orientation] - GAP_MM * report.columns.length;
  const fits = SIZES.find((size) => total * CHAR_EM * size * MM_PER_POINT <= room);
  return fits ?? SIZES[SIZES.length - 1] ?? 5;
}
