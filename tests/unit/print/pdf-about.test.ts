import { expect, it } from 'vitest';
import { describePdf } from '../../../electron/platform/pdf-about';
import { freePath, safeFileName } from '../../../electron/services/safe-file-name';

const PDF = `%PDF-1.4
1 0 obj
<</Title (x)
/Producer (Skia)>>
endobj
2 0 obj
<</Type /Catalog>>
endobj
xref
0 3
0000000000 65535 f 
0000000009 00000 n 
0000000060 00000 n 
trailer
<</Size 3
/Root 2 0 R
/Info 1 0 R>>
startxref
94
%%EOF
`;
const ABOUT = { author: 'Мост (Рига)', subject: 'Brīfs', keywords: ['a', 'б'] };
const hex = (text: string) =>
  Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex').toUpperCase();

it('adds to what a PDF says of itself, and leaves its bytes before that as they were', () => {
  const described = Buffer.from(describePdf(Buffer.from(PDF), ABOUT)).toString('latin1');
  expect(described.startsWith(PDF)).toBe(true);
  const added = described.slice(PDF.length);
  expect(added).toContain('/Title (x)');
  expect(added).toContain(`/Author <${hex(ABOUT.author)}>`);
  expect(added).toContain(`/Keywords <${hex('a, б')}>`);
  expect(added).toContain('/Prev 94');
  const at = Number(/(\d{10}) 00000 n/.exec(added)?.[1]);
  expect(described.slice(at, at + 7)).toBe('1 0 obj');
  const start = Number(/startxref\n(\d+)/.exec(added)?.[1]);
  expect(described.slice(start, start + 4)).toBe('xref');
});

it('answers a file that is built otherwise as it is', () => {
  for (const text of [
    '',
    'no pdf',
    PDF.replace('/Info 1 0 R', ''),
    PDF.replace('1 0 obj', '7 0 obj'),
  ]) {
    expect(Buffer.from(describePdf(Buffer.from(text), ABOUT)).toString('latin1')).toBe(text);
  }
});

it('gives files names that every system takes, and none that is taken', () => {
  expect(safeFileName('Клиент: «A/B»? <v2>\n', 'pdf')).toBe('Клиент «A B» v2.pdf');
  expect(safeFileName('CON', 'pdf')).toBe('CON_.pdf');
  expect(safeFileName('..', 'pdf')).not.toContain('/');
  const first = freePath('/nowhere', 'Бриф', 'pdf');
  expect(freePath('/nowhere', 'Бриф', 'pdf', new Set([first]))).toContain('Бриф (2).pdf');
});
