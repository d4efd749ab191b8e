import {
  amendDeadline,
  findDeadline,
  recordContact as insertContactLog,
  addDeadline as insertDeadline,
  recordNpsAnswer,
} from '../../db/repositories/care.repo';
import {
  removeContact as deleteContact,
  findClient,
  addClient as insertClient,
  addContact as insertContact,
  amendClient as updateClient,
  amendContact as updateContact,
  setContract as writeContract,
} from '../../db/repositories/clients.repo';
import { findPerson } from '../../db/repositories/people.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import { requireClient } from './clients.service';
import { warnOfRequisites } from './requisite-warnings';
import { act, readOf, type Session } from './session';

type Done = { id: string };

const nameOf = (session: Session, clientId: string): string =>
  requireClient(readOf(session), clientId).name;

/** Adds a client; whoever works in the file manages it. Mark and hue are chosen so that it tells from the others. */
export function addClient(session: Session, input: Input<'clients/add'>): Done {
  return act(session, 'add-client', { client: input.name }, (tx) => ({
    id: insertClient(tx, { ...input, managerId: userOf(session) }),
  }));
}

/** The actor as a person of the file; null for a file that has not named its user. */
function userOf(session: Session): string | null {
  return findPerson(readOf(session), session.actor)?.id ?? null;
}

/** Changes a client's card and says what looks wrong with its requisites. */
export function amendClient(
  session: Session,
  { id, revision, patch }: Input<'clients/amend'>,
): Output<'clients/amend'> {
  act(session, 'amend-client', { client: nameOf(session, id) }, (tx) =>
    updateClient(tx, id, patch, revision),
  );
  const changed = requireClient(readOf(session), id);
  return { id, revision: changed.revision, warnings: warnOfRequisites(changed) };
}

/** Puts a client away, or takes it out again. */
export function archiveClient(session: Session, { id }: Input<'clients/archive'>): Done {
  const client = findClient(readOf(session), id);
  if (client === undefined) throw new AppError('client-not-found');
  const isArchived = client.archivedAt !== null;
  act(session, isArchived ? 'unarchive-client' : 'archive-client', { client: client.name }, (tx) =>
    updateClient(tx, id, { archivedAt: isArchived ? null : session.clock.now() }),
  );
  return { id };
}

/** Warnings for requisites that are still being typed. */
export function checkRequisites(
  input: Input<'clients/check-requisites'>,
): Output<'clients/check-requisites'> {
  const { country, ...numbers } = input;
  const given = Object.fromEntries(
    Object.entries(numbers).filter(([, value]) => value !== undefined),
  );
  return { warnings: warnOfRequisites({ ...given, country }) };
}

/** Adds a person of the client's. */
export function addContact(session: Session, input: Input<'contacts/add'>): Done {
  return act(session, 'add-contact', { name: input.name }, (tx) => ({
    id: insertContact(tx, input),
  }));
}

/** Changes a contact. */
export function amendContact(
  session: Session,
  { id, revision, patch }: Input<'contacts/amend'>,
): Done {
  act(session, 'amend-contact', {}, (tx) => updateContact(tx, id, patch, revision));
  return { id };
}

/** Removes a contact. Throws `row-in-use` where a brief names it. */
export function removeContact(session: Session, { id }: Input<'contacts/remove'>): Done {
  act(session, 'remove-contact', {}, (tx) => deleteContact(tx, id));
  return { id };
}

/** Records the contract in force. */
export function setContract(session: Session, input: Input<'contracts/set'>): Done {
  return act(session, 'set-contract', { number: input.number }, (tx) => ({
    id: writeContract(tx, input),
  }));
}

/** Adds a deadline. */
export function addDeadline(session: Session, input: Input<'deadlines/add'>): Done {
  return act(session, 'add-deadline', { title: input.title, on: input.dueOn }, (tx) => ({
    id: insertDeadline(tx, input),
  }));
}

function titleOf(session: Session, id: string): string {
  const deadline = findDeadline(readOf(session), id);
  if (deadline === undefined) throw new AppError('row-not-found');
  return deadline.title;
}

/** Moves a deadline to another day. */
export function moveDeadline(session: Session, { id, dueOn }: Input<'deadlines/move'>): Done {
  act(session, 'move-deadline', { title: titleOf(session, id), on: dueOn }, (tx) =>
    amendDeadline(tx, id, { dueOn }),
  );
  return { id };
}

/** Marks a deadline as met. */
export function completeDeadline(session: Session, { id }: Input<'deadlines/complete'>): Done {
  const doneAt = session.clock.now();
  act(session, 'complete-deadline', { title: titleOf(session, id) }, (tx) =>
    amendDeadline(tx, id, { doneAt }),
  );
  return { id };
}

/** Records a call, meeting or letter. The time of day counts only for today. */
export function recordContact(session: Session, input: Input<'contact-log/record'>): Done {
  const isToday = input.contactedOn === session.clock.today();
  const contactedAt = isToday ? session.clock.now() : Date.parse(`${input.contactedOn}T12:00:00Z`);
  const personId = userOf(session);
  return act(session, 'record-contact', { client: nameOf(session, input.clientId) }, (tx) => ({
    id: insertContactLog(tx, { ...input, contactedAt, personId }),
  }));
}

/** Records an answer to «would you recommend us». */
export function recordNps(session: Session, input: Input<'nps/record'>): Done {
  return act(
    session,
    'record-nps',
    { client: nameOf(session, input.clientId), score: input.score },
    (tx) => ({
      id: recordNpsAnswer(tx, input),
    }),
  );
}
