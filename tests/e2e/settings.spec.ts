import { expect, test } from '@playwright/test';
import { type LaunchedApp, launchApp } from '../helpers/launch.ts';
import { makeSampleFile, type SampleFile } from '../helpers/sample-file.ts';

let sample: SampleFile;
let workspace = '';
let launched: LaunchedApp;

test.beforeAll(async () => {
  sample = await makeSampleFile();
});
test.afterAll(() => sample.remove());

test.beforeEach(async () => {
  workspace = await sample.copy();
  launched = await launchApp({ workspace });
});
test.afterEach(() => launched.close());

async function open(area: string): Promise<void> {
  await launched.window.evaluate((hash) => {
    location.hash = hash;
  }, `#/settings/${area}`);
}

test('a person and a rate are added by keys, and taken back one by one', async () => {
  const { window } = launched;
  await open('people');
  await window.getByRole('button', { name: 'Человек', exact: true }).click();
  await window.keyboard.type('Дмитрий Плотников');
  await window.keyboard.press('Enter');
  const row = window.getByRole('row', { name: /Дмитрий Плотников/ });
  await expect(row).toContainText('нет ставки');

  await window.getByRole('button', { name: 'Ставка' }).last().click();
  await window.keyboard.type('88 000');
  await window.keyboard.press('Enter');
  await expect(row).not.toContainText('нет ставки');
  await expect(window.getByRole('status').filter({ hasText: 'Отменить' })).toBeVisible();

  await window.locator('#page').focus();
  await window.keyboard.press('Control+z');
  await expect(row).toContainText('нет ставки');
  await window.keyboard.press('Control+z');
  await expect(row).toHaveCount(0);
});

test('a later rate waits in pencil and changes nothing today', async () => {
  const { window } = launched;
  await open('people');
  const row = window.getByRole('row', { name: /Павел Зуев/ });
  const today = await row.getByRole('cell').nth(2).textContent();
  await row.getByRole('button').click();
  await window.getByRole('button', { name: 'Ставка' }).first().click();
  await window.keyboard.type('3100');
  await window.keyboard.press('Enter');
  await expect(row).toContainText('3 100 с 01.12.2026'.replace(' ', '\u00a0'));
  expect(await row.getByRole('cell').nth(2).textContent()).toBe(today);
});

test('a doubtful requisite is recorded, with a warning beside it', async () => {
  const { window } = launched;
  await open('agency');
  const bik = window.getByLabel('БИК');
  await bik.fill('04577360');
  await bik.press('Tab');
  await expect(window.getByText('В БИК 9 цифр, введено 8')).toBeVisible();
  await expect(bik).toHaveValue('04577360');
});

test('what was set is there after a restart', async () => {
  const { window } = launched;
  await open('agency');
  await window.getByLabel('Город').fill('Екатеринбург');
  await window.getByLabel('Город').press('Enter');
  await expect(window.getByRole('complementary')).toContainText('Екатеринбург');
  await launched.close();
  launched = await launchApp({ workspace });
  await expect(launched.window.getByRole('complementary')).toContainText('Екатеринбург');
  // The undo of before the restart still works.
  await launched.window.keyboard.press('Control+z');
  await expect(launched.window.getByRole('complementary')).toContainText('Пермь');
});

test('a backup is made, verified, and brings the file back', async () => {
  const { window } = launched;
  await open('backups');
  await window.getByRole('button', { name: 'Сделать копию' }).click();
  await expect(window.getByRole('row', { name: /вручную/ })).toBeVisible();
  await open('agency');
  await window.getByLabel('Город').fill('Тюмень');
  await window.getByLabel('Город').press('Enter');
  await expect(window.getByRole('complementary')).toContainText('Тюмень');
  await open('backups');
  await window
    .getByRole('row', { name: /вручную/ })
    .getByRole('button', { name: 'Вернуть' })
    .click();
  await window.getByRole('button', { name: /^Вернуть к / }).click();
  await expect(window.getByRole('complementary')).toContainText('Пермь');
  await open('backups');
  // The state before the return was kept: there is a way back from it too.
  await expect(window.getByRole('row', { name: /перед возвратом/ })).toBeVisible();
});

test('the check of the file finds nothing wrong in the sample', async () => {
  const { window } = launched;
  await open('backups');
  await window.getByRole('button', { name: 'Проверить файл' }).click();
  await expect(window.getByText('всё сходится')).toBeVisible({ timeout: 30_000 });
});
