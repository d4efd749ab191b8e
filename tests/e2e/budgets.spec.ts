import { expect, test } from '@playwright/test';
import { readNumber, sampleWindow, seriousFaults } from '../helpers/sample-window.ts';

const sample = sampleWindow();
const CLIENT = 'Горный квартал';

test('a budget is typed, moved, locked and taken back', async () => {
  const page = sample.page();
  await page.getByRole('link', { name: CLIENT }).first().click();
  await page.getByRole('link', { name: 'Бюджет' }).click();
  const table = page.getByRole('table', { name: 'Бюджет по месяцам' });
  const cell = (kind: string, month: string, section: string) =>
    table.getByRole('button', { name: `План: ${kind}, ${month}, ${section}` });

  await test.step('typing a plan changes the totals', async () => {
    await cell('Производство', 'Декабрь 2026', 'Без проекта').click();
    await page.keyboard.type('310000');
    await page.keyboard.press('Enter');
    await expect(cell('Производство', 'Декабрь 2026', 'Без проекта')).toContainText('310');
    await page.keyboard.press('Control+z');
    await expect(cell('Производство', 'Декабрь 2026', 'Без проекта')).not.toContainText('310');
  });

  await test.step('hours move from one month to another', async () => {
    const from = cell('Часы', 'Октябрь 2026', 'Абонентское обслуживание');
    const to = cell('Часы', 'Ноябрь 2026', 'Абонентское обслуживание');
    const hoursOf = async (which: typeof from) => {
      const words = (await which.textContent()) ?? '';
      return readNumber(words.slice(words.lastIndexOf(':') + 1));
    };
    const [october, november] = [await hoursOf(from), await hoursOf(to)];
    await page.getByRole('button', { name: 'Перенести', exact: true }).click();
    const form = page.getByRole('form', { name: 'Перенос между месяцами' });
    await form.getByLabel('Сколько').fill('5');
    await form.getByLabel('Сколько').press('Tab');
    await form.getByRole('button', { name: 'Перенести', exact: true }).click();
    await expect(form).toBeHidden();
    await expect.poll(() => hoursOf(from)).toBe((october ?? 0) - 5);
    expect(await hoursOf(to)).toBe((november ?? 0) + 5);
  });

  await test.step('a locked month keeps its plan, and shows what came late', async () => {
    await page.getByRole('button', { name: /Октябрь 2026: действия/ }).click();
    await page.getByRole('menuitem', { name: /Закрыть месяц/ }).click();
    await expect(cell('Часы', 'Октябрь 2026', 'Абонентское обслуживание')).toHaveCount(0);
    await expect(page.getByRole('table', { name: 'Поздние записи' })).toContainText('дизайнера');
    expect(await seriousFaults(page)).toEqual([]);
  });
});

test('an approved plan is billed from its draft, and breaks are worked through', async () => {
  const page = sample.page();
  await page.locator('aside a[href$="/money"]').click();
  const drafts = page.getByRole('table', { name: 'Черновики счетов' });
  await expect(drafts.getByRole('row')).toHaveCount(3);

  await test.step('the invoice of a draft is issued, and the draft is gone', async () => {
    await drafts.getByRole('button', { name: 'Строки черновика: Ноябрь 2026' }).click();
    await expect(drafts).toContainText('Агентская комиссия');
    await drafts.getByRole('button', { name: 'Выставить счёт за Ноябрь 2026' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Выставить' }).click();
    await expect(drafts.getByRole('row')).toHaveCount(2);
  });

  await test.step('a break is explained and opened again', async () => {
    await page.getByRole('link', { name: 'Сверка медиа' }).click();
    const breaks = page.getByRole('table', { name: 'Расхождения' });
    const row = breaks.getByRole('row').filter({ hasText: 'нет документа поставщика' });
    await row.getByRole('button', { name: /^Разобрать/ }).click();
    await page.getByLabel('Чем объясняется').fill('Акт обещан к 5 декабря');
    await page.getByRole('button', { name: 'Объяснено', exact: true }).click();
    await expect(row).toContainText('Акт обещан к 5 декабря');
    await expect(row).toContainText('объяснено');
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Control+z');
    await expect(row).toContainText('открыто');
  });
});

test('approving a media plan brings its drafts', async () => {
  const page = sample.page();
  await page.locator('aside a[href$="/media-plans"]').click();
  await page
    .getByRole('row')
    .filter({ hasText: 'Камский Маркет' })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('button', { name: 'Согласовать' }).click();
  const pane = page.getByRole('complementary', { name: 'Версии и согласование' });
  await pane.getByLabel('Кто согласовал у клиента').fill('А. Ширинкина');
  await pane.getByLabel('Чем подтверждено').fill('Письмо от 23.11');
  await pane.getByRole('button', { name: 'Записать согласование' }).click();
  await expect(page.getByRole('note')).toContainText('не меняется');
  await page.locator('aside a[href$="/money"]').click();
  await expect(page.getByRole('table', { name: 'Черновики счетов' })).toContainText(
    'Камский Маркет',
  );
});
