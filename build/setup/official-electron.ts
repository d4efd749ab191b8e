import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileExists, projectRoot, readJson } from './cache.ts';
import { withProgress } from './log.ts';

const packageFolder = join(projectRoot, 'node_modules/electron');

const executableName =
  process.platform === 'darwin'
    ? 'Electron.app/Contents/MacOS/Electron'
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron';

export async function officialElectronVersion(): Promise<string> {
  const description = await readJson<{ version: string }>(join(packageFolder, 'package.json'));
  if (!description) throw new Error('node_modules/electron is missing: run "npm ci" first');
  return description.version;
}

/** The executable of the pinned Electron when it is already there, else null. */
export async function findOfficialElectron(): Promise<string | null> {
  const executable = join(packageFolder, 'dist', executableName);
  const complete = await fileExists(join(packageFolder, 'path.txt'));
  return complete && (await fileExists(executable)) ? executable : null;
}

/** True when the place Electron is downloaded from answers within four seconds. */
export async function downloadReachable(): Promise<boolean> {
  if (process.env['ELECTRON_MIRROR'] || process.env['npm_config_electron_mirror']) return true;
  try {
    await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(4000),
    });
    return true;
  } catch {
    return false;
  }
}

/** Downloads the pinned Electron by its own installer, which checks the hash; null when that fails. */
export async function installOfficialElectron(): Promise<string | null> {
  const version = await officialElectronVersion();
  const status = await withProgress(
    `downloading Electron ${version}`,
    () =>
      new Promise<number>((resolve) => {
        const child = spawn(process.execPath, [join(packageFolder, 'install.js')], {
          stdio: ['ignore', process.stderr, process.stderr],
        });
        child.on('error', () => resolve(1));
        child.on('close', (code) => resolve(code ?? 1));
      }),
  );
  return status === 0 ? findOfficialElectron() : null;
}
