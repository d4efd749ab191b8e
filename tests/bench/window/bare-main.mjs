// The floor: a bare Electron window that shows one line, and the same measurements as the application's.
import { app, BrowserWindow } from 'electron';
import { report } from './report.mjs';

app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    show: false,
    webPreferences: { sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  const html = '<!doctype html><meta charset="utf-8"><title>bare</title><main><p>bare</p></main>';
  await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
  await report(window, 'main p');
});
