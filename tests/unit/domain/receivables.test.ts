import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/domain/dates';
import {
  AGING_BUCKETS,
  agingBucket,
  agingOf,
  collectionShare,
  daysSalesOutstanding,
  type ReceivableDocument,
  salesOfDsoWindow,
} from '../../../shared/domain/receivables';

const AS_OF = '2026-11-21';

const documents = fc.array(
  fc.record({
    id: fc.uuid(),
    issuedOn: fc.integer({ min: -200, max: 30 }).map((days) => addDays(AS_OF, days)),
    dueOn: fc.integer({ min: -200, max: 60 }).map((days) => addDays(AS_OF, days)),
    amountMinor: fc.integer({ min: 0, max: 10 ** 9 }),
    paidMinor: fc.integer({ min: 0, max: 10 ** 9 }),
  }),
  { maxLength: 40 },
);

function invoice(change: Partial<ReceivableDocument>): ReceivableDocument {
  return {
    id: 'a',
    issuedOn: '2026-10-01',
    dueOn: '2026-10-15',
    amountMinor: 10_000,
    paidMinor: 0,
    ...change,
  };
}

describe('aging of receivables', () => {
  it('puts a day into the bucket it ends', () => {
    expect([-5, 0, 1, 30, 31, 60, 61, 90, 91].map(agingBucket)).toEqual([
      'not-due',
      'not-due',
      'd1-30',
      'd1-30',
      'd31-60',
      'd31-60',
      'd61-90',
      'd61-90',
      'd90-plus',
    ]);
  });

  it('adds up to the total, always, and the overdue to all but the first bucket', () => {
    fc.assert(
      fc.property(documents, (all) => {
        const aging = agingOf(all, AS_OF);
        const sum = AGING_BUCKETS.reduce((total, bucket) => total + aging.buckets[bucket], 0);
        expect(sum).toBe(aging.totalMinor);
        expect(aging.totalMinor - aging.buckets['not-due']).toBe(aging.overdueMinor);
        expect(aging.open.reduce((total, each) => total + each.openMinor, 0)).toBe(
          aging.totalMinor,
        );
        const issued = all.filter((each) => each.issuedOn <= AS_OF);
        const balance = issued.reduce(
          (total, each) => total + each.amountMinor - each.paidMinor,
          0,
        );
        expect(aging.totalMinor - aging.prepaidMinor).toBe(balance);
      }),
    );
  });

  it('takes an overpayment for a prepayment, not for a negative debt', () => {
    const aging = agingOf([invoice({ paidMinor: 12_000 }), invoice({ id: 'b' })], AS_OF);
    expect(aging).toMatchObject({ totalMinor: 10_000, prepaidMinor: 2_000 });
    const share = collectionShare([invoice({ paidMinor: 12_000 }), invoice({ id: 'b' })], AS_OF);
    expect(share).toEqual({ known: true, value: { n: 1n, d: 2n } });
  });

  it('leaves out what was not issued yet', () => {
    const later = invoice({ issuedOn: '2026-11-22', dueOn: '2026-11-20' });
    expect(agingOf([later], AS_OF).totalMinor).toBe(0);
    expect(collectionShare([later], AS_OF)).toEqual({ known: true, value: null });
  });

  it('counts sales of the last ninety days, the ninetieth day back left out', () => {
    const sales = salesOfDsoWindow(
      [
        invoice({ issuedOn: addDays(AS_OF, -90) }),
        invoice({ issuedOn: addDays(AS_OF, -89), amountMinor: 7 }),
        invoice({ issuedOn: AS_OF, amountMinor: 5 }),
      ],
      AS_OF,
    );
    expect(sales).toBe(12);
    expect(daysSalesOutstanding(6, sales)).toEqual({ known: true, value: { n: 45n, d: 1n } });
    expect(daysSalesOutstanding(6, 0)).toEqual({ known: true, value: null });
  });
});
