import { expect, test } from '@playwright/test';
import { type LaunchedApp, launchApp } from '../helpers/launch.ts';
import { makeSampleFile, type SampleFile } from '../helpers/sample-file.ts';
import { resize } from '../helpers/sample-window.ts';

let sample: SampleFile;
let launched: LaunchedApp;

test.beforeAll(async () => {
  sample = await makeSampleFile();
});
test.afterAll(() => sample.remove());

test.beforeEach(async () => {
  launched = await launchApp({ workspace: await sample.copy() });
  await expect(launched.window.getByRole('table').first()).toBeVisible();
});
test.afterEach(() => launched.close());

test('the rail leads to every section and Back returns', async () => {
  const { window } = launched;
  const rail = window.getByRole('complementary', { name: 'Разделы' });
  for (const [name, hash] of [
    ['Клиенты', '#/clients'],
    ['Брифы', '#/briefs'],
    ['Деньги', '#/money'],
    ['Настройки', '#/settings/agency'],
    ['Портфель', '#/portfolio'],
  ] as const) {
    const link = rail.getByRole('link', { name });
    await link.click();
    expect(await window.evaluate(() => location.hash)).toBe(hash);
    await expect(link).toHaveAttribute('aria-current', 'page');
  }
  await window.getByRole('button', { name: 'Назад' }).click();
  await expect(rail.getByRole('link', { name: 'Настройки' })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('the period is chosen by mouse or keys and kept between screens', async () => {
  const { window } = launched;
  await window.getByRole('button', { name: /Октябрь 2026/ }).click();
  await window.getByRole('button', { name: 'Сентябрь' }).click();
  await expect(window.getByRole('button', { name: /Сентябрь 2026/ })).toBeFocused();
  await window.keyboard.press('BracketLeft');
  await expect(window.getByRole('button', { name: /Август 2026/ })).toBeVisible();
  await window.keyboard.press('KeyG');
  await window.keyboard.press('KeyC');
  await expect(window.getByRole('heading', { name: 'Клиенты' })).toBeVisible();
  await window.keyboard.press('KeyG');
  await window.keyboard.press('KeyP');
  await expect(window.getByRole('button', { name: /Август 2026/ })).toBeVisible();
  await window.getByRole('button', { name: /Август 2026/ }).click();
  await window.getByRole('button', { name: 'III кв.' }).click();
  await expect(window.getByRole('button', { name: /III квартал 2026/ })).toBeVisible();
});

test('the language changes everywhere at once', async () => {
  const { window } = launched;
  await window.evaluate(() => {
    location.hash = '#/settings/language';
  });
  await window.getByRole('radio', { name: 'Latviešu' }).click();
  await expect(window.getByRole('link', { name: 'Portfelis' })).toBeVisible();
  await expect(window.locator('html')).toHaveAttribute('lang', 'lv');
  await window.getByRole('radio', { name: 'English' }).click();
  await expect(window.getByRole('link', { name: 'Portfolio' })).toBeVisible();
  await window.getByRole('radio', { name: 'Русский' }).click();
  await expect(window.getByRole('link', { name: 'Портфель' })).toBeVisible();
});

test('theme and density are seen at once', async () => {
  const { window } = launched;
  await window.evaluate(() => {
    location.hash = '#/settings/language';
  });
  const ground = () => window.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const page = window.locator('html');
  await window.getByRole('radio', { name: 'Светлая' }).click();
  await expect(page).toHaveAttribute('data-theme', 'light');
  const light = await ground();
  await window.getByRole('radio', { name: 'Тёмная' }).click();
  await expect(page).toHaveAttribute('data-theme', 'dark');
  expect(await ground()).not.toBe(light);
  await window.getByRole('radio', { name: 'Свободно' }).click();
  await expect(page).toHaveAttribute('data-density', 'comfortable');
  // Arrow keys choose inside the row of words.
  await window.keyboard.press('ArrowLeft');
  await expect(page).toHaveAttribute('data-density', 'compact');
});

test('at 1280 the rail folds to letters that still have their names', async () => {
  const { window } = launched;
  await resize(launched, 1280, 800);
  const link = window.getByRole('link', { name: 'Клиенты' });
  await expect(link).toHaveAttribute('title', 'Клиенты');
  expect((await link.boundingBox())?.width).toBeLessThan(52);
  const wider = await window.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBe(0);
});

test('an address that leads nowhere says so', async () => {
  const { window } = launched;
  await window.evaluate(() => {
    location.hash = '#/no/such/place/at/all';
  });
  await expect(window.getByText('Такого экрана нет.')).toBeVisible();
  await window.getByRole('link', { name: 'Открыть портфель' }).click();
  await expect(window.getByRole('table').first()).toBeVisible();
});

test('Ctrl+Z takes back letters in a field and changes elsewhere', async () => {
  const { window } = launched;
  await window.evaluate(() => {
    location.hash = '#/settings/agency';
  });
  const city = window.getByLabel('Город');
  await city.fill('Рига');
  await city.press('Enter');
  await expect(window.getByText('Отменить').last()).toBeVisible();
  await city.pressSequentially('!');
  await city.press('Control+z');
  await expect(city).toHaveValue('Рига');
  await city.blur();
  await window.keyboard.press('Control+z');
  await expect(city).toHaveValue('Пермь');
  await expect(window.getByRole('status').filter({ hasText: 'Отменено' })).toBeVisible();
  await window.keyboard.press('Control+Shift+z');
  await expect(city).toHaveValue('Рига');
});
