import { currencyIn } from '../ad-statistics/header';
import { type Fraction, fraction } from '../fraction';
import {
  amountOfCell,
  cellAt,
  isBlankPlanRow,
  isNear,
  isWithoutValue,
  PlanRowProblem,
  plainText,
  stopPlanRow,
} from './cells';
import { checkSums, type SumColumn, type SumRow } from './check-sums';
import type { ResolvedColumns } from './find-head';
import type { FlightGround } from './flight-heads';
import { isAdjustment, isPlanTotal } from './headings';
import {
  type FlightCell,
  flightOfLine,
  minorOf,
  priceLine,
  type RowFigures,
  sumOfFlight,
} from './read-line';
import { RowReader } from './row-reader';
import type {
  PlanColumn,
  PlanField,
  PlanImportLine,
  PlanProblem,
  PlanRow,
  PlanRowLeft,
} from './types';
import { isInThousands, modelOfWord } from './words';

export interface BodyGround {
  readonly currency: string;
  readonly ground: FlightGround;
  /** The lowest texts of the head: it is repeated on each printed page. */
  readonly headTexts: readonly string[];
}

export interface Body {
  readonly lines: readonly PlanImportLine[];
  readonly left: readonly PlanRowLeft[];
  readonly differences: readonly PlanProblem[];
  readonly checkedSums: number;
  readonly warnings: readonly PlanProblem[];
  /** The one currency that the lines name. */
  readonly currency: string | null;
}

const COUNTS = ['impressions', 'reach', 'clicks', 'leads', 'orders'] as const;
const FIGURES: readonly PlanField[] = ['volume', 'price', 'budget', ...COUNTS, 'revenue'];
/** A row of sums has none of these. */
const PRICED: readonly PlanField[] = ['price', 'model', 'from'];

/** What the numbers in the flight columns are. */
type FlightMeaning = 'amounts' | 'volumes' | 'weights';

/** Reads the rows under a head: lines, groups, sums, and what is none of these. Never throws. */
export function readBody(
  rows: readonly PlanRow[],
  resolved: ResolvedColumns,
  given: BodyGround,
): Body {
  return new BodyReader(rows, resolved, given).read();
}

class BodyReader {
  readonly #rows: readonly PlanRow[];
  readonly #columns: readonly PlanColumn[];
  readonly #reader: RowReader;
  readonly #given: BodyGround;
  readonly #isPriceDiscounted: boolean;
  #currency: string | null = null;

  readonly #lines: PlanImportLine[] = [];
  readonly #left: PlanRowLeft[] = [];
  readonly #warnings: PlanProblem[] = [];
  readonly #sums: SumRow[] = [];
  #group = '';
  #channel = '';

