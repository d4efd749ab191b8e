import type { Cell, Worksheet } from 'exceljs';
import type { ReadDb } from '../../../db/read-db';
import type { Language } from '../../../shared/contract/primitives';
import { priceOfRates } from '../../../shared/domain/media-plan';
import type { PriceBasis } from '../../../shared/domain/media-plan-line';
import { addMinor, currencyExponent, minorPerMajor, PPM } from '../../../shared/domain/money';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatDateRange } from '../../../shared/i18n/formats';
import { lineInputOf } from '../media-plans/plan-line';
import type { PlanModel, PlanModelLine } from '../media-plans/plan-model';
import { type MediaPlanReportOptions, mediaPlanDocument } from './media-plan.report';
import { columnLetter } from './report-xlsx';

/** Columns of the sheet before those of the flights. */
const COLUMNS = [
  'channel',
  'placement',
  'format',
  'geo',
  'audience',
  'model',
  'volume',
  'price',
  'surcharges',
  'discounts',
  'from',
  'to',
  'net',
  'commission',
  'withCommission',
  'vatRate',
] as const;
type ColumnKey = (typeof COLUMNS)[number];

const WIDTHS: Partial<Record<ColumnKey, number>> = { channel: 22, placement: 30, audience: 20 };
const HEAD_ROW = 9;
const letterOf = (key: ColumnKey): string => columnLetter(COLUMNS.indexOf(key));
const flightLetter = (index: number): string => columnLetter(COLUMNS.length + index);

/** Cells of the terms, which the formulas refer to. */
const COMMISSION = '$B$4';
const DISCOUNT = '$B$5';
const VAT = '$B$6';

type Ctx = {
  sheet: Worksheet;
  model: PlanModel;
  t: (key: string) => string;
  language: Language;
  digits: number;
  perMajor: number;
  format: string;
};

/** Writes a formula with its value, so that a viewer which does not reckon shows it too. */
function live(cell: Cell, formula: string, minor: number, ctx: Ctx, bold = false): void {
  cell.value = { formula, result: minor / ctx.perMajor };
  cell.numFmt = ctx.format;
  cell.font = { bold };
}

/**
 * A workbook of a plan whose nets, commissions, subtotals, client price and VAT, rate by rate, are formulas over
 * volumes, prices, rates and terms. Flights are parts of the line's net: the product's own amounts, added up by
 * formulas. Text is written as text, never as a formula.
 */
export async function mediaPlanToXlsx(
  read: ReadDb,
  options: MediaPlanReportOptions,
): Promise<Uint8Array> {
  const { language } = options;
  const { Workbook } = (await import('exceljs')).default;
  const { model, title, subtitle } = mediaPlanDocument(read, options);
  const translate = translatorOf(language).getFixedT(language, 'report', 'media-plan');
  const book = new Workbook();
  const sheet = book.addWorksheet(title.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', xSplit: 2, ySplit: HEAD_ROW }],
    properties: { outlineLevelRow: 1 },
  });
  const digits = currencyExponent(model.plan.currency);
  const ctx: Ctx = {
    sheet,
    model,
    t: (key) => translate(key),
    language,
    digits,
    perMajor: minorPerMajor(model.plan.currency),
    format: digits === 0 ? '#,##0;[Red]-#,##0' : `#,##0.${'0'.repeat(digits)}`,
  };
  sheet.getCell('A1').value = title;
  sheet.getCell('A1').font = { bold: true, size: 14 };
  sheet.getCell('A2').value = subtitle;
  writeTerms(ctx);
  writeHead(ctx);
  writeBody(ctx);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function writeTerms({ sheet, model, t }: Ctx): void {
  const { plan, vatPpm } = model;
  const basis = t(plan.commissionBasis === 'inside' ? 'commissionInside' : 'commissionOnTop');
  const rows: [number, string, number | string][] = [
    [4, `${t('commissionRate')}, ${basis}`, plan.commissionPpm / PPM],
    [5, t('clientDiscount'), plan.clientDiscountPpm / PPM],
    [6, t('vatRate'), (vatPpm ?? 0) / PPM],
  ];
  for (const [row, label, value] of rows) {
    sheet.getCell(`A${row}`).value = label;
    sheet.getCell(`B${row}`).value = value;
    sheet.getCell(`B${row}`).numFmt = '0.####%';
  }
}

