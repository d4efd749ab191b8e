import { readBriefFiles } from '../../db/queries/brief-content.query';
import {
  type BriefCriterionMetRow,
  type BriefStepRow,
  readBriefCriteriaMet,
  readBriefSteps,
  readBriefVersions,
  readFrozenBriefByNumber,
} from '../../db/queries/brief-versions.query';
import {
  type BriefHeadRow,
  isContactOf,
  readBriefAnswers,
  readBriefDefaults,
  readBriefHead,
  readBriefHeads,
} from '../../db/queries/briefs.query';
import { readClientLogo } from '../../db/queries/client-logos.query';
import { readContacts } from '../../db/queries/clients.query';
import type { ReadDb } from '../../db/read-db';
import { readAgency } from '../../db/repositories/agency.repo';
import {
  addBrief as addBriefRow,
  amendBrief as amendBriefRow,
  clearBriefAnswer,
  setBriefAnswer,
} from '../../db/repositories/briefs.repo';
import type { WriteDb } from '../../db/write-db';
import { AppError } from '../../shared/contract/app-error';
import {
  type Answer,
  answerSchema,
  type Brief,
  type BriefListItem,
  type BriefTemplate,
} from '../../shared/contract/briefs.contract';
import type { Input, Output } from '../../shared/contract/contract';
import type { Language } from '../../shared/contract/primitives';
import { answerAs, type BriefAnswers } from '../../shared/domain/brief-answers';
import { briefStage, turnaroundOf } from '../../shared/domain/brief-stages';
import { BRIEF_TEMPLATES, fieldsOf } from '../../shared/domain/brief-templates';
import {
  briefCompletePercent,
  briefGaps,
  criteriaIn,
} from '../../shared/domain/brief-templates-gaps';
import type { BriefPrintModel } from '../../shared/print/brief-print';
import { answerHistory } from './brief-answer-history';
import { makeBriefPrintModel } from './brief-print-model';
import { briefWords, findTemplate, requireTemplate } from './brief-template-book';
import { assertReady } from './brief-template-ready';
import { readyTemplates } from './brief-templates.service';
import { requireClient } from './clients.service';
import { act, readOf, type Session } from './session';

/** Briefs of the workspace or of one client, the newest first. */
export function listBriefs(
  session: Session,
  { clientId }: Input<'briefs/list'>,
): Output<'briefs/list'> {
  const read = readOf(session);
  const answers = new Map<string, Record<string, Answer>>();
  for (const row of readBriefAnswers(read, { clientId })) {
    const ofBrief = answers.get(row.briefId) ?? {};
    ofBrief[row.fieldKey] = answerOf(row.value);
    answers.set(row.briefId, ofBrief);
  }
  const language = session.language();
  const templates = new Map<string, BriefTemplate | undefined>();
  const templateOf = ({ templateKey }: BriefHeadRow) => {
    if (!templates.has(templateKey)) {
      templates.set(templateKey, findTemplate(read, templateKey, language));
    }
    return templates.get(templateKey);
  };
  const steps = new Map<string, BriefStepRow[]>();
  for (const row of readBriefSteps(read, { clientId })) {
    const ofBrief = steps.get(row.briefId);
    if (ofBrief === undefined) steps.set(row.briefId, [row]);
    else ofBrief.push(row);
  }
  return {
    briefs: readBriefHeads(read, clientId).map((head) =>
      listItem(head, answers.get(head.id) ?? {}, steps.get(head.id) ?? [], templateOf(head)),
    ),
  };
}

/** The kinds of brief there are: the shipped ones in a language, then one's own that are ready. */
export function listTemplates(
  session: Session,
  { language }: Input<'briefs/templates'>,
): Output<'briefs/templates'> {
  const words = briefWords(language);
  return {
    templates: [
      ...BRIEF_TEMPLATES.map(({ key }) => ({ key, title: words(`template.${key}`) })),
      ...readyTemplates(readOf(session)),
    ],
  };
}

