import { AppError } from '../../../shared/contract/app-error';
import { STYLE } from './docx-style-names';
import { type DocxBook, type DocxLine, isShowingPlaceholder, readLine } from './docx-text';
import { END_ANCHOR, sectionAnchor } from './form-marks';
import { attributeIn, childOf, lettersOf, parseXml, type XmlNode } from './xml-tree';

export type DocxTable = {
  rows: readonly { isHead: boolean; cells: readonly (readonly DocxLine[])[] }[];
};

/** A paragraph or a table of a document. */
export type DocxBlock = { kind: 'line'; line: DocxLine } | { kind: 'table'; table: DocxTable };

type Flow = { block: DocxBlock; tags: readonly string[]; anchors: readonly string[] };

/** Styles of what we wrote ourselves around the answers. */
const OURS: ReadonlySet<string> = new Set([STYLE.label, STYLE.help, STYLE.fact]);

/** Names and values in docProps/custom.xml; none where there is no such part. */
export function customProperties(parts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const text = parts.get('docProps/custom.xml');
  if (text === undefined) return new Map();
  return new Map(
    parseXml(text).children.flatMap((property): [string, string][] => {
      const name = property.attributes['name'];
      return name === undefined ? [] : [[name, lettersOf(property).trim()]];
    }),
  );
}

/**
 * What stands in the place of each question, by the anchors asked for: all from the question's bookmark, or
 * from a content control with its tag, to the next place. A question whose place is gone is not in the answer.
 * Throws `brief-form-damaged`.
 */
export function readPlaces(
  parts: ReadonlyMap<string, string>,
  anchors: ReadonlySet<string>,
): ReadonlyMap<string, readonly DocxBlock[]> {
  const text = parts.get('word/document.xml');
  if (text === undefined) throw new AppError('brief-form-damaged');
  const body = childOf(parseXml(text), 'w:body');
  if (body === undefined) throw new AppError('brief-form-damaged');
  const places = new Map<string, DocxBlock[]>();
  let here: string | null = null;
  for (const { block, tags, anchors: marks } of flowOf(body, readBook(parts))) {
    const mark = marks.findLast((name) => anchors.has(name) || isEnd(name));
    if (mark !== undefined) {
      here = isEnd(mark) ? null : mark;
      if (here !== null && !places.has(here)) places.set(here, []);
    }
    here = tags.findLast((tag) => anchors.has(tag)) ?? here;
    if (here === null || isOurs(block)) continue;
    const place = places.get(here);
    if (place === undefined) places.set(here, [block]);
    else place.push(block);
  }
  return places;
}

const SECTION = sectionAnchor(0).replace(/\d+$/, '');

function isEnd(anchor: string): boolean {
  return anchor === END_ANCHOR || anchor.startsWith(SECTION);
}

function isOurs(block: DocxBlock): boolean {
  if (block.kind === 'table') return false;
  const { style, text, anchors } = block.line;
  const isPicture = anchors.some((name) => name.startsWith('picture_'));
  return (OURS.has(style) && !isPicture) || (style === STYLE.gap && text.trim() === '');
}

/** The blocks of a document in their order, out of the controls that they stand in. */
function flowOf(body: XmlNode, book: DocxBook): Flow[] {
  const flow: Flow[] = [];
  let waiting: string[] = [];
  const walk = (node: XmlNode, tags: readonly string[], inControl: boolean): void => {
    for (const child of node.children) {
      switch (child.name) {
        case 'w:p': {
          const line = readLine(child, book, inControl);
          const anchors = [...waiting, ...line.anchors];
          flow.push({ block: { kind: 'line', line }, tags, anchors });
          waiting = [];
          break;
        }
        case 'w:tbl':
          flow.push({
            block: { kind: 'table', table: readTable(child, book) },
            tags,
            anchors: waiting,
          });
          waiting = [];
          break;
        // Between paragraphs, a bookmark begins the next one.
        case 'w:bookmarkStart':
          waiting.push(child.attributes['w:name'] ?? '');
          break;
        case 'w:sdt': {
          const tag = attributeIn(childOf(child, 'w:sdtPr'), 'w:tag');
          const content = childOf(child, 'w:sdtContent');
          if (content !== undefined) {
            walk(
              content,
              tag === null ? tags : [...tags, tag],
              inControl || isShowingPlaceholder(child),
            );
          }
          break;
        }
        case 'w:ins':
        case 'w:moveTo':
        case 'w:customXml':
          walk(child, tags, inControl);
          break;
      }
    }
  };
  walk(body, [], false);
  return flow;
}