  constructor(rows: readonly PlanRow[], { columns }: ResolvedColumns, given: BodyGround) {
    this.#rows = rows.filter((row) => !isBlankPlanRow(row));
    this.#columns = columns;
    this.#reader = new RowReader(this.#rows, columns, given.ground);
    this.#given = given;
    const price = this.#reader.title('price');
    this.#isPriceDiscounted = /(со?|после|с учетом|с учётом) скид|after discount|ar atlaidi/iu.test(
      price,
    );
  }

  read(): Body {
    const lines = this.#rows.filter((row) => this.#kindOf(row) === 'line');
    const meaning = this.#meaningOf(lines);
    for (const row of this.#rows) this.#take(row, meaning);
    const isWhole = this.#left.every(({ state }) => state !== 'refused');
    // A refused line is missing in every sum above it: that it is refused says enough.
    const sums = isWhole
      ? checkSums(this.#sums, this.#sumColumns(meaning), this.#given.currency)
      : { checked: 0, differences: [] };
    if (meaning === 'weights' && this.#hasOwnWeights(lines)) {
      const line = lines[0]?.line ?? 1;
      this.#warnings.push({ line, field: '', code: 'weights-only', params: {} });
    }
    return {
      lines: this.#lines,
      left: this.#left,
      differences: sums.differences,
      checkedSums: sums.checked,
      warnings: this.#warnings,
      currency: this.#currency,
    };
  }

  #has(field: PlanField): boolean {
    return this.#reader.column(field) !== undefined;
  }

  /** The first text of a row, wherever it stands. */
  #label(row: PlanRow): string {
    return (
      row.cells
        .filter((cell) => cell.kind === 'text')
        .map(plainText)
        .find((text) => text !== '') ?? ''
    );
  }

  #hasFigure(row: PlanRow): boolean {
    const columns = [...FIGURES.map((field) => this.#reader.column(field)), ...this.#reader.flight];
    return columns.some((column) => {
      if (column === undefined) return false;
      const cell = cellAt(row, column.index);
      // A label that runs over merged columns is no figure.
      return !isWithoutValue(cell) && plainText(cell) !== this.#label(row);
    });
  }

  #kindOf(row: PlanRow): 'line' | 'sum' | 'adjustment' | 'group' | 'head' | 'text' {
    const texts = [
      ...new Set(row.cells.filter(({ kind }) => kind === 'text').map(plainText)),
    ].filter((text) => text !== '');
    const isFigured = this.#hasFigure(row);
    const { headTexts } = this.#given;
    if (!isFigured || texts.length > 2) {
      const same = texts.filter((text) => headTexts.includes(text)).length;
      if (same > 2 && same >= texts.length / 2) return 'head';
    }
    const isPriced = PRICED.some((field) => {
      const word = this.#reader.words(row, field);
      return word !== '' && !isPlanTotal(word);
    });
    if (!isPriced && texts.some(isPlanTotal)) return isFigured ? 'sum' : 'text';
    if (!isPriced && texts.length === 1 && texts.some(isAdjustment)) return 'adjustment';
    if (isFigured) return 'line';
    if (texts.length === 1 && row.cells.every(({ kind, text }) => kind === 'text' || text === ''))
      return 'group';
    return 'text';
  }

  #take(row: PlanRow, meaning: FlightMeaning): void {
    const kind = this.#kindOf(row);
    const label = this.#label(row);
    switch (kind) {
      case 'head':
        return;
      case 'group':
        this.#group = label;
        this.#channel = '';
        this.#sums.push({ kind: 'group' });
        return;
      case 'sum':
      case 'adjustment':
        this.#sums.push({ kind, line: row.line, values: this.#valuesOf(row) });
        if (kind === 'adjustment') this.#leave(row, label, 'not-booked', 'row-adjustment');
        return;
      case 'text':
        if (this.#reader.words(row, 'placement') !== '' && this.#rows.at(-1) !== row) {
          this.#leave(row, label, 'not-booked', 'row-text');
        }
        return;
      case 'line':
        this.#takeLine(row, label, meaning);
    }
  }

  #leave(
    row: PlanRow,
    label: string,
    state: PlanRowLeft['state'],
    code: PlanProblem['code'],
  ): void {
    const problem = { line: row.line, field: '', code, params: {} };
    this.#left.push({ line: row.line, state, label, problem });
  }

  #takeLine(row: PlanRow, label: string, meaning: FlightMeaning): void {
    try {
      const line = this.#lineOf(row, meaning);
      this.#lines.push(line);
      this.#sums.push({ kind: 'line', values: this.#valuesOf(row) });
    } catch (error) {
      if (!(error instanceof PlanRowProblem)) throw error;
      const { problem } = error;
      const name = this.#reader.words(row, 'placement') || label;
      this.#left.push({ line: row.line, state: 'refused', label: name, problem });
    }
  }

  #lineOf(row: PlanRow, meaning: FlightMeaning): PlanImportLine {
    const { currency, ground } = this.#given;
    this.#checkCurrency(row);
    const budgetTitle = this.#reader.title('budget');
    const at = { line: row.line, title: budgetTitle, currency };
    const cells = this.#reader.flightCells(row);
    const figures = this.#figuresOf(row, cells, meaning);
    const modelWord = this.#reader.words(row, 'model');
    const unit = this.#reader.words(row, 'unit');
    const model = this.#modelOf(row, modelWord, unit);
    const volumeTitle = this.#reader.title('volume');
    const priced = priceLine(model, isInThousands(unit) || isInThousands(volumeTitle), figures, at);
    if (meaning === 'amounts' && cells.length > 0 && figures.budget !== null) {
      this.#checkFlight(row, cells, figures.budget);
    }
    const { flight, parts } = flightOfLine(cells, this.#reader.statedDays(row), ground.period, at);
    const revenue = this.#reader.number(row, 'revenue');
    const channel = this.#reader.words(row, 'channel') || this.#channel;
    this.#channel = channel;
    return {
      row: row.line,
      groupName: this.#reader.words(row, 'groupName') || this.#group,
      channel: channel || this.#group,
      placement: this.#reader.words(row, 'placement'),
      format: this.#reader.words(row, 'format'),
      geo: this.#reader.words(row, 'geo'),
      audience: this.#reader.words(row, 'audience'),
      unit: unit || (model === null ? modelWord : ''),
      ...priced,
      commissionPpm: this.#reader.percent(row, 'commission'),
      flight,
      parts,
      impressions: figures.impressions,
      reach: this.#reader.count(row, 'reach'),
      clicks: figures.clicks,
      leads: figures.leads,
      orders: figures.orders,
      revenueMinor: revenue === null ? null : minorOf(revenue, at),
      erid: this.#reader.words(row, 'erid'),
      note: this.#reader.words(row, 'note'),
    };
  }

  #checkCurrency(row: PlanRow): void {
    const word = this.#reader.words(row, 'currency');
    if (word === '') return;
    const named = currencyIn(word) ?? word;
    const expected = this.#currency ?? named;
    this.#currency = expected;
    if (named !== expected) {
      const title = this.#reader.title('currency');
      stopPlanRow(row.line, title, 'currency-other', { given: named, expected });
    }
  }

  #modelOf(row: PlanRow, word: string, unit: string): PlanImportLine['model'] | null {
    const named =
      modelOfWord(word) ?? modelOfWord(unit) ?? modelOfWord(this.#reader.title('price'));
    if (named !== null || word === '') return named;
    const field = this.#reader.title('model');
    this.#warnings.push({ line: row.line, field, code: 'model-unknown', params: { given: word } });
    return null;
  }

  #figuresOf(row: PlanRow, cells: readonly FlightCell[], meaning: FlightMeaning): RowFigures {
    const budget = this.#reader.number(row, 'budget');
    const volume = this.#reader.number(row, 'volume');
    const isSum = cells.length > 0 && meaning === 'amounts' && !this.#has('budget');
    const isCounted = cells.length > 0 && meaning === 'volumes' && !this.#has('volume');
    return {
      volume: volume ?? (isCounted ? sumOfFlight(cells) : null),
      price: this.#reader.number(row, 'price'),
      budget: budget ?? (isSum ? sumOfFlight(cells) : null),
      discountPpm: this.#isPriceDiscounted ? null : this.#reader.percent(row, 'discount'),
      surchargePpm: this.#isPriceDiscounted ? null : this.#reader.surcharge(row),
      impressions: this.#reader.count(row, 'impressions'),
      clicks: this.#reader.count(row, 'clicks'),
      leads: this.#reader.count(row, 'leads'),
      orders: this.#reader.count(row, 'orders'),
    };
  }

  #checkFlight(row: PlanRow, cells: readonly FlightCell[], budget: Fraction): void {
    const sum = sumOfFlight(cells);
    const { currency } = this.#given;
    const title = this.#reader.title('budget');
    const at = { line: row.line, title, currency };
    const expectedMinor = minorOf(sum, at);
    const foundMinor = minorOf(budget, at);
    if (Math.abs(expectedMinor - foundMinor) <= Math.max(1, cells.length / 2)) return;
    stopPlanRow(row.line, title, 'flight-differs', { expectedMinor, foundMinor, currency });
  }

  /** What the numbers of the flight are: those that add up to the budgets are money. */
  #meaningOf(lines: readonly PlanRow[]): FlightMeaning {
    if (this.#reader.flight.length === 0) return 'weights';
    let amounts = 0;
    let volumes = 0;
    let likely = 0;
    for (const row of lines) {
      const read = this.#tryFlight(row);
      if (read === null) continue;
      const { sum, budget, volume } = read;
      if (budget !== null && isNear(sum, budget, fraction(1))) amounts += 1;
      else if (volume !== null && isNear(sum, volume, fraction(1, 100))) volumes += 1;
      else if (budget !== null && budget.n > 0n) {
        const ratio = Number(sum.n * budget.d) / Number(sum.d * budget.n);
        if (ratio > 0.5 && ratio < 2) likely += 1;
      }
    }
    if (!this.#has('budget') && !this.#has('price')) return 'amounts';
    if (amounts > 0 && amounts >= volumes) return 'amounts';
    if (volumes > 0) return 'volumes';
    return likely > 0 ? 'amounts' : 'weights';
  }

  #tryFlight(row: PlanRow) {
    try {
      const cells = this.#reader.flightCells(row);
      if (cells.length === 0) return null;
      const sum = sumOfFlight(cells);
      return {
        sum,
        budget: this.#reader.number(row, 'budget'),
        volume: this.#reader.number(row, 'volume'),
      };
    } catch (error) {
      if (error instanceof PlanRowProblem) return null;
      throw error;
    }
  }

  /** Numbers that are neither money nor volumes, and not only marks. */
  #hasOwnWeights(lines: readonly PlanRow[]): boolean {
    return lines.some((row) => {
      const read = this.#tryFlight(row);
      return (
        read !== null && this.#reader.flightCells(row).some(({ value }) => value.n !== value.d)
      );
    });
  }

  #sumColumns(meaning: FlightMeaning): SumColumn[] {
    const counts = ['impressions', 'clicks', 'leads', 'orders'] as const;
    const of = (field: PlanField, isMoney: boolean) => {
      const column = this.#reader.column(field);
      return column === undefined ? [] : [{ index: column.index, title: column.title, isMoney }];
    };
    return [
      ...of('budget', true),
      ...(meaning === 'amounts'
        ? this.#reader.flight.map(({ index, title }) => ({ index, title, isMoney: true }))
        : []),
      ...counts.flatMap((field) => of(field, false)),
    ];
  }

  #valuesOf(row: PlanRow): ReadonlyMap<number, Fraction> {
    const values = new Map<number, Fraction>();
    for (const column of this.#columns) {
      const cell = cellAt(row, column.index);
      if (column.use === null || cell.kind === 'unreckoned' || isWithoutValue(cell)) continue;
      try {
        const value = amountOfCell(cell, this.#reader.at(row, column));
        if (value !== null) values.set(column.index, value);
      } catch (error) {
        // A label that stands under a number is no sum.
        if (!(error instanceof PlanRowProblem)) throw error;
      }
    }
    return values;
  }
}
