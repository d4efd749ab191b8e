import type { ReadDb } from '../read-db';

export type ClientLogoRow = { id: string; logo: Buffer; logoType: 'image/png' | 'image/jpeg' };

/** A client's logo; undefined where it has none. */
export function readClientLogo(read: ReadDb, clientId: string): ClientLogoRow | undefined {
  return read.get<ClientLogoRow>(
    'SELECT id, logo, logo_type AS logoType FROM client_logos WHERE client_id = ?',
    clientId,
  );
}
