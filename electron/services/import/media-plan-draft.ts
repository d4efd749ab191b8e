import { basename, extname } from 'node:path';
import type { ReadDb } from '../../../db/read-db';
import { listCommissionTerms } from '../../../db/repositories/clients.repo';
import { AppError } from '../../../shared/contract/app-error';
import type { PlanLineInput } from '../../../shared/contract/media-plans.contract';
import type { CommissionTerms } from '../../../shared/domain/commission';
import { rowOn } from '../../../shared/domain/dated-rates';
import { overlapOf, type Period } from '../../../shared/domain/dates';
import { columnsOfPeriod } from '../../../shared/domain/media-plan-columns';
import { extentOf } from '../../../shared/domain/media-plan-import/extent';
import type {
  PlanImportLine,
  PlanProblem,
  PlanReading,
  PlanRowLeft,
} from '../../../shared/domain/media-plan-import/types';
import type { PriceBasis } from '../../../shared/domain/media-plan-line';
import { assertLine, type LineGround, newLine } from '../media-plans/plan-line';
import { PlanRates } from '../media-plans/plan-model';

/** A line of the sheet, as the plan will have it, and its net. */
type DraftLine = {
  readonly source: PlanImportLine;
  readonly input: PlanLineInput;
  readonly netMinor: number;
};

/** The plan that would be written. */
export type DraftPlan = {
  readonly name: string;
  readonly currency: string;
  /** Null where no line has days. */
  readonly period: Period | null;
  readonly columnUnit: 'month' | 'week' | 'day' | 'stated';
  readonly columns: readonly Period[];
  readonly commission: CommissionTerms;
  readonly vat: { readonly mode: 'by-date' | 'stated' | 'none'; readonly ppm: number | null };
  /** The money includes a commission of which nobody knows the rate. */
  readonly isCommissionMissing: boolean;
  readonly lines: readonly DraftLine[];
  readonly refused: readonly PlanRowLeft[];
  readonly passed: readonly PlanRowLeft[];
};

/** Makes a plan of what was read: its terms from the file, else from what is agreed with the client. */
export function draftOf(
  read: ReadDb,
  client: { readonly id: string; readonly currency: string },
  reading: PlanReading,
  fileName: string,
): DraftPlan {
  const period = extentOf([
    ...reading.lines.map(({ flight }) => flight),
    ...(reading.period === null ? [] : [reading.period]),
  ]);
  const frame = period === null ? null : frameOf(period, reading);
  const agreed = rowOn(listCommissionTerms(read, client.id), period?.from ?? '9999-12-31');
  const stated = onlyOf(reading.lines.map(({ commissionPpm }) => commissionPpm));
  const commission = {
    ppm: stated ?? agreed?.ratePpm ?? 0,
    basis: agreed?.basis ?? ('on-top' as const),
  };
  const vat = vatOf(read, reading, period);
  const currency = reading.currency ?? client.currency;
  const ground: LineGround = {
    terms: { commission, clientDiscountPpm: 0, vatPpm: vat.rate ?? 0 },
    currency,
    columns: frame?.columns ?? [],
    vatOf: () => null,
    today: '',
    rateOn: () => null,
  };
  const lines: DraftLine[] = [];
  const refused = reading.left.filter(({ state }) => state === 'refused');
  for (const source of reading.lines) {
    const made = lineOf(source, basisOf(reading), ground, stated === null);
    if ('problem' in made) refused.push(made);
    else lines.push(made);
  }
  return {
    name: nameOf(reading, fileName),
    currency,
    period,
    columnUnit: frame?.unit ?? 'week',
    columns: frame?.columns ?? [],
    commission,
    vat: vat.terms,
    isCommissionMissing:
      reading.commission === 'included' &&
      commission.ppm === 0 &&
      reading.lines.some(({ commissionPpm }) => commissionPpm === null),
    lines,
    refused: refused.sort((a, b) => a.line - b.line),
    passed: reading.left.filter(({ state }) => state === 'not-booked'),
  };
}

