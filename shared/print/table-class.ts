/** A table of so many rows is moved to the next page rather than parted. */
const TOGETHER_ROWS = 8;
/** Letters of a body cell beside each other in the column of a sheet. */
const ROW_LETTERS = 66;
/** Room between two columns, in letters. */
const GAP_LETTERS = 2;

/**
 * How a table is set: whole or parted between pages, and smaller where its longest words would not stand
 * beside each other; the smallest also parts words, so that no column leaves the sheet.
 */
export function tableClass(rows: readonly (readonly string[])[]): string {
  const together = rows.length <= TOGETHER_ROWS ? 'together' : 'long';
  const columns = Math.max(0, ...rows.map((row) => row.length));
  let letters = 0;
  for (let column = 0; column < columns; column += 1) {
    const words = rows.flatMap((row) => (row[column] ?? '').split(/[^\S\u00a0]+|(?<=[-–/])/));
    letters += GAP_LETTERS + Math.max(0, ...words.map((word) => word.length));
  }
  if (letters <= ROW_LETTERS) return together;
  if (letters <= ROW_LETTERS * 1.25) return `${together} small`;
  return `${together} smallest`;
}
