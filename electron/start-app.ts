import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import log from 'electron-log/main';
import { defaultDataFolder } from '../db/data-folder';
import { languageOf } from '../shared/i18n/i18n';
import { allHandlers } from './handlers/all.handlers';
import { createDispatcher } from './ipc/dispatcher';
import { registerIpc, sendEvent } from './ipc/register-ipc';
import { setAppMenu } from './platform/app-menu';
import { serveApp } from './platform/app-protocol';
import { systemDialogs } from './platform/dialogs';
import { lockDownSession } from './platform/lock-down';
import { type BuiltPaths, createMainWindow } from './platform/main-window';
import { openPreferences } from './platform/preferences';
import { parseStartOptions, type StartOptions } from './platform/start-options';
import { systemClock } from './services/clock';
import { describeFailure } from './services/wording';
import { WorkspaceDesk } from './services/workspace-desk';

/** A call that takes longer is worth a look (STYLE.md: slow queries are logged over 40 ms). */
const SLOW_MS = 40;
const RECENT_FILES = 10;

export type StartedApp = { window: BrowserWindow; desk: WorkspaceDesk };

/** Puts the parts together and opens the one window. The app must be ready. */
export function startApp(options: StartOptions, paths: BuiltPaths): StartedApp {
  const preferences = openPreferences(
    join(app.getPath('userData'), 'preferences.json'),
    { language: languageOf(app.getLocale()) },
    options,
  );
  const language = () => preferences.read().language;
  const describe = (code: string, params: Record<string, string | number>) =>
    describeFailure(code, params, language());

  const chosen = preferences.read();
  lockDownSession(session.defaultSession);
  serveApp(session.defaultSession, paths.rendererRoot);
  // First of all the window: its process starts while the file is opened here.
  const window = createMainWindow({
    preload: paths.preload,
    preferences: { language: chosen.language, theme: chosen.theme, density: chosen.density },
    bounds: chosen.bounds,
    size: options.size,
    onBounds: (bounds) => preferences.change({ bounds }),
  });
  void window.loadURL('app://console/index.html');

  const desk = new WorkspaceDesk({
    clock: systemClock(options.today),
    language,
    documents: app.getPath('documents'),
    dataFolder: app.commandLine.hasSwitch('user-data-dir')
      ? app.getPath('userData')
      : defaultDataFolder(),
    recent: () => preferences.read().recent,
    remember(path) {
      const others = preferences.read().recent.filter((each) => each !== path);
      preferences.change({ recent: [path, ...others].slice(0, RECENT_FILES) });
    },
    onChange: (change) => sendEvent(window, { type: 'changed', entities: [...change.entities] }),
    describe,
    onBackupFailed: (error) => log.error('backup failed', error),
  });
  const refreshMenu = () =>
    setAppMenu(language(), (command) => sendEvent(window, { type: 'menu', command }));
  const dispatcher = createDispatcher({
    describe,
    log: {
      slow: (method, ms) => log.warn(`${method} took ${Math.round(ms)} ms`),
      unexpected: (method, error) => log.error(`${method} failed`, error),
    },
    slowMs: SLOW_MS,
    now: () => performance.now(),
  });
  const areas = allHandlers({
    desk,
    preferences,
    dialogs: systemDialogs(() => window, app.getPath('documents'), language),
    window: () => window,
    language,
    onPreferences: refreshMenu,
  });
  for (const area of areas) dispatcher.register(area);
  dispatcher.seal();
  registerIpc(dispatcher);

  const path = options.workspace ?? chosen.recent[0];
  if (path !== undefined) desk.openAtStart(path);
  refreshMenu();

  app.on('second-instance', (_event, argv, cwd) => {
    const asked = parseStartOptions(argv, cwd).workspace;
    if (window.isMinimized()) window.restore();
    window.focus();
    if (asked === null) return;
    desk.openAtStart(asked);
    sendEvent(window, { type: 'changed', entities: ['workspace'] });
  });
  app.on('will-quit', () => desk.close());
  return { window, desk };
}
