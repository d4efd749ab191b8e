import { useQuery } from '@tanstack/react-query';
import type { FollowedPlan, Plan } from '../../../shared/contract/media-plans.contract';
import { type CallFailure, call, queryClient } from '../../lib/api';
import type { PlanLine } from './plan-types';

export type ShownUnit = 'month' | 'week' | 'day' | null;

type Followed = { stamp: number; plan: Plan };

/** What is kept of a plan after an answer: lines that did not change stay the very same objects. */
export function withChanges(before: Followed | undefined, answer: FollowedPlan): Followed {
  const { stamp } = answer;
  if (answer.kind === 'whole' || before === undefined) {
    if (answer.kind !== 'whole') throw new Error('changes of a plan that is not here');
    return { stamp, plan: answer.plan };
  }
  const { head, ids, lines: changed, shares } = answer;
  const known = new Map(before.plan.lines.map((line) => [line.id, line]));
  for (const line of changed) known.set(line.id, line);
  const order = ids ?? before.plan.lines.map(({ id }) => id);
  const lines = order.flatMap((id, i): PlanLine[] => {
    const line = known.get(id);
    if (line === undefined) return [];
    const vatMinor = shares.vatMinor[i] ?? 0;
    const clientNetMinor = shares.clientNetMinor[i] ?? 0;
    const clientVatMinor = shares.clientVatMinor[i] ?? 0;
    const isSame =
      line.vatMinor === vatMinor &&
      line.clientNetMinor === clientNetMinor &&
      line.clientVatMinor === clientVatMinor;
    if (isSame) return [line];
    const clientPriceMinor = clientNetMinor + clientVatMinor;
    return [{ ...line, vatMinor, clientNetMinor, clientVatMinor, clientPriceMinor }];
  });
  return { stamp, plan: { ...head, lines } };
}

const keyOf = (id: string, unit: ShownUnit) => ['media-plans/show', { id, unit }] as const;

/** A version of a plan, of which only what changed is read again. */
export function usePlan(id: string, unit: ShownUnit) {
  return useQuery<Followed, CallFailure, Plan>({
    queryKey: keyOf(id, unit),
    queryFn: async () => {
      const before = queryClient.getQueryData<Followed>(keyOf(id, unit));
      const since = before?.stamp ?? null;
      return withChanges(before, await call('media-plans/show', { id, unit, since }));
    },
    select: planOf,
    // Megabytes compared value by value would take longer than drawing them; see withChanges.
    structuralSharing: false,
    placeholderData: (previous) => previous,
  });
}

const planOf = ({ plan }: Followed): Plan => plan;
