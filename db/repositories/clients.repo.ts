import { and, asc, eq } from 'drizzle-orm';
import { fold } from '../../shared/i18n/transliterate';
import type { ReadDb } from '../read-db';
import { clients, commissionTerms, contacts, contracts } from '../schema/clients.schema';
import type { NewRow, Patch, WriteDb } from '../write-db';
import { chooseHue, chooseMark } from './client-mark';
import { setDatedRow } from './dated-row';

export type ClientRow = typeof clients.$inferSelect;
export type CommissionTermsRow = typeof commissionTerms.$inferSelect;

/** Mark, hue and search text are made here; a mark or hue that is given is kept. */
export type NewClient = Omit<NewRow<typeof clients>, 'mark' | 'hue' | 'searchText'> & {
  mark?: string | undefined;
  hue?: number | undefined;
};

type Findable = { name: string } & {
  [field in 'descriptor' | 'legalName' | 'inn' | 'registrationNumber' | 'vatNumber']?:
    | string
    | null
    | undefined;
};

function searchTextOf(client: Findable): string {
  const { name, descriptor, legalName, inn, registrationNumber, vatNumber } = client;
  return fold(
    [name, descriptor, legalName, inn, registrationNumber, vatNumber].filter(Boolean).join(' '),
  );
}

/** Adds a client with a mark and a hue that tell it from the others. Returns the id. */
export function addClient(tx: WriteDb, fields: NewClient): string {
  const others = tx.all<{ mark: string; hue: number }>('SELECT mark, hue FROM clients');
  return tx.insert(clients, {
    ...fields,
    mark:
      fields.mark ??
      chooseMark(
        fields.name,
        others.map(({ mark }) => mark),
      ),
    hue: fields.hue ?? chooseHue(others.map(({ hue }) => hue)),
    searchText: searchTextOf(fields),
  });
}

/** Changes a client's card. Throws `row-not-found`, `row-changed-elsewhere`, `value-refused`. */
export function amendClient(
  tx: WriteDb,
  id: string,
  patch: Omit<Patch<typeof clients>, 'searchText' | 'hue'>,
  expectedRevision?: number,
): void {
  const current = findClient(tx, id);
  const searchText = current === undefined ? undefined : searchTextOf(withChanges(current, patch));
  tx.update(clients, id, { ...patch, searchText }, expectedRevision);
}

function withChanges(current: ClientRow, patch: Patch<typeof clients>): Findable {
  return {
    name: patch.name ?? current.name,
    descriptor: patch.descriptor ?? current.descriptor,
    legalName: patch.legalName ?? current.legalName,
    inn: patch.inn === undefined ? current.inn : patch.inn,
    registrationNumber:
      patch.registrationNumber === undefined
        ? current.registrationNumber
        : patch.registrationNumber,
    vatNumber: patch.vatNumber === undefined ? current.vatNumber : patch.vatNumber,
  };
}

/** One client. */
export function findClient(db: ReadDb, id: string): ClientRow | undefined {
  return db.orm.select().from(clients).where(eq(clients.id, id)).get();
}

/** Adds a person on the client's side. Returns the id. */
export function addContact(tx: WriteDb, fields: NewRow<typeof contacts>): string {
  return tx.insert(contacts, fields);
}

/** Changes a contact. Throws `row-not-found`, `row-changed-elsewhere`. */
export function amendContact(
  tx: WriteDb,
  id: string,
  patch: Patch<typeof contacts>,
  expectedRevision?: number,
): void {
  tx.update(contacts, id, patch, expectedRevision);
}

/** Removes a contact. Throws `row-in-use` where a brief names it as its approver. */
export function removeContact(tx: WriteDb, id: string): void {
  tx.remove(contacts, id);
}

/** Records a contract; the same number of the same client takes the new terms. Returns the id. */
export function setContract(tx: WriteDb, fields: NewRow<typeof contracts>): string {
  const same = tx.orm
    .select()
    .from(contracts)
    .where(and(eq(contracts.clientId, fields.clientId), eq(contracts.number, fields.number)))
    .get();
  if (same === undefined) return tx.insert(contracts, fields);
  const { id: _id, ...terms } = fields;
  tx.update(contracts, same.id, terms);
  return same.id;
}

/** Sets the commission (АК) from a day on; the terms before end on the day before. Returns the row's id. */
export function setCommissionTerms(tx: WriteDb, fields: NewRow<typeof commissionTerms>): string {
  return setDatedRow(tx, commissionTerms, listCommissionTerms(tx, fields.clientId), fields);
}

/** Commission terms of a client in order. */
export function listCommissionTerms(db: ReadDb, clientId: string): CommissionTermsRow[] {
  return db.orm
    .select()
    .from(commissionTerms)
    .where(eq(commissionTerms.clientId, clientId))
    .orderBy(asc(commissionTerms.validFrom))
    .all();
}
