import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Whether LibreOffice is on this machine. */
export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** What LibreOffice computes for the cells of a workbook's first sheet, as plain texts. */
export function recalculatedCells(workbook: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'agency-calc-'));
  try {
    writeFileSync(join(folder, 'book.xlsx'), withoutResults(workbook));
    execFileSync('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false',
      '--outdir',
      folder,
      join(folder, 'book.xlsx'),
    ]);
    return readFileSync(join(folder, 'book.csv'), 'utf8')
      .split(/[;\n]/)
      .map((text) => text.replace(/^"|"$/g, ''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The workbook without the values kept beside its formulas: whoever opens it has to compute them. */
function withoutResults(workbook: Uint8Array): Uint8Array {
  const files = unzipSync(workbook);
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [
        name,
        name.startsWith('xl/worksheets/')
          ? strToU8(strFromU8(bytes).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'))
          : bytes,
      ]),
    ),
  );
}
