import { dirname, join } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = dirname(import.meta.dirname);

export default defineConfig({
  testDir: join(root, 'tests'),
  testMatch: ['e2e/**/*.{spec,test}.ts', 'security/**/*.spec.ts'],
  outputDir: join(root, 'out/test-results'),
  // Every test starts an application of its own; two at once on two cores only make both slow.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A window under a virtual display now and then loses an answer to the debugger. What fails twice
  // is a defect; what needed its second try is named in the summary.
  retries: 1,
  forbidOnly: true,
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
});
