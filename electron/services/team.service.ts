import type { ReadDb } from '../../db/read-db';
import { findPerson } from '../../db/repositories/people.repo';
import {
  removeAbsence as deleteAbsence,
  removeCalendarDay as deleteCalendarDay,
  removeMentorship as deleteMentorship,
  removePersonRole as deletePersonRole,
  removePersonSkill as deletePersonSkill,
  findAbsence,
  findCalendarDay,
  addAbsence as insertAbsence,
  addMentorship as insertMentorship,
  listAbsences,
  listCapacities,
  listMentorships,
  listPersonRoles,
  listPersonSkills,
  amendAbsence as updateAbsence,
  setCalendarDay as writeCalendarDay,
  setCapacity as writeCapacity,
  setPersonRole as writePersonRole,
  setPersonSkill as writePersonSkill,
} from '../../db/repositories/team.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import type { Absence } from '../../shared/contract/team.contract';
import { addDays, monthPeriod, type Period } from '../../shared/domain/dates';
import { ASSUMED_WEEK, overlappingAbsence, termsOn } from '../../shared/domain/time/capacity';
import { shippedYear, workingSeconds } from '../../shared/domain/time/production-calendar';
import { act, readOf, type Session } from './session';
import { readCalendars, TeamTime, weekSecondsOf } from './team-time';

type Done = { id: string };

function nameOf(read: ReadDb, personId: string): string {
  const person = findPerson(read, personId);
  if (person === undefined) throw new AppError('row-not-found');
  return person.name;
}

function assertOrder(from: string, to: string | null): void {
  if (to !== null && to < from) throw new AppError('period-invalid', { from, to });
}

/** Hours, roles, skills and mentors of everybody. */
export function showTeam(session: Session): Output<'people/team'> {
  const read = readOf(session);
  const today = session.clock.today();
  const team = new TeamTime(read);
  const capacities = listCapacities(read);
  const roles = listPersonRoles(read);
  const skills = listPersonSkills(read);
  const mentors = listMentorships(read);
  const names = new Map(team.people.map(({ id, name }) => [id, name]));
  return {
    people: team.people.map((person) => {
      const time = team.timeOf(person.id);
      const current =
        time === undefined
          ? { weekSeconds: ASSUMED_WEEK, calendar: 'RU' as const, isStated: false }
          : termsOn(time, today);
      return {
        id: person.id,
        name: person.name,
        role: person.role,
        weekSeconds: [...current.weekSeconds],
        calendar: current.calendar,
        isStated: current.isStated,
        capacities: capacities
          .filter(({ personId }) => personId === person.id)
          .map((row) => ({
            id: row.id,
            revision: row.revision,
            validFrom: row.validFrom,
            validTo: row.validTo,
            weekSeconds: weekSecondsOf(row),
            calendar: row.calendar,
          })),
        roles: roles
          .filter(({ personId }) => personId === person.id)
          .map(({ personId: _, ...row }) => row),
        skills: skills
          .filter(({ personId }) => personId === person.id)
          .map(({ personId: _, ...row }) => row),
        mentors: mentors
          .filter(({ traineeId }) => traineeId === person.id)
          .map(({ traineeId: _, ...row }) => ({
            ...row,
            mentorName: names.get(row.mentorId) ?? '',
          })),
      };
    }),
  };
}

/** Sets what a person works on each day of the week from a day on. */
export function setCapacity(session: Session, input: Input<'people/set-capacity'>): Done {
  const { personId, validFrom, validTo, weekSeconds, calendar } = input;
  const [
    monday = 0,
    tuesday = 0,
    wednesday = 0,
    thursday = 0,
    friday = 0,
    saturday = 0,
    sunday = 0,
  ] = weekSeconds;
  assertOrder(validFrom, validTo);
  const params = { name: nameOf(readOf(session), personId), on: validFrom };
  return act(session, 'set-capacity', params, (tx) => ({
    id: writeCapacity(tx, {
      personId,
      validFrom,
      validTo,
      mondaySeconds: monday,
      tuesdaySeconds: tuesday,
      wednesdaySeconds: wednesday,
      thursdaySeconds: thursday,
      fridaySeconds: friday,
      saturdaySeconds: saturday,
      sundaySeconds: sunday,
      calendar,
    }),
  }));
}

