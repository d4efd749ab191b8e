import { readBriefAnswers, readBriefHead } from '../../db/queries/briefs.query';
import type { ReadDb } from '../../db/read-db';
import { dropTaskBrief, keepTaskBrief } from '../../db/repositories/task-briefs.repo';
import type { WriteDb } from '../../db/write-db';
import type { BriefTemplate } from '../../shared/contract/briefs.contract';
import { fieldsOf } from '../../shared/domain/brief-templates';
import { findTemplate } from './brief-template-book';

/** Keys of the fields of these sections; of all where none is named, or the template has none of them. */
export function fieldKeysIn(
  template: BriefTemplate | undefined,
  sections: readonly string[],
): readonly string[] {
  if (template === undefined) return [];
  const fields = fieldsOf(template);
  const named = fields.filter(({ section }) => sections.includes(section));
  return (named.length === 0 ? fields : named).map(({ field }) => field.key);
}

/** Keeps that a task stands on what its brief says now; a task without a brief stands on nothing. */
export function followBrief(
  tx: WriteDb,
  taskId: string,
  briefId: string | null,
  from: { setKey?: string; sections?: readonly string[] } = {},
): void {
  const head = briefId === null ? undefined : readBriefHead(tx, briefId);
  if (briefId === null || head === undefined) {
    dropTaskBrief(tx, taskId);
    return;
  }
  const template = findTemplate(tx, head.templateKey, head.language);
  keepTaskBrief(tx, {
    taskId,
    setKey: from.setKey ?? '',
    version: head.version,
    answers: JSON.stringify(answersNow(tx, briefId, fieldKeysIn(template, from.sections ?? []))),
  });
}

/** Stored answers of these fields, '' for one that is not given. */
export function answersNow(
  read: ReadDb,
  briefId: string,
  keys: readonly string[],
): Record<string, string> {
  const given = new Map(
    readBriefAnswers(read, { briefId }).map(({ fieldKey, value }) => [fieldKey, value]),
  );
  return Object.fromEntries(keys.map((key) => [key, given.get(key) ?? '']));
}
