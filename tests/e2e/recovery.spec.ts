import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { launchApp } from '../helpers/launch.ts';
import { makeSampleFile, type SampleFile } from '../helpers/sample-file.ts';

let sample: SampleFile;

test.beforeAll(async () => {
  sample = await makeSampleFile();
});
test.afterAll(() => sample.remove());

const PAGE = 4096;

test('a damaged file is left alone and its newest verified backup brings the work back', async () => {
  const workspace = await sample.copy();
  const before = await launchApp({ workspace });
  const { userData } = before;
  await expect(before.window.getByRole('table').first()).toBeVisible();
  await before.window.evaluate(() => {
    location.hash = '#/settings/backups';
  });
  await before.window.getByRole('button', { name: 'Сделать копию' }).click();
  await expect(before.window.getByRole('row', { name: /вручную/ })).toBeVisible();
  await before.app.close();

  // Every page but the first: the file still looks like ours and cannot be read.
  const bytes = await readFile(workspace);
  bytes.fill(0x5a, PAGE);
  await writeFile(workspace, bytes);

  const after = await launchApp({ workspace, userData });
  try {
    const { window } = after;
    await expect(window.getByRole('heading', { level: 1 })).toContainText('не открывается');
    await expect(window.getByText(/Пропадёт только внесённое после/)).toBeVisible();
    expect((await readFile(workspace)).equals(bytes)).toBe(true);
    await window.getByRole('button', { name: 'Вернуть эту копию' }).click();
    await expect(window.getByRole('table').first()).toBeVisible();
    await expect(window.getByRole('row', { name: /Верба/ }).first()).toBeVisible();
  } finally {
    await after.close();
  }
});
