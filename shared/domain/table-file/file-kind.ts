import { AppError } from '../../contract/app-error';
import { type DecodedText, decodeText } from '../text-encoding';

/** What the bytes of a file that is called a table are, whatever its name says. */
export type TableFileKind = 'text' | 'xlsx' | 'xls' | 'html' | 'zip' | 'pdf' | 'picture' | 'binary';

/**
 * Tells by the first bytes what a file is: a workbook called .csv is a workbook, a web page called .xls
 * is a web page. Throws `table-file-empty`.
 */
export function tableFileKind(bytes: Uint8Array): TableFileKind {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  if (bytes.length === 0) throw new AppError('table-file-empty');
  if (start.startsWith('PK\x03\x04')) return zipKind(bytes);
  if (start.startsWith('\xd0\xcf\x11\xe0')) return 'xls';
  if (start.startsWith('%PDF')) return 'pdf';
  if (/^(\x89PNG|\xff\xd8\xff|GIF8)/.test(start)) return 'picture';
  const head = decodeText(bytes.subarray(0, 4096))
    .text.replace(/^\ufeff/, '')
    .trimStart();
  if (head === '' && bytes.length <= 4096) throw new AppError('table-file-empty');
  if (/^<(!doctype|html|head|meta|table|style|\?xml)\b/i.test(head)) return 'html';
  return hasControls(head) ? 'binary' : 'text';
}

/** Names inside a zip stand uncompressed in its directory, at the end. */
function zipKind(bytes: Uint8Array): TableFileKind {
  const latin = new TextDecoder('latin1');
  const ends = [bytes.subarray(0, 64 * 1024), bytes.subarray(-64 * 1024)];
  return ends.some((part) => latin.decode(part).includes('xl/')) ? 'xlsx' : 'zip';
}

function hasControls(head: string): boolean {
  let controls = 0;
  for (const char of head) {
    if (char < ' ' && !'\t\r\n\f'.includes(char)) controls += 1;
  }
  return controls > head.length * 0.02;
}

/** Decodes a table in a text file. Throws `table-file-empty`, `table-file-lookalike` naming what it is. */
export function decodeTable(bytes: Uint8Array): DecodedText {
  const kind = tableFileKind(bytes);
  if (kind !== 'text') throw new AppError('table-file-lookalike', { format: kind });
  return decodeText(bytes);
}
