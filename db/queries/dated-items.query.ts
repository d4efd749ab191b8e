import type { ReadDb } from '../read-db';

/** An open thing with a day; `ownerId` is whoever looks after it, the client's manager unless it has its own. */
export type DatedRow = {
  id: string;
  clientId: string | null;
  on: string;
  title: string;
  ownerId: string | null;
};

type Span = { from: string; to: string };

/** Deadlines entered for clients and not yet met. */
export function readDatedDeadlines(read: ReadDb, span: Span): (DatedRow & { kind: string })[] {
  return read.all(
    `SELECT d.id, d.client_id AS clientId, d.due_on AS "on", d.title, c.manager_id AS ownerId, d.kind
     FROM deadlines d JOIN clients c ON c.id = d.client_id
     WHERE d.done_at IS NULL AND c.archived_at IS NULL AND d.due_on BETWEEN :from AND :to`,
    span,
  );
}

/**
 * Newest contract of each client: the day it ends, or the day by which it has to be renewed, which
 * counts until it has ended.
 */
export function readDatedContracts(
  read: ReadDb,
  day: 'ends' | 'renew-by',
  span: Span,
  today: string,
): DatedRow[] {
  const column = day === 'ends' ? 'k.ends_on' : 'k.renew_by_on';
  return read.all<DatedRow>(
    `SELECT k.id, k.client_id AS clientId, ${column} AS "on", k.number AS title, c.manager_id AS ownerId
     FROM clients c JOIN contracts k ON k.id = (
       SELECT n.id FROM contracts n WHERE n.client_id = c.id ORDER BY n.signed_on DESC, n.id DESC LIMIT 1)
     WHERE c.archived_at IS NULL AND ${column} BETWEEN :from AND :to
       AND (${column} = k.ends_on OR COALESCE(k.ends_on, '9999-12-31') >= :today)`,
    { ...span, today },
  );
}

/** Last terms of running retainers that have an end, with the discounted monthly fee, minor units net of VAT. */
export function readDatedRetainers(
  read: ReadDb,
  span: Span,
): (DatedRow & { listFeeMinor: number; discountPpm: number; currency: string })[] {
  return read.all(
    `SELECT t.id, p.client_id AS clientId, t.valid_to AS "on", p.name AS title, c.manager_id AS ownerId,
       t.list_fee_minor AS listFeeMinor, t.discount_ppm AS discountPpm, c.currency
     FROM retainer_terms t JOIN projects p ON p.id = t.project_id JOIN clients c ON c.id = p.client_id
     WHERE c.archived_at IS NULL AND p.status = 'active' AND t.valid_to BETWEEN :from AND :to
       AND NOT EXISTS (SELECT 1 FROM retainer_terms n WHERE n.project_id = t.project_id AND n.valid_from > t.valid_from)`,
    span,
  );
}

/** First or last days of media plans that the client has, newest versions only. */
export function readDatedFlights(read: ReadDb, day: 'from' | 'to', span: Span): DatedRow[] {
  const column = day === 'from' ? 'p.from_on' : 'p.to_on';
  return read.all(
    `SELECT p.id, p.client_id AS clientId, ${column} AS "on", p.name AS title,
       c.manager_id AS ownerId
     FROM media_plans p JOIN clients c ON c.id = p.client_id
     WHERE p.archived_at IS NULL AND c.archived_at IS NULL AND p.status IN ('sent', 'approved')
       AND ${column} BETWEEN :from AND :to
       AND p.version = (SELECT max(o.version) FROM media_plans o
                        WHERE o.family_id = p.family_id AND o.archived_at IS NULL)`,
    span,
  );
}

