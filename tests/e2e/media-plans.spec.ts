import { readFileSync, statSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { answerSaveDialog, insist } from '../helpers/in-main.ts';
import { type LaunchedApp, launchApp } from '../helpers/launch.ts';
import { makeSampleFile, type SampleFile } from '../helpers/sample-file.ts';
import { seriousFaults } from '../helpers/sample-window.ts';

const today = '2026-11-24';
let sample: SampleFile;
let launched: LaunchedApp;

test.beforeAll(async () => {
  sample = await makeSampleFile(today);
});
test.afterAll(() => sample.remove());
test.beforeEach(async () => {
  launched = await launchApp({ workspace: await sample.copy(), today });
});
test.afterEach(() => launched.close());

async function newPlan(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Медиапланы/ })
    .click();
  // The head of the table has a button of the same name: it sorts.
  await page.getByRole('button', { name: 'Медиаплан', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Новый медиаплан' });
  await dialog.getByLabel('Клиент').selectOption({ label: 'Горный квартал' });
  await dialog.getByLabel('Название').fill(name);
  await dialog.getByRole('button', { name: 'Создать медиаплан' }).click();
  await expect(page.getByRole('grid', { name: 'Медиаплан' })).toBeVisible();
}

/** Puts a text on the clipboard as a spreadsheet does, and pastes it with the keys. */
async function paste(page: Page, text: string): Promise<void> {
  await insist(() =>
    launched.app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text),
  );
  await page.keyboard.press('Control+v');
}

const total = (page: Page, basis: RegExp) => page.getByRole('radio', { name: basis });

test('a plan is typed, pasted, taken back, agreed and frozen', async () => {
  const page = launched.window;
  await newPlan(page, 'Декабрь, продажи');
  const grid = page.getByRole('grid', { name: 'Медиаплан' });
  await grid.focus();

  // The empty line takes a row of a spreadsheet, with the numbers as Russian Excel writes them.
  await paste(
    page,
    'Яндекс Директ\tПоиск, бренд\tПермь\tCPC\t4 200\t21,50\r\nVK Реклама\tЛиды, форма\tПермь\tCPL\t310\t640,00\r\n',
  );
  await expect(grid.getByRole('gridcell', { name: '198 400,00' })).toBeVisible();
  await expect(total(page, /^Нетто/)).toContainText('288 700,00');

  // A price is typed over: the total follows while it is typed, and is kept with Enter.
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('22');
  await expect(total(page, /^Нетто/)).toContainText('290 800,00');
  await page.keyboard.press('Enter');
  await expect(total(page, /^Нетто/)).toContainText('290 800,00');
  await expect(total(page, /^с комиссией/)).toBeVisible();

  // Three rows by two columns; one cell is a word where a number belongs.
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowRight');
  await paste(page, '1 000\t10,00\r\nмного\t600,00\r\n5\t7,00\r\n');
  await expect(total(page, /^Нетто/)).toContainText('196 035,00');
  const bad = grid.locator('[aria-invalid="true"]');
  await expect(bad).toHaveText('много');
  await expect(bad).toHaveAttribute('title', /Нужно число/);

  // One undo takes the whole paste back.
  await page.keyboard.press('Control+z');
  await expect(total(page, /^Нетто/)).toContainText('290 800,00');

  await page.getByRole('button', { name: 'Согласовать' }).click();
  const pane = page.getByRole('complementary', { name: 'Версии и согласование' });
  await pane.getByLabel('Кто согласовал у клиента').fill('Ирина Белова');
  await pane.getByLabel('Чем подтверждено').fill('Письмо от 24.11');
  await pane.getByRole('button', { name: 'Записать согласование' }).click();
  await expect(page.getByRole('note')).toContainText('не меняется');

  // Frozen: typing does nothing, the next version can be typed into.
  await grid.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('5');
  await expect(grid.getByRole('textbox')).toHaveCount(0);
  await page.getByRole('button', { name: 'Новая версия' }).click();
  await expect(page.getByText('Версия 2, черновик').first()).toBeVisible();
  await expect(total(page, /^Нетто/)).toContainText('290 800,00');
});

const ROWS =
  'Яндекс Директ\tПоиск, бренд\tПермь\tCPC\t4 200\t21,50\r\nVK Реклама\tЛиды, форма\tПермь\tCPL\t310\t640,00\r\n';

