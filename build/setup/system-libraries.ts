import { execute, findProgram, succeeds, tail } from './exec.ts';
import { SetupError, say, withProgress } from './log.ts';

/** What an Electron window needs on Debian and its relatives, beyond the C library. */
const windowPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libcups2',
  'fonts-dejavu-core',
];

const displayPackages = ['xvfb', 'xauth'];

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
export async function installPackages(packages: readonly string[], reason: string): Promise<void> {
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
  const install = await withProgress(`installing ${names.join(' ')}`, () =>
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

/** Makes sure that `executable` finds its libraries and that a virtual display can be started if one is needed. */
export async function ensureSystemLibraries(
  executable: string,
  needsVirtualDisplay: boolean,
): Promise<void> {
  if (process.platform !== 'linux') return;
  const libraries = await missingLibraries(executable);
  const lacksDisplay = needsVirtualDisplay && !findProgram('Xvfb');
  if (libraries.length === 0 && !lacksDisplay) return;
  const wanted = [
    ...(libraries.length > 0 ? windowPackages : []),
    ...(lacksDisplay ? displayPackages : []),
  ];
  const reasons = [
    ...(libraries.length > 0 ? [`system libraries are missing (${libraries.join(', ')})`] : []),
    ...(lacksDisplay ? ['there is no display, and no Xvfb to make a virtual one'] : []),
  ];
  await installPackages(wanted, reasons.join('; '));
  const left = await missingLibraries(executable);
  if (left.length > 0) throw new SetupError(`still missing: ${left.join(', ')}`);
}
