import { readClientLogo } from '../queries/client-logos.query';
import { clientLogos } from '../schema/briefs.schema';
import type { NewRow, WriteDb } from '../write-db';

/** Keeps a client's logo in place of the one it had. */
export function setClientLogo(tx: WriteDb, fields: NewRow<typeof clientLogos>): void {
  const { clientId, logo, logoType } = fields;
  const before = readClientLogo(tx, clientId);
  if (before === undefined) tx.insert(clientLogos, { clientId, logo, logoType });
  else tx.update(clientLogos, before.id, { logo, logoType });
}

/** Takes a client's logo away; nothing happens where there is none. */
export function removeClientLogo(tx: WriteDb, clientId: string): void {
  const before = readClientLogo(tx, clientId);
  if (before !== undefined) tx.remove(clientLogos, before.id);
}
