import { readIssuedOfPlan } from '../../../db/queries/budgets.query';
import { readAccountingRates } from '../../../db/queries/portfolio.query';
import {
  addPlanAmount,
  findTypedAmount,
  hasApprovedPlanAmount,
  listAmountsOfPlanFamily,
  listBudgetLocks,
  removeBudgetAmount,
  typeBudgetAmount,
} from '../../../db/repositories/budgets.repo';
import { findClient } from '../../../db/repositories/clients.repo';
import {
  addInvoiceDraft,
  type DraftLine,
  listDraftsOfPlanFamily,
  removeInvoiceDraft,
} from '../../../db/repositories/invoice-drafts.repo';
import type { WriteDb } from '../../../db/write-db';
import { AppError } from '../../../shared/contract/app-error';
import type { Language } from '../../../shared/contract/primitives';
import { type Month, monthPeriod, monthsOf } from '../../../shared/domain/dates';
import { divideFractions, type Fraction } from '../../../shared/domain/fraction';
import { billByMonth, type MonthBill } from '../../../shared/domain/media-billing';
import { convertMinor } from '../../../shared/domain/money';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatMonth } from '../../../shared/i18n/formats';
import { baseConverter } from '../accounting-rate';
import { type PlanModel, PlanRates, readPlanModel } from '../media-plans/plan-model';
import { requireAgency } from '../portfolio.service';

/**
 * Brings an approved media plan into the client's budget and the drafts of its invoices, in the transaction
 * of the approval. Budget: net of the placements by the days of each flight as media; the client's net less
 * that as commission. Drafts: one for each month, net of what was issued already of earlier versions. What
 * an earlier version brought is replaced; locked months stay as they are. A plan in another currency than
 * the client's is booked at the accounting rates in force on each month's last day, and makes no drafts: its
 * client is billed in a currency that the plan does not know. Throws `media-plan-budget-rate-unknown`.
 */
export function bookApprovedPlan(tx: WriteDb, planId: string, today: string): void {
  const model = readPlanModel(tx, planId, { today, unit: 'month' });
  const { plan } = model;
  const client = findClient(tx, plan.clientId);
  if (client === undefined) return;
  const locked = new Set(listBudgetLocks(tx, plan.clientId).map(({ month }) => month));
  const before = listAmountsOfPlanFamily(tx, plan.familyId);
  for (const row of before) if (!locked.has(row.month)) removeBudgetAmount(tx, row.id);
  for (const draft of listDraftsOfPlanFamily(tx, plan.familyId)) removeInvoiceDraft(tx, draft.id);
  const convert = converterOf(tx, plan.currency, client.currency);
  const isForeign = plan.currency !== client.currency;
  const months = monthsOf({ from: plan.fromOn, to: plan.toOn });
  const bills = billByMonth(
    model.lines.map(({ row, result }) => ({
      ...result,
      channel: row.channel || row.placement || plan.name,
    })),
    months.length,
  );
  const known = new Set(before.map(({ month }) => month));
  months.forEach((month, index) => {
    const bill = bills[index];
    if (bill === undefined) return;
    if (!locked.has(month)) {
      const amounts = {
        media: convert(bill.mediaMinor, month),
        commission: convert(bill.commissionMinor + bill.discountMinor, month),
      };
      bookMonth(tx, model, month, amounts, known.has(month));
    }
    if (!isForeign) draftMonth(tx, model, month, bill, client.language);
  });
}

/** Amounts of a month in another currency, each rounded once; a rate that was never entered is refused by name. */
function converterOf(tx: WriteDb, from: string, to: string) {
  if (from === to) return (minor: number) => minor;
  const rates = baseConverter(requireAgency(tx).baseCurrency, readAccountingRates(tx));
  return (minor: number, month: Month): number => {
    if (minor === 0) return 0;
    const on = monthPeriod(month).to;
    const rateOf = (currency: string): Fraction => {
      const rate = rates.rateOn(currency, on);
      if (rate === null) throw new AppError('media-plan-budget-rate-unknown', { currency, on });
      return rate;
    };
    return convertMinor(minor, from, to, divideFractions(rateOf(from), rateOf(to)));
  };
}

function bookMonth(
  tx: WriteDb,
  { plan }: PlanModel,
  month: Month,
  amounts: Readonly<Record<'media' | 'commission', number>>,
  isKnown: boolean,
): void {
  if (amounts.media === 0 && amounts.commission === 0) return;
  // The first plan of a month takes the place of the estimate; what is typed later comes on top.
  const isFirst = !isKnown && !hasApprovedPlanAmount(tx, plan.clientId, month);
  for (const kind of ['media', 'commission'] as const) {
    const at = { clientId: plan.clientId, projectId: null, kind, month };
    if (isFirst && findTypedAmount(tx, at) !== undefined) typeBudgetAmount(tx, at, { planned: 0 });
    addPlanAmount(tx, {
      clientId: plan.clientId,
      planId: plan.id,
      kind,
      month,
      planned: amounts[kind],
    });
  }
}

function draftMonth(
  tx: WriteDb,
  { plan, vatPpm }: PlanModel,
  month: Month,
  bill: MonthBill,
  language: Language,
): void {
  const t = translatorOf(language).getFixedT(language, 'print');
  const words = { month: formatMonth(language, month), plan: plan.name };
  const issued = readIssuedOfPlan(tx, plan.familyId).filter((row) => row.month === month);
  const issuedOf = (part: DraftLine['part'], channel: string) =>
    issued
      .filter((row) => row.part === part && row.channel === channel)
      .reduce((sum, row) => sum + row.netMinor, 0);
  const channels = new Set([
    ...bill.channels.map(({ channel }) => channel),
    ...issued.filter(({ part }) => part === 'media').map(({ channel }) => channel),
  ]);
  const rate =
    plan.vatMode === 'by-date'
      ? (new PlanRates(tx).ratePpm('vat', monthPeriod(month).to) ?? vatPpm)
      : vatPpm;
  const line = (
    part: DraftLine['part'],
    channel: string,
    netMinor: number,
    title: string,
  ): DraftLine => ({ part, channel, title, netMinor, vatPpm: rate });
  const lines = [
    ...[...channels].map((channel) => {
      const net = bill.channels.find((each) => each.channel === channel)?.netMinor ?? 0;
      const title = t('draft.media', { ...words, channel });
      return line('media', channel, net - issuedOf('media', channel), title);
    }),
    ...(['commission', 'discount'] as const).map((part) =>
      line(part, '', bill[`${part}Minor`] - issuedOf(part, ''), t(`draft.${part}`, words)),
    ),
  ].filter(({ netMinor }) => netMinor !== 0);
  if (lines.length === 0) return;
  const { clientId, currency, vatMode } = plan;
  addInvoiceDraft(tx, { clientId, planId: plan.id, month, currency, vatMode }, lines);
}
