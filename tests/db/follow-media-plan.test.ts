import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { setDatedRate } from '../../db/repositories/rates.repo';
import { followMediaPlan } from '../../electron/services/media-plan-follow.service';
import {
  addPlanLines,
  movePlanLines,
  recordPlanFact,
  removePlanLines,
  writePlanCells,
} from '../../electron/services/media-plan-lines.service';
import { addPlan, amendPlan, showMediaPlan } from '../../electron/services/media-plans.service';
import type { Session } from '../../electron/services/session';
import { withChanges } from '../../renderer/features/media-plans/use-plan';
import { contract } from '../../shared/contract/contract';
import { newSession } from '../helpers/db-session';
import { action } from '../helpers/db-workspace';

const PLAN = {
  clientId: 'ural',
  currency: null,
  name: 'Год',
  projectId: null,
  from: '2026-11-02',
  to: '2026-12-27',
  columnUnit: 'week' as const,
  columns: [],
  note: '',
  commissionPpm: 150_000,
  commissionBasis: 'inside' as const,
  clientDiscountPpm: 30_000,
  vatMode: 'by-date' as const,
  vatPpm: null,
  budgetGrossMinor: null,
};

let session: Session;
let planId: string;

beforeEach(() => {
  session = newSession();
  planId = addPlan(session, PLAN).id;
});

const addLines = (count: number) =>
  addPlanLines(session, {
    planId,
    beforeId: null,
    lines: Array.from({ length: count }, (_, i) => ({
      model: 'cpc' as const,
      channel: `Канал ${i % 3}`,
      volume: String(100 + i * 7),
      price: '21.37',
    })),
  }).ids;

/** A page that reads the plan as the window does. */
function follower() {
  let kept: ReturnType<typeof withChanges> | undefined;
  return (unit: 'month' | null = null) => {
    const since = kept?.stamp ?? null;
    const answer = followMediaPlan(session, { id: planId, unit, since });
    const parsed = contract['media-plans/show'].output.parse(JSON.parse(JSON.stringify(answer)));
    kept = withChanges(kept, parsed);
    return { kind: answer.kind, answer, plan: kept.plan };
  };
}

describe('a plan that is followed', () => {
  it('is what reading it whole says, whatever was changed in between', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            what: fc.constantFrom(
              'weeks',
              'price',
              'add',
              'remove',
              'move',
              'fact',
              'undo',
              'head',
            ),
            line: fc.nat(),
            amount: fc.integer({ min: 0, max: 9_999_999 }),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        (steps) => {
          session = newSession();
          planId = addPlan(session, PLAN).id;
          let ids = addLines(6);
          const read = follower();
          read();
          for (const { what, line, amount } of steps) {
            const lineId = ids[line % Math.max(1, ids.length)];
            if (lineId === undefined) break;
            if (what === 'weeks') {
              const columns = { [String(line % 8)]: amount, [String((line + 3) % 8)]: amount + 1 };
              writePlanCells(session, { planId, rows: [{ lineId, cells: {}, columns }] });
            } else if (what === 'price') {
              const cells = { price: `${amount % 1000}.5`, geo: 'Пермь' };
              writePlanCells(session, { planId, rows: [{ lineId, cells }] });
            } else if (what === 'add') addLines(1);
            else if (what === 'remove') {
              const facts = showMediaPlan(session, { id: planId, unit: null }).lines.find(
                ({ id }) => id === lineId,
              )?.fact;
              if (facts == null) removePlanLines(session, { planId, lineIds: [lineId] });
            } else if (what === 'move') {
              movePlanLines(session, { planId, lineIds: [lineId], beforeId: null });
            } else if (what === 'fact') {
              const counts = { impressions: 5, clicks: 4, leads: null, orders: null };
              recordPlanFact(session, {
                lineId,
                on: '2026-11-05',
                spendMinor: amount,
                revenueMinor: null,
                ...counts,
              });
            } else if (what === 'undo') {
              session.workspace.undo({ actor: 'anna', now: session.clock.now() });
            } else {
              const { revision } = showMediaPlan(session, { id: planId, unit: null });
              const patch = { clientDiscountPpm: amount % 500_000 };
              amendPlan(session, { id: planId, revision, patch });
            }
            let whole: ReturnType<typeof showMediaPlan>;
            try {
              whole = showMediaPlan(session, { id: planId, unit: null });
            } catch {
              // Undo went back to before the plan.
              return;
            }
            ids = whole.lines.map(({ id }) => id);
            expect(read().plan).toEqual(whole);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('sends an edited line and the shares of the others, and keeps what did not change', () => {
    const [first = ''] = addLines(50);
    const read = follower();
    const before = read().plan;
    const columns = { '0': 12_345, '1': 67_890 };
    writePlanCells(session, { planId, rows: [{ lineId: first, cells: {}, columns }] });
    const { answer, plan } = read();
    expect(answer.kind === 'changes' && answer.lines.map(({ id }) => id)).toEqual([first]);
    expect(answer.kind === 'changes' && answer.ids).toBe(null);
    const same = plan.lines.filter((line, i) => line === before.lines[i]);
    expect(same.length).toBeGreaterThan(0);
    expect(plan.lines[0]?.columnsMinor.slice(0, 2)).toEqual([12_345, 67_890]);
  });

  it('is sent whole to who asks first, in another unit, or with a stamp of long ago', () => {
    addLines(2);
    const read = follower();
    expect(read().kind).toBe('whole');
    expect(read().kind).toBe('changes');
    expect(read('month').kind).toBe('whole');
    expect(followMediaPlan(session, { id: planId, unit: 'month', since: 1 }).kind).toBe('whole');
  });

  it('takes a rate of VAT that was changed elsewhere into every line', () => {
    addLines(3);
    const read = follower();
    read();
    session.workspace.write(action('history.rates'), (tx) =>
      setDatedRate(tx, {
        kind: 'vat',
        country: 'RU',
        validFrom: '2026-12-01',
        ratePpm: 250_000,
      }),
    );
    expect(read().plan).toEqual(showMediaPlan(session, { id: planId, unit: null }));
  });
});
