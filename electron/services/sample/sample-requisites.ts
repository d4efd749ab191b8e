import { checkAccount, checkInn, checkLvVatNo, checkOgrn } from '../../../shared/domain/requisites';

/**
 * Fictitious requisites with right check digits. Tax office 5999 and bank 901 do not exist, so no
 * number can belong to a real firm.
 */
const BANK = { bik: '045799901', name: 'АО «Прикамский расчётный банк», г. Пермь' } as const;

/** The first of the ten last digits that the rule of the field accepts. */
function withKey(make: (key: number) => string, isRight: (text: string) => boolean): string {
  for (let key = 0; key < 10; key += 1) {
    const text = make(key);
    if (isRight(text)) return text;
  }
  throw new RangeError(`no check digit fits ${make(0)}`);
}

export interface RussianRequisites {
  readonly inn: string;
  readonly kpp: string | null;
  readonly ogrn: string;
  readonly bik: string;
  readonly account: string;
  readonly correspondent_account: string;
  readonly bank_name: string;
}

/** Requisites of the firm with this number, 1–99; a currency account where `currencyCode` says so. */
export function russianRequisites(firm: number, currencyCode = '810'): RussianRequisites {
  const number = firm.toString().padStart(2, '0');
  const inn = withKey(
    (key) => `59990${number}1${number.slice(1)}${key}`,
    (text) => checkInn(text).length === 0,
  );
  const ogrn = withKey(
    (key) => `11${(10 + (firm % 12)).toString()}59990${number}14${number.slice(1)}${key}`,
    (text) => checkOgrn(text).length === 0,
  );
  return {
    inn,
    kpp: '599901001',
    ogrn,
    bik: BANK.bik,
    account: withKey(
      (key) => `40702${currencyCode}${key}000000001${number}`,
      (text) => checkAccount(text, BANK.bik).length === 0,
    ),
    correspondent_account: withKey(
      (key) => `30101810${key}00000000901`,
      (text) => checkAccount(text, BANK.bik, 'corrAccount').length === 0,
    ),
    bank_name: BANK.name,
  };
}

/** Requisites of a Latvian firm: registration and VAT number, and an IBAN of a bank that is not. */
export function latvianRequisites(body: string): {
  readonly registration_number: string;
  readonly vat_number: string;
  readonly iban: string;
  readonly bank_name: string;
} {
  const registration = withKey(
    (key) => `${body}${key}`,
    (text) => checkLvVatNo(`LV${text}`).length === 0,
  );
  const account = `PRKM${body}901`.slice(0, 17).padEnd(17, '0');
  const digits = [...`${account}LV00`].map((char) => Number.parseInt(char, 36)).join('');
  const key = (98n - (BigInt(digits) % 97n)).toString().padStart(2, '0');
  return {
    registration_number: registration,
    vat_number: `LV${registration}`,
    iban: `LV${key}${account}`,
    bank_name: 'AS „Piekrastes banka”',
  };
}
