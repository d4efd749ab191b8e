import { staysTogether } from './brief-layout';
import type { BriefBlock, BriefPrintSection } from './brief-print';
import { html, type Markup, NO_MARKUP, numberClass } from './html';
import type { PrintPictures } from './print-pictures';
import { renderRich } from './rich-print';
import { tableClass } from './table-class';

/** What blocks need beside themselves. */
export interface BlockContext {
  readonly t: (key: string, params?: Record<string, string | number>) => string;
  readonly pictures: PrintPictures;
}

/** Where a section is on the sheet, for links to it. */
export function sectionAnchor({ number }: BriefPrintSection): string {
  return `section-${number}`;
}

/** A section with its number in the margin. */
export function renderSection(part: BriefPrintSection, context: BlockContext): Markup {
  const hint = part.hint === null ? NO_MARKUP : html`<small>${part.hint}</small>`;
  return html`<section class="${staysTogether(part) ? 'together' : 'long'}">
<p class="side number">${part.number}${hint}</p>
<div><h2 id="${sectionAnchor(part)}">${part.title}</h2>
${part.blocks.map((each) => block(each, context))}</div>
</section>
`;
}

function block(part: BriefBlock, { t, pictures }: BlockContext): Markup {
  switch (part.kind) {
    case 'paragraph':
      return html`${label(part.label)}${paragraphs(part.text, 'text')}`;
    case 'quote':
      return html`<blockquote>${paragraphs(part.text, 'quote')}</blockquote>`;
    case 'list':
      return html`${label(part.label)}<ul>${part.items.map((item) => html`<li class="item">${item}</li>`)}</ul>`;
    case 'fields':
      return html`<dl class="fields">${part.items.map(
        ({ label: name, value, note }) =>
          html`<div><dt>${name}</dt><dd>${value}${
            note === undefined ? NO_MARKUP : html`<small>${note}</small>`
          }</dd></div>`,
      )}</dl>`;
    case 'rich':
      return html`${label(part.label)}${renderRich(part.blocks, pictures)}`;
    case 'checklist':
      return html`${label(part.label)}<ul class="checks">${part.items.map(
        ({ text, done }) =>
          html`<li><i class="${done ? 'box done' : 'box'}" role="img" aria-label="${t(
            done ? 'brief.done' : 'brief.open',
          )}"></i>${text}</li>`,
      )}</ul>`;
    case 'table':
      return html`${label(part.label)}${table(part)}`;
  }
}

function label(text: string | undefined): Markup {
  return text === undefined || text === '' ? NO_MARKUP : html`<h3>${text}</h3>`;
}

function table(part: Extract<BriefBlock, { kind: 'table' }>): Markup {
  const cell = (text: string, index: number) =>
    part.columns[index]?.numeric === true
      ? html`<td class="${numberClass(text)}">${text}</td>`
      : html`<td>${text}</td>`;
  const fill = (row: readonly string[]) => part.columns.map((_, i) => cell(row[i] ?? '', i));
  const head = part.columns.map(({ label: name, numeric }) =>
    numeric ? html`<th scope="col" class="n">${name}</th>` : html`<th scope="col">${name}</th>`,
  );
  const total =
    part.total === undefined ? NO_MARKUP : html`<tr class="sum">${fill(part.total)}</tr>`;
  const note = part.note === undefined ? NO_MARKUP : html`<p class="note">${part.note}</p>`;
  const cells = [part.columns.map(({ label: name }) => name), ...part.rows];
  return html`<table class="${tableClass(cells)}"><thead><tr>${head}</tr></thead><tbody>${part.rows.map(
    (row) => html`<tr>${fill(row)}</tr>`,
  )}${total}</tbody></table>${note}`;
}

/** A blank line or a new line starts a paragraph: texts come from plain text fields. */
export function paragraphs(text: string, className: string): Markup {
  const parts = text
    .split(/\r?\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return html`${parts.map((part) => html`<p class="${className}">${part}</p>`)}`;
}
