import {
  type BillingRow,
  type CommissionRow,
  type DirectCostRow,
  type FigureClientRow,
  type FixedFeeRow,
  type MediaRow,
  type ProductionRow,
  type ProgressRow,
  type RetainerTermRow,
  type RetainerUseRow,
  readBillings,
  readCommissionTerms,
  readDirectCosts,
  readFigureClients,
  readFixedFeeProjects,
  readMedia,
  readProduction,
  readProgress,
  readRetainerTerms,
  readRetainerUse,
  readTimeSlots,
  type Span,
  type TimeSlotRow,
} from '../../../db/queries/period-inputs.query';
import type { ReadDb } from '../../../db/read-db';
import { rowOn } from '../../../shared/domain/dated-rates';
import {
  addMonths,
  daysInclusive,
  monthOf,
  monthPeriod,
  monthsOf,
  overlapOf,
  type Period,
} from '../../../shared/domain/dates';
import type {
  ProfitabilityInput,
  ProjectInput,
  RetainerInput,
  TimeInput,
} from '../../../shared/domain/profitability-input';
import { recognisedToDate } from '../../../shared/domain/project-control';
import { prorateRetainer } from '../../../shared/domain/retainer';
import type { RateBook } from './rate-book';

const END_OF_TIME = '9999-12-31';

/** Everything of one client that the figures of a span may need. */
export type ClientBook = {
  readonly client: FigureClientRow;
  readonly time: ReadonlyMap<string, readonly TimeSlotRow[]>;
  readonly terms: readonly RetainerTermRow[];
  readonly retainerUse: readonly RetainerUseRow[];
  readonly projects: readonly FixedFeeRow[];
  readonly progress: ReadonlyMap<string, readonly ProgressRow[]>;
  readonly billings: ReadonlyMap<string, readonly BillingRow[]>;
  readonly media: readonly MediaRow[];
  readonly commissions: readonly CommissionRow[];
  readonly production: readonly ProductionRow[];
  readonly directCosts: readonly DirectCostRow[];
};

function group<R>(rows: readonly R[], keyOf: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const rowsOfKey = groups.get(key);
    if (rowsOfKey === undefined) groups.set(key, [row]);
    else rowsOfKey.push(row);
  }
  return groups;
}

/** Reads the books of one client, or of all, for a span of inclusive dates. */
export function gatherBooks(read: ReadDb, rates: RateBook, span: Span): Map<string, ClientBook> {
  const clientId = (row: { clientId: string }): string => row.clientId;
  const projectId = (row: { projectId: string }): string => row.projectId;
  const time = group(readTimeSlots(read, span, rates.splitMonths), clientId);
  const terms = group(readRetainerTerms(read, span), clientId);
  const rollsOver = [...terms.values()].some((rows) =>
    rows.some((term) => term.rollover === 'previous-month'),
  );
  const before = monthPeriod(addMonths(monthOf(span.from), -1)).from;
  const use = group(rollsOver ? readRetainerUse(read, { ...span, from: before }) : [], clientId);
  const projects = group(readFixedFeeProjects(read, span), clientId);
  const progress = group(readProgress(read, span), projectId);
  const billings = group(readBillings(read, span), projectId);
  const media = group(readMedia(read, span), clientId);
  const commissions = group(readCommissionTerms(read, span), clientId);
  const production = group(readProduction(read, span), clientId);
  const directCosts = group(readDirectCosts(read, span), clientId);
  return new Map(
    readFigureClients(read, span.clientId).map((client): [string, ClientBook] => [
      client.id,
      {
        client,
        time: group(time.get(client.id) ?? [], (row) => row.slot.slice(0, 7)),
        terms: terms.get(client.id) ?? [],
        retainerUse: use.get(client.id) ?? [],
        projects: projects.get(client.id) ?? [],
        progress,
        billings,
        media: media.get(client.id) ?? [],
        commissions: commissions.get(client.id) ?? [],
        production: production.get(client.id) ?? [],
        directCosts: directCosts.get(client.id) ?? [],
      },
    ]),
  );
}

function within(day: string, period: Period): boolean {
  return day >= period.from && day <= period.to;
}

function runningOf(term: RetainerTermRow): Period {
  const to = [term.validTo ?? END_OF_TIME, term.projectEndsOn ?? END_OF_TIME].sort()[0];
  return { from: term.validFrom, to: to ?? END_OF_TIME };
}

/** Hours of a retainer left unused in a month, those that moved into it not counted again. */
function unusedSeconds(book: ClientBook, projectId: string, month: string): number {
  const whole = monthPeriod(month);
  const included = book.terms
    .filter((term) => term.projectId === projectId && term.cycle === 'month')
    .filter((term) => overlapOf(runningOf(term), whole) !== null)
    .reduce((sum, term) => sum + prorateRetainer(term, month, runningOf(term)).includedSeconds, 0);
  const used = book.retainerUse
    .filter((row) => row.month === month && row.projectId === projectId)
    .reduce((sum, row) => sum + row.seconds, 0);
  return Math.max(0, included - used);
}

function rolledOver(book: ClientBook, term: RetainerTermRow, month: string): number {
  if (term.rollover === 'none') return 0;
  if (term.rollover === 'stated') return term.rolloverSeconds;
  const unused = unusedSeconds(book, term.projectId, addMonths(month, -1));
  return Math.min(unused, term.rolloverSeconds);
}