function onlyOf(values: readonly (number | null)[]): number | null {
  const [only, another] = new Set(values);
  return only != null && another === undefined ? only : null;
}

function nameOf({ title, sheet }: PlanReading, fileName: string): string {
  const file = basename(fileName, extname(fileName)).trim();
  return title || file || sheet;
}

function basisOf({ vat, commission }: PlanReading): PriceBasis {
  if (commission === 'included')
    return vat === 'included' ? 'with-commission-and-vat' : 'with-commission';
  return vat === 'included' ? 'with-vat' : 'net';
}

/** The rate on the plan's last day, unless the file names another one. */
function vatOf(read: ReadDb, { vatPpm }: PlanReading, period: Period | null) {
  const byDate = new PlanRates(read).ratePpm('vat', period?.to ?? '9999-12-31');
  if (vatPpm !== null && vatPpm !== byDate) {
    return { rate: vatPpm, terms: { mode: 'stated' as const, ppm: vatPpm } };
  }
  const mode = byDate === null ? ('none' as const) : ('by-date' as const);
  return { rate: byDate, terms: { mode, ppm: null } };
}

/** The columns of the sheet where they are months, weeks or days of the plan; its own otherwise. */
function frameOf(
  period: Period,
  { columns, lines }: PlanReading,
): { readonly unit: DraftPlan['columnUnit']; readonly columns: readonly Period[] } {
  const own = columns
    .flatMap(({ days }) => (days === null ? [] : [overlapOf(days, period)]))
    .filter((days) => days !== null);
  const isSame = (unit: 'month' | 'week' | 'day') => {
    const made = columnsOfPeriod(period, unit);
    return (
      made.length === own.length &&
      made.every((days, i) => days.from === own[i]?.from && days.to === own[i]?.to)
    );
  };
  const unit =
    (['month', 'week'] as const).find(isSame) ?? (own.length > 14 && isSame('day') ? 'day' : null);
  if (unit !== null) return { unit, columns: columnsOfPeriod(period, unit) };
  const isCovering = extentOf(own);
  const isWhole =
    isCovering !== null &&
    own.every((days, i) => i === 0 || days.from > (own[i - 1]?.to ?? '')) &&
    lines.every(({ flight }) => daysIn(own, flight) === daysIn([flight], flight));
  if (isWhole) return { unit: 'stated', columns: own };
  const plain = daysIn([period], period) > 100 ? 'month' : 'week';
  return { unit: plain, columns: columnsOfPeriod(period, plain) };
}

function daysIn(periods: readonly Period[], flight: Period): number {
  const day = 86_400_000;
  return periods.reduce((sum, days) => {
    const shared = overlapOf(days, flight);
    return shared === null
      ? sum
      : sum + (Date.parse(shared.to) - Date.parse(shared.from)) / day + 1;
  }, 0);
}

function lineOf(
  source: PlanImportLine,
  priceBasis: PriceBasis,
  ground: LineGround,
  hasOwnCommission: boolean,
): DraftLine | PlanRowLeft {
  const { row, amountMinor: _amount, commissionPpm, flight, parts, ...fields } = source;
  const own = hasOwnCommission && commissionPpm !== null;
  const input = newLine(
    {
      ...fields,
      surchargesPpm: [...fields.surchargesPpm],
      discountsPpm: [...fields.discountsPpm],
      priceBasis,
      from: flight.from,
      to: flight.to,
      commission: own ? { ppm: commissionPpm, basis: ground.terms.commission.basis } : null,
      spread:
        parts.length === 0
          ? { kind: 'even' }
          : { kind: 'hand', parts: parts.map((part) => ({ ...part })) },
    },
    flight,
  );
  try {
    return { source, input, netMinor: assertLine(input, ground) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const code = error.code === 'money-out-of-range' ? 'amount-out-of-range' : 'line-unsolvable';
    const problem: PlanProblem = { line: row, field: '', code, params: {} };
    return { line: row, state: 'refused', label: source.placement, problem };
  }
}
