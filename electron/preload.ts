import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/contract/contract';

// The channel names repeat those of ipc/register-ipc.ts: a sandboxed preload is one file without imports at run time.
const CALL_CHANNEL = 'console:call';
const EVENT_CHANNEL = 'console:event';
const START_ARGUMENT = '--console-start=';

const start = process.argv.find((argument) => argument.startsWith(START_ARGUMENT));

const bridge: Bridge = {
  start: start === undefined ? '{}' : start.slice(START_ARGUMENT.length),
  call: (method, inputJson) => ipcRenderer.invoke(CALL_CHANNEL, String(method), String(inputJson)),
  onEvent: (listener) => {
    const forward = (_event: unknown, eventJson: string) => listener(String(eventJson));
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, forward);
    };
  },
};

contextBridge.exposeInMainWorld('agencyConsole', bridge);
