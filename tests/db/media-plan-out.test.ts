import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import {
  addPlanLines,
  recordPlanFact,
  writePlanCells,
} from '../../electron/services/media-plan-lines.service';
import { addPlan, showMediaPlan } from '../../electron/services/media-plans.service';
import { mediaPlanReport } from '../../electron/services/reports/media-plan.report';
import { printMediaPlan } from '../../electron/services/reports/media-plan-document';
import { mediaPlanToXlsx } from '../../electron/services/reports/media-plan-xlsx';
import { reportToCsv } from '../../electron/services/reports/report-csv';
import { reportToJson } from '../../electron/services/reports/report-json';
import type { Session } from '../../electron/services/session';
import { minorPerMajor } from '../../shared/domain/money';
import { newSession, TODAY } from '../helpers/db-session';
import { SheetFormulas } from '../helpers/sheet-formulas';

const LINES = [
  {
    groupName: 'Контекст',
    channel: 'Яндекс Директ',
    placement: '=HYPERLINK("x")',
    model: 'cpc' as const,
    volume: '4200.37',
    price: '21.50',
    rebatePpm: 40_000,
  },
  {
    groupName: 'Щиты',
    channel: 'Щиты 3×6',
    model: 'fixed' as const,
    volume: '12',
    price: '38500',
    surchargesPpm: [150_000],
    discountsPpm: [120_000, 30_000],
  },
  {
    groupName: 'Контекст',
    channel: 'VK Реклама',
    model: 'cpm' as const,
    volume: '1850',
    price: '220.333',
    priceBasis: 'with-commission-and-vat' as const,
  },
  {
    groupName: '',
    channel: 'Радио',
    model: 'spot' as const,
    volume: '84',
    price: '2150',
    commission: { ppm: 150_000, basis: 'inside' as const },
  },
];

function newPlan(
  terms: {
    currency?: string;
    commissionBasis?: 'on-top' | 'inside';
    clientDiscountPpm?: number;
  } = {},
): {
  session: Session;
  planId: string;
} {
  const session = newSession();
  const { id: planId } = addPlan(session, {
    clientId: 'ural',
    currency: terms.currency ?? null,
    name: 'Ноябрь',
    projectId: null,
    from: '2026-11-02',
    to: '2026-11-29',
    columnUnit: 'week',
    columns: [],
    note: '',
    commissionPpm: 100_000,
    commissionBasis: terms.commissionBasis ?? 'on-top',
    clientDiscountPpm: terms.clientDiscountPpm ?? 20_000,
    vatMode: 'by-date',
    vatPpm: null,
    budgetGrossMinor: null,
  });
  const { ids } = addPlanLines(session, { planId, beforeId: null, lines: LINES });
  recordPlanFact(session, {
    lineId: ids[0] ?? '',
    on: '2026-11-15',
    spendMinor: 4_000_000,
    impressions: null,
    clicks: null,
    leads: null,
    orders: null,
    revenueMinor: null,
  });
  return { session, planId };
}

const optionsOf = (planId: string) => ({ planId, today: TODAY, language: 'ru' as const });

