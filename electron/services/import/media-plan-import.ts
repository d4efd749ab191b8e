import { createHash } from 'node:crypto';
import type { ReadDb } from '../../../db/read-db';
import {
  findMediaPlanMapping,
  findPlanOfFile,
} from '../../../db/repositories/media-plan-import.repo';
import { AppError } from '../../../shared/contract/app-error';
import type {
  ImportAnswer,
  PlanPreview,
  PreviewRow,
} from '../../../shared/contract/imports.contract';
import type { Language, Phrase } from '../../../shared/contract/primitives';
import { extentOf } from '../../../shared/domain/media-plan-import/extent';
import { findPlanSheet } from '../../../shared/domain/media-plan-import/read-plan';
import type {
  ColumnUse,
  PlanHints,
  PlanProblem,
  PlanReading,
} from '../../../shared/domain/media-plan-import/types';
import { addMinor, formatMinorDecimal } from '../../../shared/domain/money';
import { tableFileKind } from '../../../shared/domain/table-file/file-kind';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { clientOfImport } from './ads-ground';
import type { ImportFile, ImportKind, ImportPlan, ImportSource, PreviewBody } from './import-kind';
import { type DraftPlan, draftOf } from './media-plan-draft';
import { readRemembered, writeMediaPlan } from './media-plan-write';
import { blankRow } from './statistics-answer';
import type { Sheet } from './workbook-rows';

/** Media plans of agencies and vendors: any table of a workbook, by a mapping of its columns. */
export const mediaPlanImport: ImportKind = {
  kind: 'media-plan',
  open(file): ImportSource {
    if (file.sheets === undefined) {
      throw new AppError('media-plan-not-workbook', { format: tableFileKind(file.bytes) });
    }
    return new MediaPlanSource(file, file.sheets);
  },
};

type Compared = {
  readonly clientId: string;
  readonly reading: PlanReading;
  readonly draft: DraftPlan;
  readonly isRemembered: boolean;
  readonly existing: PlanPreview['existing'];
};

class MediaPlanSource implements ImportSource {
  readonly #input: ImportFile;
  readonly #sheets: readonly Sheet[];
  readonly #sha256: string;

  constructor(input: ImportFile, sheets: readonly Sheet[]) {
    this.#input = input;
    this.#sheets = sheets;
    this.#sha256 = createHash('sha256').update(input.bytes).digest('hex');
  }

  preview(read: ReadDb, language: Language): PreviewBody {
    const compared = this.#compare(read);
    const { reading, draft, existing } = compared;
    const { currency, period, lines } = draft;
    return {
      format: 'XLSX',
      encoding: 'XLSX',
      encodingReason: { key: 'import:encoding.workbook', params: {} },
      currency,
      accounts: [],
      period: period ?? { from: null, to: null },
      balance: null,
      warnings: reading.warnings.map(planPhrase),
      fields: [],
      rows: rowsOf(compared, language),
      answer: answerOf(compared, language),
      plan: {
        sheet: reading.sheet,
        sheets: this.#sheets.map(({ name }) => name),
        headRow: reading.head.first,
        name: draft.name,
        isRemembered: compared.isRemembered,
        columns: reading.columns.map((column) => ({ ...column })),
        questions: [...reading.questions],
        vat: reading.vat,
        commission: reading.commission,
        checkedSums: reading.checkedSums,
        wrongRows: draft.refused.length + reading.differences.length,
        lineCount: lines.length,
        statedMinor: addMinor(...lines.map(({ source }) => source.amountMinor)),
        netMinor:
          reading.questions.length > 0 ? null : addMinor(...lines.map(({ netMinor }) => netMinor)),
        existing,
      },
    };
  }

