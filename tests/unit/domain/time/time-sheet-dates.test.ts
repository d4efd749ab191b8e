import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockOf, lengthOf } from '../../../../shared/domain/time-sheet/clock';
import { parseTimeSheet } from '../../../../shared/domain/time-sheet/parse-time-sheet';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/time-csv', name), 'utf8');
const minutesOf = (rows: readonly { seconds: number }[]) =>
  rows.reduce((sum, { seconds }) => sum + seconds, 0) / 60;

describe('time sheets of other tools', () => {
  test('Toggl: over midnight, of zero length, and the same row twice', () => {
    const sheet = parseTimeSheet(fixture('toggl.csv'), null);
    expect(sheet.tool).toBe('toggl');
    expect(sheet.rows.map(({ on, seconds }) => [on, seconds])).toEqual([
      ['2026-11-16', 5400],
      ['2026-11-16', 4500],
      ['2026-11-17', 8430],
      ['2026-11-17', 8430],
    ]);
    expect(sheet.rows[0]).toMatchObject({
      person: 'Anna Lapa',
      client: 'Romashka',
      project: 'Context',
      note: 'Report, November',
    });
    expect(sheet.left).toMatchObject([
      { line: 4, state: 'not-booked', problem: { code: 'time-zero' } },
    ]);
  });

  test('Clockify: month before day, 12-hour clock, ragged rows, a decimal that differs', () => {
    const sheet = parseTimeSheet(fixture('clockify-us-12h.csv'), null);
    expect(sheet.tool).toBe('clockify');
    expect(sheet.rows.map(({ on, startSeconds, seconds }) => [on, startSeconds, seconds])).toEqual([
      ['2026-11-16', 32_400, 8100],
      ['2026-11-16', 45_000, 1800],
      ['2026-11-17', 300, 1800],
    ]);
    expect(sheet.left.map(({ line, problem }) => [line, problem.code])).toEqual([
      [4, 'date-missing'],
      [6, 'row-too-wide'],
    ]);
    expect(sheet.warnings).toMatchObject([
      { line: 3, field: 'Duration (decimal)', code: 'time-differs' },
    ]);
  });

  test('days that can be read both ways are asked about, and read as somebody says', () => {
    const text = fixture('clockify-unsure-days.csv');
    const asked = parseTimeSheet(text, null);
    expect(asked.rows).toEqual([]);
    expect(asked.left.map(({ state }) => state)).toEqual(['unsure', 'unsure']);
    expect(parseTimeSheet(text, 'dmy').rows.map(({ on }) => on)).toEqual([
      '2026-11-05',
      '2026-11-06',
    ]);
    expect(parseTimeSheet(text, 'mdy').rows.map(({ on }) => on)).toEqual([
      '2026-05-11',
      '2026-06-11',
    ]);
  });

  test('Harvest: hours with a decimal comma, names in two columns', () => {
    const sheet = parseTimeSheet(fixture('harvest-comma.csv'), null);
    expect(sheet.tool).toBe('harvest');
    expect(sheet.rows.map(({ person, seconds }) => [person, seconds])).toEqual([
      ['Anna Lapa', 9000],
      ['Anna Lapa', 1188],
      ['Boris Egle', 72_000],
      ['Boris Egle', 27_000],
    ]);
  });

  test('Kimai: known by its shape where the header is in another language; the row of sums is left out', () => {
    const sheet = parseTimeSheet(fixture('kimai-other-language.csv'), null);
    expect(sheet.tool).toBe('kimai');
    expect(minutesOf(sheet.rows)).toBe(110);
    expect(sheet.rows[0]).toMatchObject({
      person: 'Anna Lapa',
      client: 'Romashka',
      task: 'Analysis',
    });
  });

  test.each([
    'name,mail\nAnna,a@example.com\n',
    'Campaign,Day,Cost\nA,2026-11-01,5\n',
    'nothing at all',
  ])('no time sheet: %j', (text) => {
    expect(() => parseTimeSheet(text, null)).toThrow('time-header-missing');
  });

  test('a duration that differs from start and end is named, and start and end count', () => {
    const head = 'User,Client,Project,Start Date,Start Time,End Date,End Time,Duration (decimal)\n';
    const sheet = parseTimeSheet(`${head}Anna,R,C,2026-11-16,09:00,2026-11-16,10:00,1.50\n`, null);
    expect(sheet.rows[0]?.seconds).toBe(3600);
    expect(sheet.warnings).toMatchObject([
      { line: 2, code: 'time-differs', params: { stated: 5400, computed: 3600 } },
    ]);
  });

  test('whatever the rows hold, each line of data is counted once', () => {
    const cells = fc.array(
      fc.string({ maxLength: 12 }).map((text) => text.replace(/[",\r\n]/g, '')),
      {
        minLength: 6,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 8 }), (rows) => {
        const lines = rows.map((row) => ['x', ...row].join(','));
        const head = 'Project,User,Client,Start Date,Start Time,End Time,Duration';
        const sheet = parseTimeSheet([head, ...lines].join('\n'), null);
        expect(sheet.rows.length + sheet.left.length).toBeLessThanOrEqual(rows.length);
        for (const { seconds } of sheet.rows) expect(seconds).toBeGreaterThan(0);
      }),
    );
  });
});

describe('clocks', () => {
  test('every minute of a day comes back from both ways to write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        const hour = Math.floor(minute / 60);
        const rest = String(minute % 60).padStart(2, '0');
        const half = hour < 12 ? 'AM' : 'PM';
        expect(clockOf(`${hour}:${rest}`)).toBe(minute * 60);
        expect(clockOf(`${hour % 12 === 0 ? 12 : hour % 12}:${rest}:00 ${half}`)).toBe(minute * 60);
      }),
    );
  });

  test.each(['', 'noon', '25:00', '12:60', '13:00 PM'])('no time of day: «%s»', (text) => {
    expect(clockOf(text)).toBeNull();
  });

  test('a length may be longer than a day and is no decimal', () => {
    expect(lengthOf('26:15:00')).toBe(94_500);
    expect(lengthOf('1,5')).toBeNull();
  });
});
