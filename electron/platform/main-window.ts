import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Preferences } from '../../shared/contract/workspace.contract';
import type { WindowBounds } from './preferences';

const TOP_HEIGHT = 44;
const MIN_SIZE = { width: 1024, height: 640 };
const FIRST_SIZE = { width: 1440, height: 900 };

/** Ground and symbols of the window's own controls: --bg-0 and --tx-2 of the design tokens. */
const FRAME = {
  light: { color: '#EEF2F2', symbolColor: '#444F54' },
  dark: { color: '#0C1113', symbolColor: '#AFB7BA' },
};

/** Bounds that still lie on a screen of this computer; otherwise none. */
function visibleBounds(bounds: WindowBounds | null): WindowBounds | null {
  if (bounds === null) return null;
  const area = screen.getDisplayMatching(bounds).workArea;
  const overlaps =
    bounds.x < area.x + area.width &&
    bounds.x + bounds.width > area.x &&
    bounds.y >= area.y - 8 &&
    bounds.y < area.y + area.height;
  return overlaps ? bounds : null;
}

function frameColours(theme: Preferences['theme']): { color: string; symbolColor: string } {
  const dark = theme === 'dark' || (theme === 'system' && nativeTheme.shouldUseDarkColors);
  return dark ? FRAME.dark : FRAME.light;
}

/** Colours the window's own controls after the theme was chosen. */
export function applyTheme(window: BrowserWindow, theme: Preferences['theme']): void {
  nativeTheme.themeSource = theme;
  const colours = frameColours(theme);
  window.setBackgroundColor(colours.color);
  if (process.platform !== 'darwin')
    window.setTitleBarOverlay({ ...colours, height: TOP_HEIGHT - 1 });
}

export type MainWindowOptions = {
  preload: string;
  preferences: Preferences;
  bounds: WindowBounds | null;
  size: { width: number; height: number } | null;
  onBounds(bounds: WindowBounds): void;
};

/** A window of the console. Shown when its first paint is ready, so that it never flashes. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  nativeTheme.themeSource = options.preferences.theme;
  const bounds = options.size === null ? visibleBounds(options.bounds) : null;
  const colours = frameColours(options.preferences.theme);
  const window = new BrowserWindow({
    ...(bounds ?? options.size ?? FIRST_SIZE),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    useContentSize: options.size !== null,
    show: false,
    backgroundColor: colours.color,
    titleBarStyle: 'hidden',
    ...(process.platform === 'darwin'
      ? { trafficLightPosition: { x: 12, y: 15 } }
      : { titleBarOverlay: { ...colours, height: TOP_HEIGHT - 1 } }),
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      v8CacheOptions: 'bypassHeatCheck',
      additionalArguments: [`--console-start=${JSON.stringify(options.preferences)}`],
    },
  });
  if (bounds?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    const normal = window.getNormalBounds();
    options.onBounds({ ...normal, maximized: window.isMaximized() });
  });
  return window;
}

export type BuiltPaths = { preload: string; rendererRoot: string };

/** Where the built parts lie beside the main script. */
export function builtPaths(mainFolder: string): BuiltPaths {
  return {
    preload: join(mainFolder, '..', 'preload', 'preload.cjs'),
    rendererRoot: join(mainFolder, '..', 'renderer'),
  };
}
