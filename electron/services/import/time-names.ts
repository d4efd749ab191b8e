import { readBookable } from '../../../db/queries/time.query';
import type { ReadDb } from '../../../db/read-db';
import { listPeople } from '../../../db/repositories/people.repo';
import { listTimeNames } from '../../../db/repositories/time.repo';
import { soundOf } from '../../../shared/domain/time/quick-entry';
import { fold } from '../../../shared/i18n/transliterate';

/** What a name of the file means here; `skip`: somebody said not to book it; `unknown`: nobody said anything. */
export type Meaning =
  | { readonly state: 'known'; readonly id: string }
  | { readonly state: 'skip' | 'unknown' };

const UNKNOWN: Meaning = { state: 'unknown' };
const LEGAL_FORMS = new Set([
  'ooo',
  'oo',
  'ao',
  'pao',
  'zao',
  'ip',
  'sia',
  'as',
  'ltd',
  'lc',
  'llc',
  'gmbh',
  'inc',
]);

/** How a name is kept in the memory of meanings. */
export function nameKey(name: string): string {
  return fold(name).replace(/\s+/g, ' ').trim();
}

/** Words of a name in the order of the alphabet, as they sound: «Анна Иванова» is `Ivanova Anna`. */
function soundKey(name: string): string {
  return name
    .split(/[\s\-–—/«»„“”"'’.,()&_]+/)
    .map(soundOf)
    .filter((word) => word !== '' && !LEGAL_FORMS.has(word))
    .sort()
    .join(' ');
}

/** Ids by the sound of their names; null where two share it. */
function bySound(rows: readonly { id: string; name: string }[]): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const { id, name } of rows) {
    const key = soundKey(name);
    if (key === '') continue;
    found.set(key, found.has(key) && found.get(key) !== id ? null : id);
  }
  return found;
}

/** Names of people, clients and projects in another tool's time sheet, and what they mean in this workspace. */
export class TimeNames {
  readonly #said = new Map<string, string | null>();
  readonly #people: ReadonlyMap<string, string | null>;
  readonly #codes: ReadonlyMap<string, string>;
  readonly #emails: ReadonlyMap<string, string>;
  readonly #clients: ReadonlyMap<string, string | null>;
  readonly #projects = new Map<string, ReadonlyMap<string, string | null>>();

  constructor(read: ReadDb) {
    for (const { kind, name, clientName, targetId } of listTimeNames(read)) {
      this.#said.set([kind, name, clientName].join('\u0000'), targetId);
    }
    const people = listPeople(read);
    this.#people = bySound(people);
    this.#codes = new Map(people.map(({ id, code }) => [nameKey(code), id]));
    this.#emails = new Map(
      people.flatMap(({ id, email }) => (email === null ? [] : [[nameKey(email), id] as const])),
    );
    const rows = readBookable(read);
    this.#clients = bySound(
      rows.map(({ clientId, clientName }) => ({ id: clientId, name: clientName })),
    );
    for (const clientId of new Set(rows.map((row) => row.clientId))) {
      const own = rows.flatMap(({ clientId: of, projectId, projectName }) =>
        of === clientId && projectId !== null && projectName !== null
          ? [{ id: projectId, name: projectName }]
          : [],
      );
      this.#projects.set(clientId, bySound(own));
    }
  }

  #saidOf(kind: 'person' | 'client' | 'project', name: string, clientName = ''): Meaning | null {
    const said = this.#said.get([kind, nameKey(name), nameKey(clientName)].join('\u0000'));
    if (said === undefined) return null;
    return said === null ? { state: 'skip' } : { state: 'known', id: said };
  }

  /** The person of a name or an address. */
  person(name: string, email: string): Meaning {
    const shown = name === '' ? email : name;
    const said = this.#saidOf('person', shown);
    if (said !== null) return said;
    const id =
      this.#emails.get(nameKey(email)) ??
      this.#emails.get(nameKey(name)) ??
      this.#people.get(soundKey(name)) ??
      this.#codes.get(nameKey(name));
    return id === undefined ? UNKNOWN : { state: 'known', id };
  }

  /** The client of a name; where the file has projects only, the client a project was said to be of. */
  client(name: string): Meaning {
    const said = this.#saidOf('client', name);
    if (said !== null) return said;
    const id = this.#clients.get(soundKey(name)) ?? null;
    return id === null ? UNKNOWN : { state: 'known', id };
  }

  /** The project of a name among those of a client. */
  project(name: string, clientName: string, clientId: string): Meaning {
    const said = this.#saidOf('project', name, clientName);
    if (said !== null) return said;
    const id = this.#projects.get(clientId)?.get(soundKey(name)) ?? null;
    return id === null ? UNKNOWN : { state: 'known', id };
  }
}
