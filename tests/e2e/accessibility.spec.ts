import { expect, test } from '@playwright/test';
import { type LaunchedApp, launchApp } from '../helpers/launch.ts';
import { makeSampleFile, type SampleFile } from '../helpers/sample-file.ts';
import { seriousFaults } from '../helpers/sample-window.ts';

let sample: SampleFile;

// Every screen is looked through rule by rule.
test.describe.configure({ timeout: 240_000 });

test.beforeAll(async () => {
  sample = await makeSampleFile();
});
test.afterAll(() => sample.remove());

const SCREENS = [
  '/portfolio',
  '/clients',
  '/briefs',
  '/briefs/templates',
  '/media-plans',
  '/monday',
  '/deadlines',
  '/time',
  '/tasks/today',
  '/tasks/board',
  '/tasks/list',
  '/tasks/timeline',
  '/tasks/calendar',
  '/tasks/workload',
  '/tasks/queue',
  '/tasks/contested',
  '/tasks/regulations',
  '/tasks/quality',
  '/tasks/improvements',
  '/money',
  '/money/import',
  '/settings/agency',
  '/settings/people',
  '/settings/absences',
  '/settings/calendar',
  '/settings/taxes',
  '/settings/language',
  '/settings/backups',
  '/help',
];

for (const theme of ['light', 'dark'] as const) {
  test(`no screen keeps anybody out, ${theme}`, async () => {
    const launched: LaunchedApp = await launchApp({
      workspace: await sample.copy(),
      args: [`--theme=${theme}`],
    });
    const { window } = launched;
    try {
      await expect(window.getByRole('table').first()).toBeVisible();
      const client = await window.evaluate(
        () =>
          document.querySelector<HTMLAnchorElement>('a[href*="/clients/"][href$="/profitability"]')
            ?.hash ?? '',
      );
      const clientPath = client.replace('#', '');
      const tabs = [
        'profitability',
        'projects',
        'hours',
        'media',
        'receivables',
        'tasks',
        'details',
      ].map((tab) => clientPath.replace('profitability', tab));
      for (const path of [...SCREENS, ...tabs]) {
        await window.evaluate((hash) => {
          location.hash = hash;
        }, `#${path}`);
        await window.waitForTimeout(400);
        expect(await seriousFaults(window), path).toEqual([]);
      }
      await window.keyboard.press('Control+k');
      await expect(window.getByRole('combobox')).toBeFocused();
      expect(await seriousFaults(window), 'palette').toEqual([]);
    } finally {
      await launched.close();
    }
  });
}

test('the first window keeps nobody out', async () => {
  const launched = await launchApp();
  try {
    await expect(launched.window.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await seriousFaults(launched.window)).toEqual([]);
  } finally {
    await launched.close();
  }
});
