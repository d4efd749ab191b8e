import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, session } from 'electron';
import log from 'electron-log/main';
import { languageOf } from '../shared/i18n/i18n';
import { runWindowJob } from './cli/run-window-job';
import { createHandlers } from './handlers/all.handlers';
import { createDispatcher } from './ipc/dispatcher';
import { registerIpc, sendEvent } from './ipc/register-ipc';
import { setAppMenu } from './platform/app-menu';
import { declareAppScheme, serveApp } from './platform/app-protocol';
import { systemDialogs } from './platform/dialogs';
import { lockDownAllContents, lockDownSession } from './platform/lock-down';
import { builtPaths, createMainWindow } from './platform/main-window';
import { openPreferences } from './platform/preferences';
import { parseStartOptions } from './platform/start-options';
import { systemClock } from './services/clock';
import { describeFailure } from './services/wording';
import { WorkspaceDesk } from './services/workspace-desk';

/** A call that takes longer is worth a look (STYLE.md: slow queries are logged over 40 ms). */
const SLOW_MS = 40;

const options = parseStartOptions(process.argv, process.cwd());
const paths = builtPaths(dirname(fileURLToPath(import.meta.url)));

app.enableSandbox();
declareAppScheme();
lockDownAllContents();
log.transports.console.level = app.isPackaged ? false : 'warn';

function start(): void {
  const preferences = openPreferences(join(app.getPath('userData'), 'preferences.json'), {
    language: options.language ?? languageOf(app.getLocale()),
  });
  const language = () => options.language ?? preferences.read().language;
  const describe = (code: string, params: Record<string, string | number>) => describeFailure(code, params, language());
  let window: BrowserWindow | null = null;

  const desk = new WorkspaceDesk({
    clock: systemClock(options.today),
    language,
    documents: app.getPath('documents'),
    dataFolder: app.getPath('userData'),
    recent: () => preferences.read().recent,
    remember(path) {
      const others = preferences.read().recent.filter((each) => each !== path);
      preferences.change({ recent: [path, ...others].slice(0, 10) });
    },
    onChange: (change) => sendEvent(window, { type: 'changed', entities: [...change.entities] }),
    describe,
    onBackupFailed: (error) => log.error('backup failed', error),
  });

  const dispatcher = createDispatcher({
    describe,
    log: {
      slow: (method, ms) => log.warn(`${method} took ${Math.round(ms)} ms`),
      unexpected: (method, error) => log.error(`${method} failed`, error),
    },
    slowMs: SLOW_MS,
    now: () => performance.now(),
  });
  const refreshMenu = () => setAppMenu(language(), (command) => sendEvent(window, { type: 'menu', command }));
  dispatcher.register(
    createHandlers({
      desk,
      preferences,
      dialogs: systemDialogs(() => window, app.getPath('documents'), language),
      window: () => window,
      rendererRoot: paths.rendererRoot,
      onPreferences: refreshMenu,
    }),
  );
  dispatcher.seal();
  registerIpc(dispatcher);

  const chosen = preferences.read();
  window = createMainWindow({
    preload: paths.preload,
    preferences: {
      language: language(),
      theme: options.theme ?? chosen.theme,
      density: chosen.density,
    },
    bounds: chosen.bounds,
    size: options.size,
    onBounds: (bounds) => preferences.change({ bounds }),
  });
  window.on('closed', () => {
    window = null;
  });
  serveApp(session.defaultSession, paths.rendererRoot);
  void window.loadURL('app://console/index.html');

  const path = options.workspace ?? chosen.recent[0];
  if (path !== undefined) desk.openAtStart(path);
  refreshMenu();

  app.on('second-instance', (_event, argv, cwd) => {
    const asked = parseStartOptions(argv, cwd).workspace;
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
    if (asked !== null) desk.openAtStart(asked);
    sendEvent(window, { type: 'changed', entities: ['workspace'] });
  });
  app.on('will-quit', () => desk.close());
}

if (options.job !== null) {
  const { job } = options;
  void app.whenReady().then(async () => {
    lockDownSession(session.defaultSession);
    serveApp(session.defaultSession, paths.rendererRoot);
    app.exit(await runWindowJob(job, paths));
  });
} else if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => {
    lockDownSession(session.defaultSession);
    start();
  });
} else {
  app.quit();
}
