import { BANK_1C_MAGIC } from './bank-1c';
import { BankFileError } from './bank-1c-types';
import { type DecodedText, decodeText } from './text-encoding';

/** What a file that is not a 1C statement is called in the message (`import:format.*`). */
export type LookalikeFormat =
  | 'client-bank-by'
  | 'camt-053'
  | 'camt-052'
  | 'camt-054'
  | 'mt940'
  | 'ofx'
  | 'fidavista'
  | 'upd'
  | 'xml'
  | 'html'
  | 'json'
  | 'csv'
  | 'xlsx'
  | 'xls'
  | 'docx'
  | 'zip'
  | 'pdf'
  | 'rtf'
  | 'picture'
  | 'sqlite'
  | 'binary'
  | 'text';

/**
 * Decodes a 1C statement, or throws {@link BankFileError}: `bank-file-empty`, or `bank-lookalike`
 * with `params.format` naming what the file is instead.
 */
export function decode1cBankFile(bytes: Uint8Array): DecodedText {
  const byBytes = formatOfBytes(bytes);
  if (byBytes === 'empty') throw new BankFileError('bank-file-empty');
  if (byBytes) throw new BankFileError('bank-lookalike', { format: byBytes });

  const decoded = decodeText(bytes, {
    keyword: 'кодировка',
    saysDos: (head) => /^\s*кодировка\s*=\s*dos/im.test(head),
  });
  const head = decoded.text
    .slice(0, 16 * 1024)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (head === '') throw new BankFileError('bank-file-empty');
  const firstLine = (head.split(/[\r\n]/, 1)[0] ?? '').trim();
  if (firstLine.replace('С', 'C').toLowerCase() === BANK_1C_MAGIC.toLowerCase()) return decoded;
  throw new BankFileError('bank-lookalike', { format: formatOfText(head) });
}

function formatOfBytes(bytes: Uint8Array): LookalikeFormat | 'empty' | null {
  if (bytes.length === 0) return 'empty';
  const ascii = (from: number, length: number) =>
    String.fromCharCode(...bytes.subarray(from, from + length));
  const start = ascii(0, 16);
  if (start.startsWith('%PDF')) return 'pdf';
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (start.startsWith('SQLite format 3')) return 'sqlite';
  if (start.startsWith('\x89PNG') || start.startsWith('\xff\xd8\xff') || start.startsWith('GIF8')) {
    return 'picture';
  }
  if (start.startsWith('\xd0\xcf\x11\xe0')) return 'xls';
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return formatOfZip(bytes);
  const mark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (mark) return null;
  return looksBinary(bytes) ? 'binary' : null;
}

/** Names inside a zip stand uncompressed in its local headers. */
function formatOfZip(bytes: Uint8Array): LookalikeFormat {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 64 * 1024));
  const tail = new TextDecoder('latin1').decode(bytes.subarray(-64 * 1024));
  if (head.includes('xl/') || tail.includes('xl/')) return 'xlsx';
  if (head.includes('word/') || tail.includes('word/')) return 'docx';
  return 'zip';
}

/** Control characters at the start of what should be text; zeros in the middle are damage instead. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1024);
  let controls = 0;
  for (const byte of head) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) {
      controls += 1;
    }
  }
  const letters = new TextDecoder('latin1').decode(head).replaceAll(String.fromCharCode(0), '');
  return !letters.includes('ClientBankExchange') && controls > head.length * 0.02;
}

function formatOfText(head: string): LookalikeFormat {
  const start = head.slice(0, 4096);
  if (/^\*{5}\s*\^Type=/.test(start) || /^\^\w+=.*\^\s*$/m.test(start)) return 'client-bank-by';
  if (/^(OFXHEADER|<\?OFX)|<OFX>/i.test(start)) return 'ofx';
  if (/<(\w+:)?FIDAVISTA/i.test(start)) return 'fidavista';
  const camt = /camt\.(05[234])\.\d{3}/.exec(start)?.[1];
  if (camt === '053') return 'camt-053';
  if (camt === '052') return 'camt-052';
  if (camt === '054') return 'camt-054';
  if (/^\s*(\{1:|:20:|ABNANL|940\s*$)/m.test(start) && /^:(25|28C?|60[FM]):/m.test(start)) {
    return 'mt940';
  }
  if (/<(!doctype\s+html|html|table|meta)\b/i.test(start)) return 'html';
  if (/^<\?xml|^<[\w:]+[\s>]/.test(start)) {
    return start.includes('1115131') || start.includes('<Файл') ? 'upd' : 'xml';
  }
  if (/^[[{]\s*["{[\]}]/.test(start)) return 'json';
  return looksDelimited(start) ? 'csv' : 'text';
}

function looksDelimited(start: string): boolean {
  const lines = start
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 15);
  return [';', '\t', ','].some((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    return counts.filter((count) => count >= 2).length >= 2;
  });
}
