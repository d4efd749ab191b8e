import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';
import { readBriefTitles } from '../../db/queries/briefs.query';
import { readClientList } from '../../db/queries/clients.query';
import { AppError } from '../../shared/contract/app-error';
import type { WorkspaceDesk } from '../services/workspace-desk';
import { writeOutput } from '../services/write-output';

const READY_WITHIN_MS = 15_000;
const POLL_MS = 50;
/** Time for what paints after the data is there: fonts, charts that load late. */
const SETTLE_MS = 400;

const CLIENT_TABS = [
  'profitability',
  'projects',
  'hours',
  'media',
  'receivables',
  'briefs',
  'details',
];
const SETTINGS_TABS = ['agency', 'people', 'taxes', 'language', 'backups'];

/** Loaded, fonts there, nothing waiting for data. */
const IS_READY = `document.fonts.status === 'loaded' && document.querySelector('#root > *') !== null
  && document.querySelector('[aria-busy="true"]') === null`;

async function untilReady(window: BrowserWindow, route: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    await wait(POLL_MS);
    if ((await window.webContents.executeJavaScript(IS_READY)) === true) {
      await wait(SETTLE_MS);
      return;
    }
  }
  throw new AppError('window-failed', { reason: route });
}

type Screen = { name: string; route: string };

function screensOf(desk: WorkspaceDesk): Screen[] {
  const read = desk.session.workspace.read;
  const client = readClientList(read, false)[0];
  const brief = readBriefTitles(read)[0];
  const screens: Screen[] = [
    { name: 'portfolio', route: '/portfolio' },
    { name: 'clients', route: '/clients' },
    ...(client === undefined
      ? []
      : CLIENT_TABS.map((tab) => ({
          name: `client-${tab}`,
          route: `/clients/${client.id}/${tab}`,
        }))),
    { name: 'briefs', route: '/briefs' },
    ...(brief === undefined ? [] : [{ name: 'brief', route: `/briefs/${brief.id}` }]),
    { name: 'money', route: '/money' },
    { name: 'import', route: '/money/import' },
    ...SETTINGS_TABS.map((tab) => ({ name: `settings-${tab}`, route: `/settings/${tab}` })),
    { name: 'help', route: '/help' },
  ];
  return screens;
}

/** A picture of every screen of the open workspace, numbered in reading order, then of the first window. */
export async function takeScreens(
  window: BrowserWindow,
  desk: WorkspaceDesk,
  folder: string,
): Promise<string[]> {
  const files: string[] = [];
  async function take(name: string): Promise<void> {
    const path = join(folder, `${String(files.length + 1).padStart(2, '0')}-${name}.png`);
    writeOutput(path, (await window.webContents.capturePage()).toPNG());
    files.push(path);
  }
  window.show();
  for (const { name, route } of screensOf(desk)) {
    await window.loadURL(`app://console/index.html#${route}`);
    await untilReady(window, route);
    await take(name);
  }
  desk.close();
  await window.loadURL('app://console/index.html');
  window.webContents.reload();
  await untilReady(window, '/');
  await take('first-run');
  return files;
}