function writeHead({ sheet, model, t, language }: Ctx): void {
  const { currency } = model.plan;
  const titles = [
    ...COLUMNS.map((key) =>
      ['price', 'net', 'commission', 'withCommission'].includes(key)
        ? `${t(key)}, ${currency}`
        : t(key),
    ),
    ...model.columns.map(({ from, to }) => formatDateRange(language, from, to)),
  ];
  titles.forEach((text, i) => {
    const cell = sheet.getCell(`${columnLetter(i)}${HEAD_ROW}`);
    cell.value = text;
    cell.font = { bold: true };
    cell.alignment = { wrapText: true, vertical: 'bottom' };
    cell.border = { bottom: { style: 'thin' } };
    sheet.getColumn(i + 1).width = WIDTHS[COLUMNS[i] ?? 'net'] ?? 14;
  });
}

type Group = { name: string; lines: PlanModelLine[] };

function groupsOf(model: PlanModel): Group[] {
  const groups: Group[] = [];
  for (const line of model.lines) {
    const last = groups.find((group) => group.name === line.row.groupName);
    if (last === undefined) groups.push({ name: line.row.groupName, lines: [line] });
    else last.lines.push(line);
  }
  return groups;
}

function writeBody(ctx: Ctx): void {
  const { sheet, model, t } = ctx;
  let row = HEAD_ROW + 1;
  const sumColumns = [
    letterOf('net'),
    letterOf('commission'),
    letterOf('withCommission'),
    ...model.columns.map((_, i) => flightLetter(i)),
  ];
  const amountsOf = (line: PlanModelLine): number[] => [
    line.result.netMinor,
    line.result.commissionMinor,
    line.result.withCommissionMinor,
    ...line.result.columnsMinor,
  ];
  const sums = (lines: readonly PlanModelLine[], at: number): number =>
    lines.reduce((sum, line) => sum + (amountsOf(line)[at] ?? 0), 0);
  const first = row;
  for (const group of groupsOf(model)) {
    const head = row;
    sheet.getCell(`A${head}`).value = group.name;
    sheet.getCell(`A${head}`).font = { bold: true };
    row += 1;
    for (const line of group.lines) {
      writeLine(ctx, line, row);
      sheet.getRow(row).outlineLevel = 1;
      row += 1;
    }
    sumColumns.forEach((letter, at) => {
      const formula = `SUBTOTAL(9,${letter}${head + 1}:${letter}${row - 1})`;
      live(sheet.getCell(`${letter}${head}`), formula, sums(group.lines, at), ctx, true);
    });
  }
  // SUBTOTAL leaves other subtotals out, so that groups and their lines are not counted twice.
  sheet.getCell(`A${row}`).value = t('total');
  sheet.getCell(`A${row}`).font = { bold: true };
  sumColumns.forEach((letter, at) => {
    const formula = row === first ? '0' : `SUBTOTAL(9,${letter}${first}:${letter}${row - 1})`;
    const cell = sheet.getCell(`${letter}${row}`);
    live(cell, formula, sums(model.lines, at), ctx, true);
    cell.border = { top: { style: 'thin' }, bottom: { style: 'double' } };
  });
  writeTotals(ctx, first, row);
}

function writeLine(ctx: Ctx, line: PlanModelLine, row: number): void {
  const { sheet, t, digits } = ctx;
  const input = lineInputOf(line.row);
  const put = (key: ColumnKey, value: string | number | Date, numFmt?: string): void => {
    const cell = sheet.getCell(`${letterOf(key)}${row}`);
    cell.value = value;
    if (numFmt !== undefined) cell.numFmt = numFmt;
  };
  put('channel', input.channel);
  put('placement', input.placement);
  put('format', input.format);
  put('geo', input.geo);
  put('audience', input.audience);
  put('model', t(`models.${input.model}`));
  put('volume', Number(input.volume), '#,##0.############');
  put('price', Number(input.price), '#,##0.00##########');
  writeRates(sheet.getCell(`${letterOf('surcharges')}${row}`), input.surchargesPpm, '+');
  writeRates(sheet.getCell(`${letterOf('discounts')}${row}`), input.discountsPpm, '-');
  put('from', new Date(`${input.from}T00:00:00Z`), 'dd.mm.yyyy');
  put('to', new Date(`${input.to}T00:00:00Z`), 'dd.mm.yyyy');
  const at = (key: ColumnKey): string => `${letterOf(key)}${row}`;
  const commission = commissionOf(ctx, line);
  const product = `${at('volume')}*${at('price')}*(1+${at('surcharges')})*(1-${at('discounts')})`;
  const rate = input.rate === null ? '' : `*${input.rate}`;
  const net = `ROUND(${product}${basisFormula(input.priceBasis, commission, at('vatRate'))}${rate},${digits})`;
  live(sheet.getCell(at('net')), net, line.result.netMinor, ctx);
  const own = `ROUND(${commissionFormula(commission, at('net'))},${digits})`;
  live(sheet.getCell(at('commission')), own, line.result.commissionMinor, ctx);
  const sum = `${at('net')}+${at('commission')}`;
  live(sheet.getCell(at('withCommission')), sum, line.result.withCommissionMinor, ctx);
  const vatPpm = line.sheet.vatPpm ?? ctx.model.vatPpm ?? 0;
  const vatCell = sheet.getCell(at('vatRate'));
  vatCell.value = line.sheet.vatPpm == null ? { formula: VAT, result: vatPpm / PPM } : vatPpm / PPM;
  vatCell.numFmt = '0.####%';
  line.result.columnsMinor.forEach((minor, i) => {
    const cell = sheet.getCell(`${flightLetter(i)}${row}`);
    cell.value = minor / ctx.perMajor;
    cell.numFmt = ctx.format;
  });
}

