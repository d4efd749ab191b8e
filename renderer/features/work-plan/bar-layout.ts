import { addDays, diffDays, type Period, type PlainDate } from '../../../shared/domain/dates';
import { type Axis, spanOf, todayX } from '../../components/axis/axis';
import type { PlanTask } from './plan-types';

/** Free pixels of a day at both of a bar's ends together. */
const GAP = 2;

/** A task's bar: pixels from the first day of the axis. */
export interface BarShape {
  readonly x: number;
  readonly width: number;
  /** The solid part from the left. Never beyond the line of today. */
  readonly ink: number;
  readonly baseline: { readonly x: number; readonly width: number } | null;
  /** Where the work should have ended and has not: from the bar's end until today. */
  readonly late: { readonly x: number; readonly width: number } | null;
}

/** Where a task's bar lies. */
export function barShape(axis: Axis, task: PlanTask, days: Period, today: PlainDate): BarShape {
  const span = spanOf(axis, days);
  const width = Math.max(3, span.width - GAP);
  const line = todayX(axis, today);
  const isDone = task.status === 'done';
  const done = isDone ? 1 : Math.min(1, Math.max(0, task.done));
  const late = !isDone && days.to < today ? line - (span.x + width) : 0;
  return {
    x: span.x,
    width,
    ink: Math.max(0, Math.min(done * width, line - span.x)),
    baseline: task.baseline === null ? null : baselineOf(axis, task.baseline),
    late: late > 0 ? { x: span.x + width, width: late } : null,
  };
}

function baselineOf(axis: Axis, days: Period): { x: number; width: number } {
  const span = spanOf(axis, days);
  return { x: span.x, width: Math.max(3, span.width - GAP) };
}

/** What of a bar is held. */
export type Grip = 'move' | 'start' | 'end';

/** The days of a task after one of its parts was moved; an end never passes the other. */
export function movedDays(days: Period, grip: Grip, by: number): Period {
  const length = diffDays(days.from, days.to);
  switch (grip) {
    case 'move':
      return { from: addDays(days.from, by), to: addDays(days.to, by) };
    case 'start':
      return { from: addDays(days.from, Math.min(by, length)), to: days.to };
    case 'end':
      return { from: days.from, to: addDays(days.to, Math.max(by, -length)) };
  }
}

/** The way of an arrow: out of the end of one bar, down or up to the start of the other. */
export function linkPath(
  from: { readonly end: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  barHeight: number,
): string {
  const isBelow = to.y >= from.y;
  const side = isBelow ? 1 : -1;
  const tip = to.y - side * (barHeight / 2 + 1);
  const room = to.x - from.end;
  if (room >= 6) {
    const x = to.x + 4;
    return `M${from.end} ${from.y}H${x}V${tip}`;
  }
  // The other starts before this one ends: round the bar's corner and back between the rows.
  const middle = from.y + side * (barHeight / 2 + 5);
  return `M${from.end} ${from.y}h5V${middle}H${to.x + 4}V${tip}`;
}

/** The head of an arrow that ends at a bar. */
export function arrowHead(
  from: { readonly y: number },
  to: { readonly x: number; readonly y: number },
  barHeight: number,
): string {
  const side = to.y >= from.y ? 1 : -1;
  const y = to.y - side * (barHeight / 2 + 4);
  return `M${to.x + 0.5} ${y}h7l-3.5 ${side * 4}z`;
}
