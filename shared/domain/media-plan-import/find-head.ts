import type { Period } from '../dates';
import { cellAt, dayOfCell, isBlankPlanRow, plainText } from './cells';
import { type DayMark, dayMarkOf, type FlightGround, flightDays, isWeekday } from './flight-heads';
import { foldHeading, type HeadingUse, meaningOfHeading } from './headings';
import type { ColumnUse, PlanColumn, PlanField, PlanRow, PlanSheet } from './types';

/** Titles, addresses and terms stand above the head; it is within so many filled rows. */
const HEAD_WITHIN = 25;
/** Heads of more rows than this have not been seen. */
const MOST_HEAD_ROWS = 3;

export interface FoundHead {
  /** Indexes in the sheet's rows. */
  readonly first: number;
  readonly last: number;
  readonly columns: readonly HeadColumn[];
  readonly score: number;
}

/** A column as its heads have it, before anybody decides. */
export interface HeadColumn {
  readonly index: number;
  /** Distinct texts from the top. */
  readonly parts: readonly string[];
  readonly use: HeadingUse | null;
  /** What the heads say of days; empty for other columns. */
  readonly marks: readonly DayMark[];
  /** What the flight column counts, where its heads say: «бюджет», «показы». */
  readonly counted: string;
}

/** The head of a plan's table; null where no row can be one. */
export function findPlanHead({ rows }: PlanSheet): FoundHead | null {
  let best: FoundHead | null = null;
  let seen = 0;
  for (const [first, row] of rows.entries()) {
    if (isBlankPlanRow(row)) continue;
    seen += 1;
    if (seen > HEAD_WITHIN) break;
    for (let last = first; last < Math.min(first + MOST_HEAD_ROWS, rows.length); last += 1) {
      if (last > first && !goesOn(rows, first, last)) break;
      const columns = headColumns(rows.slice(first, last + 1));
      const score = scoreOf(columns);
      const isBetter =
        best === null ||
        score > best.score ||
        (score === best.score && last - first < best.last - best.first);
      if (score > 0 && isBetter) best = { first, last, columns, score };
    }
  }
  return best;
}

/** Whether a row belongs to the head begun above it: it fills gaps or splits merged cells, and holds no amounts. */
function goesOn(rows: readonly PlanRow[], first: number, last: number): boolean {
  const above = rows[last - 1];
  const row = rows[last];
  if (above === undefined || row === undefined || isBlankPlanRow(row)) return false;
  if (row.line !== (rows[first]?.line ?? 0) + (last - first)) return false;
  const isAmount = row.cells.some(
    (cell) =>
      cell.kind === 'percent' ||
      cell.kind === 'unreckoned' ||
      (cell.kind === 'number' &&
        dayOfCell(cell) === null &&
        !/^\d{1,2}$|^20\d{2}$/.test(cell.text)),
  );
  if (isAmount || ownTexts(row).size < 2) return false;
  // Days under the numbers of their weeks.
  const spans = row.cells.filter((cell) => {
    const kind = cell.isRepeat ? undefined : dayMarkOf(plainText(cell), dayOfCell(cell))?.kind;
    return kind === 'range' || kind === 'date';
  });
  if (spans.length > 1) return true;
  return row.cells.some((cell, index) => {
    const upper = cellAt(above, index);
    const text = plainText(cell);
    if (text === '' || cell.isRepeat) return false;
    return upper.isRepeat || plainText(upper) === '' || cellAt(above, index + 1).isRepeat;
  });
}

/** A title over the table and the name of a group under the head are one text each. */
function ownTexts({ cells }: PlanRow): ReadonlySet<string> {
  return new Set(
    cells
      .filter(({ isRepeat }) => !isRepeat)
      .map(plainText)
      .filter((text) => text !== ''),
  );
}

/** The columns under a block of head rows. */
function headColumns(rows: readonly PlanRow[]): HeadColumn[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const columns: HeadColumn[] = [];
  let above: readonly DayMark[] = [];
  for (let index = 0; index < width; index += 1) {
    const cells = rows.map((row) => cellAt(row, index)).filter((cell) => plainText(cell) !== '');
    const parts = cells.map(plainText).filter((text, at, all) => all.indexOf(text) === at);
    if (parts.length === 0) continue;
    const said = cells
      .filter((cell, at) => cells.findIndex((one) => plainText(one) === plainText(cell)) === at)
      .filter((cell) => cell.kind === 'date' || !isWeekday(cell.text))
      .map((cell) => ({
        text: plainText(cell),
        mark: dayMarkOf(plainText(cell), dayOfCell(cell)),
      }));
    const marks = said.flatMap(({ mark }) => (mark === null ? [] : [mark]));
    const words = said.filter(({ mark }) => mark === null).map(({ text }) => text);
    const isFlight = isDays(marks) && isCountable(said.at(-1)?.mark ?? null, words);
    // A month written once above its weeks, without merging, stands over those at its right too.
    const own = isFlight && marks.length === 1 && rows.length > 1 ? [...above, ...marks] : marks;
    above = isFlight ? own.slice(0, -1) : [];
    columns.push({
      index,
      parts,
      use: isFlight ? null : meaningOfHeading(parts),
      marks: isFlight ? own : [],
      counted: isFlight ? words.map(foldHeading).join(' / ') : '',
    });
  }
  return columns;
}

/** A bare year is no column of days, and a bare number is one only under a month. */
function isDays(marks: readonly DayMark[]): boolean {
  const last = marks.at(-1);
  return last !== undefined && last.kind !== 'year';
}

