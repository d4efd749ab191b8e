import { z } from 'zod';
import { AppError } from '../../../shared/contract/app-error';
import { planLineSchema } from '../../../shared/contract/media-plan-shapes';
import type {
  CellField,
  CellValue,
  PlanLineInput,
  PlanSpread,
} from '../../../shared/contract/media-plans.contract';
import { minorSchema } from '../../../shared/contract/primitives';
import { allocateByLargestRemainder } from '../../../shared/domain/allocation';
import { overlapOf } from '../../../shared/domain/dates';
import { formatFraction, fraction, multiplyFractions } from '../../../shared/domain/fraction';
import {
  addPlanAmounts,
  netOfAmount,
  type PlanAmount,
  type PlanBasis,
  perUnitOfNet,
  planAmount,
} from '../../../shared/domain/media-plan-basis';
import { promisedBy, promisedPerUnit, solveLine } from '../../../shared/domain/media-plan-line';
import { sheetLineOfInput } from '../../../shared/domain/media-plan-line-input';
import { lineBasisTerms, pricedLine, sheetNetMinor } from '../../../shared/domain/media-plan-sheet';
import { spreadNet } from '../../../shared/domain/media-plan-spread';
import { roundToMinor } from '../../../shared/domain/money';
import { assertLine, type LineGround } from './plan-line';

export type RowCells = {
  cells: Partial<Record<CellField, CellValue>>;
  /** Amounts typed into columns, by the column's place. */
  columns?: Record<string, number> | undefined;
  spread?: PlanSpread | undefined;
  solve?: 'volume' | 'price' | undefined;
  /** What the typed amounts include; left out: the net. */
  basis?: PlanBasis | undefined;
};

/** A cell that was not written, and why. */
export type RefusedCell = { field: string; error: AppError };

type Solve = 'volume' | 'price' | null;
type Step = { fields: string[]; apply: (line: PlanLineInput) => PlanLineInput };

/** Written in this order, so that what is reckoned from others sees them. */
const LAST: readonly CellField[] = ['impressions', 'clicks', 'leads', 'orders', 'netMinor'];

/**
 * Applies the cells of a row. What cannot be read or would leave a line that cannot be reckoned is left
 * as it was and named; the rest is kept.
 */
export function applyCells(
  line: PlanLineInput,
  row: RowCells,
  ground: LineGround,
): { line: PlanLineInput; refused: RefusedCell[] } {
  const steps = stepsOf(row, ground);
  const readable = keepGood(line, steps, () => undefined);
  try {
    assertLine(readable.line, ground);
    return readable;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  // Something among what could be read does not go together: only then is every cell tried by itself.
  return keepGood(line, steps, (next) => assertLine(next, ground));
}

function keepGood(
  line: PlanLineInput,
  steps: readonly Step[],
  check: (next: PlanLineInput) => unknown,
): { line: PlanLineInput; refused: RefusedCell[] } {
  const refused: RefusedCell[] = [];
  let kept = line;
  for (const step of steps) {
    try {
      const next = step.apply(kept);
      check(next);
      kept = next;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      for (const field of step.fields) refused.push({ field, error });
    }
  }
  return { line: kept, refused };
}

function stepsOf(row: RowCells, ground: LineGround): Step[] {
  const { spread } = row;
  const given = Object.keys(row.cells) as CellField[];
  const plain = given.filter((field) => !LAST.includes(field) && !isDate(field));
  const dates = given.filter(isDate);
  const late = LAST.filter((field) => given.includes(field));
  const step = (field: CellField): Step => ({
    fields: [field],
    apply: (line) => writeCell(line, field, row, ground),
  });
  return [
    ...plain.map(step),
    // A flight moves with both its ends: in between it may be no flight.
    ...(dates.length === 0
      ? []
      : [{ fields: dates, apply: (line: PlanLineInput) => writeDates(line, row.cells) }]),
    ...(spread === undefined
      ? []
      : [{ fields: ['spread'], apply: (line: PlanLineInput) => ({ ...line, spread }) }]),
    ...late.map(step),
    ...(row.columns === undefined ? [] : [columnsStep(row.columns, row, ground)]),
  ];
}

const isDate = (field: CellField): boolean => field === 'from' || field === 'to';

function read<T>(schema: z.ZodType<T>, value: unknown, field: string): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const text = value === null ? '' : String(value);
    throw new AppError('media-plan-cell-wrong', { field, text });
  }
  return parsed.data;
}

