import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import iconv from 'iconv-lite';
import { runConsole } from '../../build/tasks/console.ts';
import type { Method } from '../../shared/contract/contract.ts';
import { answerOpenDialog } from '../helpers/in-main.ts';
import { type LaunchedApp, launchApp } from '../helpers/launch.ts';

const fixtures = join(dirname(import.meta.dirname), 'fixtures/bank-1c');
const today = '2026-11-24';
let folder = '';
let workspace = '';
let launched: LaunchedApp;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agency-import-'));
  workspace = join(folder, 'sample.agency');
  expect(await runConsole(['new', workspace, '--sample', '--today', today])).toBe(0);
  launched = await launchApp({ workspace, today });
});

test.afterEach(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

/** Lets the next dialog answer with a file, as the user would choose it. */
async function chooseFile(page: Page, path: string): Promise<void> {
  await answerOpenDialog(launched.app, path);
  await page.getByRole('button', { name: /Выбрать файл выписки|Другой файл|Ещё файл/ }).click();
}

async function openImport(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/money/import';
  });
  await expect(page.getByText('платежи сами находят свои счета')).toBeVisible();
}

/** One open rouble invoice of the sample, with the payer's requisites, asked of the product itself. */
async function openInvoice(page: Page) {
  return page.evaluate(async () => {
    const call = async (method: Method, input: unknown) =>
      JSON.parse(await window.agencyConsole.call(method, JSON.stringify(input))).value;
    const { invoices } = await call('invoices/list-open', { clientId: null });
    const invoice = invoices.find((one: { currency: string }) => one.currency === 'RUB');
    const { card } = await call('clients/overview', { clientId: invoice.clientId });
    return {
      number: invoice.number,
      openMinor: invoice.openMinor,
      inn: card.inn,
      name: card.legalName,
    };
  });
}

test('a real statement is shown, written once and undone as one', async () => {
  const page = launched.window;
  await openImport(page);
  await chooseFile(page, join(fixtures, 'vtb_one_day_v102_cp1251_crlf.txt'));

  await expect(
    page.getByText(/Выписка из 1С: 13 операций, запишем 13\. Сходится с банком/),
  ).toBeVisible();
  await expect(page.getByText('Windows-1251 по заголовку')).toBeVisible();
  await expect(page.getByText('новый, добавим в свои')).toBeVisible();
  await expect(page.getByRole('row', { name: /У нас выйдет 44 145,91/ })).toBeVisible();

  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Записано 13 строк')).toBeVisible();
  await expect(page.getByText('3 платежа ждут пары')).toBeVisible();

  await chooseFile(page, join(fixtures, 'vtb_one_day_v102_utf8.txt'));
  await expect(page.getByText(/нового нет/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Записывать нечего' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/money$/);

  await page.keyboard.press('Control+z');
  await openImport(page);
  await chooseFile(page, join(fixtures, 'vtb_one_day_v102_utf8.txt'));
  await expect(page.getByText(/запишем 13/)).toBeVisible();
});

test('a payment finds its invoice, a doubtful one is accepted by the space bar, a spoiled sum is mended', async () => {
  const page = launched.window;
  const invoice = await openInvoice(page);
  const own = '40702810549770001321';
  const sum = `${Math.floor(invoice.openMinor / 100)}.${String(invoice.openMinor % 100).padStart(2, '0')}`;
  const document = (number: number, amount: string, inn: string, purpose: string) => [
    'СекцияДокумент=Платежное поручение',
    `Номер=${number}`,
    'Дата=24.11.2026',
    `Сумма=${amount}`,
    'ПлательщикСчет=40702810100000000777',
    `ПлательщикИНН=${inn}`,
    `Плательщик1=${invoice.name}`,
    `ПолучательСчет=${own}`,
    'ДатаПоступило=24.11.2026',
    `НазначениеПлатежа=${purpose}`,
    'КонецДокумента',
  ];
  const text = [
    '1CClientBankExchange',
    'ВерсияФормата=1.03',
    'Кодировка=Windows',
    `РасчСчет=${own}`,
    ...document(1, sum, invoice.inn, `Оплата по счёту № ${invoice.number}`),
    ...document(2, '777777.00', invoice.inn, 'Аванс'),
    ...document(3, '125ОО.00', '5903777888', 'Оплата'),
    'КонецФайла',
    '',
  ].join('\r\n');
  const path = join(folder, 'kl_to_1c.txt');
  await writeFile(path, iconv.encode(text, 'win1251'));

  await openImport(page);
  await chooseFile(page, path);
  await expect(
    page.getByRole('row', { name: new RegExp(`счёт ${invoice.number}.*100\\s%`) }),
  ).toBeVisible();
  await expect(
    page.getByText(/строка 30: в сумме «125ОО.00» 2 буквы «О» вместо цифр/).first(),
  ).toBeVisible();
  await expect(page.getByText('запишем 2')).toBeVisible();

  await expect(page.locator('tr[aria-selected=true]')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByText('принято вами')).toHaveCount(1);
  await page
    .getByRole('button', { name: /Исправить на 12.500,00/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /Записать 3 строки/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Записаны 3 строки')).toBeVisible();
  await expect(page.getByText('2 платежа встали к своим счетам')).toBeVisible();
});

test('files that are not a 1C statement are named for what they are, and nothing is written', async () => {
  const page = launched.window;
  await openImport(page);
  await chooseFile(page, join(fixtures, 'by_type5_fx_cp1251.txt'));
  await expect(page.getByRole('alert')).toContainText('выписка белорусского клиент-банка');
  await chooseFile(page, join(fixtures, 'vtb_truncated_in_document_cp1251.txt'));
  await expect(page.getByRole('alert')).toContainText('обрывается на строке 222');
  await expect(page.getByRole('button', { name: /^Отменить/ })).toBeDisabled();
});
