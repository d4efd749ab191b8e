import { expect, type Locator, type Page, test } from '@playwright/test';
import { addTask, ask } from '../helpers/add-tasks.ts';
import { sampleWindow, seriousFaults } from '../helpers/sample-window.ts';

const sample = sampleWindow();

/** Opens a place of the tasks; with words, filtered by them: the sample has more than fits on a screen. */
async function go(page: Page, path: string, text = ''): Promise<void> {
  await page.evaluate(
    ([hash, search]) => {
      history.pushState(null, '', `${location.pathname}${search}#${hash}`);
      dispatchEvent(new HashChangeEvent('hashchange'));
    },
    [path, text === '' ? '' : `?f=${encodeURIComponent(JSON.stringify({ text }))}`],
  );
}

const column = (page: Page, name: string): Locator => page.getByRole('listbox', { name });
const cardIn = (page: Page, name: string, title: string): Locator =>
  column(page, name).getByRole('option').filter({ hasText: title });

test('a card is carried with the mouse and with the keys, and taken back', async () => {
  const page = sample.page();
  await addTask(page, 'Собрать семантику 4ч', { fields: { title: 'Собрать семантику' } });
  await go(page, '/tasks/board', 'Собрать семантику');
  const card = cardIn(page, 'Очередь', 'Собрать семантику');
  await expect(card).toBeVisible();

  await card.dragTo(column(page, 'Проверка'));
  await expect(cardIn(page, 'Проверка', 'Собрать семантику')).toBeVisible();
  await expect(card).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(card).toBeVisible();

  // By the keys: the card is found, taken up, carried one column to the right and put down.
  await card.click();
  await expect(page.getByRole('complementary', { name: 'Задача' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Space');
  await expect(page.getByText('1 карточка переносится, Очередь')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Сюда: «Собрать семантику»')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeVisible();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(cardIn(page, 'В работе', 'Собрать семантику')).toBeVisible();

  // And by the menu, which says where a card can go.
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: 'У клиента' }).click();
  await expect(cardIn(page, 'У клиента', 'Собрать семантику')).toBeVisible();
});

test('cards that stand by hand are moved among each other, with the mouse and the keys', async () => {
  const page = sample.page();
  for (const title of ['Афиша раз', 'Афиша два', 'Афиша три']) await addTask(page, title);
  await go(page, '/tasks/board', 'Афиша');
  await page.getByRole('combobox', { name: 'Порядок' }).selectOption('position');
  const cards = column(page, 'Очередь').getByRole('option');
  await expect(cards).toContainText(['раз', 'два', 'три']);

  await cards.nth(2).dragTo(cards.nth(0), { targetPosition: { x: 40, y: 4 } });
  await expect(cards).toContainText(['три', 'раз', 'два']);
  await page.keyboard.press('Control+z');
  await expect(cards).toContainText(['раз', 'два', 'три']);

  await cards.nth(0).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText('Сюда: «Афиша раз»')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(cards).toContainText(['два', 'раз', 'три']);
});

test('a column says when it holds more than it may', async () => {
  const page = sample.page();
  await addTask(page, 'Первая', { status: 'rework' });
  await addTask(page, 'Вторая', { status: 'rework' });
  await go(page, '/tasks/board');
  const head = page.getByRole('region', { name: 'Доработка' });
  await head.getByTitle('Сколько карточек колонка может держать').click();
  await page.getByLabel('Не больше карточек').fill('1');
  await page.keyboard.press('Enter');
  await expect(head.getByText(/▲ \d+ из 1/)).toBeVisible();
});

test('many tasks are changed at once and taken back at once', async () => {
  const page = sample.page();
  await addTask(page, 'Баннер один', { status: 'review' });
  await addTask(page, 'Баннер два', { status: 'review' });
  await go(page, '/tasks/board', 'Баннер');
  await cardIn(page, 'Проверка', 'Баннер один').click({ modifiers: ['Control'] });
  await cardIn(page, 'Проверка', 'Баннер два').click({ modifiers: ['Control'] });
  const bar = page.getByRole('toolbar', { name: 'Изменить отмеченные задачи' });
  await expect(bar).toContainText('Отмечены 2 задачи');
  await bar.getByRole('button', { name: 'Статус…' }).click();
  await page.getByRole('menuitem', { name: 'У клиента' }).click();
  await expect(cardIn(page, 'У клиента', 'Баннер один')).toBeVisible();
  await expect(cardIn(page, 'У клиента', 'Баннер два')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(cardIn(page, 'Проверка', 'Баннер один')).toBeVisible();
  await expect(cardIn(page, 'Проверка', 'Баннер два')).toBeVisible();
});

test('the list is changed where it stands; a day that moves is asked why', async () => {
  const page = sample.page();
  await addTask(page, 'Отчёт за октябрь', {
    fields: { title: 'Отчёт за октябрь', dueOn: '2026-11-25' },
  });
  await go(page, '/tasks/list', 'Отчёт за октябрь');
  const row = page.getByRole('row').filter({ hasText: 'Отчёт за октябрь' });
  await row.getByText('Отчёт за октябрь').click();
  await page.keyboard.press('Escape');
  const panel = page.getByRole('complementary', { name: 'Задача' });
  await expect(panel).toHaveCount(0);
  await page.keyboard.press('d');
  await page.getByRole('textbox', { name: 'Срок' }).fill('27.11');
  await page.getByLabel('Почему переносится').fill('ждём доступы');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('27.11');
  await expect(panel).toHaveCount(0);
  await row.getByRole('button', { name: /^Оценка/ }).click();
  await page.getByRole('textbox', { name: 'Оценка' }).fill('2,5');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('2,5 ч');

  await page.getByRole('grid').focus();
  await page.keyboard.press('Space');
  await expect(panel.getByRole('region', { name: 'История' })).toContainText('25.11 → 27.11');
  await expect(panel.getByRole('region', { name: 'История' })).toContainText('ждём доступы');
});

test('a task holds its checklist, its comments and what it waits for; a circle is refused', async () => {
  const page = sample.page();
  const first = await addTask(page, 'Тексты посадочной');
  const second = await addTask(page, 'Вёрстка посадочной');
  const third = await addTask(page, 'Проверка посадочной');
  await go(page, `/tasks/${first}`);
  const points = page.getByRole('region', { name: 'Чек-лист' });
  await points.getByLabel('Новый пункт').fill('Согласовать заголовок');
  await page.keyboard.press('Enter');
  await points.getByText('Согласовать заголовок').click();
  await expect(points).toContainText('1/1');

  const talk = page.getByRole('region', { name: 'Обсуждение' });
  await talk.getByLabel('Комментарий').fill('Клиент просит короче');
  await page.keyboard.press('Control+Enter');
  await expect(talk.getByText('Клиент просит короче')).toBeVisible();

  // «Вёрстка» waits for «Тексты», «Проверка» for «Вёрстка»; the third before the first would be a circle.
  const links = page.getByRole('region', { name: 'Зависимости' });
  const link = async (side: string, title: string) => {
    await links.getByRole('button', { name: 'Связать' }).click();
    await links.getByRole('radio', { name: side }).click();
    await links.getByLabel('Найти задачу').fill(title);
    await links.getByRole('button', { name: new RegExp(`^${title}.*Очередь$`) }).click();
  };
  await link('Её ждут', 'Вёрстка посадочной');
  await expect(
    links.getByRole('button', { name: 'Вёрстка посадочной', exact: true }),
  ).toBeVisible();
  await ask(page, 'tasks/link', { beforeId: second, afterId: third, lagDays: 0 });
  await go(page, `/tasks/${third}`);
  await expect(page.getByLabel('Название задачи')).toHaveValue('Проверка посадочной');
  await link('Её ждут', 'Тексты посадочной');
  await expect(links.getByRole('alert')).toContainText('Тексты посадочной');
});

test('the day is settled where it stands', async () => {
  const page = sample.page();
  const { me } = await ask(page, 'tasks/choices', {});
  if (me === null) throw new Error('nobody works in the sample');
  await addTask(page, 'Ответить на письмо', {
    fields: {
      title: 'Ответить на письмо',
      dueOn: '2026-11-23',
      assignees: [{ personId: me, sharePpm: 1_000_000 }],
    },
    status: 'in-work',
  });
  await go(page, '/tasks/today');
  const due = page.getByRole('region', { name: 'Срок сегодня' });
  await due
    .getByRole('listitem')
    .filter({ hasText: 'Ответить на письмо' })
    .getByRole('button', { name: 'Готово' })
    .click();
  await expect(
    page.getByRole('region', { name: 'Сделано сегодня' }).getByText('Ответить на письмо'),
  ).toBeVisible();
});

test('neither the board nor a task keeps anybody out', async () => {
  const page = sample.page();
  const id = await addTask(page, 'Проверить счётчик', { checklist: ['Цели', 'Конверсии'] });
  await go(page, '/tasks/board', 'Проверить счётчик');
  await cardIn(page, 'Очередь', 'Проверить счётчик').click();
  await expect(page.getByRole('complementary', { name: 'Задача' })).toBeVisible();
  expect(await seriousFaults(page), 'board').toEqual([]);
  await go(page, `/tasks/${id}`);
  await expect(page.getByRole('region', { name: 'Чек-лист' })).toContainText('Цели');
  expect(await seriousFaults(page), 'task').toEqual([]);
});
