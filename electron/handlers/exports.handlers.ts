import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '../../shared/contract/app-error';
import { translatorOf } from '../../shared/i18n/all-messages';
import { renderReportHtml } from '../../shared/print/report-print';
import type { Handlers } from '../ipc/dispatcher';
import type { Dialogs } from '../platform/dialogs';
import { renderPdf } from '../platform/printing';
import { requireBriefFile } from '../services/brief-files.service';
import { type BriefSheet, briefSheet } from '../services/brief-paper.service';
import { explainFigure } from '../services/explain.service';
import { refusedRowsOf } from '../services/import/import-engine';
import { requireAgency } from '../services/portfolio.service';
import { printAgreement } from '../services/proposals/agreement-print';
import { printProposal } from '../services/proposals/proposal-print';
import { explanationToXlsx } from '../services/reports/explanation-xlsx';
import { mediaPlanReport } from '../services/reports/media-plan.report';
import { printMediaPlan } from '../services/reports/media-plan-document';
import { mediaPlanToXlsx } from '../services/reports/media-plan-xlsx';
import { profitabilityReport } from '../services/reports/profitability.report';
import { proposalToXlsx } from '../services/reports/proposal-xlsx';
import { receivablesReport } from '../services/reports/receivables.report';
import type { Report } from '../services/reports/report';
import { reportToCsv } from '../services/reports/report-csv';
import { PRINT_SKIPS, reportToPrint } from '../services/reports/report-print';
import { reportToXlsx } from '../services/reports/report-xlsx';
import { freePath, safeFileName } from '../services/safe-file-name';
import { readOf, type Session } from '../services/session';
import { readFile } from '../services/tasks/task-parts.service';
import { listViews } from '../services/tasks/views.service';
import { writeOutput } from '../services/write-output';

type Methods =
  | 'reports/export'
  | 'figures/export-explanation'
  | 'briefs/export-pdf'
  | 'briefs/choose-folder'
  | 'briefs/export-into'
  | 'briefs/save-file'
  | 'media-plans/export'
  | 'proposals/export'
  | 'agreements/export'
  | 'views/export'
  | 'tasks/save-file'
  | 'imports/save-refused';

