import { describe, expect, it } from 'vitest';
import { foundAgency } from '../../db/repositories/founding.repo';
import { addMediaPlan, addMediaPlanLine } from '../../db/repositories/media-plans.repo';
import { listCampaigns, mapCampaign } from '../../electron/services/ad-mapping.service';
import {
  inspectImport,
  refusedRowsOf,
  runImport,
} from '../../electron/services/import/import-engine';
import type { ImportAbout } from '../../electron/services/import/import-kind';
import { readSheets } from '../../electron/services/import/workbook-rows';
import type { Session } from '../../electron/services/session';
import { AppError } from '../../shared/contract/app-error';
import { type ImportAnswer, importPreviewSchema } from '../../shared/contract/imports.contract';
import { action } from '../helpers/db-workspace';
import { adFixture } from '../unit/domain/ad-statistics/ad-fixtures';
import { count, importSession, payingClient } from './import-workspace';

type Options = {
  about?: ImportAbout;
  dryRun?: boolean;
  bytes?: Uint8Array;
  kind?: 'ads' | 'analytics';
};

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
  const clientId = payingClient(session.workspace, {
    name: 'Ромашка',
    legalName: 'ООО «Ромашка»',
    inn: '7701234567',
  });
  return { session, clientId };
}

async function run(
  session: Session,
  client: string,
  fileName: string,
  { about = {}, dryRun = false, bytes = adFixture(fileName), kind = 'ads' }: Options = {},
): Promise<ImportAnswer> {
  const file = await readSheets({ bytes, fileName, about: { client, ...about } });
  return runImport(session, { kind, ...file, dryRun });
}

function plan(session: Session, clientId: string, placements: readonly string[]) {
  return session.workspace.write(action(), (tx) => {
    const planId = addMediaPlan(tx, {
      clientId,
      name: 'Ноябрь',
      currency: 'RUB',
      fromOn: '2026-11-01',
      toOn: '2026-11-30',
      editedAt: 1,
    });
    return placements.map((placement, index) =>
      addMediaPlanLine(tx, {
        planId,
        position: index + 1,
        channel: 'Яндекс Директ',
        placement,
        model: 'cpc',
        fromOn: '2026-11-01',
        toOn: '2026-11-30',
      }),
    );
  });
}

function dump({ workspace }: Session): string {
  const withoutRevision = (key: string, value: unknown) => (key === 'revision' ? undefined : value);
  const tables = [
    'ad_statistics',
    'web_statistics',
    'ad_accounts',
    'ad_mapping_rules',
    'media_plan_facts',
    'imports',
  ];
  return JSON.stringify(
    tables.map((table) => workspace.read.all(`SELECT * FROM ${table} ORDER BY id`)),
    withoutRevision,
  );
}

function facts({ workspace }: Session) {
  return workspace.read.all(
    `SELECT line_id AS line, fact_on AS day, spend_minor AS spend, impressions, clicks, leads, orders
     FROM media_plan_facts ORDER BY line_id, fact_on`,
  );
}

