import {
  isTemplateUsed,
  type OwnTemplateRow,
  readNewestTemplate,
  readOwnTemplates,
} from '../../db/queries/brief-templates.query';
import type { ReadDb } from '../../db/read-db';
import {
  addBriefTemplate,
  addTemplateEdition,
  amendBriefTemplate,
} from '../../db/repositories/brief-templates.repo';
import { AppError } from '../../shared/contract/app-error';
import {
  type TemplateDraft,
  templateDraftSchema,
} from '../../shared/contract/brief-templates.contract';
import type { Input, Output } from '../../shared/contract/contract';
import { templateProblems } from '../../shared/domain/brief-template-problems';
import { BRIEF_TEMPLATES, fieldsOf } from '../../shared/domain/brief-templates';
import { briefTemplateInWords } from '../../shared/domain/brief-templates-text';
import { briefWords, requireTemplate } from './brief-template-book';
import { templateFromFile, templateToFile } from './brief-template-file';
import { act, readOf, type Session } from './session';

type OwnTemplate = Output<'brief-templates/list'>['own'][number];

const sectionsSchema = templateDraftSchema.shape.sections;

/** Templates of one's own, with those put away, and the shipped ones in the user's language. */
export function listBriefTemplates(session: Session): Output<'brief-templates/list'> {
  const words = briefWords(session.language());
  return {
    own: readOwnTemplates(readOf(session)).map((row) => ownTemplate(row, draftOf(row))),
    shipped: BRIEF_TEMPLATES.map((shape) => {
      const { key, title, sections } = briefTemplateInWords(shape, words);
      return { key, title, ...countsOf(sections) };
    }),
  };
}

/** Editions that a brief can begin with: the newest, neither put away nor unfinished. */
export function readyTemplates(read: ReadDb): { key: string; title: string }[] {
  return readOwnTemplates(read)
    .filter((row) => row.archivedAt === null && templateProblems(draftOf(row)).length === 0)
    .map(({ id, title }) => ({ key: id, title }));
}

/** The newest edition of a template of one's own. Throws `brief-template-not-found`. */
export function showBriefTemplate(
  session: Session,
  { id }: Input<'brief-templates/show'>,
): Output<'brief-templates/show'> {
  const read = readOf(session);
  const row = requireOwn(read, id);
  const draft = draftOf(row);
  return {
    ...ownTemplate(row, draft),
    editionId: row.id,
    revision: row.revision,
    isUsed: isTemplateUsed(read, row.id),
    sections: draft.sections,
  };
}

/** Begins an empty one. Throws `brief-template-untitled`, `brief-template-title-taken`. */
export function addTemplate(
  session: Session,
  { title, language }: Input<'brief-templates/add'>,
): Output<'brief-templates/add'> {
  return { id: keepNew(session, 'add-brief-template', { title, language, sections: [] }) };
}

/**
 * Begins one with the questions of another, shipped or one's own. Throws `brief-template-unknown`,
 * `brief-template-untitled`, `brief-template-title-taken`.
 */
export function copyTemplate(
  session: Session,
  { key, title, language }: Input<'brief-templates/copy'>,
): Output<'brief-templates/copy'> {
  const { sections } = requireTemplate(readOf(session), key, language);
  return { id: keepNew(session, 'add-brief-template', { title, language, sections }) };
}

/**
 * Keeps a template as it is written. What is typed within a minute is one undo. Throws
 * `brief-template-not-found`, `row-changed-elsewhere`, `brief-template-untitled`,
 * `brief-template-title-taken`.
 */
export function amendTemplate(
  session: Session,
  { editionId, revision, draft }: Input<'brief-templates/amend'>,
): Output<'brief-templates/amend'> {
  const read = readOf(session);
  const newest = requireOwn(read, editionId);
  if (newest.id !== editionId) throw new AppError('row-changed-elsewhere');
  assertTitle(read, draft.title, newest.originId);
  const fields = { ...storedOf(draft), archivedAt: newest.archivedAt };
  const keep = (tx: Parameters<typeof amendBriefTemplate>[0]): void => {
    if (!isTemplateUsed(tx, editionId)) {
      amendBriefTemplate(tx, editionId, fields, revision);
      return;
    }
    if (newest.revision !== revision) throw new AppError('row-changed-elsewhere');
    if (isSame(newest, fields)) return;
    const { originId, edition } = newest;
    const madeAt = session.clock.now();
    addTemplateEdition(tx, { ...fields, originId, edition: edition + 1, madeAt });
  };
  const typing = `brief-template/${newest.originId}`;
  act(session, 'amend-brief-template', { title: draft.title.trim() }, keep, typing);
  const kept = requireOwn(readOf(session), editionId);
  return {
    id: kept.originId,
    editionId: kept.id,
    edition: kept.edition,
    revision: kept.revision,
  };
}

