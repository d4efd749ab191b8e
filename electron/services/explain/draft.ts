import type { Explanation, FigureId } from '../../../shared/contract/portfolio.contract';
import type { FigureDto, Phrase } from '../../../shared/contract/primitives';

/** An explanation before it is said of which figure and scope it is. */
export type Draft = Omit<Explanation, 'figureId' | 'scope'>;
export type Row = Explanation['rows'][number];
export type Input = Explanation['inputs'][number];
export type Unit = Explanation['unit'];

/** A message of the namespace `explain`. */
export function say(key: string, params: Phrase['params'] = {}): Phrase {
  return { key: `explain:${key}`, params };
}

/** An input that is itself a figure and opens further. */
export function figureInput(id: FigureId, unit: Unit, figure: FigureDto): Input {
  return { label: say(`name.${id}`), unit, figure, explains: id };
}

/** An input that is a plain fact. */
export function factInput(key: string, unit: Unit, figure: FigureDto): Input {
  return { label: say(`input.${key}`), unit, figure, explains: null };
}

/** The sum of rows; null where one of them has no value. */
export function sumOfRows(rows: readonly Row[]): number | null {
  return rows.reduce<number | null>(
    (sum, row) => (sum === null || row.value === null ? null : sum + row.value),
    0,
  );
}

/** Rows that add up to the total exactly: what separate rounding left over stands in a row of its own. */
export function addingUpTo(rows: readonly Row[], total: number | null, unit: Unit): Row[] {
  const sum = sumOfRows(rows);
  if (sum === null || total === null || sum === total) return [...rows];
  const rounding: Row = {
    label: say('row.rounding'),
    source: null,
    link: null,
    unit,
    value: total - sum,
    count: 1,
  };
  return [...rows, rounding];
}
