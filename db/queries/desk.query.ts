import type { ReadDb } from '../read-db';
import { readAgencyFacts } from './portfolio.query';

export type DeskFacts = {
  agencyName: string;
  agencyCity: string;
  baseCurrency: string;
  userId: string | null;
  userName: string | null;
  userRole: 'manager' | 'lead';
  counts: { clients: number; briefs: number };
  pinned: { id: string; name: string; mark: string; hue: number }[];
};

const PINNED = 5;

/**
 * What the shell shows around every screen. Pinned: the clients last in touch.
 */
export function readDeskFacts(read: ReadDb): DeskFacts | undefined {
  const agency = readAgencyFacts(read);
  if (agency === undefined) return undefined;
  const counts = read.get<{ clients: number; briefs: number }>(
    `SELECT (SELECT COUNT(*) FROM clients WHERE archived_at IS NULL) AS clients,
       (SELECT COUNT(*) FROM briefs WHERE archived_at IS NULL) AS briefs`,
  );
  const pinned = read.all<DeskFacts['pinned'][number]>(
    `SELECT c.id, c.name, c.mark, c.hue FROM clients c WHERE c.archived_at IS NULL
     ORDER BY (SELECT MAX(l.contacted_at) FROM contact_log l WHERE l.client_id = c.id) DESC, c.name LIMIT ?`,
    PINNED,
  );
  return {
    agencyName: agency.name,
    agencyCity: agency.city,
    baseCurrency: agency.baseCurrency,
    userId: agency.userId,
    userName: agency.userName,
    userRole: agency.userRole,
    counts: counts ?? { clients: 0, briefs: 0 },
    pinned,
  };
}

/** Open tasks of a person that are due on the day or before it; without a person, of everybody. */
export function countTasksDue(read: ReadDb, personId: string | null, today: string): number {
  const row = read.get<{ due: number }>(
    `SELECT COUNT(*) AS due FROM tasks t
     WHERE t.status <> 'done' AND t.archived_at IS NULL AND t.due_on <= :today
       AND (:personId IS NULL OR EXISTS (
         SELECT 1 FROM task_assignees a WHERE a.task_id = t.id AND a.person_id = :personId))`,
    { personId, today },
  );
  return row?.due ?? 0;
}
