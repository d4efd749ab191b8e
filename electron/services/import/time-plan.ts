import { createHash } from 'node:crypto';
import { findClientByWord } from '../../../db/queries/ad-mapping.query';
import { readImportKeys } from '../../../db/queries/time.query';
import { readLoggedDays } from '../../../db/queries/work-load.query';
import type { ReadDb } from '../../../db/read-db';
import { readAgency } from '../../../db/repositories/agency.repo';
import { findProject } from '../../../db/repositories/projects.repo';
import { type LockedPeriodRow, listLockedPeriods } from '../../../db/repositories/time.repo';
import { AppError } from '../../../shared/contract/app-error';
import type { TimeName } from '../../../shared/contract/time.contract';
import type { TimeKind } from '../../../shared/domain/time-cost';
import type {
  SheetProblem,
  SheetProblemCode,
  SheetRow,
  TimeSheet,
} from '../../../shared/domain/time-sheet/parse-time-sheet';
import { DAY_SECONDS, isLockedDay } from '../time/time-ground';
import type { ImportAbout } from './import-kind';
import { type Meaning, TimeNames } from './time-names';

export type PlannedTime = {
  readonly row: SheetRow;
  readonly state: 'new' | 'unchanged' | 'refused' | 'not-booked' | 'undecided';
  readonly problem: SheetProblem | null;
  readonly key: string;
  readonly personId: string | null;
  readonly clientId: string | null;
  readonly projectId: string | null;
  readonly kind: TimeKind;
};

export type UnknownName = TimeName & { readonly rows: number };

export type TimePlan = {
  readonly rows: readonly PlannedTime[];
  /** Names of projects that are booked on their client without a project. */
  readonly looseProjects: readonly string[];
  /** Names that nobody knows, with how many rows each holds back or leaves without a project. */
  readonly unknownNames: readonly UnknownName[];
};

/** What a row is known by: who, when, how long, what; the n-th of equal ones. The tools export no ids. */
function keysOf(rows: readonly SheetRow[]): string[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const said = JSON.stringify([
      row.person || row.email,
      row.on,
      row.startSeconds,
      row.seconds,
      row.client,
      row.project,
      row.task,
      row.note,
    ]);
    const nth = (seen.get(said) ?? 0) + 1;
    seen.set(said, nth);
    return createHash('sha256').update(`${said}#${nth}`).digest('hex');
  });
}

/**
 * Compares a time sheet with the workspace: what is new, known already, of unknown names, or not to be
 * booked. A file that names nobody is of the person who works in the workspace; `about.client` takes the
 * rows whose client is not named or not known.
 */
export function planTime(read: ReadDb, sheet: TimeSheet, about: ImportAbout | undefined): TimePlan {
  const planner = new Planner(read, sheet, about);
  const keys = keysOf(sheet.rows);
  const rows = sheet.rows.map((row, index) => planner.plan(row, keys[index] ?? ''));
  const unknownNames = [...planner.unknownNames.values()];
  const looseProjects = unknownNames.flatMap(({ kind, name }) => (kind === 'project' ? name : []));
  return { rows, looseProjects, unknownNames };
}

class Planner {
  readonly #read: ReadDb;
  readonly #names: TimeNames;
  readonly #known: ReadonlySet<string>;
  readonly #locks: readonly LockedPeriodRow[];
  readonly #me: string | null;
  readonly #fallbackClient: string | null;
  /** Seconds by person and day, booked and to be booked. */
  readonly #booked = new Map<string, number>();
  readonly unknownNames = new Map<string, UnknownName>();

  constructor(read: ReadDb, sheet: TimeSheet, about: ImportAbout | undefined) {
    this.#read = read;
    this.#names = new TimeNames(read);
    this.#known = readImportKeys(read);
    this.#locks = listLockedPeriods(read);
    this.#me = readAgency(read).userId;
    this.#fallbackClient = fallbackClientOf(read, about);
    const days = sheet.rows.map(({ on }) => on).sort();
    const [from] = days;
    const to = days.at(-1);
    if (from === undefined || to === undefined) return;
    for (const { personId, on, seconds } of readLoggedDays(read, from, to)) {
      this.#booked.set(`${personId} ${on}`, seconds);
    }
  }

  plan(row: SheetRow, key: string): PlannedTime {
    const place = { personId: null, clientId: null, projectId: null, kind: 'internal' as const };
    const leave = (
      state: 'refused' | 'not-booked' | 'undecided',
      code: SheetProblemCode,
      params: SheetProblem['params'] = {},
    ): PlannedTime => ({
      ...place,
      row,
      key,
      state,
      problem: { line: row.line, field: '', code, params },
    });
    if (this.#known.has(key)) return { ...place, row, key, state: 'unchanged', problem: null };

    const person = this.#person(row);
    if (person.state !== 'known') {
      const name = row.person || row.email || '—';
      if (person.state === 'skip') return leave('not-booked', 'name-skipped', { name });
      this.#unknown('person', name);
      return leave('undecided', 'person-unknown', { name });
    }
    const client = this.#client(row);
    if (client.state !== 'known') {
      const name = row.client || row.project || '—';
      if (client.state === 'skip') return leave('not-booked', 'name-skipped', { name });
      this.#unknown('client', name);
      return leave('undecided', 'client-unknown', { name });
    }
    const projectId = this.#project(row, client.id);
    if (isLockedDay(this.#locks, person.id, row.on)) return leave('refused', 'time-locked');
    const day = `${person.id} ${row.on}`;
    const booked = (this.#booked.get(day) ?? 0) + row.seconds;
    if (booked > DAY_SECONDS) {
      return leave('refused', 'time-day-full', { name: row.person, seconds: booked });
    }
    this.#booked.set(day, booked);
    const project = projectId === null ? undefined : findProject(this.#read, projectId);
    return {
      row,
      key,
      state: 'new',
      problem: null,
      personId: person.id,
      clientId: client.id,
      projectId,
      kind: project?.kind === 'fixed-fee' ? 'project' : 'retainer',
    };
  }

  #unknown(kind: TimeName['kind'], name: string, clientName = ''): void {
    const key = [kind, name, clientName].join('\u0000');
    const rows = (this.unknownNames.get(key)?.rows ?? 0) + 1;
    this.unknownNames.set(key, { kind, name, clientName, rows });
  }

  #person({ person, email }: SheetRow): Meaning {
    if (person !== '' || email !== '') return this.#names.person(person, email);
    return this.#me === null ? { state: 'unknown' } : { state: 'known', id: this.#me };
  }

  #client({ client, project }: SheetRow): Meaning {
    const named = client === '' ? project : client;
    const found: Meaning = named === '' ? { state: 'unknown' } : this.#names.client(named);
    if (found.state !== 'unknown' || this.#fallbackClient === null) return found;
    return { state: 'known', id: this.#fallbackClient };
  }

  #project({ client, project }: SheetRow, clientId: string): string | null {
    if (project === '') return null;
    const found = this.#names.project(project, client, clientId);
    if (found.state === 'known' && findProject(this.#read, found.id)?.clientId === clientId) {
      return found.id;
    }
    if (found.state === 'unknown' && client !== '') this.#unknown('project', project, client);
    return null;
  }
}

function fallbackClientOf(read: ReadDb, about: ImportAbout | undefined): string | null {
  const word = about?.client;
  if (word == null || word.trim() === '') return null;
  const client = findClientByWord(read, word);
  if (client === undefined) throw new AppError('client-not-found');
  return client.id;
}
