import { execute, findProgram, succeeds, tail } from './exec.ts';
import { SetupError, say, withProgress } from './log.ts';

/** What an Electron window needs on Debian and its relatives, beyond the C library. */
const windowPackages: string[] = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libcups2',
  'fonts-dejavu-core',
];

const displayPackages: string[] = ['xvfb', 'xauth'];

// Debian 13 and Ubuntu 24.04 gave these new names in their move to 64-bit time.
const renamed = new Set(['libgtk-3-0', 'libasound2', 'libatk-bridge2.0-0', 'libcups2']);

function currentName(name: string): string {
  if (!renamed.has(name)) return name;
  const newer = `${name}t64`;
  return succeeds('apt-cache', ['show', '--no-all-versions', newer]) ? newer : name;
}

/**
 * Installs system packages where we may (root on Debian or a relative); otherwise stops with the command
 * that the user has to run.
 */
async function installPackages(packages: readonly string[], reason: string): Promise<void> {
  if (!findProgram('apt-get')) {
    throw new SetupError(
      `${reason}. Install your system's equivalents of: ${packages.join(' ')}; then run the same command again.`,
    );
  }
  if (process.getuid?.() !== 0) {
    const names = packages.map(currentName).join(' ');
    throw new SetupError(
      `${reason}. Run this, then the same command again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`,
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  say(reason);
  const update = await withProgress('reading the list of system packages', () =>
    execute('apt-get', ['update', '-q'], { env }),
  );
  if (update.status !== 0) say(`apt-get update ended with ${update.status}; going on`);
  const names = packages.map(currentName);
  const install = await withProgress(`installing ${names.length} system packages`, () =>
    execute('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env }),
  );
  if (install.status !== 0) {
    throw new SetupError(
      `could not install system packages:\n${tail(install.output)}\nTry it by hand:\n  apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`,
    );
  }
}

async function missingLibraries(executable: string): Promise<string[]> {
  const { output } = await execute('ldd', [executable]);
  return output
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0] ?? line.trim());
}

/** System packages that something needs and does not find, and why it needs them. */
export type Shortage = { packages: string[]; reason: string };

function listed(names: readonly string[]): string {
  const few = names.slice(0, 4).join(', ');
  return names.length > 4 ? `${few} and ${names.length - 4} more` : few;
}

/** What `executable` lacks to open a window, on a virtual display if there is no real one. */
export async function windowShortages(
  executable: string,
  needsVirtualDisplay: boolean,
): Promise<Shortage[]> {
  if (process.platform !== 'linux') return [];
  const shortages: Shortage[] = [];
  const libraries = await missingLibraries(executable);
  if (libraries.length > 0) {
    const reason = `system libraries are missing (${listed(libraries)})`;
    shortages.push({ packages: windowPackages, reason });
  }
  if (needsVirtualDisplay && !findProgram('Xvfb')) {
    const reason = 'there is no display, and no Xvfb to make a virtual one';
    shortages.push({ packages: displayPackages, reason });
  }
  return shortages;
}

/** Makes up for all shortages at once, so that a user who has to do it by hand does it once. */
export async function makeUp(shortages: readonly Shortage[]): Promise<void> {
  if (shortages.length === 0) return;
  await installPackages(
    shortages.flatMap(({ packages }) => packages),
    shortages.map(({ reason }) => reason).join('; '),
  );
}
