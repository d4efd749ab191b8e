import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { LANGS } from '../shared/i18n/formats';
import { registerIpc } from './ipc/register-ipc';
import { serveApp } from './platform/app-protocol';
import { lockDownSession } from './platform/lock-down';
import { type BuiltPaths, createMainWindow } from './platform/main-window';
import { openPreferences } from './platform/preferences';
import { parseStartOptions, type StartOptions } from './platform/start-options';
import { keepWindows } from './platform/windows';
import type { WorkspaceDesk } from './services/workspace-desk';

export type StartedApp = { window: BrowserWindow; desk: WorkspaceDesk };

/**
 * Opens the window, then loads and starts what answers it: while this process reads its larger part
 * and opens the file, the window's own processes start. So nothing imported above may be large.
 * The app must be ready.
 */
export async function startApp(options: StartOptions, paths: BuiltPaths): Promise<StartedApp> {
  const locale = app.getLocale();
  const preferences = openPreferences(
    join(app.getPath('userData'), 'preferences.json'),
    { language: LANGS.find((language) => locale.startsWith(language)) ?? 'ru' },
    options,
  );
  const chosen = preferences.read();
  lockDownSession(session.defaultSession);
  const pageServed = serveApp(session.defaultSession, paths.rendererRoot);
  const window = createMainWindow({
    preload: paths.preload,
    preferences: { language: chosen.language, theme: chosen.theme, density: chosen.density },
    bounds: chosen.bounds,
    size: options.size,
    onBounds: (bounds) => preferences.change({ bounds }),
  });
  void window.loadURL('app://console/index.html');
  const windows = keepWindows(window, () => {
    const now = preferences.read();
    return createMainWindow({
      preload: paths.preload,
      preferences: { language: now.language, theme: now.theme, density: now.density },
      bounds: null,
      size: null,
      // Only the first window's place is found again.
      onBounds: () => undefined,
    });
  });

  // The page's own files first: they are served by this very thread, which the import and the opening keep busy.
  const started = pageServed
    .then(() => import('./start-services'))
    .then(({ startServices }) => startServices({ options, preferences, windows }));
  registerIpc(started.then(({ dispatcher }) => dispatcher));
  app.on('second-instance', (_event, argv, cwd) => {
    const asked = parseStartOptions(argv, cwd).workspace;
    if (window.isMinimized()) window.restore();
    window.focus();
    if (asked !== null) void started.then(({ openFile }) => openFile(asked));
  });
  const { desk } = await started;
  app.on('will-quit', () => desk.close());
  return { window, desk };
}
