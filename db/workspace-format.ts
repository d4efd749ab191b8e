import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { AppError } from '../shared/contract/app-error';
import { toAppError } from './sqlite-error';

/** 'AgCn' in the header of every workspace file (PRAGMA application_id). */
export const APPLICATION_ID = 0x4167436e;

export const WORKSPACE_EXTENSION = '.agency';

/** Files that SQLite keeps beside an open database, or leaves after a crash. */
export const SIDE_FILE_SUFFIXES = ['-wal', '-shm', '-journal'] as const;

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
const HEADER_BYTES = 100;

export type WorkspaceHeader = {
  version: number;
  /** Side files mean that the file was not closed in order. */
  closedInOrder: boolean;
  bytes: number;
};

function readStart(path: string): Buffer {
  const buffer = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    return buffer.subarray(0, readSync(file, buffer, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

/**
 * Looks at the first bytes of a file without opening it as a database, so that a foreign, newer or cut
 * file is refused untouched. Never call it on a file this process has open: closing it again would drop
 * SQLite's locks. Throws `workspace-not-found`, `-foreign`, `-newer`, `-damaged`, `-read-only`.
 * Offsets: sqlite.org/fileformat2.html, section 1.3.
 */
export function readWorkspaceHeader(path: string, knownVersion: number): WorkspaceHeader {
  let header: Buffer;
  let bytes: number;
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw new AppError('workspace-foreign', { path });
    bytes = stat.size;
    header = readStart(path);
  } catch (error) {
    throw toAppError(error, path);
  }
  if (bytes === 0) throw new AppError('workspace-damaged', { path });
  const looksLikeSqlite = header.subarray(0, MAGIC.length).equals(MAGIC);
  if (!looksLikeSqlite) throw new AppError('workspace-foreign', { path });
  if (header.length < HEADER_BYTES) throw new AppError('workspace-damaged', { path });
  if (header.readInt32BE(68) !== APPLICATION_ID) throw new AppError('workspace-foreign', { path });
  const version = header.readUInt32BE(60);
  if (version > knownVersion) {
    throw new AppError('workspace-newer', { path, version, known: knownVersion });
  }
  const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
  const sizeIsCurrent = header.readUInt32BE(24) === header.readUInt32BE(92);
  const closedInOrder = !SIDE_FILE_SUFFIXES.some((suffix) => existsSync(path + suffix));
  if (closedInOrder && sizeIsCurrent && bytes < header.readUInt32BE(28) * pageSize) {
    throw new AppError('workspace-damaged', { path });
  }
  return { version, closedInOrder, bytes };
}
