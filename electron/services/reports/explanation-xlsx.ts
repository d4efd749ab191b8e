import type { Explanation, Unit } from '../../../shared/contract/portfolio.contract';
import type { Language, Phrase } from '../../../shared/contract/primitives';
import { minorPerMajor, PPM } from '../../../shared/domain/money';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { NAMESPACES } from '../../../shared/i18n/namespaces';

const SECONDS_PER_HOUR = 3600;
const FIRST_ROW = 6;

const FORMATS: Record<Unit, string> = {
  money: '#,##0.00;[Red]-#,##0.00',
  'money-per-hour': '#,##0.00',
  ppm: '0.00%',
  seconds: '#,##0.00',
  days: '#,##0',
  score: '#,##0',
};

function numberOf(value: number | null, unit: Unit, currency: string): number | null {
  if (value === null) return null;
  switch (unit) {
    case 'money':
    case 'money-per-hour':
      return value / minorPerMajor(currency);
    case 'ppm':
      return value / PPM;
    case 'seconds':
      return value / SECONDS_PER_HOUR;
    default:
      return value;
  }
}

/** An explanation as a workbook: its rows as numbers, their total a live sum, the inputs beside. */
export async function explanationToXlsx(
  explanation: Explanation,
  title: string,
  language: Language,
): Promise<Uint8Array> {
  const { Workbook } = (await import('exceljs')).default;
  const translator = translatorOf(language);
  const say = (phrase: Phrase) =>
    translator.t(phrase.key, { ns: [...NAMESPACES], ...phrase.params });
  const currency = explanation.currency ?? 'RUB';
  const book = new Workbook();
  const sheet = book.addWorksheet(title.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31));
  sheet.getColumn(1).width = 48;
  sheet.getColumn(2).width = 28;
  sheet.getColumn(3).width = 18;

  sheet.getCell('A1').value = title;
  sheet.getCell('A1').font = { bold: true, size: 14 };
  const figure = sheet.getCell('C1');
  figure.value = numberOf(explanation.figure.value, explanation.unit, currency);
  figure.numFmt = FORMATS[explanation.unit];
  figure.font = { bold: true, size: 14 };
  sheet.getCell('A2').value = say(explanation.formula);
  sheet.getCell('A3').value = explanation.currency ?? '';

  let row = FIRST_ROW;
  for (const line of explanation.rows) {
    sheet.getCell(`A${row}`).value = say(line.label);
    sheet.getCell(`B${row}`).value = line.source === null ? '' : say(line.source);
    const cell = sheet.getCell(`C${row}`);
    cell.value = numberOf(line.value, line.unit, currency);
    cell.numFmt = FORMATS[line.unit];
    row += 1;
  }
  const { rowsTotal } = explanation;
  sheet.getCell(`A${row}`).value = say(rowsTotal.label);
  sheet.getCell(`A${row}`).font = { bold: true };
  const total = sheet.getCell(`C${row}`);
  const result = numberOf(rowsTotal.value, rowsTotal.unit, currency);
  const summable =
    explanation.rows.length > 0 &&
    explanation.rows.every((line) => line.unit === rowsTotal.unit) &&
    result !== null;
  total.value = summable ? { formula: `SUM(C${FIRST_ROW}:C${row - 1})`, result } : result;
  total.numFmt = FORMATS[rowsTotal.unit];
  total.font = { bold: true };
  total.border = { top: { style: 'thin' }, bottom: { style: 'double' } };

  row += 2;
  for (const input of explanation.inputs) {
    sheet.getCell(`A${row}`).value = say(input.label);
    const cell = sheet.getCell(`C${row}`);
    cell.value = numberOf(input.figure.value, input.unit, currency);
    cell.numFmt = FORMATS[input.unit];
    row += 1;
  }
  for (const note of explanation.notes) {
    row += 1;
    sheet.getCell(`A${row}`).value = say(note);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