function readTable(node: XmlNode, book: DocxBook): DocxTable {
  return {
    rows: inControls(node, 'w:tr')
      .filter((row) => childOf(childOf(row, 'w:trPr'), 'w:del') === undefined)
      .map((row) => {
        const head = childOf(childOf(row, 'w:trPr'), 'w:tblHeader');
        const isHead =
          head !== undefined && !['0', 'false', 'off'].includes(head.attributes['w:val'] ?? '');
        return { isHead, cells: inControls(row, 'w:tc').map((cell) => linesOf(cell, book)) };
      }),
  };
}

/** Children of a name, also those within content controls. */
function inControls(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => {
    if (child.name === name) return [child];
    if (child.name === 'w:sdt' || child.name === 'w:customXml' || child.name === 'w:sdtContent') {
      return inControls(child, name);
    }
    return [];
  });
}

/** The paragraphs of a cell; a table in a table gives its paragraphs. */
function linesOf(cell: XmlNode, book: DocxBook): DocxLine[] {
  return flowOf(cell, book).flatMap(({ block }) =>
    block.kind === 'line' ? [block.line] : block.table.rows.flatMap(({ cells }) => cells.flat()),
  );
}

function readBook(parts: ReadonlyMap<string, string>): DocxBook {
  const rootOf = (name: string) => {
    const text = parts.get(name);
    return text === undefined ? undefined : parseXml(text);
  };
  const styles = new Map<string, string>();
  const styleLists = new Map<string, XmlNode>();
  for (const style of rootOf('word/styles.xml')?.children ?? []) {
    const id = style.attributes['w:styleId'];
    if (style.name !== 'w:style' || id === undefined) continue;
    styles.set(id, attributeIn(style, 'w:name') ?? id);
    const list = childOf(childOf(style, 'w:pPr'), 'w:numPr');
    if (list !== undefined) styleLists.set(id, list);
  }
  const links = new Map<string, string>();
  for (const { attributes } of rootOf('word/_rels/document.xml.rels')?.children ?? []) {
    if (attributes['Type']?.endsWith('/hyperlink') !== true) continue;
    links.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
  }
  return { styles, styleLists, links, lists: readLists(rootOf('word/numbering.xml')) };
}

function readLists(root: XmlNode | undefined): ReadonlyMap<string, string> {
  const formats = new Map<string, Map<string, string>>();
  for (const child of root?.children ?? []) {
    if (child.name !== 'w:abstractNum') continue;
    const levels = new Map<string, string>();
    for (const level of child.children) {
      const at = level.attributes['w:ilvl'];
      if (level.name === 'w:lvl' && at !== undefined) {
        levels.set(at, attributeIn(level, 'w:numFmt') ?? 'bullet');
      }
    }
    formats.set(child.attributes['w:abstractNumId'] ?? '', levels);
  }
  const lists = new Map<string, string>();
  for (const child of root?.children ?? []) {
    if (child.name !== 'w:num') continue;
    const levels = formats.get(attributeIn(child, 'w:abstractNumId') ?? '') ?? [];
    for (const [level, format] of levels) {
      lists.set(`${child.attributes['w:numId'] ?? ''}/${level}`, format);
    }
  }
  return lists;
}
