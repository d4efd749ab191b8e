import { and, asc, eq } from 'drizzle-orm';
import type { ReadDb } from '../read-db';
import {
  absences,
  calendarDays,
  mentorships,
  personCapacity,
  personRoles,
  personSkills,
} from '../schema/time.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';
import { setDatedRow } from './dated-row';

export type CapacityRow = typeof personCapacity.$inferSelect;
export type AbsenceRow = typeof absences.$inferSelect;
export type PersonRoleRow = typeof personRoles.$inferSelect;
export type PersonSkillRow = typeof personSkills.$inferSelect;
export type MentorshipRow = typeof mentorships.$inferSelect;
export type CalendarDayRow = typeof calendarDays.$inferSelect;

/** Working hours of all people by person and start. */
export function listCapacities(db: ReadDb): CapacityRow[] {
  return db.orm
    .select()
    .from(personCapacity)
    .orderBy(asc(personCapacity.personId), asc(personCapacity.validFrom))
    .all();
}

/** Sets the hours a person works from a day on; the hours before end on the day before. Returns the row's id. */
export function setCapacity(tx: WriteDb, fields: NewRow<typeof personCapacity>): string {
  const existing = tx.orm
    .select()
    .from(personCapacity)
    .where(eq(personCapacity.personId, fields.personId))
    .all();
  return setDatedRow(tx, personCapacity, existing, fields);
}

/** Absences of all people by start. */
export function listAbsences(db: ReadDb): AbsenceRow[] {
  return db.orm.select().from(absences).orderBy(asc(absences.fromOn), asc(absences.id)).all();
}

/** One absence. */
export function findAbsence(db: ReadDb, id: string): AbsenceRow | undefined {
  return db.orm.select().from(absences).where(eq(absences.id, id)).get();
}

/** Records an absence. Returns the id. */
export function addAbsence(tx: WriteDb, fields: NewRow<typeof absences>): string {
  return tx.insert(absences, fields);
}

/** Changes an absence. Throws `row-not-found`, `row-changed-elsewhere`. */
export function amendAbsence(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof absences>,
  expectedRevision?: number,
): void {
  tx.update(absences, id, patch, expectedRevision);
}

/** Removes an absence. Throws `row-not-found`. */
export function removeAbsence(tx: WriteDb, id: string): void {
  tx.remove(absences, id);
}

/** Roles of all people, newest first. */
export function listPersonRoles(db: ReadDb): PersonRoleRow[] {
  return db.orm.select().from(personRoles).orderBy(asc(personRoles.validFrom)).all();
}

/** Gives a person a role for a time; the same role and start again takes the new end. Returns the id. */
export function setPersonRole(tx: WriteDb, fields: NewRow<typeof personRoles>): string {
  const same = tx.orm
    .select()
    .from(personRoles)
    .where(
      and(
        eq(personRoles.personId, fields.personId),
        eq(personRoles.role, fields.role),
        eq(personRoles.validFrom, fields.validFrom),
      ),
    )
    .get();
  if (same === undefined) return tx.insert(personRoles, fields);
  tx.update(personRoles, same.id, { validTo: fields.validTo ?? null });
  return same.id;
}

/** Takes a role away. Throws `row-not-found`. */
export function removePersonRole(tx: WriteDb, id: string): void {
  tx.remove(personRoles, id);
}

/** Skills of all people, strongest first. */
export function listPersonSkills(db: ReadDb): PersonSkillRow[] {
  return db.orm
    .select()
    .from(personSkills)
    .orderBy(asc(personSkills.personId), asc(personSkills.skill))
    .all();
}

/** States how well a person does something; again: takes the new level. Returns the id. */
export function setPersonSkill(tx: WriteDb, fields: NewRow<typeof personSkills>): string {
  const same = tx.orm
    .select()
    .from(personSkills)
    .where(and(eq(personSkills.personId, fields.personId), eq(personSkills.skill, fields.skill)))
    .get();
  if (same === undefined) return tx.insert(personSkills, fields);
  tx.update(personSkills, same.id, { level: fields.level });
  return same.id;
}

/** Removes a skill. Throws `row-not-found`. */
export function removePersonSkill(tx: WriteDb, id: string): void {
  tx.remove(personSkills, id);
}

/** Who teaches whom, by start. */
export function listMentorships(db: ReadDb): MentorshipRow[] {
  return db.orm.select().from(mentorships).orderBy(asc(mentorships.fromOn)).all();
}

/** Gives a trainee a mentor. Returns the id. */
export function addMentorship(tx: WriteDb, fields: NewRow<typeof mentorships>): string {
  return tx.insert(mentorships, fields);
}

/** Removes a mentorship. Throws `row-not-found`. */
export function removeMentorship(tx: WriteDb, id: string): void {
  tx.remove(mentorships, id);
}

/** Days of production calendars that people changed. */
export function listCalendarDays(db: ReadDb): CalendarDayRow[] {
  return db.orm.select().from(calendarDays).orderBy(asc(calendarDays.dayOn)).all();
}

/** Changes a day of a production calendar; again: takes the new values. Returns the id. */
export function setCalendarDay(tx: WriteDb, fields: NewRow<typeof calendarDays>): string {
  const same = findCalendarDay(tx, fields.country, fields.dayOn);
  if (same === undefined) return tx.insert(calendarDays, fields);
  tx.update(calendarDays, same.id, { kind: fields.kind, title: fields.title });
  return same.id;
}

/** The change of a day, if it was changed. */
export function findCalendarDay(
  db: ReadDb,
  country: 'RU' | 'LV',
  on: string,
): CalendarDayRow | undefined {
  return db.orm
    .select()
    .from(calendarDays)
    .where(and(eq(calendarDays.country, country), eq(calendarDays.dayOn, on)))
    .get();
}

/** Takes a change of a day back. Throws `row-not-found`. */
export function removeCalendarDay(tx: WriteDb, id: string): void {
  tx.remove(calendarDays, id);
}
