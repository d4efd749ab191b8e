import { html, NO_MARKUP } from './html';
import { estimateTable, type ProposalPrintModel } from './proposal-print';

/** A contract or an addendum as both sides sign it: every text final, nothing internal. */
export interface AgreementPrintModel {
  /** «Проект» until it is signed; empty then. */
  readonly kicker: string;
  readonly title: string;
  readonly place: string;
  readonly date: string;
  readonly preamble: string;
  readonly sections: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
  readonly appendix: {
    readonly title: string;
    readonly estimate: Pick<ProposalPrintModel, 'columns' | 'groups' | 'totals' | 'grand'>;
  } | null;
  readonly partiesTitle: string;
  readonly parties: readonly {
    readonly role: string;
    readonly name: string;
    readonly lines: readonly string[];
    readonly signer: string;
  }[];
}

/** The sheet's body: title, parties, numbered clauses, requisites with room to sign, the estimate. Classes only. */
export function renderAgreementHtml(model: AgreementPrintModel): string {
  const { appendix } = model;
  return html`<main class="brief flowing proposal agreement">
<div class="tab"></div>
<header>
${model.kicker === '' ? NO_MARKUP : html`<p class="kick">${model.kicker}</p>`}
<h1 class="title mid">${model.title}</h1>
<p class="placed"><span>${model.place}</span><span>${model.date}</span></p>
</header>
<p class="text">${model.preamble}</p>
${model.sections.map(
  ({ title, paragraphs }, at) => html`<section><h2>${at + 1}. ${title}</h2>
${paragraphs.map((text, index) => html`<p class="text">${at + 1}.${index + 1}. ${text}</p>`)}</section>`,
)}
<section class="together"><h2>${model.sections.length + 1}. ${model.partiesTitle}</h2>
<div class="parties">${model.parties.map(
    ({ role, name, lines, signer }) => html`<div><p class="cap">${role}</p><b>${name}</b>
${lines.map((line) => html`<span>${line}</span>`)}
<i></i><span>${signer}</span></div>`,
  )}</div></section>
${
  appendix === null
    ? NO_MARKUP
    : html`<section class="appendix"><h2>${appendix.title}</h2>${estimateTable(appendix.estimate)}</section>`
}
</main>`.markup;
}
