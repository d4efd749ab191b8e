import { translatorOf } from '../../shared/i18n/all-messages';
import { renderBriefHtml } from '../../shared/print/brief-print';
import { briefPrintModel } from '../services/briefs.service';
import type { CommandLine } from './arguments';
import { runInWindow } from './window-job';
import { withWorkspace } from './with-workspace';

/** Writes a brief as PDF, in the brief's own language. */
export async function exportBrief(line: CommandLine, id: string, out: string): Promise<void> {
  const { model, language } = await withWorkspace(line, (session) => briefPrintModel(session, id));
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
