import { translatorOf } from '../../shared/i18n/all-messages';
import { renderBriefHtml } from '../../shared/print/brief-print';
import { frozenBriefPaper } from '../services/brief-steps.service';
import { briefPrintModel } from '../services/briefs.service';
import type { CommandLine } from './arguments';
import { runInWindow } from './window-job';
import { withWorkspace } from './with-workspace';

/** `ID` is the brief as it is now, `ID@2` its second version as it was sent. */
function splitId(word: string): { id: string; version: number | null } {
  const [, id, version] = /^(.+)@(\d{1,6})$/.exec(word) ?? [];
  return id === undefined ? { id: word, version: null } : { id, version: Number(version) };
}

/** Writes a brief, or a version of it, as PDF in the brief's own language. */
export async function exportBrief(line: CommandLine, word: string, out: string): Promise<void> {
  const { id, version } = splitId(word);
  const { model, language } = await withWorkspace(line, (session) =>
    version === null
      ? briefPrintModel(session, id)
      : frozenBriefPaper(session, id, { number: version }),
  );
  const footerLeft = translatorOf(language).t('print:brief.footer', {
    agency: model.agency.name,
    number: model.number,
    version: model.version,
  });
  await runInWindow({
    kind: 'pdf',
    title: model.title,
    language,
    bodyHtml: renderBriefHtml(model, language),
    footerLeft,
    landscape: false,
    out,
  });
}
