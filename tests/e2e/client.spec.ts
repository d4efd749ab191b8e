import { expect, type Page, test } from '@playwright/test';
import {
  cutNumbers,
  readNumber,
  resize,
  sampleWindow,
  seriousFaults,
} from '../helpers/sample-window.ts';

const sample = sampleWindow();

async function openTab(page: Page, client: string, tab: string): Promise<void> {
  await page.getByRole('table', { name: 'Портфель клиентов' }).getByText(client).click();
  await expect(page.getByRole('heading', { level: 2, name: client })).toBeVisible();
  await page.getByRole('navigation', { name: 'Разделы клиента' }).getByText(tab).click();
}

const undo = (page: Page) => page.getByRole('banner').getByRole('button', { name: /Отменить/ });

test('hours change the figures, and undo gives them back', async () => {
  const page = sample.page();
  await openTab(page, 'Светлояр', 'Часы');
  const burn = page.locator('[data-explain="retainer-burn"]');
  const before = (await burn.textContent()) ?? '';
  const form = page.getByRole('form', { name: 'Записать часы' });
  await form.getByLabel('Часы', { exact: true }).fill('2:30');
  await form.getByLabel('Что сделано').fill('Разбор отчёта');
  await page.keyboard.press('Enter');
  const entry = page.getByRole('row', { name: /Разбор отчёта/ });
  await expect(entry).toContainText('2,5');
  await expect(burn).not.toHaveText(before);
  // The next line can be typed at once.
  await expect(form.getByLabel('Часы', { exact: true })).toBeFocused();
  await undo(page).click();
  await expect(entry).toHaveCount(0);
  await expect(burn).toHaveText(before);
});

test('an entry is changed and removed where it stands', async () => {
  const page = sample.page();
  await openTab(page, 'Светлояр', 'Часы');
  const first = page.getByRole('table', { name: 'Записи часов' }).locator('[data-entry]').first();
  const id = await first.getAttribute('data-entry');
  const entry = page.locator(`[data-entry="${id}"]`);
  await entry.getByTitle('Изменить: Часы').click();
  await page.keyboard.type('7,25');
  await page.keyboard.press('Enter');
  await expect(entry).toContainText('7,25');
  await entry.hover();
  await entry.getByRole('button', { name: /Убрать запись/ }).click();
  await expect(entry).toHaveCount(0);
  await undo(page).click();
  await expect(entry).toContainText('7,25');
});

test('bad input is named with the rule, and nothing typed is lost', async () => {
  const page = sample.page();
  await openTab(page, 'Светлояр', 'Часы');
  const form = page.getByRole('form', { name: 'Записать часы' });
  const hours = form.getByLabel('Часы', { exact: true });
  const count = page.getByText(/^\d+ запис/);
  const before = (await count.textContent()) ?? '';
  await hours.fill('полтора');
  await page.keyboard.press('Enter');
  await expect(form).toContainText('введено «полтора»');
  await expect(hours).toHaveValue('полтора');
  await form.getByLabel('Дата').fill('30.02.2026');
  await page.keyboard.press('Tab');
  await expect(form).toContainText('введено «30.02.2026»');
  await expect(count).toHaveText(before);
});

test('a doubtful requisite is saved and warned of', async () => {
  const page = sample.page();
  await openTab(page, 'Верба', 'Реквизиты');
  const bik = page.getByLabel('БИК');
  await bik.fill('04577360');
  await page.keyboard.press('Tab');
  await expect(page.getByText('В БИК 9 цифр, введено 8')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('БИК')).toHaveValue('04577360');
});

test('an invoice is issued and a payment spread over it', async () => {
  const page = sample.page();
  await openTab(page, 'Светлояр', 'Деньги');
  const debt = page.locator('dl [data-explain="receivables"]');
  const before = readNumber(await debt.textContent()) ?? 0;
  await page.getByRole('button', { name: 'Счёт', exact: true }).click();
  const form = page.getByRole('form', { name: 'Новый счёт' });
  await expect(form.getByLabel('Номер')).not.toHaveValue('');
  await form.getByLabel('За что').fill('Аудит рекламы');
  await form.getByLabel('Сумма без НДС').fill('10 000');
  const number = await form.getByLabel('Номер').inputValue();
  await form.getByRole('button', { name: 'Выставить счёт' }).click();
  await expect(form).toHaveCount(0);
  // 22 % since 2026.
  await expect
    .poll(async () => readNumber(await debt.textContent()))
    .toBeCloseTo(before + 12_200, 2);

  await page.getByRole('button', { name: 'Записать оплату' }).click();
  const payment = page.getByRole('dialog', { name: 'Записать оплату' });
  await payment.getByLabel('Сумма').fill('12200');
  await payment.getByRole('button', { name: 'Записать оплату' }).click();
  await page.getByRole('button', { name: 'Разнести', exact: true }).first().click();
  const spread = page.getByRole('dialog', { name: 'Разнести' });
  const option = await spread
    .getByRole('option', { name: new RegExp(`№ ${number},`) })
    .getAttribute('value');
  await spread.getByLabel('К счёту').selectOption(option ?? '');
  await spread.getByRole('button', { name: 'Разнести на счёт' }).click();
  const invoice = page
    .getByRole('table', { name: 'Счета' })
    .getByRole('row', { name: new RegExp(`^${number} `) });
  await expect(invoice).toContainText('оплачен');
  await expect.poll(async () => readNumber(await debt.textContent())).toBeCloseTo(before, 2);
});

test('a contact is recorded and silence ends', async () => {
  const page = sample.page();
  await page.getByRole('table', { name: 'Портфель клиентов' }).getByText('Усьва').click();
  await page.getByRole('button', { name: 'Записать', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Записать' });
  await form.getByLabel('О чём договорились').fill('Смета на зиму');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Звонок: Смета на зиму')).toBeVisible();
  await expect(form).toHaveCount(0);
  await page.keyboard.press('Alt+ArrowLeft');
  const usva = page.getByRole('row', { name: /Усьва глэмпинг/ });
  await expect(usva.locator('[data-explain="silent-days"]')).toHaveText('0');
});

test('terms, progress and media are edited in place', async () => {
  const page = sample.page();
  await openTab(page, 'Верба', 'Проекты');
  const complete = page.getByLabel('Готовность').first();
  await complete.fill('60');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Оценено 23.11.2026').first()).toBeVisible();
  await page.getByRole('navigation', { name: 'Разделы клиента' }).getByText('Медиа').click();
  const channel = page.getByRole('row', { name: /VK Реклама/ });
  await channel.getByTitle('Изменить: Лиды').click();
  await page.keyboard.type('200');
  await page.keyboard.press('Enter');
  await expect(channel).toContainText('200');
});

test('every tab opens, stands up to the checks and cuts no number', async () => {
  const page = sample.page();
  await openTab(page, 'Верба', 'Доходность');
  await resize(sample.launched(), 1280, 800);
  for (const tab of ['Доходность', 'Проекты', 'Часы', 'Медиа', 'Деньги', 'Брифы', 'Реквизиты']) {
    const nav = page.getByRole('navigation', { name: 'Разделы клиента' });
    await nav.getByText(tab).click();
    await expect(nav.getByText(tab)).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('status', { name: 'Загружается' })).toHaveCount(0);
    expect(await seriousFaults(page), tab).toEqual([]);
    expect(await cutNumbers(page), tab).toEqual([]);
  }
});