/** Chooses an action of the plan's menu. */
async function more(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: 'Ещё действия' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

/** A cell of the sheet by its row and the name of its column. */
async function cell(page: Page, row: number, column: string) {
  const head = page.getByRole('columnheader', { name: column, exact: true });
  const index = Number(await head.getAttribute('aria-colindex')) - 1;
  return page.locator(`[data-r="${row}"][data-c="${index}"]`);
}

test('terms change after creation, any basis is typed into, a cell gives back what it was', async () => {
  const page = launched.window;
  await newPlan(page, 'Декабрь, условия');
  const grid = page.getByRole('grid', { name: 'Медиаплан' });
  await grid.focus();
  await paste(page, ROWS);
  await expect(total(page, /^Нетто/)).toContainText('288 700,00');

  await more(page, 'Условия плана');
  const terms = page.getByRole('complementary', { name: 'Условия плана' });
  await terms.getByLabel('Название').fill('Декабрь, аукцион');
  await terms.getByLabel('Комиссия агентства').fill('15');
  await terms.getByLabel('Скидка клиенту').fill('2');
  await terms.getByLabel('Скидка клиенту').press('Tab');
  await expect(page.getByRole('heading', { name: 'Декабрь, аукцион' })).toBeVisible();
  await expect(total(page, /^с комиссией 15/)).toContainText('332 005,00');
  await expect(total(page, /^цена клиента, −2/)).toBeVisible();
  await grid.focus();
  await page.keyboard.press('Control+z');
  await expect(total(page, /^цена клиента, −2/)).toHaveCount(0);

  // The sum with commission is typed; the net is solved from it: 115 000 / 1,15 = 100 000.
  await total(page, /^с комиссией 15/).click();
  await (await cell(page, 0, 'С комиссией, ₽')).click();
  await page.keyboard.type('115 000');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 0, 'С комиссией, ₽')).toHaveText('115 000,00');
  await total(page, /^Нетто/).click();
  await expect(await cell(page, 0, 'Нетто, ₽')).toHaveText('100 000,00');

  // The history of the price's volume, with the way back.
  await (await cell(page, 0, 'Объём')).click();
  await page.keyboard.press('Control+Shift+h');
  const history = page.getByRole('complementary', { name: 'История ячейки' });
  await history.getByRole('button', { name: 'Вернуть «4 200»' }).click();
  await expect(await cell(page, 0, 'Нетто, ₽')).toHaveText('90 300,00');

  // A spread over working days only: the first column, Tuesday to Monday, has five of its seven.
  await (await cell(page, 0, 'Нетто, ₽')).click();
  await more(page, 'Разбивка и креативы строки');
  const line = page.getByRole('complementary', { name: 'Разбивка и креативы' });
  await line.getByRole('radio', { name: 'Дни' }).click();
  await line.getByRole('button', { name: 'Только будни' }).click();
  await expect(line.getByLabel('сб')).toHaveValue('0');
  await line.getByLabel('Новый креатив').fill('Ролик 15 секунд');
  await line.getByLabel('ERID').fill('2VtzqvXYZ');
  await line.getByRole('button', { name: 'Добавить креатив' }).click();
  await expect(line.getByLabel('Креатив', { exact: true })).toHaveValue('Ролик 15 секунд');

  // Where the sum comes from, and a view kept under a name.
  await grid.focus();
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('complementary', { name: 'Откуда сумма' })).toContainText(
    '90 300,00',
  );
  await page.getByRole('button', { name: 'Вид', exact: true }).click();
  const views = page.getByRole('dialog', { name: 'Вид таблицы' });
  await views.getByLabel('Только строки со словами').fill('vk');
  await views.getByLabel('Название вида').fill('Только VK');
  await views.getByRole('button', { name: 'Сохранить вид' }).click();
  await expect(views.getByRole('button', { name: 'Только VK', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(grid.getByRole('gridcell', { name: 'Поиск, бренд' })).toHaveCount(0);
});

test('the mouse selects and fills, marks stay, a paste opens a folded group, files are written', async () => {
  const page = launched.window;
  await newPlan(page, 'Декабрь, мышь');
  const grid = page.getByRole('grid', { name: 'Медиаплан' });
  await grid.focus();
  await paste(page, ROWS);
  await expect(total(page, /^Нетто/)).toContainText('288 700,00');

  // A drag over two cells adds them up; the handle goes on with their distance.
  await (await cell(page, 0, 'Цена, ₽')).dragTo(await cell(page, 1, 'Цена, ₽'));
  await expect(page.getByText('Выделено 2 ячейки')).toBeVisible();
  await (await cell(page, 0, 'Объём')).click();
  const handle = grid.locator('[data-handle]');
  await handle.dragTo(await cell(page, 1, 'Объём'));
  await expect(await cell(page, 1, 'Объём')).toHaveText('4 200');

  // A word where a number belongs stays marked, also after an undo and another screen.
  await (await cell(page, 0, 'Цена, ₽')).click();
  await paste(page, 'дорого\r\n650,00\r\n');
  const bad = grid.locator('[aria-invalid="true"]');
  await expect(bad).toHaveText('дорого');
  await page.keyboard.press('Control+z');
  await expect(await cell(page, 1, 'Цена, ₽')).toHaveText('640,00');
  await expect(bad).toHaveText('дорого');
  const address = page.url();
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Медиапланы/ })
    .click();
  await page.getByRole('link', { name: 'Декабрь, мышь' }).click();
  expect(page.url()).toBe(address);
  await expect(bad).toHaveText('дорого');
  await (await cell(page, 0, 'Цена, ₽')).click();
  await page.keyboard.type('21,50');
  await page.keyboard.press('Enter');
  await expect(bad).toHaveCount(0);

  // By channel, both folded: a paste on a folded head opens it and lands on its line.
  await page.getByRole('button', { name: 'Вид', exact: true }).click();
  await page.getByLabel('Группировать').selectOption({ label: 'По каналам' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Яндекс Директ' }).click();
  await page.getByRole('button', { name: 'VK Реклама' }).click();
  await expect(grid.getByRole('gridcell', { name: 'Поиск, бренд' })).toHaveCount(0);
  await (await cell(page, 0, 'Объём')).click();
  await paste(page, '1 000\r\n');
  await expect(page.getByText(/Раскрыто, чтобы вставка была видна: Яндекс Директ/)).toBeVisible();
  await expect(await cell(page, 1, 'Объём')).toHaveText('1 000');

  for (const [action, name] of [
    ['PDF клиенту', 'plan.pdf'],
    ['Excel с формулами', 'plan.xlsx'],
    ['CSV', 'plan.csv'],
  ] as const) {
    const path = test.info().outputPath(name);
    await answerSaveDialog(launched.app, path);
    await more(page, action);
    await expect.poll(() => sizeOf(path)).toBeGreaterThan(100);
  }
  expect(readFileSync(test.info().outputPath('plan.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a channel is looked at with its own columns', async () => {
  const page = launched.window;
  await newPlan(page, 'Декабрь, каналы');
  const grid = page.getByRole('grid', { name: 'Медиаплан' });
  await grid.focus();
  await paste(page, ROWS);
  const channels = page.getByRole('radiogroup', { name: 'Канал' });
  await channels.getByRole('radio', { name: /Все каналы\s*2/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(channels.getByRole('radio', { name: /Яндекс Директ\s*1/ })).toBeChecked();
  await expect(grid.getByRole('gridcell', { name: 'Лиды, форма' })).toHaveCount(0);
  await expect(await cell(page, 0, 'Нетто за клик по прогнозу')).toHaveText('21,50');
  await expect(page.getByRole('columnheader', { name: 'Охват', exact: true })).toHaveCount(0);

  // A pasted row without a channel joins the one that is looked at; the foot adds up these two.
  await (await cell(page, 1, 'Размещение')).click();
  await paste(page, 'Поиск, общие\r\n');
  await expect(await cell(page, 1, 'Канал')).toHaveText('Яндекс Директ');
  await (await cell(page, 1, 'Объём')).click();
  await paste(page, '1 000\t10,00\r\n');
  await expect(await cell(page, 1, 'Нетто, ₽')).toHaveText('10 000,00');
  await expect(grid.getByText('100 300,00')).toBeVisible();
  await expect(total(page, /^Нетто/)).toContainText('298 700,00');

  // A column shown for the channel is shown again when one comes back to the plan.
  const reach = page.getByRole('columnheader', { name: 'Охват', exact: true });
  await page.getByRole('button', { name: 'Вид', exact: true }).click();
  await page
    .getByRole('checkbox', { name: 'Охват', exact: true })
    .setChecked(true, { force: true });
  await expect(page.getByRole('checkbox', { name: 'Охват', exact: true })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(reach).toHaveCount(1);
  await page.reload();
  await channels.getByRole('radio', { name: /Все каналы\s*3/ }).focus();
  await expect(reach).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(reach).toHaveCount(1);
  expect(await seriousFaults(page)).toEqual([]);
});

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

test('the sheet works comfortably spaced and at twice the size', async () => {
  const page = launched.window;
  await newPlan(page, 'Декабрь, крупно');
  const grid = page.getByRole('grid', { name: 'Медиаплан' });
  await grid.focus();
  await paste(page, ROWS);
  const compact = await (await cell(page, 0, 'Объём')).boundingBox();
  await page.evaluate(() => document.documentElement.setAttribute('data-density', 'comfortable'));
  await insist(() =>
    launched.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2);
    }),
  );
  await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBeGreaterThanOrEqual(2);
  await grid.focus();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('5 000');
  await page.keyboard.press('Enter');
  const volume = await cell(page, 0, 'Объём');
  await expect(volume).toHaveText('5 000');
  expect((await volume.boundingBox())?.height).toBeGreaterThanOrEqual(compact?.height ?? 0);
  // The active cell is scrolled to, not behind what is kept at the left.
  await expect(volume).toBeInViewport();
});

test('neither the list nor the sheet nor its panes keep anybody out', async () => {
  const page = launched.window;
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Медиапланы/ })
    .click();
  await expect(page.getByRole('table', { name: 'Медиапланы' })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await page
    .getByRole('row', { name: /Горный квартал.*Декабрь 2026/ })
    .getByRole('link')
    .click();
  await expect(page.getByRole('grid', { name: 'Медиаплан' })).toBeVisible();
  await page
    .getByRole('button', { name: /^Версия \d/ })
    .first()
    .click();
  await expect(page.getByRole('complementary', { name: 'Версии и согласование' })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
});
