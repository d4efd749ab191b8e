// Entry of every npm script. It has to run on any Node from 20 on, because it is what finds the pinned one:
// `npm ci` brings Node 24 for Linux and Windows; elsewhere the machine's own must be new enough.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  // The tools of node_modules/.bin look for "node" on the PATH: it has to be this one for them too.
  process.env['PATH'] = dirname(process.execPath) + delimiter + (process.env['PATH'] ?? '');
  const [task, ...args] = process.argv.slice(2);
  if (!task || !/^[a-z-]+$/.test(task)) {
    process.stderr.write('usage: node build/run.mjs TASK [ARGUMENTS]\n');
    process.exit(2);
  }
  try {
    const { run } = await import(`./tasks/${task}.ts`);
    process.exitCode = await run(args);
  } catch (error) {
    // A step of the set-up that cannot go on carries a sentence and a status; anything else is a defect.
    if (error.name !== 'SetupError') throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitStatus;
  }
} else {
  const pinned = [`node-linux-${process.arch}/bin/node`, `node-win-${process.arch}/bin/node.exe`]
    .map((path) => join(root, 'node_modules', path))
    .find((path) => existsSync(path));
  if (!pinned) {
    process.stderr.write(
      `Node ${process.versions.node} is too old here: install Node 24 (22.18 or newer will do), run "npm ci" and try again.\n`,
    );
    process.exit(2);
  }
  const child = spawnSync(pinned, process.argv.slice(1), { stdio: 'inherit' });
  process.exit(child.status ?? 1);
}
