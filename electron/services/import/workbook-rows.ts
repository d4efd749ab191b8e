import type { CellValue } from 'exceljs';
import { AppError } from '../../../shared/contract/app-error';
import type { TableRow } from '../../../shared/domain/table-file/delimited';
import { tableFileKind } from '../../../shared/domain/table-file/file-kind';
import type { ImportFile } from './import-kind';

/** A sheet of a workbook, row by row as a text file would have it. */
export type Sheet = { readonly name: string; readonly rows: readonly TableRow[] };

/** Beyond this a sheet is no report; a workbook may claim a million empty columns. */
const MOST_COLUMNS = 1000;

/**
 * A file with its sheets where it is a workbook, whatever it is called; as it is otherwise. Throws
 * `table-file-damaged`.
 */
export async function readSheets(file: ImportFile): Promise<ImportFile> {
  const { bytes } = file;
  // Whether a text is empty or foreign is for its kind to say.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || tableFileKind(bytes) !== 'xlsx') return file;
  return { ...file, sheets: await sheetsOf(bytes) };
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const { Workbook } = (await import('exceljs')).default;
  const book = new Workbook();
  try {
    await book.xlsx.load(new Uint8Array(bytes).buffer);
  } catch {
    throw new AppError('table-file-damaged');
  }
  return book.worksheets.map((sheet) => {
    const rows: TableRow[] = [];
    sheet.eachRow((row, line) => {
      const width = Math.min(row.cellCount, MOST_COLUMNS);
      const cells = Array.from({ length: width }, (_, index) =>
        textOfCell(row.getCell(index + 1).value),
      );
      rows.push({ line, cells });
    });
    return { name: sheet.name, rows };
  });
}

function textOfCell(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return textOfNumber(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return String(value.text);
  // The value that Excel kept beside the formula; without one the cell was never reckoned.
  if ('result' in value) return textOfCell(value.result ?? null);
  return '';
}

/** A number with its dot. Three decimals get a fourth, lest the dot be taken for one that groups thousands. */
function textOfNumber(value: number): string {
  const text = String(value);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}
