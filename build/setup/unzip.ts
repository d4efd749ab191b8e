import { type FileHandle, mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { SetupError } from './log.ts';

const inflate = promisify(inflateRaw);

type Entry = {
  name: string;
  method: number;
  compressedSize: number;
  size: number;
  mode: number;
  headerAt: number;
};

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new SetupError('the archive ends too early');
  return buffer;
}

/** The archive's table of contents (no ZIP64: our archives are far below 4 GiB). */
async function readEntries(file: FileHandle): Promise<Entry[]> {
  const { size: fileSize } = await file.stat();
  const tailSize = Math.min(fileSize, 65_557);
  const end = await readAt(file, fileSize - tailSize, tailSize);
  const at = end.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (at < 0) throw new SetupError('this is not a zip archive');
  const count = end.readUInt16LE(at + 10);
  const table = await readAt(file, end.readUInt32LE(at + 16), end.readUInt32LE(at + 12));
  const entries: Entry[] = [];
  let offset = 0;
  for (let index = 0; index < count; index += 1) {
    const nameLength = table.readUInt16LE(offset + 28);
    entries.push({
      name: table.toString('utf8', offset + 46, offset + 46 + nameLength),
      method: table.readUInt16LE(offset + 10),
      compressedSize: table.readUInt32LE(offset + 20),
      size: table.readUInt32LE(offset + 24),
      mode: table.readUInt32LE(offset + 38) >>> 16,
      headerAt: table.readUInt32LE(offset + 42),
    });
    offset += 46 + nameLength + table.readUInt16LE(offset + 30) + table.readUInt16LE(offset + 32);
  }
  return entries;
}

async function readContent(file: FileHandle, entry: Entry): Promise<Buffer> {
  const header = await readAt(file, entry.headerAt, 30);
  const dataAt = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const raw = await readAt(file, dataAt, entry.compressedSize);
  const content = entry.method === 0 ? raw : await inflate(raw);
  if (content.length !== entry.size)
    throw new SetupError(`the archive is damaged at ${entry.name}`);
  return content;
}

/**
 * Unpacks a zip archive into `folder`, keeping modes and symbolic links.
 * `rename` answers where an entry goes, relative to `folder`, or null to leave it out.
 */
export async function unzip(
  archive: string,
  folder: string,
  rename: (name: string) => string | null,
): Promise<void> {
  const file = await open(archive, 'r');
  try {
    for (const entry of await readEntries(file)) {
      const name = rename(entry.name);
      if (name === null || name === '') continue;
      const target = normalize(join(folder, name));
      if (!target.startsWith(folder + sep)) throw new SetupError(`unsafe path: ${entry.name}`);
      if (entry.name.endsWith('/')) {
        await mkdir(target, { recursive: true });
        continue;
      }
      await mkdir(dirname(target), { recursive: true });
      const content = await readContent(file, entry);
      const isLink = (entry.mode & 0o170000) === 0o120000;
      if (isLink) await symlink(content.toString('utf8'), target);
      else await writeFile(target, content, { mode: entry.mode & 0o777 || 0o644 });
    }
  } finally {
    await file.close();
  }
}
