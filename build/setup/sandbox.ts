import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { succeeds } from './exec.ts';

/**
 * Why Chromium's sandbox cannot work here, or null when it can. Only a development run ever gets
 * `--no-sandbox`; the packaged application never starts without its sandbox.
 */
export function sandboxObstacle(executable: string): string | null {
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return 'it runs as root';
  try {
    const helper = statSync(join(dirname(executable), 'chrome-sandbox'));
    if (helper.uid === 0 && (helper.mode & 0o4000) !== 0) return null;
  } catch {
    // no helper: user namespaces decide
  }
  return succeeds('unshare', ['--user', '--map-root-user', 'true'])
    ? null
    : 'this system blocks user namespaces';
}
