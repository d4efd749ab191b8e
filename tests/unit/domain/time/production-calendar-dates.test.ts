import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, diffDays, isoWeekday } from '../../../../shared/domain/dates';
import {
  ASSUMED_WEEK,
  availabilityIn,
  availabilityOn,
  type PersonTime,
} from '../../../../shared/domain/time/capacity';
import {
  type CalendarCountry,
  productionCalendar,
  workingSeconds,
} from '../../../../shared/domain/time/production-calendar';
import { SHIPPED_CALENDARS } from '../../../../shared/domain/time/production-calendar-data';

const calendars = { RU: productionCalendar('RU'), LV: productionCalendar('LV') };

function hoursOf(country: CalendarCountry, year: number): { days: number; hours: number } {
  let days = 0;
  let seconds = 0;
  for (let on = `${year}-01-01`; on.startsWith(`${year}`); on = addDays(on, 1)) {
    const worked = workingSeconds(on, ASSUMED_WEEK, calendars[country]);
    seconds += worked;
    if (worked > 0) days += 1;
  }
  return { days, hours: seconds / 3600 };
}

describe('production calendars', () => {
  test('Russia has the working days and hours of the published calendars of 2025 and 2026', () => {
    expect(hoursOf('RU', 2025)).toEqual({ days: 247, hours: 1972 });
    expect(hoursOf('RU', 2026)).toEqual({ days: 247, hours: 1972 });
  });

  test('the long New Year of 2026 lasts from 31 December to 11 January', () => {
    for (let on = '2025-12-31'; on <= '2026-01-11'; on = addDays(on, 1)) {
      expect(workingSeconds(on, ASSUMED_WEEK, calendars.RU)).toBe(0);
    }
    expect(workingSeconds('2026-01-12', ASSUMED_WEEK, calendars.RU)).toBe(28_800);
  });

  test('Latvia works on Saturday 17 January 2026 for Friday the 2nd', () => {
    expect(workingSeconds('2026-01-02', ASSUMED_WEEK, calendars.LV)).toBe(0);
    expect(workingSeconds('2026-01-17', ASSUMED_WEEK, calendars.LV)).toBe(28_800);
    expect(workingSeconds('2026-06-27', ASSUMED_WEEK, calendars.LV)).toBe(25_200);
    expect(workingSeconds('2026-11-18', ASSUMED_WEEK, calendars.LV)).toBe(0);
  });

  test('every year is in order, of its own year, and a moved day changed places with a day off', () => {
    for (const { country, year, days } of SHIPPED_CALENDARS) {
      const dates = days.map(({ on }) => on);
      expect([...dates].sort()).toEqual(dates);
      expect(new Set(dates).size).toBe(dates.length);
      expect(dates.every((on) => on.startsWith(`${year}-`))).toBe(true);
      for (const { on, kind, movedFrom } of days) {
        if (kind === 'day-off') expect(isoWeekday(on)).toBeLessThan(6);
        if (movedFrom === undefined) continue;
        const wasFree = isoWeekday(movedFrom) > 5 || calendars[country].dayOn(movedFrom) !== null;
        expect(wasFree).toBe(true);
      }
    }
  });

  test('a day changed by hand counts instead of the one that ships', () => {
    const edited = productionCalendar('RU', [
      { on: '2027-01-11', kind: 'day-off', title: 'Перенос' },
      { on: '2027-02-22', kind: 'working', title: '' },
    ]);
    expect(workingSeconds('2027-01-11', ASSUMED_WEEK, edited)).toBe(0);
    expect(workingSeconds('2027-02-22', ASSUMED_WEEK, edited)).toBe(28_800);
    expect(edited.dayOn('2027-01-11')?.isEdited).toBe(true);
  });
});

describe('availability', () => {
  const dates = fc.integer({ min: 0, max: 1095 }).map((days) => addDays('2025-01-01', days));
  const persons: fc.Arbitrary<PersonTime> = fc.record({
    terms: fc.array(
      fc.record({
        validFrom: dates,
        validTo: fc.constant(null),
        weekSeconds: fc.array(fc.integer({ min: 0, max: 43_200 }), { minLength: 7, maxLength: 7 }),
        calendar: fc.constantFrom('RU' as const, 'LV' as const),
      }),
      { maxLength: 3 },
    ),
    country: fc.constantFrom('RU' as const, 'LV' as const),
    activeFrom: fc.option(dates),
    activeTo: fc.option(dates),
    absences: fc.array(
      fc.tuple(dates, fc.integer({ min: 0, max: 30 })).map(([from, days]) => ({
        from,
        to: addDays(from, days),
      })),
      { maxLength: 3 },
    ),
  });

  test('is what capacity leaves after holidays and absences, day by day and together', () => {
    fc.assert(
      fc.property(persons, dates, fc.integer({ min: 0, max: 40 }), (person, from, length) => {
        const to = addDays(from, length);
        const sum = availabilityIn(person, { from, to }, calendars);
        let available = 0;
        for (let on = from; on <= to; on = addDays(on, 1)) {
          const day = availabilityOn(person, on, calendars);
          expect(Math.min(...Object.values(day))).toBeGreaterThanOrEqual(0);
          available += day.availableSeconds;
        }
        expect(sum.availableSeconds).toBe(available);
        expect(sum.capacitySeconds - sum.holidaySeconds - sum.absenceSeconds).toBe(available);
        expect(diffDays(from, to)).toBe(length);
      }),
    );
  });

  test('nobody works before their first or after their last day', () => {
    const person: PersonTime = {
      terms: [],
      country: 'RU',
      activeFrom: '2026-11-16',
      activeTo: '2026-11-17',
      absences: [],
    };
    const week = availabilityIn(person, { from: '2026-11-09', to: '2026-11-22' }, calendars);
    expect(week.availableSeconds).toBe(2 * 28_800);
  });
});
