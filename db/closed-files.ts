import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { SIDE_FILE_SUFFIXES } from './workspace-format';

/** What a file looked like when it was last closed in order. A write by anybody changes one of these. */
type Trace = { bytes: number; modifiedNs: string; inode: string };

function traceOf(path: string): Trace {
  const { size, mtimeNs, ino } = statSync(path, { bigint: true });
  return { bytes: Number(size), modifiedNs: String(mtimeNs), inode: String(ino) };
}

function tracePath(dataFolder: string, path: string): string {
  const name = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return join(dataFolder, 'closed-files', `${name}.json`);
}

/** Notes the state of a file that was just closed in order. A note that cannot be written costs only a check. */
export function noteClosed(dataFolder: string, path: string): void {
  if (SIDE_FILE_SUFFIXES.some((suffix) => existsSync(path + suffix))) return;
  const note = tracePath(dataFolder, path);
  const temporary = `${note}.${process.pid}.part`;
  try {
    mkdirSync(dirname(note), { recursive: true });
    writeFileSync(temporary, JSON.stringify(traceOf(path)));
    renameSync(temporary, note);
  } catch {
    rmSync(temporary, { force: true });
  }
}

/** Whether a file is as this user's console left it, so that its full check can wait for an idle moment. */
export function isAsClosed(dataFolder: string, path: string): boolean {
  try {
    const note = readFileSync(tracePath(dataFolder, path), 'utf8');
    return note === JSON.stringify(traceOf(path));
  } catch {
    return false;
  }
}
