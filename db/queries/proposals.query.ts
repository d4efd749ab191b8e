import type { ReadDb } from '../read-db';

export type ProposalVersionRow = {
  id: string;
  version: number;
  status: 'draft' | 'sent' | 'accepted' | 'lost';
  editedAt: number;
};

/** Versions of a proposal that were not put away, in order. */
export function readProposalVersions(read: ReadDb, familyId: string): ProposalVersionRow[] {
  return read.all<ProposalVersionRow>(
    `SELECT id, version, status, edited_at AS editedAt FROM proposals
     WHERE family_id = ? AND archived_at IS NULL ORDER BY version`,
    familyId,
  );
}

const NEWEST = `p.archived_at IS NULL
  AND p.version = (SELECT max(o.version) FROM proposals o
                   WHERE o.family_id = p.family_id AND o.archived_at IS NULL)`;

/** Id of the newest version of each proposal that was not put away, the newest first; of one client where named. */
export function readNewestProposalIds(read: ReadDb, clientId: string | null): string[] {
  return read
    .all<{ id: string }>(
      `SELECT p.id FROM proposals p WHERE ${NEWEST} AND (? IS NULL OR p.client_id = ?)
       ORDER BY p.number DESC`,
      clientId,
      clientId,
    )
    .map(({ id }) => id);
}

/** Ids and titles for the console, by number: the newest version of each proposal. */
export function readProposalTitles(read: ReadDb): { id: string; title: string }[] {
  return read.all<{ id: string; title: string }>(
    `SELECT p.id, p.number || '. ' || c.name || ': ' || p.title || ', v' || p.version AS title
     FROM proposals p JOIN clients c ON c.id = p.client_id WHERE ${NEWEST} ORDER BY p.number`,
  );
}

/** The proposal that an id, or the number of a proposal (its newest version), means; undefined for neither. */
export function findProposalId(read: ReadDb, word: string): string | undefined {
  return read.get<{ id: string }>(
    `SELECT id FROM proposals WHERE id = :word OR CAST(number AS TEXT) = :word
     ORDER BY id = :word DESC, archived_at IS NOT NULL, version DESC LIMIT 1`,
    { word },
  )?.id;
}

export type PersonOfRole = { id: string; role: string };

/** People who work on a day, with their roles. */
export function readPeopleOfRoles(read: ReadDb, on: string): PersonOfRole[] {
  return read.all<PersonOfRole>(
    `SELECT id, role FROM people
     WHERE (active_from IS NULL OR active_from <= :on) AND (active_to IS NULL OR active_to >= :on)
     ORDER BY role, id`,
    { on },
  );
}

export type ProjectEffortRow = {
  personId: string;
  role: string;
  workedOn: string;
  seconds: number;
};

/** Hours on a project by person and day, rework with them: what the estimate's work really took. */
export function readProjectEffort(read: ReadDb, projectId: string): ProjectEffortRow[] {
  return read.all<ProjectEffortRow>(
    `SELECT t.person_id AS personId, p.role, t.worked_on AS workedOn, SUM(t.duration_s) AS seconds
     FROM time_entries t JOIN people p ON p.id = t.person_id
     WHERE t.project_id = ? AND t.kind IN ('project', 'rework')
     GROUP BY t.person_id, t.worked_on ORDER BY p.role, t.worked_on, t.person_id`,
    projectId,
  );
}

/** What the vendors of a project's production took, in minor units of the client's currency; null without any. */
export function readProjectProduction(read: ReadDb, projectId: string): number | null {
  return (
    read.get<{ cost: number | null }>(
      'SELECT SUM(cost_minor) AS cost FROM production_costs WHERE project_id = ?',
      projectId,
    )?.cost ?? null
  );
}

export type RetainerHourRow = { id: string; role: string; workedOn: string; seconds: number };

/** Retainer hours of a client's month in the order they were worked. */
export function readRetainerHours(
  read: ReadDb,
  clientId: string,
  from: string,
  to: string,
): RetainerHourRow[] {
  return read.all<RetainerHourRow>(
    `SELECT t.id, p.role, t.worked_on AS workedOn, t.duration_s AS seconds
     FROM time_entries t JOIN people p ON p.id = t.person_id
     WHERE t.client_id = ? AND t.worked_on BETWEEN ? AND ? AND t.kind = 'retainer'
     ORDER BY t.worked_on, t.id`,
    clientId,
    from,
    to,
  );
}

/** The proposal that already puts a price on a month's hours beyond the retainer; undefined without one. */
export function findOverserviceProposal(
  read: ReadDb,
  clientId: string,
  month: string,
): { id: string; number: number } | undefined {
  return read.get<{ id: string; number: number }>(
    `SELECT id, number FROM proposals
     WHERE client_id = ? AND overservice_month = ? AND archived_at IS NULL AND status <> 'lost'
     ORDER BY version DESC LIMIT 1`,
    clientId,
    month,
  );
}
