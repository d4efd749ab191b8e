import { readClientLogo } from '../../db/queries/client-logos.query';
import { removeClientLogo, setClientLogo } from '../../db/repositories/client-logos.repo';
import type { Input, Output } from '../../shared/contract/contract';
import { requireClient } from './clients.service';
import { logoDataUri, logoOf } from './letterhead';
import { act, readOf, type Session } from './session';

/** A client's logo. Throws `client-not-found`. */
export function showClientLogo(
  session: Session,
  { clientId }: Input<'clients/logo'>,
): Output<'clients/logo'> {
  const read = readOf(session);
  requireClient(read, clientId);
  const row = readClientLogo(read, clientId);
  return { logoDataUri: row === undefined ? null : logoDataUri(row) };
}

/** Keeps a logo of a client for papers to come. Throws `client-not-found`, `picture-invalid`, `picture-too-large`. */
export function keepClientLogo(session: Session, clientId: string, bytes: Uint8Array): void {
  const { name } = requireClient(readOf(session), clientId);
  const kept = logoOf(bytes);
  act(session, 'set-client-logo', { client: name }, (tx) =>
    setClientLogo(tx, { clientId, ...kept }),
  );
}

/** Takes a client's logo away. Throws `client-not-found`. */
export function takeClientLogo(
  session: Session,
  { clientId }: Input<'clients/remove-logo'>,
): Output<'clients/remove-logo'> {
  const { name } = requireClient(readOf(session), clientId);
  act(session, 'remove-client-logo', { client: name }, (tx) => removeClientLogo(tx, clientId));
  return { id: clientId };
}
