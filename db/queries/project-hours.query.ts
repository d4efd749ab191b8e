import type { ReadDb } from '../read-db';

/** Hours of kind project on a project by person and day up to a date, in seconds. */
export function readProjectHours(
  read: ReadDb,
  projectId: string,
  until: string,
): { personId: string; workedOn: string; seconds: number }[] {
  return read.all(
    `SELECT person_id AS personId, worked_on AS workedOn, SUM(duration_s) AS seconds FROM time_entries
     WHERE project_id = ? AND kind = 'project' AND worked_on <= ? GROUP BY person_id, worked_on`,
    projectId,
    until,
  );
}
