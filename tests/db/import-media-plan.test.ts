import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foundAgency } from '../../db/repositories/founding.repo';
import {
  inspectAgain,
  inspectImport,
  runImport,
  writeImport,
} from '../../electron/services/import/import-engine';
import type { ImportAbout } from '../../electron/services/import/import-kind';
import { readSheets } from '../../electron/services/import/workbook-rows';
import { listMediaPlans, showMediaPlan } from '../../electron/services/media-plans.service';
import type { Session } from '../../electron/services/session';
import { AppError } from '../../shared/contract/app-error';
import { type ImportAnswer, importPreviewSchema } from '../../shared/contract/imports.contract';
import {
  englishPlan,
  latvianPlan,
  type RussianOptions,
  russianPlan,
} from '../fixtures/media-plan-xlsx/agency-plans';
import { action } from '../helpers/db-workspace';
import { count, importSession, payingClient } from './import-workspace';

const REAL = join(import.meta.dirname, '../fixtures/media-plan-xlsx/mediaplan_v3_advanced.xlsx');
const FILE = 'Ромашка, декабрь.xlsx';

function setUp() {
  const session = importSession();
  session.workspace.write(action(), (tx) =>
    foundAgency(tx, {
      agencyName: 'Агентство',
      country: 'RU',
      city: 'Москва',
      language: 'ru',
      userName: 'Аккаунт',
      userRole: 'manager',
    }),
  );
  const fields = { name: 'Ромашка', legalName: 'ООО «Ромашка»', inn: '7701234567' };
  return { session, clientId: payingClient(session.workspace, fields) };
}

async function run(
  session: Session,
  client: string,
  bytes: Uint8Array,
  about: ImportAbout = {},
  dryRun = false,
): Promise<ImportAnswer> {
  const file = await readSheets({ bytes, fileName: FILE, about: { client, ...about } });
  return runImport(session, { kind: 'media-plan', ...file, dryRun });
}

async function preview(
  session: Session,
  client: string,
  bytes: Uint8Array,
  about: ImportAbout = {},
) {
  const file = await readSheets({ bytes, fileName: FILE, about: { client, ...about } });
  return importPreviewSchema.parse(inspectImport(session, { kind: 'media-plan', ...file }));
}

async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

function onlyPlan(session: Session) {
  const [plan, another] = listMediaPlans(session, { clientId: null }).plans;
  if (plan === undefined || another !== undefined) throw new Error('not one plan');
  return showMediaPlan(session, { id: plan.id, unit: null });
}

function plansOf({ workspace }: Session): number {
  return count(workspace.read, 'media_plans') + count(workspace.read, 'media_plan_lines');
}

