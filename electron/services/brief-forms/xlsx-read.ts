import type { TemplateField } from '../../../shared/contract/briefs.contract';
import { RICH_SCHEMA_VERSION } from '../../../shared/domain/rich-rules';
import { richFromText } from '../../../shared/domain/rich-text';
import { formatDate, formatNumber } from '../../../shared/i18n/formats';
import { anchorOf } from './form-marks';
import {
  type FormGround,
  type ReadAnswer,
  readable,
  readChoice,
  readDate,
  readMoney,
  readRows,
  unreadable,
} from './read-values';
import { bareText } from './same-answer';
import {
  readXlsxBook,
  type XlsxBook,
  type XlsxCell,
  type XlsxRange,
  type XlsxSheet,
} from './xlsx-cells';
import { MARKS_SHEET } from './xlsx-places';

export type XlsxForm = {
  properties: ReadonlyMap<string, string>;
  read(ground: FormGround): ReadonlyMap<string, ReadAnswer>;
};

/** A workbook as a form. Throws `brief-form-damaged`. */
export function readXlsxForm(parts: ReadonlyMap<string, string>): XlsxForm {
  const book = readXlsxBook(parts);
  const properties = new Map<string, string>();
  for (const row of book.sheet(MARKS_SHEET)?.values() ?? []) {
    const name = row.get(1);
    if (name !== undefined) properties.set(name.text, row.get(2)?.text ?? '');
  }
  return { properties, read: (ground) => readAnswers(book, ground) };
}

function readAnswers(book: XlsxBook, ground: FormGround): ReadonlyMap<string, ReadAnswer> {
  const asked = ground.fields.filter(({ type }) => type !== 'file');
  const sheets = new Map<string, XlsxSheet | undefined>();
  const tops = new Set([...book.names.values()].map(({ top }) => top));
  return new Map(
    asked.map((field) => {
      const range = book.names.get(anchorOf(field.key));
      if (range === undefined) return [field.key, unreadable('place-lost')];
      if (!sheets.has(range.sheet)) sheets.set(range.sheet, book.sheet(range.sheet));
      const sheet = sheets.get(range.sheet);
      if (sheet === undefined) return [field.key, unreadable('place-lost')];
      return [field.key, readPlace(rowsOf(sheet, range, tops), field, ground)];
    }),
  );
}

type Row = readonly (XlsxCell | undefined)[];

/** Rows of a range, and those typed right below it, down to an empty row or the next question. */
function rowsOf(sheet: XlsxSheet, range: XlsxRange, tops: ReadonlySet<number>): readonly Row[] {
  const rows: Row[] = [];
  const width = Math.min(range.right - range.left + 1, 30);
  const last = Math.max(...sheet.keys(), range.bottom);
  for (let row = range.top; row <= Math.min(last, range.top + 2000); row += 1) {
    const cells = sheet.get(row);
    const here = Array.from({ length: width }, (_, index) => cells?.get(range.left + index));
    if (row > range.bottom) {
      const isBlank = here.every((cell) => cell === undefined || bareText(cell.text) === '');
      if (isBlank || tops.has(row) || cells?.get(1) !== undefined) break;
    }
    rows.push(here);
  }
  return rows;
}

function wordsOf(cell: XlsxCell | undefined, ground: FormGround): string {
  if (cell === undefined) return '';
  return cell.kind === 'date' ? formatDate(ground.language, cell.text) : cell.text;
}

/** A number as the language writes it, lest `1.500` be taken for thousands. */
function numberWords(cell: XlsxCell | undefined, ground: FormGround): string {
  return cell?.kind === 'number'
    ? formatNumber(ground.language, cell.text, { max: 10 })
    : wordsOf(cell, ground);
}

function readPlace(rows: readonly Row[], field: TemplateField, ground: FormGround): ReadAnswer {
  const first = rows[0]?.[0];
  const column = () => rows.map((row) => wordsOf(row[0], ground));
  switch (field.type) {
    case 'text':
      return readable({ type: 'text', text: column().join('\n').trim() });
    case 'rich': {
      const doc = richFromText(column().join('\n'));
      return readable({ type: 'rich', schemaVersion: RICH_SCHEMA_VERSION, doc });
    }
    case 'list': {
      const items = column().map(bareText);
      return readable({ type: 'list', items: items.filter((item) => item !== '') });
    }
    case 'choice':
      return readChoice(wordsOf(first, ground), field);
    case 'date':
      return first?.kind === 'date'
        ? readable({ type: 'date', on: first.text })
        : readDate(wordsOf(first, ground), ground);
    case 'money': {
      const [amount, currency, vat] = rows[1] ?? [];
      return readMoney(
        {
          amount: numberWords(amount, ground),
          currency: wordsOf(currency, ground),
          vat: wordsOf(vat, ground),
        },
        ground,
        ground.answers[field.key],
      );
    }
    case 'table':
    case 'audience':
      return readRows(
        rows
          .slice(1)
          .map((row) =>
            row.map((cell, index) =>
              field.columns[index]?.numeric === true
                ? numberWords(cell, ground)
                : wordsOf(cell, ground),
            ),
          ),
        field,
        ground,
      );
    case 'checklist': {
      const yes = ground.words('yes').toLowerCase();
      const items = rows.slice(1).map(([text, done]) => ({
        text: bareText(wordsOf(text, ground)),
        done: bareText(wordsOf(done, ground)).toLowerCase() === yes,
      }));
      return readable({ type: 'checklist', items: items.filter(({ text }) => text !== '') });
    }
    case 'file':
      return readable(undefined);
  }
}
