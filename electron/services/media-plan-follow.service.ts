import { listKnownPlanLines } from '../../db/queries/known-plan-lines.query';
import { readPlanVersions } from '../../db/queries/media-plans.query';
import type { ReadDb } from '../../db/read-db';
import type { Input } from '../../shared/contract/contract';
import type { FollowedPlan, Plan } from '../../shared/contract/media-plans.contract';
import { planDto } from './media-plans/plan-dto';
import { type PlanModel, readPlanModel } from './media-plans/plan-model';
import { readOf, type Session } from './session';

type Line = Plan['lines'][number];
type Answer = { key: string; stamp: number; plan: Plan; model: PlanModel };

/** The last answer of each file: a page follows one plan at a time. */
const answers = new WeakMap<ReadDb, Answer>();

/**
 * One version as `showMediaPlan` has it, or what became different since the answer the asker still has. A plan
 * of two thousand lines is megabytes; an edit is a few lines and everybody's share of the rounding.
 */
export function followMediaPlan(
  session: Session,
  { id, unit, since }: Input<'media-plans/show'>,
): FollowedPlan {
  const read = readOf(session);
  const model = readPlanModel(read, id, {
    today: session.clock.today(),
    unit,
    linesOf: listKnownPlanLines,
  });
  const versions = readPlanVersions(read, model.plan.familyId);
  const plan = planDto(read, model, unit ?? model.plan.columnUnit, versions);
  const key = `${id} ${unit ?? ''}`;
  const before = answers.get(read);
  const stamp = (before?.stamp ?? 0) + 1;
  answers.set(read, { key, stamp, plan, model });
  if (before === undefined || before.key !== key || before.stamp !== since) {
    return { kind: 'whole', stamp, plan };
  }
  return { kind: 'changes', stamp, ...changesOf(before, { plan, model }) };
}

function changesOf(before: Pick<Answer, 'plan' | 'model'>, { plan, model }: typeof before) {
  const { lines, ...head } = plan;
  const places = new Map(before.plan.lines.map(({ id }, i) => [id, i]));
  const isSameOrder =
    lines.length === before.plan.lines.length && lines.every(({ id }, i) => places.get(id) === i);
  return {
    head,
    ids: isSameOrder ? null : lines.map(({ id }) => id),
    lines: lines.filter((line, i) => {
      const place = places.get(line.id) ?? -1;
      const old = before.plan.lines[place];
      // Lines that were not changed are the same rows: see listKnownPlanLines.
      const isSameRow = before.model.lines[place]?.row === model.lines[i]?.row;
      return (
        old === undefined || !isSameRow || RECKONED.some((key) => !isEqual(old[key], line[key]))
      );
    }),
    shares: {
      vatMinor: lines.map((line) => line.vatMinor),
      clientNetMinor: lines.map((line) => line.clientNetMinor),
      clientVatMinor: lines.map((line) => line.clientVatMinor),
    },
  };
}

/** What is not the line's own row: reckoned with the plan's terms, or read beside it. Shares of totals apart. */
const RECKONED = [
  'netMinor',
  'commissionMinor',
  'withCommissionMinor',
  'rebateMinor',
  'ourCostMinor',
  'levyMinor',
  'columnsMinor',
  'fact',
  'creatives',
  'ownVatPpm',
  'missingRate',
] as const satisfies (keyof Line)[];

function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((each, i) => isEqual(each, b[i]));
  }
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => isEqual(value, right.get(key)));
}
