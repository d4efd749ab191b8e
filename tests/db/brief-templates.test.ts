import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../db/connection';
import {
  addTemplate,
  amendTemplate,
  archiveTemplate,
  copyTemplate,
  exportTemplate,
  importTemplate,
  listBriefTemplates,
  showBriefTemplate,
} from '../../electron/services/brief-templates.service';
import {
  addBrief,
  answerBrief,
  briefPrintModel,
  listTemplates,
  showBrief,
} from '../../electron/services/briefs.service';
import { createSample } from '../../electron/services/sample/create-sample';
import type { Session } from '../../electron/services/session';
import type {
  TemplateDraft,
  TemplateDraftField,
} from '../../shared/contract/brief-templates.contract';
import { briefTemplatesContract } from '../../shared/contract/brief-templates.contract';
import { BRIEF_TEMPLATE_KEYS } from '../../shared/domain/brief-templates';

const TODAY = '2026-11-23';
const folder = mkdtempSync(join(tmpdir(), 'agency-brief-templates-'));
const made = join(folder, 'made.agency');
let session: Session;
let now = 0;

beforeAll(() => createSample(made, { seed: 1, today: TODAY }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  const path = join(folder, 'sample.agency');
  copyFileSync(made, path);
  const workspace = openWorkspace(path);
  now = Date.UTC(2026, 10, 23, 9);
  const clock = { today: () => TODAY, now: () => now };
  const actor = workspace.read.get<{ id: string }>("SELECT id FROM people WHERE code = 'AM1'");
  session = { workspace, clock, language: () => 'ru', actor: actor?.id ?? '' };
});
afterEach(() => session.workspace.close());

function question(key: string, patch: Partial<TemplateDraftField> = {}): TemplateDraftField {
  return {
    key,
    type: 'text',
    label: key,
    help: '',
    required: false,
    internal: false,
    needsNumber: null,
    choices: [],
    columns: [],
    items: [],
    ...patch,
  };
}

const column = (key: string) => ({ key, label: key, numeric: false, summed: false });
const CRITERIA = question('criteria', {
  type: 'table',
  label: 'Приёмка',
  required: true,
  needsNumber: { column: 1 },
  columns: ['metric', 'threshold', 'source'].map(column),
});

function draft(fields: TemplateDraftField[], title = 'Размещение у блогеров'): TemplateDraft {
  const sections = [{ key: 'one', title: 'Задача', hint: '', fields }];
  return { language: 'ru', title, sections };
}

function write(id: string, next: TemplateDraft) {
  const { editionId, revision } = showBriefTemplate(session, { id });
  return amendTemplate(session, { editionId, revision, draft: next });
}

function written(next: TemplateDraft): string {
  const { id } = addTemplate(session, { title: next.title, language: next.language });
  write(id, next);
  return id;
}

function begin(templateKey: string): string {
  const client = session.workspace.read.get<{ id: string }>('SELECT id FROM clients LIMIT 1');
  const clientId = client?.id ?? '';
  return addBrief(session, { clientId, templateKey, title: 'Блогеры', language: 'ru' }).id;
}

const offered = () => listTemplates(session, { language: 'ru' }).templates.map(({ key }) => key);
const bytes = (content: string) => new TextEncoder().encode(content);
const rowsOf = () => session.workspace.read.all('SELECT * FROM brief_templates ORDER BY id');

