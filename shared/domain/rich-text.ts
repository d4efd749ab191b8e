import type {
  RichBlock,
  RichDoc,
  RichInline,
  RichList,
  RichParagraph,
} from '../contract/rich-text';

/** A plain text as a formatted one: each line that says something is a paragraph. */
export function richFromText(text: string): RichDoc {
  return {
    type: 'doc',
    content: text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
  };
}

/**
 * The words of a formatted text: a line for each paragraph, heading, item and table row, cells parted by
 * tabs; pictures say their description. For search, comparison and advice.
 */
export function richToText(doc: RichDoc): string {
  return doc.content.flatMap(linesOfBlock).join('\n');
}

/** Whether it says and shows nothing. */
export function isBlankRich(doc: RichDoc): boolean {
  return doc.content.every((block) => block.type !== 'image') && richToText(doc).trim() === '';
}

/** Rows of brief_files that a formatted text shows, each once. */
export function picturesIn(doc: RichDoc): readonly string[] {
  const ids = doc.content.flatMap((block) => (block.type === 'image' ? [block.attrs.fileId] : []));
  return [...new Set(ids)];
}

function linesOfBlock(block: RichBlock): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [inlineText(block.content)];
    case 'bulletList':
    case 'orderedList':
      return linesOfList(block);
    case 'blockquote':
      return block.content.map(({ content }) => inlineText(content));
    case 'table':
      return block.content.map((row) =>
        row.content.map((cell) => cell.content.flatMap(linesOfPart).join(' ')).join('\t'),
      );
    case 'image':
      return block.attrs.alt === '' ? [] : [block.attrs.alt];
  }
}

function linesOfList(list: RichList): readonly string[] {
  return list.content.flatMap((item) => item.content.flatMap(linesOfPart));
}

function linesOfPart(part: RichParagraph | RichList): readonly string[] {
  return part.type === 'paragraph' ? [inlineText(part.content)] : linesOfList(part);
}

/** The letters of a line, without their marks. */
export function inlineText(content: readonly RichInline[] | undefined): string {
  return (content ?? []).map((part) => (part.type === 'text' ? part.text : '\n')).join('');
}
