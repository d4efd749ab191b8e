import { app, BrowserWindow } from 'electron';
import { defaultDataFolder } from '../db/data-folder';
import { firstHandlers, type HandlerParts } from './handlers/first.handlers';
import { createDispatcher, type Dispatcher } from './ipc/dispatcher';
import { sendEvent } from './ipc/register-ipc';
import type { Attention } from './platform/attention';
import { systemDialogs } from './platform/dialogs';
import type { PreferenceStore } from './platform/preferences';
import type { StartOptions } from './platform/start-options';
import type { Windows } from './platform/windows';
import { systemClock } from './services/clock';
import { WorkspaceDesk } from './services/workspace-desk';

/** A call that takes longer is worth a look (STYLE.md: slow queries are logged over 40 ms). */
const SLOW_MS = 40;
const RECENT_FILES = 10;
/** After the page was loaded; the first picture takes less. */
const MENU_MS = 300;
const REST_MS = 1000;

export type StartedServices = {
  desk: WorkspaceDesk;
  dispatcher: Dispatcher;
  /** Opens a file asked for from outside, and tells the window. */
  openFile(path: string): void;
};

/** Loaded when there is something to write: a start has nothing to log. */
async function logger() {
  const { default: log } = await import('electron-log/main');
  log.transports.console.level = app.isPackaged ? false : 'warn';
  return log;
}

/** Everything that answers the window, and the file it shows. */
export function startServices(parts: {
  options: StartOptions;
  preferences: PreferenceStore;
  windows: Windows;
}): StartedServices {
  const { options, preferences, windows } = parts;
  /** Dialogs belong to the window that is worked in. */
  const window = () => BrowserWindow.getFocusedWindow() ?? windows.main;
  const language = () => preferences.read().language;
  // The words of three languages are read when there is something to say.
  const describe = async (code: string, params: Record<string, string | number>) =>
    (await import('./services/wording')).describeFailure(code, params, language());

  let attention: Attention | null = null;
  const desk = new WorkspaceDesk({
    clock: systemClock(options.today),
    language,
    documents: app.getPath('documents'),
    dataFolder: app.commandLine.hasSwitch('user-data-dir')
      ? app.getPath('userData')
      : defaultDataFolder(),
    recent: () => preferences.read().recent,
    remember(path) {
      const { recent } = preferences.read();
      if (recent[0] === path) return;
      const others = recent.filter((each) => each !== path);
      preferences.change({ recent: [path, ...others].slice(0, RECENT_FILES) });
    },
    onChange(change) {
      windows.tell({ type: 'changed', entities: [...change.entities] });
      attention?.changed();
    },
    onClosed() {
      // They showed this file. The first window does not know yet where one of them has closed it.
      if (windows.closeOthers()) windows.tell({ type: 'changed', entities: ['workspace'] });
    },
    describe,
    onBackupFailed: (error) => void logger().then((log) => log.error('backup failed', error)),
  });
  async function watch(): Promise<void> {
    const { payAttention } = await import('./platform/attention');
    attention = payAttention({
      session: () => (desk.isOpen ? desk.session : null),
      window: () => windows.main,
      onShown: () => windows.tell({ type: 'changed', entities: ['reminders'] }),
      onFailed: (error) => void logger().then((log) => log.error('reminders failed', error)),
    });
  }
  const refreshMenu = () =>
    void import('./platform/app-menu').then(({ setAppMenu }) =>
      setAppMenu(language(), (command) => sendEvent(window(), { type: 'menu', command })),
    );
  const dispatcher = createDispatcher({
    describe,
    log: {
      slow: (method, ms) =>
        void logger().then((log) => log.warn(`${method} took ${Math.round(ms)} ms`)),
      unexpected: (method, error) =>
        void logger().then((log) => log.error(`${method} failed`, error)),
    },
    slowMs: SLOW_MS,
    now: () => performance.now(),
  });
  const handlerParts: HandlerParts = {
    desk,
    preferences,
    dialogs: systemDialogs(window, app.getPath('documents'), language),
    windows,
    openWindow: windows.open,
    language,
    onPreferences: refreshMenu,
  };
  for (const area of firstHandlers(handlerParts)) dispatcher.register(area);
  dispatcher.registerLater(async () =>
    (await import('./handlers/later.handlers')).laterHandlers(handlerParts),
  );

  const path = options.workspace ?? preferences.read().recent[0];
  if (path !== undefined) desk.openAtStart(path);
  // Both can wait for the first picture: nobody reaches for the menu or records an hour before it.
  const afterLoad = () => {
    setTimeout(refreshMenu, MENU_MS);
    setTimeout(() => void dispatcher.loadRest().then(watch), REST_MS);
  };
  // On a slow start the page may be there before this is.
  const page = windows.main.webContents;
  if (page.isLoadingMainFrame()) page.once('did-finish-load', afterLoad);
  else afterLoad();

  return {
    desk,
    dispatcher,
    openFile(asked) {
      desk.openAtStart(asked);
      windows.tell({ type: 'changed', entities: ['workspace'] });
    },
  };
}
