import { z } from 'zod';
import { AppError } from '../contract/app-error';
import { isPlainDate } from './dates';
import {
  type Fraction,
  formatFraction,
  fraction,
  multiplyFractions,
  parseFraction,
} from './fraction';
import { costPlan, type LineCost, lineNetMinor, type PlanTerms } from './media-plan';
import { paceOfFlight, spreadFlight } from './media-plan-flight';
import { type BudgetLine, solveTopDown } from './media-plan-solver';
import { addMinor, formatMinorDecimal, isCurrencyCode, parseMoney, roundToMinor } from './money';
import { valueOrThrow } from './parsed';

const decimal = z.string().regex(/^\d{1,15}(\.\d{1,12})?$/);
const signedDecimal = z.string().regex(/^-?\d{1,15}(\.\d{1,12})?$/);
/** Per cent with at most four decimals: rates are kept in parts per million. */
const percent = z.string().regex(/^\d{1,5}(\.\d{1,4}0*)?$/);
const discount = percent.refine((text) => Number(text) <= 100);
const day = z.string().refine(isPlainDate);
const lineId = z.string().min(1).max(64);

const period = z.object({ from: day, to: day }).refine(({ from, to }) => from <= to);

const caseLine = z
  .object({
    id: lineId,
    channel: z.string(),
    placement: z.string(),
    model: z.string(),
    volume: decimal,
    price: decimal,
    surchargesPct: z.array(percent),
    discountsPct: z.array(discount),
    from: day,
    to: day,
  })
  .refine(({ from, to }) => from <= to);

const topDownLine = z
  .object({
    id: lineId,
    weight: decimal.optional(),
    locked: decimal.optional(),
    min: decimal.optional(),
  })
  .refine((line) => line.locked !== undefined || Number(line.weight ?? 0) > 0);

function uniqueIds(lines: readonly { id: string }[]): boolean {
  return new Set(lines.map((line) => line.id)).size === lines.length;
}

/** A worked media-plan case, as `oracle/media-plan-*.json` has it; its `expected` is not read. */
export const mediaPlanCaseSchema = z
  .object({
    kind: z.literal('media-plan'),
    case: z.string(),
    currency: z.string().refine(isCurrencyCode),
    vatPct: percent,
    commission: z.object({ pct: percent, basis: z.enum(['on-top', 'inside']) }),
    clientDiscountPct: discount,
    columns: z.array(period),
    lines: z.array(caseLine).refine(uniqueIds),
    fact: z
      .object({
        asOf: day,
        lines: z.array(z.object({ id: lineId, spend: signedDecimal })).refine(uniqueIds),
      })
      .optional(),
    topDown: z
      .array(z.object({ budget: decimal, lines: z.array(topDownLine).refine(uniqueIds) }))
      .default([]),
  })
  .refine(({ lines, fact }) => {
    const ids = new Set(lines.map((line) => line.id));
    return (fact?.lines ?? []).every((line) => ids.has(line.id));
  });

export type MediaPlanCase = z.infer<typeof mediaPlanCaseSchema>;

/** Every figure of a case under the names of its `expected`; amounts are decimal strings. */
export interface MediaPlanValues {
  readonly lines: Readonly<Record<string, CaseLineValues>>;
  readonly totals: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
  readonly topDown: readonly (CaseTopDownValues | null)[];
}

export type CaseLineValues = Readonly<Record<string, string | null | readonly string[]>>;

export interface CaseTopDownValues {
  readonly nets: Readonly<Record<string, string>>;
  readonly net: string;
  readonly client_price: string;
}

/**
 * Computes every figure of a case (METRICS.md, Media-plan arithmetic). Throws AppErrors of the
 * arithmetic, `media-plan-flight-uncovered` among them, and those of {@link parseMoney}.
 */
