import type { Input } from '../../../shared/contract/contract';
import type { CellValue } from '../../../shared/contract/media-plans.contract';
import type { PlanBasis } from '../../../shared/domain/media-plan-basis';
import type { Lang } from '../../../shared/i18n/formats';
import { type CellRule, readCell, slashOrder } from '../../components/grid/cell-text';
import type { GridEdit } from '../../components/grid/grid-source';
import type { PlanColumn } from './column-kit';
import type { SheetRow } from './plan-source';
import type { PlanLine } from './plan-types';

export type WriteRow = Input<'media-plans/write-cells'>['rows'][number];

/** A cell whose text could not be read. */
export type UnreadCell = { columnId: string; given: string; rule: CellRule };

/** What one row of the grid writes; `rowKey` is null for a line that is not there yet. */
export type PlannedRow = { rowKey: string | null; write: WriteRow; unread: UnreadCell[] };

type Terms = {
  lang: Lang;
  today: string;
  basis: PlanBasis;
  /** What a new line is where it does not say otherwise: of the channel that is looked at. */
  joins?: Joined | null;
};

export type Joined = Pick<PlanLine, 'channel' | 'model'>;

/**
 * Turns typed or pasted texts into what is written, row by row. Texts that cannot be read are named and
 * left out; everything else is kept. New lines join the group of the last line unless a group is given.
 */
export function planWrites(
  edits: readonly GridEdit[],
  rows: readonly SheetRow[],
  columns: readonly PlanColumn[],
  terms: Terms,
): PlannedRow[] {
  const slashes = slashesOf(edits, columns);
  const byRow = new Map<number, GridEdit[]>();
  for (const edit of edits) {
    const cells = byRow.get(edit.row);
    if (cells === undefined) byRow.set(edit.row, [edit]);
    else cells.push(edit);
  }
  const lastGroup = rows.findLast(({ line }) => line !== null)?.line?.groupName ?? '';
  return [...byRow].flatMap(([row, cells]): PlannedRow[] => {
    const line = rows[row]?.line ?? null;
    if (line === null && cells.every(({ text }) => text.trim() === '')) return [];
    const planned: PlannedRow = {
      rowKey: line?.id ?? null,
      write: { lineId: line?.id ?? null, cells: {} },
      unread: [],
    };
    for (const { column, text } of cells) {
      const spec = columns[column];
      if (spec?.input == null) continue;
      writeCell(planned, spec, text, { ...terms, slash: slashes.get(column) ?? 'day' });
    }
    if (line === null && planned.write.cells.groupName === undefined && lastGroup !== '') {
      planned.write.cells.groupName = lastGroup;
    }
    if (line === null && terms.joins != null) {
      planned.write.cells = { ...terms.joins, ...planned.write.cells };
    }
    const isAmount =
      planned.write.cells.netMinor !== undefined || planned.write.columns !== undefined;
    if (isAmount && terms.basis !== 'net') planned.write.basis = terms.basis;
    return [planned];
  });
}

function writeCell(
  planned: PlannedRow,
  spec: PlanColumn,
  text: string,
  terms: Terms & { slash: 'day' | 'month' },
): void {
  if (spec.input === null) return;
  const { kind, target, empty } = spec.input;
  const isNew = planned.write.lineId === null;
  const read = readCell(kind, text, terms);
  if ('rule' in read) {
    planned.unread.push({ columnId: spec.id, given: text, rule: read.rule });
    return;
  }
  // An empty cell of a new line leaves what the line starts with.
  if (read.value === null && isNew) return;
  if (read.value === null && empty === null && needsValue(kind.kind)) {
    planned.unread.push({
      columnId: spec.id,
      given: text,
      rule:
        kind.kind === 'choice'
          ? { code: 'choice', options: kind.options.map(({ label }) => label) }
          : { code: 'date' },
    });
    return;
  }
  const value: CellValue = read.value ?? empty;
  if (target.kind === 'field') planned.write.cells[target.field] = value;
  else if (typeof value === 'number') {
    planned.write.columns = { ...planned.write.columns, [String(target.place)]: value };
  }
}

function needsValue(kind: string): boolean {
  return kind === 'choice' || kind === 'date';
}

/** What stands first in dates with slashes, column by column. */
function slashesOf(
  edits: readonly GridEdit[],
  columns: readonly PlanColumn[],
): Map<number, 'day' | 'month'> {
  const texts = new Map<number, string[]>();
  for (const { column, text } of edits) {
    if (columns[column]?.input?.kind.kind !== 'date') continue;
    texts.set(column, [...(texts.get(column) ?? []), text]);
  }
  return new Map([...texts].map(([column, given]) => [column, slashOrder(given)]));
}