describe('a Russian agency plan', () => {
  it('becomes one draft whose nets, weeks, groups and totals are those of the sheet', async () => {
    const { session, clientId } = setUp();
    const answer = await run(session, clientId, await russianPlan());
    expect(answer).toMatchObject({
      kind: 'media-plan',
      added: 4,
      refused: 0,
      undecided: 0,
      notBooked: 2,
      totals: { RUB: { net: '722500.00', stated: '722500.00' }, lines: 4 },
    });
    const plan = onlyPlan(session);
    expect(plan).toMatchObject({
      name: 'Медиаплан «Ромашка», декабрь 2026',
      version: 1,
      status: 'draft',
      from: '2026-12-01',
      to: '2026-12-31',
      columnUnit: 'week',
      currency: 'RUB',
    });
    expect(plan.totals.netMinor).toBe(72_250_000);
    expect(
      plan.lines.map((line) => [
        line.groupName,
        line.channel,
        line.placement,
        line.model,
        line.netMinor,
      ]),
    ).toEqual([
      ['Контекстная реклама', 'Яндекс Директ', 'Поиск', 'cpc', 25_000_000],
      ['Контекстная реклама', 'Яндекс Директ', 'РСЯ', 'cpc', 10_800_000],
      ['Социальные сети', 'VK Реклама', 'Лента, клипы', 'cpm', 22_950_000],
      ['Социальные сети', 'Telegram', 'Посевы', 'fixed', 13_500_000],
    ]);
    expect(plan.lines[1]?.columnsMinor).toEqual([
      2_160_000, 2_160_000, 2_160_000, 2_160_000, 2_160_000,
    ]);
    expect(plan.lines[2]?.columnsMinor).toEqual([0, 11_475_000, 11_475_000, 0, 0]);
  });

  it('is undone in one step, and is not read a second time from the same file', async () => {
    const { session, clientId } = setUp();
    const bytes = await russianPlan();
    const before = plansOf(session);
    await run(session, clientId, bytes);
    const again = await run(session, clientId, bytes);
    expect(again).toMatchObject({ added: 0, unchanged: 4, totals: { plan: { number: 1 } } });
    expect(listMediaPlans(session, { clientId: null }).plans).toHaveLength(1);
    session.workspace.undo({ actor: 'tester', now: 1 });
    expect(plansOf(session)).toBe(before);
    expect(await run(session, clientId, bytes)).toMatchObject({ added: 4 });
  });

  it('leaves hidden rows out, unless only with them the totals add up', async () => {
    const { session, clientId } = setUp();
    const left = await run(session, clientId, await russianPlan({ hasHiddenRow: true }), {}, true);
    expect(left).toMatchObject({ added: 4, notBooked: 3, refused: 0 });
    const counted = await run(
      session,
      clientId,
      await russianPlan({ isHiddenCounted: true }),
      {},
      true,
    );
    expect(counted).toMatchObject({ added: 5, refused: 0 });
    expect(counted.problems.map(({ row }) => row)).toEqual([14]);
  });
});

describe('what the file does not say', () => {
  const withoutBasis: RussianOptions = { money: 'Бюджет' };

  it('is asked: without a basis nothing is written', async () => {
    const { session, clientId } = setUp();
    const bytes = await russianPlan(withoutBasis);
    expect((await refusalOf(run(session, clientId, bytes))).code).toBe(
      'media-plan-vat-not-stated-in-file',
    );
    const dry = await run(session, clientId, bytes, {}, true);
    expect(dry).toMatchObject({ added: 0, undecided: 4 });
    expect(plansOf(session)).toBe(0);
  });

  it('is said in the window, changes the net, and is remembered for the next plan with this header', async () => {
    const { session, clientId } = setUp();
    const bytes = await russianPlan(withoutBasis);
    const asked = await preview(session, clientId, bytes);
    expect(asked.plan).toMatchObject({
      questions: ['vat', 'commission'],
      netMinor: null,
      isRemembered: false,
    });
    const said = inspectAgain(session, asked.token, {
      client: clientId,
      vat: 'included',
      commission: 'excluded',
    });
    expect(said.plan).toMatchObject({
      questions: [],
      statedMinor: 72_250_000,
      netMinor: 59_221_311,
    });
    writeImport(session, { token: said.token, decisions: [] });
    expect(onlyPlan(session).totals.netMinor).toBe(59_221_311);
    const next = await preview(
      session,
      clientId,
      await russianPlan({ ...withoutBasis, hasHiddenRow: true }),
    );
    expect(next.plan).toMatchObject({
      isRemembered: true,
      questions: [],
      vat: 'included',
      netMinor: 59_221_311,
    });
  });

  it('asks for the rate of a commission that the money includes', async () => {
    const { session, clientId } = setUp();
    const work = run(session, clientId, await russianPlan({ money: 'Стоимость без НДС с АК' }));
    expect((await refusalOf(work)).code).toBe('media-plan-commission-rate-missing');
    expect(plansOf(session)).toBe(0);
  });
});

