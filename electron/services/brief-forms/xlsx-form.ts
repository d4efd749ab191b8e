import type { Cell, DataValidation, Worksheet } from 'exceljs';
import type { ReadDb } from '../../../db/read-db';
import { AppError } from '../../../shared/contract/app-error';
import type { Answer, TemplateField } from '../../../shared/contract/briefs.contract';
import { isBlankAnswer, segmentRows } from '../../../shared/domain/brief-answers';
import { currencyExponent, minorPerMajor } from '../../../shared/domain/money';
import { richToText } from '../../../shared/domain/rich-text';
import { translatorOf } from '../../../shared/i18n/all-messages';
import type { Lang } from '../../../shared/i18n/formats';
import { parseDecimal } from '../../../shared/i18n/parse-input';
import { columnLetter } from '../reports/report-xlsx';
import { columnsOf } from './form-columns';
import { anchorOf, marksToProperties } from './form-marks';
import { type BriefForm, readBriefForm } from './form-model';
import { xmlText } from './same-answer';
import { ANSWER_COLUMN, MARKS_SHEET } from './xlsx-places';

const SPARE_ROWS = 3;
/** What a cell of Excel holds, with room for its own marks. */
const LONGEST_CELL = 32_000;
/** Characters that fit into a line of the answer's column, to guess the height of a row. */
const LINE = 60;
const ROW_HEIGHT = 15.5;
const WIDTHS = [34, 40, 46, 24, 24, 24, 24] as const;
const INK = {
  soft: 'FF6B6F76',
  line: 'FFC9CDD2',
  fill: 'FFF4F2EC',
  place: 'FFFFFBE6',
  accent: 'FF2B5A9E',
};

type Ctx = {
  form: BriefForm;
  sheet: Worksheet;
  /** Puts choices on the hidden sheet; answers their range. */
  list(choices: readonly string[]): string;
  /** Names a range of the answer sheet. */
  name(range: string, fieldKey: string): void;
};

/**
 * A brief as a workbook to fill in: a question a row, tables as blocks of their own, choices to pick from, days
 * and amounts as such. Throws `brief-not-found`, `brief-version-not-found`, `brief-form-cell-too-long`.
 */
