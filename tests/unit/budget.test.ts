import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BudgetAmount,
  budgetCell,
  budgetTotal,
  budgetWarning,
  burnOf,
  forecastOf,
  lateAmounts,
} from '../../shared/domain/budget';

describe('how far a plan is used up', () => {
  it.each([
    [79, false, 'none'],
    [80, false, 'near'],
    [99, false, 'near'],
    [100, false, 'out'],
    [101, false, 'over'],
    [99, true, 'none'],
    [100, true, 'none'],
    [101, true, 'over'],
  ] as const)('%s of 100, over: %s → %s', (used, isOver, warning) => {
    expect(budgetWarning('media', used, 100, isOver)).toBe(warning);
  });

  it('says nothing of income, of nothing used, and where no plan was made', () => {
    expect(budgetWarning('fees', 200, 100, false)).toBe('none');
    expect(budgetWarning('hours', 0, 0, false)).toBe('none');
    expect(budgetWarning('hours', 1, 0, true)).toBe('none');
    expect(budgetWarning('media', 1, 0, false)).toBe('none');
  });
});

describe('a forecast', () => {
  const of = (month: string, forecast: number | null, actual: number) =>
    forecastOf({ month, planned: 100, forecast, actual }, '2026-11');

  it('is the actual of what is over, and never less than it in the month under way', () => {
    expect(of('2026-10', 500, 80)).toBe(80);
    expect(of('2026-11', null, 80)).toBe(100);
    expect(of('2026-11', null, 130)).toBe(130);
    expect(of('2026-11', 90, 95)).toBe(95);
    expect(of('2026-12', null, 0)).toBe(100);
    expect(of('2026-12', 70, 0)).toBe(70);
  });
});

const cells = fc
  .array(
    fc.record({
      baseline: fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: null }),
      planned: fc.integer({ min: 0, max: 1e9 }),
      forecast: fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: null }),
      actual: fc.integer({ min: 0, max: 1e9 }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((entries) =>
    entries.map((entry, i) =>
      budgetCell('media', { ...entry, month: `2026-0${i + 1}` }, '2026-05'),
    ),
  );

describe('the burn of a budget', () => {
  it('ends at the totals of its months', () => {
    fc.assert(
      fc.property(cells, (row) => {
        const total = budgetTotal('media', row, '2026-05');
        const last = burnOf(row, '2026-05').at(-1);
        expect(last?.planned).toBe(total.planned);
        expect(last?.forecast).toBe(total.forecast);
        expect(last?.baseline).toBe(total.baseline);
        expect(total.remaining).toBe(total.planned - total.actual);
      }),
    );
  });
});

describe('late entries', () => {
  it('are what is there less what was locked and adjusted: adding them leaves nothing', () => {
    const amounts: fc.Arbitrary<BudgetAmount[]> = fc.array(
      fc.record({
        projectId: fc.constantFrom(null, 'a', 'b'),
        kind: fc.constantFrom('hours' as const, 'media' as const),
        amount: fc.integer({ min: -1e9, max: 1e9 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(amounts, amounts, amounts, (locked, adjusted, actual) => {
        const late = lateAmounts(locked, adjusted, actual);
        expect(lateAmounts(locked, [...adjusted, ...late], actual)).toEqual([]);
        const sum = (rows: readonly { amount: number }[]) =>
          rows.reduce((all, { amount }) => all + amount, 0);
        expect(sum(late)).toBe(sum(actual) - sum(locked) - sum(adjusted));
      }),
    );
  });
});
