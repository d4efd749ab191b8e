import { allocateByLargestRemainder } from '../../shared/domain/allocation';
import { fraction } from '../../shared/domain/fraction';
import { columnsOfPeriod } from '../../shared/domain/media-plan-columns';
import {
  reckonEdited,
  reckonSheet,
  type SheetLine,
  type SheetTerms,
} from '../../shared/domain/media-plan-sheet';
import { solveTopDown } from '../../shared/domain/media-plan-solver';
import { interleave, type Ratio, RUNS, ratioOf } from './measure';

const LINES = 2000;
const YEAR = { from: '2026-01-01', to: '2026-12-20' };
const COLUMNS = columnsOfPeriod(YEAR, 'week');
const DAY_MS = 86_400_000;

const terms: SheetTerms = {
  commission: { ppm: 150_000, basis: 'on-top' },
  clientDiscountPpm: 20_000,
  vatPpm: 220_000,
  currency: 'RUB',
  columns: COLUMNS,
};

/** Placements of a year: forty flights, every fifth with a discount. */
function planLines(): SheetLine[] {
  return Array.from({ length: LINES }, (_, i): SheetLine => {
    const start = Date.parse(YEAR.from) + (i % 40) * 7 * DAY_MS;
    const end = Math.min(start + (27 + (i % 5) * 7) * DAY_MS, Date.parse(YEAR.to));
    return {
      model: 'cpc',
      volume: fraction(1000 + ((i * 37) % 9000)),
      price: fraction(1000 + ((i * 13) % 4000), 100),
      priceBasis: 'net',
      surchargesPpm: [],
      discountsPpm: i % 5 === 0 ? [50_000] : [],
      commission: null,
      rebatePpm: 40_000,
      flight: {
        from: new Date(start).toISOString().slice(0, 10),
        to: new Date(end).toISOString().slice(0, 10),
      },
      spread: { kind: 'even' },
      levyPpm: 30_000,
    };
  });
}

/** The same sums in plain numbers: no exactness, no remainders given back, each amount rounded by itself. */
function barePass(lines: readonly SheetLine[], days: readonly (readonly number[])[]): number {
  const columns = COLUMNS.map(() => 0);
  let all = 0;
  lines.forEach((line, i) => {
    let net =
      (Number(line.volume.n) / Number(line.volume.d)) *
      (Number(line.price.n) / Number(line.price.d)) *
      100;
    for (const ppm of line.discountsPpm) net *= 1 - ppm / 1e6;
    const commission = Math.round(net * 0.15);
    const client = Math.round((net + commission) * 0.98);
    all += client + Math.round(client * 0.22) + Math.round(net * 0.04) + Math.round(net * 0.03);
    const own = days[i] ?? [];
    const whole = own.reduce((sum, count) => sum + count, 0);
    own.forEach((count, at) => {
      columns[at] = (columns[at] ?? 0) + Math.floor((net * count) / whole);
    });
  });
  return all + columns.reduce((sum, column) => sum + column, 0);
}

/** A plan of 2,000 lines and fifty weeks, reckoned anew after one edit, and solved from a budget down. */
export async function planBench(): Promise<Ratio[]> {
  const lines = planLines();
  const days = lines.map(({ flight }) =>
    COLUMNS.map(({ from, to }) => {
      const start = Math.max(Date.parse(from), Date.parse(flight.from));
      const end = Math.min(Date.parse(to), Date.parse(flight.to));
      return Math.max(0, (end - start) / DAY_MS + 1);
    }),
  );
  const once = lines.map((line, i) => (i === 7 ? { ...line, volume: fraction(1234) } : line));
  const before = reckonSheet(terms, lines);
  const known = before.lines.map((line) => ({ ...line, commission: null, vatPpm: null }));
  const changed = once[7] ?? once[0];
  if (changed === undefined) throw new Error('no line to edit');
  const sheet = await interleave(
    RUNS,
    () => reckonEdited(terms, known, before.totals.columnsMinor, { place: 7, line: changed }),
    () => barePass(once, days),
  );
  const nets = reckonSheet(terms, lines).lines.map((line) => line.netMinor);
  const weights = nets.map((net) => ({
    kind: 'shared' as const,
    weight: fraction(net + 1),
    minMinor: 0,
  }));
  const solve = await interleave(
    RUNS,
    () => solveTopDown(300_000_000_00, weights, terms),
    () => allocateByLargestRemainder(213_000_000_00, nets),
  );
  return [
    ratioOf(
      'one edit in a plan of 2,000 lines × 51 weeks ÷ all its sums in plain numbers',
      '2,000',
      sheet,
      'ms',
      2,
    ),
    ratioOf('a budget solved over 2,000 lines ÷ one division of it', '2,000', solve, 'ms', null),
  ];
}