/** A brief with its template, in the brief's own language, and what it lacks. Throws `brief-not-found`. */
export function showBrief(session: Session, { id }: Input<'briefs/show'>): Brief {
  const read = readOf(session);
  const { head, template, answers, stamps } = requireBrief(read, id);
  const contacts = readContacts(read, head.clientId);
  const steps = readBriefSteps(read, { briefId: id });
  // Dates of a brief that is agreed lie behind sooner or later: that is no gap.
  const today = head.status === 'approved' ? null : session.clock.today();
  return {
    ...listItem(head, answers, steps, findTemplate(read, head.templateKey, session.language())),
    revision: head.revision,
    authorName: head.authorName,
    approverContactId: head.approverContactId,
    contractNumber: head.contractNumber,
    contacts: contacts.map(({ id: contactId, name, position }) => ({
      id: contactId,
      name,
      position,
    })),
    template,
    answers,
    stamps,
    files: readBriefFiles(read, id),
    versions: readBriefVersions(read, id).map(({ title: _, ...version }) => version),
    steps: steps.map(({ briefId: _, ...step }) => step),
    criteria: criteriaOf(answers, readBriefCriteriaMet(read, id)),
    gaps: [...briefGaps(template, answers, today)],
  };
}

/** Starts a brief of a kind for a client. Throws `client-not-found`, `brief-template-unknown`, and what {@link assertReady} throws. */
export function addBrief(session: Session, input: Input<'briefs/add'>): Output<'briefs/add'> {
  const { clientId, templateKey, title, language } = input;
  const read = readOf(session);
  requireClient(read, clientId);
  assertReady(requireTemplate(read, templateKey, language));
  const briefOn = session.clock.today();
  const by = { clientId, actor: session.actor, on: briefOn };
  const id = act(session, 'add-brief', { title }, (tx) =>
    addBriefRow(tx, {
      clientId,
      templateKey,
      title,
      language,
      status: 'draft',
      briefOn,
      editedAt: session.clock.now(),
      ...readBriefDefaults(tx, by),
    }),
  );
  return { id };
}

/**
 * Keeps one answer; null takes it back. Throws `brief-not-found`, `brief-approved` for one that the
 * client has agreed to, `brief-answer-unfit` where the template has no such field or another type of it,
 * `brief-answer-changed` where another answer stands than the one it was made from.
 */
export function answerBrief(
  session: Session,
  { id, fieldKey, answer, basis }: Input<'briefs/answer'>,
): Output<'briefs/answer'> {
  const { head, template, answers: given, stamps: before } = requireBrief(readOf(session), id);
  if (head.status === 'approved') throw new AppError('brief-approved');
  const field = fieldsOf(template).find((item) => item.field.key === fieldKey)?.field;
  if (field === undefined || (answer !== null && answer.type !== field.type)) {
    throw new AppError('brief-answer-unfit');
  }
  if (basis !== undefined && basis !== (before[fieldKey] ?? null)) {
    throw new AppError('brief-answer-changed');
  }
  const savedAt = session.clock.now();
  const keep = (tx: WriteDb): void => {
    if (answer === null) clearBriefAnswer(tx, id, fieldKey);
    else setBriefAnswer(tx, id, fieldKey, JSON.stringify(answer));
    if (tx.touched.size > 0) amendBriefRow(tx, id, { editedAt: savedAt, ...nextVersion(tx, head) });
  };
  // A file taken out is an action of its own: one undo brings it back and no more.
  const history = isShorter(answer, given[fieldKey]) ? undefined : answerHistory(id, fieldKey);
  act(session, 'answer-brief', { title: head.title }, keep, history);
  const { answers, stamps } = requireBrief(readOf(session), id);
  const completePercent = briefCompletePercent(template, answers);
  return { id, savedAt, completePercent, stamp: stamps[fieldKey] ?? null };
}

function isShorter(answer: Answer | null, before: Answer | undefined): boolean {
  if (before?.type !== 'file') return false;
  return answer?.type !== 'file' || answer.files.length < before.files.length;
}

/** Changes title, date or approver. Throws `brief-not-found`, `row-changed-elsewhere`, `contact-not-found`. */
export function amendBrief(
  session: Session,
  { id, revision, patch }: Input<'briefs/amend'>,
): Output<'briefs/amend'> {
  const { head } = requireBrief(readOf(session), id);
  const { approverContactId } = patch;
  act(session, 'amend-brief', { title: patch.title ?? head.title }, (tx) => {
    assertContact(tx, approverContactId ?? null, head.clientId);
    const editedAt = session.clock.now();
    amendBriefRow(tx, id, { ...patch, editedAt, ...nextVersion(tx, head) }, revision);
  });
  return { id, revision: requireBrief(readOf(session), id).head.revision };
}

