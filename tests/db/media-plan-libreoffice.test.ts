import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { addPlanLines } from '../../electron/services/media-plan-lines.service';
import { addPlan, showMediaPlan } from '../../electron/services/media-plans.service';
import { mediaPlanToXlsx } from '../../electron/services/reports/media-plan-xlsx';
import { newSession, TODAY } from '../helpers/db-session';

const isThere = spawnSync('soffice', ['--version']).status === 0;

/** The workbook without the values kept beside its formulas: whoever opens it has to compute them. */
function withoutResults(workbook: Uint8Array): Uint8Array {
  const files = unzipSync(workbook);
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [
        name,
        name.startsWith('xl/worksheets/')
          ? strToU8(strFromU8(bytes).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'))
          : bytes,
      ]),
    ),
  );
}

it(isThere
  ? 'LibreOffice, recalculating the workbook, comes to the same totals'
  : 'LibreOffice is not available here: the workbook is recalculated by our own evaluator only', async () => {
  if (!isThere) return;
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
  const folder = mkdtempSync(join(tmpdir(), 'agency-calc-'));
  try {
    const options = { planId, today: TODAY, language: 'en' as const };
    const workbook = await mediaPlanToXlsx(session.workspace.read, options);
    writeFileSync(join(folder, 'plan.xlsx'), withoutResults(workbook));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const csv = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false';
    execFileSync('soffice', [
      profile,
      '--headless',
      '--convert-to',
      csv,
      '--outdir',
      folder,
      join(folder, 'plan.xlsx'),
    ]);
    const cells = readFileSync(join(folder, 'plan.csv'), 'utf8')
      .split(/[;\n]/)
      .map((text) => text.replace(/^"|"$/g, ''));
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
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
