import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { ConsoleEvent } from '../../shared/contract/contract';
import type { Dispatcher } from './dispatcher';
import type { SenderFrame } from './trusted-sender';

export const CALL_CHANNEL = 'console:call';
export const EVENT_CHANNEL = 'console:event';

function frameOf(event: IpcMainInvokeEvent): SenderFrame | null {
  const frame = event.senderFrame;
  if (frame === null) return null;
  return { url: frame.url, isTopFrame: frame === event.sender.mainFrame };
}

/** Opens the one channel that pages may call. Calls that come before the dispatcher is there wait for it. */
export function registerIpc(dispatcher: Promise<Dispatcher>): void {
  ipcMain.handle(CALL_CHANNEL, async (event, method: unknown, inputJson: unknown) => {
    // Read before waiting: afterwards the frame may show another page.
    const frame = frameOf(event);
    return (await dispatcher).call(frame, method, inputJson);
  });
}

/** Tells the window what happened; nothing where it is gone. */
export function sendEvent(window: BrowserWindow | null, event: ConsoleEvent): void {
  if (window === null || window.isDestroyed()) return;
  window.webContents.send(EVENT_CHANNEL, JSON.stringify(event));
}
