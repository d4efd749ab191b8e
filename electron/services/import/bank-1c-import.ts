import type { ReadDb } from '../../../db/read-db';
import type { ImportDecision } from '../../../shared/contract/imports.contract';
import type { Language } from '../../../shared/contract/primitives';
import { parse1cBankFile, withCorrectedSum } from '../../../shared/domain/bank-1c';
import { checkBalances } from '../../../shared/domain/bank-1c-balance';
import { decode1cBankFile } from '../../../shared/domain/bank-1c-lookalike';
import { type BankRow, classifyBank1c } from '../../../shared/domain/bank-1c-rows';
import type { Bank1cFile, BankProblem } from '../../../shared/domain/bank-1c-types';
import type { DecodedText } from '../../../shared/domain/text-encoding';
import type { ImportKind, ImportPlan, ImportSource, PreviewBody } from './import-kind';
import { answerOf, currencyOf } from './statement-answer';
import { gatherGround, knownAccounts, type StatementGround } from './statement-ground';
import { isWritten, planStatement, type StatementPlan } from './statement-plan';
import {
  encodingName,
  encodingReason,
  previewBalance,
  previewFields,
  previewRow,
  problemPhrase,
} from './statement-preview';
import { writeStatement } from './statement-write';

type Planned = {
  readonly file: Bank1cFile;
  readonly rows: readonly BankRow[];
  readonly ground: StatementGround;
  readonly plan: StatementPlan;
  readonly warnings: readonly BankProblem[];
};

/** The bank statement of 1C (1CClientBankExchange) into payments. */
export const bank1cImport: ImportKind = {
  kind: 'bank-1c',
  open({ bytes }): ImportSource {
    const decoded = decode1cBankFile(bytes);
    return new Bank1cSource(decoded, parse1cBankFile(decoded.text));
  },
};

class Bank1cSource implements ImportSource {
  readonly #decoded: DecodedText;
  readonly #file: Bank1cFile;

  constructor(decoded: DecodedText, file: Bank1cFile) {
    this.#decoded = decoded;
    this.#file = file;
  }

  preview(read: ReadDb, language: Language): PreviewBody {
    const { file, rows, plan, warnings } = this.#compare(read, []);
    const known = new Set(knownAccounts(read));
    const booked = plan.rows.flatMap(({ side }) => (side ? [side.ownAccount] : []));
    const accounts = [...new Set([...file.ownAccounts, ...booked])];
    const currency = currencyOf(plan.rows);
    return {
      format: ['1CClientBankExchange', file.version].filter((part) => part !== null).join(' '),
      encoding: encodingName(this.#decoded),
      encodingReason: encodingReason(this.#decoded, file.declaredEncoding),
      currency,
      accounts: accounts.map((number) => ({ number, isNew: !known.has(number) })),
      period: { from: file.from, to: file.to },
      balance: previewBalance(checkBalances(file, rows).balances),
      warnings: warnings.map((problem) => problemPhrase(problem, currency)),
      fields: previewFields(file),
      rows: plan.rows.map((row) => previewRow(row, plan, language)),
      answer: answerOf('bank-1c', plan, warnings, known, language),
    };
  }

  plan(read: ReadDb, decisions: readonly ImportDecision[], language: Language): ImportPlan {
    const { ground, plan, warnings } = this.#compare(read, decisions);
    const known = new Set(knownAccounts(read));
    const answer = answerOf('bank-1c', plan, warnings, known, language);
    return {
      answer,
      isEmpty: !plan.rows.some((row) => isWritten(row.state)),
      write: (tx, importId) => writeStatement(tx, plan.rows, ground, importId),
    };
  }

  refusedRows(): string | null {
    const refused = this.#file.documents.filter((one) => one.problems.length > 0);
    if (refused.length === 0) return null;
    const lines = this.#decoded.text.split(/\r\n|\n|\r/);
    const sections = lines.findIndex((line) => /^\s*секция/i.test(line));
    const header = lines
      .slice(0, sections === -1 ? 1 : sections)
      .filter((line) => line.trim() !== '' && !/^\s*кодировка\s*=/i.test(line));
    const rows = refused.flatMap((one) => lines.slice(one.line - 1, one.endLine));
    return [...header, ...rows, 'КонецФайла', ''].join('\r\n');
  }

  #compare(read: ReadDb, decisions: readonly ImportDecision[]): Planned {
    let file = this.#file;
    for (const { row, amountMinor } of decisions) {
      if (amountMinor != null) file = withCorrectedSum(file, row, amountMinor);
    }
    const rows = classifyBank1c(file, knownAccounts(read));
    const days = rows.flatMap((row) => row.sides.map((side) => side.bookedOn)).sort();
    // A statement with nothing booked is compared with an empty stretch of time.
    const ground = gatherGround(read, days[0] ?? '2000-01-01', days.at(-1) ?? '2000-01-01');
    const plan = planStatement(rows, ground, decisions);
    const warnings = [...file.warnings, ...checkBalances(file, rows).warnings];
    if (this.#decoded.damaged) {
      warnings.push({ line: 1, field: '', code: 'text-damaged', params: {} });
    }
    return { file, rows, ground, plan, warnings };
  }
}
