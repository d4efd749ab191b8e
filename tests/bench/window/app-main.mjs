// Starts the built application as it is and watches it from outside; nothing in it knows of the measurement.

import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, session } from 'electron';
import { measureGrid } from './grid.mjs';
import { measureBoard } from './in-board.mjs';
import { measureBridge, measurePdf } from './in-window.mjs';
import { report } from './report.mjs';
import { measureTimeline } from './timeline.mjs';
import { measureTyping } from './typing.mjs';

const value = (name) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const what = value('measure') ?? 'start';
const route = value('route');

const load = BrowserWindow.prototype.loadURL;
if (route !== undefined) {
  BrowserWindow.prototype.loadURL = function loadAt(url, ...rest) {
    return load.call(this, url === 'app://console/index.html' ? `${url}${route}` : url, ...rest);
  };
}

app.whenReady().then(() => {
  if (what === 'bridge')
    session.defaultSession.setPreloads([
      fileURLToPath(new URL('./bare-preload.cjs', import.meta.url)),
    ]);
});
let started = false;
app.on('browser-window-created', (_event, window) => {
  if (started) return;
  started = true;
  window.webContents.once('did-finish-load', async () => {
    if (what === 'start') await report(window, 'main table tbody tr');
    else if (what === 'bridge') await measureBridge(window, ipcMain, value('report'));
    else if (what === 'board') await measureBoard(window, value('report'), Number(value('cards')));
    else if (what === 'grid') await measureGrid(window, value('report'), value('plan'));
    else if (what === 'timeline') await measureTimeline(window, value('report'));
    else if (what === 'typing') await measureTyping(window, value('report'));
    else await measurePdf(window, dialog, value('report'), Number(value('paragraphs')));
  });
});
await import('../../../dist/app/main/main.js');