function writeDates(
  line: PlanLineInput,
  cells: Partial<Record<CellField, CellValue>>,
): PlanLineInput {
  const { from, to } = planLineSchema.shape;
  return {
    ...line,
    ...(cells.from === undefined ? {} : { from: read(from, cells.from, 'from') }),
    ...(cells.to === undefined ? {} : { to: read(to, cells.to, 'to') }),
  };
}

function writeCell(
  line: PlanLineInput,
  field: CellField,
  row: RowCells,
  ground: LineGround,
): PlanLineInput {
  const value = row.cells[field] ?? null;
  switch (field) {
    case 'netMinor': {
      const typed = planAmount(row.basis ?? 'net', read(minorSchema.min(0), value, field));
      return withAmount(line, typed, row.solve ?? null, ground);
    }
    case 'currency':
      return withCurrency(line, currencyOf(value), ground);
    case 'rate':
    case 'rateOn':
      return withRate(line, field, value, ground);
    case 'vatMode': {
      const vatMode = read(planLineSchema.shape.vatMode, value, field);
      const vatPpm = vatMode === 'stated' ? (line.vatPpm ?? ground.terms.vatPpm) : null;
      return { ...line, vatMode, vatPpm };
    }
    case 'vatPpm': {
      const vatPpm = read(planLineSchema.shape.vatPpm, value, field);
      return { ...line, vatPpm, vatMode: vatPpm === null ? 'plan' : 'stated' };
    }
    case 'commissionPpm': {
      if (value === null) return { ...line, commission: null };
      const ppm = read(planLineSchema.shape.rebatePpm, value, field);
      const basis = line.commission?.basis ?? ground.terms.commission.basis;
      return { ...line, commission: { ppm, basis } };
    }
    case 'commissionBasis': {
      const ppm = line.commission?.ppm ?? ground.terms.commission.ppm;
      return { ...line, commission: { ppm, basis: read(BASIS, value, field) } };
    }
    case 'impressions':
    case 'clicks':
    case 'leads':
    case 'orders': {
      const count = read(planLineSchema.shape[field], value, field);
      // What the model itself promises is its volume.
      if (promisedBy(line.model) !== field || count === null) return { ...line, [field]: count };
      const perUnit = promisedPerUnit(line.model);
      return { ...line, volume: trimmed(formatFraction(fraction(count, perUnit), 3)) };
    }
    default:
      return { ...line, [field]: read<unknown>(planLineSchema.shape[field], value, field) };
  }
}

const BASIS = z.enum(['on-top', 'inside']);

