import type { TableRow } from '../table-file/delimited';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

function textOf(markup: string): string {
  return markup
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
      const isHex = name[1] === 'x' || name[1] === 'X';
      const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .trim();
}

/** Rows of the tables of a web page that calls itself a workbook, as Bitrix24 gives it out. */
export function readHtmlTable(page: string): TableRow[] {
  const rows: TableRow[] = [];
  for (const [row] of page.matchAll(/<tr\b[^>]*>[\s\S]*?(?:<\/tr>|(?=<tr\b)|$)/gi)) {
    const cells = [
      ...row.matchAll(/<t[dh]\b[^>]*>([\s\S]*?)(?:<\/t[dh]>|(?=<t[dh]\b)|<\/tr>|$)/gi),
    ].map((match) => textOf(match[1] ?? ''));
    if (cells.length > 0) rows.push({ line: rows.length + 1, cells });
  }
  return rows;
}
