import { AppError } from '../contract/app-error';

/** Types of a 1CClientBankExchange statement (v8.1c.ru/edi/edi_stnd/100/101.htm). */

/** Why a whole file cannot be read. Codes are keys of the `errors` messages. */
export type BankFileErrorCode =
  | 'bank-file-empty'
  | 'bank-file-truncated'
  | 'bank-file-damaged'
  | 'bank-file-too-large'
  | 'bank-lookalike';

/** The only error the bank parsers throw; the line, where there is one, is also its place. */
export class BankFileError extends AppError {
  constructor(code: BankFileErrorCode, params: Record<string, string | number> = {}) {
    const line = params['line'];
    super(code, params, typeof line === 'number' ? { row: line } : undefined);
    this.name = 'BankFileError';
  }
}

/** Why a row is refused, asked about, left out or only warned of. Keys of the `import` messages. */
export type BankProblemCode =
  | 'amount-missing'
  | 'amount-letters'
  | 'amount-negative'
  | 'amount-format'
  | 'amount-fraction'
  | 'amount-range'
  | 'amount-two'
  | 'amount-zero'
  | 'date-invalid'
  | 'field-twice'
  | 'not-executed'
  | 'both-own'
  | 'direction-unknown'
  | 'account-unknown'
  | 'balance-days'
  | 'balance-arithmetic'
  | 'balance-turnover'
  | 'text-damaged'
  | 'text-after-end';

export interface BankProblem {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Key as the file spells it. */
  readonly field: string;
  readonly code: BankProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface BankParty {
  readonly name: string | null;
  /** ИНН, or БИН/ИИН in the Kazakh dialect; the `0` some banks write is absent. */
  readonly taxId: string | null;
  readonly kpp: string | null;
  /** Account at the bank that moved the money. */
  readonly accountNo: string | null;
  /** Settlement account where the first one is a bank's own. */
  readonly settlementAccountNo: string | null;
  readonly bankName: string | null;
  readonly bic: string | null;
}

export interface Bank1cSection {
  readonly line: number;
  readonly accountNo: string | null;
  /** YYYY-MM-DD; a section's period need not contain its documents. */
  readonly from: string | null;
  readonly to: string | null;
  readonly openingMinor: number | null;
  readonly inMinor: number | null;
  readonly outMinor: number | null;
  readonly closingMinor: number | null;
  /** Line of КонечныйОстаток, or of the section where there is none. */
  readonly closingLine: number;
}

export interface Bank1cDocument {
  readonly line: number;
  /** Line of КонецДокумента. */
  readonly endLine: number;
  readonly kind: string;
  readonly number: string;
  readonly documentOn: string | null;
  readonly debitedOn: string | null;
  readonly creditedOn: string | null;
  /** ДатаОперации of the Kazakh dialect: booked, without saying in which direction. */
  readonly operationOn: string | null;
  /** Minor units of `currency`, ≥ 0, ≤ 2^51; null where the sum is refused. */
  readonly amountMinor: number | null;
  readonly amountText: string;
  readonly amountLine: number;
  /** ISO code from `Валюта` or digits 6–8 of an account; null where neither says. */
  readonly currency: string | null;
  /** Direction that the Kazakh dialect states by СуммаПриход or СуммаРасход. */
  readonly side: 'in' | 'out' | null;
  readonly payer: BankParty;
  readonly payee: BankParty;
  readonly purpose: string;
  readonly problems: readonly BankProblem[];
}

export interface Bank1cFile {
  readonly version: string | null;
  readonly declaredEncoding: string | null;
  readonly sender: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Accounts of the header and of the balance sections, in order of appearance. */
  readonly ownAccounts: readonly string[];
  readonly sections: readonly Bank1cSection[];
  readonly documents: readonly Bank1cDocument[];
  readonly warnings: readonly BankProblem[];
  readonly lineCount: number;
  /** Keys and values of the first document as they stand in the file. */
  readonly sample: readonly { readonly key: string; readonly value: string }[];
}
