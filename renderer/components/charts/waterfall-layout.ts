import { linear } from './scale';

/** One column: a level reached, or a step from the level before. `value` null: unknown or "—". */
export interface WaterfallStep {
  readonly id: string;
  readonly kind: 'level' | 'step';
  /** Minor units; a step's sign says its direction. */
  readonly value: number | null;
  readonly label: readonly [string, string];
  /** A share written below, such as «71,3 % AGI». */
  readonly note: string | null;
  /** Why the value is unknown. */
  readonly reason: string | null;
}

export interface WaterfallColumn {
  readonly step: WaterfallStep;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  /** Where the running level stands after this column; null once it is unknown. */
  readonly levelY: number | null;
}

const TOP = 20;
const FOOT = 56;
const SIDE = 8;

/** Columns from zero; levels stand on the axis, steps hang between the level before and after. */
export function layOutWaterfall(
  steps: readonly WaterfallStep[],
  width: number,
  height: number,
): { readonly columns: readonly WaterfallColumn[]; readonly zeroY: number } {
  let level: number | null = null;
  const spans = steps.map((step) => {
    if (step.value === null) {
      level = null;
      return null;
    }
    const from: number | null = step.kind === 'level' ? 0 : level;
    // A step after something unknown has no place to hang from.
    if (from === null) return null;
    level = from + step.value;
    return { from, to: level };
  });
  const reached = spans.flatMap((span) => (span === null ? [] : [span.from, span.to]));
  const max = Math.max(0, ...reached);
  const min = Math.min(0, ...reached);
  const y = linear([min, max === min ? 1 : max], [height - FOOT - (min < 0 ? 14 : 0), TOP]);
  const slot = (width - 2 * SIDE + 16) / Math.max(1, steps.length);
  const columns = steps.map((step, i) => {
    const span = spans[i] ?? null;
    const x = SIDE + i * slot;
    const from = span === null ? y(0) : y(span.from);
    const to = span === null ? y(0) : y(span.to);
    return {
      step,
      x,
      width: slot - 16,
      y: Math.min(from, to),
      height: span === null ? 0 : Math.max(1.5, Math.abs(from - to)),
      levelY: span === null ? null : to,
    };
  });
  return { columns, zeroY: y(0) };
}
