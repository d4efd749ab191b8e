import type { Cell, Worksheet } from 'exceljs';
import type { ReadDb } from '../../../db/read-db';
import type { ProposalLineRow } from '../../../db/repositories/proposals.repo';
import type { EstimatePackage } from '../../../shared/domain/estimate';
import { currencyExponent, minorPerMajor, PPM } from '../../../shared/domain/money';
import { formatDate } from '../../../shared/i18n/formats';
import { type ProposalModel, readProposalModel } from '../proposals/proposal-model';
import { wordsIn } from '../proposals/proposal-print';

const HEAD_ROW = 7;
const WIDTHS = [46, 12, 10, 14, 16, 10] as const;
/** The terms that the formulas refer to. */
const DISCOUNT = '$B$4';
const VAT = '$B$5';
const PACKAGE = '$B$6';
/** From here on: for each package what counts of a line, and what of that is discounted. */
const FIRST_PACKAGE_COLUMN = 11;

type Ctx = {
  sheet: Worksheet;
  model: ProposalModel;
  format: string;
  perMajor: number;
  digits: number;
  /** Packages the client still chooses from. */
  packages: readonly EstimatePackage[];
};

function live(cell: Cell, formula: string, minor: number, ctx: Ctx, bold = false): void {
  cell.value = { formula, result: minor / ctx.perMajor };
  cell.numFmt = ctx.format;
  cell.font = { bold };
}

/**
 * A proposal as a workbook for the client: quantities, prices, the choice of options and of the package, the
 * discount and the VAT rate are cells, every amount a formula over them, so that the client who changes a quantity sees the
 * new total. Nothing that stays inside the agency is in it. Text is written as text, never as a formula.
 */
export async function proposalToXlsx(read: ReadDb, id: string): Promise<Uint8Array> {
  const model = readProposalModel(read, id);
  const { proposal } = model;
  const t = wordsIn(proposal.language);
  const { Workbook } = (await import('exceljs')).default;
  const book = new Workbook();
  const sheet = book.addWorksheet(proposal.title.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: HEAD_ROW }],
  });
  const digits = currencyExponent(proposal.currency);
  const zeros = digits === 0 ? '' : `.${'0'.repeat(digits)}`;
  const ctx: Ctx = {
    sheet,
    model,
    digits,
    perMajor: minorPerMajor(proposal.currency),
    packages: proposal.status === 'accepted' ? [] : model.estimate.packages,
    format: `#,##0${zeros}`,
  };
  WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  sheet.getCell('A1').value = proposal.title;
  sheet.getCell('A1').font = { bold: true, size: 14 };
  sheet.getCell('A2').value = t('kicker', {
    number: proposal.number,
    version: proposal.version,
    date: formatDate(proposal.language, proposal.sentOn ?? proposal.pricesOn),
  });
  sheet.getCell('A4').value = t('discount-rate');
  sheet.getCell('B4').value = proposal.discountPpm / PPM;
  sheet.getCell('A5').value = t('vat-rate');
  sheet.getCell('B5').value = (model.vatPpm ?? 0) / PPM;
  for (const address of ['B4', 'B5']) sheet.getCell(address).numFmt = '0.0###%';
  const titles = ['work', 'quantity', 'unit', 'price', 'amount', 'taken'];
  titles.forEach((key, index) => {
    const cell = sheet.getCell(HEAD_ROW, index + 1);
    cell.value = t(`column.${key}`);
    cell.font = { bold: true };
  });
  const last = writeGroups(ctx);
  writeTotals(ctx, last, t);
  if (ctx.packages.length > 0) writePackages(ctx, last, t);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Rows of the groups and their lines; answers the last row. */
