import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { insist } from '../helpers/in-main.ts';
import { type LaunchedApp, launchApp } from '../helpers/launch.ts';
import { makeSampleFile, type SampleFile } from '../helpers/sample-file.ts';

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

test('neither the list nor the sheet nor its panes keep anybody out', async () => {
  const page = launched.window;
  const faults = async () => {
    // Electron gives Playwright no way to open a second page, which axe's newer mode needs.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  };
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Медиапланы/ })
    .click();
  await expect(page.getByRole('table', { name: 'Медиапланы' })).toBeVisible();
  expect(await faults()).toEqual([]);
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
  expect(await faults()).toEqual([]);
});
