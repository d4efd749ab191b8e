import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Dispatcher } from './dispatcher';
import type { SenderFrame } from './trusted-sender';

export const CALL_CHANNEL = 'console:call';
export const EVENT_CHANNEL = 'console:event';

function frameOf(event: IpcMainInvokeEvent): SenderFrame | null {
  const frame = event.senderFrame;
  if (frame === null) return null;
  return { url: frame.url, isTopFrame: frame === event.sender.mainFrame };
}

/** Opens the one channel that pages may call. */
export function registerIpc(dispatcher: Dispatcher): void {
  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, inputJson: unknown) =>
    dispatcher.call(frameOf(event), method, inputJson),
  );
}
