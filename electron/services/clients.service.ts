import {
  countTimeEntries,
  readPersonHours,
  readRetainerDays,
  readTimeEntries,
} from '../../db/queries/client-hours.query';
import { readClientMonths } from '../../db/queries/client-months.query';
import {
  type ClientCardRow,
  readClientCard,
  readClientCounts,
  readClientInvoices,
  readClientList,
  readClientPayments,
  readContacts,
  readContract,
} from '../../db/queries/clients.query';
import { readPortfolioClients } from '../../db/queries/portfolio.query';
import type { ReadDb } from '../../db/read-db';
import { AppError } from '../../shared/contract/app-error';
import type {
  ClientCard,
  ClientHours,
  ClientListItem,
  ClientOverview,
  ClientReceivables,
} from '../../shared/contract/clients.contract';
import type { FigureDto, Period } from '../../shared/contract/primitives';
import { addMonths, daysInclusive, monthOf, monthPeriod } from '../../shared/domain/dates';
import { overserviceValue } from './overservice';
import { judgeClient, monthSumOf, npsOf } from './portfolio.service';
import { figureOf, ratioPpm } from './profit-line';
import { invoiceRowOf, receivablesFacts } from './receivables-facts';
import { warnOfRequisites } from './requisite-warnings';

const ENTRIES_SHOWN = 500;

/** The client; throws `client-not-found`. */
export function requireClient(read: ReadDb, clientId: string): ClientCardRow {
  const row = readClientCard(read, clientId);
  if (row === undefined) throw new AppError('client-not-found');
  return row;
}

/** Clients in the workspace, or those put away. */
export function listClients(read: ReadDb, archived: boolean): { clients: ClientListItem[] } {
  return {
    clients: readClientList(read, archived).map(({ archivedAt, ...row }) => ({
      ...row,
      archived: archivedAt !== null,
    })),
  };
}

function cardOf(row: ClientCardRow): ClientCard {
  const { id, revision, hue, archivedAt, managerName, deputyName, ...card } = row;
  return card;
}

function limitUsed(openMinor: number, limitMinor: number | null): FigureDto {
  if (limitMinor === null) return { value: null, missing: [{ code: 'credit-limit', params: {} }] };
  return figureOf(ratioPpm(openMinor, limitMinor));
}

/** The calendar month before today's: the last one whose figures are complete. */
export function lastClosedMonth(today: string): Period {
  return monthPeriod(addMonths(monthOf(today), -1));
}

/** The head of a client's page: who it is, what it owes, what is at risk. */
export function showClientOverview(read: ReadDb, clientId: string, today: string): ClientOverview {
  const row = requireClient(read, clientId);
  const facts = receivablesFacts(readClientInvoices(read, clientId, today), 0, today);
  const overdueMinor = facts.aging.total - facts.aging.notDue;
  const siblings = readClientList(read, row.archivedAt !== null);
  const index = siblings.findIndex((each) => each.id === clientId);
  return {
    id: row.id,
    revision: row.revision,
    name: row.name,
    descriptor: row.descriptor,
    mark: row.mark,
    hue: row.hue,
    tier: row.tier,
    currency: row.currency,
    card: cardOf(row),
    warnings: warnOfRequisites(row),
    managerName: row.managerName,
    deputyName: row.deputyName,
    contacts: readContacts(read, clientId),
    contract: readContract(read, clientId) ?? null,
    receivables: figureOf(facts.aging.total),
    overdue: figureOf(overdueMinor),
    limitUsedPpm: limitUsed(facts.aging.total, row.creditLimitMinor),
    nps: npsOf(
      readPortfolioClients(read, { managerId: null, clientId }, today)[0]?.npsAnswers ?? null,
    ),
    risks: judgeClient(read, clientId, lastClosedMonth(today), today),
    position: {
      index: index + 1,
      of: siblings.length,
      previousId: siblings[index - 1]?.id ?? null,
      nextId: siblings[index + 1]?.id ?? null,
    },
    counts: readClientCounts(read, clientId, today),
  };
}

/** Hours of a month: use of the retainer by day, by person, and the entries. */
export function showClientHours(
  read: ReadDb,
  clientId: string,
  month: string,
  today: string,
): ClientHours {
  requireClient(read, clientId);
  const period = monthPeriod(month);
  const kept = readClientMonths(read, clientId, month, month)[0];
  const sum = kept === undefined ? null : monthSumOf(kept);
  const isCurrent = month === monthOf(today);
  let used = 0;
  const usedByDay = readRetainerDays(
    read,
    clientId,
    period.from,
    isCurrent ? today : period.to,
  ).map((day) => {
    used += day.seconds;
    return { on: day.on, seconds: used };
  });
  const availableSeconds = sum?.retainerAvailableSeconds ?? 0;
  const hasRetainer = availableSeconds > 0 || used > 0;
  const elapsedDays = daysInclusive({ from: period.from, to: today });
  const forecastSeconds =
    isCurrent && hasRetainer
      ? Math.round((used * daysInclusive(period)) / Math.max(1, elapsedDays))
      : null;
  const over = forecastSeconds === null ? null : Math.max(0, forecastSeconds - availableSeconds);
  return {
    month,
    retainer: hasRetainer
      ? { usedSeconds: used, availableSeconds, burnPpm: ratioPpm(used, availableSeconds) }
      : null,
    usedByDay,
    forecastSeconds,
    overserviceForecastSeconds: over,
    overserviceValue: overserviceValue(read, clientId, period, over),
    byPerson: readPersonHours(read, clientId, period.from, period.to),
    entries: readTimeEntries(read, clientId, period.from, period.to, ENTRIES_SHOWN),
    entriesTotal: countTimeEntries(read, clientId, period.from, period.to),
  };
}

/** Documents, payments and aging of one client as of a day. */
export function showClientReceivables(
  read: ReadDb,
  clientId: string,
  today: string,
): ClientReceivables {
  const client = requireClient(read, clientId);
  const invoices = readClientInvoices(read, clientId, today);
  const payments = readClientPayments(read, clientId, today);
  const unallocated = payments.reduce(
    (sum, payment) => sum + payment.amountMinor - payment.allocatedMinor,
    0,
  );
  return {
    asOf: today,
    currency: client.currency,
    ...receivablesFacts(invoices, unallocated, today),
    invoices: invoices.map((row) => invoiceRowOf(row, today)),
    payments,
  };
}
