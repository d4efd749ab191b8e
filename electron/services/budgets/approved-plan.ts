import { readIssuedOfPlan } from '../../../db/queries/budgets.query';
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
import type { Language } from '../../../shared/contract/primitives';
import { type Month, monthPeriod, monthsOf } from '../../../shared/domain/dates';
import { billByMonth, type MonthBill } from '../../../shared/domain/media-billing';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatMonth } from '../../../shared/i18n/formats';
import { type PlanModel, PlanRates, readPlanModel } from '../media-plans/plan-model';

/**
 * Brings an approved media plan into the client's budget and the drafts of its invoices, in the transaction
 * of the approval. Budget: net of the placements by the days of each flight as media; the client's net less
 * that as commission. Drafts: one for each month, net of what was issued already of earlier versions. What
 * an earlier version brought is replaced; locked months stay as they are. A plan in another currency than
 * the client's brings nothing: its money cannot be added.
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
  if (plan.currency !== client.currency) return;
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
    if (!locked.has(month)) bookMonth(tx, model, month, bill, known.has(month));
    draftMonth(tx, model, month, bill, client.language);
  });
}

function bookMonth(
  tx: WriteDb,
  { plan }: PlanModel,
  month: Month,
  bill: MonthBill,
  isKnown: boolean,
): void {
  const amounts = {
    media: bill.mediaMinor,
    commission: bill.commissionMinor + bill.discountMinor,
  };
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