/** Days at the foot of the heads; or above what is counted in them: «Декабрь / Бюджет». */
function isCountable(foot: DayMark | null, words: readonly string[]): boolean {
  if (foot !== null) return true;
  const field = meaningOfHeading(words.slice(-1))?.field;
  return field === 'budget' || field === 'impressions' || field === 'clicks' || field === 'volume';
}

const NAMES: readonly PlanField[] = ['placement', 'channel', 'format', 'groupName'];
const MONEY: readonly PlanField[] = ['budget', 'price'];

function scoreOf(columns: readonly HeadColumn[]): number {
  const fields = new Set(columns.flatMap(({ use }) => (use === null ? [] : [use.field])));
  const flights = columns.filter(({ marks }) => marks.length > 0).length;
  const isNamed = NAMES.some((field) => fields.has(field));
  const isPriced = MONEY.some((field) => fields.has(field)) || flights > 1;
  if (!isNamed || !isPriced) return 0;
  const fullest = flightsOf(columns)[0]?.columns ?? [];
  // Days that stand under their month are read more surely than without.
  const depth = Math.max(0, ...fullest.map(({ marks }) => marks.length));
  return 2 * fields.size + Math.min(flights, 6) + depth;
}

interface FlightGroup {
  readonly counted: string;
  readonly columns: readonly HeadColumn[];
}

/** Flight columns by what they count; those that count money first. */
function flightsOf(columns: readonly HeadColumn[]): FlightGroup[] {
  const groups = new Map<string, HeadColumn[]>();
  for (const column of columns) {
    if (column.marks.length === 0) continue;
    const group = groups.get(column.counted) ?? [];
    groups.set(column.counted, [...group, column]);
  }
  const isMoney = (counted: string) => meaningOfHeading(counted.split(' / '))?.field === 'budget';
  return [...groups]
    .map(([counted, own]) => ({ counted, columns: own }))
    .sort((a, b) => Number(isMoney(b.counted)) - Number(isMoney(a.counted)));
}

export interface ResolvedColumns {
  readonly columns: readonly PlanColumn[];
  readonly fingerprint: string;
  /** Flight columns were found, but their year or first day is not known. */
  readonly isFlightUndated: boolean;
  /** The flight columns count money by their heads. */
  readonly isFlightMoney: boolean;
}

/** Gives each column its meaning: as decided, else as its heads say, each field once. */
export function resolveColumns(
  head: FoundHead,
  data: readonly PlanRow[],
  ground: FlightGround,
  decided: ReadonlyMap<number, ColumnUse> | null,
): ResolvedColumns {
  const flight = flightsOf(head.columns)[0];
  const days = flight === undefined ? [] : flightDays(flight.columns, ground);
  const byIndex = new Map(flight?.columns.map((column, i) => [column.index, days?.[i] ?? null]));
  const guessed = guessUses(head.columns);
  const columns = head.columns.map(({ index, parts, marks }): PlanColumn => {
    const dated: Period | null = byIndex.get(index) ?? null;
    const own = dated !== null ? ('flight' as const) : marks.length > 0 ? null : guessed.get(index);
    const said = decided?.get(index);
    const use = said === undefined || (said === 'flight' && dated === null) ? (own ?? null) : said;
    return {
      index,
      title: parts.join(' / '),
      use,
      days: use === 'flight' ? dated : null,
      isOfDays: marks.length > 0,
      example: exampleOf(data, index),
    };
  });
  const isFlightMoney =
    flight !== undefined && meaningOfHeading(flight.counted.split(' / '))?.field === 'budget';
  return {
    columns,
    fingerprint: fingerprintOf(head.columns),
    isFlightUndated: flight !== undefined && days === null,
    isFlightMoney,
  };
}

/** Names the head by its columns without those of the flight, which change from plan to plan. */
export function fingerprintOf(columns: readonly HeadColumn[]): string {
  return columns
    .filter(({ marks }) => marks.length === 0)
    .map(({ parts }) => foldHeading(parts.join(' / ')))
    .join('|');
}

function guessUses(columns: readonly HeadColumn[]): Map<number, PlanField> {
  const best = new Map<PlanField, HeadColumn>();
  for (const column of columns) {
    const { use } = column;
    if (use === null) continue;
    const other = best.get(use.field)?.use?.weight ?? -1;
    if (use.weight > other) best.set(use.field, column);
  }
  promotePlatform(columns, best);
  return new Map([...best].map(([field, column]) => [column.index, field]));
}

/** Where the placement has a column of its own and the channel none, the platform is the channel. */
function promotePlatform(columns: readonly HeadColumn[], best: Map<PlanField, HeadColumn>): void {
  if (best.has('channel')) return;
  const placement = best.get('placement');
  const other = columns.find(
    ({ index, use }) => use?.field === 'placement' && index !== placement?.index,
  );
  if (placement === undefined || other === undefined) return;
  const isPlatform = ({ use }: HeadColumn) => use?.weight === 3;
  if (isPlatform(other)) best.set('channel', other);
  else if (isPlatform(placement)) {
    best.set('channel', placement);
    best.set('placement', other);
  }
}

function exampleOf(rows: readonly PlanRow[], index: number): string {
  for (const row of rows) {
    const cell = cellAt(row, index);
    if (!cell.isRepeat && plainText(cell) !== '') return plainText(cell).slice(0, 80);
  }
  return '';
}
