import type { RichInline, RichMark } from '../../../shared/contract/rich-text';
import { RICH_LINK } from '../../../shared/domain/rich-rules';
import { PLACEHOLDER } from './docx-style-names';
import { attributeIn, childOf, lettersOf, type XmlNode } from './xml-tree';

/** What the other parts of a document say of its paragraphs. */
export type DocxBook = {
  /** Names of styles by their ids: ids follow the language of Word, names do not. */
  styles: ReadonlyMap<string, string>;
  /** Lists that styles belong to. */
  styleLists: ReadonlyMap<string, XmlNode>;
  /** `bullet`, `decimal` and so on by list and level. */
  lists: ReadonlyMap<string, string>;
  links: ReadonlyMap<string, string>;
};

/** A paragraph of the file. */
export type DocxLine = {
  style: string;
  content: readonly RichInline[];
  text: string;
  list: { ordered: boolean; level: number } | null;
  /** Bookmarks in it. */
  anchors: readonly string[];
  hasPicture: boolean;
  /** Its control says that it shows a placeholder, and its letters look like one. */
  placeholder: 'no' | 'shown';
};

type Stretch = { text: string; marks: readonly RichMark[]; placeholder: DocxLine['placeholder'] };

type State = {
  book: DocxBook;
  stretches: Stretch[];
  anchors: string[];
  hasPicture: boolean;
  /** Of a field made of several runs: what it is, until its end. */
  field: { instruction: string; link: string | null }[];
};

const OFF = new Set(['0', 'false', 'off', 'none']);

/** The style of what Word itself puts into an emptied control. */
const WORDS_PLACEHOLDER = 'placeholder text';

/** Elements whose words were taken out by somebody who tracks changes, or are no words. */
const UNREAD = new Set([
  'w:del',
  'w:moveFrom',
  'w:pPr',
  'w:rPr',
  'w:instrText',
  'w:delText',
  'w:sdtPr',
]);

/** Reads a paragraph; `inControl` where it stands in a control that shows its placeholder. */
export function readLine(node: XmlNode, book: DocxBook, inControl: boolean): DocxLine {
  const state: State = { book, stretches: [], anchors: [], hasPicture: false, field: [] };
  walk(node, state, { link: null, inControl });
  const properties = childOf(node, 'w:pPr');
  const styleId = attributeIn(properties, 'w:pStyle');
  const content = contentOf(state.stretches);
  const said = state.stretches.filter(({ text }) => text.trim() !== '');
  const placeholders = new Set(said.map(({ placeholder }) => placeholder));
  return {
    style: styleId === null ? '' : (book.styles.get(styleId) ?? styleId),
    content,
    text: state.stretches.map(({ text }) => text).join(''),
    list: listOf(properties, styleId, book),
    anchors: state.anchors,
    hasPicture: state.hasPicture,
    placeholder: said.length === 0 || placeholders.has('no') ? 'no' : 'shown',
  };
}

type Within = { link: string | null; inControl: boolean };

function walk(node: XmlNode, state: State, within: Within): void {
  for (const child of node.children) {
    if (UNREAD.has(child.name)) continue;
    switch (child.name) {
      case 'w:r':
        readRun(child, state, within);
        break;
      case 'w:bookmarkStart':
        state.anchors.push(child.attributes['w:name'] ?? '');
        break;
      case 'w:hyperlink': {
        const target = state.book.links.get(child.attributes['r:id'] ?? '') ?? null;
        walk(child, state, { ...within, link: target ?? within.link });
        break;
      }
      case 'w:fldSimple': {
        const link = linkIn(child.attributes['w:instr'] ?? '');
        walk(child, state, { ...within, link: link ?? within.link });
        break;
      }
      case 'w:sdt':
        walk(child, state, {
          ...within,
          inControl: within.inControl || isShowingPlaceholder(child),
        });
        break;
      default:
        walk(child, state, within);
    }
  }
}

/** Whether a content control holds nothing but what says what to write. */
export function isShowingPlaceholder(control: XmlNode): boolean {
  const shown = childOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr');
  return shown !== undefined && !OFF.has(shown.attributes['w:val'] ?? '');
}

function linkIn(instruction: string): string | null {
  return /^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1] ?? null;
}

