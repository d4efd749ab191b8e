import { z } from 'zod';
import type {
  MediaPlanLinePatch,
  MediaPlanLineRow,
} from '../../../db/repositories/media-plans.repo';
import { AppError } from '../../../shared/contract/app-error';
import { spreadSchema } from '../../../shared/contract/media-plan-shapes';
import type { PlanLineInput, PlanSpread } from '../../../shared/contract/media-plans.contract';
import type { Period } from '../../../shared/domain/dates';
import type { Fraction } from '../../../shared/domain/fraction';
import type { PlanTerms } from '../../../shared/domain/media-plan';
import { lineDecimal, sheetLineOfInput } from '../../../shared/domain/media-plan-line-input';
import { type SheetLine, sheetNetMinor } from '../../../shared/domain/media-plan-sheet';
import { spreadNet } from '../../../shared/domain/media-plan-spread';

type HandPart = Extract<PlanSpread, { kind: 'hand' }>['parts'][number];

const ppmList = z.array(z.number().int());

/** Surcharges or discounts as the file keeps them. */
function ratesOf(json: string): number[] {
  return json === '[]' ? [] : ppmList.parse(JSON.parse(json));
}

/** A spread as the file keeps it: its kind in one column, its weights in another. */
function spreadOf(
  row: Pick<MediaPlanLineRow, 'spreadKind' | 'spreadWeights' | 'seasonName' | 'seasonWeights'>,
): PlanSpread {
  switch (row.spreadKind) {
    case 'even':
      if (row.seasonWeights === '[]') return { kind: 'even' };
      return spreadSchema.parse({
        kind: 'season',
        name: row.seasonName,
        weights: JSON.parse(row.seasonWeights) as unknown,
      });
    case 'weekday':
      return spreadSchema.parse({
        kind: 'weekday',
        weights: JSON.parse(row.spreadWeights) as unknown,
      });
    default:
      return handSpread(JSON.parse(row.spreadWeights));
  }
}

const PART = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d) (\d+(?:\.\d+)?)$/;

/**
 * A spread by hand as the file keeps it: a text for each part, or in files of earlier releases an object. Texts are
 * not given to the schema, which they were written by: a large plan has a hundred thousand of them.
 */
function handSpread(stored: unknown): PlanSpread {
  const parts = Array.isArray(stored) ? stored.map(readPart) : [null];
  if (parts.every((part) => part !== null)) return { kind: 'hand', parts };
  return spreadSchema.parse({ kind: 'hand', parts: stored });
}

function readPart(stored: unknown): HandPart | null {
  const [, from, to, weight] = (typeof stored === 'string' ? PART.exec(stored) : null) ?? [];
  return from === undefined || to === undefined || weight === undefined
    ? null
    : { from, to, weight };
}

/** A stored line as it is reckoned with; rates are those of its last day, VAT null where it is the plan's. */
export function sheetLineOf(
  row: MediaPlanLineRow,
  rates: { levyPpm: number | null; vatPpm: number | null },
): SheetLine {
  const { vatPpm } = rates;
  const levyPpm = row.levyPayer === 'none' ? null : rates.levyPpm;
  const known = sheetLines.get(row);
  if (known?.vatPpm === vatPpm && known.levyPpm === levyPpm) return known;
  const line = { ...sheetLineOfInput(lineInputOf(row), vatPpm), levyPpm };
  sheetLines.set(row, line);
  return line;
}

/** What was read of rows, as long as they are kept: see listKnownLines. */
const sheetLines = new WeakMap<MediaPlanLineRow, SheetLine>();
const lineInputs = new WeakMap<MediaPlanLineRow, PlanLineInput>();

/** Weight of a line when a budget is divided. Exact. */
export function weightOf(row: Pick<MediaPlanLineRow, 'weight'>): Fraction {
  return lineDecimal(row.weight);
}

/** A stored line as the contract has it. */
export function lineInputOf(row: MediaPlanLineRow): PlanLineInput {
  const known = lineInputs.get(row);
  if (known !== undefined) return known;
  const input = readLine(row);
  lineInputs.set(row, input);
  return input;
}

function readLine(row: MediaPlanLineRow): PlanLineInput {
  return {
    groupName: row.groupName,
    channel: row.channel,
    placement: row.placement,
    format: row.format,
    geo: row.geo,
    audience: row.audience,
    model: row.model,
    unit: row.unit,
    volume: row.volume,
    price: row.price,
    priceBasis: row.priceBasis,
    surchargesPpm: ratesOf(row.surcharges),
    discountsPpm: ratesOf(row.discounts),
    commission:
      row.commissionPpm === null || row.commissionBasis === null
        ? null
        : { ppm: row.commissionPpm, basis: row.commissionBasis },
    rebatePpm: row.rebatePpm,
    from: row.fromOn,
    to: row.toOn,
    spread: spreadOf(row),
    locked: row.locked === 'yes',
    weight: row.weight,
    minMinor: row.minMinor,
    erid: row.erid,
    levyPayer: row.levyPayer,
    impressions: row.impressions,
    reach: row.reach,
    clicks: row.clicks,
    leads: row.leads,
    orders: row.orders,
    revenueMinor: row.revenueMinor,
    note: row.note,
    currency: row.currency,
    rate: row.rate,
    rateOn: row.rateOn,
    vatMode: row.vatMode,
    vatPpm: row.vatPpm,
  };
}

