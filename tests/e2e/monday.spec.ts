import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerSaveDialog } from '../helpers/in-main.ts';
import { readPdf } from '../helpers/pdf-text.ts';
import { cutNumbers, resize, sampleWindow, seriousFaults } from '../helpers/sample-window.ts';

const sample = sampleWindow();

const go = (name: RegExp) =>
  sample.page().getByRole('navigation').getByRole('link', { name }).click();

test('the week by money: a figure leads on, a talk is recorded, the page goes on paper', async () => {
  const page = sample.page();
  await go(/^Понедельник/);
  const table = page.getByRole('table', { name: 'Дела недели по деньгам под риском' });
  await expect(table).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Сроки недели' })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  expect(await cutNumbers(page)).toEqual([]);

  // Keys walk the matters; the filter leaves the debts.
  const links = table.locator('[data-go]');
  await links.first().focus();
  await page.keyboard.press('j');
  await expect(links.nth(1)).toBeFocused();
  await page.getByRole('radio', { name: /^Долги/ }).click();
  await expect(table.getByText(/Договор кончается/)).toHaveCount(0);

  const calls = page.getByRole('region', { name: /^Позвонить/ });
  const silent = await calls.getByRole('listitem').count();
  expect(silent).toBeGreaterThan(0);
  await calls
    .getByRole('button', { name: /^Записать разговор/ })
    .first()
    .click();
  await page.getByLabel('О чём договорились').fill('Обсудили долг');
  await page.getByRole('button', { name: 'Записать контакт' }).click();
  await expect(calls.getByRole('listitem')).toHaveCount(silent - 1);

  const folder = await mkdtemp(join(tmpdir(), 'monday-'));
  try {
    const path = join(folder, 'monday.pdf');
    await answerSaveDialog(sample.launched().app, path);
    await page.getByRole('button', { name: 'Сохранить PDF' }).click();
    await expect(page.getByText('Сохранено: monday.pdf')).toBeVisible({ timeout: 20_000 });
    const pdf = readPdf(await readFile(path));
    expect(pdf.text).toContain('Понедельник');
    expect(pdf.text).toContain('Верба');
    expect(pdf.text).toContain('Срокинедели');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }

  await table.getByRole('row', { name: /Верба/ }).getByRole('link').first().click();
  await expect(page).toHaveURL(/receivables/);
});

test('deadlines: filtered, met in place and taken back, reminded of; the calendar file is kept', async () => {
  const page = sample.page();
  await resize(sample.launched(), 1280, 800);
  await go(/Сроки/);
  const table = page.getByRole('table', { name: 'Сроки' });
  await expect(table).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);

  await page.getByLabel('Клиент', { exact: true }).selectOption({ label: 'Соль и Дым' });
  const story = table.getByRole('row', { name: /сторис, серия 4/ });
  await expect(story).toBeVisible();
  await expect(table.getByText('Верба')).toHaveCount(0);
  await story.getByRole('button', { name: /^Готово/ }).click();
  await expect(story).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(story).toBeVisible();

  await story.getByRole('button', { name: /^Напомнить/ }).click();
  await page.getByLabel('День', { exact: true }).fill('25.12.2027');
  await page.getByLabel('День', { exact: true }).blur();
  await page.getByRole('button', { name: 'Напомнить', exact: true }).last().click();
  await page.getByRole('button', { name: 'Напоминания' }).click();
  await expect(page.getByText(/напомним 25\.12\.2027/)).toBeVisible();

  const folder = await mkdtemp(join(tmpdir(), 'feed-'));
  try {
    const path = join(folder, 'feed.ics');
    await answerSaveDialog(sample.launched().app, path);
    await page.getByRole('button', { name: 'Выбрать файл…' }).click();
    await expect(page.getByText(/Обновляется: .*feed\.ics/)).toBeVisible();
    expect(await readFile(path, 'utf8')).toContain('сторис\\, серия 4');
    await page.keyboard.press('Escape');
    await expect(page.getByText(/Обновляется/)).toHaveCount(0);

    // Met, it is called off in the file a moment later.
    await story.getByRole('button', { name: /^Готово/ }).click();
    await expect(story).toHaveCount(0);
    await expect
      .poll(async () => (await readFile(path, 'utf8')).includes('STATUS:CANCELLED'), {
        timeout: 15_000,
      })
      .toBe(true);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
