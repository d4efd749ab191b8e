import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { runConsole } from '../../build/tasks/console.ts';
import { type LaunchedApp, launchApp } from '../helpers/launch.ts';

const today = '2026-11-24';
let folder = '';
let launched: LaunchedApp;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agency-brief-tasks-'));
  const made = await runConsole(['new', join(folder, 'made.agency'), '--sample', '--today', today]);
  expect(made).toBe(0);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test.beforeEach(async () => {
  const workspace = join(folder, `${test.info().testId}.agency`);
  await copyFile(join(folder, 'made.agency'), workspace);
  launched = await launchApp({ workspace, today });
});
test.afterEach(() => launched.close());

async function openBrief(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: /Брифы/ }).click();
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('textbox', { name: 'Название' })).toHaveValue(title);
}

async function step(page: Page, button: string, done: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: done, exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('an agreed brief is turned into tasks, and says what changed for them afterwards', async () => {
  const page = launched.window;
  await openBrief(page, 'Запуск продаж второй очереди');
  await step(page, 'Отправить клиенту', 'Отправлено');
  await step(page, 'Отметить согласованным', 'Согласовано');

  await page.getByRole('button', { name: 'Поставить задачи' }).click();
  const dialog = page.getByRole('dialog', { name: 'Поставить задачи' });
  await expect(dialog.getByRole('row')).toHaveCount(9);
  await expect(
    dialog.getByLabel('Исполнитель: Собрать семантику и минус-слова').locator('option:checked'),
  ).toHaveText(/Денис Касаткин/);
  await dialog
    .getByRole('checkbox', { name: 'Проверить посадочные страницы' })
    .uncheck({ force: true });
  const hours = dialog.getByLabel('Часы: Написать объявления');
  await hours.fill('6,5');
  await page.keyboard.press('Tab');
  if (process.env['SHOTS'] !== undefined)
    await page.screenshot({ path: join(process.env['SHOTS'], 'dialog.png') });
  await dialog.getByRole('button', { name: 'Поставить 7 задач' }).click();
  await expect(dialog).toBeHidden();

  const tasks = page.getByRole('table', { name: 'Задачи по брифу' });
  await expect(tasks.getByRole('row')).toHaveCount(8);
  await expect(
    page.getByRole('list', { name: 'Путь брифа' }).locator('[aria-current="step"]'),
  ).toContainText('В работе');
  await page.getByRole('button', { name: 'Поставить ещё' }).click();
  await expect(dialog.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Ещё', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Вернуть в черновики' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'В черновики' }).click();
  await page.getByRole('button', { name: 'Вернуться к брифу' }).click();
  await page.getByRole('textbox', { name: 'Главная мысль' }).fill('Приезжайте смотреть двор.');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Задачи: 7' }).click();
  const ads = tasks.getByRole('row').filter({ hasText: 'Написать объявления' });
  await expect(ads).toContainText('бриф изменился: v1 → v2');
  await expect(tasks.getByText('бриф изменился: v1 → v2')).toHaveCount(1);
  if (process.env['SHOTS'] !== undefined)
    await page.screenshot({ path: join(process.env['SHOTS'], 'tasks.png') });

  await ads.getByRole('link').click();
  await expect(page.getByText('! бриф изменился: v1 → v2')).toBeVisible();
  if (process.env['SHOTS'] !== undefined)
    await page.screenshot({ path: join(process.env['SHOTS'], 'task.png') });
  await page.getByRole('link', { name: 'Что изменилось' }).click();
  const comparison = page.getByRole('region', { name: 'Сравнение версий' });
  await expect(comparison.getByText('Изменён 1 ответ')).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'Учтено' }).click();
  await expect(page.getByText('бриф изменился')).toHaveCount(0);
});
