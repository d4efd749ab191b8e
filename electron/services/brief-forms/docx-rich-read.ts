import type {
  RichBlock,
  RichDoc,
  RichInline,
  RichList,
  RichParagraph,
} from '../../../shared/contract/rich-text';
import type { DocxBlock, DocxTable } from './docx-read';
import { STYLE } from './docx-style-names';
import type { DocxLine } from './docx-text';
import { pictureAnchor } from './form-marks';

type ListItem = RichList['content'][number];
type Part = RichParagraph | RichList;

/** A line of a list: with its mark, or a further paragraph of the item above. */
type Entry = { level: number; ordered: boolean | null; line: DocxLine };

type Pictures = readonly { fileId: string; alt: string }[];

/** Blocks of a document as a formatted text. Pictures are those that the answer had before. */
export function richOf(
  blocks: readonly DocxBlock[],
  pictures: Pictures,
): { doc: RichDoc; hasNewPicture: boolean } {
  const content: RichBlock[] = [];
  let entries: Entry[] = [];
  let hasNewPicture = false;
  const endList = (): void => {
    content.push(...listsOf(entries));
    entries = [];
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      endList();
      const table = tableOf(block.table);
      if (table !== null) content.push(table);
      continue;
    }
    const { line } = block;
    const known = pictures.filter(({ fileId }) => line.anchors.includes(pictureAnchor(fileId)));
    if (line.hasPicture && known.length === 0) hasNewPicture = true;
    const entry = known.length > 0 ? null : entryOf(line, entries.length > 0);
    if (entry !== null) {
      entries.push(entry);
      continue;
    }
    endList();
    content.push(...known.map((attrs): RichBlock => ({ type: 'image', attrs })));
    // Where Word cannot show a picture its description stands for it.
    const isCaption = line.style === STYLE.help && known.length > 0;
    if (line.text.trim() !== '' && !isCaption) addLine(content, line);
  }
  endList();
  return { doc: { type: 'doc', content }, hasNewPicture };
}

function entryOf(line: DocxLine, inList: boolean): Entry | null {
  if (line.list !== null) return { ...line.list, line };
  const more = line.style.startsWith(STYLE.more) ? Number(line.style.slice(STYLE.more.length)) : 0;
  return inList && more > 0 ? { level: more - 1, ordered: null, line } : null;
}

function addLine(content: RichBlock[], line: DocxLine): void {
  const inline = line.content.length === 0 ? {} : { content: [...line.content] };
  const style = line.style.toLowerCase();
  if (line.style === STYLE.heading || /^(?:heading|title|subtitle)/.test(style)) {
    content.push({ type: 'heading', ...inline });
    return;
  }
  if (line.style === STYLE.quote || /quote|quotations|block text/.test(style)) {
    const last = content.at(-1);
    if (last?.type === 'blockquote') last.content.push({ type: 'paragraph', ...inline });
    else content.push({ type: 'blockquote', content: [{ type: 'paragraph', ...inline }] });
    return;
  }
  content.push({ type: 'paragraph', ...inline });
}

function paragraphOf(content: readonly RichInline[]): RichParagraph {
  return content.length === 0
    ? { type: 'paragraph' }
    : { type: 'paragraph', content: [...content] };
}

/** Lines of lists, level by level, as lists in lists. */
function listsOf(entries: readonly Entry[]): RichList[] {
  const base = entries[0]?.level ?? 0;
  const lists: RichList[] = [];
  let item: ListItem | null = null;
  let deeper: Entry[] = [];
  const endDeeper = (): void => {
    if (deeper.length === 0) return;
    const inner: Part[] = listsOf(deeper);
    deeper = [];
    item?.content.push(...inner);
  };
  for (const entry of entries) {
    const { level, ordered, line } = entry;
    if (level > base && item !== null) {
      deeper.push(entry);
      continue;
    }
    endDeeper();
    if (ordered === null && item !== null) {
      item.content.push(paragraphOf(line.content));
      continue;
    }
    item = { type: 'listItem', content: [paragraphOf(line.content)] };
    const type = ordered === true ? 'orderedList' : 'bulletList';
    const last = lists.at(-1);
    if (last?.type === type) last.content.push(item);
    else lists.push({ type, content: [item] });
  }
  endDeeper();
  return lists;
}

function tableOf({ rows }: DocxTable): RichBlock | null {
  const content = rows
    .filter(({ cells }) => cells.length > 0)
    .map(({ isHead, cells }) => ({
      type: 'tableRow' as const,
      content: cells.slice(0, 30).map((lines) => ({
        type:
          isHead || lines[0]?.style === STYLE.head
            ? ('tableHeader' as const)
            : ('tableCell' as const),
        content: partsOf(lines),
      })),
    }));
  return content.length === 0 ? null : { type: 'table', content };
}

function partsOf(lines: readonly DocxLine[]): Part[] {
  const parts: Part[] = [];
  let entries: Entry[] = [];
  for (const line of lines) {
    const entry = entryOf(line, entries.length > 0);
    if (entry !== null) {
      entries.push(entry);
      continue;
    }
    parts.push(...listsOf(entries), paragraphOf(line.content));
    entries = [];
  }
  parts.push(...listsOf(entries));
  return parts.length === 0 ? [{ type: 'paragraph' }] : parts;
}
