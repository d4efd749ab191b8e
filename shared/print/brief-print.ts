import type { RichBlock } from '../contract/rich-text';
import type { PlainDate } from '../domain/dates';
import { translatorOf } from '../i18n/all-messages';
import { formatDate, formatDayMonth, type Lang } from '../i18n/formats';
import { paragraphs, renderSection } from './brief-blocks';
import { hasContents, renderContents } from './brief-contents';
import { figureRows, layoutOf } from './brief-layout';
import { html, type Markup, NO_MARKUP } from './html';
import { type PrintPictures, SAFE_PICTURE } from './print-pictures';

/** A brief as it goes on paper: every text final, in the brief's own language. */
export interface BriefPrintModel {
  readonly agency: {
    readonly name: string;
    readonly addressLines: readonly string[];
    /** PNG or JPEG as a data: address; anything else is left out. */
    readonly logoDataUri: string | null;
  };
  readonly client: {
    readonly name: string;
    readonly legalName: string | null;
    readonly representative: string | null;
    /** Like the agency's. */
    readonly logoDataUri: string | null;
  };
  readonly contractor: { readonly name: string; readonly role: string | null } | null;
  /** What the brief is issued under, e.g. «Договор № 41/25 от 14.02.2025». */
  readonly basis: string | null;
  readonly number: number;
  readonly version: number;
  readonly date: PlainDate;
  readonly templateTitle: string;
  readonly title: string;
  /** The goal in a sentence or two. */
  readonly lead: string | null;
  readonly keyFigures: readonly BriefKeyFigure[];
  readonly milestones: readonly { readonly date: PlainDate; readonly label: string }[];
  readonly sections: readonly BriefPrintSection[];
  readonly signatures: readonly { readonly name: string }[];
}

export interface BriefKeyFigure {
  readonly label: string;
  readonly value: string;
  /** Small print below the figure, such as the amount in words. */
  readonly note?: string | undefined;
}

export interface BriefPrintSection {
  readonly number: number;
  readonly title: string;
  /** What the section answers, printed in the margin: «Кому». */
  readonly hint: string | null;
  readonly blocks: readonly BriefBlock[];
}

