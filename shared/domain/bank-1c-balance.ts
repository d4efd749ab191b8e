import type { BankRow } from './bank-1c-rows';
import type { Bank1cFile, Bank1cSection, BankProblem } from './bank-1c-types';

/** How the statement's balances hold against the documents that are booked. */
export interface BankBalance {
  readonly accountNo: string;
  readonly openingMinor: number | null;
  readonly inMinor: number;
  readonly inCount: number;
  readonly outMinor: number;
  readonly outCount: number;
  /** Opening + in − out of the rows that are or were booked; null without an opening balance. */
  readonly expectedMinor: number | null;
  readonly closingMinor: number | null;
  /** Expected − closing; null where either is unknown or the days do not chain. */
  readonly differenceMinor: number | null;
  /** Each section opens with what the one before closed with. */
  readonly chained: boolean;
}

export interface BankBalanceCheck {
  readonly balances: readonly BankBalance[];
  /** Never refuse: excerpts and period boundaries make honest files that do not add up. */
  readonly warnings: readonly BankProblem[];
}

/**
 * Checks, per own account of the file: opening + received − written off = closing in every section;
 * sections chain; received and written off equal the documents'. Amounts in minor units.
 */
export function checkBalances(file: Bank1cFile, rows: readonly BankRow[]): BankBalanceCheck {
  const warnings: BankProblem[] = [];
  const balances: BankBalance[] = [];
  // A row that is refused or asked about explains a difference by itself.
  const isWhole = rows.every((row) => row.verdict === 'book' || row.verdict === 'not-booked');
  for (const accountNo of file.ownAccounts) {
    const sections = file.sections
      .filter((section) => section.accountNo === accountNo)
      .sort((a, b) => (a.from ?? '').localeCompare(b.from ?? '') || a.line - b.line);
    const booked = rows.filter((row) => row.side?.ownAccount === accountNo);
    if (sections.length === 0 && booked.length === 0) continue;
    for (const section of sections) warnings.push(...arithmetic(section));
    const breaks = chainBreaks(sections);
    warnings.push(...breaks);
    const balance = summarise(accountNo, sections, booked, breaks.length === 0);
    balances.push(balance);
    if (isWhole) warnings.push(...turnover(sections, balance));
  }
  return { balances, warnings };
}

function arithmetic(section: Bank1cSection): readonly BankProblem[] {
  const { openingMinor, inMinor, outMinor, closingMinor, closingLine } = section;
  if (openingMinor === null || inMinor === null || outMinor === null || closingMinor === null) {
    return [];
  }
  const expected = openingMinor + inMinor - outMinor;
  return expected === closingMinor
    ? []
    : [balanceProblem(closingLine, 'balance-arithmetic', expected, closingMinor)];
}

function chainBreaks(sections: readonly Bank1cSection[]): readonly BankProblem[] {
  const breaks: BankProblem[] = [];
  for (const [index, section] of sections.entries()) {
    const before = sections[index - 1];
    if (!before || before.closingMinor === null || section.openingMinor === null) continue;
    if (before.closingMinor !== section.openingMinor) {
      const { line, openingMinor } = section;
      breaks.push({
        ...balanceProblem(line, 'balance-days', before.closingMinor, openingMinor),
        field: 'НачальныйОстаток',
      });
    }
  }
  return breaks;
}

function summarise(
  accountNo: string,
  sections: readonly Bank1cSection[],
  booked: readonly BankRow[],
  chained: boolean,
): BankBalance {
  const total = (direction: 'in' | 'out') => {
    const rows = booked.filter((row) => row.side?.direction === direction);
    return {
      minor: rows.reduce((sum, row) => sum + (row.amountMinor ?? 0), 0),
      count: rows.length,
    };
  };
  const received = total('in');
  const spent = total('out');
  const openingMinor = sections[0]?.openingMinor ?? null;
  const closingMinor = sections.at(-1)?.closingMinor ?? null;
  const expectedMinor = openingMinor === null ? null : openingMinor + received.minor - spent.minor;
  return {
    accountNo,
    openingMinor,
    inMinor: received.minor,
    inCount: received.count,
    outMinor: spent.minor,
    outCount: spent.count,
    expectedMinor,
    closingMinor,
    differenceMinor:
      expectedMinor === null || closingMinor === null || !chained
        ? null
        : expectedMinor - closingMinor,
    chained,
  };
}

function turnover(
  sections: readonly Bank1cSection[],
  balance: BankBalance,
): readonly BankProblem[] {
  const stated = (pick: (section: Bank1cSection) => number | null): number | null => {
    let sum = 0;
    for (const section of sections) {
      const value = pick(section);
      if (value === null) return null;
      sum += value;
    }
    return sections.length === 0 ? null : sum;
  };
  const line = sections[0]?.line ?? 1;
  const problems: BankProblem[] = [];
  const received = stated((section) => section.inMinor);
  const spent = stated((section) => section.outMinor);
  if (received !== null && received !== balance.inMinor) {
    problems.push({
      ...balanceProblem(line, 'balance-turnover', balance.inMinor, received),
      field: 'ВсегоПоступило',
    });
  }
  if (spent !== null && spent !== balance.outMinor) {
    problems.push({
      ...balanceProblem(line, 'balance-turnover', balance.outMinor, spent),
      field: 'ВсегоСписано',
    });
  }
  return problems;
}

function balanceProblem(
  line: number,
  code: BankProblem['code'],
  expectedMinor: number,
  givenMinor: number,
): BankProblem {
  return { line, field: 'КонечныйОстаток', code, params: { expectedMinor, givenMinor } };
}
