import { diffArrays } from 'diff';
import type { Answer } from '../contract/briefs.contract';
import type { Language } from '../contract/primitives';
import {
  answerAs,
  answerTexts,
  type BriefAnswers,
  isBlankAnswer,
  segmentRows,
} from './brief-answers';
import { type BriefFieldType, type BriefSections, fieldsOf } from './brief-templates';

/** A run of text that stayed, went or came. */
export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A row of a list or a table; `same` rows are left out. `number` is its place in the newer text, or where it was. */
export interface DiffRow {
  readonly kind: 'changed' | 'removed' | 'added';
  readonly number: number;
  readonly cells: DiffPiece[][];
}

export type FieldDiff = { readonly sectionKey: string; readonly fieldKey: string } & (
  | { readonly kind: 'text'; readonly pieces: DiffPiece[] }
  | { readonly kind: 'rows'; readonly rows: DiffRow[] }
  | { readonly kind: 'value'; readonly before: Answer | null; readonly after: Answer | null }
);

/** Texts more unlike than this many words are shown as replaced: nobody reads such a mosaic. */
const MOST_CHANGES = 2000;

function wordsOf(text: string, language: Language): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * What changed between two texts, word by word. The pieces that stayed or went make up the older text,
 * those that stayed or came the newer one. Between changed words a blank goes with them.
 */
export function diffWords(before: string, after: string, language: Language): DiffPiece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const changes = diffArrays(wordsOf(before, language), wordsOf(after, language), {
    maxEditLength: MOST_CHANGES,
  });
  const pieces: DiffPiece[] =
    changes === undefined
      ? [
          { kind: 'removed', text: before },
          { kind: 'added', text: after },
        ]
      : changes.map(({ added, removed, value }) => ({
          kind: added ? 'added' : removed ? 'removed' : 'same',
          text: value.join(''),
        }));
  return joinChanges(pieces.filter(({ text }) => text !== ''));
}

/** Changes that only a blank parts become one: «was is the house» reads worse than «the old» → «a new». */
function joinChanges(pieces: readonly DiffPiece[]): DiffPiece[] {
  const joined: DiffPiece[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed });
    if (added !== '') joined.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1];
    const isBridge =
      piece.text.trim() === '' &&
      (removed !== '' || added !== '') &&
      next !== undefined &&
      !piece.text.includes('\n');
    if (piece.kind === 'removed') removed += piece.text;
    else if (piece.kind === 'added') added += piece.text;
    else if (isBridge) {
      removed += piece.text;
      added += piece.text;
    } else {
      flush();
      joined.push(piece);
    }
  });
  flush();
  return joined;
}

/** What changed between two tables, row by row and inside a row word by word; rows of one cell are a list. */
export function diffRows(
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
  language: Language,
): DiffRow[] {
  const keys = (rows: typeof before) => rows.map((row) => JSON.stringify(row));
  const changes = diffArrays(keys(before), keys(after));
  const found: DiffRow[] = [];
  let [was, is] = [0, 0];
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index];
    if (change === undefined) break;
    if (!change.added && !change.removed) {
      was += change.count;
      is += change.count;
      continue;
    }
    // A run that went beside a run that came: the same rows, worded otherwise.
    const next = changes[index + 1];
    const other = next !== undefined && (next.added || next.removed) ? next : undefined;
    if (other !== undefined) index += 1;
    const gone = [change, other].find((run) => run?.removed === true)?.count ?? 0;
    const come = [change, other].find((run) => run?.added === true)?.count ?? 0;
    found.push(
      ...pairRows(before.slice(was, was + gone), after.slice(is, is + come), was, is, language),
    );
    was += gone;
    is += come;
  }
  return found;
}

function pairRows(
  gone: readonly (readonly string[])[],
  come: readonly (readonly string[])[],
  was: number,
  is: number,
  language: Language,
): DiffRow[] {
  const whole = (kind: 'removed' | 'added', row: readonly string[], number: number): DiffRow => ({
    kind,
    number,
    cells: row.map((text) => (text === '' ? [] : [{ kind, text }])),
  });
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index): DiffRow => {
    const [before, after] = [gone[index], come[index]];
    if (before === undefined) return whole('added', after ?? [], is + index + 1);
    if (after === undefined) return whole('removed', before, was + index + 1);
    const width = Math.max(before.length, after.length);
    return {
      kind: 'changed',
      number: is + index + 1,
      cells: Array.from({ length: width }, (_cell, at) =>
        diffWords(before[at] ?? '', after[at] ?? '', language),
      ),
    };
  });
}

/** What changed between two sets of answers, in the order of the template; fields without a change are left out. */
export function diffBriefs(
  template: BriefSections<{ readonly key: string; readonly type: BriefFieldType }>,
  before: BriefAnswers,
  after: BriefAnswers,
  language: Language,
): FieldDiff[] {
  return fieldsOf(template).flatMap(({ section, field }): FieldDiff[] => {
    const place = { sectionKey: section, fieldKey: field.key };
    const [was, is] = [said(field.type, before[field.key]), said(field.type, after[field.key])];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    if (field.type === 'text' || field.type === 'rich') {
      return [{ ...place, kind: 'text', pieces: diffWords(textOf(was), textOf(is), language) }];
    }
    if (HAS_ROWS.has(field.type)) {
      const rows = diffRows(rowsOf(was), rowsOf(is), language);
      return rows.length === 0 ? [] : [{ ...place, kind: 'rows', rows }];
    }
    return [{ ...place, kind: 'value', before: was, after: is }];
  });
}

/** Types whose answers are compared row by row. */
const HAS_ROWS: ReadonlySet<BriefFieldType> = new Set([
  'list',
  'table',
  'audience',
  'checklist',
  'file',
]);

function said(type: BriefFieldType, answer: Answer | undefined): Answer | null {
  const read = answer === undefined ? undefined : answerAs(type, answer);
  return read === undefined || isBlankAnswer(read) ? null : read;
}

function textOf(answer: Answer | null): string {
  return answer === null ? '' : answerTexts(answer).join('\n');
}

function rowsOf(answer: Answer | null): readonly (readonly string[])[] {
  if (answer === null) return [];
  switch (answer.type) {
    case 'table':
      return answer.rows;
    case 'audience':
      return segmentRows(answer);
    case 'checklist':
      return answer.items.map(({ text, done }) => [done ? '✓' : '', text]);
    default:
      return answerTexts(answer).map((item) => [item]);
  }
}
