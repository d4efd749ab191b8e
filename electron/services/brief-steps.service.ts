import { z } from 'zod';
import {
  type FrozenBriefRow,
  personOrNull,
  readBriefCriteriaMet,
  readBriefSteps,
  readBriefVersions,
  readFrozenBrief,
  readFrozenBriefByNumber,
} from '../../db/queries/brief-versions.query';
import type { ReadDb } from '../../db/read-db';
import {
  freezeBriefVersion,
  recordBriefStep,
  tickBriefCriterion,
  untickBriefCriterion,
} from '../../db/repositories/brief-versions.repo';
import { amendBrief as amendBriefRow } from '../../db/repositories/briefs.repo';
import type { WriteDb } from '../../db/write-db';
import { AppError } from '../../shared/contract/app-error';
import { answerSchema } from '../../shared/contract/briefs.contract';
import type { Input, Output } from '../../shared/contract/contract';
import type { Language } from '../../shared/contract/primitives';
import type { BriefAnswers } from '../../shared/domain/brief-answers';
import { diffBriefs, diffWords } from '../../shared/domain/brief-diff';
import {
  type BriefStep,
  briefStage,
  NEXT_STEPS,
  statusAfter,
} from '../../shared/domain/brief-stages';
import { criteriaIn } from '../../shared/domain/brief-templates-gaps';
import type { BriefPrintModel } from '../../shared/print/brief-print';
import { readBriefPaper } from '../../shared/print/brief-print-model';
import { briefOnPaper, requireBrief } from './briefs.service';
import { act, readOf, type Session } from './session';

const answersSchema = z.record(z.string(), answerSchema);

/** The key of the history's sentence for each move. */
const HISTORY: Readonly<Record<BriefStep, string>> = {
  sent: 'send-brief',
  returned: 'return-brief',
  approved: 'approve-brief',
  reopened: 'reopen-brief',
  started: 'start-brief',
  delivered: 'deliver-brief',
  reworked: 'rework-brief',
  accepted: 'accept-brief',
};

/**
 * Moves a brief on or back. Sending and approval freeze a version. Throws `brief-not-found`,
 * `row-changed-elsewhere`, `brief-step-out-of-turn`, `brief-step-in-future`, `brief-step-too-early` for
 * a day before the last move, `brief-client-needed` for a decision of nobody, `brief-reason-needed` for a
 * return, or an acceptance with open criteria, that says no reason.
 */
export function stepBrief(session: Session, input: Input<'briefs/step'>): Output<'briefs/step'> {
  const { id, step, madeOn } = input;
  const read = readOf(session);
  const { head, answers } = requireBrief(read, id);
  const steps = readBriefSteps(read, { briefId: id });
  if (!NEXT_STEPS[briefStage(head.status, steps.at(-1)?.step)].includes(step)) {
    throw new AppError('brief-step-out-of-turn');
  }
  assertDay(madeOn, session.clock.today(), steps.at(-1)?.madeOn);
  const clientName = input.clientName.trim();
  const note = input.note.trim();
  if ((step === 'approved' || step === 'accepted') && clientName === '') {
    throw new AppError('brief-client-needed');
  }
  const isReturn = step === 'returned' || step === 'reworked';
  const isShort = step === 'accepted' && openCriteria(read, id, answers) > 0;
  if ((isReturn || isShort) && note === '') throw new AppError('brief-reason-needed');
  act(session, HISTORY[step], { title: head.title }, (tx) => {
    const frozen = step === 'sent' || step === 'approved' ? freeze(tx, session, input) : null;
    recordBriefStep(tx, {
      briefId: id,
      step,
      madeOn,
      madeAt: session.clock.now(),
      versionId: frozen?.versionId ?? null,
      personId: personOrNull(tx, session.actor),
      clientName,
      channel: input.channel,
      evidence: input.evidence.trim(),
      note,
    });
    const patch = { status: statusAfter(step), version: frozen?.number ?? head.version };
    amendBriefRow(tx, id, { ...patch, editedAt: session.clock.now() }, input.revision);
  });
  return { id, revision: requireBrief(readOf(session), id).head.revision };
}

function assertDay(day: string, today: string, last: string | undefined): void {
  if (day > today) throw new AppError('brief-step-in-future', { on: day });
  if (last !== undefined && day < last) throw new AppError('brief-step-too-early', { on: last });
}

