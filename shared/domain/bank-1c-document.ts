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
import type { Bank1cDocument, BankParty, BankProblem } from './bank-1c-types';
import { currencyExponent } from './money';

/** A key of a section as the file spells it. */
export interface Field {
  readonly key: string;
  readonly value: string;
  readonly line: number;
  /** Value of a repeated key that differs from the first. */
  readonly conflict?: { readonly value: string; readonly line: number };
}

/** Fields of a section by {@link normalKey}. */
export type Fields = Map<string, Field>;

/** A section of the file, before it is understood. */
export interface Block {
  readonly kind: 'account' | 'document';
  readonly line: number;
  endLine: number;
  readonly title: string;
  readonly fields: Fields;
}

/** Keys differ in case, stray spaces and ё between banks. */
export function normalKey(key: string): string {
  return key
    .replace(/[\s\u00a0\ufeff]/g, '')
    .toLowerCase()
    .replaceAll('ё', 'е');
}

/** Understands a document section; what cannot be read exactly becomes its `problems`. */
export function readDocument(block: Block, defaultCurrency: string | null): Bank1cDocument {
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
        problems.push(fieldProblem(field, 'date-invalid', { given: reading.invalid }));
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
    endLine: block.endLine,
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
    problems.push(
      fieldProblem(expense, 'amount-two', { given: `${income.value}; ${expense.value}` }),
    );
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
  problems.push(fieldProblem(field, reading.code, reading.params));
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

/** A problem at a field. */
export function fieldProblem(
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
