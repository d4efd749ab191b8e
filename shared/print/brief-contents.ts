import { sectionAnchor } from './brief-blocks';
import { pagesOf } from './brief-layout';
import type { BriefPrintModel, BriefPrintSection } from './brief-print';
import { html, type Markup } from './html';

/** Fewer are found at a glance. */
const MIN_PAGES = 4;
const MIN_SECTIONS = 4;

/** Whether a brief is so long that it says first what is in it. */
export function hasContents(model: BriefPrintModel): boolean {
  return model.sections.length >= MIN_SECTIONS && pagesOf(model) > MIN_PAGES;
}

/** The sections by name, each a link to its place. */
export function renderContents(
  sections: readonly BriefPrintSection[],
  t: (key: string) => string,
): Markup {
  const rows = sections.map(
    (section) =>
      html`<li><a href="#${sectionAnchor(section)}"><span>${section.number}</span><span>${section.title}</span></a></li>`,
  );
  return html`<nav class="contents" aria-label="${t('brief.contents')}"><p class="side">${t('brief.contents')}</p><ol>${rows}</ol></nav>
`;
}