/** Rates applied one after the other, as the one rate they amount to. */
function writeRates(cell: Cell, ppms: readonly number[], sign: '+' | '-'): void {
  const factor = ppms.reduce((all, ppm) => all * (1 + ((sign === '+' ? 1 : -1) * ppm) / PPM), 1);
  const formula = ppms.map((ppm) => `(1${sign}${ppm / PPM})`).join('*');
  const whole = sign === '+' ? `${formula}-1` : `1-${formula}`;
  const [first = 0] = ppms;
  cell.value =
    ppms.length < 2
      ? first / PPM
      : { formula: whole, result: sign === '+' ? factor - 1 : 1 - factor };
  cell.numFmt = '0.00##%';
}

type Commission = { rate: string; isInside: boolean };

/** The line's own commission, or the plan's by reference to its cell. */
function commissionOf({ model }: Ctx, line: PlanModelLine): Commission {
  const own = line.sheet.commission;
  return {
    rate: own === null ? COMMISSION : String(own.ppm / PPM),
    isInside: (own?.basis ?? model.plan.commissionBasis) === 'inside',
  };
}

function commissionFormula({ rate, isInside }: Commission, net: string): string {
  return isInside ? `${net}*${rate}/(1-${rate})` : `${net}*${rate}`;
}

/** Frees a price of what it includes. */
function basisFormula(basis: PriceBasis, { rate, isInside }: Commission, vatRate: string): string {
  const commission = isInside ? `*(1-${rate})` : `/(1+${rate})`;
  const vat = `/(1+${vatRate})`;
  switch (basis) {
    case 'net':
      return '';
    case 'with-vat':
      return vat;
    case 'with-commission':
      return commission;
    default:
      return `${vat}${commission}`;
  }
}

/** Client's discount, VAT and price below the table, from the totals and the terms. */
function writeTotals(ctx: Ctx, firstRow: number, totalRow: number): void {
  const { sheet, model, t, digits } = ctx;
  const { totals } = model;
  const value = letterOf('withCommission');
  const label = letterOf('net');
  const sum = `${value}${totalRow}`;
  const clientNet = `${value}${totalRow + 3}`;
  const rates = ratesOf(model);
  const table = totalRow + 7;
  const over = (letter: string) => rates.map((_, i) => `${letter}${table + 1 + i}`).join('+');
  // VAT of several rates is taken rate by rate, each on its own sum.
  const isOne = rates.length === 1;
  const rows: [string, string, number][] = [
    [
      'vat',
      isOne ? `ROUND(${sum}*${rates[0]?.cell ?? VAT},${digits})` : over(RATE_TABLE.vat),
      totals.vatMinor,
    ],
    ['withVat', `${sum}+${value}${totalRow + 1}`, totals.withVatMinor],
    ['clientNet', `ROUND(${sum}*(1-${DISCOUNT}),${digits})`, totals.clientNetMinor],
    [
      'clientVat',
      isOne ? `ROUND(${clientNet}*${rates[0]?.cell ?? VAT},${digits})` : over(RATE_TABLE.clientVat),
      totals.clientVatMinor,
    ],
    ['clientPrice', `${clientNet}+${value}${totalRow + 4}`, totals.clientPriceMinor],
  ];
  rows.forEach(([key, formula, minor], i) => {
    sheet.getCell(`${label}${totalRow + 1 + i}`).value = t(key);
    live(sheet.getCell(`${value}${totalRow + 1 + i}`), formula, minor, ctx, key === 'clientPrice');
  });
  if (!isOne) writeRateTable(ctx, rates, { first: firstRow, total: totalRow, table, clientNet });
}

type Rate = { ppm: number; cell: string; lines: PlanModelLine[] };

