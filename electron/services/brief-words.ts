import { readBriefAnswers } from '../../db/queries/briefs.query';
import { readBriefEdits } from '../../db/queries/search.query';
import type { ReadDb } from '../../db/read-db';
import { answerSchema } from '../../shared/contract/briefs.contract';
import { answerTexts } from '../../shared/domain/brief-answers';
import { type Findable, findable } from '../../shared/domain/rank';

type Kept = { stamp: string; words: Findable };

/** Texts of long briefs are taken apart once, not at every letter that is typed. */
const kept = new WeakMap<ReadDb, Map<string, Kept>>();

/** Words of what briefs answer, formatted or not, by the brief's id. */
export function readBriefWords(read: ReadDb): ReadonlyMap<string, Findable> {
  const known = kept.get(read) ?? new Map<string, Kept>();
  kept.set(read, known);
  const found = new Map<string, Findable>();
  for (const { id, editedAt, revision } of readBriefEdits(read)) {
    const stamp = `${editedAt} ${revision}`;
    const before = known.get(id);
    const now = before?.stamp === stamp ? before : { stamp, words: wordsOf(read, id) };
    known.set(id, now);
    found.set(id, now.words);
  }
  return found;
}

function wordsOf(read: ReadDb, briefId: string): Findable {
  const texts = readBriefAnswers(read, { briefId }).flatMap(({ value }) =>
    answerTexts(answerSchema.parse(JSON.parse(value))),
  );
  return findable(texts.join(' '));
}
