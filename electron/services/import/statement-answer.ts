import type { ImportAnswer, ImportProblem } from '../../../shared/contract/imports.contract';
import type { Language } from '../../../shared/contract/primitives';
import type { BankProblem } from '../../../shared/domain/bank-1c-types';
import { addMinor, formatMinorDecimal } from '../../../shared/domain/money';
import { translatorOf } from '../../../shared/i18n/all-messages';
import type { ImportKindName } from './import-kind';
import { isWritten, type PlannedRow, type RowState, type StatementPlan } from './statement-plan';

/** The sentence for a problem of a row, in the user's language. */
export function describeProblem(
  problem: BankProblem,
  currency: string,
  language: Language,
): ImportProblem {
  const message = translatorOf(language).t(`import:problem.${problem.code}`, {
    ...problem.params,
    currency,
  });
  return { row: problem.line, field: problem.field, message };
}

/**
 * The answer of an import (DESIGN.md): every row counted once, and the sums of what it books, which
 * hold against the bank's.
 */
export function answerOf(
  kind: ImportKindName,
  plan: StatementPlan,
  warnings: readonly BankProblem[],
  knownAccounts: ReadonlySet<string>,
  language: Language,
): ImportAnswer {
  const { rows } = plan;
  const count = (state: RowState) => rows.filter((row) => row.state === state).length;
  const written = rows.filter((row) => isWritten(row.state));
  const accounts = new Set(written.flatMap(({ side }) => (side ? [side.ownAccount] : [])));
  const asked = rows.filter(({ state }) => state === 'refused' || state === 'undecided');
  const problems = [
    // One for each row: mending the first shows whether there is another.
    ...asked.flatMap(({ row }) =>
      row.problems.slice(0, 1).map((problem) => describeProblem(problem, row.currency, language)),
    ),
    ...warnings.map((problem) => describeProblem(problem, currencyOf(rows), language)),
  ].sort((a, b) => a.row - b.row);
  return {
    kind,
    read: rows.length,
    added: count('new'),
    updated: count('changed'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    notBooked: count('not-booked'),
    undecided: count('undecided'),
    matched: written.filter(({ pair }) => (pair?.allocations.length ?? 0) > 0).length,
    accounts: [...accounts].filter((account) => !knownAccounts.has(account)).sort(),
    problems,
    totals: totalsOf(written, currencyOf(rows)),
  };
}

/** Currency of the statement: of its first row, else roubles, in which the format began. */
export function currencyOf(rows: readonly PlannedRow[]): string {
  return rows[0]?.row.currency ?? 'RUB';
}

function totalsOf(written: readonly PlannedRow[], currency: string): ImportAnswer['totals'] {
  const sums = new Map<string, { in: number; out: number }>([[currency, { in: 0, out: 0 }]]);
  for (const { row, side } of written) {
    if (side === null || row.amountMinor === null) continue;
    const sum = sums.get(row.currency) ?? { in: 0, out: 0 };
    sum[side.direction] = addMinor(sum[side.direction], row.amountMinor);
    sums.set(row.currency, sum);
  }
  return Object.fromEntries(
    [...sums].map(([code, sum]) => [
      code,
      { in: formatMinorDecimal(sum.in, code), out: formatMinorDecimal(sum.out, code) },
    ]),
  );
}
