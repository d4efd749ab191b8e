import type { ReadDb } from '../../../db/read-db';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatAmount } from '../../../shared/i18n/formats';
import { renderMediaPlanHtml } from '../../../shared/print/media-plan-print';
import {
  forClient,
  type MediaPlanReportOptions,
  mediaPlanDocument,
  mediaPlanReport,
} from './media-plan.report';
import { reportToPrint } from './report-print';

export type PrintedPlan = { title: string; bodyHtml: string; landscape: boolean };

/** A plan as the client gets it on paper: no net, rebate, cost or fact; with its flow chart. */
export function printMediaPlan(read: ReadDb, options: MediaPlanReportOptions): PrintedPlan {
  const { language } = options;
  const t = translatorOf(language).getFixedT(language, 'report', 'media-plan');
  const { model, title } = mediaPlanDocument(read, options);
  const sheet = reportToPrint(forClient(mediaPlanReport(read, options), language), language);
  const chart = {
    title: t('flow'),
    period: { from: model.plan.fromOn, to: model.plan.toOn },
    columns: model.columns,
    bars: model.lines.map(({ row, result }) => ({
      label: [row.channel, row.placement].filter((text) => text !== '').join(', '),
      flight: { from: row.fromOn, to: row.toOn },
      amount: formatAmount(language, result.clientPriceMinor, model.plan.currency),
    })),
  };
  return {
    title,
    bodyHtml: renderMediaPlanHtml(sheet, chart, language),
    landscape: sheet.orientation === 'landscape',
  };
}
