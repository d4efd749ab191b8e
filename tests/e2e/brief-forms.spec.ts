import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { edited } from '../helpers/archives.ts';
import { answerOpenDialog, answerSaveDialog } from '../helpers/in-main.ts';
import { sampleWindow, seriousFaults } from '../helpers/sample-window.ts';

const sample = sampleWindow();

test('a client fills in a brief in Word, and the answers chosen come back with one undo', async () => {
  const page = sample.page();
  const path = join(tmpdir(), `agency-form-${test.info().testId}.docx`);
  await page.getByRole('navigation').getByRole('link', { name: /Брифы/ }).click();
  await page.getByRole('link', { name: 'Запуск продаж второй очереди' }).click();
  const message = page.getByRole('textbox', { name: 'Главная мысль' });
  const before = await message.inputValue();

  await answerSaveDialog(sample.launched().app, path);
  await page.getByRole('button', { name: 'Ещё' }).click();
  await page.getByRole('menuitem', { name: 'DOCX для клиента' }).click();
  await expect(page.getByText(/Сохранено: agency-form/)).toBeVisible({ timeout: 20_000 });
  const form = new Uint8Array(await readFile(path));
  await writeFile(
    path,
    edited(form, 'word/document.xml', (xml) => xml.replace(before, 'Двор уже построен.')),
  );

  await answerOpenDialog(sample.launched().app, path);
  await page.getByRole('button', { name: 'Ещё' }).click();
  await page.getByRole('menuitem', { name: 'Загрузить заполненный…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Заполненный бриф' });
  await expect(dialog.getByText('Двор уже построен.')).toBeVisible({ timeout: 20_000 });
  await expect(dialog.getByRole('checkbox')).toHaveCount(1);
  expect(await seriousFaults(page)).toEqual([]);
  if (process.env['FORM_PICTURE'] !== undefined)
    await page.screenshot({ path: process.env['FORM_PICTURE'] });
  await dialog.getByRole('button', { name: 'Перенести 1 ответ' }).click();
  await expect(message).toHaveValue('Двор уже построен.');
  await page.keyboard.press('Control+z');
  await expect(message).toHaveValue(before);

  await writeFile(path, 'Это не форма');
  await page.getByRole('button', { name: 'Ещё' }).click();
  await page.getByRole('menuitem', { name: 'Загрузить заполненный…' }).click();
  await expect(dialog.getByText(/Файл повреждён и не читается/)).toBeVisible();
});
