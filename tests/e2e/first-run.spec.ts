import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog, insist } from '../helpers/in-main.ts';
import { type LaunchedApp, launchApp } from '../helpers/launch.ts';

let home = '';
let realHome: string | undefined;
let launched: LaunchedApp;

test.beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'agency-home-'));
  realHome = process.env['HOME'];
  // Documents of a user who has none yet.
  process.env['HOME'] = home;
  launched = await launchApp();
});

test.afterEach(async () => {
  await launched.close();
  process.env['HOME'] = realHome;
  await rm(home, { recursive: true, force: true });
});

test('three answers make a file and show an empty portfolio', async () => {
  const { window } = launched;
  await expect(
    window.getByRole('heading', { name: 'Три вопроса, и можно работать' }),
  ).toBeVisible();
  await expect(window.getByRole('complementary')).toHaveCount(0);

  await window.getByLabel('Название агентства').fill('Агентство «Мост»');
  await window.getByLabel('Город').fill('Пермь');
  await window.getByLabel('Имя и фамилия').fill('Анна Ракитина');
  await window.getByRole('button', { name: /^Создать most-\d{4}\.agency$/ }).click();

  await expect(window.getByText('Клиентов пока нет.')).toBeVisible();
  await expect(window.getByText('Анна Ракитина')).toBeVisible();
  await expect(window.getByRole('complementary')).toContainText('Агентство «Мост»');
});

test('what is missing is named, the first field gets the focus, nothing is written', async () => {
  const { window } = launched;
  await window.getByRole('button', { name: /^Создать/ }).click();
  await expect(window.getByText('Назовите агентство')).toBeVisible();
  await expect(window.getByLabel('Название агентства')).toBeFocused();
  await window.getByLabel('Название агентства').fill('Мост');
  await window.getByLabel('Имя и фамилия').fill('Анна');
  await window.getByLabel('Имя файла').fill('до/после');
  await window.getByRole('button', { name: /^Создать/ }).click();
  await expect(window.getByText(/В имени файла не бывает знаков/)).toBeVisible();
});

test('a name that is taken is refused and the file there stays as it was', async () => {
  const { window } = launched;
  const folder = await insist(() => launched.app.evaluate(({ app }) => app.getPath('documents')));
  const taken = join(folder, 'most.agency');
  await writeFile(taken, 'not ours to touch');
  await window.getByLabel('Название агентства').fill('Мост');
  await window.getByLabel('Имя и фамилия').fill('Анна');
  await window.getByLabel('Имя файла').fill('most');
  await window.getByRole('button', { name: 'Создать most.agency' }).click();
  await expect(window.getByRole('alert')).toContainText('most.agency');
  expect(await readFile(taken, 'utf8')).toBe('not ours to touch');
});

test('the sample opens by one click', async () => {
  const { window } = launched;
  await window.getByRole('button', { name: 'Открыть пример' }).click();
  await expect(window.getByRole('table').first()).toBeVisible({ timeout: 30_000 });
  await expect(window.getByRole('row', { name: /Верба/ }).first()).toBeVisible();
});

test('a file that is none of ours is refused with a sentence', async () => {
  const { app, window } = launched;
  const foreign = join(home, 'song.agency');
  await writeFile(foreign, 'la la la '.repeat(200));
  await answerOpenDialog(app, foreign);
  await window.getByRole('button', { name: 'Выбрать файл' }).click();
  await expect(window.getByRole('alert')).toContainText('song.agency');
  expect((await stat(foreign)).size).toBe(1800);
});

test('the questions are asked in the language chosen on the spot', async () => {
  const { window } = launched;
  await window.getByRole('radio', { name: 'Latviešu' }).click();
  await expect(
    window.getByRole('heading', { name: 'Trīs jautājumi, un var strādāt' }),
  ).toBeVisible();
  await window.getByRole('radio', { name: 'English' }).click();
  await expect(
    window.getByRole('heading', { name: 'Three questions, and you can work' }),
  ).toBeVisible();
});
