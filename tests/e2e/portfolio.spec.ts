import { expect, type Page, test } from '@playwright/test';
import {
  cutNumbers,
  readNumber,
  resize,
  sampleWindow,
  seriousFaults,
} from '../helpers/sample-window.ts';

const sample = sampleWindow();

const table = (page: Page) => page.getByRole('table', { name: 'Портфель клиентов' });
const row = (page: Page, client: string) =>
  table(page).getByRole('row', { name: new RegExp(client) });

async function column(page: Page, figure: string): Promise<string[]> {
  return table(page).locator(`tbody tr[data-client] [data-explain="${figure}"]`).allTextContents();
}

test('the story of the sample is read off one screen', async () => {
  const page = sample.page();
  await expect(table(page).locator('tbody tr[data-client]')).toHaveCount(14);
  await expect(row(page, 'Усьва').locator('[data-explain="contribution"]')).toHaveClass(/neg/);
  await expect(row(page, 'Дом Орех').locator('[data-explain="retainer-burn"]')).toHaveClass(/neg/);
  await expect(row(page, 'Верба').locator('[data-explain="overdue"]')).toHaveText(/719\s905/);
  await expect(row(page, 'Усьва').locator('[data-explain="silent-days"]')).toHaveText('21');

  // A debt with VAT and a loss without it stand apart and are never added.
  const lede = page.locator('.lede');
  await expect(lede).toContainText('долга с НДС');
  await expect(lede).toContainText('убытка без НДС');
  const risks = page.getByRole('table', { name: 'Деньги под риском' });
  await expect(risks.getByRole('columnheader', { name: /Долг с НДС/ })).toBeVisible();
  await expect(risks.getByRole('columnheader', { name: /Убыток без НДС/ })).toBeVisible();
  await expect(page.getByRole('figure', { name: /AGI по месяцам/ })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
});

test('the rows of money at risk add up to its totals', async () => {
  const risks = sample.page().getByRole('table', { name: 'Деньги под риском' });
  const rows = await risks.locator('tbody tr').all();
  const cells = await Promise.all(rows.map((each) => each.locator('td.n').allTextContents()));
  const sums = cells.filter((each) => each.length === 2).map((each) => each.map(readNumber));
  const total = sums.pop();
  for (const basis of [0, 1]) {
    const added = sums.reduce((sum, each) => sum + (each[basis] ?? 0), 0);
    // Rows are rounded to whole units for the screen, each by itself.
    expect(Math.abs(added - (total?.[basis] ?? 0))).toBeLessThanOrEqual(sums.length);
  }
});

test('a column sorts both ways and the order is found again', async () => {
  const page = sample.page();
  const head = table(page).getByRole('columnheader', { name: /Маржа, %/ });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  const falling = (await column(page, 'delivery-margin-pct')).map(readNumber);
  expect(falling).toEqual([...falling].sort((a, b) => (b ?? 0) - (a ?? 0)));
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(table(page).locator('tbody tr').first()).toContainText('Усьва');
  await page.reload();
  await expect(table(page).getByRole('columnheader', { name: /Маржа, %/ })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
});

test('a filter shows its clients and their own totals', async () => {
  const page = sample.page();
  await page.getByRole('radio', { name: /Ключевые/ }).click();
  const shown = await table(page).locator('tbody tr[data-client]').count();
  expect(shown).toBeLessThan(14);
  const sum = table(page).locator('tr.sum');
  await expect(sum).toContainText(`Итого, ${shown} клиент`);
  const added = (await column(page, 'agi')).reduce((all, text) => all + (readNumber(text) ?? 0), 0);
  const total = readNumber(await sum.locator('td.n').first().textContent()) ?? 0;
  expect(Math.abs(added - total)).toBeLessThanOrEqual(shown);
});

test('a column can be put away and brought back', async () => {
  const page = sample.page();
  await page.getByRole('button', { name: 'Колонки' }).click();
  await page.getByRole('checkbox', { name: 'Вклад' }).setChecked(false, { force: true });
  await expect(table(page).getByRole('columnheader', { name: 'Вклад' })).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Вклад' }).setChecked(true, { force: true });
  await expect(table(page).getByRole('columnheader', { name: 'Вклад' })).toHaveCount(1);
});

test('without a mouse: walk the table, explain a figure, open a client and come back', async () => {
  const page = sample.page();
  const first = table(page).locator('tbody [data-cell]').first();
  await first.focus();
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('k');
  const second = table(page).locator('tbody tr[data-client]').nth(1);
  await expect(second.getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  const agi = second.locator('[data-explain="agi"]');
  await expect(agi).toBeFocused();
  await page.keyboard.press('e');
  const sheet = page.getByRole('dialog', { name: 'Откуда это число' });
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(agi).toBeFocused();
  await page.keyboard.press('Home');
  const name = (await second.getByRole('link').locator('.m').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(table(page)).toBeVisible();
});

test('E explains the figure under the pointer', async () => {
  const page = sample.page();
  await row(page, 'Верба').locator('[data-explain="agi"]').hover();
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog', { name: 'Откуда это число' })).toContainText('AGI, Верба');
});

test('a deadline is done from the calendar and can be taken back', async () => {
  const page = sample.page();
  const count = page.getByText(/^\d+ срок/);
  const before = (await count.textContent()) ?? '';
  await page.getByRole('button', { name: /23 ноября 2026/ }).click();
  await page
    .getByRole('button', { name: /Отметить сделанным/ })
    .first()
    .click();
  await expect(count).not.toHaveText(before);
  await page.keyboard.press('Escape');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Отменить/ })
    .click();
  await expect(count).toHaveText(before);
});

for (const [width, height] of [
  [1280, 800],
  [1440, 900],
  [1920, 1080],
] as const) {
  test(`no number is cut at ${width} × ${height}`, async () => {
    const page = sample.page();
    await resize(sample.launched(), width, height);
    expect(await cutNumbers(page)).toEqual([]);
    const overflow = await page.evaluate(() => {
      const main = document.getElementById('page');
      return main === null ? 0 : main.scrollWidth - main.clientWidth;
    });
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
