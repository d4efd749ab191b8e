/** An incoming payment to be set against invoices. */
export interface MatchPayment {
  readonly direction: 'in' | 'out';
  /** Minor units of `currency`, above zero. */
  readonly amountMinor: number;
  readonly currency: string;
  /** YYYY-MM-DD */
  readonly bookedOn: string;
  readonly payerName: string | null;
  readonly payerTaxId: string | null;
  readonly payerAccount: string | null;
  readonly purpose: string;
}

/** An issued document with something left to pay. */
export interface OpenInvoice {
  readonly id: string;
  readonly clientId: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly currency: string;
  readonly totalMinor: number;
  /** Total less what is already allocated, above zero. */
  readonly openMinor: number;
}

export interface MatchClient {
  readonly id: string;
  readonly name: string;
  readonly legalName: string;
  /** ИНН, registration and VAT numbers. */
  readonly taxIds: readonly string[];
  readonly accounts: readonly string[];
}

/** What a payer's earlier payments, already set against a client's invoices, teach. */
export interface PayerHistory {
  readonly clientId: string;
  readonly taxId: string | null;
  readonly account: string | null;
  readonly payments: number;
  /** Median days from due date to payment, negative when early; null below two payments. */
  readonly medianDaysLate: number | null;
}

/** Reasons are keys of the `import` messages (`reason.*`). */
export type MatchReasonCode =
  | 'inn'
  | 'account'
  | 'history'
  | 'name-equal'
  | 'name-similar'
  | 'inn-other'
  | 'inn-unknown'
  | 'number'
  | 'number-short'
  | 'number-bare'
  | 'number-date'
  | 'number-some'
  | 'number-unknown'
  | 'number-none'
  | 'amount-equal'
  | 'amount-several'
  | 'amount-part'
  | 'amount-part-only'
  | 'amount-part-oldest'
  | 'amount-over'
  | 'amount-none'
  | 'when-usual'
  | 'when-due'
  | 'when-late'
  | 'when-before-issue'
  | 'payer-regular'
  | 'rivals'
  | 'corrected';

export interface MatchReason {
  readonly code: MatchReasonCode;
  /** Points of a hundred; a candidate's reasons add up to its confidence. */
  readonly points: number;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface MatchAllocation {
  readonly invoiceId: string;
  /** Minor units, above zero; never above what the invoice has open. */
  readonly amountMinor: number;
}

export interface MatchCandidate {
  readonly clientId: string;
  readonly allocations: readonly MatchAllocation[];
  /** What the allocations leave of the payment: an advance. */
  readonly restMinor: number;
  /** 0–100. */
  readonly confidence: number;
  readonly reasons: readonly MatchReason[];
}

/** From here a pair is set without asking. */
export const CONFIDENCE_SURE = 85;
/** From here a pair is suggested; below it is only a guess. */
export const CONFIDENCE_LIKELY = 60;

/** A reason of a candidate; `points` may be zero or below. */
export function reason(
  code: MatchReasonCode,
  points: number,
  params: Readonly<Record<string, string | number>> = {},
): MatchReason {
  return { code, points, params };
}

/** Order of ids and dates, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
