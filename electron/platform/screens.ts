import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';
import { readBriefTitles } from '../../db/queries/briefs.query';
import { readClientList } from '../../db/queries/clients.query';
import { readPlanTitles } from '../../db/queries/media-plans.query';
import { readProposalTitles } from '../../db/queries/proposals.query';
import { AppError } from '../../shared/contract/app-error';
import { lastClosedMonth } from '../services/clients.service';
import { showPortfolio } from '../services/portfolio.service';
import type { WorkspaceDesk } from '../services/workspace-desk';
import { writeOutput } from '../services/write-output';

const READY_WITHIN_MS = 15_000;
const POLL_MS = 50;
/** How long nothing may change: charts and panes come after the first paint. */
const SETTLE_MS = 500;

const CLIENT_TABS = [
  'profitability',
  'budget',
  'projects',
  'hours',
  'media',
  'receivables',
  'briefs',
  'tasks',
  'details',
];
const TASK_VIEWS = [
  'today',
  'board',
  'list',
  'timeline',
  'calendar',
  'workload',
  'queue',
  'contested',
  'regulations',
  'quality',
  'improvements',
];
const SETTINGS_TABS = [
  'agency',
  'people',
  'absences',
  'calendar',
  'prices',
  'taxes',
  'language',
  'backups',
];

/** What the page shows, as a text to compare; empty while fonts, data or a part of the page are on their way. */
const SHOWN = `document.fonts.status !== 'loaded' || document.querySelector('[aria-busy="true"]') !== null
  ? '' : (document.querySelector('main')?.innerText ?? '').trim()`;

/** Waits until the page shows something and has stopped changing. */
async function untilSettled(window: BrowserWindow, route: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  let shown = '';
  let since = Date.now();
  while (Date.now() < deadline) {
    await wait(POLL_MS);
    const now = String(await window.webContents.executeJavaScript(SHOWN));
    if (now === '' || now !== shown) {
      shown = now;
      since = Date.now();
    } else if (Date.now() - since >= SETTLE_MS) return;
  }
  throw new AppError('window-failed', { reason: route });
}

type Screen = { name: string; route: string };

function screensOf(desk: WorkspaceDesk): Screen[] {
  const read = desk.session.workspace.read;
  // The client most in need of a look has the most to show.
  const { clock } = desk.session;
  const risk = showPortfolio(read, lastClosedMonth(clock.today()), null, clock.today()).risks[0];
  const client = risk === undefined ? readClientList(read, false)[0]?.id : risk.clientId;
  const brief = readBriefTitles(read)[0];
  const proposal = readProposalTitles(read).at(-1);
  const plan = readPlanTitles(read)[0];
  const screens: Screen[] = [
    { name: 'monday', route: '/monday' },
    { name: 'portfolio', route: '/portfolio' },
    { name: 'deadlines', route: '/deadlines' },
    { name: 'clients', route: '/clients' },
    ...(client === undefined
      ? []
      : CLIENT_TABS.map((tab) => ({
          name: `client-${tab}`,
          route: `/clients/${client}/${tab}`,
        }))),
    { name: 'briefs', route: '/briefs' },
    { name: 'brief-templates', route: '/briefs/templates' },
    ...(brief === undefined ? [] : [{ name: 'brief', route: `/briefs/${brief.id}` }]),
    { name: 'proposals', route: '/proposals' },
    ...(proposal === undefined ? [] : [{ name: 'proposal', route: `/proposals/${proposal.id}` }]),
    { name: 'media-plans', route: '/media-plans' },
    ...(plan === undefined ? [] : [{ name: 'media-plan', route: `/media-plans/${plan.id}` }]),
    ...TASK_VIEWS.map((view) => ({ name: `tasks-${view}`, route: `/tasks/${view}` })),
    { name: 'time', route: '/time' },
    { name: 'money', route: '/money' },
    { name: 'import', route: '/money/import' },
    { name: 'reconciliation', route: '/money/reconciliation' },
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
  // The window loads its first page by itself: its end would be taken for the end of the next one.
  if (window.webContents.isLoading()) await once(window.webContents, 'did-stop-loading');
  for (const { name, route } of screensOf(desk)) {
    await window.loadURL(`app://console/index.html#${route}`);
    await untilSettled(window, route);
    await take(name);
  }
  desk.close();
  await window.loadURL('app://console/index.html');
  window.webContents.reload();
  await untilSettled(window, '/');
  await take('first-run');
  return files;
}
