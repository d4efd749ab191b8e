import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { answerSaveDialog } from '../helpers/in-main.ts';
import { readPdf } from '../helpers/pdf-text.ts';
import { sampleWindow, seriousFaults } from '../helpers/sample-window.ts';

const sample = sampleWindow();

async function openProposals(page: Page): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Предложения/ })
    .click();
  await expect(page.getByRole('table', { name: 'Предложения' })).toBeVisible();
}

/** A number of the summary above the estimate. */
const summary = (page: Page, word: RegExp) => page.locator('main').getByText(word).first();

test('an estimate is made from the price list, reckoned as it is typed, and taken back', async () => {
  const page = sample.page();
  await openProposals(page);
  // The head of the table has a button of the same name: it sorts.
  await page.getByRole('button', { name: 'Предложение', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Новое предложение' });
  await dialog.getByLabel('Клиент').selectOption({ label: 'Верба' });
  await dialog.getByLabel('Название').fill('Зимняя акция');
  await dialog.getByRole('button', { name: 'Создать предложение' }).click();
  await expect(page.getByText('В смете пока нет строк')).toBeVisible();

  await page.getByRole('button', { name: 'Строка' }).click();
  await page.getByLabel('Найти в прайсе').fill('дизайн');
  await page.getByRole('button', { name: /Дизайнер/ }).click();
  const estimate = page.getByRole('table', { name: 'Смета' });
  const quantity = estimate.getByRole('button', { name: /^Кол\./ });
  await expect(quantity).toBeVisible();

  // By keys: a wrong text is named and kept, a right one is reckoned at once.
  await quantity.focus();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('много');
  await page.keyboard.press('Enter');
  await expect(estimate.getByText(/Количество — число/)).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('12,5');
  await page.keyboard.press('Enter');
  await expect(estimate.getByRole('cell', { name: '36 250', exact: true }).first()).toBeVisible();
  await expect(summary(page, /Цена/)).toContainText('36 250');

  await quantity.focus();
  await page.keyboard.press('Control+z');
  await expect(summary(page, /Цена/)).toContainText('2 900');
});

test('a discount above the own limit waits, and the client’s copy says nothing of it', async () => {
  const page = sample.page();
  const folder = await mkdtemp(join(tmpdir(), 'agency-proposal-'));
  const out = join(folder, 'offer.pdf');
  await answerSaveDialog(sample.launched().app, out);
  await openProposals(page);
  await page.getByRole('link', { name: 'Запуск имплантации, I квартал' }).click();
  await expect(page.getByRole('button', { name: 'Отметить отправленным' })).toBeDisabled();
  await expect(page.getByText('решает руководитель', { exact: true })).toBeVisible();

  // One key hides what the client must not see.
  const inside = page.getByRole('columnheader', { name: 'AGI' });
  await expect(inside).toBeVisible();
  await page.keyboard.press('F9');
  await expect(inside).toBeHidden();
  await expect(page.getByText(/Маржа/)).toHaveCount(0);
  await page.keyboard.press('F9');

  await page.getByRole('button', { name: 'PDF клиенту' }).click();
  await expect(page.getByText('Сохранено: offer.pdf')).toBeVisible({ timeout: 20_000 });
  const pdf = readPdf(await readFile(out));
  expect(pdf.text).toContain('Запускимплантации');
  expect(pdf.text).toContain('1152172,88₽');
  for (const secret of ['маржа', 'AGI', 'Кадр59', 'наценк']) expect(pdf.text).not.toContain(secret);
  await rm(folder, { recursive: true, force: true });

  const share = page.getByLabel('Скидка с работ');
  await share.fill('5');
  await share.press('Enter');
  const send = page.getByRole('button', { name: 'Отметить отправленным' });
  await expect(send).toBeEnabled();
  await send.click();
  await expect(page.getByText(/Эта версия отправлена клиенту/)).toBeVisible();

  // Yes makes the work, and one undo takes all of it back.
  await page.getByRole('button', { name: 'Клиент принял…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Клиент принял предложение' });
  await dialog.getByLabel('Кто принял').fill('Светлана Аликина');
  await dialog.getByRole('button', { name: 'Принять и создать работу' }).click();
  await expect(page.getByText('Создано по этому предложению')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Когда примут, создадим')).toBeVisible();
  await page.getByRole('button', { name: 'Клиент принял…' }).click();
  await dialog.getByLabel('Кто принял').fill('Светлана Аликина');
  await dialog.getByRole('button', { name: 'Принять и создать работу' }).click();
  await page.getByRole('button', { name: 'Следующая версия' }).click();
  await expect(page.getByRole('link', { name: /Версия 2: было/ })).toBeVisible();
});

test('taking an option moves the price; the screens keep nobody out', async () => {
  const page = sample.page();
  await openProposals(page);
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Запуск имплантации, I квартал' }).click();
  await expect(summary(page, /Цена/)).toContainText('944 404');
  const option = page.getByRole('checkbox', { name: 'Клиент берёт: SMM, две сети' });
  await option.focus();
  await page.keyboard.press('Space');
  await expect(summary(page, /Цена/)).toContainText('1 064 404');
  expect(await seriousFaults(page)).toEqual([]);
});

test('of packages one is chosen and accepted; its addendum prints and is signed', async () => {
  const page = sample.page();
  const folder = await mkdtemp(join(tmpdir(), 'agency-agreement-'));
  const out = join(folder, 'addendum.pdf');
  await openProposals(page);
  await page.getByRole('link', { name: 'Старт продаж второй очереди: три пакета' }).click();
  const packages = page.getByRole('region', { name: 'Пакеты на выбор' });
  await expect(packages.getByRole('radio')).toHaveCount(3);
  await expect(packages.getByRole('radio', { name: 'Стандарт' })).toBeChecked();
  expect(await seriousFaults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Клиент принял…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Клиент принял предложение' });
  await dialog.getByRole('radio', { name: /Макс/ }).check();
  await dialog.getByLabel('Кто принял').fill('Олег Пермяков');
  await dialog.getByRole('button', { name: 'Принять и создать работу' }).click();
  await expect(page.getByText('Создано по этому предложению')).toBeVisible();
  await page.getByRole('link', { name: /проект (соглашения|договора)/ }).click();

  const agreements = page.getByRole('list', { name: 'Договоры и соглашения по предложениям' });
  await answerSaveDialog(sample.launched().app, out);
  await agreements.getByRole('button', { name: /^PDF/ }).click();
  await expect(page.getByText('Сохранено: addendum.pdf')).toBeVisible({ timeout: 20_000 });
  const pdf = readPdf(await readFile(out));
  expect(pdf.text).toContain('Проект');
  expect(pdf.text).toContain('втомчислеНДС22%');
  for (const secret of ['маржа', 'AGI', 'наценк']) expect(pdf.text).not.toContain(secret);
  await rm(folder, { recursive: true, force: true });
  await agreements.getByRole('button', { name: 'Подписан…' }).click();
  await page.getByRole('button', { name: 'Записать подписание' }).click();
  await expect(agreements.getByText('подписан 23.11.2026')).toBeVisible();
});

test('last month’s hours beyond a retainer become an estimate and an addendum', async () => {
  const page = sample.page();
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Клиенты/ })
    .click();
  await page.getByRole('link', { name: 'Усьва' }).first().click();
  await page.getByRole('link', { name: 'Часы', exact: true }).click();
  await page.getByRole('button', { name: 'Предыдущий месяц' }).click();
  await page.getByRole('button', { name: 'Смета и допсоглашение' }).last().click();
  await expect(page.getByRole('table', { name: 'Смета' })).toBeVisible();
  await expect(summary(page, /Цена/)).toBeVisible();
  await expect(page.getByRole('link', { name: /проект соглашения № 1/ })).toBeVisible();
});
