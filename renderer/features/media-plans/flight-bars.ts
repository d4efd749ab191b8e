import type { Plan } from '../../../shared/contract/media-plans.contract';

/** One bar of the flow chart: a line, or a group where there are too many lines. */
export type Bar = {
  key: string;
  label: string;
  from: string;
  to: string;
  amountMinor: number;
  /** Null where nothing was recorded. */
  spentMinor: number | null;
  /** Series colour, by group. */
  hue: number;
};

/** More bars than this are drawn by group. */
const MAX_BARS = 60;
/** The first colour is ink itself, kept for totals. */
const FIRST_HUE = 2;
const HUES = 6;

/** The bars of a plan in the order of its groups. */
export function flightBars(plan: Pick<Plan, 'lines' | 'byGroup'>): Bar[] {
  const byId = new Map(plan.lines.map((line) => [line.id, line]));
  const hueOf = (index: number) => FIRST_HUE + (index % HUES);
  if (plan.lines.length > MAX_BARS) {
    return plan.byGroup.flatMap((group, i): Bar[] => {
      const lines = group.lineIds.flatMap((id) => byId.get(id) ?? []);
      const first = lines[0];
      if (first === undefined) return [];
      const spends = lines.flatMap(({ fact }) => fact?.spendMinor ?? []);
      return [
        {
          key: group.name,
          label: group.name,
          from: days(lines.map((line) => line.from))[0] ?? first.from,
          to: days(lines.map((line) => line.to)).at(-1) ?? first.to,
          amountMinor: group.netMinor,
          spentMinor: spends.length === 0 ? null : spends.reduce((sum, spend) => sum + spend, 0),
          hue: hueOf(i),
        },
      ];
    });
  }
  return plan.byGroup.flatMap((group, i) =>
    group.lineIds.flatMap((id): Bar[] => {
      const line = byId.get(id);
      if (line === undefined) return [];
      return [
        {
          key: line.id,
          label: [line.channel, line.placement].filter(Boolean).join(', '),
          from: line.from,
          to: line.to,
          amountMinor: line.netMinor,
          spentMinor: line.fact?.spendMinor ?? null,
          hue: hueOf(i),
        },
      ];
    }),
  );
}

/** Days from the earliest to the latest. */
function days(given: readonly string[]): string[] {
  return given.toSorted();
}
