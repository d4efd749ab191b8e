import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { runConsole } from '../../build/tasks/console.ts';
import { answerSaveDialog } from '../helpers/in-main.ts';
import { type LaunchedApp, launchApp } from '../helpers/launch.ts';
import { readPdf } from '../helpers/pdf-text.ts';

const today = '2026-11-24';
let folder = '';
let workspace = '';
let launched: LaunchedApp;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agency-briefs-'));
  const made = await runConsole(['new', join(folder, 'made.agency'), '--sample', '--today', today]);
  expect(made).toBe(0);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test.beforeEach(async () => {
  workspace = join(folder, `${test.info().testId}.agency`);
  await copyFile(join(folder, 'made.agency'), workspace);
  launched = await launchApp({ workspace, today });
});
test.afterEach(() => launched.close());

async function openBriefs(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: /Брифы/ }).click();
  await expect(page.getByRole('table', { name: 'Брифы' })).toBeVisible();
}

async function openBrief(page: Page, title: string): Promise<void> {
  await openBriefs(page);
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('textbox', { name: 'Название' })).toHaveValue(title);
}

test('a brief is created and what was typed survives a killed process', async () => {
  const page = launched.window;
  await openBriefs(page);
  // The head of the table has a button of the same name: it sorts.
  await page.getByRole('button', { name: 'Бриф', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Новый бриф' });
  await dialog.getByLabel('Название').fill('Осмотры для школьников');
  await dialog.getByLabel('Клиент').selectOption({ label: 'Верба' });
  await dialog.getByText('Таргетированная реклама').click();
  await dialog.getByRole('button', { name: 'Создать бриф' }).click();

  const goal = page.getByRole('textbox', { name: 'Цель', exact: true });
  await goal.click();
  await page.keyboard.type('Записать 180 школьников до 15 января');
  // The file is killed while the cursor still stands in the field: only the pause has saved it.
  await expect(
    page.getByRole('status').filter({ hasText: /Сохранено в \d\d:\d\d:\d\d/ }),
  ).toBeVisible({
    timeout: 2000,
  });
  launched.app.process().kill('SIGKILL');
  await launched.app.waitForEvent('close').catch(() => undefined);

  launched = await launchApp({ workspace, today });
  await openBrief(launched.window, 'Осмотры для школьников');
  await expect(launched.window.getByRole('textbox', { name: 'Цель', exact: true })).toHaveValue(
    'Записать 180 школьников до 15 января',
  );
});

test('what a brief lacks is named until it is answered', async () => {
  const page = launched.window;
  await openBrief(page, 'Ролик о клинике: не больно и понятно');
  const outline = page.getByRole('navigation', { name: 'Разделы брифа' });
  await expect(outline.getByText('нет ответа: чем подтвердим')).toBeVisible();
  await page.getByRole('textbox', { name: 'Чем подтвердим' }).click();
  await page.keyboard.type('Лицензия и план лечения на руках');
  await expect(outline.getByText('нет ответа: чем подтвердим')).toBeHidden();

  const criteria = page.locator('[data-section="criteria"]');
  await criteria.getByRole('button', { name: 'Добавить строку' }).click();
  await page
    .getByRole('textbox', { name: 'Критерии: Показатель, строка 3' })
    .fill('Записи на осмотр');
  await page.getByRole('textbox', { name: 'Критерии: Порог, строка 3' }).fill('не менее 40');
  await page.getByRole('textbox', { name: 'Критерии: Откуда возьмём, строка 3' }).fill('CRM');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('status').filter({ hasText: 'Сохранено в' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Критерии: Порог, строка 3' })).toHaveValue(
    'не менее 40',
  );
});

test('a brief goes to the client, is changed and compared, agreed to and ticked off', async () => {
  const page = launched.window;
  await openBrief(page, 'Запуск продаж второй очереди');
  const route = page.getByRole('list', { name: 'Путь брифа' });
  await page.getByRole('button', { name: 'Отправить клиенту' }).click();
  await page.getByRole('dialog').getByLabel('Как передано').selectOption('email');
  await page.getByRole('dialog').getByRole('button', { name: 'Отправлено' }).click();
  await expect(route.locator('[aria-current="step"]')).toContainText('У клиента24.11.2026');

  const message = page.getByRole('textbox', { name: 'Главная мысль' });
  await message.fill(
    'Двор без машин и детский сад во дворе уже построены: приезжайте и посмотрите.',
  );
  await page.keyboard.press('Tab');
  await expect(page.getByText('версия 2')).toBeVisible();
  await page.getByRole('button', { name: 'Ещё' }).click();
  await page.getByRole('menuitem', { name: 'Сравнить версии' }).click();
  const comparison = page.getByRole('region', { name: 'Сравнение версий' });
  await expect(comparison.getByText('Изменён 1 ответ')).toBeVisible();
  await expect(comparison.getByRole('article').getByRole('deletion')).toHaveText('школа');
  await expect(comparison.getByRole('article').getByRole('insertion')).toHaveText('детский сад');
  await comparison.getByRole('button', { name: 'Вернуться к брифу' }).click();

  await page.getByRole('button', { name: 'Отметить согласованным' }).click();
  const dialog = page.getByRole('dialog', { name: 'Согласование' });
  await expect(dialog.getByLabel('Кто со стороны клиента')).toHaveValue('Олег Брагин');
  await dialog.getByLabel('Чем подтверждается').fill('Письмо «Согласовано»');
  await dialog.getByRole('button', { name: 'Согласовано' }).click();
  await expect(route.locator('[aria-current="step"]')).toContainText('24.11.2026, Олег Брагин');
  await expect(message).toHaveAttribute('readonly', '');

  await page.getByText('Целевые обращения: не менее 310').click();
  await expect(page.getByRole('heading', { name: 'Выполнено 1 из 4' })).toBeVisible();
  await page.getByRole('button', { name: 'Ещё' }).click();
  await page.getByRole('menuitem', { name: 'Вернуть в черновики' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'В черновики' }).click();
  await expect(message).not.toHaveAttribute('readonly', '');
});

test('the PDF says what was typed a moment before', async () => {
  const page = launched.window;
  const out = join(folder, 'brief.pdf');
  await answerSaveDialog(launched.app, out);
  await openBrief(page, 'Запуск продаж второй очереди');
  await page
    .getByRole('textbox', { name: 'Главная мысль' })
    .fill('Двор построен, щёголь на бегу. Ģērbies silti.');
  await page.keyboard.press('Control+p');
  await expect(page.getByText('PDF сохранён: brief.pdf')).toBeVisible({ timeout: 20_000 });
  const pdf = readPdf(await readFile(out));
  expect(pdf).toMatchObject({ language: 'ru', isTagged: true, embedded: true });
  expect(pdf.text).toContain('Дворпостроен,щёгольнабегу.Ģērbiessilti.');
  expect(pdf.text).toContain('2980941,66₽');
  expect(pdf.text).toContain('Двамиллионадевятьсотвосемьдесяттысяч');
});