describe('statistics of advertising into the workspace', () => {
  it('books every campaign’s day, answers as the source adds up, and is one undo', async () => {
    const { session, clientId } = setUp();
    const before = dump(session);
    const answer = await run(session, clientId, 'direct-interface-cp1251.csv');
    expect(answer).toMatchObject({
      kind: 'ads',
      read: 5,
      added: 5,
      updated: 0,
      unchanged: 0,
      refused: 0,
      notBooked: 0,
      undecided: 0,
      accounts: ['romashka-direct'],
      totals: { RUB: { spend: '312400.50' }, impressions: 15_345, clicks: 112, conversions: 3 },
    });
    expect(count(session.workspace.read, 'ad_statistics')).toBe(4);
    session.workspace.undo(action());
    expect(dump(session)).toBe(before);
  });

  it('changes nothing the second time, nor in a dry run', async () => {
    const { session, clientId } = setUp();
    const empty = dump(session);
    await run(session, clientId, 'direct-interface-cp1251.csv', { dryRun: true });
    expect(dump(session)).toBe(empty);
    await run(session, clientId, 'direct-interface-cp1251.csv');
    const before = dump(session);
    const again = await run(session, clientId, 'direct-interface-cp1251.csv');
    expect(again).toMatchObject({ read: 5, added: 0, updated: 0, unchanged: 5, accounts: [] });
    expect(dump(session)).toBe(before);
  });

  it('replaces a day that the platform restated', async () => {
    const { session, clientId } = setUp();
    const rows = (spend: string) =>
      new TextEncoder().encode(
        `Campaign name,Day,Amount spent (RUB),Impressions\nA,2026-11-01,${spend},10\nA,2026-11-02,5,20\n`,
      );
    await run(session, clientId, 'meta.csv', { bytes: rows('10') });
    const answer = await run(session, clientId, 'meta.csv', { bytes: rows('12.50') });
    expect(answer).toMatchObject({
      updated: 1,
      unchanged: 1,
      totals: { RUB: { spend: '12.50' }, impressions: 10 },
    });
    expect(
      session.workspace.read.all('SELECT spend_minor AS s FROM ad_statistics ORDER BY from_on'),
    ).toEqual([{ s: 1250 }, { s: 500 }]);
  });

  it('finds the line by its name, remembers it, and takes VAT out of the spend', async () => {
    const { session, clientId } = setUp();
    const [search = ''] = plan(session, clientId, ['Поиск: «Окна; двери»', 'Другое']);
    const answer = await run(session, clientId, 'direct-interface-cp1251.csv');
    expect(answer.matched).toBe(2);
    expect(facts(session)).toEqual([
      {
        line: search,
        day: '2026-11-01',
        spend: 1_229_549,
        impressions: 1500,
        clicks: 30,
        leads: 2,
        orders: null,
      },
      {
        line: search,
        day: '2026-11-02',
        spend: 1_016_393,
        impressions: 1500,
        clicks: 15,
        leads: 1,
        orders: null,
      },
    ]);
    expect(count(session.workspace.read, 'ad_mapping_rules')).toBe(1);
  });

  it('keeps spend out of a plan’s facts until it is said whether it includes VAT', async () => {
    const { session, clientId } = setUp();
    const [line = ''] = plan(session, clientId, ['Бренд']);
    const first = await run(session, clientId, 'direct-interface-period-utf8.csv');
    expect(first.problems.map(({ row, message }) => [row, message])).toContainEqual([
      2,
      'не сказано, с НДС расход или без: в факт плана он пока не войдёт',
    ]);
    expect(facts(session)).toMatchObject([{ line, day: '2026-11-30', spend: null, clicks: 50 }]);
    const said = await run(session, clientId, 'direct-interface-period-utf8.csv', {
      about: { vat: 'excluded' },
    });
    expect(said).toMatchObject({ updated: 2, unchanged: 0 });
    expect(facts(session)).toMatchObject([{ spend: 150_025 }]);
    // What was said once is remembered for the account.
    const again = await run(session, clientId, 'direct-interface-period-utf8.csv');
    expect(again).toMatchObject({ updated: 0, unchanged: 2 });
  });

  it('moves what is booked along with a campaign, there and back', async () => {
    const { session, clientId } = setUp();
    const [first = '', second = ''] = plan(session, clientId, ['Первая', 'Вторая']);
    await run(session, clientId, 'direct-interface-cp1251.csv');
    expect(facts(session)).toEqual([]);
    const map = (lineId: string | null, countsAs: 'leads' | 'orders' = 'leads') =>
      mapCampaign(session, {
        clientId,
        source: 'yandex-direct',
        campaignKey: '70100200',
        lineId,
        countsAs,
      });
    map(first);
    expect(facts(session)).toMatchObject([{ line: first }, { line: first }]);
    map(second, 'orders');
    expect(facts(session)).toMatchObject([
      { line: second, leads: null, orders: 2 },
      { line: second, leads: null, orders: 1 },
    ]);
    expect(listCampaigns(session, { clientId }).campaigns[1]).toMatchObject({
      campaignKey: '70100200',
      lineId: second,
      spendMinor: 2_740_050,
    });
    map(null);
    expect(facts(session)).toEqual([]);
    session.workspace.undo(action());
    expect(facts(session)).toMatchObject([{ line: second }, { line: second }]);
  });

  it('lets a report without days grow from the same first day, and its fact move with it', async () => {
    const { session, clientId } = setUp();
    plan(session, clientId, ['Бренд']);
    const report = (to: string, spend: string) =>
      new TextEncoder().encode(
        `Период 01.11.2026 - ${to}\nКампания;№ Кампании;Показы;Клики;Расход, ₽ (без НДС)\nБренд;1;10;1;${spend}\n`,
      );
    await run(session, clientId, 'a.csv', { bytes: report('15.11.2026', '100,00') });
    const answer = await run(session, clientId, 'b.csv', { bytes: report('20.11.2026', '130,00') });
    expect(answer).toMatchObject({ added: 0, updated: 1, undecided: 0 });
    expect(count(session.workspace.read, 'ad_statistics')).toBe(1);
    expect(facts(session)).toMatchObject([{ day: '2026-11-20', spend: 13_000 }]);
    const older = await run(session, clientId, 'a.csv', { bytes: report('15.11.2026', '100,00') });
    expect(older).toMatchObject({ updated: 0, undecided: 1 });
  });

  it('asks where the days of a campaign are booked from another file', async () => {
    const { session, clientId } = setUp();
    await run(session, clientId, 'direct-interface-period-utf8.csv');
    const bytes = new TextEncoder().encode(
      'Кампания;№ Кампании;Дата;Показы;Клики;Расход, ₽\nБренд;1;05.11.2026;10;1;5,00\n',
    );
    const answer = await run(session, clientId, 'days.csv', { bytes });
    expect(answer).toMatchObject({ added: 0, undecided: 1 });
    expect(answer.problems.map(({ message }) => message).join()).toMatch(
      /уже записаны другим файлом: 01\.11 – 30\.11/,
    );
  });

  it('reads the workbook of VK Ads, whatever its name and sheet', async () => {
    const { session, clientId } = setUp();
    const bytes = adFixture('vk-ads.xlsx');
    const answer = await run(session, clientId, 'vk_2026-11-01_2026-11-30.csv', { bytes });
    expect(answer).toMatchObject({
      read: 3,
      added: 3,
      totals: { RUB: { spend: '1511.38' }, impressions: 1623, clicks: 26, conversions: 3 },
    });
  });
});

