import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  isoWeekday,
  monthOf,
  monthPeriod,
} from '../../../../shared/domain/dates';
import { nextOccurrence, occurrences, parseRule } from '../../../../shared/domain/work/recurrence';

const day = fc
  .integer({ min: dayNumber('2019-12-20'), max: dayNumber('2032-03-10') })
  .map(dateOfDayNumber);
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

type Sample = { rule: string; matches: (on: string, startsOn: string) => boolean };

const rules: fc.Arbitrary<Sample> = fc.oneof(
  fc.integer({ min: 1, max: 31 }).map(
    (of): Sample => ({
      rule: `FREQ=MONTHLY;BYMONTHDAY=${of}`,
      matches: (on) => Number(on.slice(8)) === of,
    }),
  ),
  fc.constant<Sample>({
    rule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
    matches: (on) => monthPeriod(monthOf(on)).to === on,
  }),
  fc.integer({ min: 0, max: 6 }).map(
    (index): Sample => ({
      rule: `FREQ=WEEKLY;BYDAY=${WEEKDAYS[index]}`,
      matches: (on) => isoWeekday(on) === index + 1,
    }),
  ),
  fc.integer({ min: 1, max: 40 }).map(
    (step): Sample => ({
      rule: `FREQ=DAILY;INTERVAL=${step}`,
      matches: (on, startsOn) => (dayNumber(on) - dayNumber(startsOn)) % step === 0,
    }),
  ),
  fc.constant<Sample>({
    rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    matches: (on) => on.endsWith('-02-29'),
  }),
);

describe('recurrence', () => {
  test('days rise, follow the rule, and lie after the day asked from', () => {
    fc.assert(
      fc.property(rules, day, fc.integer({ min: -400, max: 900 }), (sample, startsOn, ahead) => {
        const after = addDays(startsOn, ahead);
        const days = occurrences(sample.rule, startsOn, after, 6);
        expect(days.length).toBeGreaterThan(0);
        for (const [index, on] of days.entries()) {
          expect(on > after && on >= startsOn).toBe(true);
          expect(sample.matches(on, startsOn)).toBe(true);
          if (index > 0) expect(on > (days[index - 1] ?? '')).toBe(true);
        }
        expect(nextOccurrence(sample.rule, startsOn, after)).toBe(days[0]);
      }),
      { numRuns: 150 },
    );
  });

  test('no day between one and the next answers the rule', () => {
    fc.assert(
      fc.property(rules, day, (sample, startsOn) => {
        const [first, second] = occurrences(sample.rule, startsOn, addDays(startsOn, -1), 2);
        if (first === undefined || second === undefined) return;
        for (let on = addDays(first, 1); on < second; on = addDays(on, 1)) {
          expect(sample.matches(on, startsOn)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    // Clocks go forward on the last Sunday of March in Riga and the second of March in Los Angeles.
    ['FREQ=DAILY', '2026-03-28', ['2026-03-29', '2026-03-30', '2026-03-31']],
    ['FREQ=WEEKLY;BYDAY=SU', '2026-03-01', ['2026-03-08', '2026-03-15', '2026-03-22']],
    ['FREQ=DAILY', '2026-10-24', ['2026-10-25', '2026-10-26', '2026-10-27']],
    ['FREQ=YEARLY', '2024-02-29', ['2028-02-29', '2032-02-29', '2036-02-29']],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-31', ['2026-03-31', '2026-05-31', '2026-07-31']],
    ['FREQ=MONTHLY;BYDAY=-1FR', '2026-01-30', ['2026-02-27', '2026-03-27', '2026-04-24']],
    ['RRULE:FREQ=MONTHLY;BYMONTHDAY=5;COUNT=2', '2026-01-05', ['2026-02-05']],
    ['FREQ=WEEKLY;UNTIL=20260110', '2026-01-02', ['2026-01-09']],
  ])('%s from %s', (rule, startsOn, days) => {
    expect(occurrences(rule, startsOn, startsOn, 3)).toEqual(days);
  });

  test.each([
    ['every Monday', 'recurrence-invalid'],
    ['FREQ=HOURLY', 'recurrence-invalid'],
    ['FREQ=DAILY;BYHOUR=9', 'recurrence-invalid'],
    ['FREQ=DAILY;INTERVAL=0', 'recurrence-invalid'],
    ['FREQ=WEEKLY;BYMONTHDAY=3', 'recurrence-invalid'],
    ['FREQ=DAILY;DTSTART=20260101T000000Z', 'recurrence-invalid'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'recurrence-never'],
    ['FREQ=DAILY;INTERVAL=7;BYDAY=MO', 'recurrence-never'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'recurrence-never'],
    ['FREQ=WEEKLY;UNTIL=20200101', 'recurrence-never'],
  ])('refuses %s', (rule, code) => {
    const result = parseRule(rule, '2026-01-01');
    expect(result.ok ? 'ok' : result.code).toBe(code);
  });
});
