import { isCurrencyCode } from '../domain/money';
import { currencySign, type Lang } from '../i18n/formats';
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
/** Widths in PT Sans Bold by kind of character, in shares of the type size, with a little air. */
const DIGIT_EM = 0.59;
const THIN_EM = 0.31;
const LETTER_EM = 0.64;
const GAP_MM = 3.2;
/** Words may wrap: a text column is not asked to be wider than this. */
const TEXT_EM = 12;
const SIZES = [10, 9, 8, 7.5, 7, 6.5, 6, 5] as const;

/** The sheet's body: title, table whose head repeats on every page, totals, notes, and what follows them. Classes only. */
export function renderReportHtml(
  report: ReportModel,
  lang: Lang,
  after: Markup = NO_MARKUP,
): string {
  const notes = (report.notes ?? []).map((note) => html`<p class="note">${note}</p>`);
  return html`<main class="report ${report.orientation} size-${String(sizeFor(report)).replace('.', '-')}" lang="${lang}">
<div class="tab"></div>
<header><h1>${report.title}</h1><p class="subtitle">${report.subtitle}</p></header>
<table>
<thead><tr>${report.columns.map((column) => head(column, lang))}</tr></thead>
<tbody>${report.rows.map((row) => line(report, row, false))}${
    report.totals === undefined ? NO_MARKUP : line(report, report.totals, true)
  }</tbody>
</table>
${notes}
${after}
<p class="note generated">${report.generatedNote}</p>
</main>`.markup;
}

function head(column: ReportColumn, lang: Lang): Markup {
  const unit = column.unit === undefined ? '' : `,\u00a0${unitSign(column.unit, lang)}`;
  return html`<th scope="col" class="${column.align === 'right' ? 'n' : 'w'}">${column.title}${unit}</th>`;
}

/** A currency's code is printed as its sign; other units as they are. */
function unitSign(unit: string, lang: Lang): string {
  return isCurrencyCode(unit) ? currencySign(lang, unit) : unit;
}

function line(report: ReportModel, row: readonly string[], isTotal: boolean): Markup {
  const cells = report.columns.map((column, i) => {
    const text = row[i] ?? '';
    return i === 0
      ? html`<th scope="row" class="${emWidth(text) <= TEXT_EM ? 'name' : 'w'}">${text}</th>`
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
  const widths = report.columns.map((column, i) => {
    const words = `${column.title} ${column.unit ?? ''}`.split(/\s/).map(emWidth);
    const cells = rows.map((row) => cellWidth(row[i] ?? '', column));
    return Math.max(...words, ...cells);
  });
  const em = widths.reduce((sum, width) => sum + width, 0);
  const room = WIDTH_MM[report.orientation] - GAP_MM * report.columns.length;
  const fits = SIZES.find((size) => em * size * MM_PER_POINT <= room);
  return fits ?? SIZES[SIZES.length - 1] ?? 5;
}

function cellWidth(text: string, column: ReportColumn): number {
  return column.align === 'right' && text.length <= NUMBER_CHARS
    ? emWidth(text)
    : Math.min(emWidth(text), TEXT_EM);
}

function emWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    width += /[\d\u2212+]/.test(char) ? DIGIT_EM : /[\s.,:;()]/.test(char) ? THIN_EM : LETTER_EM;
  }
  return width;
}
