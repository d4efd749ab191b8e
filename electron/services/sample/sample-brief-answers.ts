import type { Answer } from '../../../shared/contract/briefs.contract';
import type { RichBlock, RichInline, RichParagraph } from '../../../shared/contract/rich-text';
import { RICH_SCHEMA_VERSION } from '../../../shared/domain/rich-rules';

export const text = (...paragraphs: string[]): Answer => ({
  type: 'text',
  text: paragraphs.join('\n\n'),
});

export const list = (...items: string[]): Answer => ({ type: 'list', items });

export const date = (on: string): Answer => ({ type: 'date', on });

export const choice = (key: string): Answer => ({ type: 'choice', choice: key });

export const table = (...rows: string[][]): Answer => ({ type: 'table', rows });

export const money = (minor: number, currency: string, includesVat: boolean): Answer => ({
  type: 'money',
  minor,
  currency,
  includesVat,
});

/** A formatted text; a bare string is a paragraph. */
export const rich = (...blocks: (string | RichBlock)[]): Answer => ({
  type: 'rich',
  schemaVersion: RICH_SCHEMA_VERSION,
  doc: {
    type: 'doc',
    content: blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
  },
});

export const bullets = (...items: string[]): RichBlock => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
});

export const steps = (...items: string[]): RichBlock => ({
  type: 'orderedList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
});

export const quote = (words: string): RichBlock => ({
  type: 'blockquote',
  content: [paragraph(words)],
});

/** A table within a formatted text: the first row is its head. */
export const grid = (...rows: string[][]): RichBlock => ({
  type: 'table',
  content: rows.map((cells, index) => ({
    type: 'tableRow',
    content: cells.map((cell) => ({
      type: index === 0 ? 'tableHeader' : 'tableCell',
      content: [paragraph(cell)],
    })),
  })),
});

/** Rows of name, portrait, geography, need, barrier. */
export const segments = (...rows: [string, string, string, string, string][]): Answer => ({
  type: 'audience',
  segments: rows.map(([name, portrait, geo, need, barrier]) => ({
    name,
    portrait,
    geo,
    need,
    barrier,
  })),
});

/** What is done stands before what is open. */
export const ticks = (done: readonly string[], open: readonly string[]): Answer => ({
  type: 'checklist',
  items: [
    ...done.map((item) => ({ text: item, done: true })),
    ...open.map((item) => ({ text: item, done: false })),
  ],
});

/** Words between double asterisks are bold. */
function paragraph(words: string): RichParagraph {
  const content = words
    .split('**')
    .map(
      (part, index): RichInline => ({
        type: 'text',
        text: part,
        ...(index % 2 === 1 ? { marks: [{ type: 'bold' }] } : {}),
      }),
    )
    .filter((part) => part.type !== 'text' || part.text !== '');
  return { type: 'paragraph', content };
}
