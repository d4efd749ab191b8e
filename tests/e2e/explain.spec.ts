import { expect, type Locator, type Page, test } from '@playwright/test';
import { readNumber, sampleWindow, seriousFaults } from '../helpers/sample-window.ts';

const sample = sampleWindow();

const sheetOf = (page: Page) => page.getByRole('dialog', { name: 'Откуда это число' });

/** Opens a figure and answers its amount, its rows and their total, all as shown. */
async function explained(page: Page, opener: Locator) {
  await opener.click();
  const sheet = sheetOf(page);
  await expect(sheet.getByRole('table')).toBeVisible();
  const shown = await sheet.locator('p').first().textContent();
  const rows = await sheet.locator('tbody tr:not(.sum) td:last-child').allTextContents();
  const total = await sheet.locator('[data-total="rows"]').textContent();
  return { figure: readNumber(shown), rows: rows.map(readNumber), total: readNumber(total) };
}

/** In hundredths, so that adding is exact. */
const cents = (amount: number | null | undefined): number => Math.round((amount ?? 0) * 100);
const added = (rows: readonly (number | null)[]): number =>
  rows.reduce((sum: number, value) => sum + cents(value), 0);

async function openClient(page: Page, name: string): Promise<void> {
  await page.getByRole('table', { name: 'Портфель клиентов' }).getByText(name).click();
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
}

test('every amount from billings to net profit adds up to the kopeck', async () => {
  const page = sample.page();
  await openClient(page, 'Верба');
  const columns = page.locator('figure g[role="button"]');
  await expect(columns).toHaveCount(12);
  for (const column of await columns.all()) {
    const { figure, rows, total } = await explained(page, column);
    expect(cents(total), (await column.getAttribute('aria-label')) ?? '').toBe(cents(figure));
    expect(added(rows)).toBe(cents(total));
    await page.keyboard.press('Escape');
    await expect(sheetOf(page)).toHaveCount(0);
  }
});

test('the portfolio’s totals open into the clients they are made of', async () => {
  const page = sample.page();
  const totals = page.getByRole('table', { name: 'Портфель клиентов' }).locator('tr.sum');
  for (const figureId of ['agi', 'contribution', 'receivables', 'overdue']) {
    const { figure, rows, total } = await explained(
      page,
      totals.locator(`[data-explain="${figureId}"]`),
    );
    expect(cents(total)).toBe(cents(figure));
    expect(added(rows)).toBe(cents(total));
    await page.keyboard.press('Escape');
  }
});

test('every kind of figure on both screens opens into a named formula', async () => {
  const page = sample.page();
  const seen = new Set<string>();
  const walk = async (scope: Locator) => {
    for (const opener of await scope.locator('[data-explain]').all()) {
      const id = (await opener.getAttribute('data-explain')) ?? '';
      if (seen.has(id)) continue;
      seen.add(id);
      await opener.click();
      await expect(sheetOf(page).locator('[data-explanation], p').first()).toBeVisible();
      await expect(sheetOf(page).getByRole('alert')).toHaveCount(0);
      // A message without words would show its key.
      expect(await sheetOf(page).textContent()).not.toMatch(
        /(formula|row|input|source|note)\.[a-z]/,
      );
      await page.keyboard.press('Escape');
      await expect(sheetOf(page)).toHaveCount(0);
    }
  };
  await walk(page.getByRole('main'));
  await openClient(page, 'Верба');
  await walk(page.getByRole('main'));
  await walk(page.getByRole('contentinfo'));
  expect([...seen].sort()).toEqual(
    expect.arrayContaining([
      'agi',
      'average-billable-rate',
      'client-hours',
      'contribution',
      'credit-limit-used',
      'delivery-margin-pct',
      'loss',
      'net-margin-pct',
      'nps',
      'overdue',
      'realization',
      'receivables',
      'retainer-burn',
      'silent-days',
      'write-off',
    ]),
  );
});

test('an input opens further and the way back is kept', async () => {
  const page = sample.page();
  await openClient(page, 'Верба');
  await page.locator('g[data-figure="delivery-margin"]').click();
  const sheet = sheetOf(page);
  await expect(sheet).toContainText('Откуда число: Маржа, Верба');
  await sheet.getByTitle('Откуда число: AGI').click();
  await expect(sheet).toContainText('Откуда число: AGI, Верба');
  expect(await seriousFaults(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'К предыдущему числу' }).click();
  await expect(sheet).toContainText('Откуда число: Маржа, Верба');
  await page.keyboard.press('Escape');
  await expect(page.locator('g[data-figure="delivery-margin"]')).toBeFocused();
});

test('a row leads to the screen it came from', async () => {
  const page = sample.page();
  await openClient(page, 'Верба');
  await page.locator('g[data-figure="delivery-cost"]').click();
  await sheetOf(page).getByRole('button', { name: 'Учёт часов' }).first().click();
  await expect(page).toHaveURL(/\/hours/);
  await expect(sheetOf(page)).toHaveCount(0);
});
