import type {
  ImportAnswer,
  ImportPreview,
  ImportProblem,
  PreviewRow,
} from '../../../shared/contract/imports.contract';
import type { Language, Phrase } from '../../../shared/contract/primitives';
import type {
  StatisticsField,
  StatisticsProblem,
} from '../../../shared/domain/ad-statistics/types';
import type { DecodedText } from '../../../shared/domain/text-encoding';
import { translatorOf } from '../../../shared/i18n/all-messages';
import type { RowState } from './statement-plan';
import { encodingName, encodingReason } from './statement-preview';

/** Problems that are listed one by one; the window and a person read no more. */
const MOST_PROBLEMS = 1000;

/** A line of the file and what becomes of it. */
export type CountedLine = {
  readonly line: number;
  readonly state: RowState;
  readonly problem: StatisticsProblem | null;
};

/** The sentence for a problem, in the user's language. */
export function describeStatisticsProblem(
  problem: StatisticsProblem,
  language: Language,
): ImportProblem {
  const message = translatorOf(language).t(`import:problem.${problem.code}`, problem.params);
  return { row: problem.line, field: problem.field, message };
}

/** A problem as a phrase, so that a change of language words it anew. */
export function statisticsPhrase({ code, params, line }: StatisticsProblem): Phrase {
  return { key: `import:problem.${code}`, params: { ...params, row: line } };
}

/** The answer of an import of statistics: every line of data is counted once. */
export function statisticsAnswer(
  about: Pick<ImportAnswer, 'kind' | 'matched' | 'accounts' | 'totals'>,
  lines: readonly CountedLine[],
  warnings: readonly StatisticsProblem[],
  language: Language,
): ImportAnswer {
  const count = (state: RowState) => lines.filter((line) => line.state === state).length;
  const problems = [...lines.flatMap(({ problem }) => (problem ? [problem] : [])), ...warnings]
    .sort((a, b) => a.line - b.line)
    .slice(0, MOST_PROBLEMS)
    .map((problem) => describeStatisticsProblem(problem, language));
  return {
    ...about,
    read: lines.length,
    added: count('new'),
    updated: count('changed'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    notBooked: count('not-booked'),
    undecided: count('undecided'),
    problems,
  };
}

/** Hundredths as a number: whole conversions stay whole. */
export function conversionsOf(hundredths: number): number {
  return hundredths / 100;
}

/** How the bytes of a text were read; a workbook says it itself. */
export function encodingOf(
  decoded: DecodedText | null,
): Pick<ImportPreview, 'encoding' | 'encodingReason'> {
  if (decoded === null) {
    return { encoding: 'XLSX', encodingReason: { key: 'import:encoding.workbook', params: {} } };
  }
  return { encoding: encodingName(decoded), encodingReason: encodingReason(decoded, null) };
}

/** Columns of the file with what they become here, carried ones first. */
export function statisticsFields(fields: readonly StatisticsField[]): ImportPreview['fields'] {
  return fields
    .map(({ source, example, target }) => ({
      source,
      example,
      target: target === null ? null : { key: `import:target.${target}`, params: {} },
    }))
    .sort((a, b) => Number(a.target === null) - Number(b.target === null));
}

/** A row of the preview before it says anything. */
export function blankRow(
  row: number,
  state: PreviewRow['state'],
  direction: 'in' | 'out',
  currency: string,
): PreviewRow {
  return {
    row,
    state,
    direction,
    on: null,
    counterparty: '',
    inn: null,
    purpose: '',
    amountMinor: null,
    amountText: '',
    currency,
    suggestedMinor: null,
    sides: [],
    match: null,
    problem: null,
    note: null,
  };
}
