import type { Worksheet } from 'exceljs';

/**
 * Reckons a sheet's formulas anew from what is not a formula: numbers, cells, + − × ÷, comparisons (1 or 0), IF,
 * ROUND half away from zero, ROUNDDOWN, SUMIF by a number (which empty cells are not) and SUBTOTAL(9), which
 * leaves other subtotals out, as spreadsheets do.
 */
export class SheetFormulas {
  readonly #sheet: Worksheet;
  readonly #texts = new Map<string, number>();
  readonly #known = new Map<string, number>();

  constructor(sheet: Worksheet) {
    this.#sheet = sheet;
  }

  /** The value of a cell. */
  value(address: string): number {
    const known = this.#known.get(address);
    if (known !== undefined) return known;
    const { formula, value } = this.#sheet.getCell(address);
    const result =
      formula !== undefined
        ? this.#reckon(formula)
        : typeof value === 'string'
          ? this.#numberOf(value)
          : Number(value ?? 0);
    this.#known.set(address, result);
    return result;
  }

  /** A text as a number that only the same text has: texts are compared, never added. */
  #numberOf(text: string): number {
    const known = this.#texts.get(text) ?? 1e9 + this.#texts.size;
    this.#texts.set(text, known);
    return known;
  }

  #subtotal(column: string, from: number, to: number): number {
    let sum = 0;
    for (let row = from; row <= to; row += 1) {
      const { formula } = this.#sheet.getCell(`${column}${row}`);
      if (formula?.startsWith('SUBTOTAL') !== true) sum += this.value(`${column}${row}`);
    }
    return sum;
  }

  #sumIf(test: string, wanted: number, column: string, from: number, to: number): number {
    let total = 0;
    for (let row = from; row <= to; row += 1) {
      const isEmpty = this.#sheet.getCell(`${test}${row}`).value === null;
      if (!isEmpty && this.value(`${test}${row}`) === wanted)
        total += this.value(`${column}${row}`);
    }
    return total;
  }

  #reckon(formula: string): number {
    const tokens =
      formula
        .replaceAll('$', '')
        .match(/[A-Z]+\d+|[A-Z]+(?=\()|[\d.]+(?:e-?\d+)?|>=|[-+*/(),:<>=]/g) ?? [];
    let at = 0;
    const next = (): string => tokens[at++] ?? '';
    const take = (token: string): void => {
      if (next() !== token) throw new Error(`${token} expected in ${formula}`);
    };
    const factor = (): number => {
      const token = next();
      if (token === '(') {
        const inner = comparison();
        take(')');
        return inner;
      }
      if (token === '-') return -factor();
      if (token === 'ROUND') {
        take('(');
        const inner = sum();
        take(',');
        const scale = 10 ** sum();
        take(')');
        // Spreadsheets work on 15 digits: what is a half there is no less than one.
        const scaled = Number((Math.abs(inner) * scale).toPrecision(15));
        return (Math.sign(inner) * Math.floor(scaled + 0.5)) / scale;
      }
      if (token === 'ROUNDDOWN') {
        take('(');
        const inner = comparison();
        take(',');
        take('0');
        take(')');
        return Math.trunc(Number(inner.toPrecision(15)));
      }
      if (token === 'IF') {
        take('(');
        const test = comparison();
        take(',');
        const yes = comparison();
        take(',');
        const no = comparison();
        take(')');
        return test !== 0 ? yes : no;
      }
      if (token === 'SUMIF') {
        take('(');
        const [, test = '', from = ''] = /([A-Z]+)(\d+)/.exec(next()) ?? [];
        take(':');
        const [, , to = ''] = /([A-Z]+)(\d+)/.exec(next()) ?? [];
        take(',');
        const wanted = comparison();
        take(',');
        const [, column = ''] = /([A-Z]+)(\d+)/.exec(next()) ?? [];
        take(':');
        next();
        take(')');
        return this.#sumIf(test, wanted, column, Number(from), Number(to));
      }
      if (token === 'SUBTOTAL') {
        for (const expected of ['(', '9', ',']) take(expected);
        const [, column = '', from = ''] = /([A-Z]+)(\d+)/.exec(next()) ?? [];
        take(':');
        const [, , to = ''] = /([A-Z]+)(\d+)/.exec(next()) ?? [];
        take(')');
        return this.#subtotal(column, Number(from), Number(to));
      }
      return /^[A-Z]/.test(token) ? this.value(token) : Number(token);
    };
    const product = (): number => {
      let result = factor();
      while (tokens[at] === '*' || tokens[at] === '/') {
        if (next() === '*') result *= factor();
        else result /= factor();
      }
      return result;
    };
    const sum = (): number => {
      let result = product();
      while (tokens[at] === '+' || tokens[at] === '-') {
        if (next() === '+') result += product();
        else result -= product();
      }
      return result;
    };
    const comparison = (): number => {
      const left = sum();
      const sign = tokens[at];
      if (sign !== '>' && sign !== '>=' && sign !== '<' && sign !== '=') return left;
      next();
      // Spreadsheets compare 15 digits.
      const apart = Number((left - sum()).toFixed(7));
      const isTrue =
        sign === '>'
          ? apart > 0
          : sign === '>='
            ? apart >= 0
            : sign === '<'
              ? apart < 0
              : apart === 0;
      return isTrue ? 1 : 0;
    };
    return comparison();
  }
}
