import type { ReadDb } from '../read-db';

export type PlanVersionRow = {
  id: string;
  familyId: string;
  version: number;
  status: 'draft' | 'sent' | 'approved' | 'rejected';
  decidedOn: string | null;
  decidedBy: string;
  editedAt: number;
};

const VERSION =
  'id, family_id AS familyId, version, status, decided_on AS decidedOn, decided_by AS decidedBy, edited_at AS editedAt';

/** Versions of a plan that were not put away, in order. */
export function readPlanVersions(read: ReadDb, familyId: string): PlanVersionRow[] {
  return read.all<PlanVersionRow>(
    `SELECT ${VERSION} FROM media_plans WHERE family_id = ? AND archived_at IS NULL ORDER BY version`,
    familyId,
  );
}

/** Id of the newest version of each plan that was not put away, the newest plan first; of one client where named. */
export function readNewestPlanIds(read: ReadDb, clientId: string | null): string[] {
  return read
    .all<{ id: string }>(
      `SELECT p.id FROM media_plans p
       WHERE p.archived_at IS NULL AND (? IS NULL OR p.client_id = ?)
         AND p.version = (SELECT max(o.version) FROM media_plans o
                          WHERE o.family_id = p.family_id AND o.archived_at IS NULL)
       ORDER BY p.from_on DESC, p.number DESC`,
      clientId,
      clientId,
    )
    .map(({ id }) => id);
}

/** Ids and names for the console, by number: the newest version of each plan. */
export function readPlanTitles(read: ReadDb): { id: string; title: string }[] {
  return read.all<{ id: string; title: string }>(
    `SELECT p.id, p.number || '. ' || c.name || ': ' || p.name || ', v' || p.version AS title
     FROM media_plans p JOIN clients c ON c.id = p.client_id
     WHERE p.archived_at IS NULL
       AND p.version = (SELECT max(o.version) FROM media_plans o
                        WHERE o.family_id = p.family_id AND o.archived_at IS NULL)
     ORDER BY p.number`,
  );
}

/** The plan that an id, or the number of a plan (its newest version), means; undefined for neither. */
export function findPlanId(read: ReadDb, word: string): string | undefined {
  return read.get<{ id: string }>(
    `SELECT id FROM media_plans WHERE id = :word OR CAST(number AS TEXT) = :word
     ORDER BY id = :word DESC, archived_at IS NOT NULL, version DESC LIMIT 1`,
    { word },
  )?.id;
}

/** Every version of every plan, those put away too, for the check of the file. */
export function readAllPlans(read: ReadDb): { id: string; name: string; version: number }[] {
  return read.all('SELECT id, name, version FROM media_plans ORDER BY number, version');
}

export type PlanClientRow = { name: string; mark: string; hue: number };

/** How the client of a plan is named and marked. */
export function readPlanClient(read: ReadDb, clientId: string): PlanClientRow | undefined {
  return read.get<PlanClientRow>('SELECT name, mark, hue FROM clients WHERE id = ?', clientId);
}

export type PlanFactRow = {
  id: string;
  revision: number;
  originId: string;
  factOn: string;
  source: string;
  spendMinor: number | null;
  impressions: number | null;
  clicks: number | null;
  leads: number | null;
  orders: number | null;
  revenueMinor: number | null;
};

/** Facts of all versions of a plan up to a day, by line and day: a line keeps its facts through the versions. */
export function readPlanFacts(read: ReadDb, familyId: string, until: string): PlanFactRow[] {
  return read.all<PlanFactRow>(
    `SELECT f.id, f.revision, l.origin_id AS originId, f.fact_on AS factOn, f.source, f.spend_minor AS spendMinor,
       f.impressions, f.clicks, f.leads, f.orders, f.revenue_minor AS revenueMinor
     FROM media_plans p JOIN media_plan_lines l ON l.plan_id = p.id JOIN media_plan_facts f ON f.line_id = l.id
     WHERE p.family_id = ? AND f.fact_on <= ? ORDER BY l.origin_id, f.fact_on, f.source`,
    familyId,
    until,
  );
}
