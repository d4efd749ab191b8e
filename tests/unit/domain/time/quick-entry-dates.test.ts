import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDuration } from '../../../../shared/domain/time/duration-text';
import { type QuickClient, readQuickEntry } from '../../../../shared/domain/time/quick-entry';
import { type Rounding, roundTime } from '../../../../shared/domain/time/rounding';

const retainer = (id: string, name: string) => ({ id, name, kind: 'retainer' as const });
const fixed = (id: string, name: string) => ({ id, name, kind: 'fixed-fee' as const });

const CLIENTS: readonly QuickClient[] = [
  {
    id: 'romashka',
    name: 'ООО «Ромашка»',
    projects: [retainer('r1', 'Контекстная реклама'), fixed('r2', 'Новый сайт')],
  },
  { id: 'jurmala', name: 'Jūrmalas Viesnīcas', projects: [retainer('j1', 'Aģentūras līgums')] },
  { id: 'sever', name: 'Север Групп', projects: [retainer('s1', 'SMM')] },
  { id: 'severyanka', name: 'Северянка', projects: [] },
  { id: 'studio', name: 'Студия Шик', projects: [fixed('x1', 'Логотип'), fixed('x2', 'Каталог')] },
];
const TODAY = '2026-11-23';
const entry = (text: string) => readQuickEntry(text, TODAY, TODAY, CLIENTS);

describe('durations as they are typed', () => {
  test.each([
    ['1,5', 5400],
    ['1.5', 5400],
    ['1:30', 5400],
    ['90м', 5400],
    ['90 мин', 5400],
    ['90 min', 5400],
    ['1ч30', 5400],
    ['1ч 30м', 5400],
    ['1h 30m', 5400],
    ['1 st. 30 min.', 5400],
    ['2ч', 7200],
    ['2 часа', 7200],
    ['0:45', 2700],
    ['полчаса', 1800],
    ['8', 28_800],
    ['0,25', 900],
    ['0', 0],
  ])('%s', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  test.each(['', 'ч', '1:75', '1ч 75м', '-2', 'abc', '1,5,5', '2x', '1e3'])('not: «%s»', (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  test('every minute of a day comes back from each way to write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
        const hours = Math.floor(minutes / 60);
        const rest = minutes % 60;
        expect(parseDuration(`${minutes}м`)).toBe(minutes * 60);
        expect(parseDuration(`${hours}:${String(rest).padStart(2, '0')}`)).toBe(minutes * 60);
        expect(parseDuration(`${hours}ч ${rest}м`)).toBe(minutes * 60);
      }),
    );
  });
});

describe('a typed line', () => {
  test.each([
    '2ч Ромашка отчёт',
    '2h romashka отчёт',
    '2 РОМАШ отчёт',
    '2ч Romaška отчёт',
    '2ч hjvfirf отчёт',
  ])('%s', (text) => {
    expect(entry(text)).toEqual({
      seconds: 7200,
      on: TODAY,
      note: 'отчёт',
      choices: [{ clientId: 'romashka', projectId: 'r1' }],
      isInternal: false,
    });
  });

  test('takes the duration from the end and the client from the middle too', () => {
    expect(entry('отчёт Ромашка 1ч 30м')).toMatchObject({
      seconds: 5400,
      note: 'отчёт',
      choices: [{ clientId: 'romashka', projectId: 'r1' }],
    });
  });

  test('names a project by a word of it', () => {
    expect(entry('3ч Ромашка сайт вёрстка').choices).toEqual([
      { clientId: 'romashka', projectId: 'r2' },
    ]);
  });

  test('reads Latvian names without their marks', () => {
    expect(entry('1:00 jurmalas atskaite').choices).toEqual([
      { clientId: 'jurmala', projectId: 'j1' },
    ]);
  });

  test('asks where two clients begin alike, and where no project is the usual one', () => {
    expect(entry('1ч севе звонок').choices.map(({ clientId }) => clientId)).toEqual([
      'sever',
      'severyanka',
    ]);
    expect(entry('1ч север звонок').choices).toEqual([{ clientId: 'sever', projectId: 's1' }]);
    expect(entry('1ч Шик эскиз').choices).toHaveLength(2);
  });

  test('a client without projects is booked without one', () => {
    expect(entry('1ч северянка').choices).toEqual([{ clientId: 'severyanka', projectId: null }]);
  });

  test.each([
    ['1ч вчера Ромашка', '2026-11-22'],
    ['1ч пн Ромашка', '2026-11-23'],
    ['1ч вт Ромашка', '2026-11-17'],
    ['1ч Ромашка 16.11.2026', '2026-11-16'],
    ['1h yesterday Romashka', '2026-11-22'],
  ])('finds the day: %s', (text, on) => {
    expect(entry(text)).toMatchObject({ on, choices: [{ clientId: 'romashka' }] });
  });

  test('says what is lacking', () => {
    expect(entry('Ромашка отчёт').seconds).toBeNull();
    expect(entry('2ч Неведомый').choices).toEqual([]);
    expect(entry('1ч внутреннее планёрка')).toMatchObject({ isInternal: true, note: 'планёрка' });
  });

  test('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const read = entry(text);
        expect(read.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
    );
  });
});

describe('rounding', () => {
  const roundings: fc.Arbitrary<Rounding> = fc.record({
    step: fc.constantFrom(0, 360, 900, 1800),
    mode: fc.constantFrom('up', 'nearest'),
  });

  test('ends on a step, less than a step away, and up never takes away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 86_400 }), roundings, (seconds, rounding) => {
        const rounded = roundTime(seconds, rounding);
        if (rounding.step === 0) {
          expect(rounded).toBe(seconds);
          return;
        }
        expect(rounded % rounding.step).toBe(0);
        expect(rounded).toBeGreaterThan(0);
        expect(Math.abs(rounded - seconds)).toBeLessThan(rounding.step);
        if (rounding.mode === 'up') expect(rounded).toBeGreaterThanOrEqual(seconds);
      }),
    );
  });

  test('halves go up', () => {
    expect(roundTime(1350, { step: 900, mode: 'nearest' })).toBe(1800);
    expect(roundTime(1349, { step: 900, mode: 'nearest' })).toBe(900);
    expect(roundTime(0, { step: 900, mode: 'up' })).toBe(0);
  });
});
