import type {
  RichBlock,
  RichDoc,
  RichInline,
  RichList,
  RichMark,
  RichParagraph,
} from '../../../../shared/contract/rich-text';
import { RICH_LINK } from '../../../../shared/domain/rich-rules';

/** A node as the editor writes it: with the attributes and the empty places that an answer does not have. */
export type EditorNode = {
  type?: string | undefined;
  text?: string | undefined;
  attrs?: Record<string, unknown> | undefined;
  marks?: readonly EditorNode[] | undefined;
  content?: readonly EditorNode[] | undefined;
};

/** An answer as the document the editor opens; one that says nothing is a blank paragraph to write in. */
export function editorDocOf(doc: RichDoc): EditorNode {
  return doc.content.length === 0 ? { type: 'doc', content: [{ type: 'paragraph' }] } : doc;
}

/** The editor's document as an answer: only what `richDocSchema` names; pictures still on their way are left out. */
export function richDocOf(doc: EditorNode): RichDoc {
  return { type: 'doc', content: children(doc).flatMap(blockOf) };
}

function children(node: EditorNode): readonly EditorNode[] {
  return node.content ?? [];
}

function blockOf(node: EditorNode): RichBlock[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraphOf(node)];
    case 'heading':
      return [{ type: 'heading', ...inline(node) }];
    case 'bulletList':
    case 'orderedList':
      return listOf(node);
    case 'blockquote': {
      const content = children(node).map(paragraphOf);
      return content.length === 0 ? [] : [{ type: 'blockquote', content }];
    }
    case 'table': {
      const content = children(node).flatMap(rowOf);
      return content.length === 0 ? [] : [{ type: 'table', content }];
    }
    case 'image': {
      const { fileId, alt } = node.attrs ?? {};
      if (typeof fileId !== 'string' || fileId === '') return [];
      return [{ type: 'image', attrs: { fileId, alt: typeof alt === 'string' ? alt : '' } }];
    }
    default:
      return [];
  }
}

function paragraphOf(node: EditorNode): RichParagraph {
  return { type: 'paragraph', ...inline(node) };
}

function listOf(node: EditorNode): RichList[] {
  const content = children(node).flatMap((item) => {
    const parts = partsOf(item);
    return parts.length === 0 ? [] : [{ type: 'listItem' as const, content: parts }];
  });
  if (content.length === 0) return [];
  return [{ type: node.type === 'orderedList' ? 'orderedList' : 'bulletList', content }];
}

type Row = Extract<RichBlock, { type: 'table' }>['content'][number];

function rowOf(node: EditorNode): Row[] {
  const content = children(node).map((cell): Row['content'][number] => {
    const parts = partsOf(cell);
    return {
      type: cell.type === 'tableHeader' ? 'tableHeader' : 'tableCell',
      content: parts.length === 0 ? [{ type: 'paragraph' }] : parts,
    };
  });
  return content.length === 0 ? [] : [{ type: 'tableRow', content }];
}

/** What stands in an item or a cell: paragraphs and lists. */
function partsOf(node: EditorNode): (RichParagraph | RichList)[] {
  return children(node).flatMap((part): (RichParagraph | RichList)[] => {
    if (part.type === 'paragraph') return [paragraphOf(part)];
    return part.type === 'bulletList' || part.type === 'orderedList' ? listOf(part) : [];
  });
}

function inline(node: EditorNode): { content?: RichInline[] } {
  if (node.content === undefined) return {};
  return { content: node.content.flatMap(inlineOf) };
}

function inlineOf(node: EditorNode): RichInline[] {
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
  if (node.type !== 'text' || node.text === undefined || node.text === '') return [];
  if (node.marks === undefined) return [{ type: 'text', text: node.text }];
  return [{ type: 'text', text: node.text, marks: node.marks.flatMap(markOf) }];
}

function markOf(mark: EditorNode): RichMark[] {
  switch (mark.type) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
      return [{ type: mark.type }];
    case 'link': {
      const href = mark.attrs?.['href'];
      const isFit = typeof href === 'string' && href.length <= 2000 && RICH_LINK.test(href);
      return isFit ? [{ type: 'link', attrs: { href } }] : [];
    }
    default:
      return [];
  }
}

/** Without the blank paragraph that the editor keeps behind a table or a picture to write on in. */
export function withoutTail(doc: RichDoc): RichDoc {
  const [before, last] = doc.content.slice(-2);
  const isTail =
    last?.type === 'paragraph' &&
    (last.content ?? []).length === 0 &&
    (before?.type === 'table' || before?.type === 'image');
  return isTail ? { type: 'doc', content: doc.content.slice(0, -1) } : doc;
}