export function computeMediaPlanCase(input: MediaPlanCase): MediaPlanValues {
  const { currency } = input;
  const show = (minor: number) => formatMinorDecimal(minor, currency);
  const terms = planTerms(input);
  const nets = input.lines.map((line) =>
    lineNetMinor(
      {
        volume: exact(line.volume),
        price: exact(line.price),
        surchargesPpm: line.surchargesPct.map(percentToPpm),
        discountsPpm: line.discountsPct.map(percentToPpm),
      },
      currency,
    ),
  );
  const cost = costPlan(nets, terms);
  const spread = input.lines.map((line, i) => spreadFlight(nets[i] ?? 0, line, input.columns));
  const lines = input.lines.map((line, i): [string, CaseLineValues] => {
    const own = cost.lines[i];
    return [
      line.id,
      {
        ...(own === undefined ? {} : costValues(own, show)),
        columns: (spread[i] ?? []).map(show),
        ...factValues(input, line.id, nets[i] ?? 0, show),
      },
    ];
  });
  return {
    lines: Object.fromEntries(lines),
    totals: {
      ...costValues(cost.totals, show),
      with_vat: show(cost.totals.withVatMinor),
      client_price: show(cost.totals.clientPriceMinor),
    },
    columns: input.columns.map((_, i) => show(addMinor(...spread.map((row) => row[i] ?? 0)))),
    topDown: input.topDown.map((problem) => topDownValues(problem, input, terms, show)),
  };
}

function costValues(cost: LineCost, show: (minor: number) => string): Record<string, string> {
  return {
    net: show(cost.netMinor),
    commission: show(cost.commissionMinor),
    with_commission: show(cost.withCommissionMinor),
    vat: show(cost.vatMinor),
    client_net: show(cost.clientNetMinor),
    client_vat: show(cost.clientVatMinor),
  };
}

function factValues(
  input: MediaPlanCase,
  id: string,
  netMinor: number,
  show: (minor: number) => string,
): Record<string, string | null> {
  const line = input.lines.find((candidate) => candidate.id === id);
  const fact = input.fact?.lines.find((candidate) => candidate.id === id);
  if (line === undefined || fact === undefined || input.fact === undefined) return {};
  const spendMinor = valueOrThrow(parseMoney(fact.spend, input.currency));
  const pace = paceOfFlight(netMinor, line, spendMinor, input.fact.asOf);
  return {
    plan_to_date: show(roundToMinor(pace.planToDate)),
    pace_pct:
      pace.pace === null ? null : formatFraction(multiplyFractions(pace.pace, fraction(100)), 2),
    money_left: show(pace.moneyLeftMinor),
    needed_per_day: pace.neededPerDay === null ? null : show(roundToMinor(pace.neededPerDay)),
  };
}

function topDownValues(
  problem: MediaPlanCase['topDown'][number],
  input: MediaPlanCase,
  terms: PlanTerms,
  show: (minor: number) => string,
): CaseTopDownValues | null {
  const money = (text: string) => valueOrThrow(parseMoney(text, input.currency));
  const lines = problem.lines.map(
    (line): BudgetLine =>
      line.locked === undefined
        ? {
            kind: 'shared',
            weight: exact(line.weight ?? '0'),
            minMinor: line.min === undefined ? 0 : money(line.min),
          }
        : { kind: 'locked', netMinor: money(line.locked) },
  );
  const answer = solveTopDown(money(problem.budget), lines, terms);
  if (answer === null) return null;
  return {
    nets: Object.fromEntries(
      problem.lines.map((line, i) => [line.id, show(answer.netsMinor[i] ?? 0)]),
    ),
    net: show(answer.netMinor),
    client_price: show(answer.clientPriceMinor),
  };
}

function planTerms(input: MediaPlanCase): PlanTerms {
  return {
    commission: { ppm: percentToPpm(input.commission.pct), basis: input.commission.basis },
    clientDiscountPpm: percentToPpm(input.clientDiscountPct),
    vatPpm: percentToPpm(input.vatPct),
  };
}

function exact(text: string): Fraction {
  const value = parseFraction(text);
  if (value === null) throw new AppError('media-plan-number-wrong', { text });
  return value;
}

/** "12.5" per cent → 125000; the schema has refused what does not come out whole. */
function percentToPpm(text: string): number {
  return roundToMinor(multiplyFractions(exact(text), fraction(10_000)));
}
