import { describe, expect, it } from 'vitest';
import type {
  TemplateDraft,
  TemplateDraftField,
} from '../../../shared/contract/brief-templates.contract';
import { templateDraftSchema } from '../../../shared/contract/brief-templates.contract';
import { templateProblems } from '../../../shared/domain/brief-template-problems';
import { BRIEF_TEMPLATES } from '../../../shared/domain/brief-templates';
import { briefTemplateInWords } from '../../../shared/domain/brief-templates-text';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { LANGS } from '../../../shared/i18n/formats';

const blank = {
  help: '',
  required: false,
  internal: false,
  needsNumber: null,
  choices: [],
  columns: [],
  items: [],
};

function codes(...fields: Partial<TemplateDraftField>[]): string[] {
  const draft: Pick<TemplateDraft, 'title' | 'sections'> = {
    title: 'Вид',
    sections: [
      {
        key: 's',
        title: 'Раздел',
        hint: '',
        fields: fields.map((field, index) => ({
          ...blank,
          key: `q-${index}`,
          type: 'text',
          label: `Вопрос ${index}`,
          ...field,
        })),
      },
    ],
  };
  return templateProblems(draft).map(({ code }) => code);
}

const option = (key: string, label: string) => ({ key, label });
const column = (key: string, label: string) => ({ key, label, numeric: false, summed: false });

describe('problems of a template', () => {
  it.each(LANGS)('are none in a shipped one, in %s, and it is a draft as it stands', (language) => {
    const { t } = translatorOf(language);
    for (const shape of BRIEF_TEMPLATES) {
      const { title, sections } = briefTemplateInWords(shape, (key, options) =>
        t(`brief:${key}`, options ?? {}),
      );
      expect(templateProblems({ title, sections }), shape.key).toEqual([]);
      expect(templateDraftSchema.safeParse({ language, title, sections }).success).toBe(true);
    }
  });

  it('say what is missing of the whole, and where a section has no title or questions', () => {
    expect(templateProblems({ title: ' ', sections: [] })).toMatchObject([
      { code: 'untitled' },
      { code: 'no-questions' },
    ]);
    const [asking] = [
      { ...blank, key: 'q', type: 'text', label: 'Что', needsNumber: null },
    ] as const;
    expect(
      templateProblems({
        title: 'Вид',
        sections: [
          { key: 'a', title: '', hint: '', fields: [{ ...asking }] },
          { key: 'b', title: 'Пусто', hint: '', fields: [] },
        ],
      }),
    ).toMatchObject([
      { code: 'section-untitled', sectionKey: 'a' },
      { code: 'section-empty', sectionKey: 'b', name: 'Пусто' },
    ]);
  });

  it.each<[string[], Partial<TemplateDraftField>[]]>([
    [[], [{}, { type: 'date' }, { type: 'checklist' }]],
    [['question-unlabelled'], [{ label: '  ' }]],
    [['question-twice'], [{ label: 'Цель' }, { label: ' цель ' }]],
    [['few-choices'], [{ type: 'choice', choices: [option('a', 'да')] }]],
    [['few-choices'], [{ type: 'choice', choices: [option('a', 'да'), option('b', ' ')] }]],
    [['choice-twice'], [{ type: 'choice', choices: [option('a', 'да'), option('b', 'Да ')] }]],
    [[], [{ type: 'choice', choices: [option('a', 'да'), option('b', 'нет')] }]],
    [['no-columns'], [{ type: 'table' }]],
    [['column-unlabelled'], [{ type: 'table', columns: [column('a', 'Что'), column('b', '')] }]],
    // What a question of another type was given before does not count.
    [[], [{ type: 'text', columns: [column('a', '')], choices: [option('a', '')] }]],
  ])('are %j', (expected, fields) => {
    expect(codes(...fields)).toEqual(expected);
  });
});
