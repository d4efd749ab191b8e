import { richToText } from '../domain/rich-text';
import type { BriefBlock, BriefKeyFigure, BriefPrintModel, BriefPrintSection } from './brief-print';

/** Room on the first page below the mark, less the foot's margin. */
const COVER_MM = 248;
/** Lines of sections that still fit below the facts of a short brief. */
const WHOLE_LINES = 26;
const LINE_CHARS = 70;

/**
 * Whether the first page is a cover with the signatures at its foot, or everything flows on. A guess
 * by lengths: a wrong one costs white paper, nothing else.
 */
export function layoutOf(model: BriefPrintModel): 'cover' | 'flowing' {
  return coverHeight(model) > COVER_MM || fitsOnePage(model) ? 'flowing' : 'cover';
}

/** Two to a row; one with a note, or without a neighbour, has its row alone. */
export function figureRows(items: readonly BriefKeyFigure[]): BriefKeyFigure[][] {
  const rows: BriefKeyFigure[][] = [];
  for (const item of items) {
    const last = rows.at(-1);
    const alone = item.note !== undefined || item.value.length > 28;
    if (alone || last === undefined || last.length === 2 || isAlone(last)) rows.push([item]);
    else last.push(item);
  }
  return rows;
}

function isAlone(row: readonly BriefKeyFigure[]): boolean {
  const [first] = row;
  return first !== undefined && (first.note !== undefined || first.value.length > 28);
}

/** Millimetres that the sizes in print.css give the cover's parts. */
function coverHeight({ title, lead, keyFigures, milestones }: BriefPrintModel): number {
  const [chars, line] = title.length <= 52 ? [18, 14] : title.length <= 110 ? [30, 11] : [42, 8.5];
  const titleMm = Math.ceil(title.length / chars) * line;
  const leadLength = lead?.length ?? 0;
  const leadMm = leadLength > 420 ? (leadLength / 64 + 1) * 6 : (leadLength / 46 + 1) * 8;
  const rows = figureRows(keyFigures);
  const notes = keyFigures.filter((figure) => figure.note !== undefined).length;
  const factsMm = 12 + rows.length * 18 + notes * 8;
  const milestonesMm = milestones.length === 0 ? 0 : 11 + Math.ceil(milestones.length / 4) * 19;
  const signaturesMm = 36;
  return 22 + titleMm + leadMm + factsMm + milestonesMm + signaturesMm;
}

/** Sections up to this many lines are not parted by the end of a page. */
const TOGETHER_LINES = 14;

/** Whether a section is short enough to be moved to the next page whole. */
export function staysTogether({ blocks }: BriefPrintSection): boolean {
  return blocks.reduce((sum, each) => sum + linesOf(each), 0) <= TOGETHER_LINES;
}

/** Lines of a full page of sections. */
const PAGE_LINES = 42;

/** Pages that the sections take, guessed by their lengths. */
export function pagesOf({ sections }: Pick<BriefPrintModel, 'sections'>): number {
  const lines = sections.flatMap(({ blocks }) => [4, ...blocks.map(linesOf)]);
  return lines.reduce((sum, count) => sum + count, 0) / PAGE_LINES;
}

function fitsOnePage(model: BriefPrintModel): boolean {
  const facts = model.keyFigures.length * 2 + (model.milestones.length > 0 ? 5 : 0);
  const head = Math.ceil((model.title.length * 3 + (model.lead?.length ?? 0) * 2) / LINE_CHARS);
  const texts = model.sections.map(
    ({ blocks }) => 4 + blocks.reduce((sum, each) => sum + linesOf(each), 0),
  );
  return facts + head + texts.reduce((sum, count) => sum + count, 0) <= WHOLE_LINES;
}

/** A picture's room, guessed: its size is known only where it is drawn. */
const PICTURE_LINES = 18;

function linesOf(part: BriefBlock): number {
  const wrapped = (text: string) =>
    text.split('\n').reduce((sum, each) => sum + Math.ceil((each.length + 1) / LINE_CHARS), 0);
  switch (part.kind) {
    case 'paragraph':
    case 'quote':
      return wrapped(part.text) + 1;
    case 'list':
      return part.items.reduce((sum, item) => sum + wrapped(item), 1);
    case 'fields':
      return part.items.length + 1;
    case 'rich':
      return part.blocks.reduce(
        (sum, block) =>
          sum +
          (block.type === 'image'
            ? PICTURE_LINES
            : wrapped(richToText({ type: 'doc', content: [block] })) + 1),
        1,
      );
    case 'checklist':
      return part.items.reduce((sum, { text }) => sum + wrapped(text), 1);
    case 'table':
      return part.rows.length * 2 + 3;
  }
}
