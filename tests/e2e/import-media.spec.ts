import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { runConsole } from '../../build/tasks/console.ts';
import type { Method } from '../../shared/contract/contract.ts';
import { russianPlan } from '../fixtures/media-plan-xlsx/agency-plans.ts';
import { answerOpenDialog } from '../helpers/in-main.ts';
import { type LaunchedApp, launchApp } from '../helpers/launch.ts';

const fixtures = join(dirname(import.meta.dirname), 'fixtures');
const today = '2026-11-24';
let folder = '';
let launched: LaunchedApp;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agency-media-'));
  const workspace = join(folder, 'sample.agency');
  expect(await runConsole(['new', workspace, '--sample', '--today', today])).toBe(0);
  launched = await launchApp({ workspace, today });
});

test.afterEach(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

/** A client of the sample with a plan in roubles, asked of the product itself. */
function roubleClient(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const ask = async (method: Method, input: unknown) =>
      JSON.parse(await window.agencyConsole.call(method, JSON.stringify(input))).value;
    const { plans } = await ask('media-plans/list', { clientId: null });
    return plans.find((one: { currency: string }) => one.currency === 'RUB').clientId;
  });
}

async function openImport(page: Page): Promise<void> {
  const client = await roubleClient(page);
  await page.evaluate(() => {
    location.hash = '#/media-plans/import';
  });
  await expect(page.getByText('Медиаплан из Excel или статистика площадок')).toBeVisible();
  await page.getByLabel('Клиент').selectOption(client);
}

async function chooseFile(page: Page, path: string): Promise<void> {
  await answerOpenDialog(launched.app, path);
  await page.getByRole('button', { name: /Выбрать файл|Другой файл|Ещё файл/ }).click();
}

test('an agency plan is asked about, mapped, written as one draft and undone', async () => {
  const page = launched.window;
  const file = join(folder, 'Медиаплан.xlsx');
  await writeFile(file, await russianPlan({ money: 'Бюджет' }));
  await openImport(page);
  await chooseFile(page, file);

  await expect(page.getByText('Осталось 2 вопроса')).toBeVisible();
  const write = page.getByRole('button', { name: /Записать черновик плана/ });
  await expect(write).toBeDisabled();
  await page.getByRole('radio', { name: 'без НДС' }).click();
  await page.getByRole('radio', { name: 'не входит' }).click();
  await expect(
    page.getByText(/Медиаплан: 4 строки, нетто 722\s500,00\s₽\. Итоги сходятся/),
  ).toBeVisible();

  await page.getByRole('button', { name: /колон/ }).click();
  const platform = page.getByLabel('Что значит колонка «Площадка»');
  await expect(platform).toHaveValue('channel');
  await expect(page.getByRole('row', { name: /нед\. 1/ })).toContainText(/1–7/);
  await write.click();

  await expect(page).toHaveURL(/media-plans\/[0-9a-f-]{36}/);
  await expect(page.getByText('Лента, клипы', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.evaluate(() => {
    location.hash = '#/media-plans';
  });
  await expect(page.getByRole('link', { name: /Ромашка/ })).toHaveCount(0);
});

test('a plan that does not add up is named by row, and not written', async () => {
  const page = launched.window;
  const file = join(folder, 'Не сходится.xlsx');
  await writeFile(file, await russianPlan({ subtotal: 350_000 }));
  await openImport(page);
  await chooseFile(page, file);
  await expect(page.getByText('1 строка неверна')).toBeVisible();
  await expect(
    page.getByRole('row', { name: /строки дают 358\s000,00\s₽, в итоге стоит 350\s000,00\s₽/ }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /Записать черновик плана/ })).toBeDisabled();

  await chooseFile(page, join(fixtures, 'media-plan-xlsx/default_template.xlsx'));
  await expect(page.getByRole('alert')).toContainText('Не понятно, что это за файл');
});

test('statistics are recognised, put to a line and written once', async () => {
  const page = launched.window;
  await openImport(page);
  const file = join(fixtures, 'ad-statistics/direct-interface-cp1251.csv');
  await chooseFile(page, file);
  await expect(page.getByText(/Yandex Direct: 5 новых/)).toBeVisible();
  await page.getByRole('button', { name: /кампани/ }).click();
  const line = page.getByLabel(/Строка плана кампании/).first();
  await line.selectOption({ index: 1 });
  await page.getByRole('button', { name: /Записать 5 строк/ }).click();
  await expect(page.getByText('Записано 5 строк статистики')).toBeVisible();
  await chooseFile(page, file);
  await expect(page.getByText(/Yandex Direct: 5 без изменений/)).toBeVisible();
});
