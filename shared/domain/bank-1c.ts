import {
  type Block,
  type Field,
  type Fields,
  fieldProblem,
  normalKey,
  readDocument,
} from './bank-1c-document';
import { currencyOfAccount, readAccount, readAmount, readDate, readText } from './bank-1c-fields';
import {
  type Bank1cFile,
  type Bank1cSection,
  BankFileError,
  type BankProblem,
} from './bank-1c-types';
import { currencyExponent } from './money';

/** First line of every file of the format. */
export const BANK_1C_MAGIC = '1CClientBankExchange';

/** The longest real line is a purpose of about 400 letters; more than this is not a statement. */
const MAX_LINE = 64 * 1024;

/** Bounds memory; the largest year statement seen is under 20 MB. */
const MAX_TEXT = 64 * 1024 * 1024;

const NUL = String.fromCharCode(0);
/** DOS programs end text with Ctrl-Z; disks pad unwritten blocks with zeros. */
const PADDING = new Set([NUL, String.fromCharCode(0x1a), '\ufeff']);

function withoutPadding(raw: string): string {
  let end = raw.length;
  while (end > 0 && PADDING.has(raw.charAt(end - 1))) end -= 1;
  return raw.slice(0, end).trim();
}

/**
 * Reads a 1CClientBankExchange statement: any section order, key order and letter case, CRLF or LF,
 * versions 1.01–1.03 and the Kazakh 2.00. Damage of the file as a whole (foreign, empty, cut off)
 * throws {@link BankFileError} with the line; a document that cannot be read exactly carries its
 * `problems` and the rest of the file is read on.
 */
export function parse1cBankFile(text: string): Bank1cFile {
  if (text.length > MAX_TEXT) throw new BankFileError('bank-file-too-large', { limitMb: 64 });
  const lines = text.split(/\r\n|\n|\r/);
  const header: Field[] = [];
  const blocks: Block[] = [];
  const warnings: BankProblem[] = [];
  let open: Block | null = null;
  let lastField: string | null = null;
  let ended = false;
  let started = false;
  let lastContent = 0;

  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    if (raw.length > MAX_LINE) throw new BankFileError('bank-file-damaged', { line });
    const content = withoutPadding(raw);
    if (content === '') continue;
    if (content.includes(NUL)) throw new BankFileError('bank-file-damaged', { line });
    lastContent = line;

    const split = content.indexOf('=');
    const key = (split === -1 ? content : content.slice(0, split)).trim();
    const value = split === -1 ? '' : content.slice(split + 1).trim();
    const name = normalKey(key);

    if (isMagic(name)) {
      if (open) throw truncated(open.line, line);
      started = true;
      ended = false;
      continue;
    }
    if (!started) throw new BankFileError('bank-lookalike', { format: 'text' });

    if (name === 'секциярасчсчет' || name === 'секциядокумент') {
      if (open) throw truncated(open.line, line);
      ended = false;
      open = {
        kind: name === 'секциядокумент' ? 'document' : 'account',
        line,
        endLine: line,
        title: value.replace(/^["«]+|["»]+$/g, '').trim(),
        fields: new Map(),
      };
      lastField = null;
      continue;
    }
    if (name === 'конецрасчсчет' || name === 'конецдокумента') {
      if (!open || (name === 'конецдокумента') !== (open.kind === 'document')) {
        throw open ? truncated(open.line, line) : new BankFileError('bank-file-damaged', { line });
      }
      open.endLine = line;
      blocks.push(open);
      open = null;
      continue;
    }
    if (name === 'конецфайла' || name === 'конецвыписки') {
      if (open) throw truncated(open.line, line);
      ended = true;
      continue;
    }

    if (ended) {
      warnings.push({ line, field: key.slice(0, 40), code: 'text-after-end', params: {} });
      continue;
    }
    if (!open) {
      if (split !== -1) header.push({ key, value, line });
      continue;
    }
    if (split === -1) {
      // A purpose broken over two lines by a bank that does not escape line feeds.
      if (lastField) continueField(open.fields, lastField, content);
      continue;
    }
    addField(open.fields, name, { key, value, line });
    lastField = name;
  }

  if (!started) throw new BankFileError('bank-file-empty');
  if (open) throw truncated(open.line, lastContent);
  if (!ended) throw truncated(lastContent, lastContent);
  return assemble(header, blocks, warnings, lines.length);
}

/** Some exporters type the «С» of «1С» in Cyrillic. */
function isMagic(name: string): boolean {
  return name.replace('с', 'c') === BANK_1C_MAGIC.toLowerCase();
}