export type BriefBlock =
  | { readonly kind: 'paragraph'; readonly label?: string | undefined; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | {
      readonly kind: 'list';
      readonly label?: string | undefined;
      readonly items: readonly string[];
    }
  | { readonly kind: 'fields'; readonly items: readonly BriefKeyFigure[] }
  | {
      readonly kind: 'rich';
      readonly label?: string | undefined;
      readonly blocks: readonly RichBlock[];
    }
  | {
      readonly kind: 'checklist';
      readonly label?: string | undefined;
      readonly items: readonly { readonly text: string; readonly done: boolean }[];
    }
  | {
      readonly kind: 'table';
      readonly label?: string | undefined;
      readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
      readonly rows: readonly (readonly string[])[];
      readonly total?: readonly string[] | undefined;
      readonly note?: string | undefined;
    };

type Translate = (key: string, params?: Record<string, string | number>) => string;

/**
 * The sheet's body: a cover page with the deal's facts, then the sections; where a cover
 * would be too full or the rest too short, all flows on with the signatures at its end. A long brief says
 * first what is in it. Classes only.
 * @param pictures by the id of their file; one that is missing leaves its description
 */
export function renderBriefHtml(
  model: BriefPrintModel,
  lang: Lang,
  pictures: PrintPictures = new Map(),
): string {
  const t: Translate = (key, params) => translatorOf(lang).t(`print:${key}`, { ...params });
  const end = signatures(model, t);
  const contents = hasContents(model) ? renderContents(model.sections, t) : NO_MARKUP;
  const sections = model.sections.map((each) => renderSection(each, { t, pictures }));
  return layoutOf(model) === 'flowing'
    ? html`<main class="brief flowing">${cover(model, lang, t, NO_MARKUP)}${contents}${sections}${end}</main>`
        .markup
    : html`<main class="brief">${cover(model, lang, t, end)}${contents}${sections}</main>`.markup;
}

function cover(model: BriefPrintModel, lang: Lang, t: Translate, end: Markup): Markup {
  const number = t('brief.number', {
    number: model.number,
    version: model.version,
    date: formatDate(lang, model.date),
  });
  return html`<div class="cover">
<div class="tab"></div>
<div class="side letterhead">${logo(model.agency, t)}<p><b>${model.agency.name}</b>${lines(model.agency.addressLines)}</p></div>
<header>
<p class="kick">${number}<br>${model.templateTitle}</p>
<h1 class="${titleSize(model.title)}">${model.title}</h1>
${model.lead === null ? NO_MARKUP : paragraphs(model.lead, model.lead.length > 420 ? 'lead long' : 'lead')}
</header>
<div class="side parties">${parties(model, t)}</div>
<div class="facts">
${figures(model.keyFigures)}
${milestones(model, lang, t)}
</div>
${end}
</div>`;
}

function logo(owner: { name: string; logoDataUri: string | null }, t: Translate): Markup {
  const { logoDataUri, name } = owner;
  if (logoDataUri === null || !SAFE_PICTURE.test(logoDataUri)) return NO_MARKUP;
  return html`<img class="logo" src="${logoDataUri}" alt="${t('brief.logo', { agency: name })}">`;
}

function parties(model: BriefPrintModel, t: Translate): Markup {
  const { client, contractor, basis } = model;
  const rows: Markup[] = [
    html`${logo(client, t)}${party(t('brief.client'), [client.legalName ?? client.name, client.representative])}`,
  ];
  if (contractor !== null) {
    rows.push(party(t('brief.contractor'), [contractor.name, contractor.role]));
  }
  if (basis !== null) rows.push(party(t('brief.basis'), [basis]));
  return html`${rows}`;
}

function party(label: string, texts: readonly (string | null)[]): Markup {
  return html`<p><b>${label}</b>${lines(texts.filter((text) => text !== null && text !== ''))}</p>`;
}

function figures(items: readonly BriefKeyFigure[]): Markup {
  if (items.length === 0) return NO_MARKUP;
  const cells = figureRows(items).flatMap((row, index, all) =>
    row.map((item) => {
      const last = index === all.length - 1 ? ' last' : '';
      const wide = row.length === 1 ? ' wide' : '';
      const long = item.value.length > (row.length === 1 ? 32 : 17) ? ' long' : '';
      return html`<div class="figure${last}${wide}${long}"><dt>${item.label}</dt><dd>${item.value}${
        item.note === undefined ? NO_MARKUP : html`<small>${item.note}</small>`
      }</dd></div>`;
    }),
  );
  return html`<dl class="figures">${cells}</dl>`;
}

function milestones(model: BriefPrintModel, lang: Lang, t: Translate): Markup {
  if (model.milestones.length === 0) return NO_MARKUP;
  const items = [...model.milestones]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(
      ({ date, label }) =>
        html`<li><b>${milestoneDate(lang, date, model.date)}</b><span>${label}</span></li>`,
    );
  const columns = Math.min(items.length, 4);
  return html`<ol class="milestones of-${columns}" aria-label="${t('brief.milestones')}">${items}</ol>`;
}

/** The year is said only where it is neither the brief's nor the one that follows at once. */
function milestoneDate(lang: Lang, date: PlainDate, briefOn: PlainDate): string {
  const years = Number(date.slice(0, 4)) - Number(briefOn.slice(0, 4));
  return years === 0 || (years === 1 && date.slice(5) < briefOn.slice(5))
    ? formatDayMonth(lang, date)
    : formatDate(lang, date);
}

function signatures(model: BriefPrintModel, t: Translate): Markup {
  if (model.signatures.length === 0) return NO_MARKUP;
  const year = model.date.slice(0, 4);
  const cells = model.signatures.map(
    ({ name }) =>
      html`<div><i></i><b>${name}</b><span>${t('brief.signatureDate', { year })}</span></div>`,
  );
  return html`<div class="signatures">${cells}</div>`;
}

function lines(texts: readonly (string | null)[]): Markup {
  return html`${texts.map((text) => html`<span>${text}</span>`)}`;
}

function titleSize(title: string): string {
  if (title.length <= 52) return 'title';
  return title.length <= 110 ? 'title mid' : 'title small';
}
