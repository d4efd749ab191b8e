import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { verifyMediaPlan } from '../../electron/services/verify-media-plan.service';
import { addDays } from '../../shared/domain/dates';
import { computeMediaPlanCase, mediaPlanCaseSchema } from '../../shared/domain/media-plan-case';
import { temporaryFolder } from '../helpers/db-workspace';

const DECEMBER = new URL('../fixtures/oracle/media-plan-december-2026.json', import.meta.url);
/** Expected figures by another program, in exact fractions, that also gives those of December. */
const RIGA = new URL('../fixtures/oracle/media-plan-riga-spring-2026.json', import.meta.url);
const december = () => JSON.parse(readFileSync(DECEMBER, 'utf8'));
const inMemory = (file: unknown) => computeMediaPlanCase(mediaPlanCaseSchema.parse(file));

const pct = fc.integer({ min: 0, max: 400_000 }).map((ppm) => String(ppm / 10_000));
const decimal = (max: number, places: number) =>
  fc.tuple(fc.nat(max), fc.nat(10 ** places - 1)).map(([whole, rest]) => {
    const text = `${whole}.${String(rest).padStart(places, '0')}`;
    return text.replace(/\.?0+$/, '') || '0';
  });
const amount = (exponent: number) =>
  exponent === 0 ? fc.nat(900_000).map(String) : decimal(900_000, 2);

/** Cases of any terms, in three currencies, with weekly columns that cover every flight. */
const anyCase = fc.constantFrom('RUB', 'EUR', 'JPY').chain((currency) => {
  const money = amount(currency === 'JPY' ? 0 : 2);
  const lines = fc.array(
    fc.record({
      model: fc.constantFrom('CPM', 'CPC', 'fixed', 'spot', 'CPO'),
      volume: decimal(5000, 3),
      price: decimal(900, 4),
      surchargesPct: fc.array(pct, { maxLength: 2 }),
      discountsPct: fc.array(pct, { maxLength: 2 }),
      start: fc.nat(20),
      days: fc.integer({ min: 1, max: 10 }),
    }),
    { maxLength: 5 },
  );
  const problem = fc.record({
    budget: money,
    lines: fc.array(
      fc.record({
        weight: decimal(9, 2).map((text) => (Number(text) === 0 ? '1' : text)),
        locked: fc.option(money, { nil: undefined, freq: 3 }),
        min: fc.option(money, { nil: undefined, freq: 3 }),
      }),
      { maxLength: 4 },
    ),
  });
  return fc
    .record({
      vatPct: pct,
      commission: fc.record({ pct, basis: fc.constantFrom('on-top', 'inside') }),
      clientDiscountPct: pct,
      lines,
      spends: fc.array(money, { maxLength: 5 }),
      asOf: fc.nat(40),
      topDown: fc.array(problem, { maxLength: 2 }),
    })
    .map(({ lines: own, spends, asOf, topDown, ...terms }) => ({
      kind: 'media-plan',
      case: 'any',
      currency,
      ...terms,
      columns: [0, 7, 14, 21, 28].map((at) => ({
        from: addDays('2026-03-02', at),
        to: addDays('2026-03-02', at + 6),
      })),
      lines: own.map(({ start, days, ...line }, i) => ({
        ...line,
        id: `l${i}`,
        channel: '',
        placement: '',
        from: addDays('2026-03-02', start),
        to: addDays('2026-03-02', start + days - 1),
      })),
      fact: {
        asOf: addDays('2026-02-25', asOf),
        lines: spends.slice(0, own.length).map((spend, i) => ({ id: `l${i}`, spend })),
      },
      topDown: topDown.map(({ budget, lines: of }) => ({
        budget,
        lines: of.map((line, i) => ({ ...line, id: `t${i}` })),
      })),
    }));
});

describe('a media-plan case through the services', () => {
  it('gives every figure of December 2026', () => {
    const answer = verifyMediaPlan(december());
    expect(answer).toMatchObject({ case: 'december-2026', wrong: [] });
    expect(answer.checked).toBeGreaterThan(120);
    expect(answer.values).toEqual(december().expected);
  });

  it('gives every figure of a plan in euros: commission inside, parts of a cent, lines of nothing', () => {
    const file = JSON.parse(readFileSync(RIGA, 'utf8'));
    const answer = verifyMediaPlan(file);
    expect(answer).toMatchObject({ case: 'riga-spring-2026', wrong: [] });
    expect(answer.values).toEqual(file.expected);
    // Two of its budgets cannot be met: locks and minimums cost more.
    expect(answer.values.topDown.filter((solved) => solved === null)).toHaveLength(2);
  });

  it('names what differs, by path', () => {
    const file = december();
    file.expected.lines['3'].net = '90300.01';
    file.expected.topDown[2] = { net: '1.00' };
    expect(verifyMediaPlan(file).wrong).toEqual([
      { metric: 'lines.3.net', expected: '90300.01', got: '90300.00' },
      { metric: 'topDown.2.net', expected: '1.00', got: 'no such figure' },
    ]);
  });

  it('agrees with the arithmetic on cases of any shape', () => {
    fc.assert(
      fc.property(anyCase, (file) => {
        expect(verifyMediaPlan(file).values).toEqual(inMemory(file));
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('stands with nothing in it', () => {
    const { expected: _, ...file } = december();
    const empty = { ...file, columns: [], lines: [], fact: undefined, topDown: [] };
    const answer = verifyMediaPlan(empty);
    expect(answer).toMatchObject({ checked: 0, wrong: [] });
    expect(answer.values).toEqual(inMemory(empty));
  });

  it.each([
    [
      'columns that leave a day out',
      (f: ReturnType<typeof december>) => f.columns.pop(),
      'media-plan-flight-uncovered',
    ],
    [
      'columns that overlap',
      (f: ReturnType<typeof december>) => (f.columns[1].from = '2026-12-07'),
      'media-plan-columns-overlap',
    ],
    [
      'a line of another shape',
      (f: ReturnType<typeof december>) => delete f.lines[2].price,
      'case-field-wrong',
    ],
    [
      'commission inside of all of it',
      (f: ReturnType<typeof december>) => (f.commission = { pct: '100', basis: 'inside' }),
      'commission-inside-too-high',
    ],
  ])('refuses %s', (_name, spoil, code) => {
    const file = december();
    spoil(file);
    expect(() => verifyMediaPlan(file)).toThrow(code);
  });

  it('leaves nothing behind', () => {
    const folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    verifyMediaPlan(december());
    const file = december();
    file.columns.pop();
    expect(() => verifyMediaPlan(file)).toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });
});
