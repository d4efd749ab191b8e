import { expect, type Page, test } from '@playwright/test';
import { addTask, ask } from '../helpers/add-tasks.ts';
import { sampleWindow, seriousFaults } from '../helpers/sample-window.ts';

const sample = sampleWindow();

type Choices = {
  people: { id: string; name: string }[];
  clients: { id: string; name: string }[];
};
type Shown = { startOn: string; dueOn: string; assignees: { personId: string }[] };

/** Three tasks in a row of one person, who is away during the second and has a deputy. */
async function makePlan(page: Page) {
  const { people, clients } = (await ask(page, 'tasks/choices', {})) as Choices;
  const [designer, deputy] = people;
  const client = clients[0];
  if (designer === undefined || deputy === undefined || client === undefined) {
    throw new Error('the sample has nobody');
  }
  const task = (title: string, startOn: string, dueOn: string) =>
    addTask(page, '', {
      fields: {
        title,
        clientId: client.id,
        startOn,
        dueOn,
        estimateSeconds: 16 * 3600,
        booking: 'hard',
        assignees: [{ personId: designer.id, sharePpm: 1_000_000 }],
      },
    });
  const first = await task('Макеты листовки', '2026-11-23', '2026-11-24');
  const second = await task('Печать листовки', '2026-11-25', '2026-11-26');
  const third = await task('Развоз листовки', '2026-11-27', '2026-11-27');
  await ask(page, 'tasks/link', { beforeId: first, afterId: second, lagDays: 0 });
  await ask(page, 'tasks/link', { beforeId: second, afterId: third, lagDays: 0 });
  await ask(page, 'people/add-absence', {
    personId: designer.id,
    fromOn: '2026-11-26',
    toOn: '2026-12-01',
    kind: 'vacation',
    deputyId: deputy.id,
    note: '',
  });
  return { designer, deputy, first, second, third };
}

/** A view of these tasks alone. */
async function open(page: Page, view: string): Promise<void> {
  await page.evaluate((name) => {
    const filter = encodeURIComponent(JSON.stringify({ text: 'листовки' }));
    history.replaceState(null, '', `?f=${filter}${location.hash}`);
    location.hash = `#/tasks/${name}`;
  }, view);
}

const shown = async (page: Page, id: string) => (await ask(page, 'tasks/show', { id })) as Shown;

test('a plan is moved by mouse and keys, its followers after it, and taken back', async () => {
  const page = sample.page();
  const { first, second, third, deputy } = await makePlan(page);
  await open(page, 'timeline');
  const grid = page.getByRole('treegrid', { name: 'Задачи во времени' });
  const row = (name: string) => grid.getByRole('row', { name: new RegExp(name) });
  await expect(row('Макеты листовки')).toBeVisible();
  // Who is away while a task runs, and who stands in.
  await expect(row('Печать листовки')).toContainText(`отпуск, замещает ${deputy.name}`);

  // By mouse two days later: what waits for it would start too early.
  const bar = page.locator(`[data-task="${first}"]`);
  const box = await bar.boundingBox();
  if (box === null) throw new Error('the bar is not drawn');
  await page.mouse.move(box.x + box.width / 2, box.y + 5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 40, box.y + 5, { steps: 3 });
  await page.mouse.move(box.x + box.width / 2 + 62, box.y + 5, { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => (await shown(page, first)).dueOn).toBe('2026-11-26');
  const strip = page.getByRole('region', { name: 'Перенос' });
  await expect(strip).toContainText('на 2 дня позже');
  await strip.getByLabel('Почему сдвинут срок').fill('ждём клиента');
  await page.keyboard.press('Enter');
  await expect(strip).toContainText('Записано');
  await strip.getByRole('button', { name: 'Сдвинуть её следом' }).click();
  await expect.poll(async () => (await shown(page, second)).startOn).toBe('2026-11-27');
  const pushed = (await shown(page, third)).dueOn;
  expect(pushed > '2026-11-27').toBe(true);

  // By keys: one day later, and its end one day more, each written once.
  await row('Макеты листовки').click({ position: { x: 60, y: 8 } });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect
    .poll(async () => {
      const { startOn, dueOn } = await shown(page, first);
      return `${startOn} ${dueOn}`;
    })
    .toBe('2026-11-26 2026-11-28');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await shown(page, first)).dueOn).toBe('2026-11-26');

  // A scale and the place are found again after another view.
  await page.getByRole('radio', { name: 'Месяцы' }).click();
  await open(page, 'calendar');
  await expect(page.getByRole('grid', { name: /Дни/ })).toBeVisible();
  await open(page, 'timeline');
  await expect(page.getByRole('radio', { name: 'Месяцы' })).toHaveAttribute('aria-checked', 'true');
  expect(await seriousFaults(page)).toEqual([]);
});

test('a task is carried to another day of the calendar and comes back', async () => {
  const page = sample.page();
  const { third } = await makePlan(page);
  await open(page, 'calendar');
  const grid = page.getByRole('grid', { name: /Дни/ });
  // A day of the sample is full: its tasks alone are looked at.
  for (const kind of [
    'Обещания',
    'Оплаты',
    'Договоры',
    'Реклама',
    'Связь',
    'Прочее',
    'Отсутствия',
  ]) {
    await page.getByRole('checkbox', { name: kind }).uncheck();
  }
  const day = (on: string) => grid.locator(`[data-day="${on}"]`);
  const chip = page.locator(`[data-item="task:${third}"]`);
  await expect(day('2026-11-27').locator(`[data-item="task:${third}"]`)).toBeVisible();
  const from = await chip.boundingBox();
  const to = await day('2026-12-02').boundingBox();
  if (from === null || to === null) throw new Error('the calendar is not drawn');
  await page.mouse.move(from.x + 60, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height - 8, { steps: 6 });
  await page.mouse.up();
  await expect(day('2026-12-02').locator(`[data-item="task:${third}"]`)).toBeVisible();
  await expect.poll(async () => (await shown(page, third)).dueOn).toBe('2026-12-02');

  // By keys from there: into the day, to the task, a day back.
  await chip.focus();
  await page.keyboard.press('Control+ArrowLeft');
  await expect.poll(async () => (await shown(page, third)).dueOn).toBe('2026-12-01');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await shown(page, third)).dueOn).toBe('2026-12-02');
  expect(await seriousFaults(page)).toEqual([]);
});

test('an overloaded week opens, and its work goes to somebody who has time', async () => {
  const page = sample.page();
  const { designer, deputy, first } = await makePlan(page);
  await open(page, 'workload');
  const cell = page.getByRole('button', { name: new RegExp(`${designer.name}, 23–29\\s`) });
  await expect(cell).toHaveAccessibleName(/\d из \d/);
  await cell.press('Enter');
  const pane = page.getByRole('complementary', { name: new RegExp(designer.name) });
  await expect(pane.getByRole('button', { name: 'Макеты листовки', exact: true })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await pane.getByLabel('Кому отдать: Макеты листовки').selectOption(deputy.id);
  await expect
    .poll(async () => (await shown(page, first)).assignees.map(({ personId }) => personId))
    .toEqual([deputy.id]);
  await expect(pane.getByRole('button', { name: 'Макеты листовки', exact: true })).toHaveCount(0);
  await pane.getByRole('button', { name: /\+1 неделя: Печать листовки/ }).click();
  await expect(pane.getByRole('button', { name: 'Печать листовки', exact: true })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(pane).toHaveCount(0);
});
