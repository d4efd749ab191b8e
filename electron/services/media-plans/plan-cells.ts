import { z } from 'zod';
import { AppError } from '../../../shared/contract/app-error';
import { planLineSchema } from '../../../shared/contract/media-plan-shapes';
import type {
  CellField,
  CellValue,
  PlanLineInput,
} from '../../../shared/contract/media-plans.contract';
import { minorSchema } from '../../../shared/contract/primitives';
import { overlapOf } from '../../../shared/domain/dates';
import { formatFraction, fraction } from '../../../shared/domain/fraction';
import { promisedBy, promisedPerUnit, solveLine } from '../../../shared/domain/media-plan-line';
import { sheetLineOfInput } from '../../../shared/domain/media-plan-line-input';
import { lineBasisTerms, sheetNetMinor } from '../../../shared/domain/media-plan-sheet';
import { spreadNet } from '../../../shared/domain/media-plan-spread';
import { addMinor } from '../../../shared/domain/money';
import { assertLine, type LineGround } from './plan-line';

export type RowCells = {
  cells: Partial<Record<CellField, CellValue>>;
  /** Amounts typed into columns, by the column's place. */
  columns?: Record<string, number> | undefined;
  solve?: 'volume' | 'price' | undefined;
};

/** A cell that was not written, and why. */
export type RefusedCell = { field: string; error: AppError };

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
  const given = Object.keys(row.cells) as CellField[];
  const plain = given.filter((field) => !LAST.includes(field) && !isDate(field));
  const dates = given.filter(isDate);
  const late = LAST.filter((field) => given.includes(field));
  const step = (field: CellField): Step => ({
    fields: [field],
    apply: (line) => writeCell(line, field, row.cells[field] ?? null, row.solve ?? null, ground),
  });
  return [
    ...plain.map(step),
    // A flight moves with both its ends: in between it may be no flight.
    ...(dates.length === 0
      ? []
      : [{ fields: dates, apply: (line: PlanLineInput) => writeDates(line, row.cells) }]),
    ...late.map(step),
    ...(row.columns === undefined ? [] : [columnsStep(row.columns, row.solve ?? null, ground)]),
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
  value: CellValue,
  direction: 'volume' | 'price' | null,
  ground: LineGround,
): PlanLineInput {
  switch (field) {
    case 'netMinor':
      return withNet(line, read(minorSchema.min(0), value, field), direction, ground);
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

/** The line at a net, brought about by its volume or its price. */
export function withNet(
  line: PlanLineInput,
  netMinor: number,
  direction: 'volume' | 'price' | null,
  { terms, currency }: LineGround,
): PlanLineInput {
  const sheet = sheetLineOfInput(line);
  // What costs nothing costs nothing, whatever its price is.
  if (netMinor === sheetNetMinor(sheet, terms, currency)) return line;
  return {
    ...line,
    ...solveLine(
      netMinor,
      { ...sheet, model: line.model, terms: lineBasisTerms(sheet, terms) },
      currency,
      direction,
    ),
  };
}

/** Amounts typed into columns make a spread by hand; the net becomes their sum. */
function columnsStep(
  typed: Record<string, number>,
  direction: 'volume' | 'price' | null,
  ground: LineGround,
): Step {
  return {
    fields: Object.keys(typed).map((place) => `column:${place}`),
    apply: (line) => {
      const sheet = sheetLineOfInput(line);
      const netMinor = sheetNetMinor(sheet, ground.terms, ground.currency);
      const before = spreadNet(netMinor, sheet.flight, ground.columns, sheet.spread);
      const amounts = before.map((amount, i) => typed[String(i)] ?? amount);
      const parts = ground.columns.flatMap((column, i) => {
        const amount = amounts[i] ?? 0;
        if (amount === 0) return [];
        const days = overlapOf(column, line);
        if (days === null) {
          throw new AppError('media-plan-column-outside-flight', { from: line.from, to: line.to });
        }
        return [{ ...days, weight: String(amount) }];
      });
      const spread = { kind: 'hand' as const, parts };
      if (parts.length === 0) return withNet(line, 0, direction, ground);
      return withNet({ ...line, spread }, addMinor(...amounts), direction, ground);
    },
  };
}