/** What the contract's fields are in the file; fields that are left out stay out. */
export function columnsOfInput(input: LinePatch): MediaPlanLinePatch {
  const { surchargesPpm, discountsPpm, commission, from, to, spread, locked, ...same } = input;
  return {
    ...same,
    ...(surchargesPpm === undefined ? {} : { surcharges: JSON.stringify(surchargesPpm) }),
    ...(discountsPpm === undefined ? {} : { discounts: JSON.stringify(discountsPpm) }),
    ...(commission === undefined
      ? {}
      : { commissionPpm: commission?.ppm ?? null, commissionBasis: commission?.basis ?? null }),
    ...(from === undefined ? {} : { fromOn: from }),
    ...(to === undefined ? {} : { toOn: to }),
    ...(locked === undefined ? {} : { locked: locked ? 'yes' : 'no' }),
    ...(spread === undefined
      ? {}
      : {
          spreadKind: spread.kind === 'season' ? 'even' : spread.kind,
          spreadWeights: weightsText(spread),
          seasonName: spread.kind === 'season' ? spread.name : '',
          seasonWeights: spread.kind === 'season' ? JSON.stringify(spread.weights) : '[]',
        }),
  };
}

function weightsText(spread: PlanSpread): string {
  switch (spread.kind) {
    case 'even':
    case 'season':
      return '[]';
    case 'weekday':
      return JSON.stringify(spread.weights);
    default:
      // Kept short: a paste over the weeks of a plan writes it three times a line, the journal's two among them.
      return JSON.stringify(spread.parts.map(({ from, to, weight }) => `${from}/${to} ${weight}`));
  }
}

/** What a line is checked against before it is written. */
export type LineGround = {
  terms: PlanTerms;
  currency: string;
  columns: readonly Period[];
  /** The line's own VAT; null: the plan's. */
  vatOf: (line: Pick<PlanLineInput, 'vatMode' | 'vatPpm' | 'to'>) => number | null;
  /** Day that a rate typed by hand is of. */
  today: string;
  /** Decimal rate of a currency to the plan's in force on a day; null where none was entered. */
  rateOn: (currency: string, on: string) => string | null;
};

/**
 * Refuses a line that the plan could not be reckoned with: `media-plan-flight-reversed`,
 * `media-plan-flight-uncovered`, `media-plan-spread-empty`, `media-plan-weight-not-positive`,
 * `commission-inside-too-high`, `money-out-of-range`. Answers its net.
 */
export function assertLine(line: PlanLineInput, ground: LineGround): number {
  const { from, to } = line;
  if (to < from) throw new AppError('media-plan-flight-reversed', { from, to });
  if (lineDecimal(line.weight).n <= 0n) throw new AppError('media-plan-weight-not-positive');
  const commission = line.commission ?? ground.terms.commission;
  if (commission.basis === 'inside' && commission.ppm >= 1_000_000) {
    throw new AppError('commission-inside-too-high', { ppm: commission.ppm });
  }
  if (line.spread.kind === 'hand') {
    const reversed = line.spread.parts.find((part) => part.to < part.from);
    if (reversed !== undefined) {
      throw new AppError('media-plan-flight-reversed', { from: reversed.from, to: reversed.to });
    }
  }
  const sheet = sheetLineOfInput(line, ground.vatOf(line));
  const netMinor = sheetNetMinor(sheet, ground.terms, ground.currency);
  spreadNet(netMinor, sheet.flight, ground.columns, sheet.spread);
  return netMinor;
}

/** Fields of a line; what is undefined counts as left out. */
export type LinePatch = { [K in keyof PlanLineInput]?: PlanLineInput[K] | undefined };

/** A new line with what was given and plain values for the rest. */
export function newLine(given: LinePatch, period: Period): PlanLineInput {
  const plain: PlanLineInput = {
    groupName: '',
    channel: '',
    placement: '',
    format: '',
    geo: '',
    audience: '',
    model: 'fixed',
    unit: '',
    volume: '0',
    price: '0',
    priceBasis: 'net',
    surchargesPpm: [],
    discountsPpm: [],
    commission: null,
    rebatePpm: 0,
    from: period.from,
    to: period.to,
    spread: { kind: 'even' },
    locked: false,
    weight: '1',
    minMinor: 0,
    erid: '',
    levyPayer: 'none',
    impressions: null,
    reach: null,
    clicks: null,
    leads: null,
    orders: null,
    revenueMinor: null,
    note: '',
    currency: null,
    rate: null,
    rateOn: null,
    vatMode: 'plan',
    vatPpm: null,
  };
  return patched(plain, given);
}

/** A line with some of its fields changed. */
export function patched(line: PlanLineInput, patch: LinePatch): PlanLineInput {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...line, ...Object.fromEntries(given) };
}