describe('a template of one’s own', () => {
  it.each(BRIEF_TEMPLATE_KEYS)('begins as a copy of %s that a brief can begin with', (key) => {
    const { id } = copyTemplate(session, { key, title: `Наш ${key}`, language: 'lv' });
    const shown = briefTemplatesContract['brief-templates/show'].output.parse(
      showBriefTemplate(session, { id }),
    );
    const shipped = listBriefTemplates(session).shipped.find((one) => one.key === key);
    expect(shown).toMatchObject({
      edition: 1,
      isReady: true,
      isUsed: false,
      questionCount: shipped?.questionCount,
    });
    const brief = showBrief(session, { id: begin(shown.editionId) });
    expect(brief.templateTitle).toBe(`Наш ${key}`);
    expect(brief.template.sections).toEqual(shown.sections);
  });

  it('is offered for a brief only when it is ready and not put away', () => {
    const { id } = addTemplate(session, { title: 'Пустой', language: 'ru' });
    expect(offered()).toHaveLength(BRIEF_TEMPLATE_KEYS.length);
    expect(() => begin(id)).toThrow('brief-template-no-questions');
    write(id, draft([question('why')], 'Пустой'));
    expect(offered()).toContain(id);
    archiveTemplate(session, { id, isArchived: true });
    expect(offered()).not.toContain(id);
    session.workspace.undo({ actor: session.actor, now });
    expect(offered()).toContain(id);
  });

  it('keeps the questions of briefs begun: the first change after that is the next edition', () => {
    const id = written(draft([question('why', { label: 'Зачем' })]));
    const first = showBriefTemplate(session, { id }).editionId;
    const briefId = begin(first);
    answerBrief(session, {
      id: briefId,
      fieldKey: 'why',
      answer: { type: 'text', text: 'Узнаваемость' },
    });
    now += 120_000;
    const next = write(id, draft([question('why', { label: 'Для чего' }), question('who')]));
    expect(next).toMatchObject({ id, edition: 2, revision: 1 });
    // Further typing stays in the edition that nothing began with.
    expect(write(id, draft([question('who')]))).toMatchObject({
      editionId: next.editionId,
      edition: 2,
    });
    const brief = showBrief(session, { id: briefId });
    expect(brief.template.sections[0]?.fields.map(({ label }) => label)).toEqual(['Зачем']);
    expect(showBriefTemplate(session, { id: first })).toMatchObject({ edition: 2, briefCount: 1 });
    expect(offered()).toContain(next.editionId);
    expect(offered()).not.toContain(first);

    session.workspace.undo({ actor: session.actor, now });
    expect(showBriefTemplate(session, { id })).toMatchObject({ editionId: first, edition: 1 });
  });

  it('makes no edition where nothing was changed, and none over another window’s', () => {
    const same = draft([question('why')]);
    const id = written(same);
    begin(showBriefTemplate(session, { id }).editionId);
    expect(write(id, same).edition).toBe(1);
    const { editionId, revision } = showBriefTemplate(session, { id });
    write(id, draft([question('other')]));
    expect(() =>
      amendTemplate(session, { editionId, revision, draft: draft([question('third')]) }),
    ).toThrow('row-changed-elsewhere');
  });

  it('has a title of its own', () => {
    const id = written(draft([question('why')]));
    expect(() =>
      addTemplate(session, { title: ' размещение у блогеров ', language: 'ru' }),
    ).toThrow('brief-template-title-taken');
    expect(() => write(id, draft([], '  '))).toThrow('brief-template-untitled');
    archiveTemplate(session, { id, isArchived: true });
    addTemplate(session, { title: 'Размещение у блогеров', language: 'ru' });
    expect(() => archiveTemplate(session, { id, isArchived: false })).toThrow(
      'brief-template-title-taken',
    );
  });

  it('is accepted by criteria, and what is for the agency alone stays off paper', () => {
    const secret = question('fee', { label: 'Сколько платим блогеру', internal: true });
    const id = written(draft([question('why', { needsNumber: 'text' }), secret, CRITERIA]));
    const briefId = begin(showBriefTemplate(session, { id }).editionId);
    const answer = (fieldKey: string, text: string) =>
      answerBrief(session, { id: briefId, fieldKey, answer: { type: 'text', text } });
    answer('why', 'больше подписчиков');
    answer('fee', '40 000 ₽');
    const gaps = () => showBrief(session, { id: briefId }).gaps.map(({ code }) => code);
    expect(gaps()).toEqual(['no-number', 'no-criterion']);
    answer('why', '2 000 подписчиков');
    answerBrief(session, {
      id: briefId,
      fieldKey: 'criteria',
      answer: { type: 'table', rows: [['Охват', 'не ниже 50 000', 'статистика']] },
    });
    expect(gaps()).toEqual([]);
    expect(showBrief(session, { id: briefId }).criteria).toMatchObject([{ metric: 'Охват' }]);
    const paper = JSON.stringify(briefPrintModel(session, briefId).model);
    expect(paper).toContain('Охват');
    expect(paper).not.toContain('40 000');
    expect(paper).not.toContain('Сколько платим');
  });
});

describe('a template in a file', () => {
  it('comes into a workspace as it was, under a title that is free', () => {
    const next = draft([question('why', { help: 'Одной фразой' }), CRITERIA]);
    const id = written(next);
    const { content } = exportTemplate(session, id);
    const taken = importTemplate(session, bytes(content));
    expect(taken.title).toBe('Размещение у блогеров (2)');
    expect(importTemplate(session, bytes(content)).title).toBe('Размещение у блогеров (3)');
    expect(showBriefTemplate(session, taken).sections).toEqual(next.sections);
  });

  it.each<[string, string, (file: Record<string, unknown>) => unknown]>([
    ['words', 'brief-template-file-other', () => 'просто текст'],
    ['another kind', 'brief-template-file-other', (file) => ({ ...file, kind: 'agency-view' })],
    ['a later version', 'brief-template-file-newer', (file) => ({ ...file, formatVersion: 2 })],
    ['no sections', 'brief-template-file-broken', ({ sections: _, ...file }) => file],
    ['an unknown part', 'brief-template-file-broken', (file) => ({ ...file, script: 'x' })],
    ['no title', 'brief-template-untitled', (file) => ({ ...file, title: ' ' })],
    ['nothing asked', 'brief-template-no-questions', (file) => ({ ...file, sections: [] })],
    [
      'two questions of one key',
      'brief-template-file-broken',
      (file) => ({ ...file, sections: draft([question('a'), question('a')]).sections }),
    ],
    [
      'criteria that cannot be ticked',
      'brief-template-file-broken',
      (file) => ({ ...file, sections: draft([question('criteria')]).sections }),
    ],
  ])('is refused with %s, and nothing is written', (_, code, spoil) => {
    const { content } = exportTemplate(session, written(draft([question('why')])));
    const before = rowsOf();
    const spoilt = spoil(JSON.parse(content));
    const file = typeof spoilt === 'string' ? spoilt : JSON.stringify(spoilt);
    expect(() => importTemplate(session, bytes(file))).toThrow(code);
    expect(rowsOf()).toEqual(before);
  });

  it('is not made of a template that is not ready', () => {
    const { id } = addTemplate(session, { title: 'Пустой', language: 'ru' });
    expect(() => exportTemplate(session, id)).toThrow('brief-template-no-questions');
  });
});
