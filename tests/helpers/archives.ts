import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A copy of an archive with some of its texts edited. */
export function edited(
  bytes: Uint8Array,
  part: string,
  change: (text: string) => string,
): Uint8Array {
  const files = unzipSync(bytes);
  const content = files[part];
  if (content === undefined) throw new Error(`no ${part}`);
  return zipSync({ ...files, [part]: strToU8(change(strFromU8(content))) });
}

/** All texts of an archive. */
export function textsOf(bytes: Uint8Array): string {
  return Object.values(unzipSync(bytes))
    .map((content) => strFromU8(content))
    .join('\n');
}

export function fileBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}