export async function briefToXlsx(
  read: ReadDb,
  id: string,
  version: number | null,
): Promise<Uint8Array> {
  const form = readBriefForm(read, id, version);
  const { words } = form;
  const { Workbook } = (await import('exceljs')).default;
  const book = new Workbook();
  book.title = xmlText(form.title);
  book.creator = xmlText(form.agency.name);
  const title = words('sheet');
  const sheet = book.addWorksheet(title, {
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: { oddFooter: `&L${xmlText(form.footer).replaceAll('&', '&&')}&R&P / &N` },
  });
  const marks = book.addWorksheet(MARKS_SHEET, { state: 'veryHidden' });
  marksToProperties({ ...form.marks, fingerprints: form.fingerprints('xlsx') }).forEach(
    ({ name, value }, index) => {
      marks.getCell(index + 1, 1).value = name;
      marks.getCell(index + 1, 2).value = value;
    },
  );
  let lists = 3;
  const ctx: Ctx = {
    form,
    sheet,
    list(choices) {
      lists += 1;
      choices.forEach((choice, index) => {
        marks.getCell(index + 1, lists).value = xmlText(choice);
      });
      const letter = columnLetter(lists - 1);
      return `${MARKS_SHEET}!$${letter}$1:$${letter}$${Math.max(1, choices.length)}`;
    },
    name(range, fieldKey) {
      book.definedNames.add(`'${title}'!${range}`, anchorOf(fieldKey));
    },
  };
  WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  let row = writeHead(ctx);
  form.sections.forEach(({ title: name, hint, fields }, index) => {
    row += 1;
    const head = sheet.getCell(row, 1);
    head.value = xmlText(`${index + 1}. ${name}`);
    head.font = { name: 'Georgia', bold: true, size: 13 };
    sheet.getCell(row, 2).value = xmlText(hint);
    sheet.getCell(row, 2).font = { color: { argb: INK.soft }, size: 9 };
    row += 1;
    for (const { field, answer } of fields) {
      row = writeQuestion(ctx, field, isBlankAnswer(answer) ? undefined : answer, row);
    }
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Title and facts; answers the row below them. */
function writeHead({ form, sheet }: Ctx): number {
  sheet.getCell('A1').value = xmlText(form.title);
  sheet.getCell('A1').font = { name: 'Georgia', bold: true, size: 18 };
  sheet.getCell('A2').value = xmlText(form.kicker);
  sheet.getCell('A2').font = { bold: true, color: { argb: INK.accent } };
  let row = 3;
  for (const { label, value } of form.facts) {
    sheet.getCell(row, 1).value = `${label}: ${xmlText(value)}`;
    row += 1;
  }
  const how = sheet.getCell(row, 1);
  how.value = form.words('how.xlsx');
  how.alignment = { wrapText: true, vertical: 'top' };
  how.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: INK.fill } };
  sheet.mergeCells(row, 1, row, ANSWER_COLUMN);
  sheet.getRow(row).height = 2 * ROW_HEIGHT + 6;
  return row + 1;
}

/** A question with its place; answers the row below. */
function writeQuestion(
  ctx: Ctx,
  field: TemplateField,
  answer: Answer | undefined,
  row: number,
): number {
  const { sheet, form } = ctx;
  const label = sheet.getCell(row, 1);
  label.value = {
    richText: [
      { text: xmlText(field.label), font: { bold: true } },
      ...(field.required
        ? [{ text: `\n${form.words('required')}`, font: { size: 9, color: { argb: INK.soft } } }]
        : []),
    ],
  };
  label.alignment = { wrapText: true, vertical: 'top' };
  const help = sheet.getCell(row, 2);
  help.value = xmlText(field.type === 'file' ? form.words('files') : field.help);
  help.font = { size: 9, color: { argb: INK.soft } };
  help.alignment = { wrapText: true, vertical: 'top' };
  const height = Math.max(field.required ? 2 : 1, Math.ceil(field.help.length / 48));
  sheet.getRow(row).height = height * ROW_HEIGHT;
  const last = writePlace(ctx, field, answer, row);
  if (field.type !== 'file') {
    const right = columnLetter(ANSWER_COLUMN - 2 + widthOf(ctx, field));
    const left = columnLetter(ANSWER_COLUMN - 1);
    ctx.name(`$${left}$${row}:$${right}$${last}`, field.key);
  }
  return last + 2;
}

function widthOf({ form }: Ctx, field: TemplateField): number {
  switch (field.type) {
    case 'table':
    case 'audience':
      return Math.max(1, columnsOf(form, field).length);
    case 'money':
      return 3;
    case 'checklist':
      return 2;
    default:
      return 1;
  }
}

/** The cells of an answer; answers the last row of them. */
function writePlace(
  ctx: Ctx,
  field: TemplateField,
  answer: Answer | undefined,
  row: number,
): number {
  const { sheet, form } = ctx;
  const cell = place(sheet, row, ANSWER_COLUMN);
  switch (field.type) {
    case 'text':
    case 'rich': {
      const text =
        answer?.type === 'text'
          ? answer.text
          : answer?.type === 'rich'
            ? richToText(answer.doc)
            : '';
      writeText(cell, text, field);
      const lines = text
        .split('\n')
        .reduce((sum, line) => sum + Math.ceil((line.length + 1) / LINE), 0);
      const height = Math.min(400, Math.max(3, lines) * ROW_HEIGHT);
      sheet.getRow(row).height = Math.max(sheet.getRow(row).height, height);
      return row;
    }
    case 'choice': {
      const choices = field.choices.map(({ label }) => label);
      const chosen = field.choices.find(
        ({ key }) => answer?.type === 'choice' && key === answer.choice,
      );
      if (chosen !== undefined) writeText(cell, chosen.label, field);
      cell.dataValidation = oneOf(ctx.list(choices));
      return row;
    }
    case 'date':
      cell.numFmt = 'dd.mm.yyyy';
      cell.alignment = { horizontal: 'left', vertical: 'top' };
      if (answer?.type === 'date') cell.value = new Date(`${answer.on}T00:00:00Z`);
      return row;
    case 'money':
      return writeMoney(ctx, answer, row);
    case 'list':
      return writeRows(
        ctx,
        field,
        answer?.type === 'list' ? answer.items.map((item) => [item]) : [],
        row,
      );
    case 'table':
      return writeTable(ctx, field, answer?.type === 'table' ? answer.rows : [], row);
    case 'audience':
      return writeTable(ctx, field, answer?.type === 'audience' ? segmentRows(answer) : [], row);
    case 'checklist':
      return writeChecklist(ctx, field, answer, row);
    case 'file':
      cell.value =
        answer?.type === 'file' ? xmlText(answer.files.map(({ name }) => name).join('\n')) : null;
      cell.fill = { type: 'pattern', pattern: 'none' };
      cell.font = { color: { argb: INK.soft }, size: 9 };
      sheet.getCell(row, 2).value = form.words('files');
      return row;
  }
}

/** A cell that waits for an answer; what is typed stays text, unless told. */
function place(sheet: Worksheet, row: number, column: number): Cell {
  const cell = sheet.getCell(row, column);
  const line = { style: 'thin' as const, color: { argb: INK.line } };
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: INK.place } };
  cell.border = { top: line, bottom: line, left: line, right: line };
  cell.alignment = { wrapText: true, vertical: 'top' };
  cell.numFmt = '@';
  return cell;
}