function writeGroups(ctx: Ctx): number {
  const { sheet, model } = ctx;
  const order = model.estimate.groups.flatMap((group) => group.lineIds);
  const byId = new Map(model.lines.map((line) => [line.id, line]));
  const mediaRows: number[] = [];
  const commissions: { row: number; line: ProposalLineRow }[] = [];
  let row = HEAD_ROW;
  let group: string | null = null;
  for (const id of order) {
    const line = byId.get(id);
    if (line === undefined) continue;
    if (line.groupName !== group) {
      group = line.groupName;
      if (group !== '') {
        row += 1;
        sheet.getCell(row, 1).value = group;
        sheet.getCell(row, 1).font = { bold: true };
      }
    }
    row += 1;
    writeLine(ctx, line, row);
    if (line.kind === 'media') mediaRows.push(row);
    if (line.kind === 'commission') commissions.push({ row, line });
  }
  for (const { row: at, line } of commissions) {
    const media = mediaRows.map((each) => `H${each}`).join('+') || '0';
    const k = (line.commissionPpm ?? 0) / PPM;
    const formula =
      line.commissionBasis === 'inside'
        ? `ROUND((${media})*${k}/(1-${k}),${ctx.digits})`
        : `ROUND((${media})*${k},${ctx.digits})`;
    live(sheet.getCell(at, 5), formula, model.estimate.lines.get(line.id)?.amountMinor ?? 0, ctx);
    ctx.packages.forEach((each, index) => {
      const ofPackage = columnOf(FIRST_PACKAGE_COLUMN + index * 2);
      const counts = line.package === '' ? `*F${at}` : line.package === each.name ? '' : '*0';
      const inPackage = formula.replace(/H(?=\d)/g, ofPackage);
      const minor = line.package === '' && line.chosen === 'no' ? 0 : inPackageMinor(line, each);
      live(sheet.getCell(`${ofPackage}${at}`), `${inPackage}${counts}`, minor, ctx);
    });
  }
  return row;
}

/** 1 as «A», 27 as «AA». */
function columnOf(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number <= 26 ? letter : `${columnOf(Math.floor((number - 1) / 26))}${letter}`;
}

/** What counts of a line where that package is taken. */
function inPackageMinor(line: ProposalLineRow, each: EstimatePackage): number {
  const counts = line.package === '' ? line.chosen === 'yes' : line.package === each.name;
  return counts ? (each.lines.get(line.id)?.amountMinor ?? 0) : 0;
}

/** Which package a line is in, and for each package what counts of the line, hidden. */
function writeLinePackages(ctx: Ctx, line: ProposalLineRow, row: number): void {
  const { sheet, packages } = ctx;
  if (line.package !== '') {
    sheet.getCell(row, 10).value = line.package;
    sheet.getCell(row, 6).value = {
      formula: `IF(${PACKAGE}=J${row},1,0)`,
      result: line.chosen === 'yes' ? 1 : 0,
    };
  }
  packages.forEach((each, index) => {
    const counted = columnOf(FIRST_PACKAGE_COLUMN + index * 2);
    const minor = inPackageMinor(line, each);
    const factor = line.package === '' ? `F${row}` : line.package === each.name ? '1' : '0';
    if (line.kind !== 'commission') {
      live(sheet.getCell(`${counted}${row}`), `E${row}*${factor}`, minor, ctx);
    }
    const discounted = sheet.getCell(row, FIRST_PACKAGE_COLUMN + index * 2 + 1);
    const isWork = line.kind === 'work' ? 1 : 0;
    live(discounted, `${counted}${row}*G${row}`, minor * isWork, ctx);
  });
}

