import { expect, it } from 'vitest';
import { addPlanLines } from '../../electron/services/media-plan-lines.service';
import { addPlan, showMediaPlan } from '../../electron/services/media-plans.service';
import { mediaPlanToXlsx } from '../../electron/services/reports/media-plan-xlsx';
import { newSession, TODAY } from '../helpers/db-session';
import { hasLibreOffice, recalculatedCells } from '../helpers/libre-office';

it(hasLibreOffice
  ? 'LibreOffice, recalculating the workbook, comes to the same totals'
  : 'LibreOffice is not available here: the workbook is recalculated by our own evaluator only', async () => {
  if (!hasLibreOffice) return;
  const session = newSession();
  const { id: planId } = addPlan(session, {
    clientId: 'ural',
    currency: null,
    name: 'Ноябрь',
    projectId: null,
    from: '2026-11-02',
    to: '2026-11-29',
    columnUnit: 'week',
    columns: [],
    note: '',
    commissionPpm: 100_000,
    commissionBasis: 'inside',
    clientDiscountPpm: 20_000,
    vatMode: 'by-date',
    vatPpm: null,
    budgetGrossMinor: null,
  });
  const common = { channel: 'Канал', surchargesPpm: [150_000], discountsPpm: [120_000, 30_000] };
  addPlanLines(session, {
    planId,
    beforeId: null,
    lines: [
      { ...common, groupName: 'А', model: 'cpc', volume: '4200.37', price: '21.50' },
      {
        groupName: 'Б',
        model: 'fixed',
        volume: '12',
        price: '38500',
        priceBasis: 'with-vat',
        vatMode: 'stated',
        vatPpm: 100_000,
      },
      {
        groupName: 'Б',
        model: 'cpm',
        volume: '1850',
        price: '2.4',
        currency: 'EUR',
        rate: '92.4137',
        rateOn: '2026-11-01',
      },
    ],
  });
  const options = { planId, today: TODAY, language: 'en' as const };
  const cells = recalculatedCells(await mediaPlanToXlsx(session.workspace.read, options));
  const { totals } = showMediaPlan(session, { id: planId, unit: null });
  const {
    netMinor,
    withCommissionMinor,
    vatMinor,
    clientNetMinor,
    clientVatMinor,
    clientPriceMinor,
  } = totals;
  for (const minor of [
    netMinor,
    withCommissionMinor,
    vatMinor,
    clientNetMinor,
    clientVatMinor,
    clientPriceMinor,
  ]) {
    expect(cells).toContain(String(minor / 100));
  }
}, 120_000);
