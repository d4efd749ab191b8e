import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import iconv from 'iconv-lite';
import type { Answer, Input, Method, Output } from '../../shared/contract/contract';
import { type LaunchedApp, type LaunchOptions, launchApp } from '../../tests/helpers/launch.ts';
import { ensureRuntime } from '../runtime.ts';
import { projectRoot } from '../setup/cache.ts';
import { startVirtualDisplay } from '../setup/display.ts';
import { ensureBuild } from './build.ts';
import { runConsole } from './console.ts';

const TODAY = '2026-11-23';
const folder = join(projectRoot, 'docs/pictures');

/** Screens that are taken as they open. */
const SCREENS = [
  ['/monday', 'monday'],
  ['/tasks/board', 'board'],
  ['/tasks/timeline', 'timeline'],
  ['/money/reconciliation', 'reconciliation'],
] as const;

type Payer = { name: string; inn: string; sum: string; purpose: string };

async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(900);
}

async function go(page: Page, route: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#${to}`;
  }, route);
  await settle(page);
}

/** Asks the main process as the page does. */
async function ask<M extends Method>(page: Page, method: M, input: Input<M>): Promise<Output<M>> {
  const json = await page.evaluate(([name, text]) => window.agencyConsole.call(name, text), [
    method,
    JSON.stringify(input),
  ] as const);
  const answer = JSON.parse(json) as Answer<M>;
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** Open invoices of the sample as payments of a bank statement: whole, in part, two at once, and a stranger's. */
async function payersOf(page: Page): Promise<Payer[]> {
  const open = await ask(page, 'invoices/list-open', { clientId: null });
  const roubles = open.invoices.filter((invoice) => invoice.currency === 'RUB');
  const payers: Payer[] = [];
  for (const [index, invoice] of roubles.entries()) {
    const { card } = await ask(page, 'clients/overview', { clientId: invoice.clientId });
    const isPart = index % 4 === 2;
    const sum = ((isPart ? 5_000_000 : invoice.openMinor) / 100).toFixed(2);
    const purpose = index % 3 === 1 ? 'За рекламные услуги' : `Оплата по счёту № ${invoice.number}`;
    payers.push({ name: card.legalName, inn: card.inn ?? '0', sum, purpose });
  }
  return [
    ...payers,
    { name: 'ООО «Прикамье»', inn: '5902000005', sum: '21000.00', purpose: 'Аванс по договору' },
  ];
}

function statement(payers: readonly Payer[]): Buffer {
  const own = '40702810600000000101';
  const total = payers.reduce((sum, payer) => sum + Number(payer.sum), 0).toFixed(2);
  const documents = payers.map(
    (payer, index) => `СекцияДокумент=Платежное поручение
Номер=${1181 + index}
Дата=23.11.2026
Сумма=${payer.sum}
ПлательщикСчет=407028109549770${String(index).padStart(5, '0')}
ПлательщикИНН=${payer.inn}
Плательщик1=${payer.name}
ПолучательСчет=${own}
ДатаПоступило=23.11.2026
Получатель1=ООО «Агентство «Мост»
НазначениеПлатежа=${payer.purpose}
КонецДокумента`,
  );
  const text = `1CClientBankExchange
ВерсияФормата=1.03
Кодировка=Windows
ДатаНачала=23.11.2026
ДатаКонца=23.11.2026
РасчСчет=${own}
СекцияРасчСчет
ДатаНачала=23.11.2026
ДатаКонца=23.11.2026
РасчСчет=${own}
НачальныйОстаток=1418220.35
ВсегоПоступило=${total}
ВсегоСписано=0.00
КонечныйОстаток=${(1418220.35 + Number(total)).toFixed(2)}
КонецРасчСчет
${documents.join('\n')}
КонецФайла
`;
  return iconv.encode(text.replaceAll('\n', '\r\n'), 'win1251');
}

async function clientNamed(page: Page, name: string): Promise<string> {
  const { clients } = await ask(page, 'clients/list', { archived: false });
  const client = clients.find((one) => one.name === name);
  if (client === undefined) throw new Error(`the sample has no ${name}`);
  return client.id;
}

async function firstBrief(page: Page): Promise<string> {
  const { briefs } = await ask(page, 'briefs/list', { clientId: null });
  const [first] = briefs;
  if (first === undefined) throw new Error('the sample has no brief');
  return first.id;
}

async function draftProposal(page: Page): Promise<string> {
  const { proposals } = await ask(page, 'proposals/list', { clientId: null });
  const draft = proposals.find(({ status }) => status === 'draft');
  if (draft === undefined) throw new Error('the sample has no draft of a proposal');
  return draft.id;
}

async function withWindow(
  options: LaunchOptions,
  work: (launched: LaunchedApp) => Promise<void>,
): Promise<void> {
  const launched = await launchApp({ today: TODAY, ...options });
  try {
    await launched.window.getByRole('main').getByRole('table').first().waitFor();
    await settle(launched.window);
    await work(launched);
  } finally {
    await launched.close();
  }
}

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(2, 2);
  await settle(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function takeImport({ app, window: page }: LaunchedApp, work: string): Promise<void> {
  const file = join(work, '1C_выписка_23-11.txt');
  await writeFile(file, statement(await payersOf(page)));
  await go(page, '/money/import');
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  await page.getByRole('main').getByRole('button').first().click();
  await page.getByRole('table').first().waitFor();
  await take(page, 'import');
}

/** Takes the README's pictures anew from the sample portfolio. */
export async function run(): Promise<number> {
  await ensureRuntime();
  await ensureBuild();
  const display = process.env['DISPLAY'] ? null : await startVirtualDisplay();
  if (display !== null) process.env['DISPLAY'] = display.name;
  const work = await mkdtemp(join(tmpdir(), 'agency-pictures-'));
  const workspace = join(work, 'most-2026.agency');
  await mkdir(folder, { recursive: true });
  try {
    await runConsole(['new', workspace, '--sample', '--today', TODAY], work);
    await withWindow(
      { workspace, args: ['--size=1440x900', '--theme=light'] },
      async (launched) => {
        const page = launched.window;
        await take(page, 'portfolio');
        await go(page, `/clients/${await clientNamed(page, 'Верба')}/profitability`);
        await page.locator('td.n').filter({ hasText: '199 427,91' }).first().click();
        await take(page, 'client-explained');
        await page.keyboard.press('Escape');
        await go(page, `/briefs/${await firstBrief(page)}`);
        await take(page, 'brief');
        await go(page, '/media-plans');
        await page.locator('main tbody tr').last().click();
        await page.keyboard.press('Enter');
        await take(page, 'media-plan');
        await go(page, `/proposals/${await draftProposal(page)}`);
        await take(page, 'proposal');
        for (const [route, name] of SCREENS) {
          await go(page, route);
          await take(page, name);
        }
        await takeImport(launched, work);
      },
    );
    await withWindow(
      { workspace, lang: 'en', args: ['--size=1440x900', '--theme=light'] },
      (launched) => take(launched.window, 'portfolio-en'),
    );
    await withWindow(
      { workspace, lang: 'lv', args: ['--size=1440x900', '--theme=dark'] },
      async ({ window: page }) => {
        await go(page, `/clients/${await clientNamed(page, 'Baltijas Koks')}/profitability`);
        await take(page, 'client-lv-dark');
      },
    );
    return 0;
  } finally {
    await rm(work, { recursive: true, force: true });
    display?.stop();
  }
}
