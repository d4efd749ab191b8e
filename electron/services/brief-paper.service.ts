import { readBriefFile } from '../../db/queries/brief-content.query';
import type { ReadDb } from '../../db/read-db';
import type { Language } from '../../shared/contract/primitives';
import { picturesIn } from '../../shared/domain/rich-text';
import { translatorOf } from '../../shared/i18n/all-messages';
import { formatDate } from '../../shared/i18n/formats';
import { type BriefPrintModel, renderBriefHtml } from '../../shared/print/brief-print';
import { pictureTypeOf } from '../../shared/print/print-pictures';
import { frozenBriefPaper } from './brief-steps.service';
import { briefPrintModel } from './briefs.service';
import { readOf, type Session } from './session';

/** A page for the printer, and what the PDF says of itself. */
export type BriefSheet = {
  title: string;
  language: Language;
  bodyHtml: string;
  footerLeft: string;
  /** The running head. */
  head: string;
  about: { author: string; subject: string; keywords: string[] };
  /** Without an ending. */
  fileName: string;
};

/**
 * A brief as it is now, or a version as it was sent: the same page for as long as the file lives. Throws
 * `brief-not-found`, `brief-version-not-found`.
 */
export function briefSheet(
  session: Session,
  id: string,
  version: { id: string } | { number: number } | null,
): BriefSheet {
  const { model, language } =
    version === null ? briefPrintModel(session, id) : frozenBriefPaper(session, id, version);
  const t = translatorOf(language);
  const numbers = { number: model.number, version: model.version };
  const footerLeft = t.t('print:brief.footer', { agency: model.agency.name, ...numbers });
  return {
    title: model.title,
    language,
    bodyHtml: renderBriefHtml(model, language, picturesOf(readOf(session), model)),
    footerLeft,
    head: t.t('print:brief.head', { ...numbers, title: model.title }),
    about: {
      author: model.agency.name,
      subject: t.t('print:brief.number', { ...numbers, date: formatDate(language, model.date) }),
      keywords: [model.client.name, model.templateTitle],
    },
    fileName: t.t('print:brief.fileName', {
      client: model.client.name,
      title: model.title,
      ...numbers,
    }),
  };
}

/** The pictures that a page names. What is no picture, whatever it is called, stays away. */
function picturesOf(read: ReadDb, { sections }: BriefPrintModel): Map<string, string> {
  const pictures = new Map<string, string>();
  const ids = sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      block.kind === 'rich' ? picturesIn({ type: 'doc', content: [...block.blocks] }) : [],
    );
  for (const id of ids) {
    if (pictures.has(id)) continue;
    const content = readBriefFile(read, id)?.content;
    const type = content === undefined ? null : pictureTypeOf(content);
    if (content !== undefined && type !== null) {
      pictures.set(id, `data:${type};base64,${content.toString('base64')}`);
    }
  }
  return pictures;
}