/**
 * Puts a template away or back; briefs begun with it keep their questions. Throws
 * `brief-template-not-found`, and `brief-template-title-taken` where another has its title by now.
 */
export function archiveTemplate(
  session: Session,
  { id, isArchived }: Input<'brief-templates/archive'>,
): Output<'brief-templates/archive'> {
  const read = readOf(session);
  const { id: editionId, title, originId } = requireOwn(read, id);
  if (!isArchived) assertTitle(read, title, originId);
  const label = isArchived ? 'archive-brief-template' : 'return-brief-template';
  const archivedAt = isArchived ? session.clock.now() : null;
  act(session, label, { title }, (tx) => amendBriefTemplate(tx, editionId, { archivedAt }));
  return { id: originId };
}

/**
 * The file that takes a template to another workspace, and its title. Throws `brief-template-not-found`,
 * and `brief-template-…` while it is not ready.
 */
export function exportTemplate(session: Session, id: string): { title: string; content: string } {
  const draft = draftOf(requireOwn(readOf(session), id));
  return { title: draft.title, content: templateToFile(draft) };
}

/**
 * Takes a template in from a file, under a title that is free. Throws what templateFromFile throws;
 * then nothing is written.
 */
export function importTemplate(session: Session, bytes: Uint8Array): { id: string; title: string } {
  const draft = templateFromFile(bytes);
  const title = freeTitle(readOf(session), draft.title.trim());
  return { id: keepNew(session, 'import-brief-template', { ...draft, title }), title };
}

function keepNew(session: Session, label: string, draft: TemplateDraft): string {
  assertTitle(readOf(session), draft.title, null);
  const fields = { ...storedOf(draft), madeAt: session.clock.now() };
  return act(session, label, { title: fields.title }, (tx) => addBriefTemplate(tx, fields));
}

function storedOf({ title, language, sections }: TemplateDraft) {
  return { title: title.trim(), language, sections: JSON.stringify(sections) };
}

function isSame(row: OwnTemplateRow, fields: ReturnType<typeof storedOf>): boolean {
  return (
    row.title === fields.title &&
    row.language === fields.language &&
    row.sections === fields.sections
  );
}

function requireOwn(read: ReadDb, id: string): OwnTemplateRow {
  const row = readNewestTemplate(read, id);
  if (row === undefined) throw new AppError('brief-template-not-found');
  return row;
}

function draftOf({ title, language, sections }: OwnTemplateRow): TemplateDraft {
  return { title, language, sections: sectionsSchema.parse(JSON.parse(sections)) };
}

function countsOf(sections: TemplateDraft['sections']) {
  return { sectionCount: sections.length, questionCount: fieldsOf({ sections }).length };
}

function ownTemplate(row: OwnTemplateRow, draft: TemplateDraft): OwnTemplate {
  return {
    id: row.originId,
    title: row.title,
    language: row.language,
    edition: row.edition,
    ...countsOf(draft.sections),
    briefCount: row.briefCount,
    isReady: templateProblems(draft).length === 0,
    isArchived: row.archivedAt !== null,
  };
}

const sameTitle = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Two of one title cannot be told apart where a brief is begun; those put away are not offered there. */
function assertTitle(read: ReadDb, title: string, originId: string | null): void {
  const wanted = title.trim();
  if (wanted === '') throw new AppError('brief-template-untitled');
  const isTaken = readOwnTemplates(read).some(
    (row) => row.originId !== originId && row.archivedAt === null && sameTitle(row.title, wanted),
  );
  if (isTaken) throw new AppError('brief-template-title-taken', { title: wanted });
}

function freeTitle(read: ReadDb, title: string): string {
  const taken = readOwnTemplates(read).map((row) => row.title);
  const isFree = (wanted: string) => !taken.some((other) => sameTitle(other, wanted));
  let number = 1;
  let wanted = title;
  while (!isFree(wanted)) {
    number += 1;
    wanted = `${title} (${number})`;
  }
  return wanted;
}