/** A retainer's part of one calendar month, prorated by the days it runs within the period. */
function monthOfRetainer(
  book: ClientBook,
  term: RetainerTermRow,
  month: string,
  period: Period,
): RetainerInput[] {
  const running = overlapOf(runningOf(term), period);
  const inMonth = running === null ? null : overlapOf(running, monthPeriod(month));
  if (running === null || inMonth === null) return [];
  const part = prorateRetainer(term, month, running);
  // Where terms change within a month, hours move on once: under the terms the month begins with.
  const isFirst = !book.terms.some(
    (other) =>
      other.projectId === term.projectId &&
      other.validFrom < term.validFrom &&
      overlapOf(runningOf(other), monthPeriod(month)) !== null,
  );
  return [
    {
      id: term.projectId,
      label: term.projectName,
      listFeeMinor: part.listFeeMinor,
      discountPpm: term.discountPpm,
      includedSeconds: part.includedSeconds,
      rolledOverSeconds: isFirst ? rolledOver(book, term, month) : 0,
      daysRun: part.daysRun,
      daysInMonth: daysInclusive(monthPeriod(month)),
    },
  ];
}

function retainersOf(book: ClientBook, period: Period): RetainerInput[] {
  return book.terms.flatMap((term): RetainerInput[] => {
    if (term.cycle === 'month') {
      return monthsOf(period).flatMap((month) => monthOfRetainer(book, term, month, period));
    }
    const { from, to } = runningOf(term);
    if (from < period.from || to > period.to) return [];
    return [
      {
        id: term.projectId,
        label: term.projectName,
        listFeeMinor: term.listFeeMinor,
        discountPpm: term.discountPpm,
        includedSeconds: term.includedSeconds,
        rolledOverSeconds: term.rollover === 'none' ? 0 : term.rolloverSeconds,
        daysRun: null,
        daysInMonth: null,
      },
    ];
  });
}

function projectsOf(book: ClientBook, period: Period): ProjectInput[] {
  return book.projects.flatMap((project): ProjectInput[] => {
    const progress = book.progress.get(project.projectId) ?? [];
    const billings = book.billings.get(project.projectId) ?? [];
    const judged = (until: (day: string) => boolean): number =>
      progress.findLast((row) => until(row.judgedOn))?.completePpm ?? 0;
    const billed = (counts: (day: string) => boolean): number =>
      billings.filter((row) => counts(row.billedOn)).reduce((sum, row) => sum + row.amountMinor, 0);
    const input: ProjectInput = {
      id: project.projectId,
      label: project.name,
      feeMinor: project.feeMinor,
      percentCompletePpm: judged((day) => day <= period.to),
      completeBeforePpm: judged((day) => day < period.from),
      invoicedInPeriodMinor: billed((day) => within(day, period)),
      invoicedTotalMinor: billed((day) => day <= period.to),
    };
    // A project that is over and settled would only stand in every later month as zeros.
    const recognised = recognisedToDate(project.feeMinor, input.percentCompletePpm);
    const isQuiet =
      input.percentCompletePpm === input.completeBeforePpm &&
      input.invoicedInPeriodMinor === 0 &&
      recognised === input.invoicedTotalMinor;
    return isQuiet ? [] : [input];
  });
}

function timeOf(book: ClientBook, rates: RateBook, period: Period): TimeInput[] {
  const { currency } = book.client;
  return monthsOf(period)
    .flatMap((month) => book.time.get(month) ?? [])
    .filter((row) => within(row.firstOn, period))
    .map((row) => ({
      personId: row.personId,
      personLabel: rates.nameOf(row.personId),
      projectId: row.projectId,
      projectLabel: row.projectName,
      projectKind: row.projectKind,
      kind: row.kind,
      seconds: row.seconds,
      costRate: rates.costRate(row.personId, row.firstOn),
      billRate: rates.billRate(row.personId, row.firstOn, currency, period.to),
      entryCount: row.entries,
    }));
}

/** What a client's profitability of a period is computed from. The book must cover the period. */
export function inputOf(book: ClientBook, rates: RateBook, period: Period): ProfitabilityInput {
  const commission = rowOn(book.commissions, period.to);
  return {
    currency: book.client.currency,
    retainers: retainersOf(book, period),
    projects: projectsOf(book, period),
    media: book.media
      .filter((row) => within(row.toOn, period))
      .map((row) => ({ ...row, actualMinor: row.actualMinor ?? 0 })),
    commission: commission === null ? null : { ppm: commission.ppm, basis: commission.basis },
    production: book.production
      .filter((row) => within(row.incurredOn, period))
      .map((row) => ({ ...row, label: row.title })),
    time: timeOf(book, rates, period),
    directCosts: book.directCosts
      .filter((row) => within(row.incurredOn, period))
      .map((row) => ({ id: row.id, label: row.title, costMinor: row.amountMinor })),
    upsellBonusPpm: rates.ratePpm('upsell-bonus', period.to) ?? 0,
    overheadPerHour: rates.overhead(period).total,
    costConversion: rates.conversion(rates.baseCurrency, book.client.currency, period.to),
  };
}
