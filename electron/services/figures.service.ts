import type { ClientMonthRow } from '../../db/queries/client-months.query';
import { readAllClientMonths, readStaleMonths } from '../../db/queries/stale-months.query';
import type { ReadDb } from '../../db/read-db';
import {
  dropStaleMark,
  keepClientMonth,
  removeClientMonth,
} from '../../db/repositories/client-months.repo';
import type { Workspace } from '../../db/workspace';
import type { WriteDb } from '../../db/write-db';
import { AppError } from '../../shared/contract/app-error';
import { type Month, monthOf, monthPeriod, monthsOf, type Period } from '../../shared/domain/dates';
import { type Figure, missingOf } from '../../shared/domain/figure';
import { computeProfitability, type Profitability } from '../../shared/domain/profitability';
import type { ProfitabilityInput } from '../../shared/domain/profitability-input';
import type { Clock } from './clock';
import { type ClientBook, gatherBooks, inputOf } from './figures/client-book';
import { RateBook } from './figures/rate-book';

/** One accounting period of a client: a calendar month, or a span that is not made of whole months. */
export type PeriodFigures = {
  readonly period: Period;
  readonly input: ProfitabilityInput;
  readonly profitability: Profitability;
};

function figuresOf(book: ClientBook, rates: RateBook, period: Period): PeriodFigures {
  const input = inputOf(book, rates, period);
  return { period, input, profitability: computeProfitability(input) };
}

function bookOf(read: ReadDb, rates: RateBook, clientId: string, period: Period): ClientBook {
  const book = gatherBooks(read, rates, { clientId, ...period }).get(clientId);
  if (book === undefined) throw new AppError('client-not-found');
  return book;
}

/** Whether the span is made of whole calendar months. */
export function isWholeMonths(period: Period): boolean {
  return period.from.endsWith('-01') && monthPeriod(monthOf(period.to)).to === period.to;
}

/**
 * A client's figures by accounting period, in the client's currency: the calendar months of a span, or
 * the span itself as one period where it is not made of whole months. Throws `client-not-found`.
 */
export function periodFigures(read: ReadDb, clientId: string, period: Period): PeriodFigures[] {
  if (!isWholeMonths(period)) return [spanFigures(read, clientId, period)];
  const rates = new RateBook(read);
  const book = bookOf(read, rates, clientId, period);
  return monthsOf(period).map((month) => figuresOf(book, rates, monthPeriod(month)));
}

/** A client's figures of a span taken as one accounting period, whatever its length. Throws `client-not-found`. */
export function spanFigures(read: ReadDb, clientId: string, period: Period): PeriodFigures {
  const rates = new RateBook(read);
  return figuresOf(bookOf(read, rates, clientId, period), rates, period);
}

/** A client's figures of one calendar month. Throws `client-not-found`. */
export function monthFigures(read: ReadDb, clientId: string, month: Month): PeriodFigures {
  return spanFigures(read, clientId, monthPeriod(month));
}

function minorOf(amount: Figure<number | null>): number | null {
  return amount.known ? amount.value : null;
}

/** The kept form of a month's figures. */
function keptRow(clientId: string, month: Month, figures: PeriodFigures): ClientMonthRow {
  const { money, seconds, currency } = figures.profitability;
  const whole = (id: keyof typeof money): number => minorOf(money[id].amount) ?? 0;
  return {
    clientId,
    month,
    currency,
    grossBillingsMinor: whole('gross-billings'),
    wipChangeMinor: whole('wip-change'),
    rebateMinor: whole('rebate'),
    recognisedMinor: whole('recognised'),
    passThroughMinor: whole('pass-through'),
    agiMinor: whole('agi'),
    deliveryCostMinor: minorOf(money['delivery-cost'].amount),
    deliveryMarginMinor: minorOf(money['delivery-margin'].amount),
    directCostsMinor: whole('direct-costs'),
    contributionMinor: minorOf(money.contribution.amount),
    overheadMinor: minorOf(money.overhead.amount),
    netProfitMinor: minorOf(money['net-profit'].amount),
    clientSeconds: seconds.client,
    retainerUsedSeconds: seconds.retainer,
    retainerAvailableSeconds: figures.input.retainers.reduce(
      (sum, retainer) => sum + retainer.includedSeconds + retainer.rolledOverSeconds,
      0,
    ),
    missing: JSON.stringify(missingOf([money['delivery-cost'].exact, money.overhead.exact])),
  };
}

/** A month in which nothing happened is not kept. */
function isEmpty(row: ClientMonthRow): boolean {
  return Object.values(row).every((value) => typeof value !== 'number' || value === 0);
}

/** Clients from which on one reading of all books is cheaper than one reading each. */
const READ_ALL_FROM = 4;