/** Gives a person a role for a time. */
export function setRole(session: Session, input: Input<'people/set-role'>): Done {
  assertOrder(input.validFrom, input.validTo);
  const params = { name: nameOf(readOf(session), input.personId), role: input.role };
  return act(session, 'set-person-role', params, (tx) => ({ id: writePersonRole(tx, input) }));
}

/** Takes a role away. */
export function removeRole(session: Session, { id }: Input<'people/remove-role'>): Done {
  act(session, 'remove-person-role', {}, (tx) => deletePersonRole(tx, id));
  return { id };
}

/** States how well a person does something. */
export function setSkill(session: Session, input: Input<'people/set-skill'>): Done {
  const skill = input.skill.trim();
  const params = { name: nameOf(readOf(session), input.personId), skill };
  return act(session, 'set-person-skill', params, (tx) => ({
    id: writePersonSkill(tx, { ...input, skill }),
  }));
}

/** Removes a skill. */
export function removeSkill(session: Session, { id }: Input<'people/remove-skill'>): Done {
  act(session, 'remove-person-skill', {}, (tx) => deletePersonSkill(tx, id));
  return { id };
}

/** Gives a trainee a mentor. Throws `mentor-is-trainee`, `period-invalid`. */
export function setMentor(session: Session, input: Input<'people/set-mentor'>): Done {
  const read = readOf(session);
  if (input.traineeId === input.mentorId) throw new AppError('mentor-is-trainee');
  assertOrder(input.fromOn, input.toOn);
  const params = { name: nameOf(read, input.traineeId), mentor: nameOf(read, input.mentorId) };
  return act(session, 'set-mentor', params, (tx) => ({ id: insertMentorship(tx, input) }));
}

/** Ends what was recorded of a mentor. */
export function removeMentor(session: Session, { id }: Input<'people/remove-mentor'>): Done {
  act(session, 'remove-mentor', {}, (tx) => deleteMentorship(tx, id));
  return { id };
}

/** Absences that share a day with the period, with the working days each takes. */
export function showAbsences(
  session: Session,
  period: Input<'people/absences'>,
): Output<'people/absences'> {
  const read = readOf(session);
  const team = new TeamTime(read);
  const names = new Map(team.people.map(({ id, name }) => [id, name]));
  return {
    absences: listAbsences(read)
      .filter(({ fromOn, toOn }) => fromOn <= period.to && toOn >= period.from)
      .map((row) => ({
        ...row,
        personName: names.get(row.personId) ?? '',
        deputyName: row.deputyId === null ? null : (names.get(row.deputyId) ?? ''),
        workingDays: workingDaysOf(team, row.personId, { from: row.fromOn, to: row.toOn }),
      })),
  };
}

function workingDaysOf(team: TeamTime, personId: string, { from, to }: Period): number {
  let days = 0;
  for (let on = from; on <= to; on = addDays(on, 1)) {
    if ((team.on(personId, on)?.absenceSeconds ?? 0) > 0) days += 1;
  }
  return days;
}

function assertAbsence(read: ReadDb, absence: Absence, exceptId: string | null): void {
  const { personId, fromOn, toOn, deputyId } = absence;
  assertOrder(fromOn, toOn);
  if (deputyId === personId) throw new AppError('absence-own-deputy');
  const others = listAbsences(read).map((row) => ({ ...row, from: row.fromOn, to: row.toOn }));
  const period = { from: fromOn, to: toOn };
  const own = others.filter((row) => row.personId === personId);
  const clash = overlappingAbsence(own, period, exceptId);
  if (clash !== null) {
    const params = { name: nameOf(read, personId), from: clash.fromOn, to: clash.toOn };
    throw new AppError('absence-overlaps', params);
  }
  if (deputyId === null) return;
  const away = overlappingAbsence(
    others.filter((row) => row.personId === deputyId),
    period,
  );
  if (away !== null) {
    const params = { name: nameOf(read, deputyId), from: away.fromOn, to: away.toOn };
    throw new AppError('absence-deputy-away', params);
  }
}