describe('a plan that is wrong', () => {
  it('names the sum that does not add up, what was expected and found, and writes nothing', async () => {
    const { session, clientId } = setUp();
    const bytes = await russianPlan({ subtotal: 350_000 });
    const refusal = await refusalOf(run(session, clientId, bytes));
    expect(refusal).toMatchObject({ code: 'media-plan-not-adding-up', place: { row: 10 } });
    expect(String(refusal.params['reason']).replace(/\s/g, ' ')).toContain('358 000');
    expect(String(refusal.params['reason']).replace(/\s/g, ' ')).toContain('350 000');
    expect(plansOf(session)).toBe(0);
    expect(await run(session, clientId, bytes, { accepted: true })).toMatchObject({ added: 4 });
  });

  it('names the cell with words for a number, and writes nothing', async () => {
    const { session, clientId } = setUp();
    const refusal = await refusalOf(
      run(session, clientId, await russianPlan({ price: 'по запросу' })),
    );
    expect(refusal).toMatchObject({ code: 'media-plan-row-wrong', place: { row: 12 } });
    expect(String(refusal.params['reason'])).toContain('по запросу');
    expect(plansOf(session)).toBe(0);
  });

  it.each([
    ['an empty file', new Uint8Array(), 'table-file-empty'],
    ['a text', new TextEncoder().encode('a;b\n1;2\n'), 'media-plan-not-workbook'],
    [
      'a workbook that is none',
      new TextEncoder().encode('PK\u0003\u0004 xl/ broken'),
      'table-file-damaged',
    ],
  ])('%s is refused in a sentence', async (_name, bytes, code) => {
    const { session, clientId } = setUp();
    expect((await refusalOf(run(session, clientId, bytes))).code).toBe(code);
    expect(plansOf(session)).toBe(0);
  });

  it('a workbook without a plan is refused', async () => {
    const { session, clientId } = setUp();
    const bytes = readFileSync(join(REAL, '../default_template.xlsx'));
    expect((await refusalOf(run(session, clientId, bytes))).code).toBe('media-plan-table-missing');
  });
});

describe('plans of others', () => {
  it('reads a plan by months whose heads are dates, in its own currency', async () => {
    const { session, clientId } = setUp();
    await run(session, clientId, await englishPlan());
    const plan = onlyPlan(session);
    expect(plan).toMatchObject({
      currency: 'EUR',
      columnUnit: 'month',
      from: '2026-12-01',
      to: '2027-02-28',
    });
    expect(plan.lines.map((line) => [line.channel, line.netMinor, line.columnsMinor])).toEqual([
      ['Search', 600_000, [200_000, 200_000, 200_000]],
      ['Search', 1_000_000, [400_000, 300_000, 300_000]],
      ['Display', 1_230_000, [0, 615_000, 615_000]],
    ]);
  });

  it('reads a Latvian plan with numbers typed as text', async () => {
    const { session, clientId } = setUp();
    await run(session, clientId, await latvianPlan());
    const plan = onlyPlan(session);
    expect(
      plan.lines.map((line) => [line.channel, line.volume, line.price, line.netMinor, line.from]),
    ).toEqual([
      ['Delfi', '2', '1250.5', 250_100, '2026-12-01'],
      ['TVNET', '1', '980', 98_000, '2026-12-08'],
    ]);
  });

  it('reads the Line Items of mediaplanpy: JSON in cells, formulas without values, seven sheets', async () => {
    const { session, clientId } = setUp();
    const about: ImportAbout = { vat: 'excluded', commission: 'excluded' };
    const answer = await run(session, clientId, readFileSync(REAL), about);
    expect(answer).toMatchObject({
      added: 2,
      refused: 0,
      totals: { sheet: 'Line Items', USD: { net: '80000.00' } },
    });
    const plan = onlyPlan(session);
    expect(plan.lines.map((line) => [line.placement, line.model, line.volume, line.price])).toEqual(
      [
        ['Digital Display - Programmatic', 'cpm', '6.25', '8000'],
        ['Social Media - Feed Ads', 'cpm', '8000', '3.75'],
      ],
    );
  });

  it('takes the meaning of a column from the one who decides it', async () => {
    const { session, clientId } = setUp();
    const first = await preview(session, clientId, await russianPlan());
    const uses = (first.plan?.columns ?? [])
      .filter(({ isOfDays }) => !isOfDays)
      .map(({ index, title, use }) => ({
        index,
        use: title === 'Площадка' ? ('note' as const) : use,
      }));
    const said = inspectAgain(session, first.token, { client: clientId, uses });
    writeImport(session, { token: said.token, decisions: [] });
    expect(onlyPlan(session).lines[0]).toMatchObject({
      channel: 'Контекстная реклама',
      note: 'Яндекс Директ',
    });
  });
});
