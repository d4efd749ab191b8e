import { readPlanClient } from '../../../db/queries/media-plans.query';
import type { ReadDb } from '../../../db/read-db';
import { AppError } from '../../../shared/contract/app-error';
import type { Language } from '../../../shared/contract/primitives';
import { fraction, multiplyFractions } from '../../../shared/domain/fraction';
import { PPM, roundToMinor } from '../../../shared/domain/money';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatDateRange, formatList, formatRatePpm } from '../../../shared/i18n/formats';
import { paceOfPlan } from '../media-plans/plan-dto';
import { lineInputOf } from '../media-plans/plan-line';
import { type PlanModel, type PlanModelLine, readPlanModel } from '../media-plans/plan-model';
import type { Report, ReportColumn, ReportRow } from './report';

export type MediaPlanReportOptions = { planId: string; today: string; language: Language };

/** Columns that a client does not see: what the agency pays and earns, and how the work goes. */
const INTERNAL = ['net', 'commission', 'vat', 'rebate', 'ourCost', 'spend', 'planToDate', 'pace'];
/** Columns that a sheet for the client has no room for. */
const DETAILS = ['surcharges', 'discounts', 'format', 'volume', 'price', 'withCommission'];

/** What the client's sheet leaves out. */
export const CLIENT_SKIPS: readonly string[] = [...INTERNAL, ...DETAILS];

const AMOUNTS = [
  ['net', 'netMinor'],
  ['commission', 'commissionMinor'],
  ['withCommission', 'withCommissionMinor'],
  ['vat', 'vatMinor'],
  ['clientNet', 'clientNetMinor'],
  ['clientVat', 'clientVatMinor'],
  ['clientPrice', 'clientPriceMinor'],
  ['rebate', 'rebateMinor'],
  ['ourCost', 'ourCostMinor'],
] as const;

/** Everything a document of a plan needs, read once. */
export function mediaPlanDocument(
  read: ReadDb,
  { planId, today, language }: MediaPlanReportOptions,
): { model: PlanModel; title: string; subtitle: string } {
  const t = translatorOf(language).getFixedT(language, 'report', 'media-plan');
  const model = readPlanModel(read, planId, { today });
  const { plan } = model;
  const missing = model.lines.find((line) => line.missingRate !== null)?.missingRate;
  // A document whose sums are not known is not made.
  if (missing != null) throw new AppError('media-plan-rate-unknown', { ...missing });
  return {
    model,
    title: t('title', { name: plan.name }),
    subtitle: t('subtitle', {
      client: readPlanClient(read, plan.clientId)?.name ?? '',
      from: plan.fromOn,
      to: plan.toOn,
      version: plan.version,
      status: t(`status.${plan.status}`),
    }),
  };
}

/** A version of a plan line by line with its totals in every basis, its columns, fact and pace. */
export function mediaPlanReport(read: ReadDb, options: MediaPlanReportOptions): Report {
  const { language } = options;
  const t = translatorOf(language).getFixedT(language, 'report', 'media-plan');
  const { model, title, subtitle } = mediaPlanDocument(read, options);
  const { plan, totals } = model;

  const column = (
    key: string,
    unit: ReportColumn['unit'],
    total: ReportColumn['total']['kind'] = 'none',
    heading = t(key),
  ): ReportColumn => ({
    key,
    title: heading,
    unit,
    currency: unit === 'money' ? plan.currency : null,
    total: total === 'sum' ? { kind: 'sum' } : { kind: 'none' },
  });
  const rates = (ppms: readonly number[]) =>
    formatList(
      language,
      ppms.map((ppm) => formatRatePpm(language, ppm)),
    );

  const row = (line: PlanModelLine): ReportRow => {
    const input = lineInputOf(line.row);
    const { pace, result } = line;
    return {
      group: input.groupName,
      channel: input.channel,
      placement: input.placement,
      format: input.format,
      geo: input.geo,
      audience: input.audience,
      model: t(`models.${input.model}`),
      volume: input.volume,
      price: input.price,
      surcharges: rates(input.surchargesPpm),
      discounts: rates(input.discountsPpm),
      from: input.from,
      to: input.to,
      ...Object.fromEntries(AMOUNTS.map(([key, field]) => [key, result[field]])),
      ...Object.fromEntries(result.columnsMinor.map((amount, i) => [`c${i + 1}`, amount])),
      spend: line.fact?.spendMinor ?? null,
      planToDate: pace === null ? null : roundToMinor(pace.planToDate),
      pace:
        pace === null || pace.pace === null
          ? null
          : roundToMinor(multiplyFractions(pace.pace, fraction(PPM))),
    };
  };
  const whole = paceOfPlan(model);
  const wholePace = whole?.pace.known === true ? whole.pace.value : null;
  return {
    name: 'media-plan',
    title,
    subtitle,
    params: { plan: plan.id, version: String(plan.version), asOf: model.factOn },
    columns: [
      column('group', 'text'),
      column('channel', 'text'),
      column('placement', 'text'),
      column('format', 'text'),
      column('geo', 'text'),
      column('audience', 'text'),
      column('model', 'text'),
      column('volume', 'decimal'),
      column('price', 'decimal'),
      column('surcharges', 'text'),
      column('discounts', 'text'),
      column('from', 'date'),
      column('to', 'date'),
      ...AMOUNTS.map(([key]) => column(key, 'money', 'sum')),
      ...model.columns.map(({ from, to }, i) =>
        column(`c${i + 1}`, 'money', 'sum', formatDateRange(language, from, to)),
      ),
      column('spend', 'money', 'sum'),
      column('planToDate', 'money'),
      column('pace', 'ppm'),
    ],
    rows: model.lines.map(row),
    totals: {
      group: t('total'),
      ...Object.fromEntries(AMOUNTS.map(([key, field]) => [key, totals[field]])),
      ...Object.fromEntries(totals.columnsMinor.map((amount, i) => [`c${i + 1}`, amount])),
      spend: whole?.spendMinor ?? null,
      planToDate: whole === null ? null : roundToMinor(whole.planToDate),
      pace: wholePace === null ? null : roundToMinor(multiplyFractions(wholePace, fraction(PPM))),
    },
    notes: whole === null ? [t('note')] : [t('note'), t('fact-note', { on: model.factOn })],
  };
}

/** The same without what is the agency's own, for the client. */
export function forClient(report: Report, language: Language): Report {
  const t = translatorOf(language).getFixedT(language, 'report', 'media-plan');
  const columns = report.columns.filter(
    ({ key }) => !CLIENT_SKIPS.includes(key) && !/^c\d+$/.test(key),
  );
  const kept = (row: ReportRow): ReportRow =>
    Object.fromEntries(
      columns.flatMap(({ key }) => (row[key] === undefined ? [] : [[key, row[key]]])),
    );
  return {
    ...report,
    columns,
    rows: report.rows.map(kept),
    totals: kept(report.totals),
    notes: [t('client-note')],
  };
}
