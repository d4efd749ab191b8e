import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Names that Windows keeps for devices, whatever follows the point. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A file name without what file systems refuse. */
export function safeFileName(text: string, extension: string): string {
  const base = text
    .replace(/[\p{Cc}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
    .trim();
  const name = base === '' ? 'file' : DEVICES.test(base) ? `${base}_` : base;
  return `${name}.${extension}`;
}

/**
 * A path in a folder that no file has yet: «name.pdf», else «name (2).pdf» and so on.
 * @param taken paths that are going to be written
 */
export function freePath(
  folder: string,
  text: string,
  extension: string,
  taken: ReadonlySet<string> = new Set(),
): string {
  for (let number = 1; ; number += 1) {
    const name = safeFileName(text, extension);
    const path = join(
      folder,
      number === 1 ? name : `${name.slice(0, -extension.length - 1)} (${number}).${extension}`,
    );
    if (!existsSync(path) && !taken.has(path)) return path;
  }
}
