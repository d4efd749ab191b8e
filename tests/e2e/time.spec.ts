import { expect, test } from '@playwright/test';
import { sampleWindow, seriousFaults } from '../helpers/sample-window.ts';

const app = sampleWindow();

test('the week is a grid: typed, walked, added up, undone; a line says the same', async () => {
  const page = app.page();
  await page.getByRole('link', { name: 'Время' }).click();
  const grid = page.getByRole('grid', { name: 'Часы недели' });
  await expect(grid).toBeVisible();

  await test.step('typing fills a cell, Tab goes on, what is no duration is said', async () => {
    await grid.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('1:30');
    await page.keyboard.press('Tab');
    const friday = grid.getByRole('row').nth(1).getByRole('gridcell').nth(4);
    await expect(friday).toHaveText('1,5');
    await page.keyboard.type('1x');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('«1x» — не время');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Delete');
    await expect(friday).toHaveText('');
    await page.keyboard.press('Control+z');
    await expect(friday).toHaveText('1,5');
  });

  await test.step('a line is read while it is typed and logged with Enter', async () => {
    const line = page.getByRole('textbox', { name: 'Быстрая запись' });
    await line.fill('45м zhemchug созвон');
    await expect(page.getByText(/0,75\sч · Жемчуг/)).toBeVisible();
    await line.press('Enter');
    await expect(line).toHaveValue('');
    await expect(page.getByRole('table', { name: 'Записи дня' })).toContainText('Жемчуг');
    await expect(page.locator('input[value="созвон"]')).toBeVisible();
  });

  await test.step('a locked week refuses', async () => {
    await page.getByRole('button', { name: 'Закрыть', exact: true }).click();
    await page.getByRole('button', { name: 'Закрыть период' }).click();
    await expect(page.getByRole('button', { name: /^Открыть 23–29/ })).toBeVisible();
    const line = page.getByRole('textbox', { name: 'Быстрая запись' });
    await line.fill('1ч жемчуг ещё');
    await line.press('Enter');
    await expect(page.getByRole('alert')).toContainText('закрыты');
  });

  await test.step('and takes what comes late as an adjustment', async () => {
    await page.getByRole('button', { name: 'Корректировка' }).click();
    const late = page.getByRole('textbox', { name: 'Сколько, кому и что' });
    await late.fill('1ч жемчуг');
    await late.press('Enter');
    await expect(page.getByText('Нужны время, клиент и что сделано')).toBeVisible();
    await late.fill('1ч жемчуг забытый отчёт');
    await page
      .getByRole('button', { name: /^Жемчуг/ })
      .first()
      .click();
    await expect(late).toHaveCount(0);
    await expect(page.locator('input[value="забытый отчёт"]')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Записи дня' })).toContainText('корректировка');
  });

  expect(await seriousFaults(page)).toEqual([]);
});

test('a timer is started by a key, survives a restart and is stopped', async () => {
  const page = app.page();
  await expect(page.getByRole('button', { name: 'Таймер' })).toBeVisible();
  await page.keyboard.press('Control+Shift+T');
  await page.getByRole('textbox', { name: 'Кому и что' }).fill('верба макет');
  await page.getByRole('button', { name: /^Верба/ }).click();
  await expect(page.getByRole('button', { name: /0:00:0\d.*Верба/ })).toBeVisible();

  const again = await app.restart();
  await expect(again.getByRole('button', { name: /0:\d\d:\d\d.*Верба/ })).toBeVisible();
  await again.getByRole('button', { name: 'Стоп' }).click();
  await expect(again.getByRole('button', { name: 'Таймер' })).toBeVisible();
});

test('an absence without a deputy and a changed calendar day stand in the settings', async () => {
  const page = app.page();
  await page.evaluate(() => {
    window.location.hash = '/settings/absences';
  });
  const absences = page.getByRole('table', { name: 'Отсутствия' });
  await expect(absences).toContainText('никто не замещает');
  const lonely = absences.getByRole('row').filter({ hasText: 'никто не замещает' });
  const alone = await lonely.count();
  await lonely
    .first()
    .getByRole('button', { name: /^Изменить отсутствие/ })
    .click();
  await page.getByLabel('Замещает').selectOption({ index: 1 });
  const change = page.getByRole('button', { name: 'Изменить', exact: true });
  await change.click();
  await expect(lonely).toHaveCount(alone - 1);
  await expect(change).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(lonely).toHaveCount(alone);
  await page.evaluate(() => {
    window.location.hash = '/settings/calendar';
  });
  await page.getByRole('radio', { name: '2027' }).click();
  await expect(page.getByText(/Переносы выходных 2027 года/)).toBeVisible();
  await page.getByRole('button', { name: 'Изменить день' }).click();
  await page.getByRole('textbox', { name: 'День' }).fill('31.12.2027');
  await page.getByRole('textbox', { name: 'День' }).press('Tab');
  await page.getByRole('button', { name: 'Записать день' }).click();
  const calendar = page.getByRole('table', { name: 'Производственный календарь' });
  await expect(calendar.getByRole('row', { name: /31 декабря/ })).toContainText('изменён вручную');
});
