import type { BrowserWindow } from 'electron';
import type { ConsoleEvent } from '../../shared/contract/contract';
import { sendEvent } from '../ipc/register-ipc';

/** The first window and those opened beside it on the same file. */
export type Windows = {
  main: BrowserWindow;
  /** Every window that is there, the first one first. */
  all(): BrowserWindow[];
  /** Shows a place of the console, `/briefs/…`, in a window of its own. */
  open(path: string): void;
  /** Tells every window what happened. */
  tell(event: ConsoleEvent): void;
  /** Closes what was opened beside the first window. Answers whether there was anything. */
  closeOthers(): boolean;
};

/** Keeps the windows of the console. `make` makes another one, without a page yet. */
export function keepWindows(main: BrowserWindow, make: () => BrowserWindow): Windows {
  const others = new Set<BrowserWindow>();
  const closeOthers = () => {
    const had = others.size > 0;
    for (const window of others) window.close();
    return had;
  };
  const all = () => [main, ...others].filter((window) => !window.isDestroyed());
  main.on('closed', closeOthers);
  return {
    main,
    all,
    open(path) {
      const window = make();
      others.add(window);
      window.on('closed', () => others.delete(window));
      void window.loadURL(`app://console/index.html#${path}`);
    },
    tell(event) {
      for (const window of all()) sendEvent(window, event);
    },
    closeOthers,
  };
}
