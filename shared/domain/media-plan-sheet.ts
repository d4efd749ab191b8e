import { AppError } from '../contract/app-error';
import { allocateByLargestRemainder, type Weight } from './allocation';
import type { CommissionTerms } from './commission';
import type { Period } from './dates';
import type { Fraction } from './fraction';
import {
  costPlan,
  type LineCost,
  type LineTerms,
  type PlanTerms,
  type PlanTotals,
} from './media-plan';
import type { LineBasisTerms } from './media-plan-basis';
import {
  type BuyingModel,
  type PriceBasis,
  type PricedLine,
  pricedNetMinor,
} from './media-plan-line';
import { type Spread, spreadWeights } from './media-plan-spread';
import { addMinor, applyRatePpm } from './money';

/** One line of a plan as it is reckoned with. */
export interface SheetLine extends LineTerms {
  readonly model: BuyingModel;
  readonly priceBasis: PriceBasis;
  /** The line's own commission; null: the plan's. */
  readonly commission: CommissionTerms | null;
  /** What the vendor gives back on the net. */
  readonly rebatePpm: number;
  readonly flight: Period;
  readonly spread: Spread;
  /** Rate of the advertising levy due on the net; null where none is due. */
  readonly levyPpm: number | null;
  /** The line's own VAT; left out or null: the plan's. */
  readonly vatPpm?: number | null;
  /**
   * Units of the plan's currency for one of the price's; left out where they are the same. Null: not known,
   * and then nothing of the line is; it counts as zero, and whoever shows the plan has to say so.
   */
  readonly rate?: Fraction | null;
}

export interface SheetTerms extends PlanTerms {
  readonly currency: string;
  readonly columns: readonly Period[];
}

/** A line with everything reckoned, minor units. */
export interface SheetLineResult extends LineCost {
  readonly rebateMinor: number;
  /** Net less the vendor's rebate: what the agency itself pays. */
  readonly ourCostMinor: number;
  readonly levyMinor: number;
  /** Client net and client VAT. */
  readonly clientPriceMinor: number;
  readonly columnsMinor: readonly number[];
}

export interface SheetTotals extends PlanTotals {
  readonly rebateMinor: number;
  readonly ourCostMinor: number;
  readonly levyMinor: number;
  readonly columnsMinor: readonly number[];
}

export interface Sheet {
  readonly lines: readonly SheetLineResult[];
  readonly totals: SheetTotals;
}

/** The net of a line under the plan's terms or its own. Throws `money-out-of-range`. */
export function sheetNetMinor(line: SheetLine, terms: PlanTerms, currency: string): number {
  if (line.rate === null) return 0;
  return pricedNetMinor(pricedLine(line, terms), currency);
}

/** A line as it is solved: with the terms its bases differ by. Throws `media-plan-rate-missing`. */
export function pricedLine(
  line: SheetLine,
  terms: PlanTerms,
): PricedLine & { readonly model: BuyingModel } {
  const { rate, ...rest } = line;
  if (rate === null) throw new AppError('media-plan-rate-missing', {});
  const priced = { ...rest, terms: lineBasisTerms(line, terms) };
  return rate === undefined ? priced : { ...priced, rate };
}

/** What the bases of a line differ by: its own commission, VAT and rebate, or the plan's. */
export function lineBasisTerms(
  line: Pick<SheetLine, 'commission' | 'vatPpm' | 'rebatePpm'>,
  terms: PlanTerms,
): LineBasisTerms {
  return {
    commission: line.commission ?? terms.commission,
    vatPpm: line.vatPpm ?? terms.vatPpm,
    clientDiscountPpm: terms.clientDiscountPpm,
    rebatePpm: line.rebatePpm,
  };
}

/**
 * Reckons a whole plan: nets, commission, VAT, client price, our cost and the columns, line by line and
 * in total (METRICS.md, Media-plan arithmetic). Throws what costPlan and spreadNet throw.
 */
export function reckonSheet(terms: SheetTerms, lines: readonly SheetLine[]): Sheet {
  const { currency, columns } = terms;
  const weightsOf = columnWeights(columns);
  const nets = lines.map((line) => sheetNetMinor(line, terms, currency));
  const cost = costPlan(
    nets,
    terms,
    lines.map((line) => line.commission),
    lines.map((line) => line.vatPpm ?? null),
  );
  const results = cost.lines.flatMap((own, i): SheetLineResult[] => {
    const line = lines[i];
    if (line === undefined) return [];
    const rebateMinor = applyRatePpm(own.netMinor, line.rebatePpm);
    return [
      {
        ...own,
        rebateMinor,
        ourCostMinor: addMinor(own.netMinor, -rebateMinor),
        levyMinor: line.levyPpm === null ? 0 : applyRatePpm(own.netMinor, line.levyPpm),
        clientPriceMinor: addMinor(own.clientNetMinor, own.clientVatMinor),
        columnsMinor: columnsOf(line, own.netMinor, weightsOf(line)),
      },
    ];
  });
  const { rebateMinor, ourCostMinor, levyMinor, columnsMinor } = subtotalOf(
    results,
    columns.length,
  );
  return {
    lines: results,
    totals: { ...cost.totals, rebateMinor, ourCostMinor, levyMinor, columnsMinor },
  };
}

const columnsKept = new WeakMap<
  SheetLine,
  { netMinor: number; weights: readonly Weight[]; columnsMinor: readonly number[] }
>();