function trimmed(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** A code in whatever case; nothing is the plan's own. */
function currencyOf(value: CellValue): string | null {
  const code = typeof value === 'string' ? value.trim().toUpperCase() : value;
  return read(planLineSchema.shape.currency, code === '' ? null : code, 'currency');
}

/** A line priced in a currency takes the rate in force; in the plan's own it needs none. */
function withCurrency(
  line: PlanLineInput,
  currency: string | null,
  ground: LineGround,
): PlanLineInput {
  if (currency === line.currency) return line;
  if (currency === null || currency === ground.currency) {
    return { ...line, currency: null, rate: null, rateOn: null };
  }
  const rate = ground.rateOn(currency, ground.today);
  return { ...line, currency, rate, rateOn: rate === null ? null : ground.today };
}

/** A rate typed by hand is of the day stated or of today; another day takes the rate of that day where one is known. */
function withRate(
  line: PlanLineInput,
  field: 'rate' | 'rateOn',
  value: CellValue,
  ground: LineGround,
): PlanLineInput {
  if (value === null) return { ...line, rate: null, rateOn: null };
  if (line.currency === null) throw new AppError('media-plan-line-own-currency');
  if (field === 'rate') {
    const rate = read(planLineSchema.shape.rate, value, field);
    if (rate === null || Number(rate) === 0) {
      throw new AppError('media-plan-cell-wrong', { field, text: String(value) });
    }
    return { ...line, rate, rateOn: line.rateOn ?? ground.today };
  }
  const rateOn = read(planLineSchema.shape.rateOn, value, field);
  const rate = rateOn === null ? null : (ground.rateOn(line.currency, rateOn) ?? line.rate);
  if (rate === null) {
    throw new AppError('media-plan-rate-unknown', { currency: line.currency, on: rateOn ?? '' });
  }
  return { ...line, rate, rateOn };
}

/** The line at a net, brought about by its volume or its price. */
export function withNet(
  line: PlanLineInput,
  netMinor: number,
  direction: 'volume' | 'price' | null,
  ground: LineGround,
): PlanLineInput {
  const { terms, currency } = ground;
  const sheet = sheetLineOfInput(line, ground.vatOf(line));
  const priced = pricedLine(sheet, terms);
  // What costs nothing costs nothing, whatever its price is.
  if (netMinor === sheetNetMinor(sheet, terms, currency)) return line;
  return { ...line, ...solveLine(netMinor, priced, currency, direction) };
}

/** The line at an amount of any basis; totals being rounded, it may show a unit more or less: see settleNets. */
function withAmount(
  line: PlanLineInput,
  amount: PlanAmount<PlanBasis>,
  direction: 'volume' | 'price' | null,
  ground: LineGround,
): PlanLineInput {
  return withNet(line, netOfAmount(amount, basisTermsOf(line, ground)).minor, direction, ground);
}

function basisTermsOf(line: PlanLineInput, ground: LineGround) {
  return lineBasisTerms(sheetLineOfInput(line, ground.vatOf(line)), ground.terms);
}

/** The amount that a row's cells state in another basis than the net, where they were not refused; else null. */
export function wantedAmount(
  before: PlanLineInput,
  row: RowCells,
  refused: readonly RefusedCell[],
  ground: LineGround,
): PlanAmount<PlanBasis> | null {
  const { basis = 'net' } = row;
  const isRefused = (field: string) => refused.some((cell) => cell.field === field);
  if (basis === 'net') return null;
  if (row.columns !== undefined) {
    if (Object.keys(row.columns).some((place) => isRefused(`column:${place}`))) return null;
    const [first = planAmount(basis, 0), ...rest] = columnAmounts(
      before,
      row.columns,
      basis,
      ground,
    );
    return addPlanAmounts(first, ...rest);
  }
  const typed = row.cells.netMinor;
  return typeof typed !== 'number' || isRefused('netMinor') ? null : planAmount(basis, typed);
}

/** What the columns hold in a basis with some of them typed over. */
function columnAmounts<B extends PlanBasis>(
  line: PlanLineInput,
  typed: Record<string, number>,
  basis: B,
  ground: LineGround,
): PlanAmount<B>[] {
  const sheet = sheetLineOfInput(line, ground.vatOf(line));
  const netMinor = sheetNetMinor(sheet, ground.terms, ground.currency);
  const parts = spreadNet(netMinor, sheet.flight, ground.columns, sheet.spread);
  const perUnit = perUnitOfNet(basis, lineBasisTerms(sheet, ground.terms));
  const whole = roundToMinor(multiplyFractions(fraction(netMinor), perUnit));
  const before =
    basis === 'net' || netMinor === 0 ? parts : allocateByLargestRemainder(whole, parts);
  return before.map((amount, place) => planAmount(basis, typed[String(place)] ?? amount));
}

/** Amounts typed into columns make a spread by hand; the net becomes their sum. */
function columnsStep(
  typed: Record<string, number>,
  { basis = 'net', solve = null }: { basis?: PlanBasis | undefined; solve?: Solve | undefined },
  ground: LineGround,
): Step {
  return {
    fields: Object.keys(typed).map((place) => `column:${place}`),
    apply: (line) => {
      const amounts = columnAmounts(line, typed, basis, ground);
      const parts = ground.columns.flatMap((column, i) => {
        const amount = amounts[i]?.minor ?? 0;
        if (amount === 0) return [];
        const days = overlapOf(column, line);
        if (days === null) {
          throw new AppError('media-plan-column-outside-flight', { from: line.from, to: line.to });
        }
        return [{ ...days, weight: String(amount) }];
      });
      const spread = { kind: 'hand' as const, parts };
      if (parts.length === 0) return withNet(line, 0, solve, ground);
      const [first = planAmount(basis, 0), ...rest] = amounts;
      return withAmount({ ...line, spread }, addPlanAmounts(first, ...rest), solve, ground);
    },
  };
}