type StaleMark = { readonly clientId: string; readonly month: Month };

function booksOfStale(
  read: ReadDb,
  rates: RateBook,
  stale: readonly StaleMark[],
): Map<string, ClientBook> {
  const months = stale.map((mark) => mark.month).sort();
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return new Map();
  const days = { from: monthPeriod(first).from, to: monthPeriod(last).to };
  const clientIds = [...new Set(stale.map((mark) => mark.clientId))];
  if (clientIds.length >= READ_ALL_FROM)
    return gatherBooks(read, rates, { clientId: null, ...days });
  return new Map(
    clientIds.flatMap((clientId) => [...gatherBooks(read, rates, { clientId, ...days })]),
  );
}

/**
 * Recomputes the kept figures of the months that a change has made stale, up to a month; later ones stay
 * marked until their time comes. Belongs in every transaction that writes, before it commits.
 */
export function refreshStaleMonths(tx: WriteDb, untilMonth: Month): void {
  const stale = readStaleMonths(tx, untilMonth);
  if (stale.length === 0) return;
  const rates = new RateBook(tx);
  const books = booksOfStale(tx, rates, stale);
  for (const { clientId, month } of stale) {
    const book = books.get(clientId);
    const row =
      book === undefined
        ? null
        : keptRow(clientId, month, figuresOf(book, rates, monthPeriod(month)));
    if (row === null || isEmpty(row)) removeClientMonth(tx, clientId, month);
    else keepClientMonth(tx, row);
    dropStaleMark(tx, clientId, month);
  }
}

/**
 * Keeps the months' figures equal to their rows for as long as the workspace is open: refreshes what is
 * stale now, and from then on before every commit. Returns how to stop.
 */
export function keepFiguresFresh(workspace: Workspace, clock: Clock): () => void {
  const refresh = (tx: WriteDb): void => refreshStaleMonths(tx, monthOf(clock.today()));
  workspace.refresh(refresh);
  return workspace.beforeCommit(refresh);
}

/** A kept month that differs from what its rows say; null where one of the two is not there. */
export type MonthDifference = {
  readonly clientId: string;
  readonly month: Month;
  readonly kept: ClientMonthRow | null;
  readonly computed: ClientMonthRow | null;
};

/** Every month of every client computed afresh from the rows, up to a month. */
export function recomputeAllMonths(read: ReadDb, untilMonth: Month): ClientMonthRow[] {
  const rates = new RateBook(read);
  const span = { clientId: null, from: '1900-01-01', to: monthPeriod(untilMonth).to };
  return [...gatherBooks(read, rates, span).values()].flatMap((book) => {
    const from = firstDay(book);
    if (from === null) return [];
    return monthsOf({ from, to: span.to })
      .map((month) => keptRow(book.client.id, month, figuresOf(book, rates, monthPeriod(month))))
      .filter((row) => !isEmpty(row));
  });
}

/** The first day on which anything of the client's books happens. */
function firstDay(book: ClientBook): string | null {
  const days = [
    ...[...book.time.keys()].map((month) => `${month}-01`),
    ...book.terms.map((term) => term.validFrom),
    ...book.projects.flatMap((project) => [
      ...(book.progress.get(project.projectId) ?? []).map((row) => row.judgedOn),
      ...(book.billings.get(project.projectId) ?? []).map((row) => row.billedOn),
    ]),
    ...book.media.map((row) => row.fromOn),
    ...book.production.map((row) => row.incurredOn),
    ...book.directCosts.map((row) => row.incurredOn),
  ];
  return days.reduce<string | null>(
    (first, day) => (first === null || day < first ? day : first),
    null,
  );
}

/** Holds the kept months up to a month against a full recompute; empty where they agree. */
export function differencesOfMonths(read: ReadDb, untilMonth: Month): MonthDifference[] {
  const keyOf = (row: ClientMonthRow): string => `${row.clientId} ${row.month}`;
  const kept = new Map(readAllClientMonths(read, untilMonth).map((row) => [keyOf(row), row]));
  const computed = new Map(recomputeAllMonths(read, untilMonth).map((row) => [keyOf(row), row]));
  return [...new Set([...kept.keys(), ...computed.keys()])].flatMap((key) => {
    const a = kept.get(key) ?? null;
    const b = computed.get(key) ?? null;
    const named = a ?? b;
    if (named === null || (a !== null && b !== null && isSameRow(a, b))) return [];
    return [{ clientId: named.clientId, month: named.month, kept: a, computed: b }];
  });
}

function isSameRow(a: ClientMonthRow, b: ClientMonthRow): boolean {
  const left = Object.entries(a);
  const right = new Map<string, unknown>(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => right.get(key) === value);
}
