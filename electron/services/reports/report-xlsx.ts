import { minorPerMajor, PPM } from '../../../shared/domain/money';
import {
  isMissing,
  type Report,
  type ReportCell,
  type ReportColumn,
  type ReportRow,
} from './report';

const SECONDS_PER_HOUR = 3600;
const HEAD_ROW = 4;
const MAX_WIDTH = 42;

/** Column letter of a spreadsheet: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + (index % 26));
}

function numberFormat(column: ReportColumn): string | null {
  switch (column.unit) {
    case 'money':
      return '#,##0.00;[Red]-#,##0.00';
    case 'ppm':
      return '0.0%';
    case 'seconds':
      return '#,##0.00';
    case 'days':
    case 'count':
      return '#,##0';
    case 'date':
      return 'dd.mm.yyyy';
    default:
      return null;
  }
}

function cellValue(
  cell: ReportCell,
  column: ReportColumn,
  row: ReportRow,
): string | number | Date | null {
  if (cell === null || isMissing(cell)) return null;
  if (column.unit === 'date')
    return typeof cell === 'string' && cell !== '' ? new Date(`${cell}T00:00:00Z`) : null;
  if (typeof cell === 'string') return column.unit === 'decimal' ? Number(cell) : cell;
  switch (column.unit) {
    case 'money':
      return cell / minorPerMajor(column.currency ?? String(row.currency));
    case 'ppm':
      return cell / PPM;
    case 'seconds':
      return cell / SECONDS_PER_HOUR;
    default:
      return cell;
  }
}

function totalFormula(
  column: ReportColumn,
  columns: readonly ReportColumn[],
  last: number,
): string | null {
  const letterOf = (key: string) => columnLetter(columns.findIndex((each) => each.key === key));
  if (column.total.kind === 'sum') {
    const letter = letterOf(column.key);
    return `SUM(${letter}${HEAD_ROW + 1}:${letter}${last})`;
  }
  if (column.total.kind === 'ratio') {
    const bottom = `${letterOf(column.total.denominator)}${last + 1}`;
    return `IF(${bottom}=0,"",${letterOf(column.total.numerator)}${last + 1}/${bottom})`;
  }
  return null;
}

/** A workbook whose totals are live formulas. Text is written as text, never as a formula. */
export async function reportToXlsx(report: Report): Promise<Uint8Array> {
  const { Workbook } = (await import('exceljs')).default;
  const book = new Workbook();
  const sheet = book.addWorksheet(report.title.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', xSplit: 1, ySplit: HEAD_ROW }],
  });
  sheet.getCell('A1').value = report.title;
  sheet.getCell('A1').font = { bold: true, size: 14 };
  sheet.getCell('A2').value = report.subtitle;

  const last = HEAD_ROW + report.rows.length;
  report.columns.forEach((column, index) => {
    const letter = columnLetter(index);
    const head = sheet.getCell(`${letter}${HEAD_ROW}`);
    head.value = column.currency === null ? column.title : `${column.title}, ${column.currency}`;
    head.font = { bold: true };
    head.alignment = {
      horizontal: column.unit === 'text' || column.unit === 'date' ? 'left' : 'right',
      wrapText: true,
      vertical: 'bottom',
    };
    head.border = { bottom: { style: 'thin' } };
    const format = numberFormat(column);
    let width = Math.min(24, column.title.length + 2);
    report.rows.forEach((row, at) => {
      const cell = sheet.getCell(`${letter}${HEAD_ROW + 1 + at}`);
      const value = cellValue(row[column.key] ?? null, column, row);
      cell.value = value;
      if (format !== null) cell.numFmt = format;
      width = Math.max(width, typeof value === 'string' ? value.length + 2 : 12);
    });
    const total = sheet.getCell(`${letter}${last + 1}`);
    const formula = totalFormula(column, report.columns, last);
    const result = cellValue(report.totals[column.key] ?? null, column, report.totals);
    total.value = formula === null || result === null ? result : { formula, result };
    if (format !== null) total.numFmt = format;
    total.font = { bold: true };
    total.border = { top: { style: 'thin' }, bottom: { style: 'double' } };
    sheet.getColumn(index + 1).width = Math.min(MAX_WIDTH, width);
  });
  report.notes.forEach((note, index) => {
    sheet.getCell(`A${last + 3 + index}`).value = note;
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}