/** Records when somebody is away. Throws `absence-overlaps`, `absence-deputy-away`, `absence-own-deputy`, `period-invalid`. */
export function addAbsence(session: Session, input: Input<'people/add-absence'>): Done {
  const read = readOf(session);
  const name = nameOf(read, input.personId);
  assertAbsence(read, input, null);
  const params = { name, from: input.fromOn, to: input.toOn };
  return act(session, 'add-absence', params, (tx) => ({ id: insertAbsence(tx, input) }));
}

/** Changes an absence; throws as adding one does. */
export function amendAbsence(
  session: Session,
  { id, revision, patch }: Input<'people/amend-absence'>,
): Done {
  const read = readOf(session);
  const row = findAbsence(read, id);
  if (row === undefined) throw new AppError('row-not-found');
  const amended: Absence = {
    personId: patch.personId ?? row.personId,
    fromOn: patch.fromOn ?? row.fromOn,
    toOn: patch.toOn ?? row.toOn,
    kind: patch.kind ?? row.kind,
    deputyId: patch.deputyId === undefined ? row.deputyId : patch.deputyId,
    note: patch.note ?? row.note,
  };
  assertAbsence(read, amended, id);
  act(session, 'amend-absence', { name: nameOf(read, amended.personId) }, (tx) =>
    updateAbsence(tx, id, patch, revision),
  );
  return { id };
}

/** Removes an absence. */
export function removeAbsence(session: Session, { id }: Input<'people/remove-absence'>): Done {
  const read = readOf(session);
  const row = findAbsence(read, id);
  if (row === undefined) throw new AppError('row-not-found');
  act(session, 'remove-absence', { name: nameOf(read, row.personId) }, (tx) =>
    deleteAbsence(tx, id),
  );
  return { id };
}

/** A production calendar of a year, with the working days and hours of its months. */
export function showCalendar(
  session: Session,
  { country, year }: Input<'calendars/show'>,
): Output<'calendars/show'> {
  const calendar = readCalendars(readOf(session))[country];
  const shipped = shippedYear(country, year);
  const months = Array.from({ length: 12 }, (_, index) => {
    const { from, to } = monthPeriod(`${year}-${String(index + 1).padStart(2, '0')}`);
    let workingDays = 0;
    let seconds = 0;
    for (let on = from; on <= to; on = addDays(on, 1)) {
      const worked = workingSeconds(on, ASSUMED_WEEK, calendar);
      seconds += worked;
      if (worked > 0) workingDays += 1;
    }
    return { workingDays, workingSeconds: seconds };
  });
  return {
    days: calendar.daysOf(year),
    isShipped: shipped !== null,
    areMovesKnown: shipped?.areMovesKnown ?? false,
    months,
  };
}

/** Changes a day of a production calendar. */
export function setCalendarDay(session: Session, input: Input<'calendars/set-day'>): Done {
  const { country, on, kind, title } = input;
  return act(session, 'set-calendar-day', { on }, (tx) => ({
    id: writeCalendarDay(tx, { country, dayOn: on, kind, title }),
  }));
}

/** Takes a day back to what ships. Throws `row-not-found` where it was never changed. */
export function resetCalendarDay(
  session: Session,
  { country, on }: Input<'calendars/reset-day'>,
): Done {
  const row = findCalendarDay(readOf(session), country, on);
  if (row === undefined) throw new AppError('row-not-found');
  act(session, 'reset-calendar-day', { on }, (tx) => deleteCalendarDay(tx, row.id));
  return { id: row.id };
}
