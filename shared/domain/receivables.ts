import { addDays, diffDays, type PlainDate } from './dates';
import { atLeastZero, minus, over, type Quantity, quantity, times, total } from './figure';
import { fraction } from './fraction';
import { addMinor } from './money';

/** An issued document, amounts with VAT, and what had been paid on it by the as-of date. */
export interface ReceivableDocument {
  readonly id: string;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly amountMinor: number;
  readonly paidMinor: number;
}

export const AGING_BUCKETS = ['not-due', 'd1-30', 'd31-60', 'd61-90', 'd90-plus'] as const;
export type AgingBucket = (typeof AGING_BUCKETS)[number];

/** A document with something left to pay. */
export interface OpenDocument {
  readonly id: string;
  readonly openMinor: number;
  /** Days past due on the as-of date; zero or less is not due. */
  readonly daysPastDue: number;
  readonly bucket: AgingBucket;
}

export interface Aging {
  readonly asOf: PlainDate;
  readonly open: readonly OpenDocument[];
  readonly totalMinor: number;
  /** Adds up to the total, always. */
  readonly buckets: Readonly<Record<AgingBucket, number>>;
  readonly overdueMinor: number;
  /** Overdue / total. */
  readonly overdueShare: Quantity;
  /** Σ open × days overdue / overdue. */
  readonly weightedDaysOverdue: Quantity;
  /** Paid beyond a document's amount: a prepayment, not a negative debt. */
  readonly prepaidMinor: number;
}

/** The bucket of a document by days past due. */
export function agingBucket(daysPastDue: number): AgingBucket {
  if (daysPastDue <= 0) return 'not-due';
  if (daysPastDue <= 30) return 'd1-30';
  if (daysPastDue <= 60) return 'd31-60';
  if (daysPastDue <= 90) return 'd61-90';
  return 'd90-plus';
}

/** What is left to pay; of an overpaid document, or of a credit, nothing is. */
function openMinorOf(document: ReceivableDocument): number {
  return Math.max(0, document.amountMinor - document.paidMinor);
}

/** Receivables by days past due, of the documents issued on or before the date. */
export function agingOf(documents: readonly ReceivableDocument[], asOf: PlainDate): Aging {
  const buckets: Record<AgingBucket, number> = {
    'not-due': 0,
    'd1-30': 0,
    'd31-60': 0,
    'd61-90': 0,
    'd90-plus': 0,
  };
  const open: OpenDocument[] = [];
  let totalMinor = 0;
  let overdueMinor = 0;
  let prepaidMinor = 0;
  let weighted = 0n;
  for (const document of documents) {
    if (document.issuedOn > asOf) continue;
    prepaidMinor = addMinor(prepaidMinor, Math.max(0, document.paidMinor - document.amountMinor));
    const openMinor = openMinorOf(document);
    if (openMinor === 0) continue;
    const daysPastDue = diffDays(document.dueOn, asOf);
    const bucket = agingBucket(daysPastDue);
    open.push({ id: document.id, openMinor, daysPastDue, bucket });
    buckets[bucket] = addMinor(buckets[bucket], openMinor);
    totalMinor = addMinor(totalMinor, openMinor);
    if (daysPastDue > 0) {
      overdueMinor = addMinor(overdueMinor, openMinor);
      weighted += BigInt(openMinor) * BigInt(daysPastDue);
    }
  }
  return {
    asOf,
    open,
    totalMinor,
    buckets,
    overdueMinor,
    overdueShare: over(quantity(overdueMinor), quantity(totalMinor)),
    weightedDaysOverdue: over(quantity(fraction(weighted)), quantity(overdueMinor)),
    prepaidMinor,
  };
}

/** Length of the sales window of DSO, days. */
export const DSO_DAYS = 90;

/** Sales with VAT issued after (date − 90 days) and up to the date. */
export function salesOfDsoWindow(
  documents: readonly ReceivableDocument[],
  asOf: PlainDate,
): number {
  const after = addDays(asOf, -DSO_DAYS);
  const inWindow = documents.filter(({ issuedOn }) => issuedOn > after && issuedOn <= asOf);
  return addMinor(...inWindow.map((document) => document.amountMinor));
}

/** Days sales outstanding: receivables / sales of the window × 90; null without sales. */
export function daysSalesOutstanding(receivablesMinor: number, salesMinor: number): Quantity {
  return times(over(quantity(receivablesMinor), quantity(salesMinor)), quantity(DSO_DAYS));
}

/**
 * Paid on documents due on or before the date / their amount. What was paid beyond a document's amount
 * is a prepayment and covers no other document's debt.
 */
export function collectionShare(
  documents: readonly ReceivableDocument[],
  asOf: PlainDate,
): Quantity {
  const due = documents.filter(({ dueOn, issuedOn }) => dueOn <= asOf && issuedOn <= asOf);
  const paid = due.map(({ paidMinor, amountMinor }) => quantity(Math.min(paidMinor, amountMinor)));
  return over(total(paid), total(due.map(({ amountMinor }) => quantity(amountMinor))));
}

/** Debt above the norm: max(0, receivables − credit limit). */
export function debtAboveLimit(receivables: Quantity, limit: Quantity): Quantity {
  return atLeastZero(minus(receivables, limit));
}

/** Receivables / credit limit; null where the limit is zero. */
export function creditLimitUsed(receivables: Quantity, limit: Quantity): Quantity {
  return over(receivables, limit);
}