function assertContact(tx: WriteDb, contactId: string | null, clientId: string): void {
  if (contactId !== null && !isContactOf(tx, contactId, clientId)) {
    throw new AppError('contact-not-found');
  }
}

/** Puts a brief away; undo brings it back. Throws `brief-not-found`. */
export function archiveBrief(
  session: Session,
  { id }: Input<'briefs/archive'>,
): Output<'briefs/archive'> {
  const { head } = requireBrief(readOf(session), id);
  act(session, 'archive-brief', { title: head.title }, (tx) =>
    amendBriefRow(tx, id, { archivedAt: session.clock.now() }),
  );
  return { id };
}

/** What goes on paper, in the brief's own language. Throws `brief-not-found`. */
export function briefPrintModel(
  session: Session,
  id: string,
): { model: BriefPrintModel; language: Language } {
  return briefOnPaper(readOf(session), id, null);
}

/** A brief as it is now on paper, under its own version's number or another. Throws `brief-not-found`. */
export function briefOnPaper(
  read: ReadDb,
  id: string,
  version: number | null,
): { model: BriefPrintModel; language: Language } {
  const { head, template, answers } = requireBrief(read, id);
  const model = makeBriefPrintModel({
    head: version === null ? head : { ...head, version },
    answers,
    agency: readAgency(read),
    contacts: readContacts(read, head.clientId),
    clientLogo: readClientLogo(read, head.clientId) ?? { logo: null, logoType: null },
    template,
  });
  return { model, language: head.language };
}

/** What was frozen stays what it is: the next change begins another version. */
export function nextVersion(tx: WriteDb, head: BriefHeadRow): { version?: number } {
  return readFrozenBriefByNumber(tx, head.id, head.version) === undefined
    ? {}
    : { version: head.version + 1 };
}

type FoundBrief = {
  head: BriefHeadRow;
  template: BriefTemplate;
  answers: BriefAnswers & Record<string, Answer>;
  /** Which writing of each answer it is. */
  stamps: Record<string, string>;
};

/** A brief with its template and answers. Throws `brief-not-found`, `brief-template-unknown`. */
export function requireBrief(read: ReadDb, id: string): FoundBrief {
  const head = readBriefHead(read, id);
  if (head === undefined) throw new AppError('brief-not-found');
  const template = requireTemplate(read, head.templateKey, head.language);
  const types = new Map(fieldsOf(template).map(({ field }) => [field.key, field.type]));
  const answers: Record<string, Answer> = {};
  const stamps: Record<string, string> = {};
  for (const { fieldKey, value, stamp } of readBriefAnswers(read, { briefId: id })) {
    stamps[fieldKey] = stamp;
    const kept = answerOf(value);
    // What the template no longer asks, or asks otherwise, is kept as it was said.
    answers[fieldKey] = answerAs(types.get(fieldKey) ?? kept.type, kept) ?? kept;
  }
  return { head, template, answers, stamps };
}

function answerOf(json: string): Answer {
  return answerSchema.parse(JSON.parse(json));
}

function criteriaOf(
  answers: BriefAnswers,
  met: readonly BriefCriterionMetRow[],
): Brief['criteria'] {
  return criteriaIn(answers).map(([metric, threshold, source]) => {
    const tick = met.find((row) => row.metric === metric && row.threshold === threshold);
    return {
      metric,
      threshold,
      source,
      metOn: tick?.metOn ?? null,
      personName: tick?.personName ?? null,
    };
  });
}

function listItem(
  head: BriefHeadRow,
  answers: BriefAnswers,
  steps: readonly BriefStepRow[],
  template: BriefTemplate | undefined,
): BriefListItem {
  return {
    id: head.id,
    number: head.number,
    title: head.title,
    client: {
      id: head.clientId,
      name: head.clientName,
      descriptor: head.clientDescriptor,
      mark: head.clientMark,
      hue: head.clientHue,
      tier: head.clientTier,
      currency: head.clientCurrency,
    },
    templateKey: head.templateKey,
    templateTitle: template?.title ?? head.templateKey,
    status: head.status,
    stage: briefStage(head.status, steps.at(-1)?.step),
    turnaround: turnaroundOf(steps),
    version: head.version,
    briefOn: head.briefOn,
    editedAt: head.editedAt,
    completePercent: template === undefined ? 0 : briefCompletePercent(template, answers),
    language: head.language,
  };
}
