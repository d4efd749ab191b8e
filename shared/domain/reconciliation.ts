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

/** A vendor's rebate as agreed and as documents state it. */
export interface RebateTerms {
  readonly month: Month;
  readonly channel: string;
  readonly rebatePpm: number;
  /** On the vendor's documents; null: not stated. */
  readonly statedMinor: number | null;
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
  rebates: readonly RebateTerms[],
  toleranceMinor: number,
): ReconciliationRow[] {
  const byRow = new Map<string, SideItem[]>();
  for (const item of items) {
    const key = rowKey(item);
    const known = byRow.get(key);
    if (known === undefined) byRow.set(key, [item]);
    else known.push(item);
  }
  const rebateOf = new Map(rebates.map((each) => [rowKey(each), each]));
  return [...byRow]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, own]) => {
      const first = own[0];
      return first === undefined ? [] : [rowOf(first, own, rebateOf.get(key), toleranceMinor)];
    });
}

function rowOf(
  { month, channel }: SideItem,
  items: readonly SideItem[],
  rebate: RebateTerms | undefined,
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
    expectedRebateMinor: null,
    statedRebateMinor: rebate?.statedMinor ?? null,
  };
  if (unit === null) return { ...row, ...none, breaks: [{ kind: 'unlike', minor: null }] };
  const minorOf = (side: Side) => sides[side][0]?.minor ?? 0;
  const spendVendorMinor = addMinor(minorOf('platform'), -minorOf('vendor'));
  const vendorBilledMinor = addMinor(minorOf('vendor'), -minorOf('billed'));
  const expectedRebateMinor =
    rebate === undefined ||
    rebate.rebatePpm === 0 ||
    unit.basis !== 'net' ||
    sides.vendor.length === 0
      ? null
      : applyRatePpm(minorOf('vendor'), rebate.rebatePpm);
  const candidates: Break[] = [
    {
      kind: sides.vendor.length === 0 ? 'document-missing' : 'spend-vendor',
      minor: spendVendorMinor,
    },
    { kind: sides.billed.length === 0 ? 'not-billed' : 'vendor-billed', minor: vendorBilledMinor },
  ];
  if (expectedRebateMinor !== null) {
    const stated = rebate?.statedMinor ?? 0;
    candidates.push({ kind: 'rebate', minor: addMinor(stated, -expectedRebateMinor) });
  }
  return {
    ...row,
    ...none,
    spendVendorMinor,
    vendorBilledMinor,
    expectedRebateMinor,
    breaks: candidates.filter(({ minor }) => minor !== null && Math.abs(minor) > toleranceMinor),
  };
}

/** Commission of a month: on the media billed, by the contract. */
export interface CommissionCheck {
  /** Null: the contract has no commission. */
  readonly expectedMinor: number | null;
  readonly billedMinor: number;
  /** Billed − expected where that is more than the tolerance; null: no break. */
  readonly break: Break | null;
}

/** Reckons a month's commission anew on the media billed and holds it against what was billed as commission. */
export function checkCommission(
  media: { readonly billedMinor: number; readonly commissionMinor: number },
  terms: CommissionTerms | null,
  toleranceMinor: number,
): CommissionCheck {
  const expectedMinor = terms === null ? null : commissionMinor(media.billedMinor, terms);
  const minor = addMinor(media.commissionMinor, -(expectedMinor ?? 0));
  return {
    expectedMinor,
    billedMinor: media.commissionMinor,
    break: Math.abs(minor) > toleranceMinor ? { kind: 'commission', minor } : null,
  };
}
