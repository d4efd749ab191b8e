import {
  currencyOfAccount,
  currencyOfField,
  readAccount,
  readAmount,
  readCode,
  readDate,
  readName,
  readText,
} from './bank-1c-fields';
import {
  type Bank1cDocument,
  type Bank1cFile,
  type Bank1cSection,
  BankFileError,
  type BankParty,
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

interface Field {
  readonly key: string;
  readonly value: string;
  readonly line: number;
  /** Value of a repeated key that differs from the first. */
  readonly conflict?: { readonly value: string; readonly line: number };
}

type Fields = Map<string, Field>;

interface Block {
  readonly kind: 'account' | 'document';
  readonly line: number;
  readonly title: string;
  readonly fields: Fields;
}

function withoutPadding(raw: string): string {
  let end = raw.length;
  while (end > 0 && PADDING.has(raw.charAt(end - 1))) end -= 1;
  return raw.slice(0, end).trim();
}

/** Keys differ in case, stray spaces and ё between banks. */
function normalKey(key: string): string {
  return key
    .replace(/[\s\u00a0\ufeff]/g, '')
    .toLowerCase()
    .replaceAll('ё', 'е');
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
        title: unquote(value),
        fields: new Map(),
      };
      lastField = null;
      continue;
    }
    if (name === 'конецрасчсчет' || name === 'конецдокумента') {
      if (!open || (name === 'конецдокумента') !== (open.kind === 'document')) {
        throw open ? truncated(open.line, line) : new BankFileError('bank-file-damaged', { line });
      }
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

function truncated(openedLine: number, line: number): BankFileError {
  return new BankFileError('bank-file-truncated', { line, openedLine });
}

function unquote(value: string): string {
  return value.replace(/^["«]+|["»]+$/g, '').trim();
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
  };
}

function headerDate(field: Field | undefined, warnings: BankProblem[]): string | null {
  if (!field) return null;
  const reading = readDate(field.value);
  if ('on' in reading) return reading.on;
  warnings.push(problem(field, 'date-invalid', { given: reading.invalid }));
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
    warnings.push(problem(field, reading.code, reading.params));
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

function readDocument(block: Block, defaultCurrency: string | null): Bank1cDocument {
  const { fields } = block;
  const problems: BankProblem[] = [];
  const text = (...names: string[]): string | undefined => {
    for (const name of names) {
      const value = fields.get(name)?.value;
      if (value !== undefined && value !== '') return value;
    }
    return undefined;
  };
  const date = (...names: string[]): string | null => {
    for (const name of names) {
      const field = fields.get(name);
      if (!field || field.value === '') continue;
      if (field.conflict) problems.push(conflict(field));
      const reading = readDate(field.value);
      if ('invalid' in reading) {
        problems.push(problem(field, 'date-invalid', { given: reading.invalid }));
      } else if (reading.on !== null) return reading.on;
    }
    return null;
  };

  const payer = readParty(fields, 'плательщик');
  const payee = readParty(fields, 'получатель');
  const stated = currencyOfField(text('валюта', 'валютадокумента', 'кодвалюты') ?? '');
  const fromAccounts = [payer.accountNo, payee.accountNo]
    .map((account) => (account === null ? null : currencyOfAccount(account)))
    .find((code) => code !== null);
  const currency = stated ?? defaultCurrency ?? fromAccounts ?? null;
  const amount = readSum(fields, currencyExponent(currency ?? 'RUB'), block.line, problems);

  // The Kazakh dialect names every section «Выписка» and keeps the kind in a field.
  const statement = normalKey(block.title) === 'выписка';
  const kind = (statement ? readText(text('виддокумента')) : null) ?? block.title;

  return {
    line: block.line,
    kind,
    number: readText(text('номер', 'номердокумента')) ?? '',
    documentOn: date('дата', 'датадокумента'),
    debitedOn: date('датасписано'),
    creditedOn: date('датапоступило'),
    operationOn: date('датаоперации'),
    amountMinor: amount.minor,
    amountText: amount.text,
    amountLine: amount.line,
    currency,
    side: amount.side,
    payer,
    payee,
    purpose: readPurpose(fields),
    problems,
  };
}

interface SumReading {
  readonly minor: number | null;
  readonly text: string;
  readonly line: number;
  readonly side: 'in' | 'out' | null;
}

function readSum(
  fields: Fields,
  exponent: number,
  blockLine: number,
  problems: BankProblem[],
): SumReading {
  const income = meaningfulSum(fields.get('суммаприход'));
  const expense = meaningfulSum(fields.get('суммарасход'));
  if (income && expense) {
    problems.push(problem(expense, 'amount-two', { given: `${income.value}; ${expense.value}` }));
    return { minor: null, text: expense.value, line: expense.line, side: null };
  }
  const side = income ? 'in' : expense ? 'out' : null;
  const field = income ?? expense ?? fields.get('сумма') ?? fields.get('суммаприход');
  if (!field) {
    problems.push({ line: blockLine, field: 'Сумма', code: 'amount-missing', params: {} });
    return { minor: null, text: '', line: blockLine, side };
  }
  if (field.conflict) {
    problems.push(conflict(field));
    return { minor: null, text: field.value, line: field.line, side };
  }
  const reading = readAmount(field.value, exponent);
  if ('minor' in reading)
    return { minor: reading.minor, text: field.value, line: field.line, side };
  problems.push(problem(field, reading.code, reading.params));
  return { minor: null, text: field.value, line: field.line, side };
}

function meaningfulSum(field: Field | undefined): Field | undefined {
  return field && !/^[0.,\s]*$/.test(field.value) ? field : undefined;
}

function readParty(fields: Fields, side: 'плательщик' | 'получатель'): BankParty {
  const get = (suffix: string) => fields.get(`${side}${suffix}`)?.value;
  const name = readName(get('1'), get('') ?? get('наименование'));
  const bank = [readText(get('банк1')), readText(get('банк2'))].filter((part) => part !== null);
  return {
    name: name.name ?? readText(get('наименование')),
    taxId: readCode(get('инн')) ?? readCode(get('бин_иин')) ?? name.taxId,
    kpp: readCode(get('кпп')),
    accountNo: readAccount(get('счет')) ?? readAccount(get('иик')),
    settlementAccountNo: readAccount(get('расчсчет')),
    bankName: bank.length > 0 ? bank.join(', ') : readText(get('банкнаименование')),
    bic: readCode(get('бик')) ?? readCode(get('банкбик')),
  };
}

/** Banks repeat the whole purpose in its numbered parts, or split it over them, or both. */
function readPurpose(fields: Fields): string {
  let purpose = readText(fields.get('назначениеплатежа')?.value) ?? '';
  for (let part = 1; part <= 6; part += 1) {
    const text = readText(fields.get(`назначениеплатежа${part}`)?.value);
    if (text !== null && !purpose.includes(text)) purpose = `${purpose} ${text}`.trim();
  }
  return purpose;
}

function problem(
  field: Field,
  code: BankProblem['code'],
  params: BankProblem['params'],
): BankProblem {
  return { line: field.line, field: field.key, code, params };
}

function conflict(field: Field): BankProblem {
  return {
    line: field.conflict?.line ?? field.line,
    field: field.key,
    code: 'field-twice',
    params: { first: field.value.slice(0, 40), second: (field.conflict?.value ?? '').slice(0, 40) },
  };
}
