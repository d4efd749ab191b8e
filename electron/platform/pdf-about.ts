/** What a PDF says of itself; its title and language are the printer's. */
export interface PdfAbout {
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
}

/**
 * A PDF of Chromium's writer with more of its document information (ISO 32000-1, 14.3.3), which the printer
 * leaves empty. It is added as an incremental update (7.5.6): pages, tags and outline stay as they were, byte
 * for byte. A file that is built otherwise is answered as it is.
 */
export function describePdf(pdf: Uint8Array, about: PdfAbout): Uint8Array {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const tail = file.subarray(Math.max(0, file.length - 4096)).toString('latin1');
  const [trailer] = /trailer\s*<<[\s\S]*?>>\s*startxref/.exec(tail) ?? [];
  const [, previous] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail) ?? [];
  const [, info] = /\/Info (\d+) 0 R/.exec(trailer ?? '') ?? [];
  const size = /\/Size (\d+)/.exec(trailer ?? '')?.[1];
  const root = /\/Root \d+ 0 R/.exec(trailer ?? '')?.[0];
  if (previous === undefined || info === undefined || size === undefined || root === undefined) {
    return pdf;
  }
  const known = informationOf(file, Number(info));
  if (known === null) return pdf;
  const separator = file.at(-1) === 0x0a ? '' : '\n';
  const at = file.length + separator.length;
  const object = `${info} 0 obj
<<${known}
/Author ${pdfText(about.author)}
/Subject ${pdfText(about.subject)}
/Keywords ${pdfText(about.keywords.join(', '))}>>
endobj
`;
  const id = /\/ID\s*\[[^\]]*\]/.exec(trailer ?? '')?.[0] ?? '';
  const table = `xref
${info} 1
${String(at).padStart(10, '0')} 00000 n 
trailer
<</Size ${size}
${root}
/Info ${info} 0 R
${id}
/Prev ${previous}>>
startxref
${at + object.length}
%%EOF
`;
  return Buffer.concat([file, Buffer.from(separator + object + table, 'latin1')]);
}

/** The entries of the information dictionary, as they are written. */
function informationOf(file: Buffer, number: number): string | null {
  const start = file.indexOf(`\n${number} 0 obj`, 0, 'latin1');
  const end = start < 0 ? -1 : file.indexOf('endobj', start, 'latin1');
  if (end < 0) return null;
  const [, entries] =
    /obj\s*<<([\s\S]*)>>\s*$/.exec(file.subarray(start, end).toString('latin1')) ?? [];
  return entries?.trim() ?? null;
}

/** A text string in UTF-16 (7.9.2.2), which every letter and every bracket survives. */
function pdfText(text: string): string {
  return `<${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