/** A line's net by column; the same line over the same columns answers with the same list. */
function columnsOf(line: SheetLine, netMinor: number, weights: readonly Weight[]) {
  const known = columnsKept.get(line);
  if (known?.netMinor === netMinor && known.weights === weights) return known.columnsMinor;
  const columnsMinor: readonly number[] = allocateByLargestRemainder(netMinor, weights);
  columnsKept.set(line, { netMinor, weights, columnsMinor });
  return columnsMinor;
}

/** What a reckoned line keeps while another one is edited, and what it is costed with. */
export type ReckonedLine = Pick<
  SheetLineResult,
  'netMinor' | 'rebateMinor' | 'ourCostMinor' | 'levyMinor' | 'columnsMinor'
> &
  Pick<SheetLine, 'commission' | 'vatPpm'>;

/**
 * Reckons a sheet again in which one line has become another: its own net and columns anew, the other
 * lines' as they were, and what is given back from totals to all. The same as {@link reckonSheet} of all lines.
 */
export function reckonEdited(
  terms: SheetTerms,
  lines: readonly ReckonedLine[],
  columnTotalsMinor: readonly number[],
  edited: { readonly place: number; readonly line: SheetLine },
): Sheet {
  const { place, line } = edited;
  const alone = reckonSheet(terms, [line]).lines[0];
  const before = lines[place];
  if (alone === undefined || before === undefined) return reckonSheet(terms, []);
  const kept = lines.with(place, {
    ...alone,
    commission: line.commission,
    vatPpm: line.vatPpm ?? null,
  });
  const cost = costPlan(
    kept.map((each) => each.netMinor),
    terms,
    kept.map((each) => each.commission),
    kept.map((each) => each.vatPpm ?? null),
  );
  const results = cost.lines.map((own, i): SheetLineResult => {
    const same = kept[i] ?? alone;
    return {
      netMinor: own.netMinor,
      commissionMinor: own.commissionMinor,
      withCommissionMinor: own.withCommissionMinor,
      vatMinor: own.vatMinor,
      clientNetMinor: own.clientNetMinor,
      clientVatMinor: own.clientVatMinor,
      rebateMinor: same.rebateMinor,
      ourCostMinor: same.ourCostMinor,
      levyMinor: same.levyMinor,
      clientPriceMinor: own.clientNetMinor + own.clientVatMinor,
      columnsMinor: same.columnsMinor,
    };
  });
  const sum = (pick: (each: SheetLineResult) => number) =>
    addMinor(results.reduce((all, each) => all + pick(each), 0));
  return {
    lines: results,
    totals: {
      ...cost.totals,
      rebateMinor: sum((each) => each.rebateMinor),
      ourCostMinor: sum((each) => each.ourCostMinor),
      levyMinor: sum((each) => each.levyMinor),
      columnsMinor: columnTotalsMinor.map((total, i) =>
        addMinor(total, -(before.columnsMinor[i] ?? 0), alone.columnsMinor[i] ?? 0),
      ),
    },
  };
}

const evenKept = new WeakMap<readonly Period[], Map<string, readonly Weight[]>>();

/** Weights of columns by line; most lines of a plan share a few flights, which are counted once. */
function columnWeights(columns: readonly Period[]): (line: SheetLine) => readonly Weight[] {
  const even = evenKept.get(columns) ?? new Map<string, readonly Weight[]>();
  evenKept.set(columns, even);
  return ({ flight, spread }) => {
    if (spread.kind !== 'even') return spreadWeights(flight, columns, spread);
    const key = `${flight.from} ${flight.to}`;
    const weights = even.get(key) ?? spreadWeights(flight, columns, spread);
    even.set(key, weights);
    return weights;
  };
}

/** Amounts of some of the lines together: a channel's or a group's subtotal. */
export type SheetSubtotal = Pick<
  SheetLineResult,
  | 'netMinor'
  | 'commissionMinor'
  | 'withCommissionMinor'
  | 'vatMinor'
  | 'clientNetMinor'
  | 'clientVatMinor'
  | 'clientPriceMinor'
  | 'rebateMinor'
  | 'ourCostMinor'
  | 'levyMinor'
  | 'columnsMinor'
>;

/** Adds lines up. Subtotals of a plan add up to its totals, because its lines do. */
export function subtotalOf(lines: readonly SheetLineResult[], columnCount: number): SheetSubtotal {
  const sum = (pick: (line: SheetLineResult) => number) =>
    addMinor(lines.reduce((all, line) => all + pick(line), 0));
  const columnsMinor = Array.from({ length: columnCount }, () => 0);
  for (const line of lines) {
    line.columnsMinor.forEach((part, i) => {
      columnsMinor[i] = (columnsMinor[i] ?? 0) + part;
    });
  }
  return {
    netMinor: sum((line) => line.netMinor),
    commissionMinor: sum((line) => line.commissionMinor),
    withCommissionMinor: sum((line) => line.withCommissionMinor),
    vatMinor: sum((line) => line.vatMinor),
    clientNetMinor: sum((line) => line.clientNetMinor),
    clientVatMinor: sum((line) => line.clientVatMinor),
    clientPriceMinor: sum((line) => line.clientPriceMinor),
    rebateMinor: sum((line) => line.rebateMinor),
    ourCostMinor: sum((line) => line.ourCostMinor),
    levyMinor: sum((line) => line.levyMinor),
    columnsMinor: columnsMinor.map((column) => addMinor(column)),
  };
}