/** How many criteria of a brief are not ticked. */
function openCriteria(read: ReadDb, id: string, answers: BriefAnswers): number {
  const met = readBriefCriteriaMet(read, id);
  return criteriaIn(answers).filter(
    ([metric, threshold]) =>
      !met.some((row) => row.metric === metric && row.threshold === threshold),
  ).length;
}

/** An approval of what was sent has its number; anything else gets the next one. */
function freeze(
  tx: WriteDb,
  session: Session,
  { id, step, madeOn }: Input<'briefs/step'>,
): { versionId: string; number: number } {
  const { head, answers } = requireBrief(tx, id);
  const versions = readBriefVersions(tx, id);
  const [newest] = versions;
  const last = newest === undefined ? undefined : readFrozenBrief(tx, id, newest.id);
  const text = JSON.stringify(answers);
  const agrees =
    step === 'approved' &&
    last?.kind === 'sent' &&
    last.answers === text &&
    last.title === head.title;
  const highest = Math.max(0, ...versions.map(({ number }) => number));
  const number = agrees ? last.number : Math.max(head.version, highest + 1);
  const { model } = briefOnPaper(tx, id, number);
  const versionId = freezeBriefVersion(tx, {
    briefId: id,
    number,
    kind: step === 'approved' ? 'approved' : 'sent',
    templateKey: head.templateKey,
    language: head.language,
    title: head.title,
    answers: text,
    paper: JSON.stringify(model),
    frozenOn: madeOn,
    frozenAt: session.clock.now(),
  });
  return { versionId, number };
}

/** Ticks a criterion, or takes the tick off. Throws `brief-not-found`, `brief-not-approved`, `brief-criterion-unknown`. */
export function tickCriterion(
  session: Session,
  { id, metric, threshold, met }: Input<'briefs/tick'>,
): Output<'briefs/tick'> {
  const read = readOf(session);
  const { head, answers } = requireBrief(read, id);
  if (head.status !== 'approved') throw new AppError('brief-not-approved');
  if (!criteriaIn(answers).some(([name, wanted]) => name === metric && wanted === threshold)) {
    throw new AppError('brief-criterion-unknown');
  }
  const tick = readBriefCriteriaMet(read, id).find(
    (row) => row.metric === metric && row.threshold === threshold,
  );
  if ((tick !== undefined) === met) return { id };
  act(session, met ? 'tick-criterion' : 'untick-criterion', { criterion: metric }, (tx) => {
    if (tick !== undefined) untickBriefCriterion(tx, tick.id);
    else {
      const personId = personOrNull(tx, session.actor);
      const metOn = session.clock.today();
      tickBriefCriterion(tx, { briefId: id, metric, threshold, metOn, personId });
    }
  });
  return { id };
}

/** What changed between two versions, or since one. Throws `brief-not-found`, `brief-version-not-found`. */
export function compareBriefs(
  session: Session,
  { id, from, to }: Input<'briefs/compare'>,
): Output<'briefs/compare'> {
  const read = readOf(session);
  const { head, template, answers } = requireBrief(read, id);
  const before = contentOf(requireVersion(readFrozenBrief(read, id, from)));
  const after =
    to === null
      ? { title: head.title, answers }
      : contentOf(requireVersion(readFrozenBrief(read, id, to)));
  return {
    title: diffWords(before.title, after.title, head.language),
    fields: diffBriefs(template, before.answers, after.answers, head.language),
  };
}

function contentOf({ title, answers }: FrozenBriefRow): { title: string; answers: BriefAnswers } {
  return { title, answers: answersSchema.parse(JSON.parse(answers)) };
}

/** Title and answers of a version by its number. Throws `brief-version-not-found`. */
export function frozenBriefAnswers(
  read: ReadDb,
  id: string,
  number: number,
): { number: number; title: string; answers: BriefAnswers } {
  return { number, ...contentOf(requireVersion(readFrozenBriefByNumber(read, id, number))) };
}

function requireVersion(row: FrozenBriefRow | undefined): FrozenBriefRow {
  if (row === undefined) throw new AppError('brief-version-not-found');
  return row;
}

/** A version as it went on paper then, by its id or its number. Throws `brief-not-found`, `brief-version-not-found`. */
export function frozenBriefPaper(
  session: Session,
  id: string,
  version: { id: string } | { number: number },
): { model: BriefPrintModel; language: Language } {
  const read = readOf(session);
  requireBrief(read, id);
  const row = requireVersion(
    'id' in version
      ? readFrozenBrief(read, id, version.id)
      : readFrozenBriefByNumber(read, id, version.number),
  );
  return { model: readBriefPaper(row.paper), language: row.language };
}