async function sheetOf(session: Session, planId: string): Promise<ExcelJS.Worksheet> {
  const bytes = await mediaPlanToXlsx(session.workspace.read, optionsOf(planId));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

describe('the workbook of a plan', () => {
  it.each([
    ['on top, roubles', {}],
    ['inside, euros', { currency: 'EUR', commissionBasis: 'inside' as const }],
    ['on top, yen', { currency: 'JPY' }],
  ])('recalculated comes to the same figures: %s', async (_name, terms) => {
    const { session, planId } = newPlan(terms);
    const plan = showMediaPlan(session, { id: planId, unit: null });
    const sheet = await sheetOf(session, planId);
    const formulas = new SheetFormulas(sheet);
    const per = minorPerMajor(plan.currency);
    let count = 0;
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula === undefined) return;
        count += 1;
        expect(formulas.value(cell.address), `${cell.address} ${cell.formula}`).toBeCloseTo(
          Number(cell.result),
          6,
        );
      });
    });
    expect(count).toBeGreaterThan(30);
    const totals =
      [...Array(40).keys()]
        .map((i) => i + 10)
        .find((row) => sheet.getCell(`A${row}`).value === 'Итого') ?? 0;
    const at = (letter: string, row: number) => Math.round(formulas.value(`${letter}${row}`) * per);
    expect(at('M', totals)).toBe(plan.totals.netMinor);
    expect(at('O', totals)).toBe(plan.totals.withCommissionMinor);
    expect(at('O', totals + 1)).toBe(plan.totals.vatMinor);
    expect(at('O', totals + 5)).toBe(plan.totals.clientPriceMinor);
  });

  it.each([
    [[100_000], 0],
    [[100_000, 50_000, 0], 20_000],
    [[0, 100_000, 220_000, 70_000], 333_333],
  ])('takes VAT of several rates rate by rate: %s', async (rates, clientDiscountPpm) => {
    const { session, planId } = newPlan({ clientDiscountPpm });
    const ids = showMediaPlan(session, { id: planId, unit: null }).lines.map(({ id }) => id);
    const rows = rates.map((vatPpm, i) => ({ lineId: ids[i] ?? null, cells: { vatPpm } }));
    writePlanCells(session, { planId, rows });
    const { totals } = showMediaPlan(session, { id: planId, unit: null });
    const sheet = await sheetOf(session, planId);
    const formulas = new SheetFormulas(sheet);
    let last = 0;
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.value === 'Итого') last = row.number;
        if (cell.formula === undefined) return;
        const known = Number(cell.result);
        expect(formulas.value(cell.address), `${cell.address} ${cell.formula}`).toBeCloseTo(
          known,
          5,
        );
      });
    });
    const minor = [1, 2, 3, 4, 5].map((i) => {
      const cell = sheet.getCell(`O${last + i}`);
      expect(cell.formula).toBeDefined();
      return Math.round(formulas.value(cell.address) * 100);
    });
    const { vatMinor, withVatMinor, clientNetMinor, clientVatMinor, clientPriceMinor } = totals;
    expect(minor).toEqual([
      vatMinor,
      withVatMinor,
      clientNetMinor,
      clientVatMinor,
      clientPriceMinor,
    ]);
  });

  it('writes text as text', async () => {
    const { session, planId } = newPlan();
    const sheet = await sheetOf(session, planId);
    const cell = sheet.getCell('B11');
    expect(cell.value).toBe('=HYPERLINK("x")');
    expect(cell.formula).toBeUndefined();
  });
});

describe('the other files of a plan', () => {
  it('say the same in every form', () => {
    const { session, planId } = newPlan();
    const { totals } = showMediaPlan(session, { id: planId, unit: null });
    const report = mediaPlanReport(session.workspace.read, optionsOf(planId));
    const json = reportToJson(report);
    expect(json['totals']).toMatchObject({
      net: (totals.netMinor / 100).toFixed(2),
      clientPrice: (totals.clientPriceMinor / 100).toFixed(2),
    });
    const csv = reportToCsv(report, 'ru');
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).toContain((totals.netMinor / 100).toFixed(2).replace('.', ','));
  });

  it('tell the client nothing of net, rebate, cost or fact', () => {
    const { session, planId } = newPlan();
    const plan = showMediaPlan(session, { id: planId, unit: null });
    const { bodyHtml, landscape } = printMediaPlan(session.workspace.read, optionsOf(planId));
    const text = bodyHtml.replaceAll('\u00a0', '').replaceAll('\u202f', '');
    const money = (minor: number) => (minor / 100).toFixed(2).replace('.', ',');
    expect(text).toContain(money(plan.totals.clientPriceMinor));
    for (const line of plan.lines) {
      expect(text).not.toContain(money(line.netMinor));
      expect(text).not.toContain(money(line.ourCostMinor));
    }
    expect(text).not.toMatch(/Ретробонус|Наша цена|Темп|Факт/);
    expect(bodyHtml).not.toContain('style=');
    expect(bodyHtml.match(/class="bar"/g)).toHaveLength(LINES.length);
    expect(landscape).toBe(true);
  });
});
