import type { Plan } from '../../../shared/contract/media-plans.contract';
import { subtotalOf } from '../../../shared/domain/media-plan-sheet';
import type { CellProblem, GridRow, GridSource } from '../../components/grid/grid-source';
import type { PlanColumn } from './column-kit';
import { FROZEN } from './plan-columns';
import type { PlanLine, PlanSubtotal } from './plan-types';

/** A row of the grid with what it stands for. */
export type SheetRow = GridRow & {
  readonly line: PlanLine | null;
  readonly group: PlanSubtotal | null;
};

/** How lines are put together. */
export const GROUPINGS = ['group', 'channel', 'geo', 'flight', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

type Grouped = Pick<Plan, 'lines' | 'byGroup' | 'byChannel' | 'shownColumns'>;

export type RowTerms = {
  grouping: Grouping;
  folded: ReadonlySet<string>;
  isDraft: boolean;
  /** Words that a shown line has; empty: all lines are shown. */
  filter: string;
  flightName: (line: Pick<PlanLine, 'from' | 'to'>) => string;
};

/** The rows of a plan: heads of groups with their lines, and an empty place at the end of a draft. */
export function sheetRows(plan: Grouped, terms: RowTerms): SheetRow[] {
  const { grouping, folded, isDraft } = terms;
  const lines = filtered(plan.lines, terms.filter);
  const isAll = lines.length === plan.lines.length;
  const groups =
    isAll && grouping === 'group'
      ? plan.byGroup
      : isAll && grouping === 'channel'
        ? plan.byChannel
        : groupsOf(lines, plan.shownColumns.length, terms);
  const blank: SheetRow[] = isDraft ? [{ key: 'new', kind: 'blank', line: null, group: null }] : [];
  const lineRow = (line: PlanLine): SheetRow => ({ key: line.id, kind: 'line', line, group: null });
  if (groups.length === 0 || (groups.length === 1 && groups[0]?.name === '')) {
    return [...lines.map(lineRow), ...blank];
  }
  const byId = new Map(lines.map((line) => [line.id, line]));
  const rows = groups.flatMap((group): SheetRow[] => {
    const key = `group:${group.name}`;
    const isFolded = folded.has(key);
    const head: SheetRow = {
      key,
      kind: 'group',
      isFolded,
      count: group.lineIds.length,
      line: null,
      group,
    };
    if (isFolded) return [head];
    return [
      head,
      ...group.lineIds.flatMap((id) => {
        const line = byId.get(id);
        return line === undefined ? [] : [lineRow(line)];
      }),
    ];
  });
  return [...rows, ...blank];
}

/** Lines that have every word of a filter somewhere in their names. */
export function filtered(lines: readonly PlanLine[], filter: string): readonly PlanLine[] {
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return lines;
  return lines.filter((line) => {
    const text = [
      line.groupName,
      line.channel,
      line.placement,
      line.format,
      line.geo,
      line.audience,
    ]
      .join(' ')
      .toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function groupsOf(lines: readonly PlanLine[], columns: number, terms: RowTerms): PlanSubtotal[] {
  const nameOf = (line: PlanLine): string => {
    switch (terms.grouping) {
      case 'group':
        return line.groupName;
      case 'channel':
        return line.channel;
      case 'geo':
        return line.geo;
      case 'flight':
        return terms.flightName(line);
      case 'none':
        return '';
    }
  };
  if (terms.grouping === 'none') return [];
  const members = new Map<string, PlanLine[]>();
  for (const line of lines) {
    const name = nameOf(line);
    const known = members.get(name);
    if (known === undefined) members.set(name, [line]);
    else known.push(line);
  }
  return [...members].map(([name, own]) => {
    const sums = subtotalOf(own, columns);
    return {
      name,
      lineIds: own.map(({ id }) => id),
      ...sums,
      columnsMinor: [...sums.columnsMinor],
    };
  });
}

export type SourceTerms = {
  rows: readonly SheetRow[];
  columns: readonly PlanColumn[];
  isDraft: boolean;
  problems: ReadonlyMap<string, CellProblem>;
  words: { nameless: string; newLine: string; total: string };
};

/** Where a problem of a cell is kept. */
export function problemKey(rowKey: string, columnId: string): string {
  return `${rowKey}:${columnId}`;
}

const EMPTY = { text: '' };

/** The plan as the grid asks for it, cell by cell. */
export function planSource(terms: SourceTerms): GridSource {
  const { rows, columns, isDraft, problems, words } = terms;
  return {
    rows,
    columns,
    frozen: FROZEN,
    totals: columns.map((column, i) => (i === 0 ? { text: words.total } : (column.total ?? EMPTY))),
    show: (row, column) => {
      const at = rows[row];
      const spec = columns[column];
      if (at === undefined || spec === undefined) return EMPTY;
      if (at.line !== null) return spec.show(at.line);
      if (at.group !== null) {
        if (column === 0) return { text: at.group.name === '' ? words.nameless : at.group.name };
        return spec.group?.(at.group) ?? EMPTY;
      }
      return column === 0 ? { text: words.newLine, tone: 'quiet' } : EMPTY;
    },
    edit: (row, column) => {
      const at = rows[row];
      const spec = columns[column];
      if (at === undefined || spec === undefined) return '';
      if (at.line !== null) return spec.edit(at.line);
      if (at.group === null) return '';
      return column === 0
        ? at.group.name
        : (spec.group?.(at.group).text ?? '').replace(/\u00a0/g, ' ').replace(/^—$/, '');
    },
    number: (row, column) => {
      const at = rows[row];
      return at?.line == null ? null : (columns[column]?.number(at.line) ?? null);
    },
    canWrite: (row, column) => {
      const at = rows[row];
      return isDraft && at !== undefined && at.kind !== 'group' && columns[column]?.input != null;
    },
    problem: (row, column) => {
      if (problems.size === 0) return null;
      return problems.get(problemKey(rows[row]?.key ?? '', columns[column]?.id ?? '')) ?? null;
    },
  };
}
