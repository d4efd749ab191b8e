import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { launchArgs, readRuntime, runtimeEnv } from '../../build/runtime.ts';

export type LaunchOptions = {
  /** Path of a workspace to open at the start. */
  workspace?: string;
  /** Folder for the application's own settings; a new one, removed on close, when left out. */
  userData?: string;
  lang?: 'ru' | 'en' | 'lv';
  /** The day the application takes for today, YYYY-MM-DD. */
  today?: string;
  args?: string[];
};

export type LaunchedApp = {
  app: ElectronApplication;
  window: Page;
  userData: string;
  close: () => Promise<void>;
};

/** Starts the built application in the prepared Electron and waits for its first window. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const runtime = await readRuntime();
  if (!runtime) throw new Error('no runtime yet: run "node build/run.mjs setup" first');
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'agency-console-')));
  const app = await _electron.launch({
    executablePath: runtime.electronPath,
    args: [
      ...launchArgs(runtime),
      `--user-data-dir=${userData}`,
      `--today=${options.today ?? '2026-11-23'}`,
      `--lang=${options.lang ?? 'ru'}`,
      ...(options.workspace ? [`--workspace=${options.workspace}`] : []),
      ...(options.args ?? []),
    ],
    env: runtimeEnv(runtime),
  });
  const window = await app.firstWindow();
  await window.waitForLoadState('domcontentloaded');
  const close = async (): Promise<void> => {
    await app.close();
    if (!options.userData) await rm(userData, { recursive: true, force: true });
  };
  return { app, window, userData, close };
}
