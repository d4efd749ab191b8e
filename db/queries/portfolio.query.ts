import type { ReadDb } from '../read-db';

/** Whose clients are read: of one manager or of all, or just one client. Archived ones never. */
export type PortfolioScope = { managerId: string | null; clientId: string | null };

/** Condition on `clients c` for a {@link PortfolioScope}. */
export const IN_SCOPE = `c.archived_at IS NULL AND (:managerId IS NULL OR c.manager_id = :managerId)
  AND (:clientId IS NULL OR c.id = :clientId)`;

/** A client in a list, with the newest facts of the relation beside its name. */
export type PortfolioClientRow = {
  id: string;
  name: string;
  descriptor: string;
  mark: string;
  hue: number;
  tier: 'A' | 'B' | 'C';
  currency: string;
  creditLimitMinor: number | null;
  lastContactOn: string | null;
  contractEndsOn: string | null;
  nextDeadline: string | null;
  npsAnswers: string | null;
};

/**
 * Clients in the scope by name. `nextDeadline` and `npsAnswers` are JSON:
 * {id, dueOn, title, kind}, and the two newest answers {score, answeredOn} newest first.
 */
export function readPortfolioClients(
  read: ReadDb,
  scope: PortfolioScope,
  asOf: string,
): PortfolioClientRow[] {
  return read.all<PortfolioClientRow>(
    `SELECT c.id, c.name, c.descriptor, c.mark, c.hue, c.tier, c.currency, c.credit_limit_minor AS creditLimitMinor,
       (SELECT MAX(l.contacted_on) FROM contact_log l WHERE l.client_id = c.id AND l.contacted_on <= :asOf) AS lastContactOn,
       (SELECT MAX(k.ends_on) FROM contracts k WHERE k.client_id = c.id) AS contractEndsOn,
       (SELECT json_object('id', d.id, 'dueOn', d.due_on, 'title', d.title, 'kind', d.kind) FROM deadlines d
         WHERE d.client_id = c.id AND d.done_at IS NULL ORDER BY d.due_on, d.id LIMIT 1) AS nextDeadline,
       (SELECT json_group_array(json_object('score', n.score, 'answeredOn', n.answered_on)) FROM
         (SELECT score, answered_on FROM nps_answers WHERE client_id = c.id AND answered_on <= :asOf
           ORDER BY answered_on DESC, id DESC LIMIT 2) n) AS npsAnswers
     FROM clients c
     WHERE ${IN_SCOPE}
     ORDER BY c.name`,
    { ...scope, asOf },
  );
}

/** What a client owed on a date, client's currency, minor units with VAT. */
export type DebtRow = {
  clientId: string;
  currency: string;
  openMinor: number;
  overdueMinor: number;
  oldestDueOn: string | null;
};

/**
 * Debts by client of documents issued on or before the date, less what was allocated by then. Only
 * documents that can be owed are looked at: those open now, and those that later payments settled.
 */
export function readDebts(read: ReadDb, scope: PortfolioScope, asOf: string): DebtRow[] {
  return read.all<DebtRow>(
    `SELECT clientId, currency, SUM(openMinor) AS openMinor,
       SUM(CASE WHEN dueOn < :asOf THEN openMinor ELSE 0 END) AS overdueMinor,
       MIN(CASE WHEN dueOn < :asOf THEN dueOn END) AS oldestDueOn
     FROM (
       SELECT i.client_id AS clientId, c.currency AS currency, i.due_on AS dueOn, i.gross_minor - COALESCE(
         (SELECT SUM(a.amount_minor) FROM payment_allocations a JOIN payments p ON p.id = a.payment_id
          WHERE a.invoice_id = i.id AND p.paid_on <= :asOf), 0) AS openMinor
       FROM (
         SELECT o.invoice_id AS id FROM clients c CROSS JOIN open_invoices o ON o.client_id = c.id
         WHERE ${IN_SCOPE}
         UNION
         SELECT a.invoice_id FROM payments p CROSS JOIN payment_allocations a ON a.payment_id = p.id
         WHERE p.paid_on > :asOf
       ) due CROSS JOIN invoices i ON i.id = due.id CROSS JOIN clients c ON c.id = i.client_id
       WHERE ${IN_SCOPE}
         AND i.issued_on <= :asOf AND i.cancelled_at IS NULL
     ) WHERE openMinor > 0 GROUP BY clientId`,
    { ...scope, asOf },
  );
}

export type DeadlineRow = {
  id: string;
  clientId: string;
  dueOn: string;
  title: string;
  kind: string;
};

/** Open deadlines due from a date to a date, inclusive. */
export function readOpenDeadlines(
  read: ReadDb,
  scope: PortfolioScope,
  from: string,
  to: string,
): DeadlineRow[] {
  return read.all<DeadlineRow>(
    `SELECT d.id, d.client_id AS clientId, d.due_on AS dueOn, d.title, d.kind
     FROM deadlines d JOIN clients c ON c.id = d.client_id
     WHERE d.done_at IS NULL AND d.due_on BETWEEN :from AND :to AND ${IN_SCOPE}
     ORDER BY d.due_on, d.id`,
    { ...scope, from, to },
  );
}

/** Scores of the newest answer of each client given within 12 months before the date. */
export function readNewestScores(read: ReadDb, scope: PortfolioScope, asOf: string): number[] {
  return read
    .all<{ score: number }>(
      `SELECT (SELECT n.score FROM nps_answers n WHERE n.client_id = c.id AND n.answered_on <= :asOf
          AND n.answered_on > date(:asOf, '-12 months') ORDER BY n.answered_on DESC, n.id DESC LIMIT 1) AS score
       FROM clients c WHERE ${IN_SCOPE}`,
      { ...scope, asOf },
    )
    .flatMap((row) => (row.score === null ? [] : [row.score]));
}

export type AccountingRateRow = { currency: string; validFrom: string; rateMicro: number };

/** All accounting rates of the workspace. */
export function readAccountingRates(read: ReadDb): AccountingRateRow[] {
  return read.all<AccountingRateRow>(
    'SELECT currency, valid_from AS validFrom, rate_micro AS rateMicro FROM accounting_rates ORDER BY currency, valid_from',
  );
}

/** People who manage clients, by name. */
export function readManagers(read: ReadDb): { id: string; name: string }[] {
  return read.all("SELECT id, name FROM people WHERE manages_clients = 'yes' ORDER BY name");
}

export type AgencyFacts = {
  name: string;
  city: string;
  country: 'RU' | 'LV';
  baseCurrency: string;
  language: 'ru' | 'en' | 'lv';
  marginTargetPpm: number;
  userId: string | null;
  userName: string | null;
  userRole: 'manager' | 'lead';
};

/** What the screens need to know of the agency. */
export function readAgencyFacts(read: ReadDb): AgencyFacts | undefined {
  return read.get<AgencyFacts>(
    `SELECT a.name, a.city, a.country, a.base_currency AS baseCurrency, a.language,
       a.margin_target_ppm AS marginTargetPpm, a.user_id AS userId, p.name AS userName, a.user_role AS userRole
     FROM agency a LEFT JOIN people p ON p.id = a.user_id`,
  );
}