/** Files the user takes away: reports, explanations, briefs, refused rows. */
export function exportHandlers(session: () => Session, dialogs: Dialogs): Handlers<Methods> {
  let folder: { token: string; path: string } | null = null;

  async function save(
    fileName: string,
    make: () => Promise<Uint8Array | string>,
  ): Promise<{ path: string | null }> {
    const path = await dialogs.saveAs(fileName);
    if (path !== null) writeOutput(path, await make());
    return { path };
  }

  function briefPdf({ title, language, bodyHtml, footerLeft, head, about }: BriefSheet) {
    return renderPdf({
      title,
      lang: language,
      bodyHtml,
      footer: { left: footerLeft },
      head,
      about,
    });
  }

  /** A file the workspace keeps, under the name it came with. */
  function saveKept(name: string, bytes: Uint8Array): Promise<{ path: string | null }> {
    const ending = /\.([^.]{1,10})$/.exec(name)?.[1] ?? 'bin';
    return save(safeFileName(name.replace(/\.[^.]{1,10}$/, ''), ending), () =>
      Promise.resolve(bytes),
    );
  }

  async function reportPdf(report: Report, current: Session): Promise<Uint8Array> {
    const language = current.language();
    const model = reportToPrint(report, language, PRINT_SKIPS);
    return renderPdf({
      title: report.title,
      lang: language,
      bodyHtml: renderReportHtml(model, language),
      footer: { left: `${requireAgency(readOf(current)).name}. ${report.title}` },
      landscape: model.orientation === 'landscape',
    });
  }

  return {
    'reports/export': async ({ name, period, clientId, format }) => {
      const current = session();
      const language = current.language();
      const today = current.clock.today();
      const report =
        name === 'profitability'
          ? profitabilityReport(readOf(current), { period, clientId, language, today })
          : receivablesReport(readOf(current), { asOf: today, clientId, language });
      return save(safeFileName(`${report.title} ${period.from}`, format), async () => {
        if (format === 'csv') return reportToCsv(report, language);
        return format === 'xlsx' ? reportToXlsx(report) : reportPdf(report, current);
      });
    },
    'figures/export-explanation': async ({ figureId, scope }) => {
      const current = session();
      const language = current.language();
      const explanation = explainFigure(current, { figureId, scope });
      const title = translatorOf(language).t(`explain:figure.${figureId}`);
      return save(safeFileName(`${title} ${scope.period.from}`, 'xlsx'), () =>
        explanationToXlsx(explanation, title, language),
      );
    },
    'briefs/export-pdf': async ({ id, versionId }) => {
      const sheet = briefSheet(session(), id, versionId === null ? null : { id: versionId });
      return save(safeFileName(sheet.fileName, 'pdf'), () => briefPdf(sheet));
    },
    'briefs/choose-folder': async () => {
      const path = await dialogs.openFolder();
      if (path === null) return { folder: null };
      folder = { token: randomUUID(), path };
      return { folder: { token: folder.token, name: basename(path) } };
    },
    'briefs/export-into': async ({ id, token }) => {
      // The page names no path: it only knows that a folder was chosen.
      if (folder?.token !== token) throw new AppError('folder-not-chosen');
      const sheet = briefSheet(session(), id, null);
      const bytes = await briefPdf(sheet);
      const path = freePath(folder.path, sheet.fileName, 'pdf');
      writeOutput(path, bytes);
      return { fileName: basename(path) };
    },
    'proposals/export': ({ id, format }) => {
      const read = readOf(session());
      const { title, language, bodyHtml, footer } = printProposal(read, id);
      return save(safeFileName(title, format), () =>
        format === 'xlsx'
          ? proposalToXlsx(read, id)
          : renderPdf({
              title,
              lang: language,
              bodyHtml,
              footer: { left: footer },
              landscape: false,
            }),
      );
    },
    'agreements/export': ({ id }) => {
      const { title, language, bodyHtml, footer } = printAgreement(readOf(session()), id);
      return save(safeFileName(title, 'pdf'), () =>
        renderPdf({ title, lang: language, bodyHtml, footer: { left: footer }, landscape: false }),
      );
    },
    'media-plans/export': async ({ id, format }) => {
      const current = session();
      const language = current.language();
      const options = { planId: id, today: current.clock.today(), language };
      const report = mediaPlanReport(readOf(current), options);
      return save(safeFileName(report.title, format), () => {
        if (format === 'csv') return Promise.resolve(reportToCsv(report, language));
        if (format === 'xlsx') return mediaPlanToXlsx(readOf(current), options);
        const printed = printMediaPlan(readOf(current), options);
        const left = `${requireAgency(readOf(current)).name}. ${printed.title}`;
        return renderPdf({ ...printed, lang: language, footer: { left } });
      });
    },
    'views/export': ({ id }) => {
      const view = listViews(session()).views.find((one) => one.id === id);
      if (view === undefined) throw new AppError('view-not-found');
      const { name, kind, settings } = view;
      const shared = { format: 'agency-console-view', name, kind, settings };
      return save(safeFileName(name, 'json'), () =>
        Promise.resolve(`${JSON.stringify(shared, null, 2)}\n`),
      );
    },
    'tasks/save-file': ({ id }) => {
      const file = readFile(session(), { id });
      return saveKept(file.name, Buffer.from(file.content, 'base64'));
    },
    'briefs/save-file': ({ id }) => {
      const { name, content } = requireBriefFile(session(), id);
      return saveKept(name, content);
    },
    'imports/save-refused': ({ token }) => {
      const { fileName, text } = refusedRowsOf(session(), token);
      return save(fileName, () => Promise.resolve(text));
    },
  };
}
