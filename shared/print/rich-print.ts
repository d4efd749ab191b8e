import type {
  RichBlock,
  RichInline,
  RichList,
  RichMark,
  RichParagraph,
} from '../contract/rich-text';
import { RICH_LINK } from '../domain/rich-rules';
import { inlineText } from '../domain/rich-text';
import { html, type Markup, NO_MARKUP } from './html';
import { type PrintPictures, SAFE_PICTURE } from './print-pictures';
import { tableClass } from './table-class';

type RichTable = Extract<RichBlock, { type: 'table' }>;
type RichRow = RichTable['content'][number];
type RichImage = Extract<RichBlock, { type: 'image' }>;

/** Formatted text as markup of the sheet; a picture that is not among `pictures` leaves its description. */
export function renderRich(blocks: readonly RichBlock[], pictures: PrintPictures): Markup {
  return html`<div class="formatted">${blocks.map((block) => renderBlock(block, pictures))}</div>`;
}

function renderBlock(block: RichBlock, pictures: PrintPictures): Markup {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block, 'text');
    case 'heading':
      return html`<h3 class="sub">${inline(block.content)}</h3>`;
    case 'bulletList':
    case 'orderedList':
      return list(block);
    case 'blockquote':
      return html`<blockquote class="said">${block.content.map((each) => paragraph(each, 'text'))}</blockquote>`;
    case 'table':
      return table(block);
    case 'image':
      return image(block, pictures);
  }
}

function paragraph({ content }: RichParagraph, className: string): Markup {
  // Empty lines of the editor are no paragraphs on paper: distance is the style sheet's.
  return inlineText(content).trim() === ''
    ? NO_MARKUP
    : html`<p class="${className}">${inline(content)}</p>`;
}

function inline(content: readonly RichInline[] | undefined): Markup {
  return html`${(content ?? []).map((part) =>
    part.type === 'hardBreak'
      ? html`<br>`
      : (part.marks ?? []).reduceRight(marked, html`${part.text}`),
  )}`;
}

function marked(text: Markup, mark: RichMark): Markup {
  switch (mark.type) {
    case 'bold':
      return html`<b>${text}</b>`;
    case 'italic':
      return html`<em>${text}</em>`;
    case 'underline':
      return html`<u>${text}</u>`;
    case 'strike':
      return html`<s>${text}</s>`;
    case 'link':
      return RICH_LINK.test(mark.attrs.href)
        ? html`<a href="${mark.attrs.href}">${text}</a>`
        : text;
  }
}

function list(block: RichList): Markup {
  const items = block.content.map(
    ({ content }) => html`<li>${content.map((part) => partOf(part))}</li>`,
  );
  return block.type === 'orderedList'
    ? html`<ol class="list">${items}</ol>`
    : html`<ul class="list">${items}</ul>`;
}

function partOf(part: RichParagraph | RichList): Markup {
  return part.type === 'paragraph' ? paragraph(part, 'line') : list(part);
}

/** Rows of heads at the top are repeated on every page; other heads name their row. */
function table({ content }: RichTable): Markup {
  const isHead = (row: RichRow) => row.content.every(({ type }) => type === 'tableHeader');
  const firstOfBody = content.findIndex((row) => !isHead(row));
  // A table of nothing but heads is a body: a head alone would be repeated for nothing.
  const heads = content.slice(0, Math.max(firstOfBody, 0));
  const body = content.slice(heads.length);
  const className = tableClass(content.map((row) => row.content.map(cellText)));
  const head =
    heads.length === 0
      ? NO_MARKUP
      : html`<thead>${heads.map((row) => tableRow(row, 'col'))}</thead>`;
  return html`<table class="rich ${className}">${head}<tbody>${body.map((row) =>
    tableRow(row, 'row'),
  )}</tbody></table>`;
}

function tableRow(row: RichRow, scope: 'col' | 'row'): Markup {
  return html`<tr>${row.content.map((cell) =>
    cell.type === 'tableHeader'
      ? html`<th scope="${scope}">${cell.content.map(partOf)}</th>`
      : html`<td>${cell.content.map(partOf)}</td>`,
  )}</tr>`;
}

function cellText({ content }: RichRow['content'][number]): string {
  return content.map(wordsOf).join(' ');
}

function wordsOf(part: RichParagraph | RichList): string {
  return part.type === 'paragraph'
    ? inlineText(part.content)
    : part.content.flatMap(({ content }) => content.map(wordsOf)).join(' ');
}

function image({ attrs: { fileId, alt } }: RichImage, pictures: PrintPictures): Markup {
  const source = pictures.get(fileId);
  const caption = alt.trim() === '' ? NO_MARKUP : html`<figcaption>${alt}</figcaption>`;
  if (source === undefined || !SAFE_PICTURE.test(source)) {
    return caption === NO_MARKUP ? NO_MARKUP : html`<figure>${caption}</figure>`;
  }
  return html`<figure><img src="${source}" alt="${alt}">${caption}</figure>`;
}
