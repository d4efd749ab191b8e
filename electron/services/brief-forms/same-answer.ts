import type { Answer, TemplateField } from '../../../shared/contract/briefs.contract';
import type {
  RichBlock,
  RichDoc,
  RichInline,
  RichList,
  RichParagraph,
} from '../../../shared/contract/rich-text';
import { isBlankRow, segmentRows } from '../../../shared/domain/brief-answers';
import { richToText } from '../../../shared/domain/rich-text';
import type { Lang } from '../../../shared/i18n/formats';
import { parseDecimal } from '../../../shared/i18n/parse-input';
import { hashOf } from './form-marks';

type Means = { language: Lang; kind: 'docx' | 'xlsx' };

/** Characters that no XML file may hold. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text that an XML file can hold: without control characters and halves of letters. */
export function xmlText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '').replace(NOT_XML, '');
}

/** Whether two answers to a question say the same: blanks at the ends and empty rows say nothing. */
export function isSameAnswer(
  field: TemplateField,
  one: Answer | undefined,
  other: Answer | undefined,
  means: Means,
): boolean {
  return meaningOf(field, one, means) === meaningOf(field, other, means);
}

/** A short name of what an answer says, kept in a form so that it is known later who changed it. */
export function fingerprintOf(
  field: TemplateField,
  answer: Answer | undefined,
  means: Means,
): string {
  return hashOf(meaningOf(field, answer, means));
}

/** What an answer says, as a text that is the same for answers that say the same; '' for none. */
function meaningOf(field: TemplateField, answer: Answer | undefined, means: Means): string {
  if (answer === undefined) return '';
  const meaning = bareOf(field, answer, means);
  return meaning === null ? '' : JSON.stringify(meaning);
}

function bareOf(field: TemplateField, answer: Answer, means: Means): unknown {
  switch (answer.type) {
    case 'text':
      return orNull(bareLines(answer.text));
    case 'rich':
      if (means.kind === 'xlsx') {
        return orNull(richToText(answer.doc).split('\n').map(bareText).filter(Boolean).join('\n'));
      }
      return filled(bareRich(answer.doc));
    case 'list':
      return filled(answer.items.map(bareText).filter((item) => item !== ''));
    case 'choice':
      return orNull(answer.choice);
    case 'date':
      return answer.on;
    case 'money':
      return answer.minor === 0 ? null : [answer.minor, answer.currency, answer.includesVat];
    case 'table':
      return filled(
        answer.rows
          .map((row) =>
            field.columns.map(({ numeric }, index) => {
              const cell = bareText(row[index] ?? '');
              return numeric ? bareNumber(cell, means.language) : cell;
            }),
          )
          .filter((row) => !isBlankRow(row)),
      );
    case 'audience':
      return filled(
        segmentRows(answer)
          .map((row) => row.map(bareText))
          .filter((row) => !isBlankRow(row)),
      );
    case 'checklist': {
      const items = answer.items
        .map(({ text, done }) => ({ text: bareText(text), done }))
        .filter(({ text }) => text !== '');
      const isAsBegun =
        items.every(({ done }) => !done) &&
        JSON.stringify(items.map(({ text }) => text)) === JSON.stringify(field.items.map(bareText));
      return isAsBegun ? null : filled(items);
    }
    case 'file':
      return null;
  }
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function filled<T>(items: readonly T[]): readonly T[] | null {
  return items.length === 0 ? null : items;
}

/** A line without blanks around it and with one kind of space. */
export function bareText(text: string): string {
  return xmlText(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}

function bareLines(text: string): string {
  return bareText(text).replace(/\n{2,}/g, '\n');
}

/** `1 200,50` and `1200.5` are one number; what is no number stays as it is. */
function bareNumber(cell: string, language: Lang): string {
  const decimal = parseDecimal(language, cell);
  return decimal === null ? cell : decimal.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

type Bare = readonly [string, ...unknown[]];

function bareRich(doc: RichDoc): readonly Bare[] {
  return joined(doc.content.flatMap(bareBlock));
}

/** Lists and quotes that follow each other are one, as they are on paper. */
function joined(blocks: readonly Bare[]): readonly Bare[] {
  const result: Bare[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (last?.[0] === block[0] && ['bulletList', 'orderedList', 'blockquote'].includes(block[0])) {
      result[result.length - 1] = [block[0], ...last.slice(1), ...block.slice(1)];
    } else result.push(block);
  }
  return result;
}

function bareBlock(block: RichBlock): readonly Bare[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return bareLine(block.type, block.content);
    case 'bulletList':
    case 'orderedList':
      return bareList(block);
    case 'blockquote': {
      const lines = block.content.flatMap(({ content }) => bareLine('paragraph', content));
      return lines.length === 0 ? [] : [['blockquote', ...lines]];
    }
    case 'table':
      return [
        [
          'table',
          ...block.content.map((row) =>
            withoutBlankEnd(
              row.content.map((cell) => [cell.type, ...joined(cell.content.flatMap(barePart))]),
            ),
          ),
        ],
      ];
    case 'image':
      return [['image', block.attrs.fileId]];
  }
}

/** On paper every row is as long as the longest. */
function withoutBlankEnd(cells: readonly Bare[]): readonly Bare[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.length > 1) + 1);
}

function barePart(part: RichParagraph | RichList): readonly Bare[] {
  return part.type === 'paragraph' ? bareLine('paragraph', part.content) : bareList(part);
}

function bareList(list: RichList): readonly Bare[] {
  const items = list.content
    .map(({ content }) => joined(content.flatMap(barePart)))
    .filter((item) => item.length > 0);
  return items.length === 0 ? [] : [[list.type, ...items]];
}

/** A line as letters in a row, each stretch with its marks; nothing for a blank one. */
function bareLine(type: string, content: readonly RichInline[] | undefined): readonly Bare[] {
  const stretches: { text: string; marks: string }[] = [];
  for (const part of content ?? []) {
    const text = part.type === 'text' ? bareInline(part.text) : '\n';
    if (text === '') continue;
    const marks = part.type === 'text' ? marksOf(part) : '';
    const last = stretches.at(-1);
    // What a blank looks like is not to be seen, unless it is underlined or struck.
    const isPlain = text.trim() === '' && !/underline|strike|link/.test(marks);
    if (last !== undefined && (last.marks === marks || isPlain)) last.text += text;
    else stretches.push({ text, marks });
  }
  const whole = stretches.map(({ text }) => text).join('');
  if (whole.trim() === '') return [];
  trimEnds(stretches);
  return [[type, ...stretches.map(({ text, marks }) => [text, marks])]];
}

function bareInline(text: string): string {
  return xmlText(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u202f]/g, ' ');
}

function trimEnds(stretches: { text: string; marks: string }[]): void {
  for (let first = stretches[0]; first !== undefined; [first] = stretches) {
    first.text = first.text.trimStart();
    if (first.text !== '') break;
    stretches.shift();
  }
  for (let last = stretches.at(-1); last !== undefined; last = stretches.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    stretches.pop();
  }
}

function marksOf(part: Extract<RichInline, { type: 'text' }>): string {
  const marks = part.marks ?? [];
  const isLink = marks.some(({ type }) => type === 'link');
  // A link is underlined anyway.
  return marks
    .filter(({ type }) => !(isLink && type === 'underline'))
    .map((mark) => (mark.type === 'link' ? `link ${mark.attrs.href}` : mark.type))
    .sort()
    .join('|');
}
