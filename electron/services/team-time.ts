import type { ReadDb } from '../../db/read-db';
import { listPeople, type PersonRow } from '../../db/repositories/people.repo';
import {
  type CapacityRow,
  listAbsences,
  listCalendarDays,
  listCapacities,
} from '../../db/repositories/team.repo';
import {
  type Availability,
  availabilityOn,
  type Calendars,
  type CapacityTerms,
  type PersonTime,
  termsOn,
} from '../../shared/domain/time/capacity';
import { productionCalendar } from '../../shared/domain/time/production-calendar';
import { requireAgency } from './portfolio.service';

/** Hours of a stored row, Monday first. */
export function weekSecondsOf(row: CapacityRow): number[] {
  return [
    row.mondaySeconds,
    row.tuesdaySeconds,
    row.wednesdaySeconds,
    row.thursdaySeconds,
    row.fridaySeconds,
    row.saturdaySeconds,
    row.sundaySeconds,
  ];
}

/** Production calendars of the countries as people changed them. */
export function readCalendars(read: ReadDb): Calendars {
  const edits = listCalendarDays(read).map(({ dayOn, ...day }) => ({ ...day, on: dayOn }));
  const of = (country: 'RU' | 'LV') =>
    productionCalendar(
      country,
      edits.filter((day) => day.country === country),
    );
  return { RU: of('RU'), LV: of('LV') };
}

/** What everybody can work and when they are away, read once for one answer. */
export class TeamTime {
  readonly people: readonly PersonRow[];
  readonly calendars: Calendars;
  readonly #times: ReadonlyMap<string, PersonTime>;
  readonly #days = new Map<string, Availability>();

  constructor(read: ReadDb) {
    const country = requireAgency(read).country;
    const capacities = listCapacities(read);
    const away = listAbsences(read);
    this.people = listPeople(read);
    this.calendars = readCalendars(read);
    this.#times = new Map(
      this.people.map((person): [string, PersonTime] => [
        person.id,
        {
          terms: capacities.filter(({ personId }) => personId === person.id).map(termsOf),
          country,
          activeFrom: person.activeFrom,
          activeTo: person.activeTo,
          absences: away
            .filter(({ personId }) => personId === person.id)
            .map(({ fromOn, toOn }) => ({ from: fromOn, to: toOn })),
        },
      ]),
    );
  }

  /** Hours, holidays and absences of a person; undefined for somebody unknown. */
  timeOf(personId: string): PersonTime | undefined {
    return this.#times.get(personId);
  }

  /** What a person has of a day. */
  on(personId: string, date: string): Availability | null {
    const person = this.#times.get(personId);
    if (person === undefined) return null;
    const key = `${personId} ${date}`;
    const known = this.#days.get(key);
    if (known !== undefined) return known;
    const made = availabilityOn(person, date, this.calendars);
    this.#days.set(key, made);
    return made;
  }

  /** Whether the person's hours were stated for a day. */
  isStated(personId: string, date: string): boolean {
    const person = this.#times.get(personId);
    return person !== undefined && termsOn(person, date).isStated;
  }
}

function termsOf(row: CapacityRow): CapacityTerms {
  return {
    validFrom: row.validFrom,
    validTo: row.validTo,
    weekSeconds: weekSecondsOf(row),
    calendar: row.calendar,
  };
}