/** Rates of VAT in the order in which lines have them; the plan's own is referred to by its cell. */
function ratesOf(model: PlanModel): Rate[] {
  const rates = new Map<number, Rate>();
  for (const line of model.lines) {
    const ppm = line.sheet.vatPpm ?? model.vatPpm ?? 0;
    const isPlans = ppm === (model.vatPpm ?? 0);
    const rate = rates.get(ppm) ?? { ppm, cell: isPlans ? VAT : String(ppm / PPM), lines: [] };
    rate.lines.push(line);
    rates.set(ppm, rate);
  }
  return rates.size === 0 ? [{ ppm: 0, cell: VAT, lines: [] }] : [...rates.values()];
}

/** Columns of the table of rates below the totals. */
const RATE_TABLE = {
  rate: letterOf('from'),
  share: letterOf('to'),
  sum: letterOf('net'),
  vat: letterOf('commission'),
  clientNet: letterOf('withCommission'),
  clientVat: letterOf('vatRate'),
};

/**
 * What each rate's lines come to, their VAT, their part of the client's net and its VAT. The parts are given by
 * the largest remainder: whole minor units down, the rest to the largest fractions, ties to the earlier rate.
 */
function writeRateTable(
  ctx: Ctx,
  rates: readonly Rate[],
  at: { first: number; total: number; table: number; clientNet: string },
): void {
  const { sheet, model, t, digits, perMajor } = ctx;
  const { rate, share, sum, vat, clientNet, clientVat } = RATE_TABLE;
  const whole = `${letterOf('withCommission')}${at.total}`;
  const span = (letter: string) => `$${letter}$${at.first}:$${letter}$${at.total - 1}`;
  const heads = { vatRate: rate, share, withCommission: sum, vat, clientNet, clientVat };
  for (const [key, letter] of Object.entries(heads)) {
    const cell = sheet.getCell(`${letter}${at.table}`);
    cell.value = t(key);
    cell.font = { bold: true };
    cell.alignment = { wrapText: true };
  }
  const row = (i: number) => at.table + 1 + i;
  const fractionOf = (i: number) => `(${share}${row(i)}-ROUNDDOWN(${share}${row(i)},0))`;
  const rest = `ROUND(${at.clientNet}*${perMajor}-(${rates
    .map((_, i) => `ROUNDDOWN(${share}${row(i)},0)`)
    .join('+')}),0)`;
  const price = priceOfRates(
    rates.map(({ ppm, lines }) => ({
      vatPpm: ppm,
      withCommissionMinor: addMinor(...lines.map((line) => line.result.withCommissionMinor)),
    })),
    model.plan.clientDiscountPpm,
  );
  rates.forEach(({ ppm, cell, lines }, i) => {
    const own = row(i);
    const priced = price.rates[i];
    const ownMinor = addMinor(...lines.map((line) => line.result.withCommissionMinor));
    const rateCell = sheet.getCell(`${rate}${own}`);
    rateCell.value = cell === VAT ? { formula: VAT, result: ppm / PPM } : ppm / PPM;
    rateCell.numFmt = '0.####%';
    const sumFormula = `SUMIF(${span(letterOf('vatRate'))},${rate}${own},${span(letterOf('withCommission'))})`;
    live(sheet.getCell(`${sum}${own}`), sumFormula, ownMinor, ctx);
    const vatFormula = `ROUND(${sum}${own}*${rate}${own},${digits})`;
    live(sheet.getCell(`${vat}${own}`), vatFormula, priced?.vatMinor ?? 0, ctx);
    const exact = (price.clientNetMinor * ownMinor) / price.withCommissionMinor;
    const shareCell = sheet.getCell(`${share}${own}`);
    shareCell.value = {
      formula: `IF(${whole}=0,0,ROUND(${at.clientNet}*${perMajor}*${sum}${own}/${whole},6))`,
      result: Number.isFinite(exact) ? Number(exact.toFixed(6)) : 0,
    };
    shareCell.numFmt = '0.000000';
    const before = rates.flatMap((_, j) =>
      j === i ? [] : [`(${fractionOf(j)}${j < i ? '>=' : '>'}${fractionOf(i)})*1`],
    );
    const part = `(ROUNDDOWN(${share}${own},0)+(${before.join('+')}<${rest})*1)/${perMajor}`;
    live(sheet.getCell(`${clientNet}${own}`), part, priced?.clientNetMinor ?? 0, ctx);
    const ownVat = `ROUND(${clientNet}${own}*${rate}${own},${digits})`;
    live(sheet.getCell(`${clientVat}${own}`), ownVat, priced?.clientVatMinor ?? 0, ctx);
  });
}
