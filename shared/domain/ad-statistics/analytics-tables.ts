import type { Period } from '../dates';
import { periodInText } from '../table-file/dates';
import { type TableRow, trimmedCells } from '../table-file/delimited';
import { readHeading } from './header';

export type AnalyticsField = 'day' | 'nthDay' | 'visits' | 'users' | 'conversions' | 'revenue';

const NAMES: Readonly<Record<AnalyticsField, readonly string[]>> = {
  day: ['date', 'дата', 'дата визита', 'день', 'day', 'datums', 'diena'],
  nthDay: ['nth day', 'n-й день', 'день n', 'n-tā diena'],
  visits: ['визиты', 'sessions', 'сеансы', 'сессии', 'sesijas', 'visits', 'apmeklējumi'],
  users: [
    'посетители',
    'total users',
    'users',
    'active users',
    'пользователи',
    'активные пользователи',
    'всего пользователей',
    'lietotāji',
    'aktīvie lietotāji',
  ],
  conversions: [
    'достижение любой цели',
    'достижения любой цели',
    'целевые визиты',
    'key events',
    'conversions',
    'ключевые события',
    'конверсии',
    'galvenie notikumi',
    'reklāmguvumi',
  ],
  revenue: [
    'доход',
    'total revenue',
    'purchase revenue',
    'revenue',
    'общий доход',
    'доход от покупок',
    'ecommerce: доход',
    'ieņēmumi',
    'kopējie ieņēmumi',
  ],
};

const FIELDS: ReadonlyMap<string, { field: AnalyticsField; rank: number }> = new Map(
  (Object.entries(NAMES) as [AnalyticsField, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name, rank) => [name, { field, rank }] as const),
  ),
);

/** Shares, means and counts that are not taken over; everything else is what visits are parted by. */
const OTHER_METRIC =
  /отказ|глубин|время|доля|процент|конверси|страниц|просмотр|роботност|новы[ех]|bounce|rate|engage|average|avg|per |events?|views?|time|new users|rādītāj|ilgum|skaits|вовлеч|событи|средн|доход|достижени|целевые|goal/;

export interface AnalyticsColumn {
  readonly index: number;
  readonly title: string;
  readonly name: string;
  readonly currency: string | null;
}

export interface AnalyticsTable {
  /** Lines beginning with `#` above it. */
  readonly notes: readonly string[];
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
  readonly of: ReadonlyMap<AnalyticsField, AnalyticsColumn>;
  /** Goals counted one by one, to be added up where there is no column of all of them. */
  readonly goals: readonly AnalyticsColumn[];
  readonly dimensions: readonly AnalyticsColumn[];
  readonly all: readonly AnalyticsColumn[];
}

/** How much a row looks like the header of an analytics report. */
export function analyticsHeaderScore(cells: readonly string[]): number {
  const { of, dimensions } = columnsOf(cells);
  return of.has('visits') ? of.size * 10 + dimensions.length : 0;
}

function columnsOf(cells: readonly string[]) {
  const all = trimmedCells(cells).map((title, index): AnalyticsColumn => {
    const { name, currency } = readHeading(title);
    return { index, title: title.trim(), name, currency };
  });
  const of = new Map<AnalyticsField, AnalyticsColumn>();
  const ranks = new Map<AnalyticsField, number>();
  for (const column of all) {
    const found = FIELDS.get(column.name);
    if (found === undefined || (ranks.get(found.field) ?? 99) <= found.rank) continue;
    of.set(found.field, column);
    ranks.set(found.field, found.rank);
  }
  // A goal is reached several times in one visit; only one of the two counts may be added up.
  const goals = [/^достижени[ея] /, /^целевые визиты /]
    .map((goal) => (of.has('conversions') ? [] : all.filter(({ name }) => goal.test(name))))
    .find((columns) => columns.length > 0);
  const taken = new Set([...of.values(), ...(goals ?? [])]);
  const dimensions = all.filter(
    (column) => !taken.has(column) && !FIELDS.has(column.name) && !OTHER_METRIC.test(column.name),
  );
  return { all, of, goals: goals ?? [], dimensions };
}

/** Parts a file into its tables: each begins under its own `#` notes or an empty line. */
export function tablesOf(rows: readonly TableRow[]): AnalyticsTable[] {
  const tables: AnalyticsTable[] = [];
  let notes: string[] = [];
  let block: TableRow[] = [];
  const close = () => {
    const [header, ...body] = block;
    if (header !== undefined) {
      tables.push({ notes, header, rows: body, ...columnsOf(header.cells) });
      notes = [];
    }
    block = [];
  };
  for (const row of rows) {
    const isNote = (row.cells[0] ?? '').trimStart().startsWith('#');
    const isBlank = row.cells.every((cell) => cell.trim() === '');
    if (isNote || isBlank) close();
    if (isNote)
      notes.push(
        row.cells
          .join(',')
          .replace(/^\s*#\s*/, '')
          .trim(),
      );
    else if (!isBlank) block.push(row);
  }
  close();
  return tables;
}

/** The one table to take where several part the same visits: by campaign, by source, by day. */
export function bestTable(tables: readonly AnalyticsTable[]): AnalyticsTable | null {
  const worth = ({ of, dimensions }: AnalyticsTable): number => {
    if (!of.has('visits')) return 0;
    const names = dimensions.map(({ name }) => name).join('\n');
    const byCampaign = /campaign|кампани|kampaņ/.test(names) ? 8 : 0;
    const bySource = /source|medium|channel|источник|канал|метка|utm|avot/.test(names) ? 4 : 0;
    return 1 + byCampaign + bySource + (of.has('day') || of.has('nthDay') ? 2 : 0);
  };
  let best: AnalyticsTable | null = null;
  for (const table of tables) {
    if (worth(table) > 0 && (best === null || worth(table) > worth(best))) best = table;
  }
  return best;
}

/** The period in the `#` notes of a table (`Start date: 20261101`); null where they name none. */
export function periodOfNotes(notes: readonly string[]): Period | null {
  const days = notes.filter((note) => /date|дата|datums/i.test(note)).slice(-2);
  return periodInText(days.join(' '));
}

/** The property of GA4's notes; empty where they name none. */
export function propertyOfNotes(notes: readonly string[]): string {
  const label = /^(?:property|ресурс|īpašums)\s*:\s*(.+)$/i;
  for (const note of notes) {
    const named = label.exec(note)?.[1]?.replace(/,+$/, '').trim();
    if (named !== undefined) return named;
  }
  return '';
}