/** The choice of the package above the table, and below it the totals of all packages side by side. */
function writePackages(ctx: Ctx, last: number, t: (key: string) => string): void {
  const { sheet, packages, digits } = ctx;
  const head = last + 6;
  const lastName = columnOf(1 + packages.length);
  sheet.getCell('A6').value = t('choose-package');
  sheet.getCell('B6').value = packages.find(({ isChosen }) => isChosen)?.name ?? '';
  sheet.getCell('B6').font = { bold: true };
  sheet.getCell('B6').dataValidation = {
    type: 'list',
    allowBlank: false,
    formulae: [`$B$${head}:$${lastName}$${head}`],
  };
  sheet.getCell('C6').value = t('choose-hint');
  sheet.getCell(HEAD_ROW, 10).value = t('package-lines');
  sheet.getCell(HEAD_ROW, 10).font = { bold: true };
  sheet.getColumn(10).width = 16;
  ['compare', 'discount-row', 'net', 'vat-row', 'gross'].forEach((key, index) => {
    sheet.getCell(head + index, 1).value = t(key);
    sheet.getCell(head + index, 1).font = { bold: index === 0 || index === 4 };
  });
  packages.forEach((each, index) => {
    const column = columnOf(2 + index);
    const first = FIRST_PACKAGE_COLUMN + index * 2;
    const span = (number: number): string =>
      `SUBTOTAL(9,${columnOf(number)}${HEAD_ROW + 1}:${columnOf(number)}${last})`;
    const put = (row: number, formula: string, minor: number, bold = false): void =>
      live(sheet.getCell(`${column}${row}`), formula, minor, ctx, bold);
    sheet.getCell(`${column}${head}`).value = each.name;
    sheet.getCell(`${column}${head}`).font = { bold: true };
    put(head + 1, `0-ROUND(${span(first + 1)}*${DISCOUNT},${digits})`, -each.discountMinor);
    put(head + 2, `${span(first)}+${column}${head + 1}`, each.total.amountMinor);
    put(head + 3, `ROUND(${column}${head + 2}*${VAT},${digits})`, each.vatMinor);
    put(head + 4, `${column}${head + 2}+${column}${head + 3}`, each.grossMinor, true);
    sheet.getColumn(2 + index).width = 16;
    for (const hidden of [first, first + 1]) sheet.getColumn(hidden).hidden = true;
  });
}

function writeLine(ctx: Ctx, line: ProposalLineRow, row: number): void {
  const { sheet, model, perMajor } = ctx;
  const minor = model.estimate.lines.get(line.id)?.amountMinor ?? 0;
  const quantity = Number(line.quantity);
  sheet.getCell(row, 1).value = line.title;
  sheet.getCell(row, 3).value =
    line.kind === 'work' ? wordsIn(model.proposal.language)('hour') : line.unit;
  sheet.getCell(row, 6).value = line.chosen === 'yes' ? 1 : 0;
  // Hidden: whether the discount is taken from it (hours of work), what counts, and what of that is discounted.
  const isWork = line.kind === 'work' ? 1 : 0;
  const counted = line.chosen === 'yes' ? minor : 0;
  sheet.getCell(row, 7).value = isWork;
  live(sheet.getCell(row, 8), `E${row}*F${row}`, counted, ctx);
  live(sheet.getCell(row, 9), `H${row}*G${row}`, counted * isWork, ctx);
  writeLinePackages(ctx, line, row);
  if (line.kind === 'commission') return;
  sheet.getCell(row, 2).value = quantity;
  const price =
    line.kind === 'production'
      ? quantity === 0
        ? 0
        : minor / perMajor / quantity
      : line.unitPriceMinor / perMajor;
  sheet.getCell(row, 4).value = price;
  sheet.getCell(row, 4).numFmt = ctx.format;
  live(sheet.getCell(row, 5), `ROUND(B${row}*D${row},${ctx.digits})`, minor, ctx);
}

function writeTotals(ctx: Ctx, last: number, t: (key: string) => string): void {
  const { sheet, model } = ctx;
  const { estimate } = model;
  const span = (column: string): string => `${column}${HEAD_ROW + 1}:${column}${last}`;
  const put = (row: number, label: string, formula: string, minor: number, bold = false): void => {
    sheet.getCell(row, 1).value = label;
    sheet.getCell(row, 1).font = { bold };
    live(sheet.getCell(row, 5), formula, minor, ctx, bold);
  };
  put(
    last + 1,
    t('discount-row'),
    `0-ROUND(SUBTOTAL(9,${span('I')})*${DISCOUNT},${ctx.digits})`,
    -estimate.discountMinor,
  );
  put(
    last + 2,
    t('net'),
    `SUBTOTAL(9,${span('H')})+E${last + 1}`,
    estimate.total.amountMinor,
    true,
  );
  put(last + 3, t('vat-row'), `ROUND(E${last + 2}*${VAT},${ctx.digits})`, estimate.vatMinor);
  put(last + 4, t('gross'), `E${last + 2}+E${last + 3}`, estimate.grossMinor, true);
  for (const column of [7, 8, 9]) sheet.getColumn(column).hidden = true;
}
