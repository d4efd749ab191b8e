import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../db/connection';
import {
  addBrief,
  amendBrief,
  answerBrief,
  archiveBrief,
  briefPrintModel,
  listBriefs,
  listTemplates,
  showBrief,
} from '../../electron/services/briefs.service';
import { buildSample } from '../../electron/services/sample/build-sample';
import { createSample } from '../../electron/services/sample/create-sample';
import type { Session } from '../../electron/services/session';
import { type Answer, answerSchema, briefSchema } from '../../shared/contract/briefs.contract';
import { fieldsOf, findBriefTemplate } from '../../shared/domain/brief-templates';
import { renderBriefHtml } from '../../shared/print/brief-print';
import { moveBrief } from '../helpers/move-brief';

const TODAY = '2026-11-23';
const text = (words: string): Answer => ({ type: 'text', text: words });

const folder = mkdtempSync(join(tmpdir(), 'agency-briefs-'));
const made = join(folder, 'made.agency');
let session: Session;
let now: number;

beforeAll(() => createSample(made, { seed: 1, today: TODAY }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  const path = join(folder, 'sample.agency');
  copyFileSync(made, path);
  now = Date.UTC(2026, 10, 23, 9);
  const workspace = openWorkspace(path);
  const clock = {
    today: () => TODAY,
    now: () => {
      now += 1000;
      return now;
    },
  };
  const actor = workspace.read.get<{ id: string }>("SELECT id FROM people WHERE code = 'AM1'");
  session = { workspace, clock, language: () => 'ru', actor: actor?.id ?? '' };
});

afterEach(() => {
  session.workspace.close();
});

function clientId(name: string): string {
  return (
    session.workspace.read.get<{ id: string }>('SELECT id FROM clients WHERE name = ?', name)?.id ??
    ''
  );
}

function newBrief(): string {
  return addBrief(session, {
    clientId: clientId('Верба'),
    templateKey: 'paid-search',
    title: 'Осмотры для детей',
    language: 'ru',
  }).id;
}

