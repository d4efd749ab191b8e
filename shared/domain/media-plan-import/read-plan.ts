import { vatIn } from '../ad-statistics/header';
import type { VatFlag } from '../ad-statistics/types';
import { periodInText } from '../table-file/dates';
import { isBlankPlanRow, plainText } from './cells';
import { type FoundHead, findPlanHead, type ResolvedColumns, resolveColumns } from './find-head';
import type { FlightGround } from './flight-heads';
import { commissionIn, vatRatesIn } from './headings';
import { type Body, readBody } from './read-body';
import type {
  PlanHints,
  PlanProblem,
  PlanQuestion,
  PlanReading,
  PlanRow,
  PlanSheet,
} from './types';

/**
 * Reads a sheet by the head that was found in it. Lines that cannot be read are refused with their reason;
 * what the sheet does not say is asked. Never throws.
 */
export function readPlanSheet(sheet: PlanSheet, head: FoundHead, hints: PlanHints): PlanReading {
  const above = sheet.rows.slice(0, head.first);
  const data = sheet.rows.slice(head.last + 1);
  const notes = notesOf([...above, ...data]);
  const ground = groundOf(above, hints);
  const resolved = resolveColumns(head, data, ground, hints.uses ?? null);
  const basis = basisOf(resolved, notes, hints);
  const currency = currencyOf(resolved, above);
  const body = bodyWithHidden(data, resolved, {
    currency: currency ?? hints.currency,
    ground,
    headTexts: head.columns.map(({ parts }) => parts.at(-1) ?? ''),
  });
  const headLine = sheet.rows[head.last]?.line ?? 1;
  return {
    sheet: sheet.name,
    head: { first: sheet.rows[head.first]?.line ?? 1, last: headLine },
    fingerprint: resolved.fingerprint,
    columns: resolved.columns,
    title: titleOf(above),
    currency: currency ?? body.currency,
    vat: basis.vat,
    commission: basis.commission,
    vatPpm: rateOf(resolved, notes),
    period: ground.period,
    lines: body.lines,
    left: body.left,
    differences: body.differences,
    checkedSums: body.checkedSums,
    warnings: [...basis.overruled.map((what) => overruled(headLine, what)), ...body.warnings],
    questions: questionsOf(basis, resolved, body),
  };
}

/** The sheet of a workbook that holds a plan: visible, with the most lines. Null where none does. */
export function findPlanSheet(
  sheets: readonly PlanSheet[],
  hints: PlanHints,
  wanted: string | null = null,
): PlanReading | null {
  let best: PlanReading | null = null;
  for (const sheet of sheets) {
    if (wanted === null ? sheet.isHidden : sheet.name !== wanted) continue;
    const head = findPlanHead(sheet);
    if (head === null) continue;
    const reading = readPlanSheet(sheet, head, hints);
    const count = countOf(reading);
    if (count > 0 && (best === null || count > countOf(best))) best = reading;
  }
  return best;
}

function countOf({ lines, left }: PlanReading): number {
  return lines.length + left.filter(({ state }) => state === 'refused').length;
}

/** Texts around the table, and whole-width notes within it. */
function notesOf(rows: readonly PlanRow[]): string[] {
  return rows.flatMap(({ cells }) =>
    cells
      .filter((cell) => cell.kind === 'text' && !cell.isRepeat)
      .map(plainText)
      .filter((text) => text.length > 3),
  );
}

function groundOf(above: readonly PlanRow[], hints: PlanHints): FlightGround {
  const texts = above.map((row) =>
    row.cells
      .filter((cell) => !cell.isRepeat)
      .map(plainText)
      .join(' '),
  );
  const found = [...texts, hints.fileName].map(periodInText).find((period) => period !== null);
  const period = hints.period ?? found ?? null;
  const years = new Set(
    [...texts, hints.fileName].flatMap((text) => text.match(/(?<!\d)20\d{2}(?!\d)/g) ?? []),
  );
  const [only, another] = years;
  const year = only !== undefined && another === undefined ? Number(only) : null;
  return { period, year: period === null ? year : Number(period.from.slice(0, 4)) };
}

interface Basis {
  readonly vat: VatFlag;
  readonly commission: VatFlag;
  readonly overruled: readonly ('vat' | 'commission')[];
}

/** What the money includes: as somebody says, else by its heading, else by a note of the sheet. */
function basisOf(
  { columns, isFlightMoney }: ResolvedColumns,
  notes: readonly string[],
  hints: PlanHints,
): Basis {
  const money =
    columns.find(({ use }) => use === 'budget') ??
    columns.find(({ use }) => use === 'price') ??
    (isFlightMoney ? columns.find(({ use }) => use === 'flight') : undefined);
  const title = money?.title ?? '';
  // A row of VAT under the lines is no word about the lines.
  const sentences = notes.filter((note) =>
    /цен|стоим|сумм|бюджет|price|cost|amount|budget|cen|summ/iu.test(note),
  );
  const ownVat = said(vatIn, title, sentences);
  const ownCommission = said(commissionIn, title, sentences);
  const pick = (stated: VatFlag | null | undefined, own: VatFlag): VatFlag =>
    stated == null || stated === 'unknown' ? own : stated;
  const vat = pick(hints.vat, ownVat);
  const commission = pick(hints.commission, ownCommission);
  return {
    vat,
    commission,
    overruled: [
      ...(ownVat !== 'unknown' && vat !== ownVat ? (['vat'] as const) : []),
      ...(ownCommission !== 'unknown' && commission !== ownCommission
        ? (['commission'] as const)
        : []),
    ],
  };
}

