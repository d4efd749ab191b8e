import { findClientByWord } from '../../../db/queries/ad-mapping.query';
import { readImportedAt } from '../../../db/queries/moving-in.query';
import type { ReadDb } from '../../../db/read-db';
import { AppError } from '../../../shared/contract/app-error';
import type { ImportAnswer, ImportProblem } from '../../../shared/contract/imports.contract';
import type { Language } from '../../../shared/contract/primitives';
import type { MovingIn, MovingInProblem } from '../../../shared/domain/moving-in/incoming';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { requireAgency } from '../portfolio.service';
import type { ImportAbout, ImportPlan, ImportSource, PreviewBody } from './import-kind';
import { type MovingInPlan, planMovingIn, writePlannedTask } from './moving-in-plan';
import { blankRow } from './statistics-answer';
import type { UnknownName } from './time-plan';

/** Problems that are listed one by one; a person reads no more. */
const MOST_PROBLEMS = 1000;

type Kind = 'trello' | 'tasks-csv';

/** The names nobody knows in opened tasks of another tool. Throws `import-expired` for another kind of file. */
export function readUnknownNames(source: ImportSource, read: ReadDb): UnknownName[] {
  if (!(source instanceof MovingInSource)) throw new AppError('import-expired');
  return source.unknownNames(read);
}

/** Tasks of another tool, read and waiting to be compared with the workspace. */
export class MovingInSource implements ImportSource {
  readonly #kind: Kind;
  readonly #file: MovingIn;
  readonly #about: ImportAbout | undefined;
  readonly #encoding: PreviewBody['encoding'];

  constructor(kind: Kind, file: MovingIn, about: ImportAbout | undefined, encoding: string) {
    this.#kind = kind;
    this.#file = file;
    this.#about = about;
    this.#encoding = encoding;
  }

  preview(read: ReadDb, language: Language): PreviewBody {
    const plan = this.#plan(read);
    const { baseCurrency } = requireAgency(read);
    return {
      format: this.#file.title,
      encoding: this.#encoding,
      encodingReason: { key: 'import:encoding.tool', params: {} },
      currency: baseCurrency,
      accounts: [],
      period: { from: null, to: null },
      balance: null,
      warnings: plan.warnings.map(({ code, params, line }) => ({
        key: `import:problem.${code}`,
        params: { ...params, row: line },
      })),
      fields: [],
      rows: [
        ...plan.planned.map(({ task, state }) => ({
          ...blankRow(task.line, state, 'in', baseCurrency),
          on: task.dueOn,
          counterparty: task.title,
          purpose: task.stage,
        })),
        ...this.#file.refused.map((row) => ({
          ...blankRow(row.line, row.state, 'in', baseCurrency),
          problem: problemOf(row, language),
        })),
      ].sort((a, b) => a.row - b.row),
      answer: this.#answer(plan, language),
    };
  }

  plan(read: ReadDb, _decisions: unknown, language: Language): ImportPlan {
    const plan = this.#plan(read);
    const { source } = this.#file;
    return {
      answer: this.#answer(plan, language),
      isEmpty: plan.planned.every(({ state }) => state === 'unchanged'),
      write: (tx, importId) => {
        const now = readImportedAt(tx, importId);
        const context = { source, importId, now, actor: source };
        for (const planned of plan.planned) writePlannedTask(tx, planned, context);
      },
    };
  }

  refusedRows(): string | null {
    return null;
  }

  /** People and clients of the file that nobody knows. */
  unknownNames(read: ReadDb): UnknownName[] {
    return [...this.#plan(read).unknownNames];
  }

  #plan(read: ReadDb): MovingInPlan {
    const word = this.#about?.client;
    const client = word == null || word.trim() === '' ? null : findClientByWord(read, word);
    if (client === undefined) throw new AppError('client-not-found');
    return planMovingIn(read, this.#file, client?.id ?? null);
  }

  #answer({ planned, warnings }: MovingInPlan, language: Language): ImportAnswer {
    const { refused } = this.#file;
    const count = (state: string) => planned.filter((one) => one.state === state).length;
    const left = (state: string) => refused.filter((one) => one.state === state).length;
    const written = planned.filter(({ state }) => state !== 'unchanged');
    const comments = written.reduce((sum, { task }) => sum + task.comments.length, 0);
    return {
      kind: this.#kind,
      read: planned.length + refused.length,
      added: count('new'),
      updated: count('changed'),
      unchanged: count('unchanged'),
      refused: left('refused'),
      notBooked: 0,
      undecided: left('undecided'),
      matched: 0,
      accounts: [],
      problems: [...refused, ...warnings]
        .sort((a, b) => a.line - b.line)
        .slice(0, MOST_PROBLEMS)
        .map((problem) => problemOf(problem, language)),
      totals:
        this.#kind === 'trello'
          ? { cards: written.length, comments }
          : { tasks: written.length, comments },
    };
  }
}

function problemOf(
  { line, field, code, params }: MovingInProblem,
  language: Language,
): ImportProblem {
  const message = translatorOf(language).t(`import:problem.${code}`, params);
  return { row: line, field, message };
}
