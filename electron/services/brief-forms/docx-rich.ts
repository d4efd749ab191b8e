import {
  Bookmark,
  ExternalHyperlink,
  ImageRun,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  type Table,
} from 'docx';
import type { BriefFileRow } from '../../../db/queries/brief-content.query';
import type {
  RichBlock,
  RichDoc,
  RichInline,
  RichList,
  RichParagraph,
} from '../../../shared/contract/rich-text';
import { BULLETS, gridOf, LIST_LEVELS, NUMBERS, runsOf } from './docx-parts';
import { STYLE } from './docx-style-names';
import { pictureAnchor } from './form-marks';
import { pictureSize } from './picture-size';
import { xmlText } from './same-answer';

type Pictures = ReadonlyMap<string, BriefFileRow>;

/** Pixels at 96 to the inch: the width of the text, and two thirds of a page. */
const WIDEST = 640;
const HIGHEST = 620;

let instances = 0;

/** A formatted text as paragraphs and tables of Word. */
export function richBlocks(doc: RichDoc, pictures: Pictures): (Paragraph | Table)[] {
  return doc.content.flatMap((block) => blockOf(block, pictures));
}

function blockOf(block: RichBlock, pictures: Pictures): (Paragraph | Table)[] {
  switch (block.type) {
    case 'paragraph':
      return [lineOf(block.content, STYLE.answer)];
    case 'heading':
      return [lineOf(block.content, STYLE.heading)];
    case 'bulletList':
    case 'orderedList':
      return listOf(block, 0, STYLE.answer);
    case 'blockquote':
      return block.content.map(({ content }) => lineOf(content, STYLE.quote));
    case 'table':
      return tableOf(block);
    case 'image':
      return pictureOf(block.attrs, pictures);
  }
}

function lineOf(content: readonly RichInline[] | undefined, style: string): Paragraph {
  return new Paragraph({ style, children: inlineRuns(content) });
}

/** Letters with their marks as runs. */
function inlineRuns(content: readonly RichInline[] | undefined): ParagraphChild[] {
  return (content ?? []).flatMap((part): ParagraphChild[] => {
    if (part.type === 'hardBreak') return runsOf('\n').slice(1);
    const marks = part.marks ?? [];
    const has = (type: string) => marks.some((mark) => mark.type === type);
    const link = marks.find((mark) => mark.type === 'link');
    const look: IRunOptions = {
      ...(has('bold') ? { bold: true } : {}),
      ...(has('italic') ? { italics: true } : {}),
      ...(has('underline') ? { underline: {} } : {}),
      ...(has('strike') ? { strike: true } : {}),
    };
    if (link === undefined) return runsOf(part.text, look);
    const children = runsOf(part.text, { ...look, style: 'Hyperlink' });
    return [new ExternalHyperlink({ link: xmlText(link.attrs.href), children })];
  });
}

/** A list level by level; what follows the first paragraph of an item stands below it without a mark. */
function listOf(
  list: RichList,
  level: number,
  style: string,
  instance = nextInstance(),
): Paragraph[] {
  const depth = Math.min(level, LIST_LEVELS - 1);
  const reference = list.type === 'bulletList' ? BULLETS : NUMBERS;
  return list.content.flatMap((item) => {
    const [first, ...rest] = item.content;
    const marked = first?.type === 'paragraph' ? first.content : undefined;
    const others = first?.type === 'paragraph' ? rest : item.content;
    return [
      new Paragraph({
        style,
        numbering: { reference, level: depth, instance },
        children: inlineRuns(marked),
      }),
      ...others.flatMap((part) =>
        part.type === 'paragraph'
          ? [lineOf(part.content, `${STYLE.more}${depth + 1}`)]
          : listOf(part, level + 1, style),
      ),
    ];
  });
}

function nextInstance(): number {
  instances += 1;
  return instances;
}

/** The items of a plain list. */
export function plainList(items: readonly string[]): Paragraph[] {
  const instance = nextInstance();
  return items.map(
    (item) =>
      new Paragraph({
        style: STYLE.answer,
        numbering: { reference: BULLETS, level: 0, instance },
        children: runsOf(item),
      }),
  );
}

function tableOf(block: Extract<RichBlock, { type: 'table' }>): (Paragraph | Table)[] {
  const width = Math.max(...block.content.map(({ content }) => content.length));
  const rows = block.content.map(({ content }) =>
    Array.from({ length: width }, (_, index) => {
      const cell = content[index];
      if (cell === undefined) return [new Paragraph({ style: STYLE.cell })];
      return cellOf(cell.content, cell.type === 'tableHeader' ? STYLE.head : STYLE.cell);
    }),
  );
  const widths = Array.from({ length: width }, () => 1);
  // Two tables in a row would become one.
  return [gridOf({ head: null, rows, widths }), new Paragraph({ style: STYLE.gap })];
}

function cellOf(content: readonly (RichParagraph | RichList)[], style: string): Paragraph[] {
  return content.flatMap((part) =>
    part.type === 'paragraph' ? [lineOf(part.content, style)] : listOf(part, 0, style),
  );
}

/**
 * A picture, in a bookmark by which it is known again whatever Word makes of it; in the bookmark stands its
 * description where Word cannot show it.
 */
function pictureOf(attrs: { fileId: string; alt: string }, pictures: Pictures): Paragraph[] {
  const file = pictures.get(attrs.fileId);
  if (file === undefined) return [];
  const id = pictureAnchor(attrs.fileId);
  const name = attrs.alt === '' ? file.name : attrs.alt;
  const size = pictureSize(file.content);
  if (size === null || size.width === 0 || size.height === 0) {
    const children = [new Bookmark({ id, children: runsOf(`[${name}]`) })];
    return [new Paragraph({ style: STYLE.help, children })];
  }
  const scale = Math.min(1, WIDEST / size.width, HIGHEST / size.height);
  const image = new ImageRun({
    type: size.type,
    data: file.content,
    transformation: {
      width: Math.max(1, Math.round(size.width * scale)),
      height: Math.max(1, Math.round(size.height * scale)),
    },
    altText: { name: xmlText(file.name), description: xmlText(name), title: xmlText(name) },
  });
  const children = [new Bookmark({ id, children: [image] })];
  return [new Paragraph({ style: STYLE.answer, children })];
}