  plan(read: ReadDb, _decisions: unknown, language: Language): ImportPlan {
    const compared = this.#compare(read);
    const { about } = this.#input;
    return {
      answer: answerOf(compared, language),
      isEmpty: compared.existing !== null,
      refusal:
        compared.existing === null
          ? refusalOf(compared, about?.accepted === true, language)
          : undefined,
      write: (tx, importId, now) => {
        const { reading, draft, clientId } = compared;
        const source = { importId, fileSha256: this.#sha256, sheet: reading.sheet };
        writeMediaPlan(tx, { draft, reading, clientId, source, about, now });
      },
    };
  }

  refusedRows(): string | null {
    return null;
  }

  #compare(read: ReadDb): Compared {
    const { about, fileName } = this.#input;
    const client = clientOfImport(read, about);
    const hints: PlanHints = {
      fileName,
      currency: client.currency,
      period: about?.period ?? null,
      vat: about?.vat ?? null,
      commission: about?.commission ?? null,
    };
    const first = findPlanSheet(this.#sheets, hints, about?.sheet ?? null);
    if (first === null) throw new AppError('media-plan-table-missing');
    const row = findMediaPlanMapping(read, first.fingerprint);
    const remembered = row === undefined ? null : readRemembered(row);
    const reading =
      remembered === null && about?.uses === undefined
        ? first
        : this.#readAgain(first, hints, remembered);
    return {
      clientId: client.id,
      reading,
      draft: draftOf(read, client, reading, fileName),
      isRemembered: remembered !== null,
      existing:
        findPlanOfFile(read, {
          clientId: client.id,
          fileSha256: this.#sha256,
          sheet: reading.sheet,
        }) ?? null,
    };
  }

  /** Once more with the meanings that were decided now, or the last time this header was read. */
  #readAgain(
    first: PlanReading,
    hints: PlanHints,
    remembered: ReturnType<typeof readRemembered> | null,
  ): PlanReading {
    const said = this.#input.about?.uses;
    const columns = first.columns.filter(({ isOfDays }) => !isOfDays);
    const uses: ReadonlyMap<number, ColumnUse> = new Map(
      said?.map(({ index, use }) => [index, use]) ??
        columns.map(({ index }, at) => [index, remembered?.columns[at] ?? null]),
    );
    const own = {
      vat: hints.vat ?? (first.vat === 'unknown' ? (remembered?.vat ?? null) : null),
      commission:
        hints.commission ??
        (first.commission === 'unknown' ? (remembered?.commission ?? null) : null),
    };
    const again = findPlanSheet(this.#sheets, { ...hints, ...own, uses }, first.sheet);
    if (again === null) throw new AppError('media-plan-table-missing');
    return again;
  }
}

/** Why the plan is not written as it is; undefined for nothing. */
function refusalOf(
  { reading, draft }: Compared,
  isAccepted: boolean,
  language: Language,
): AppError | undefined {
  const [question] = reading.questions;
  const row = reading.head.last;
  if (question !== undefined) {
    return new AppError(`media-plan-${question}-not-stated-in-file`, { row }, { row });
  }
  if (draft.isCommissionMissing) return new AppError('media-plan-commission-rate-missing');
  if (draft.lines.length === 0) return new AppError('media-plan-table-missing');
  if (isAccepted) return undefined;
  const [refused] = draft.refused;
  if (refused !== undefined) {
    const reason = describePlanProblem(refused.problem, language).message;
    const params = { row: refused.line, reason, count: draft.refused.length };
    return new AppError('media-plan-row-wrong', params, { row: refused.line });
  }
  const [difference] = reading.differences;
  if (difference === undefined) return undefined;
  const reason = describePlanProblem(difference, language).message;
  const { line, field } = difference;
  return new AppError('media-plan-not-adding-up', { row: line, field, reason }, { row: line });
}

/** The sentence for a problem, in the user's language. */
function describePlanProblem({ line, field, code, params }: PlanProblem, language: Language) {
  const message = translatorOf(language).t(`import:plan.problem.${code}`, params);
  return { row: line, field, message };
}

function planPhrase({ code, params, line }: PlanProblem): Phrase {
  return { key: `import:plan.problem.${code}`, params: { ...params, row: line } };
}

function rowsOf({ draft, reading, existing }: Compared, language: Language): PreviewRow[] {
  const { currency } = draft;
  const isAsked = reading.questions.length > 0;
  const good = existing !== null ? 'unchanged' : isAsked ? 'undecided' : 'new';
  const lines = draft.lines.map(
    ({ source, netMinor }): PreviewRow => ({
      ...blankRow(source.row, good, 'out', currency),
      on: source.flight.from,
      counterparty: source.placement || source.channel,
      purpose: [source.groupName, source.channel].filter((word) => word !== '').join(' · '),
      amountMinor: isAsked ? source.amountMinor : netMinor,
    }),
  );
  const left = [...draft.refused, ...draft.passed].map(
    ({ line, state, label, problem }): PreviewRow => ({
      ...blankRow(line, state, 'out', currency),
      counterparty: label,
      problem: describePlanProblem(problem, language),
      note: planPhrase(problem),
    }),
  );
  const sums = reading.differences.map(
    (problem): PreviewRow => ({
      ...blankRow(problem.line, 'refused', 'out', currency),
      counterparty: problem.field,
      problem: describePlanProblem(problem, language),
      note: planPhrase(problem),
    }),
  );
  return [...lines, ...left, ...sums].sort((a, b) => a.row - b.row);
}

function answerOf({ draft, reading, existing }: Compared, language: Language): ImportAnswer {
  const { lines, refused, passed, currency } = draft;
  const count = lines.length;
  const isAsked = reading.questions.length > 0;
  const problems = [
    ...refused.map(({ problem }) => problem),
    ...reading.differences,
    ...reading.warnings,
  ];
  const line = reading.head.last;
  return {
    kind: 'media-plan',
    read: count + refused.length + passed.length + reading.differences.length,
    added: existing !== null || isAsked ? 0 : count,
    updated: 0,
    unchanged: existing === null ? 0 : count,
    refused: refused.length + reading.differences.length,
    notBooked: passed.length,
    undecided: existing === null && isAsked ? count : 0,
    matched: 0,
    accounts: [],
    problems: [
      ...reading.questions.map((question) => ({
        row: line,
        field: '',
        message: translatorOf(language).t(`import:plan.question.${question}`),
      })),
      ...problems
        .sort((a, b) => a.line - b.line)
        .map((problem) => describePlanProblem(problem, language)),
    ],
    totals: {
      ...(existing === null ? {} : { plan: { ...existing } }),
      sheet: reading.sheet,
      lines: count,
      checkedSums: reading.checkedSums,
      [currency]: {
        stated: formatMinorDecimal(
          addMinor(...lines.map(({ source }) => source.amountMinor)),
          currency,
        ),
        ...(isAsked
          ? {}
          : {
              net: formatMinorDecimal(addMinor(...lines.map(({ netMinor }) => netMinor)), currency),
            }),
      },
      ...periodTotals(lines.map(({ source }) => source.flight)),
    },
  };
}

function periodTotals(flights: readonly { from: string; to: string }[]) {
  const extent = extentOf(flights);
  return extent === null ? {} : { from: extent.from, to: extent.to };
}
