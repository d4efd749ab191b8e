import type { BriefStep } from '../../shared/domain/brief-stages';
import type { ReadDb } from '../read-db';

export type BriefVersionRow = {
  id: string;
  number: number;
  kind: 'sent' | 'approved';
  title: string;
  frozenOn: string;
};

const VERSION = 'id, number, kind, title, frozen_on AS frozenOn';

/** Versions of a brief, the newest first. */
export function readBriefVersions(read: ReadDb, briefId: string): BriefVersionRow[] {
  return read.all<BriefVersionRow>(
    `SELECT ${VERSION} FROM brief_versions WHERE brief_id = ? ORDER BY frozen_at DESC, id DESC`,
    briefId,
  );
}

export type FrozenBriefRow = BriefVersionRow & {
  language: 'ru' | 'en' | 'lv';
  /** JSON: answers by field. */
  answers: string;
  /** JSON: the printed model. */
  paper: string;
};

const FROZEN = `SELECT ${VERSION}, language, answers, paper FROM brief_versions`;

/** One version of a brief with all it froze. */
export function readFrozenBrief(
  read: ReadDb,
  briefId: string,
  versionId: string,
): FrozenBriefRow | undefined {
  return read.get<FrozenBriefRow>(`${FROZEN} WHERE brief_id = ? AND id = ?`, briefId, versionId);
}

/** A version by its number: the one that was sent, where the client agreed to the same. */
export function readFrozenBriefByNumber(
  read: ReadDb,
  briefId: string,
  number: number,
): FrozenBriefRow | undefined {
  return read.get<FrozenBriefRow>(
    `${FROZEN} WHERE brief_id = ? AND number = ? ORDER BY kind DESC LIMIT 1`,
    briefId,
    number,
  );
}

export type BriefStepRow = {
  briefId: string;
  step: BriefStep;
  madeOn: string;
  personName: string | null;
  clientName: string;
  channel: 'email' | 'messenger' | 'meeting' | 'call' | 'document' | null;
  evidence: string;
  note: string;
  versionNumber: number | null;
};

/** Moves of the briefs of a list, or of one of them, in the order they were recorded. */
export function readBriefSteps(
  read: ReadDb,
  by: { clientId: string | null } | { briefId: string },
): BriefStepRow[] {
  const select = `SELECT s.brief_id AS briefId, s.step, s.made_on AS madeOn, p.name AS personName,
      s.client_name AS clientName, s.channel, s.evidence, s.note, v.number AS versionNumber
    FROM brief_steps s JOIN briefs b ON b.id = s.brief_id
      LEFT JOIN people p ON p.id = s.person_id LEFT JOIN brief_versions v ON v.id = s.version_id`;
  const order = 'ORDER BY s.made_at, s.id';
  return 'briefId' in by
    ? read.all<BriefStepRow>(`${select} WHERE s.brief_id = ? ${order}`, by.briefId)
    : read.all<BriefStepRow>(
        `${select} WHERE b.archived_at IS NULL AND (? IS NULL OR b.client_id = ?) ${order}`,
        by.clientId,
        by.clientId,
      );
}

export type BriefCriterionMetRow = {
  id: string;
  metric: string;
  threshold: string;
  metOn: string;
  personName: string | null;
};

/** The criteria of a brief that are ticked. */
export function readBriefCriteriaMet(read: ReadDb, briefId: string): BriefCriterionMetRow[] {
  return read.all<BriefCriterionMetRow>(
    `SELECT m.id, m.metric, m.threshold, m.met_on AS metOn, p.name AS personName
     FROM brief_criteria_met m LEFT JOIN people p ON p.id = m.person_id WHERE m.brief_id = ?`,
    briefId,
  );
}

/** The actor's id where it is a person of the file; null for the console and the like. */
export function personOrNull(read: ReadDb, actor: string): string | null {
  return read.get<{ id: string }>('SELECT id FROM people WHERE id = ?', actor)?.id ?? null;
}
