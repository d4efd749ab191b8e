import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import type { PlanLineInput } from '../../shared/contract/media-plans.contract';
import { lineInputOf } from './media-plans/plan-line';
import {
  type PlanModel,
  type PlanModelLine,
  PlanRates,
  readPlanModel,
} from './media-plans/plan-model';
import { readOf, type Session } from './session';

type Comparison = Output<'media-plans/compare'>;
type FieldChange = { field: string; from: string; to: string };

const TOTALS = ['netMinor', 'withCommissionMinor', 'withVatMinor', 'clientPriceMinor'] as const;

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function changedFields(from: object, to: object): FieldChange[] {
  const after = new Map(Object.entries(to));
  return Object.entries(from).flatMap(([field, value]) => {
    const change = { field, from: textOf(value), to: textOf(after.get(field)) };
    return change.from === change.to ? [] : [change];
  });
}

function titleOf({ channel, placement, format }: PlanLineInput): string {
  return [channel, placement, format].filter((text) => text !== '').join(', ');
}

function compareLine(
  originId: string,
  from: PlanModelLine | undefined,
  to: PlanModelLine | undefined,
): Comparison['lines'] {
  const before = from === undefined ? null : lineInputOf(from.row);
  const after = to === undefined ? null : lineInputOf(to.row);
  const fields = before === null || after === null ? [] : changedFields(before, after);
  if (before !== null && after !== null && fields.length === 0) return [];
  const shown = after ?? before;
  return [
    {
      originId,
      title: shown === null ? '' : titleOf(shown),
      kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
      fields,
      fromNetMinor: from?.result.netMinor ?? null,
      toNetMinor: to?.result.netMinor ?? null,
    },
  ];
}

function byOrigin(model: PlanModel): Map<string, PlanModelLine> {
  return new Map(model.lines.map((line) => [line.row.originId, line]));
}

function termsOf({ plan, vatPpm }: PlanModel): object {
  return {
    name: plan.name,
    from: plan.fromOn,
    to: plan.toOn,
    columnUnit: plan.columnUnit,
    commissionPpm: plan.commissionPpm,
    commissionBasis: plan.commissionBasis,
    clientDiscountPpm: plan.clientDiscountPpm,
    vatPpm,
    budgetGrossMinor: plan.budgetGrossMinor,
  };
}

/**
 * What differs between two versions of a plan: lines added, removed and changed field by field, the terms,
 * and the totals in every basis. Throws `media-plan-versions-differ` for versions of two plans.
 */
export function comparePlans(
  session: Session,
  { fromId, toId }: Input<'media-plans/compare'>,
): Comparison {
  const read = readOf(session);
  const options = { today: session.clock.today(), rates: new PlanRates(read) };
  const from = readPlanModel(read, fromId, options);
  const to = readPlanModel(read, toId, options);
  if (from.plan.familyId !== to.plan.familyId || from.plan.currency !== to.plan.currency) {
    throw new AppError('media-plan-versions-differ');
  }
  const before = byOrigin(from);
  const after = byOrigin(to);
  const origins = [...new Set([...after.keys(), ...before.keys()])];
  return {
    currency: to.plan.currency,
    fromVersion: from.plan.version,
    toVersion: to.plan.version,
    lines: origins.flatMap((origin) => compareLine(origin, before.get(origin), after.get(origin))),
    terms: changedFields(termsOf(from), termsOf(to)),
    totals: TOTALS.map((key) => ({
      key,
      fromMinor: from.totals[key],
      toMinor: to.totals[key],
    })),
  };
}
