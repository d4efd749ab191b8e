/** The requisite a warning is about; the same names as the fields of a legal entity. */
export type RequisiteField =
  | 'inn'
  | 'kpp'
  | 'ogrn'
  | 'bik'
  | 'account'
  | 'corrAccount'
  | 'iban'
  | 'lvRegNo'
  | 'lvVatNo';

export type RequisiteCode =
  | 'inn-length'
  | 'inn-checksum'
  | 'kpp-length'
  | 'kpp-format'
  | 'ogrn-length'
  | 'ogrn-checksum'
  | 'bik-length'
  | 'account-length'
  | 'account-key'
  | 'iban-format'
  | 'iban-length'
  | 'iban-checksum'
  | 'lv-reg-no-length'
  | 'lv-vat-no-format'
  | 'lv-vat-no-checksum'
  | 'not-digits';

/**
 * What looks wrong with a requisite. It never refuses the input: registers hold exceptions, and a
 * document may have to carry what the other side wrote.
 */
export interface RequisiteWarning {
  readonly field: RequisiteField;
  readonly code: RequisiteCode;
  /** Numbers for the sentence, e.g. `{ expected: 9, given: 8 }`; `expected` may be `10/12`. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** The requisites of one legal entity as typed; absent and blank ones are not checked. */
export type RequisiteInput = { readonly [field in RequisiteField]?: string | null | undefined };

const INN_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_12_FIRST = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_12_SECOND = [3, ...INN_12_FIRST];
const ACCOUNT = [7, 1, 3];
/** Weights of the Latvian register of VAT payers for legal entities. */
const LV_VAT = [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1];

/** Length of an IBAN by country, from the SWIFT IBAN registry; others are checked by key only. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IT: 27,
  KZ: 20,
  LT: 20,
  LU: 20,
  LV: 21,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  RS: 22,
  SE: 24,
  SI: 19,
  SK: 24,
  TR: 26,
  UA: 29,
};

/** Checks every requisite that is present; warnings come in the order of the input's fields. */
export function checkRequisites(input: RequisiteInput): readonly RequisiteWarning[] {
  const { inn, kpp, ogrn, bik, account, corrAccount, iban, lvRegNo, lvVatNo } = input;
  return [
    ...whenPresent(inn, checkInn),
    ...whenPresent(kpp, checkKpp),
    ...whenPresent(ogrn, checkOgrn),
    ...whenPresent(bik, checkBik),
    ...whenPresent(account, (text) => checkAccount(text, compact(bik ?? ''), 'account')),
    ...whenPresent(corrAccount, (text) => checkAccount(text, compact(bik ?? ''), 'corrAccount')),
    ...whenPresent(iban, checkIban),
    ...whenPresent(lvRegNo, checkLvRegNo),
    ...whenPresent(lvVatNo, checkLvVatNo),
  ];
}

/**
 * ИНН: 10 digits of a legal entity, 12 of a person, with one or two check digits
 * (приказ ФНС от 29.06.2012 № ММВ-7-6/435@).
 */
export function checkInn(text: string): readonly RequisiteWarning[] {
  const inn = compact(text);
  if (!isDigits(inn)) return [warning('inn', 'not-digits')];
  if (inn.length !== 10 && inn.length !== 12) {
    return [wrongLength('inn', 'inn-length', '10/12', inn.length)];
  }
  const right =
    inn.length === 10
      ? innKey(inn, INN_10) === digit(inn, 9)
      : innKey(inn, INN_12_FIRST) === digit(inn, 10) &&
        innKey(inn, INN_12_SECOND) === digit(inn, 11);
  return right ? [] : [warning('inn', 'inn-checksum')];
}

/**
 * КПП: 9 characters, four digits of the tax office, two digits or Latin capitals of the reason,
 * three digits (same order of ФНС). It has no check digit; sole traders have no КПП.
 */
export function checkKpp(text: string): readonly RequisiteWarning[] {
  const kpp = compact(text);
  if (kpp.length !== 9) return [wrongLength('kpp', 'kpp-length', 9, kpp.length)];
  return /^\d{4}[\dA-Z]{2}\d{3}$/.test(kpp) ? [] : [warning('kpp', 'kpp-format')];
}

/**
 * ОГРН: 13 digits, the last is the first 12 mod 11; ОГРНИП: 15, the last is the first 14 mod 13;
 * of both remainders the last digit counts (приказ Минфина от 30.10.2017 № 165н). python-stdnum is
 * wrong for ОГРНИП whose remainder is 11 or 12: it refuses valid numbers.
 */
export function checkOgrn(text: string): readonly RequisiteWarning[] {
  const ogrn = compact(text);
  if (!isDigits(ogrn)) return [warning('ogrn', 'not-digits')];
  if (ogrn.length !== 13 && ogrn.length !== 15) {
    return [wrongLength('ogrn', 'ogrn-length', '13/15', ogrn.length)];
  }
  const modulus = ogrn.length === 13 ? 11 : 13;
  const key = (Number(ogrn.slice(0, -1)) % modulus) % 10;
  return key === digit(ogrn, ogrn.length - 1) ? [] : [warning('ogrn', 'ogrn-checksum')];
}

/** БИК: 9 digits without a check digit; those of the treasury start with 01, banks' with 04. */
export function checkBik(text: string): readonly RequisiteWarning[] {
  const bik = compact(text);
  if (!isDigits(bik)) return [warning('bik', 'not-digits')];
  return bik.length === 9 ? [] : [wrongLength('bik', 'bik-length', 9, bik.length)];
}

/**
 * A Russian account and its key: weights 7, 1, 3 over the bank's three digits and the account, the
 * sum of last digits divisible by 10 (ЦБ РФ, 08.09.1997 № 515). The bank's digits are the last three
 * of its БИК for clients' accounts, and 0 with digits 5–6 of the БИК for accounts kept with the
 * Central Bank (301…, 40102…). Treasury accounts (03…) do not follow the rule and are passed.
 */
export function checkAccount(
  text: string,
  bik: string,
  field: 'account' | 'corrAccount' = 'account',
): readonly RequisiteWarning[] {
  const account = compact(text);
  // The sixth place may be a letter in currencies withdrawn from use.
  if (!/^\d{5}[\dABCEHKMPTX]\d*$/.test(account) && !isDigits(account)) {
    return [warning(field, 'not-digits')];
  }
  if (account.length !== 20) return [wrongLength(field, 'account-length', 20, account.length)];
  const bank = compact(bik);
  if (account.startsWith('03') || !/^\d{9}$/.test(bank) || !isDigits(account)) return [];
  const atCentralBank = account.startsWith('301') || account.startsWith('40102');
  const prefix = atCentralBank ? `0${bank.slice(4, 6)}` : bank.slice(6);
  const sum = [...(prefix + account)].reduce(
    (total, char, index) => total + ((Number(char) * (ACCOUNT[index % 3] ?? 0)) % 10),
    0,
  );
  return sum % 10 === 0 ? [] : [warning(field, 'account-key')];
}

/** IBAN: the country's length and remainder 1 mod 97 (ISO 13616, ISO 7064). */
export function checkIban(text: string): readonly RequisiteWarning[] {
  const iban = compact(text).toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{1,30}$/.test(iban)) return [warning('iban', 'iban-format')];
  const expected = IBAN_LENGTHS[iban.slice(0, 2)];
  if (expected !== undefined && iban.length !== expected) {
    return [wrongLength('iban', 'iban-length', expected, iban.length)];
  }
  const digits = [...(iban.slice(4) + iban.slice(0, 4))]
    .map((char) => Number.parseInt(char, 36))
    .join('');
  return BigInt(digits) % 97n === 1n ? [] : [warning('iban', 'iban-checksum')];
}