/** Briefs not approved yet, by the day on which what they describe is to start. */
export function readDatedBriefs(read: ReadDb, span: Span): DatedRow[] {
  return read.all<DatedRow>(
    `SELECT b.id, b.client_id AS clientId, json_extract(a.value, '$.on') AS "on", b.title,
       COALESCE(b.author_id, c.manager_id) AS ownerId
     FROM briefs b JOIN clients c ON c.id = b.client_id
       JOIN brief_answers a ON a.brief_id = b.id AND a.field_key = 'starts-on'
     WHERE b.archived_at IS NULL AND c.archived_at IS NULL AND b.status <> 'approved'
       AND json_extract(a.value, '$.on') BETWEEN :from AND :to`,
    span,
  );
}

/** Briefs that lie with the client, by the day on which they were sent last. */
export function readBriefsWithClient(read: ReadDb): DatedRow[] {
  return read.all<DatedRow>(
    `SELECT b.id, b.client_id AS clientId, MAX(s.made_on) AS "on", b.title,
       COALESCE(b.author_id, c.manager_id) AS ownerId
     FROM briefs b JOIN clients c ON c.id = b.client_id
       JOIN brief_steps s ON s.brief_id = b.id AND s.step = 'sent'
     WHERE b.archived_at IS NULL AND c.archived_at IS NULL AND b.status = 'sent' GROUP BY b.id`,
  );
}

/** Open tasks by the day they are due, or by the last day they may take; `stakeMinor`: the stage's amount, client's currency. */
export function readDatedTasks(
  read: ReadDb,
  day: 'due' | 'deadline',
  span: Span,
): (DatedRow & { stakeMinor: number | null; currency: string | null })[] {
  const column = day === 'due' ? 't.due_on' : 't.deadline_on';
  // One day that is both is told once, as the one that may not be missed.
  const once = day === 'due' ? 'AND t.due_on IS NOT t.deadline_on' : '';
  return read.all(
    `SELECT t.id, t.client_id AS clientId, ${column} AS "on", t.title,
       (SELECT a.person_id FROM task_assignees a WHERE a.task_id = t.id ORDER BY a.position, a.id LIMIT 1) AS ownerId,
       s.amount_minor AS stakeMinor, c.currency
     FROM tasks t LEFT JOIN clients c ON c.id = t.client_id LEFT JOIN project_stages s ON s.id = t.stage_id
     WHERE t.status <> 'done' AND t.archived_at IS NULL AND c.archived_at IS NULL
       AND ${column} BETWEEN :from AND :to ${once}`,
    span,
  );
}

/** First days of people's absences. */
export function readDatedAbsences(read: ReadDb, span: Span): (DatedRow & { toOn: string })[] {
  return read.all(
    `SELECT a.id, NULL AS clientId, a.from_on AS "on", p.name AS title, a.person_id AS ownerId, a.to_on AS toOn
     FROM absences a JOIN people p ON p.id = a.person_id WHERE a.from_on BETWEEN :from AND :to`,
    span,
  );
}

/** Clients with the day of the last contact until `asOf`. */
export function readLastContacts(
  read: ReadDb,
  asOf: string,
): (DatedRow & { tier: 'A' | 'B' | 'C' })[] {
  return read.all(
    `SELECT c.id, c.id AS clientId, MAX(l.contacted_on) AS "on", '' AS title, c.manager_id AS ownerId, c.tier
     FROM clients c JOIN contact_log l ON l.client_id = c.id AND l.contacted_on <= ?
     WHERE c.archived_at IS NULL GROUP BY c.id`,
    asOf,
  );
}

export type NamedClient = {
  id: string;
  name: string;
  mark: string;
  hue: number;
  managerId: string | null;
};

/** How clients are named beside what has a date; archived ones too, for what is left of them. */
export function readNamedClients(read: ReadDb): NamedClient[] {
  return read.all('SELECT id, name, mark, hue, manager_id AS managerId FROM clients');
}

/** Names of everybody, by name. */
export function readPeopleNames(read: ReadDb): { id: string; name: string }[] {
  return read.all('SELECT id, name FROM people ORDER BY name');
}