describe('briefs of the sample', () => {
  it('answer fields that their templates have, each in its type', () => {
    const rows = buildSample({ seed: 1, today: TODAY });
    const kinds = new Map((rows.get('briefs') ?? []).map((row) => [row.id, row['template_key']]));
    expect(new Set(kinds.values()).size).toBe(6);
    for (const row of rows.get('brief_answers') ?? []) {
      const shape = findBriefTemplate(String(kinds.get(String(row['brief_id']))));
      const field = shape && fieldsOf(shape).find((item) => item.field.key === row['field_key']);
      const answer = answerSchema.parse(JSON.parse(String(row['value'])));
      expect(field?.field.type, String(row['field_key'])).toBe(answer.type);
      if (answer.type === 'table') {
        for (const cells of answer.rows)
          expect(cells).toHaveLength(field?.field.columns.length ?? 0);
      }
      if (answer.type === 'choice') expect(field?.field.choices).toContain(answer.choice);
    }
  });

  it('are three languages, complete but for the drafts', () => {
    const { briefs } = listBriefs(session, { clientId: null });
    expect(briefs.map((brief) => brief.number)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(new Set(briefs.map((brief) => brief.language))).toEqual(new Set(['ru', 'en', 'lv']));
    for (const brief of briefs) {
      if (brief.status !== 'draft') expect(brief.completePercent, brief.title).toBe(100);
    }
    const video = briefs.find((brief) => brief.templateKey === 'video');
    const gaps = showBrief(session, { id: video?.id ?? '' }).gaps;
    expect(gaps.map((gap) => `${gap.fieldKey}:${gap.code}`)).toEqual([
      'goal:no-number',
      'proof:empty',
      'criteria:no-number',
      'approval:empty',
    ]);
  });
});

describe('briefs service', () => {
  it('starts a brief with the approver, the contract and the author at hand', () => {
    const brief = showBrief(session, { id: newBrief() });
    expect(() => briefSchema.parse(brief)).not.toThrow();
    expect(brief).toMatchObject({
      number: 7,
      status: 'draft',
      briefOn: TODAY,
      authorName: 'Анна Ракитина',
      completePercent: 0,
    });
    expect(brief.contacts.find((contact) => contact.id === brief.approverContactId)?.name).toBe(
      'Анастасия Савина',
    );
    expect(brief.contractNumber).not.toBeNull();
  });

  it('keeps answers, counts them, and takes one back by undo', () => {
    const id = newBrief();
    const first = answerBrief(session, { id, fieldKey: 'goal', answer: text('150 записей') });
    expect(first.completePercent).toBeGreaterThan(0);
    answerBrief(session, { id, fieldKey: 'message', answer: text('Родители') });
    expect(showBrief(session, { id }).answers['goal']).toEqual(text('150 записей'));
    session.workspace.undo({ actor: session.actor, now: session.clock.now() });
    expect(showBrief(session, { id }).answers['audience']).toBeUndefined();
    expect(showBrief(session, { id }).answers['goal']).toEqual(text('150 записей'));
    answerBrief(session, { id, fieldKey: 'goal', answer: null });
    expect(showBrief(session, { id }).answers['goal']).toBeUndefined();
  });

  it('takes back a minute of typing in one field at once, and no more than that', () => {
    const id = newBrief();
    const undo = () => session.workspace.undo({ actor: session.actor, now: session.clock.now() });
    const goal = () => showBrief(session, { id }).answers['goal'];
    const type = (words: string) =>
      answerBrief(session, { id, fieldKey: 'goal', answer: text(words) });
    type('150');
    type('150 за');
    type('150 записей');
    now += 60_000;
    type('150 записей до 1 декабря');
    type('150 записей до 15 декабря');
    answerBrief(session, { id, fieldKey: 'message', answer: text('Родители') });
    expect(session.workspace.verifyJournal().ok).toBe(true);

    undo();
    expect(goal()).toEqual(text('150 записей до 15 декабря'));
    undo();
    expect(goal()).toEqual(text('150 записей'));
    session.workspace.redo({ actor: session.actor, now: session.clock.now() });
    expect(goal()).toEqual(text('150 записей до 15 декабря'));
    undo();
    undo();
    expect(goal()).toBeUndefined();
    type('200');
    expect(goal()).toEqual(text('200'));
    undo();
    expect(goal()).toBeUndefined();
    expect(session.workspace.verifyJournal().ok).toBe(true);
  });

  it('refuses answers that the template has no place for', () => {
    const id = newBrief();
    const unfit = expect.objectContaining({ code: 'brief-answer-unfit' });
    expect(() => answerBrief(session, { id, fieldKey: 'story', answer: text('x') })).toThrow(unfit);
    expect(() => answerBrief(session, { id, fieldKey: 'budget', answer: text('x') })).toThrow(
      unfit,
    );
    expect(() => answerBrief(session, { id: 'none', fieldKey: 'goal', answer: null })).toThrow(
      expect.objectContaining({ code: 'brief-not-found' }),
    );
  });

  it('fixes the answers of an approved brief until it is a draft again', () => {
    const id = newBrief();
    moveBrief(session, id, 'sent');
    moveBrief(session, id, 'approved');
    expect(() => answerBrief(session, { id, fieldKey: 'goal', answer: text('5') })).toThrow(
      expect.objectContaining({ code: 'brief-approved' }),
    );
    moveBrief(session, id, 'reopened');
    expect(() => answerBrief(session, { id, fieldKey: 'goal', answer: text('5') })).not.toThrow();
  });

  it('refuses a stale change and a contact of another client', () => {
    const id = newBrief();
    const { revision } = showBrief(session, { id });
    amendBrief(session, { id, revision, patch: { title: 'Осмотры' } });
    expect(() => amendBrief(session, { id, revision, patch: { title: 'Другое' } })).toThrow(
      expect.objectContaining({ code: 'row-changed-elsewhere' }),
    );
    const other = listBriefs(session, { clientId: clientId('CloudDock') }).briefs[0];
    const stranger = showBrief(session, { id: other?.id ?? '' }).approverContactId;
    const current = showBrief(session, { id }).revision;
    expect(() =>
      amendBrief(session, { id, revision: current, patch: { approverContactId: stranger } }),
    ).toThrow(expect.objectContaining({ code: 'contact-not-found' }));
  });

  it('puts a brief away and lists it no more', () => {
    const id = newBrief();
    archiveBrief(session, { id });
    expect(listBriefs(session, { clientId: null }).briefs.map((brief) => brief.id)).not.toContain(
      id,
    );
    session.workspace.undo({ actor: session.actor, now: session.clock.now() });
    expect(listBriefs(session, { clientId: null }).briefs.map((brief) => brief.id)).toContain(id);
  });

  it('names nine kinds in every language', () => {
    expect(listTemplates(session, { language: 'lv' }).templates).toHaveLength(9);
    expect(listTemplates(session, { language: 'en' }).templates[0]?.title).toBe('Paid search');
  });
});

describe('a brief on paper', () => {
  it('carries the deal on its cover: targets, amount in words, milestones, signatures', () => {
    const brief = listBriefs(session, { clientId: clientId('Горный квартал') }).briefs[0];
    const { model, language } = briefPrintModel(session, brief?.id ?? '');
    expect(language).toBe('ru');
    expect(model.client.legalName).toBe('ООО «СЗ «Горный квартал»');
    expect(model.client.representative).toBe('Олег Брагин, директор по маркетингу');
    expect(model.keyFigures.at(-1)).toMatchObject({ label: 'Бюджет с НДС' });
    expect(model.keyFigures.at(-1)?.note).toMatch(/^Два миллиона девятьсот восемьдесят тысяч/);
    expect(model.milestones.map((item) => item.date)).toEqual([
      '2026-12-01',
      '2026-12-15',
      '2026-12-31',
      '2027-01-15',
    ]);
    const split = model.sections
      .flatMap((section) => section.blocks)
      .find((block) => block.kind === 'table' && block.total !== undefined);
    expect(split).toMatchObject({ total: ['Итого', '', '2\u00a0266\u00a0600,00'] });
    expect(model.signatures.map((item) => item.name)).toEqual(['Олег Брагин', 'Анна Ракитина']);
    expect(model.sections.map((section) => section.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('is rendered for every brief of the sample', () => {
    for (const { id, title } of listBriefs(session, { clientId: null }).briefs) {
      const { model, language } = briefPrintModel(session, id);
      expect(renderBriefHtml(model, language)).toContain('<h1');
      expect(model.title).toBe(title);
    }
  });
});
