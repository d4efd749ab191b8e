import { findPlanSheet } from '../../../../shared/domain/media-plan-import/read-plan.ts';
import type {
  PlanCell,
  PlanHints,
  PlanReading,
  PlanSheet,
} from '../../../../shared/domain/media-plan-import/types.ts';

export type Typed =
  | string
  | number
  | { date: string }
  | { share: number }
  | { repeat: string }
  | null;

function cellOf(typed: Typed): PlanCell {
  if (typed === null) return { text: '', kind: 'text', isRepeat: false };
  if (typeof typed === 'string') return { text: typed, kind: 'text', isRepeat: false };
  if (typeof typed === 'number') return { text: String(typed), kind: 'number', isRepeat: false };
  if ('date' in typed) return { text: typed.date, kind: 'date', isRepeat: false };
  if ('share' in typed) return { text: String(typed.share), kind: 'percent', isRepeat: false };
  return { text: typed.repeat, kind: 'text', isRepeat: true };
}

/** A sheet typed row by row, from row 1. */
export function sheetOf(rows: readonly (readonly Typed[])[], name = 'План'): PlanSheet {
  return {
    name,
    isHidden: false,
    rows: rows.map((cells, index) => ({
      line: index + 1,
      isHidden: false,
      cells: cells.map(cellOf),
    })),
  };
}

/** Reads it; a sheet that is no plan is a failed test. */
export function readSheet(sheet: PlanSheet, hints: Partial<PlanHints> = {}): PlanReading {
  const reading = findPlanSheet([sheet], { fileName: 'plan.xlsx', currency: 'RUB', ...hints });
  if (reading === null) throw new Error('no plan was found');
  return reading;
}
