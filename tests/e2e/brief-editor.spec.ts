import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { runConsole } from '../../build/tasks/console.ts';
import { answerSaveDialog } from '../helpers/in-main.ts';
import { type LaunchedApp, launchApp } from '../helpers/launch.ts';
import { putRichBrief, RICH_BRIEF } from '../helpers/rich-brief.ts';
import { seriousFaults } from '../helpers/sample-window.ts';

const today = '2026-11-23';
let folder = '';
let workspace = '';
let launched: LaunchedApp;
let faults: string[];

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agency-editor-'));
  const made = join(folder, 'made.agency');
  expect(await runConsole(['new', made, '--sample', '--today', today])).toBe(0);
  putRichBrief(made);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test.beforeEach(async () => {
  workspace = join(folder, `${test.info().testId}.agency`);
  await copyFile(join(folder, 'made.agency'), workspace);
  await start();
});
test.afterEach(() => launched.close());

async function start(): Promise<Page> {
  launched = await launchApp({ workspace, today });
  const page = launched.window;
  faults = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /policy/i.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.evaluate((id) => {
    location.hash = `#/briefs/${id}`;
  }, RICH_BRIEF);
  await expect(story(page)).toHaveAttribute('contenteditable', 'true');
  return page;
}

const story = (page: Page) => page.getByRole('textbox', { name: 'Что происходит' });
const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: 'Сохранено в' })).toBeVisible();

/** Pastes as another program would offer it. */
async function paste(page: Page, types: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((given) => {
    const data = new DataTransfer();
    for (const [type, text] of Object.entries(given)) data.setData(type, text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, types);
}

test('a text is formatted by keys and tools, pasted clean, and found again', async () => {
  const page = launched.window;
  await story(page).click();
  await page.keyboard.type('Приём ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('за 15 минут');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- первое');
  await page.keyboard.press('Enter');
  await page.keyboard.type('второе');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await paste(page, {
    'text/html': `<style>p{color:red}</style><p style="color:red;margin:0" class="MsoNormal">Из <span style="font-weight:700">Word</span>
      <img src="https://example.com/x.png"></p>`,
  });
  await expect(page.getByText('1 картинка осталась на чужом сайте')).toBeVisible();
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Таблица' }).click();
  await page.keyboard.type('Месяц');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Записей');
  await page.getByRole('button', { name: 'Столбец правее' }).click();
  await saved(page);
  expect(await seriousFaults(page)).toEqual([]);
  await page.reload();
  await expect(story(page).locator('strong')).toHaveText(['за 15 минут', 'Word']);
  await expect(story(page).getByRole('listitem')).toHaveText(['первое', 'второе']);
  await expect(story(page).getByRole('columnheader')).toHaveCount(4);
  await expect(story(page).locator('[style]')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('a killed process loses no more than the last two seconds of typing', async () => {
  const page = launched.window;
  await story(page).click();
  await page.keyboard.type('Записать 180 школьников');
  // Somebody who does not stop: no pause is ever long enough.
  for (let second = 0; second < 19; second += 1) {
    await page.keyboard.type(' и');
    await page.waitForTimeout(100);
  }
  launched.app.process().kill('SIGKILL');
  await launched.app.waitForEvent('close').catch(() => undefined);
  await expect(story(await start())).toContainText('Записать 180 школьников');
});

test('two windows on one brief show each other’s words and never write over them', async () => {
  const first = launched.window;
  const opened = launched.app.waitForEvent('window');
  await first.getByRole('button', { name: 'Ещё' }).click();
  await first.getByRole('menuitem', { name: 'Открыть в новом окне' }).click();
  const second = await opened;
  await expect(story(second)).toHaveAttribute('contenteditable', 'true');

  await story(first).click();
  await first.keyboard.type('Общее начало');
  await expect(story(second)).toContainText('Общее начало');

  const plan = (page: Page) => page.getByRole('textbox', { name: 'Как будем работать' });
  await plan(second).focus();
  await plan(first).focus();
  await Promise.all([
    first.keyboard.insertText('Слова первого окна'),
    second.keyboard.insertText('Слова второго окна'),
  ]);
  const asked = (page: Page) => page.getByRole('alert').filter({ hasText: 'в другом окне' });
  await expect
    .poll(async () => (await asked(first).isVisible()) || (await asked(second).isVisible()))
    .toBe(true);
  const [mine, other] = (await asked(first).isVisible()) ? [first, second] : [second, first];
  await expect(asked(mine)).toBeVisible();
  await expect(asked(mine).locator('blockquote')).toContainText('окна');
  await asked(mine).getByRole('button', { name: 'Оставить оба' }).click();
  for (const page of [mine, other]) {
    await expect(plan(page)).toContainText('Слова первого окна');
    await expect(plan(page)).toContainText('Слова второго окна');
  }

  // Another window may do no more than the first one.
  const before = second.url();
  await second.evaluate(() => {
    window.open('https://example.com/');
    location.href = 'https://example.com/';
  });
  expect(second.url()).toBe(before);
  expect(launched.app.windows()).toHaveLength(2);
  const gone = second.waitForEvent('close');
  await first.evaluate(() => window.agencyConsole.call('workspace/close', '{}'));
  await gone;
});

/** One red pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);

test('pictures, files, segments and points are answers too', async () => {
  const page = launched.window;
  await story(page).click();
  const choose = async (name: string, file: { name: string; buffer: Buffer }) => {
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name }).click();
    await (await asked).setFiles({ ...file, mimeType: '' });
  };
  await choose('Картинка', { name: 'plan.png', buffer: Buffer.from('это не картинка') });
  await expect(page.getByText('«plan.png» не картинка PNG или JPEG')).toBeVisible();
  await story(page).click();
  await choose('Картинка', { name: 'plan.png', buffer: PIXEL });
  const picture = story(page).locator('img');
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
  await picture.click();
  await page.getByLabel('Что на картинке').fill('План приёма');
  await expect(page.getByRole('img', { name: 'План приёма' })).toBeVisible();

  await choose('Приложить файл', { name: 'цены.csv', buffer: Buffer.from('услуга;цена\n') });
  const files = page.getByRole('group', { name: 'Материалы' });
  await expect(files.getByText('1 КБ')).toBeVisible();
  const out = join(folder, 'цены.csv');
  await answerSaveDialog(launched.app, out);
  await files.getByRole('button', { name: 'цены.csv', exact: true }).click();
  await expect(page.getByText('Файл сохранён: цены.csv')).toBeVisible();
  expect(await readFile(out, 'utf8')).toBe('услуга;цена\n');
  await files.getByRole('button', { name: 'Убрать файл цены.csv' }).click();
  await expect(files.getByRole('listitem')).toHaveCount(0);
  await saved(page);
  await page
    .getByRole('button', { name: /^Отменить/ })
    .first()
    .click();
  await expect(files.getByRole('listitem')).toHaveText([/цены\.csv/]);

  await page.getByRole('textbox', { name: 'Сегменты: Что мешает, строка 1' }).fill('Далеко ехать');
  await page.getByRole('checkbox', { name: 'Договор' }).check();
  await saved(page);
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Договор' })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Сегменты: Что мешает, строка 1' })).toHaveValue(
    'Далеко ехать',
  );
  await expect(page.getByRole('img', { name: 'План приёма' })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
});
