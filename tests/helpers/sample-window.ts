import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { runConsole } from '../../build/tasks/console.ts';
import { insist } from './in-main.ts';
import { type LaunchedApp, launchApp } from './launch.ts';

export const TODAY = '2026-11-23';

type SampleWindow = {
  /** The window of the running test. */
  page(): Page;
  launched(): LaunchedApp;
  /** Starts another window on the same file: what was left is found again. */
  restart(): Promise<Page>;
};

/** Every test of the file gets a window of its own on a fresh copy of the sample portfolio. */
export function sampleWindow(lang: 'ru' | 'en' | 'lv' = 'ru'): SampleWindow {
  let folder = '';
  let workspace = '';
  let launched: LaunchedApp | null = null;

  const current = (): LaunchedApp => {
    if (launched === null) throw new Error('no window is open');
    return launched;
  };

  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'agency-sample-'));
    const made = ['new', join(folder, 'made.agency'), '--sample', '--today', TODAY];
    expect(await runConsole(made)).toBe(0);
  });
  test.afterAll(() => rm(folder, { recursive: true, force: true }));
  test.beforeEach(async () => {
    workspace = join(folder, `${test.info().testId}.agency`);
    await copyFile(join(folder, 'made.agency'), workspace);
    launched = await launchApp({ workspace, today: TODAY, lang });
    await expect(launched.window.getByRole('main').getByRole('table').first()).toBeVisible();
  });
  test.afterEach(async () => {
    await launched?.close();
    launched = null;
  });

  return {
    page: () => current().window,
    launched: current,
    restart: async () => {
      await current().close();
      launched = await launchApp({ workspace, today: TODAY, lang });
      return launched.window;
    },
  };
}

/** Gives the page inside the window this many pixels. */
export async function resize(launched: LaunchedApp, width: number, height: number) {
  const { app, window: page } = launched;
  await insist(() =>
    app.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
      },
      { width, height },
    ),
  );
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
}

/** `1 234,56`, `−5`, `83 %` as a number; null for «—» and words. */
export function readNumber(text: string | null): number | null {
  const bare = (text ?? '')
    .replace(/[\s\u00a0\u202f₽€%ч]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(bare) ? Number(bare) : null;
}

/** Faults that keep somebody out: «serious» and «critical» in axe's words. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // Electron gives Playwright no way to open a second page, which axe's newer mode needs.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** Cells with a number that does not fit: a number is never cut. */
export function cutNumbers(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('td.n, dd')]
      .filter(
        (cell) =>
          cell instanceof HTMLElement &&
          cell.scrollWidth > cell.clientWidth + 1 &&
          /\d/.test(cell.textContent ?? ''),
      )
      .map((cell) => cell.textContent),
  );
}
