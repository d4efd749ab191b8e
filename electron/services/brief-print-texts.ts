import type { Answer } from '../../shared/contract/briefs.contract';
import type { RichBlock, RichInline } from '../../shared/contract/rich-text';
import { inlineText, richToText } from '../../shared/domain/rich-text';

/** Typed with ordinary spaces, a number would break at the end of a line: «7 311,61» and its «₽». */
export function unbroken(text: string): string {
  return keptTogether(text.trim());
}

function keptTogether(text: string): string {
  return text
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u00a0')
    .replace(/(?<=\d) (?=[₽€$%])/g, '\u00a0');
}

/** A formatted text for paper: no empty lines, and no number parted from its sign. */
export function printed(blocks: readonly RichBlock[]): RichBlock[] {
  const inline = (content: readonly RichInline[] | undefined) =>
    (content ?? []).map((part) =>
      part.type === 'text' ? { ...part, text: keptTogether(part.text) } : part,
    );
  return blocks.flatMap((block): RichBlock[] => {
    if (block.type !== 'paragraph' && block.type !== 'heading') return [block];
    return inlineText(block.content).trim() === ''
      ? []
      : [{ ...block, content: inline(block.content) }];
  });
}

/** Whether a block is words alone, without a link: what can be set as a lead or a quotation. */
export function isPlain(
  block: RichBlock | undefined,
): block is Extract<RichBlock, { type: 'paragraph' }> {
  return (
    block?.type === 'paragraph' &&
    (block.content ?? []).every(
      (part) => part.type !== 'text' || !part.marks?.some(({ type }) => type === 'link'),
    )
  );
}

/** The words that open the cover, and what of the goal cannot stand there: lists, tables, pictures. */
export function goalOf(answer: Answer | undefined): { lead: string | null; rest: RichBlock[] } {
  if (answer?.type === 'text') {
    return { lead: answer.text.trim() === '' ? null : unbroken(answer.text), rest: [] };
  }
  if (answer?.type !== 'rich') return { lead: null, rest: [] };
  const blocks = printed(answer.doc.content);
  const other = blocks.findIndex((block) => !isPlain(block));
  const plain = blocks.slice(0, other === -1 ? blocks.length : other);
  const lead = richToText({ type: 'doc', content: plain }).trim();
  return { lead: lead === '' ? null : lead, rest: blocks.slice(plain.length) };
}
