import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog } from '../helpers/in-main.ts';
import { sampleWindow } from '../helpers/sample-window.ts';

const sample = sampleWindow();

async function openTemplates(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: /Брифы/ }).click();
  await page.getByRole('link', { name: 'Шаблоны', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Шаблоны брифов' })).toBeVisible();
}

const question = (page: Page, label: string) =>
  page.getByRole('main').getByRole('listitem').getByRole('button', { name: label });

async function labels(page: Page): Promise<string[]> {
  const rows = page.getByRole('main').getByRole('listitem').getByRole('button');
  return (await rows.allInnerTexts()).map(
    (text) => text.replace('⠿', '').trim().split('\n')[0] ?? '',
  );
}

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

const kept = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: 'Сохранено' })).toBeVisible();

test('a shipped kind is copied, changed, put into another order, and begins a brief', async () => {
  const page = sample.page();
  await openTemplates(page);
  await page.getByRole('button', { name: 'Действия с шаблоном «Видео»' }).click();
  await page.getByRole('menuitem', { name: 'Копировать' }).click();
  const dialog = page.getByRole('dialog', { name: 'Новый шаблон' });
  await dialog.getByLabel('Название шаблона').fill('Ролик для маркетплейса');
  await dialog.getByRole('button', { name: 'Создать шаблон' }).click();

  await question(page, 'Сюжет').click();
  await page.getByLabel('О чём спрашиваем').fill('Что показываем за 15 секунд');
  await page.getByRole('button', { name: /^Добавить вопрос Ролик/ }).click();
  await page.getByRole('menuitem', { name: 'выбор', exact: true }).click();
  await page.getByLabel('О чём спрашиваем').fill('Площадка');
  await expect(page.getByText('нужно хотя бы два варианта')).toBeVisible();
  for (const choice of ['Ozon', 'Wildberries']) {
    await page.getByRole('button', { name: 'Добавить вариант' }).click();
    await page.keyboard.type(choice);
  }
  await expect(page.getByText('По шаблону можно начинать бриф')).toBeVisible();
  expect(await faults(page)).toEqual([]);

  const before = await labels(page);
  await question(page, 'Площадка').focus();
  await page.keyboard.press('Alt+ArrowUp');
  const after = await labels(page);
  expect(after.indexOf('Площадка')).toBe(before.indexOf('Площадка') - 1);
  await expect(question(page, 'Площадка')).toBeFocused();
  await question(page, 'Площадка').dragTo(question(page, 'Права'));
  await expect
    .poll(async () => {
      const now = await labels(page);
      return Math.abs(now.indexOf('Площадка') - now.indexOf('Права'));
    })
    .toBe(1);
  await kept(page);
  await page.getByRole('radio', { name: 'Как увидит автор' }).click();
  await expect(page.getByRole('article', { name: 'Как увидит автор' })).toContainText(
    'Wildberries',
  );
  expect(await faults(page)).toEqual([]);

  await page.getByRole('navigation').getByRole('link', { name: /Брифы/ }).click();
  await page.getByRole('button', { name: 'Бриф', exact: true }).first().click();
  const brief = page.getByRole('dialog', { name: 'Новый бриф' });
  await brief.getByLabel('Название').fill('Карточки к празднику');
  await brief.getByText('Ролик для маркетплейса').click();
  await brief.getByRole('button', { name: 'Создать бриф' }).click();
  await expect(page.getByText('Что показываем за 15 секунд').first()).toBeVisible();
});

test('a template goes into a file and comes back, and another file is refused with a sentence', async () => {
  const page = sample.page();
  const folder = await mkdtemp(join(tmpdir(), 'agency-template-'));
  const file = join(folder, 'seo.agency-brief-template');
  await openTemplates(page);
  await page.getByRole('button', { name: 'Шаблон', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Новый шаблон' });
  await dialog.getByLabel('Название шаблона').fill('SEO для магазинов');
  await dialog.getByLabel('Начать с').selectOption({ label: 'Поисковое продвижение' });
  await dialog.getByRole('button', { name: 'Создать шаблон' }).click();
  await page.getByRole('link', { name: 'Шаблоны брифов' }).click();

  await answerSaveDialog(sample.launched().app, file);
  await page.getByRole('button', { name: 'Действия с шаблоном «SEO для магазинов»' }).click();
  await page.getByRole('menuitem', { name: 'Сохранить в файл' }).click();
  await expect(page.getByText('Шаблон сохранён: seo.agency-brief-template')).toBeVisible();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ title: 'SEO для магазинов' });

  await answerOpenDialog(sample.launched().app, file);
  await page.getByRole('button', { name: 'Взять из файла' }).click();
  await expect(page.getByLabel('Название шаблона')).toHaveValue('SEO для магазинов (2)');

  await writeFile(file, 'не шаблон');
  await page.getByRole('link', { name: 'Шаблоны брифов' }).click();
  await page.getByRole('button', { name: 'Взять из файла' }).click();
  await expect(page.getByRole('alert')).toContainText('Это не файл шаблона брифа');
  expect(await faults(page)).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});
