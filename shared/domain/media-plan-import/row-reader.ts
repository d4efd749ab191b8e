import type { Period } from '../dates';
import {
  type Fraction,
  fraction,
  multiplyFractions,
  ONE,
  roundHalfAwayFromZero,
} from '../fraction';
import { PPM } from '../money';
import { readDays } from '../table-file/dates';
import { isMissing, type MarkEvidence } from '../table-file/numbers';
import {
  amountOfCell,
  cellAt,
  dayOfCell,
  isWithoutValue,
  markOfTexts,
  plainText,
  stopPlanRow,
} from './cells';
import { daysInCell, type FlightGround } from './flight-heads';
import type { FlightCell } from './read-line';
import type { PlanCell, PlanColumn, PlanField, PlanRow } from './types';

const MARKS = /^[xх+✓✔■●•*v]$/iu;

/** Reads the cells of a row by the fields of their columns. Methods throw PlanRowProblem for what cannot be read. */
export class RowReader {
  readonly flight: readonly PlanColumn[];
  readonly #rows: readonly PlanRow[];
  readonly #byField: ReadonlyMap<PlanField, PlanColumn>;
  readonly #marks: ReadonlyMap<number, MarkEvidence>;
  readonly #ground: FlightGround;

  constructor(rows: readonly PlanRow[], columns: readonly PlanColumn[], ground: FlightGround) {
    this.#rows = rows;
    this.#ground = ground;
    this.flight = columns.filter(({ use }) => use === 'flight');
    this.#byField = new Map(
      columns.flatMap((column) =>
        column.use === null || column.use === 'flight' ? [] : [[column.use, column] as const],
      ),
    );
    this.#marks = new Map(columns.map(({ index }) => [index, markOfTexts(rows, index)]));
  }

  column(field: PlanField): PlanColumn | undefined {
    return this.#byField.get(field);
  }

  /** The heading of a field's column; empty where it has none. */
  title(field: PlanField): string {
    return this.#byField.get(field)?.title ?? '';
  }

  #cell(row: PlanRow, field: PlanField): PlanCell | null {
    const column = this.#byField.get(field);
    return column === undefined ? null : cellAt(row, column.index);
  }

  words(row: PlanRow, field: PlanField): string {
    const cell = this.#cell(row, field);
    return cell === null || isMissing(cell.text) ? '' : plainText(cell).slice(0, 500);
  }

  at(row: PlanRow, { index, title }: PlanColumn) {
    return { line: row.line, title, mark: this.#marks.get(index) ?? ('none' as const) };
  }

  number(row: PlanRow, field: PlanField): Fraction | null {
    const column = this.#byField.get(field);
    if (column === undefined) return null;
    const cell = cellAt(row, column.index);
    // A forecast whose formula was never reckoned is not known; money has to be.
    const isForecast = field !== 'budget' && field !== 'volume' && field !== 'price';
    if (isForecast && cell.kind === 'unreckoned') return null;
    return amountOfCell(cell, this.at(row, column));
  }

  /** A whole count; what Excel reckoned with decimals is rounded. */
  count(row: PlanRow, field: PlanField): number | null {
    const value = this.number(row, field);
    if (value === null) return null;
    const count = roundHalfAwayFromZero(value);
    if (count > BigInt(Number.MAX_SAFE_INTEGER)) {
      stopPlanRow(row.line, this.#byField.get(field)?.title ?? '', 'amount-out-of-range');
    }
    return Number(count);
  }

  percent(row: PlanRow, field: 'discount' | 'commission'): number | null {
    const column = this.#byField.get(field);
    const value = this.number(row, field);
    if (column === undefined || value === null) return null;
    const isShare = this.#isShare(row, column);
    const ppm = Number(
      roundHalfAwayFromZero(multiplyFractions(value, fraction(isShare ? PPM : PPM / 100))),
    );
    if (ppm <= PPM) return ppm;
    return stopPlanRow(row.line, column.title, 'percent-out-of-range', {
      given: plainText(cellAt(row, column.index)),
    });
  }

  /** Whether percentages stand as shares: formatted so by Excel, or none of the column's numbers beyond 1. */
  #isShare(row: PlanRow, column: PlanColumn): boolean {
    const cell = cellAt(row, column.index);
    if (cell.kind === 'percent') return true;
    if (cell.text.includes('%')) return false;
    return this.#rows.every((one) => {
      const { kind, text } = cellAt(one, column.index);
      return kind !== 'number' || Number(text) <= 1;
    });
  }

  /** «Коэффициент 1,2» is 20 % more, 0,8 is 20 % off; a plain percentage is what is put on. */
  surcharge(row: PlanRow): number | null {
    const column = this.column('surcharge');
    const value = this.number(row, 'surcharge');
    if (column === undefined || value === null) return null;
    const isShare = this.#isShare(row, column) || !cellAt(row, column.index).text.includes('%');
    const isFactor = /коэф|coef|koef|factor|индекс|index|сезонн/iu.test(column.title) && isShare;
    const share = isFactor
      ? fraction(value.n - ONE.n * value.d, value.d)
      : multiplyFractions(value, fraction(1, isShare && value.n <= value.d ? 1 : 100));
    const ppm = Number(roundHalfAwayFromZero(multiplyFractions(share, fraction(PPM))));
    if (ppm >= -PPM && ppm <= 10 * PPM) return ppm;
    return stopPlanRow(row.line, column.title, 'percent-out-of-range', {
      given: plainText(cellAt(row, column.index)),
    });
  }

  flightCells(row: PlanRow): FlightCell[] {
    return this.flight.flatMap((column): FlightCell[] => {
      const cell = cellAt(row, column.index);
      if (column.days === null || isWithoutValue(cell)) return [];
      if (MARKS.test(plainText(cell))) return [{ days: column.days, value: ONE }];
      const value = amountOfCell(cell, this.at(row, column));
      return value === null ? [] : [{ days: column.days, value }];
    });
  }

  statedDays(row: PlanRow): Period | null {
    const from = this.#day(row, 'from');
    const to = this.#day(row, 'to');
    if (from !== null && to !== null) {
      if (to.to < from.from) {
        stopPlanRow(row.line, this.#byField.get('to')?.title ?? '', 'flight-reversed', {
          from: from.from,
          to: to.to,
        });
      }
      return { from: from.from, to: to.to };
    }
    return this.#day(row, 'period') ?? from ?? to;
  }

  #day(row: PlanRow, field: 'from' | 'to' | 'period'): Period | null {
    const column = this.#byField.get(field);
    if (column === undefined) return null;
    const cell = cellAt(row, column.index);
    if (isMissing(cell.text)) return null;
    const day = dayOfCell(cell);
    if (day !== null) return { from: day, to: day };
    const read = readDays(plainText(cell));
    if (read.ok && read.value !== null) return read.value;
    const found = daysInCell(plainText(cell), this.#ground);
    if (found !== null) return found;
    // «весь период» says no more than that there is nothing of its own.
    if (field === 'period' && !/\d/.test(cell.text)) return null;
    const isUnsure = !read.ok && read.code === 'date-unsure';
    return stopPlanRow(row.line, column.title, isUnsure ? 'date-unsure' : 'date-unreadable', {
      given: plainText(cell).slice(0, 60),
    });
  }
}
