import {
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildFolder, seal, sealHolds, withLock } from '../../../build/setup/cache.ts';
import { unzip } from '../../../build/setup/unzip.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'setup-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type Packed = { name: string; text: string; mode?: number; compress?: boolean };

/** A zip archive as other programs write it: local headers, contents, table, end record. */
function zip(files: readonly Packed[]): Buffer {
  const parts: Buffer[] = [];
  const table: Buffer[] = [];
  let offset = 0;
  for (const { name, text, mode = 0o100644, compress = false } of files) {
    const content = Buffer.from(text);
    const raw = compress ? deflateRawSync(content) : content;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(compress ? 8 : 0, 8);
    local.writeUInt32LE(crc32(content), 14);
    local.writeUInt32LE(raw.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(compress ? 8 : 0, 10);
    entry.writeUInt32LE(raw.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(mode * 65_536, 38);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), raw);
    table.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + raw.length;
  }
  const entries = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, entries, end]);
}

async function unpacked(files: readonly Packed[]): Promise<string> {
  const archive = join(folder, 'archive.zip');
  await writeFile(archive, zip(files));
  const target = join(folder, 'target');
  await unzip(archive, target, (name) => (name.startsWith('left/') ? null : name));
  return target;
}

describe('unpacking', () => {
  it('keeps contents, modes and symbolic links, and leaves out what is not wanted', async () => {
    const target = await unpacked([
      { name: 'bin/program', text: 'x'.repeat(5000), mode: 0o100755, compress: true },
      { name: 'bin/alias', text: 'program', mode: 0o120777 },
      { name: 'plain.txt', text: 'plain' },
      { name: 'left/out.txt', text: 'no' },
    ]);
    expect(await readFile(join(target, 'bin/program'), 'utf8')).toBe('x'.repeat(5000));
    expect((await stat(join(target, 'bin/program'))).mode & 0o777).toBe(0o755);
    expect(await readlink(join(target, 'bin/alias'))).toBe('program');
    expect(await readdir(target)).toEqual(['bin', 'plain.txt']);
  });

  it('refuses a path that leads out of the folder', async () => {
    await expect(unpacked([{ name: '../outside.txt', text: 'no' }])).rejects.toThrow('unsafe path');
  });

  it('refuses what is no archive, and one that was cut off', async () => {
    const archive = join(folder, 'archive.zip');
    await writeFile(archive, 'not an archive at all, but long enough to look into');
    await expect(unzip(archive, folder, (name) => name)).rejects.toThrow('not a zip archive');
    const whole = zip([{ name: 'a.txt', text: 'a'.repeat(100) }]);
    await writeFile(archive, whole.subarray(60));
    await expect(unzip(archive, join(folder, 't'), (name) => name)).rejects.toThrow();
  });
});

describe('a prepared folder', () => {
  it('appears only when it is complete', async () => {
    const target = join(folder, 'made');
    const broken = buildFolder(target, async (part) => {
      await writeFile(join(part, 'half'), 'half');
      throw new Error('interrupted');
    });
    await expect(broken).rejects.toThrow('interrupted');
    await expect(stat(target)).rejects.toThrow();
    await buildFolder(target, (part) => writeFile(join(part, 'whole'), 'whole'));
    expect(await readdir(target)).toEqual(['whole']);
  });

  it('is known by its hash: touched is the same, changed is not', async () => {
    const file = join(folder, 'program');
    await writeFile(file, 'one');
    expect(await sealHolds(folder)).toBe(false);
    await seal(folder, 'program');
    expect(await sealHolds(folder)).toBe(true);
    await utimes(file, new Date(0), new Date(0));
    expect(await sealHolds(folder)).toBe(true);
    await writeFile(file, 'two');
    await utimes(file, new Date(1), new Date(1));
    expect(await sealHolds(folder)).toBe(false);
  });
});

describe('the lock', () => {
  it('lets one work at a time', async () => {
    const order: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 30));
      order.push(`${name} ends`);
    };
    await Promise.all([withLock(folder, work('one')), withLock(folder, work('two'))]);
    expect(
      order.filter((_, index) => index % 2 === 0).every((step) => step.includes('begins')),
    ).toBe(true);
  });

  it('is taken over from a process that is gone', async () => {
    await writeFile(join(folder, 'busy.lock'), '999999999');
    expect(await withLock(folder, () => Promise.resolve('done'))).toBe('done');
    await expect(stat(join(folder, 'busy.lock'))).rejects.toThrow();
  });
});
