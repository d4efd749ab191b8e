import { type CommissionTerms, commissionMinor } from './commission';
import type { Month } from './dates';
import { addMinor, applyRatePpm } from './money';

/** Whose word an amount is: the platform's statistics, the vendor's document, the client's invoice. */
export type Side = 'platform' | 'vendor' | 'billed';

/** What an amount includes. Only amounts of one currency and one basis are added or compared. */
export type AmountBasis = 'net' | 'with-vat' | 'unknown-vat';

export interface SideItem {
  readonly side: Side;
  readonly month: Month;
  readonly channel: string;
  readonly currency: string;
  readonly basis: AmountBasis;
  readonly minor: number;
}

/** Commission and rebate as documents state them, and what they are reckoned from. */
export interface ChannelTerms {
  readonly month: Month;
  readonly channel: string;
  /** Of the contract on the month's last day; null: none. */
  readonly commission: CommissionTerms | null;
  /** Commission on invoices to the client; null: none was billed. */
  readonly billedCommissionMinor: number | null;
  readonly rebatePpm: number;
  /** Rebate on the vendor's documents; null: not stated. */
  readonly statedRebateMinor: number | null;
}

export const BREAK_KINDS = [
  'spend-vendor',
  'document-missing',
  'vendor-billed',
  'not-billed',
  'commission',
  'rebate',
  'unlike',
] as const;

export type BreakKind = (typeof BREAK_KINDS)[number];

/** A sum of one currency and basis. */
export interface Sum {
  readonly currency: string;
  readonly basis: AmountBasis;
  readonly minor: number;
}

export interface Break {
  readonly kind: BreakKind;
  /** Signed: the first side named less the second; null where the sides cannot be compared. */
  readonly minor: number | null;
}

export interface ReconciliationRow {
  readonly month: Month;
  readonly channel: string;
  readonly platform: readonly Sum[];
  readonly vendor: readonly Sum[];
  readonly billed: readonly Sum[];
  /** The one currency and basis of all sides; null where they are unlike. */
  readonly unit: Pick<Sum, 'currency' | 'basis'> | null;
  /** Platform − vendor and vendor − billed; null where the sides are unlike. */
  readonly spendVendorMinor: number | null;
  readonly vendorBilledMinor: number | null;
  readonly expectedCommissionMinor: number | null;
  readonly billedCommissionMinor: number | null;
  readonly expectedRebateMinor: number | null;
  readonly statedRebateMinor: number | null;
  readonly breaks: readonly Break[];
}

const unitKey = (of: Pick<Sum, 'currency' | 'basis'>) => `${of.currency} ${of.basis}`;
const rowKey = (of: { month: Month; channel: string }) => `${of.month} ${of.channel}`;

/** Adds amounts of one currency and basis; unlike ones stay beside each other. */
export function sumLike(items: readonly Sum[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { currency, basis, minor } of items) {
    const key = unitKey({ currency, basis });
    const before = sums.get(key)?.minor ?? 0;
    sums.set(key, { currency, basis, minor: addMinor(before, minor) });
  }
  return [...sums.values()];
}

/**
 * Sets platform, vendor and client against each other by month and channel, in that order. Every item is in
 * exactly one row. Differences within the tolerance (minor units) are no breaks; a side without any amount
 * counts as zero, and says so by its kind: `document-missing`, `not-billed`.
 */
export function reconcile(
  items: readonly SideItem[],
  terms: readonly ChannelTerms[],
  toleranceMinor: number,
): ReconciliationRow[] {
  const byRow = new Map<string, SideItem[]>();
  for (const item of items) {
    const key = rowKey(item);
    const known = byRow.get(key);
    if (known === undefined) byRow.set(key, [item]);
    else known.push(item);
  }
  const termsOf = new Map(terms.map((each) => [rowKey(each), each]));
  return [...byRow]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, own]) => {
      const first = own[0];
      return first === undefined ? [] : [rowOf(first, own, termsOf.get(key), toleranceMinor)];
    });
}

function rowOf(
  { month, channel }: SideItem,
  items: readonly SideItem[],
  terms: ChannelTerms | undefined,
  toleranceMinor: number,
): ReconciliationRow {
  const sumsOf = (side: Side) => sumLike(items.filter((item) => item.side === side));
  const sides = {
    platform: sumsOf('platform'),
    vendor: sumsOf('vendor'),
    billed: sumsOf('billed'),
  };
  const units = new Map(
    items.map(({ currency, basis }) => [unitKey({ currency, basis }), { currency, basis }]),
  );
  const [unit = null] = units.size === 1 ? units.values() : [];
  const row = { month, channel, ...sides, unit };
  const none = {
    spendVendorMinor: null,
    vendorBilledMinor: null,
    expectedCommissionMinor: null,
    billedCommissionMinor: terms?.billedCommissionMinor ?? null,
    expectedRebateMinor: null,
    statedRebateMinor: terms?.statedRebateMinor ?? null,
  };
  if (unit === null) return { ...row, ...none, breaks: [{ kind: 'unlike', minor: null }] };
  const minorOf = (side: Side) => sides[side][0]?.minor ?? 0;
  const spendVendorMinor = addMinor(minorOf('platform'), -minorOf('vendor'));
  const vendorBilledMinor = addMinor(minorOf('vendor'), -minorOf('billed'));
  const isNet = unit.basis === 'net';
  const expectedCommissionMinor =
    terms?.commission == null || !isNet || sides.billed.length === 0
      ? null
      : commissionMinor(minorOf('billed'), terms.commission);
  const expectedRebateMinor =
    terms === undefined || terms.rebatePpm === 0 || !isNet || sides.vendor.length === 0
      ? null
      : applyRatePpm(minorOf('vendor'), terms.rebatePpm);
  const candidates: Break[] = [
    {
      kind: sides.vendor.length === 0 ? 'document-missing' : 'spend-vendor',
      minor: spendVendorMinor,
    },
    { kind: sides.billed.length === 0 ? 'not-billed' : 'vendor-billed', minor: vendorBilledMinor },
  ];
  if (expectedCommissionMinor !== null) {
    const billed = terms?.billedCommissionMinor ?? 0;
    candidates.push({ kind: 'commission', minor: addMinor(billed, -expectedCommissionMinor) });
  }
  if (expectedRebateMinor !== null) {
    const stated = terms?.statedRebateMinor ?? 0;
    candidates.push({ kind: 'rebate', minor: addMinor(stated, -expectedRebateMinor) });
  }
  return {
    ...row,
    ...none,
    spendVendorMinor,
    vendorBilledMinor,
    expectedCommissionMinor,
    expectedRebateMinor,
    breaks: candidates.filter(({ minor }) => minor !== null && Math.abs(minor) > toleranceMinor),
  };
}
