import type { ReadDb } from '../read-db';

export type PlanLineRow = {
  id: string;
  originId: string;
  planId: string;
  planName: string;
  currency: string;
  channel: string;
  placement: string;
  fromOn: string;
  toOn: string;
};

/** Lines of the newest version of each of a client's plans, in order. */
export function readMappableLines(read: ReadDb, clientId: string): PlanLineRow[] {
  return read.all<PlanLineRow>(
    `SELECT l.id, l.origin_id AS originId, p.id AS planId, p.name AS planName, p.currency, l.channel, l.placement,
       l.from_on AS fromOn, l.to_on AS toOn
     FROM media_plans p JOIN media_plan_lines l ON l.plan_id = p.id
     WHERE p.client_id = ? AND p.archived_at IS NULL
       AND p.version = (SELECT max(o.version) FROM media_plans o
                        WHERE o.family_id = p.family_id AND o.archived_at IS NULL)
     ORDER BY p.from_on DESC, p.number DESC, l.position, l.id`,
    clientId,
  );
}

/** The line through all versions of its plan; undefined for none. */
export function readOriginOfLine(read: ReadDb, lineId: string): string | undefined {
  return read.get<{ originId: string }>(
    'SELECT origin_id AS originId FROM media_plan_lines WHERE id = ?',
    lineId,
  )?.originId;
}

export type ImportedFactRow = { id: string; factOn: string };

/** Facts of a line, in any version, that came from a platform. */
export function readImportedFacts(
  read: ReadDb,
  originId: string,
  source: string,
): ImportedFactRow[] {
  return read.all<ImportedFactRow>(
    `SELECT f.id, f.fact_on AS factOn FROM media_plan_facts f JOIN media_plan_lines l ON l.id = f.line_id
     WHERE l.origin_id = ? AND f.source = ? ORDER BY f.fact_on`,
    originId,
    source,
  );
}

/** A client by id, or by its whole name in any case; undefined for none. */
export function findClientByWord(
  read: ReadDb,
  word: string,
): { id: string; currency: string } | undefined {
  const found = read.all<{ id: string; currency: string; name: string }>(
    'SELECT id, currency, name FROM clients ORDER BY id',
  );
  const folded = word.trim().toLocaleLowerCase();
  const named = found.filter((row) => row.name.toLocaleLowerCase() === folded);
  return found.find(({ id }) => id === word) ?? (named.length === 1 ? named[0] : undefined);
}