/**
 * The file with one document's sum as a person reads it, for a sum that the bank spoiled. A document
 * with other problems keeps them.
 */
export function withCorrectedSum(file: Bank1cFile, line: number, amountMinor: number): Bank1cFile {
  return {
    ...file,
    documents: file.documents.map((document) =>
      document.line === line && document.amountMinor === null
        ? {
            ...document,
            amountMinor,
            problems: document.problems.filter((one) => !one.code.startsWith('amount-')),
          }
        : document,
    ),
  };
}

function truncated(openedLine: number, line: number): BankFileError {
  return new BankFileError('bank-file-truncated', { line, openedLine });
}

function addField(fields: Fields, name: string, field: Field): void {
  const before = fields.get(name);
  if (!before || before.value === '') {
    fields.set(name, field);
  } else if (field.value !== '' && field.value !== before.value) {
    fields.set(name, { ...before, conflict: { value: field.value, line: field.line } });
  }
}

function continueField(fields: Fields, name: string, text: string): void {
  const before = fields.get(name);
  if (before) fields.set(name, { ...before, value: `${before.value} ${text}`.trim() });
}

function assemble(
  header: readonly Field[],
  blocks: readonly Block[],
  warnings: BankProblem[],
  lineCount: number,
): Bank1cFile {
  const head = (name: string) => header.find((field) => normalKey(field.key) === name);
  const accounts = new Set<string>();
  for (const field of header) {
    const account = normalKey(field.key) === 'расчсчет' ? readAccount(field.value) : null;
    if (account) accounts.add(account);
  }
  const accountBlocks = blocks.filter((block) => block.kind === 'account');
  for (const block of accountBlocks) {
    const account = readAccount(block.fields.get('расчсчет')?.value);
    if (account) accounts.add(account);
  }
  const ownAccounts = [...accounts];
  const defaultCurrency = ownAccounts.map(currencyOfAccount).find((code) => code !== null) ?? null;

  return {
    version: readText(head('версияформата')?.value),
    declaredEncoding: readText(head('кодировка')?.value),
    sender: readText(head('отправитель')?.value),
    from: headerDate(head('датаначала'), warnings),
    to: headerDate(head('датаконца'), warnings),
    ownAccounts,
    sections: accountBlocks.map((block) => readSection(block, ownAccounts, warnings)),
    documents: blocks
      .filter((block) => block.kind === 'document')
      .map((block) => readDocument(block, defaultCurrency)),
    warnings,
    lineCount,
    sample: sampleOf(blocks),
  };
}

function sampleOf(blocks: readonly Block[]): Bank1cFile['sample'] {
  const first = blocks.find((block) => block.kind === 'document');
  return [...(first?.fields.values() ?? [])].map(({ key, value }) => ({ key, value }));
}

function headerDate(field: Field | undefined, warnings: BankProblem[]): string | null {
  if (!field) return null;
  const reading = readDate(field.value);
  if ('on' in reading) return reading.on;
  warnings.push(fieldProblem(field, 'date-invalid', { given: reading.invalid }));
  return null;
}

function readSection(
  block: Block,
  ownAccounts: readonly string[],
  warnings: BankProblem[],
): Bank1cSection {
  const own = ownAccounts.length === 1 ? (ownAccounts[0] ?? null) : null;
  const accountNo = readAccount(block.fields.get('расчсчет')?.value) ?? own;
  const exponent = currencyExponent((accountNo && currencyOfAccount(accountNo)) ?? 'RUB');
  const sum = (name: string): number | null => {
    const field = block.fields.get(name);
    if (!field || field.value === '') return null;
    // A balance, unlike a document's sum, may be below zero.
    const negative = /^[-−–]/.test(field.value);
    const reading = readAmount(field.value.replace(/^[-−–]\s*/, ''), exponent);
    if ('minor' in reading) return negative ? -reading.minor : reading.minor;
    warnings.push(fieldProblem(field, reading.code, reading.params));
    return null;
  };
  return {
    line: block.line,
    accountNo,
    from: headerDate(block.fields.get('датаначала'), warnings),
    to: headerDate(block.fields.get('датаконца'), warnings),
    openingMinor: sum('начальныйостаток'),
    inMinor: sum('всегопоступило'),
    outMinor: sum('всегосписано'),
    closingMinor: sum('конечныйостаток'),
    closingLine: block.fields.get('конечныйостаток')?.line ?? block.line,
  };
}
