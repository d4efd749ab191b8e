import type { Cell, CellValue, Worksheet } from 'exceljs';
import { AppError } from '../../../shared/contract/app-error';
import type { PlanCell, PlanRow, PlanSheet } from '../../../shared/domain/media-plan-import/types';
import type { TableRow } from '../../../shared/domain/table-file/delimited';
import { tableFileKind } from '../../../shared/domain/table-file/file-kind';
import type { ImportFile } from './import-kind';

/** A sheet of a workbook, cell by cell. */
export type Sheet = PlanSheet;

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

/** The sheet as a text file would have it. */
export function tableRowsOf({ rows }: Sheet): readonly TableRow[] {
  return rows.map(({ line, cells }) => ({
    line,
    cells: cells.map(({ text, kind }) =>
      kind === 'number' || kind === 'percent' ? ungrouped(text) : text,
    ),
  }));
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const { Workbook } = (await import('exceljs')).default;
  const book = new Workbook();
  try {
    await book.xlsx.load(new Uint8Array(bytes).buffer);
  } catch {
    throw new AppError('table-file-damaged');
  }
  return book.worksheets.map((sheet) => ({
    name: sheet.name,
    isHidden: sheet.state !== 'visible',
    rows: rowsOf(sheet),
  }));
}

function rowsOf(sheet: Worksheet): PlanRow[] {
  const rows: PlanRow[] = [];
  sheet.eachRow((row, line) => {
    const width = Math.min(row.cellCount, MOST_COLUMNS);
    const cells = Array.from({ length: width }, (_, index) => cellOf(row.getCell(index + 1)));
    rows.push({ line, isHidden: row.hidden, cells });
  });
  return rows;
}

function cellOf(cell: Cell): PlanCell {
  const isRepeat = cell.isMerged && cell.master.address !== cell.address;
  const { value, kind } = plainOf(cell.value);
  const isShare = kind === 'number' && /(?<!["\\])%/.test(cell.numFmt ?? '');
  return { text: value, kind: isShare ? 'percent' : kind, isRepeat };
}

type Plain = { value: string; kind: PlanCell['kind'] };

function plainOf(value: CellValue): Plain {
  if (value === null || value === undefined) return { value: '', kind: 'text' };
  if (typeof value === 'number') return { value: textOfNumber(value), kind: 'number' };
  if (value instanceof Date) return { value: value.toISOString().slice(0, 10), kind: 'date' };
  if (typeof value !== 'object') return { value: String(value), kind: 'text' };
  if ('richText' in value) {
    return { value: value.richText.map(({ text }) => text).join(''), kind: 'text' };
  }
  if ('text' in value) return plainOf(value.text);
  // The value that Excel kept beside the formula; without one the cell was never reckoned.
  if ('formula' in value || 'sharedFormula' in value) {
    return value.result === undefined || value.result === null
      ? { value: '', kind: 'unreckoned' }
      : plainOf(value.result);
  }
  return { value: '', kind: 'text' };
}

/** A number as a plain decimal, in the 15 digits that Excel shows: 0.1 + 0.2 is 0.3. */
function textOfNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  if (!text.includes('e')) return text;
  return Math.abs(value) < 1
    ? value.toFixed(15).replace(/\.?0+$/, '')
    : String(BigInt(Math.round(value)));
}

/** Three decimals get a fourth, lest the dot be taken for one that groups thousands. */
function ungrouped(text: string): string {
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}
