import { expect, test } from '@playwright/test';
import { type LaunchedApp, launchApp } from '../helpers/launch.ts';
import { makeSampleFile, type SampleFile } from '../helpers/sample-file.ts';

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

test('opens by keys, finds a client in either alphabet, and opens it by Enter', async () => {
  const { window } = launched;
  for (const typed of ['верба', 'verba', 'dth,f']) {
    await window.keyboard.press('Control+k');
    const field = window.getByRole('combobox', { name: 'Найти или сделать' });
    await expect(field).toBeFocused();
    await field.fill(typed);
    await expect(window.getByRole('option', { name: /^Верба/ }).first()).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await window.keyboard.press('Enter');
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await expect
      .poll(() => window.evaluate(() => location.hash))
      .toMatch(/^#\/clients\/.+\/profit/);
    await window.keyboard.press('KeyG');
    await window.keyboard.press('KeyP');
    await expect.poll(() => window.evaluate(() => location.hash)).toBe('#/portfolio');
  }
});

test('goes to a client’s hours by two words', async () => {
  const { window } = launched;
  await window.keyboard.press('Control+k');
  // Typed at once: no letter may be lost to the opening.
  await window.keyboard.type('chasy verb');
  await expect(window.getByRole('option', { name: /Часы: Верба/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await window.keyboard.press('Enter');
  await expect.poll(() => window.evaluate(() => location.hash)).toMatch(/\/hours$/);
});

test('arrows walk, Esc closes one layer and gives the focus back', async () => {
  const { window } = launched;
  const opener = window.getByRole('button', { name: /Найти или сделать/ });
  await opener.focus();
  await window.keyboard.press('Enter');
  const options = window.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('finds an invoice by its number, and changes the theme', async () => {
  const { window } = launched;
  await window.keyboard.press('Control+k');
  await window.getByRole('combobox').fill('счёт 198');
  await expect(window.getByRole('option', { name: /Счёт 198/ })).toBeVisible();
  await window.getByRole('combobox').fill('тема тёмная');
  await window.keyboard.press('Enter');
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('every command shown with a key answers to that key', async () => {
  const { window } = launched;
  await window.keyboard.press('Shift+?');
  await expect(window.getByRole('heading', { name: 'Справка' })).toBeVisible();
  await window.keyboard.press('Control+Comma');
  await expect(window.getByRole('heading', { name: /^Настройки/ })).toBeVisible();
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(window.getByRole('heading', { name: 'Справка' })).toBeVisible();
});