describe('a file that is not this client’s', () => {
  it('of another currency writes nothing and says where', async () => {
    const { session, clientId } = setUp();
    const before = dump(session);
    await expect(run(session, clientId, 'google-excel-utf16le.csv')).rejects.toMatchObject({
      code: 'statistics-currency-other',
      params: { row: 4, given: 'EUR', expected: 'RUB' },
    });
    expect(dump(session)).toBe(before);
  });

  it('of another account is refused until it is confirmed', async () => {
    const { session, clientId } = setUp();
    await run(session, clientId, 'direct-interface-cp1251.csv');
    const text = new TextDecoder('windows-1251')
      .decode(adFixture('direct-interface-cp1251.csv'))
      .replace('romashka-direct', 'another-login')
      .replaceAll('7010020', '8010020')
      .replaceAll('11.2026', '12.2026');
    const bytes = new TextEncoder().encode(text);
    await expect(run(session, clientId, 'other.csv', { bytes })).rejects.toMatchObject({
      code: 'statistics-account-other',
    });
    const about = { account: 'another-login' };
    expect(await run(session, clientId, 'other.csv', { bytes, about })).toMatchObject({
      added: 5,
      accounts: ['another-login'],
    });
  });

  it.each([
    ['', 'table-file-empty'],
    ['<table><tr><td>Кампания</td></tr></table>', 'table-file-lookalike'],
    ['просто текст', 'statistics-header-missing'],
  ])('%j is refused as a whole: %s', async (text, code) => {
    const { session, clientId } = setUp();
    const bytes = new TextEncoder().encode(text);
    await expect(run(session, clientId, 'x.xls', { bytes })).rejects.toMatchObject({ code });
  });

  it('needs a client, known by id or by name', async () => {
    const { session } = setUp();
    await expect(run(session, '', 'bad-rows.csv')).rejects.toBeInstanceOf(AppError);
    expect(await run(session, 'ромашка', 'bad-rows.csv')).toMatchObject({
      read: 8,
      added: 1,
      refused: 7,
    });
  });
});

describe('the preview', () => {
  it('shows each campaign’s day and each row that is left, in the shape of every import', async () => {
    const { session, clientId } = setUp();
    const about = { client: clientId };
    for (const fileName of ['bad-rows.csv', 'direct-interface-cp1251.csv']) {
      const preview = inspectImport(session, {
        kind: 'ads',
        bytes: adFixture(fileName),
        fileName,
        about,
      });
      expect(importPreviewSchema.parse(preview)).toEqual(preview);
      expect(preview.format).toBe('Yandex Direct');
    }
    const fileName = 'metrika-days-campaigns.csv';
    const visits = inspectImport(session, {
      kind: 'analytics',
      bytes: adFixture(fileName),
      fileName,
      about,
    });
    expect(importPreviewSchema.parse(visits)).toEqual(visits);
  });
});

describe('the refused rows', () => {
  it('are given back under their header, to be mended and imported again', () => {
    const { session, clientId } = setUp();
    const fileName = 'bad-rows.csv';
    const bytes = adFixture(fileName);
    const about = { client: clientId };
    const { token } = inspectImport(session, { kind: 'ads', bytes, fileName, about });
    const { text } = refusedRowsOf(session, token);
    const all = new TextDecoder().decode(bytes).split('\n');
    expect(text.split('\r\n')).toEqual([all[0], ...all.slice(2, 9), '']);
  });
});

describe('web analytics into the workspace', () => {
  it('books visits once, and corrects what is stated again', async () => {
    const { session, clientId } = setUp();
    const name = 'metrika-days-campaigns.csv';
    const options = { kind: 'analytics' as const };
    expect(await run(session, clientId, name, options)).toMatchObject({
      kind: 'analytics',
      read: 2,
      added: 2,
      totals: { visits: 300, conversions: 12 },
    });
    const before = dump(session);
    expect(await run(session, clientId, name, options)).toMatchObject({ added: 0, unchanged: 2 });
    expect(dump(session)).toBe(before);
    const text = new TextDecoder().decode(adFixture(name)).replace('"200"', '"210"');
    const bytes = new TextEncoder().encode(text);
    expect(await run(session, clientId, name, { ...options, bytes })).toMatchObject({
      updated: 1,
      unchanged: 1,
      totals: { visits: 210 },
    });
  });

  it('takes revenue of GA4 in the client’s currency and says so', async () => {
    const { session, clientId } = setUp();
    const answer = await run(session, clientId, 'ga4-two-tables.csv', { kind: 'analytics' });
    expect(answer).toMatchObject({
      added: 2,
      totals: { RUB: { revenue: '300.25' }, visits: 250, conversions: 7.5 },
    });
    expect(answer.problems).toHaveLength(2);
  });
});
