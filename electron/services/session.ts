import type { ReadDb } from '../../db/read-db';
import type { Workspace } from '../../db/workspace';
import type { WriteDb } from '../../db/write-db';
import type { Language } from '../../shared/contract/primitives';
import type { Clock } from './clock';

/** An open workspace, who works in it, and when it is. What every service is given. */
export type Session = {
  workspace: Workspace;
  clock: Clock;
  language(): Language;
  /** Id of the person who works in the file, for the journal. */
  actor: string;
};

/** Reads of the open workspace. */
export function readOf(session: Session): ReadDb {
  return session.workspace.read;
}

/**
 * One action of the user: one transaction, one undo. `key` names the sentence of the history under
 * `history.` in the messages; its parameters are kept with it. Actions that name the same `continues`
 * one after the other within a minute are one undo.
 */
export function act<T>(
  session: Session,
  key: string,
  params: Record<string, string | number>,
  change: (tx: WriteDb) => T,
  continues?: string,
): T {
  return session.workspace.write(
    {
      actor: session.actor,
      now: session.clock.now(),
      label: { key: `history.${key}`, params },
      ...(continues === undefined ? {} : { continues }),
    },
    change,
  );
}
