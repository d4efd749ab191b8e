import { amendBrief, clearBriefAnswer, setBriefAnswer } from '../../../db/repositories/briefs.repo';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import { nextVersion, requireBrief } from '../briefs.service';
import { act, readOf, type Session } from '../session';
import { askedFields } from './form-model';

/**
 * Keeps answers of a filled form at once. Throws `brief-not-found`, `brief-approved`, `brief-answer-unfit`,
 * `row-changed-elsewhere` where the brief was changed since the form was read.
 */
export function takeAnswers(
  session: Session,
  { id, revision, fileName, answers }: Input<'briefs/take-answers'>,
): Output<'briefs/take-answers'> {
  const { head, template } = requireBrief(readOf(session), id);
  if (head.status === 'approved') throw new AppError('brief-approved');
  const types = new Map(askedFields(template).map(({ key, type }) => [key, type]));
  for (const { fieldKey, answer } of answers) {
    const type = types.get(fieldKey);
    if (type === undefined || (answer !== null && answer.type !== type)) {
      throw new AppError('brief-answer-unfit');
    }
  }
  act(session, 'fill-brief', { title: head.title, file: fileName }, (tx) => {
    for (const { fieldKey, answer } of answers) {
      if (answer === null) clearBriefAnswer(tx, id, fieldKey);
      else setBriefAnswer(tx, id, fieldKey, JSON.stringify(answer));
    }
    amendBrief(tx, id, { editedAt: session.clock.now(), ...nextVersion(tx, head) }, revision);
  });
  return { id, revision: requireBrief(readOf(session), id).head.revision };
}