function writeText(cell: Cell, text: string, { label }: TemplateField): void {
  if (text.length > LONGEST_CELL) throw new AppError('brief-form-cell-too-long', { field: label });
  cell.value = text === '' ? null : xmlText(text);
}

function oneOf(range: string): DataValidation {
  return { type: 'list', allowBlank: true, formulae: [range] };
}

function writeHeads(sheet: Worksheet, row: number, titles: readonly string[]): void {
  titles.forEach((title, index) => {
    const cell = sheet.getCell(row, ANSWER_COLUMN + index);
    cell.value = xmlText(title);
    cell.font = { bold: true, size: 10 };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: INK.fill } };
    cell.border = { bottom: { style: 'thin', color: { argb: INK.line } } };
    cell.alignment = { wrapText: true, vertical: 'top' };
    cell.numFmt = '@';
  });
}

function writeMoney(ctx: Ctx, answer: Answer | undefined, row: number): number {
  const { sheet, form } = ctx;
  const t = translatorOf(form.language);
  const money = answer?.type === 'money' ? answer : null;
  const currency = money?.currency ?? form.currency;
  writeHeads(sheet, row, [
    form.words('amount'),
    t.t('brief:field.currency'),
    t.t('brief:field.vat'),
  ]);
  const amount = place(sheet, row + 1, ANSWER_COLUMN);
  const digits = currencyExponent(currency);
  amount.numFmt = `#,##0${digits === 0 ? '' : `.${'0'.repeat(digits)}`}`;
  amount.alignment = { horizontal: 'left', vertical: 'top' };
  amount.value = money === null ? null : money.minor / minorPerMajor(currency);
  const code = place(sheet, row + 1, ANSWER_COLUMN + 1);
  code.value = currency;
  code.dataValidation = oneOf(ctx.list([...new Set([currency, 'RUB', 'EUR', 'USD'])]));
  const vat = place(sheet, row + 1, ANSWER_COLUMN + 2);
  const choices = [t.t('brief:field.withVat'), t.t('brief:field.withoutVat')];
  vat.value = choices[money?.includesVat === false ? 1 : 0] ?? null;
  vat.dataValidation = oneOf(ctx.list(choices));
  return row + 1;
}

function writeTable(
  ctx: Ctx,
  field: TemplateField,
  rows: readonly (readonly string[])[],
  row: number,
): number {
  const columns = columnsOf(ctx.form, field);
  writeHeads(
    ctx.sheet,
    row,
    columns.map(({ label }) => label),
  );
  return writeRows(ctx, field, rows, row + 1);
}

function writeRows(
  { sheet, form }: Ctx,
  field: TemplateField,
  rows: readonly (readonly string[])[],
  row: number,
): number {
  const columns = field.type === 'list' ? [{ numeric: false }] : columnsOf(form, field);
  const count = rows.length + SPARE_ROWS;
  for (let index = 0; index < count; index += 1) {
    columns.forEach(({ numeric }, at) => {
      const cell = place(sheet, row + index, ANSWER_COLUMN + at);
      const text = rows[index]?.[at] ?? '';
      const number = numeric ? numberOf(form.language, text) : null;
      if (numeric) {
        cell.numFmt = 'General';
        cell.alignment = { horizontal: 'right', vertical: 'top' };
      }
      if (number === null) writeText(cell, text, field);
      else {
        cell.value = number;
        cell.numFmt = Number.isInteger(number) ? '#,##0' : 'General';
      }
    });
  }
  return row + count - 1;
}

/** A typed number that a cell holds without losing a digit. */
function numberOf(language: Lang, text: string): number | null {
  const decimal = /^[\d\s.,−-]+$/.test(text) ? parseDecimal(language, text) : null;
  if (decimal === null || decimal.replace(/\D/g, '').length > 15) return null;
  return Number(decimal);
}

function writeChecklist(
  ctx: Ctx,
  field: TemplateField,
  answer: Answer | undefined,
  row: number,
): number {
  const { sheet, form } = ctx;
  writeHeads(sheet, row, [form.words('item'), form.words('done')]);
  const items =
    answer?.type === 'checklist'
      ? answer.items
      : field.items.map((text) => ({ text, done: false }));
  const choices = oneOf(ctx.list([form.words('yes'), form.words('no')]));
  const count = items.length + SPARE_ROWS;
  for (let index = 0; index < count; index += 1) {
    const item = items[index];
    const text = place(sheet, row + 1 + index, ANSWER_COLUMN);
    if (item !== undefined) writeText(text, item.text, field);
    const done = place(sheet, row + 1 + index, ANSWER_COLUMN + 1);
    done.dataValidation = choices;
    if (item !== undefined) done.value = form.words(item.done ? 'yes' : 'no');
  }
  return row + count;
}
