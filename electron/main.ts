import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import { declareAppScheme } from './platform/app-protocol';
import { lockDownAllContents } from './platform/lock-down';
import { builtPaths } from './platform/main-window';
import { parseStartOptions } from './platform/start-options';
import { startApp } from './start-app';

// Only a development run may name the driver's binary; a packaged one would load foreign code through it.
if (app.isPackaged) delete process.env['AGENCY_SQLITE_BINDING'];

const options = parseStartOptions(process.argv, process.cwd());
const paths = builtPaths(dirname(fileURLToPath(import.meta.url)));

// Development as root starts with --no-sandbox, which this call would take back; a packaged app never does.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
declareAppScheme();
lockDownAllContents();

const { job } = options;
if (job !== null) {
  // A job of the console: it asks for one window after another, so an empty moment between is no reason to quit.
  app.on('window-all-closed', () => undefined);
  void app.whenReady().then(async () => {
    const { runWindowJob } = await import('./cli/run-window-job');
    const status = await runWindowJob(job, ({ workspace, language, theme, today, width, height }) =>
      startApp({ workspace, language, theme, today, size: { width, height }, job: null }, paths),
    );
    app.exit(status);
  });
} else if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => startApp(options, paths));
} else {
  app.quit();
}
