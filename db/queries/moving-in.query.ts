import type { ReadDb } from '../read-db';

/** What names of another tool can mean here. */
export type MovingInGround = {
  clients: { id: string; name: string }[];
  projects: { id: string; name: string; clientId: string }[];
};

/** Clients and projects by which names are matched. */
export function readMovingInGround(read: ReadDb): MovingInGround {
  return {
    clients: read.all('SELECT id, name FROM clients WHERE archived_at IS NULL ORDER BY id'),
    projects: read.all('SELECT id, name, client_id AS clientId FROM projects ORDER BY id'),
  };
}

/** When an import was made, UTC ms. */
export function readImportedAt(read: ReadDb, importId: string): number {
  const row = read.get<{ at: number }>(
    'SELECT imported_at AS at FROM imports WHERE id = ?',
    importId,
  );
  return row?.at ?? 0;
}
