import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amendBrief, setBriefAnswer } from '../../db/repositories/briefs.repo';
import { briefTemplates } from '../../db/schema/briefs.schema';
import { briefToDocx } from '../../electron/services/brief-forms/docx-form';
import { takeAnswers } from '../../electron/services/brief-forms/take-answers';
import { briefToXlsx } from '../../electron/services/brief-forms/xlsx-form';
import {
  addBrief,
  answerBrief,
  requireBrief,
  showBrief,
} from '../../electron/services/briefs.service';
import type { Session } from '../../electron/services/session';
import type { Answer, TemplateField } from '../../shared/contract/briefs.contract';
import { BRIEF_TEMPLATE_KEYS, fieldsOf } from '../../shared/domain/brief-templates';
import { edited, textsOf } from '../helpers/archives';
import { answersTo, changesOf, preview } from '../helpers/brief-forms';
import { newSession } from '../helpers/db-session';
import { action } from '../helpers/db-workspace';

const LANGUAGES = ['ru', 'en', 'lv'] as const;
const SECRET = 'ВНУТРЕННЕЕ-7391';

function field(
  key: string,
  type: TemplateField['type'],
  more: Partial<TemplateField> = {},
): TemplateField {
  return {
    key,
    type,
    label: `Вопрос ${key}`,
    help: '',
    required: false,
    internal: false,
    needsNumber: null,
    choices: [],
    columns: [],
    items: [],
    ...more,
  };
}

/** A template of one's own with every type of question; some for the agency alone. */
const OWN: readonly TemplateField[] = [
  field('слова', 'text', { help: 'Что <важно> & почему' }),
  field('rich text', 'rich', { help: 'Опишите' }),
  field('список', 'list'),
  field('table', 'table', {
    columns: [
      { key: 'a', label: 'Показатель', numeric: false, summed: false },
      { key: 'b', label: 'Сколько', numeric: true, summed: true },
    ],
  }),
  field('choice', 'choice', {
    choices: [
      { key: 'one', label: 'Один, первый' },
      { key: 'two', label: 'Два' },
    ],
  }),
  field('money', 'money'),
  field('date', 'date'),
  field('file', 'file'),
  field('people', 'audience'),
  field('check', 'checklist', { items: ['Логотип', 'Доступы'] }),
  field('secret', 'rich', { internal: true, label: `${SECRET}-вопрос`, help: SECRET }),
  field('secret-margin', 'money', { internal: true, label: SECRET }),
];

function ownTemplate(session: Session, language: 'ru' | 'en' | 'lv'): string {
  const sections = [
    { key: 's1', title: 'Первый', hint: 'зачем', fields: OWN.slice(0, 5) },
    { key: 's2', title: 'Второй', hint: '', fields: OWN.slice(5) },
  ];
  return session.workspace.write(action('history.setup', { kind: 'setup' }), (tx) =>
    tx.insert(briefTemplates, {
      originId: 'own',
      edition: 1 + LANGUAGES.indexOf(language),
      language,
      title: 'Свой',
      sections: JSON.stringify(sections),
      madeAt: 1,
    }),
  );
}

function newBrief(
  session: Session,
  templateKey: string,
  language: 'ru' | 'en' | 'lv' = 'ru',
): string {
  return addBrief(session, { clientId: 'ural', templateKey, title: 'Осень & зима', language }).id;
}

/** Keeps answers at once: hundreds of them are made. */
function keep(session: Session, id: string, answers: Record<string, Answer>): void {
  session.workspace.write(action('history.setup', { kind: 'setup' }), (tx) => {
    for (const [key, answer] of Object.entries(answers)) {
      setBriefAnswer(tx, id, key, JSON.stringify(answer));
    }
  });
}

function asked(session: Session, id: string): readonly TemplateField[] {
  return fieldsOf(requireBrief(session.workspace.read, id).template)
    .map(({ field: item }) => item)
    .filter(({ type, internal }) => type !== 'file' && !internal);
}

describe('answers of a form', () => {
  for (const language of LANGUAGES) {
    it(`come back as they went, for every template in ${language}`, async () => {
      const session = newSession();
      const keys = [...BRIEF_TEMPLATE_KEYS, ownTemplate(session, language)];
      for (const key of keys) {
        const id = newBrief(session, key, language);
        const fields = asked(session, id);
        const all = fc.record(
          Object.fromEntries(fields.map((item) => [item.key, answersTo(item)])),
        );
        const runs = key === keys.at(-1) ? 5 : 1;
        await fc.assert(
          fc.asyncProperty(all, async (answers) => {
            keep(session, id, answers);
            for (const make of [briefToDocx, briefToXlsx]) {
              const form = preview(session, await make(session.workspace.read, id, null));
              expect(changesOf(form), make.name).toEqual({});
              expect(form.fields.map(({ fieldKey }) => fieldKey)).toEqual(
                fields.map((item) => item.key),
              );
            }
          }),
          { numRuns: runs },
        );
      }
    }, 120_000);

    it(`are new where the brief was empty, in ${language}`, async () => {
      const session = newSession();
      const key = ownTemplate(session, language);
      const [from, to] = [newBrief(session, key, language), newBrief(session, key, language)];
      const fields = asked(session, from);
      const all = fc.record(Object.fromEntries(fields.map((item) => [item.key, answersTo(item)])));
      await fc.assert(
        fc.asyncProperty(all, async (answers) => {
          keep(session, from, answers);
          for (const make of [briefToDocx, briefToXlsx]) {
            // The client fills in an empty form: its marks are those of the empty brief.
            const part = make === briefToDocx ? 'docProps/custom.xml' : 'xl/sharedStrings.xml';
            const blank = textsOf(await make(session.workspace.read, to, null));
            const filled = edited(await make(session.workspace.read, from, null), part, (text) =>
              text
                .replace(from, to)
                .replace(
                  /(<vt:lpwstr>|<t[^>]*>)([0-9a-f]{16})(?=<)/g,
                  (_, tag: string) => `${tag}${'0'.repeat(16)}`,
                ),
            );
            expect(blank).toContain(to);
            const form = preview(session, filled);
            const given = form.fields.filter(({ answer }) => answer !== null);
            takeAnswers(session, {
              id: to,
              revision: form.revision,
              fileName: 'x',
              answers: given.map(({ fieldKey, answer }) => ({ fieldKey, answer })),
            });
            // What was taken says what the brief it was copied from says.
            const again = edited(await make(session.workspace.read, from, null), part, (text) =>
              text.replace(from, to),
            );
            expect(changesOf(preview(session, again)), make.name).toEqual({});
            session.workspace.undo(action());
            expect(Object.keys(showBrief(session, { id: to }).answers)).toEqual([]);
          }
        }),
        { numRuns: 3 },
      );
    }, 120_000);
  }
});

