import { describe, expect, it } from 'vitest';
import { briefSheet } from '../../electron/services/brief-paper.service';
import { makeBriefPrintModel } from '../../electron/services/brief-print-model';
import { briefWords } from '../../electron/services/brief-template-book';
import { addBrief, answerBrief, briefPrintModel } from '../../electron/services/briefs.service';
import type { Answer, BriefTemplate, TemplateField } from '../../shared/contract/briefs.contract';
import {
  BRIEF_FIELD_TYPES,
  BRIEF_TEMPLATES,
  type BriefFieldType,
} from '../../shared/domain/brief-templates';
import { briefTemplateInWords } from '../../shared/domain/brief-templates-text';
import { RICH_SCHEMA_VERSION } from '../../shared/domain/rich-rules';
import { LANGS } from '../../shared/i18n/formats';
import { renderBriefHtml } from '../../shared/print/brief-print';
import { newSession } from '../helpers/db-session';

/** What must never be read on paper: a word, an amount and a day that nothing else says. */
const SECRET = { word: 'КАНАРЕЙКА', minor: 98_765_432_100, on: '2031-07-19' };
const LEAKS = [/КАНАРЕЙКА/, /987[\s\u00a0\u202f,.]*654[\s\u00a0\u202f,.]*321/, /2031/, /98765/];
const OPEN = { word: 'ОТКРЫТО', minor: 1_234_500, on: '2027-02-03' };
type Mark = typeof SECRET;

function answerOf({ type, choices }: TemplateField, { word, minor, on }: Mark): Answer {
  const cells = [word, word, String(minor), word, word, word, word];
  switch (type) {
    case 'text':
      return { type, text: word };
    case 'list':
      return { type, items: [word] };
    case 'money':
      return { type, minor, currency: 'RUB', includesVat: true };
    case 'date':
      return { type, on };
    case 'choice':
      return { type, choice: choices[0]?.key ?? word };
    case 'table':
      return { type, rows: [cells, [on, ...cells]] };
    case 'rich':
      return {
        type,
        schemaVersion: RICH_SCHEMA_VERSION,
        doc: {
          type: 'doc',
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: word }] },
            { type: 'heading', content: [{ type: 'text', text: word }] },
            { type: 'image', attrs: { fileId: word, alt: word } },
          ],
        },
      };
    case 'file':
      return { type, files: [{ fileId: word, name: `${word}.pdf` }] };
    case 'audience':
      return {
        type,
        segments: [{ name: word, portrait: word, geo: word, need: word, barrier: word }],
      };
    case 'checklist':
      return { type, items: [{ text: word, done: true }] };
  }
}

const markOf = ({ internal }: TemplateField) => (internal ? SECRET : OPEN);
const fieldsOf = (template: BriefTemplate) => template.sections.flatMap(({ fields }) => fields);

/** A template's every field answered, its internal ones with what must not be read; on paper. */
function onPaper(template: BriefTemplate, language: (typeof LANGS)[number]): string {
  const fields = fieldsOf(template);
  const base = {
    answers: Object.fromEntries(fields.map((each) => [each.key, answerOf(each, markOf(each))])),
    template,
    clientLogo: { logo: null, logoType: null },
    agency: { name: 'Агентство', address: '', language, logo: null, logoType: null },
    contacts: [],
    head: {
      id: 'brief',
      number: 1,
      clientId: 'ural',
      clientName: 'Урал Маркет',
      clientLegalName: '',
      clientDescriptor: '',
      clientMark: '',
      clientHue: 0,
      clientTier: 'A' as const,
      clientCurrency: 'RUB',
      templateKey: template.key,
      title: 'Бриф',
      language,
      status: 'draft' as const,
      version: 1,
      briefOn: '2026-11-21',
      authorId: null,
      authorName: null,
      authorRole: '',
      approverContactId: null,
      contractNumber: null,
      contractSignedOn: null,
      editedAt: 0,
      archivedAt: null,
      revision: 1,
    },
  };
  const model = makeBriefPrintModel(base);
  return JSON.stringify(model) + renderBriefHtml(model, language);
}

function expectClean(paper: string): void {
  for (const leak of LEAKS) expect(paper).not.toMatch(leak);
}

describe('what the client reads', () => {
  for (const shape of BRIEF_TEMPLATES) {
    for (const language of LANGS) {
      it(`has nothing internal: ${shape.key}, ${language}, as shipped and with every field in turn`, () => {
        const template = briefTemplateInWords(shape, briefWords(language));
        const shipped = onPaper(template, language);
        expectClean(shipped);
        expect(shipped).toContain(OPEN.word);
        for (const { key } of fieldsOf(template)) {
          const attacked = {
            ...template,
            sections: template.sections.map((section) => ({
              ...section,
              fields: section.fields.map((each) => ({
                ...each,
                internal: each.internal || each.key === key,
              })),
            })),
          };
          expectClean(onPaper(attacked, language));
        }
      });
    }
  }

  const COVER_KEYS = ['goal', 'budget', 'targets', 'milestones', 'starts-on', 'ends-on', 'message'];

  it('has nothing internal where one’s own template hides any type, under keys that the cover knows too', () => {
    const field = (key: string, type: BriefFieldType, internal: boolean): TemplateField => ({
      key,
      type,
      label: internal ? SECRET.word : 'Поле',
      help: SECRET.word,
      required: false,
      internal,
      needsNumber: null,
      choices: [{ key: 'a', label: internal ? SECRET.word : 'А' }],
      columns: ['a', 'net', 'sum'].map((each) => ({
        key: each,
        label: internal ? SECRET.word : 'Столбец',
        numeric: each !== 'a',
        summed: each !== 'a',
      })),
      items: [],
    });
    for (const type of BRIEF_FIELD_TYPES) {
      for (const key of [...COVER_KEYS, 'own']) {
        const own: BriefTemplate = {
          key: 'own',
          title: 'Свой',
          sections: [
            { key: 's1', title: 'Первый', hint: '', fields: [field(key, type, true)] },
            { key: 's2', title: 'Второй', hint: '', fields: [field('other', type, false)] },
          ],
        };
        expectClean(onPaper(own, 'ru'));
      }
    }
  });

  it('leaves out answers to questions that the template no longer asks', () => {
    const template = briefTemplateInWords(
      BRIEF_TEMPLATES[0] ?? { key: 'seo', sections: [] },
      briefWords('ru'),
    );
    const asked = { ...template, sections: template.sections.slice(1) };
    expect(onPaper(asked, 'ru')).not.toContain('undefined');
  });

  it('is the same through the workspace as through the model', () => {
    const session = newSession();
    const id = addBrief(session, {
      clientId: 'ural',
      templateKey: 'seo',
      title: 'Бриф',
      language: 'ru',
    }).id;
    answerBrief(session, { id, fieldKey: 'goal', answer: { type: 'text', text: 'Рост на 20 %' } });
    const { model, language } = briefPrintModel(session, id);
    const sheet = briefSheet(session, id, null);
    expect(sheet.bodyHtml).toBe(renderBriefHtml(model, language));
    expect(sheet).toMatchObject({
      title: 'Бриф',
      about: { author: 'Агентство', subject: 'Бриф № 1, версия 1 от 21.11.2026' },
      fileName: 'Урал Маркет. Бриф № 1, версия 1. Бриф',
    });
    session.workspace.close();
  });
});