/**
 * Latvian registration number: 11 digits. Its last digit is only checked as part of the VAT number:
 * the register of enterprises publishes no key for it.
 */
export function checkLvRegNo(text: string): readonly RequisiteWarning[] {
  const number = compact(text);
  if (!isDigits(number)) return [warning('lvRegNo', 'not-digits')];
  return number.length === 11
    ? []
    : [wrongLength('lvRegNo', 'lv-reg-no-length', 11, number.length)];
}

/**
 * Latvian VAT number: `LV` and 11 digits. A legal entity's first digit is above 3 and its digits
 * weighted 9 1 4 8 3 10 2 5 7 6 1 leave 3 mod 11; where the first ten leave 4, no last digit can do
 * that and the number is passed. A person's number is a personal code, whose form since 2017 (32…)
 * has no key, so only its length is checked. Rule as published by the EU's VIES and jsvat.
 */
export function checkLvVatNo(text: string): readonly RequisiteWarning[] {
  const match = /^LV(\d+)$/i.exec(compact(text));
  const number = match?.[1];
  if (number === undefined) return [warning('lvVatNo', 'lv-vat-no-format')];
  if (number.length !== 11) {
    return [warning('lvVatNo', 'lv-vat-no-format', { expected: 11, given: number.length })];
  }
  if (digit(number, 0) <= 3) return [];
  if (weighted(number.slice(0, 10), LV_VAT.slice(0, 10)) % 11 === 4) return [];
  return weighted(number, LV_VAT) % 11 === 3 ? [] : [warning('lvVatNo', 'lv-vat-no-checksum')];
}

function whenPresent(
  text: string | null | undefined,
  check: (text: string) => readonly RequisiteWarning[],
): readonly RequisiteWarning[] {
  return text === null || text === undefined || text.trim() === '' ? [] : check(text);
}

/** Numbers are pasted with spaces of every width and with hyphens. */
function compact(text: string): string {
  return text.replace(/[\s\u00a0\u2009\u202f\-\u2013]/g, '');
}

function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}

function digit(text: string, index: number): number {
  return Number(text.charAt(index));
}

function weighted(text: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * digit(text, index), 0);
}

function innKey(inn: string, weights: readonly number[]): number {
  return (weighted(inn, weights) % 11) % 10;
}

function warning(
  field: RequisiteField,
  code: RequisiteCode,
  params: Readonly<Record<string, string | number>> = {},
): RequisiteWarning {
  return { field, code, params };
}

function wrongLength(
  field: RequisiteField,
  code: RequisiteCode,
  expected: string | number,
  given: number,
): RequisiteWarning {
  return warning(field, code, { expected, given });
}