function said(
  read: (text: string) => VatFlag,
  title: string,
  sentences: readonly string[],
): VatFlag {
  const own = read(title);
  if (own !== 'unknown') return own;
  const found = new Set(sentences.map(read).filter((flag) => flag !== 'unknown'));
  const [only, another] = found;
  return only !== undefined && another === undefined ? only : 'unknown';
}

function overruled(line: number, what: 'vat' | 'commission'): PlanProblem {
  return { line, field: '', code: `${what}-overruled`, params: {} };
}

function rateOf({ columns }: ResolvedColumns, notes: readonly string[]): number | null {
  const rates = new Set([...columns.map(({ title }) => title), ...notes].flatMap(vatRatesIn));
  const [only, another] = rates;
  return only !== undefined && another === undefined ? only : null;
}

function currencyOf({ columns }: ResolvedColumns, above: readonly PlanRow[]): string | null {
  const money = columns.filter(({ use }) => use === 'budget' || use === 'price');
  const inHeads = new Set(
    money.map(({ title }) => currencyOfText(title)).filter((one) => one !== null),
  );
  const [only, another] = inHeads;
  if (only !== undefined) return another === undefined ? only : null;
  for (const row of above) {
    const texts = row.cells.filter(({ isRepeat }) => !isRepeat).map(plainText);
    const about = texts.find((text) =>
      /валют|currency|valūt|цен|стоим|price|cost|amount|cen/iu.test(text),
    );
    if (about === undefined) continue;
    const code = currencyOfText(about) ?? texts.map(currencyOfText).find((one) => one !== null);
    if (code != null) return code;
  }
  return null;
}

/** Signs and spelled currencies anywhere; codes only where they are ones of money in these markets. */
function currencyOfText(text: string): string | null {
  const code =
    /(?<!\p{L})(RUB|EUR|USD|GBP|KZT|BYN|PLN|SEK|NOK|DKK|CHF|TRY|AED|CNY|UAH|GEL|AMD|UZS|JPY)(?!\p{L})/u.exec(
      text,
    )?.[1];
  if (code !== undefined) return code;
  if (/₽|(?<!\p{L})руб/iu.test(text)) return 'RUB';
  if (/€/u.test(text)) return 'EUR';
  if (/\$/u.test(text)) return 'USD';
  return /₸|тенге/iu.test(text) ? 'KZT' : null;
}

/** The line above the table that names the plan. */
function titleOf(above: readonly PlanRow[]): string {
  for (const row of above) {
    const texts = [...new Set(row.cells.map(plainText).filter((text) => text !== ''))];
    const [only, another] = texts;
    if (only !== undefined && another === undefined && only.length >= 5 && only.length <= 120) {
      return only;
    }
  }
  return '';
}

function questionsOf(basis: Basis, resolved: ResolvedColumns, body: Body): PlanQuestion[] {
  const isUndated =
    resolved.isFlightUndated || body.left.some(({ problem }) => problem.code === 'days-missing');
  return [
    ...(basis.vat === 'unknown' ? (['vat'] as const) : []),
    ...(basis.commission === 'unknown' ? (['commission'] as const) : []),
    ...(isUndated ? (['period'] as const) : []),
  ];
}

/**
 * Hidden rows are left out, as the one who hid them wanted; unless only with them the sums come out right:
 * Excel adds up what is hidden too.
 */
function bodyWithHidden(
  data: readonly PlanRow[],
  resolved: ResolvedColumns,
  ground: Parameters<typeof readBody>[2],
): Body {
  const hidden = data.filter((row) => row.isHidden && !isBlankPlanRow(row));
  const shown = readBody(
    data.filter((row) => !row.isHidden),
    resolved,
    ground,
  );
  if (hidden.length === 0) return shown;
  const whole = readBody(data, resolved, ground);
  const isOnlyWhole = shown.differences.length > 0 && whole.differences.length === 0;
  const added = whole.lines.length - shown.lines.length;
  if (isOnlyWhole && added > 0) {
    const problem: PlanProblem = {
      line: hidden[0]?.line ?? 1,
      field: '',
      code: 'hidden-counted',
      params: { count: added },
    };
    return { ...whole, warnings: [problem, ...whole.warnings] };
  }
  const known = new Set(hidden.map(({ line }) => line));
  const left = whole.lines
    .filter(({ row }) => known.has(row))
    .map(({ row, placement, channel }) => ({
      line: row,
      state: 'not-booked' as const,
      label: placement || channel,
      problem: { line: row, field: '', code: 'row-hidden' as const, params: {} },
    }));
  return { ...shown, left: [...shown.left, ...left].sort((a, b) => a.line - b.line) };
}
