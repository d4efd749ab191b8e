import type { ReadDb } from '../read-db';

/** Hours by person that no pay rate covers on their day, in seconds. People without such hours are left out. */
export function readUncostedSeconds(read: ReadDb): Map<string, number> {
  const rows = read.all<{ personId: string; seconds: number }>(
    `SELECT t.person_id AS personId, SUM(t.duration_s) AS seconds FROM time_entries t
     WHERE NOT EXISTS (SELECT 1 FROM pay_rates r WHERE r.person_id = t.person_id AND r.valid_from <= t.worked_on
       AND (r.valid_to IS NULL OR r.valid_to >= t.worked_on))
     GROUP BY t.person_id`,
  );
  return new Map(rows.map((row) => [row.personId, row.seconds]));
}
