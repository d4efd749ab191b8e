import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog } from '../helpers/in-main.ts';
import { sampleWindow, seriousFaults } from '../helpers/sample-window.ts';

const window = sampleWindow();
const board = join(import.meta.dirname, '../fixtures/trello/board.json');

test('a board moves in, is undone as one, and moves in again without doubling', async () => {
  const page = window.page();
  await page.evaluate(() => {
    location.hash = '#/tasks/board';
  });
  await page.getByRole('button', { name: 'Ещё', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Перенести из другой программы' }).click();
  await answerOpenDialog(window.launched().app, board);
  await page.getByRole('button', { name: 'Выбрать файл' }).click();

  await test.step('the file is recognised and shown before anything is written', async () => {
    await expect(page.getByText('Доска Trello «Ромашка, продвижение»:')).toBeVisible();
    const rows = page.getByRole('region', { name: 'Задачи файла' }).getByRole('row');
    await expect(rows).toHaveCount(6);
    await expect(rows.filter({ hasText: 'Лендинг «Зима»' })).toContainText('+ новая');
    expect(await seriousFaults(page)).toEqual([]);
  });

  await test.step('a person nobody knows is asked about once', async () => {
    const stranger = page.getByLabel(/«Кто-то Чужой»/);
    await stranger.selectOption({ label: 'без исполнителя' });
    await expect(stranger).toBeHidden();
  });

  await page.getByRole('button', { name: 'Записать 5 задач' }).click();
  await expect(page.getByRole('status').getByText('Записано 5 задач.')).toBeVisible();

  await test.step('one undo takes all of it back', async () => {
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Перенос отменён')).toBeVisible();
  });

  await test.step('again: all of it once, and then nothing new', async () => {
    await page.getByRole('button', { name: 'Ещё файл' }).click();
    await expect(page.getByLabel(/«Кто-то Чужой»/)).toBeHidden();
    await page.getByRole('button', { name: 'Записать 5 задач' }).click();
    await page.getByRole('button', { name: 'Ещё файл' }).click();
    await expect(page.getByText('= 5 уже есть')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Записывать нечего' })).toBeDisabled();
  });
});