function readRun(run: XmlNode, state: State, within: Within): void {
  const properties = childOf(run, 'w:rPr');
  if (isOn(properties, 'w:vanish')) return;
  const styleId = attributeIn(properties, 'w:rStyle');
  const style = styleId === null ? '' : (state.book.styles.get(styleId) ?? styleId);
  let text = '';
  for (const part of run.children) {
    switch (part.name) {
      case 'w:t':
        text += lettersOf(part).replaceAll('\n', ' ');
        break;
      case 'w:tab':
        text += '\t';
        break;
      case 'w:br':
      case 'w:cr':
        text += '\n';
        break;
      case 'w:sym':
        text += symbolOf(part.attributes['w:char'] ?? '');
        break;
      case 'w:noBreakHyphen':
        text += '\u2011';
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
      case 'mc:AlternateContent':
        state.hasPicture = true;
        break;
      case 'w:instrText': {
        const field = state.field.at(-1);
        if (field !== undefined) field.instruction += lettersOf(part);
        break;
      }
      case 'w:fldChar':
        turnField(part.attributes['w:fldCharType'] ?? '', state);
        break;
    }
  }
  if (text === '') return;
  const link = within.link ?? state.field.findLast((field) => field.link !== null)?.link ?? null;
  const isStyled = style === PLACEHOLDER || style.toLowerCase() === WORDS_PLACEHOLDER;
  const placeholder = isStyled && within.inControl ? 'shown' : 'no';
  state.stretches.push({
    text,
    marks: marksOf(properties, style.toLowerCase(), link),
    placeholder,
  });
}

/** A box of a checklist; symbols of private fonts are no letters. */
function symbolOf(code: string): string {
  const point = /^[0-9a-f]{4}$/i.test(code) ? Number.parseInt(code, 16) : 0;
  return point >= 0x2000 && point < 0xd800 ? String.fromCodePoint(point) : '';
}

function turnField(type: string, state: State): void {
  const field = state.field.at(-1);
  if (type === 'begin') state.field.push({ instruction: '', link: null });
  else if (type === 'separate' && field !== undefined) field.link = linkIn(field.instruction);
  else if (type === 'end') state.field.pop();
}

function isOn(properties: XmlNode | undefined, name: string): boolean {
  const found = childOf(properties, name);
  return found !== undefined && !OFF.has(found.attributes['w:val'] ?? '');
}

function marksOf(
  properties: XmlNode | undefined,
  style: string,
  link: string | null,
): readonly RichMark[] {
  const marks: RichMark[] = [];
  const isStrong = style === 'strong' || style === 'intense emphasis';
  if (isOn(properties, 'w:b') || isStrong) marks.push({ type: 'bold' });
  if (isOn(properties, 'w:i') || style === 'emphasis') marks.push({ type: 'italic' });
  if (isOn(properties, 'w:u') && link === null) marks.push({ type: 'underline' });
  if (isOn(properties, 'w:strike') || isOn(properties, 'w:dstrike')) marks.push({ type: 'strike' });
  if (link !== null && RICH_LINK.test(link) && link.length <= 2000) {
    marks.push({ type: 'link', attrs: { href: link } });
  }
  return marks;
}

/** Runs with the same marks are one; line ends within a paragraph are nodes of their own. */
function contentOf(stretches: readonly Stretch[]): readonly RichInline[] {
  const content: RichInline[] = [];
  for (const { text, marks } of stretches) {
    text.split('\n').forEach((line, index) => {
      if (index > 0) content.push({ type: 'hardBreak' });
      if (line === '') return;
      const last = content.at(-1);
      const isSame =
        last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marks);
      if (isSame && last.type === 'text') {
        content[content.length - 1] = { ...last, text: last.text + line };
      } else {
        content.push({
          type: 'text',
          text: line,
          ...(marks.length === 0 ? {} : { marks: [...marks] }),
        });
      }
    });
  }
  return content;
}

function listOf(
  properties: XmlNode | undefined,
  styleId: string | null,
  book: DocxBook,
): DocxLine['list'] {
  const own = childOf(properties, 'w:numPr');
  const list = own ?? (styleId === null ? undefined : book.styleLists.get(styleId));
  const id = attributeIn(list, 'w:numId');
  if (id === null || id === '0') return null;
  const level = Math.min(8, Math.max(0, Number(attributeIn(list, 'w:ilvl') ?? 0) || 0));
  const format = book.lists.get(`${id}/${level}`) ?? 'bullet';
  return format === 'none' ? null : { ordered: format !== 'bullet', level };
}