describe('a form for the client', () => {
  it('never holds what is for the agency alone, in any part', async () => {
    const session = newSession();
    for (const language of LANGUAGES) {
      for (const key of [...BRIEF_TEMPLATE_KEYS, ownTemplate(session, language)]) {
        const id = newBrief(session, key, language);
        const { template } = requireBrief(session.workspace.read, id);
        const inner = fieldsOf(template).filter(({ field: item }) => item.internal);
        keep(session, id, {
          ...Object.fromEntries(
            inner.map(({ field: item }): [string, Answer] => [
              item.key,
              { type: 'text', text: SECRET },
            ]),
          ),
          stray: { type: 'text', text: SECRET },
        });
        for (const make of [briefToDocx, briefToXlsx]) {
          const texts = textsOf(await make(session.workspace.read, id, null));
          expect(texts).toContain('Осень');
          expect(texts).not.toContain(SECRET);
          for (const { field: item } of inner) expect(texts).not.toContain(`>${item.label}<`);
        }
      }
    }
  }, 120_000);

  it('tells who changed an answer since it was made', async () => {
    const session = newSession();
    const id = newBrief(session, ownTemplate(session, 'ru'));
    const text = (words: string): Answer => ({ type: 'text', text: words });
    const list = (...items: string[]): Answer => ({ type: 'list', items });
    const say = (fieldKey: string, answer: Answer | null) =>
      answerBrief(session, { id, fieldKey, answer });
    say('слова', text('Было'));
    say('список', list('Один'));
    say('date', { type: 'date', on: '2026-12-01' });
    say('choice', { type: 'choice', choice: 'two' });
    const form = edited(
      await briefToDocx(session.workspace.read, id, null),
      'word/document.xml',
      (xml) =>
        xml
          .replace('>Было<', '>Сказал клиент<')
          .replace('>01.12.2026<', '>30.02.2027<')
          .replace('<w:t xml:space="preserve">Два</w:t>', '<w:t>Семь</w:t>'),
    );
    say('список', list('Один', 'Два'));
    expect(changesOf(preview(session, form))).toEqual({
      слова: 'changed',
      список: 'ours',
      date: 'not-date',
      choice: 'choice-unknown',
    });
    say('слова', text('Сказали мы'));
    expect(changesOf(preview(session, form))['слова']).toBe('both');
    say('слова', text('Сказал клиент'));
    expect(changesOf(preview(session, form))['слова']).toBeUndefined();
  });

  it('goes into the brief in one step, which one undo takes back; an agreed brief refuses it', async () => {
    const session = newSession();
    const id = newBrief(session, ownTemplate(session, 'ru'));
    const form = edited(
      await briefToDocx(session.workspace.read, id, null),
      'word/document.xml',
      (xml) =>
        xml
          .replaceAll(/Впишите ответ|Опишите/g, 'Ответ клиента')
          .replaceAll('<w:showingPlcHdr/>', '')
          .replaceAll('<w:rStyle w:val="BriefPlaceholder"/>', ''),
    );
    const seen = preview(session, form, id);
    expect(changesOf(seen)).toEqual({ 'rich text': 'new', список: 'new' });
    const answers = seen.fields
      .filter(({ change }) => change === 'new')
      .map(({ fieldKey, answer }) => ({ fieldKey, answer }));
    const taken = { id, revision: seen.revision, fileName: 'brief.docx', answers };
    takeAnswers(session, taken);
    expect(showBrief(session, { id }).answers['список']).toEqual({
      type: 'list',
      items: ['Ответ клиента'],
    });
    expect(() => takeAnswers(session, taken)).toThrow('row-changed-elsewhere');
    session.workspace.undo(action());
    expect(showBrief(session, { id }).answers).toEqual({});
    const internal = [{ fieldKey: 'secret', answer: null }];
    const { revision } = showBrief(session, { id });
    expect(() => takeAnswers(session, { ...taken, revision, answers: internal })).toThrow(
      'brief-answer-unfit',
    );
    session.workspace.write(action('history.setup', { kind: 'setup' }), (tx) => {
      amendBrief(tx, id, { status: 'approved' });
    });
    expect(() => preview(session, form)).toThrow('brief-approved');
    expect(() => takeAnswers(session, taken)).toThrow('brief-approved');
  });
});
