import { useSyncExternalStore } from 'react';
import type { CellProblem } from '../../components/grid/grid-source';

type Marks = ReadonlyMap<string, CellProblem>;

const NONE: Marks = new Map();
const byPlan = new Map<string, Marks>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Cells of a plan that could not be read or kept, with what was given. They stay marked until something
 * that can be kept is written there: also after an undo, and when another screen was open in between.
 */
export function useCellMarks(planId: string): Marks {
  return useSyncExternalStore(subscribe, () => byPlan.get(planId) ?? NONE);
}

/** The marks of a plan as they are now. */
export function cellMarks(planId: string): Marks {
  return byPlan.get(planId) ?? NONE;
}

/** Puts other marks in the place of those of a plan. */
export function setCellMarks(planId: string, marks: Marks): void {
  byPlan.set(planId, marks);
  for (const listener of listeners) listener();
}
