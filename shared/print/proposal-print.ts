import { html, type Markup, NO_MARKUP } from './html';

/** A proposal as the client reads it: every text final, and nothing that stays inside the agency. */
export interface ProposalPrintModel {
  readonly agency: {
    readonly name: string;
    readonly addressLines: readonly string[];
    /** PNG or JPEG as a data: address. */
    readonly logoDataUri: string | null;
  };
  readonly kicker: string;
  readonly title: string;
  readonly introduction: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly columns: readonly [title: string, quantity: string, price: string, amount: string];
  readonly groups: readonly ProposalPrintGroup[];
  readonly totals: readonly { readonly label: string; readonly amount: string }[];
  /** Null where the client still chooses a package: each has its own. */
  readonly grand: {
    readonly label: string;
    readonly amount: string;
    readonly inWords: string | null;
  } | null;
  readonly packages: ProposalPrintPackages | null;
  /** What the client may add, with the amount it adds. */
  readonly options: {
    readonly title: string;
    readonly hint: string;
    readonly rows: readonly ProposalPrintLine[];
  } | null;
  readonly terms: readonly { readonly label: string; readonly text: string }[];
  readonly signatures: readonly { readonly name: string; readonly date: string }[];
}

export interface ProposalPrintLine {
  readonly title: string;
  readonly quantity: string;
  readonly price: string;
  readonly amount: string;
}

/** Packages the client chooses one of: what is in each, and their totals side by side. */
export interface ProposalPrintPackages {
  readonly title: string;
  readonly hint: string;
  readonly sections: readonly ProposalPrintGroup[];
  readonly compare: {
    readonly title: string;
    readonly names: readonly string[];
    readonly rows: readonly { readonly label: string; readonly amounts: readonly string[] }[];
    readonly grand: { readonly label: string; readonly amounts: readonly string[] };
  };
}

export interface ProposalPrintGroup {
  /** Empty where the estimate has no sections. */
  readonly name: string;
  readonly amount: string;
  readonly lines: readonly ProposalPrintLine[];
}

/** Only pictures that cannot carry script or load anything. */
const SAFE_PICTURE = /^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/;

/** The sheet's body: letterhead, what for and until when, the estimate, options, terms, signatures. Classes only. */
export function renderProposalHtml(model: ProposalPrintModel): string {
  return html`<main class="brief flowing proposal">
<div class="cover">
<div class="tab"></div>
<div class="side letterhead">${logo(model)}<p><b>${model.agency.name}</b>${lines(model.agency.addressLines)}</p></div>
<header>
<p class="kick">${model.kicker}</p>
<h1 class="title mid">${model.title}</h1>
${model.introduction === '' ? NO_MARKUP : paragraphs(model.introduction, 'lead long')}
</header>
</div>
<dl class="fields deal">${model.facts.map(
    ({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
  )}</dl>
${model.groups.length === 0 ? NO_MARKUP : estimateTable(model)}
${packages(model)}
${model.grand === null || model.grand.inWords === null ? NO_MARKUP : html`<p class="note">${model.grand.inWords}</p>`}
${options(model)}
${model.terms.map(({ label, text }) => html`<div class="term"><h3>${label}</h3>${paragraphs(text, 'text')}</div>`)}
${signatures(model)}
</main>`.markup;
}

function logo({ agency }: ProposalPrintModel): Markup {
  const { logoDataUri, name } = agency;
  if (logoDataUri === null || !SAFE_PICTURE.test(logoDataUri)) return NO_MARKUP;
  return html`<img class="logo" src="${logoDataUri}" alt="${name}">`;
}

function head([title, quantity, price, amount]: ProposalPrintModel['columns']): Markup {
  return html`<thead><tr><th scope="col">${title}</th><th scope="col" class="n">${quantity}</th><th scope="col" class="n">${price}</th><th scope="col" class="n">${amount}</th></tr></thead>`;
}

function row({ title, quantity, price, amount }: ProposalPrintLine): Markup {
  return html`<tr><td>${title}</td><td class="n">${quantity}</td><td class="n">${price}</td><td class="n">${amount}</td></tr>`;
}

/** The table of an estimate, with what it comes to where that is one amount. */
export function estimateTable(
  model: Pick<ProposalPrintModel, 'columns' | 'groups' | 'totals' | 'grand'>,
): Markup {
  const groups = model.groups.map((group) => {
    const name =
      group.name === ''
        ? NO_MARKUP
        : html`<tr class="group"><th scope="rowgroup" colspan="3">${group.name}</th><td class="n">${group.amount}</td></tr>`;
    return html`<tbody>${name}${group.lines.map(row)}</tbody>`;
  });
  const { grand } = model;
  const totals =
    grand === null
      ? NO_MARKUP
      : html`<tbody class="totals">${model.totals.map(
          ({ label, amount }) =>
            html`<tr><td colspan="3">${label}</td><td class="n">${amount}</td></tr>`,
        )}<tr class="sum"><td colspan="3">${grand.label}</td><td class="n">${grand.amount}</td></tr></tbody>`;
  return html`<table class="long">${head(model.columns)}${groups}${totals}</table>`;
}

function packages({ packages: given, columns }: ProposalPrintModel): Markup {
  if (given === null) return NO_MARKUP;
  const sections = given.sections.map(
    (section) =>
      html`<tbody><tr class="group"><th scope="rowgroup" colspan="3">${section.name}</th><td class="n">${section.amount}</td></tr>${section.lines.map(row)}</tbody>`,
  );
  const { title, names, rows, grand } = given.compare;
  const cells = (amounts: readonly string[]): Markup =>
    html`${amounts.map((amount) => html`<td class="n">${amount}</td>`)}`;
  return html`<h2>${given.title}</h2><p class="note">${given.hint}</p><table class="long">${head(columns)}${sections}</table>
<table class="compare"><thead><tr><th scope="col">${title}</th>${names.map((name) => html`<th scope="col" class="n">${name}</th>`)}</tr></thead><tbody class="totals">${rows.map(({ label, amounts }) => html`<tr><td>${label}</td>${cells(amounts)}</tr>`)}<tr class="sum"><td>${grand.label}</td>${cells(grand.amounts)}</tr></tbody></table>`;
}

function options({ options: given, columns }: ProposalPrintModel): Markup {
  if (given === null) return NO_MARKUP;
  return html`<div class="together"><h2>${given.title}</h2><p class="note">${given.hint}</p><table>${head(columns)}<tbody>${given.rows.map(row)}</tbody></table></div>`;
}

function signatures(model: ProposalPrintModel): Markup {
  const cells = model.signatures.map(
    ({ name, date }) => html`<div><i></i><b>${name}</b><span>${date}</span></div>`,
  );
  return html`<div class="signatures">${cells}</div>`;
}

function paragraphs(text: string, className: string): Markup {
  const parts = text
    .split(/\r?\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return html`${parts.map((part) => html`<p class="${className}">${part}</p>`)}`;
}

function lines(texts: readonly string[]): Markup {
  return html`${texts.map((text) => html`<span>${text}</span>`)}`;
}
