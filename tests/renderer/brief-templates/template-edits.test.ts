import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addQuestion,
  addSection,
  hasCriteria,
  type Place,
  putAt,
  putSectionAt,
  removeAt,
  retypeQuestion,
  stepAt,
} from '../../../renderer/features/brief-templates/template-edits.ts';
import {
  type TemplateDraft,
  templateDraftSchema,
} from '../../../shared/contract/brief-templates.contract.ts';

const words = (key: string) => key;

/** Sections of so many questions each. */
function draftOf(...counts: number[]): TemplateDraft {
  let draft: TemplateDraft = { language: 'ru', title: 'Вид', sections: [] };
  for (const count of counts) {
    const added = addSection(draft, null);
    draft = added.draft;
    for (let index = 0; index < count; index += 1) {
      draft = addQuestion(draft, added.place, 'text', words).draft;
    }
  }
  return draft;
}

const keys = ({ sections }: TemplateDraft) =>
  sections.map((section) => section.fields.map(({ key }) => key));

const at = (draft: TemplateDraft, fieldKey: string): Place => ({
  sectionKey:
    draft.sections.find(({ fields }) => fields.some(({ key }) => key === fieldKey))?.key ?? '',
  fieldKey,
});

describe('edits of a template', () => {
  it('add after the place that is chosen', () => {
    const draft = draftOf(2, 1);
    const { draft: next, place } = addQuestion(draft, at(draft, 'question-1'), 'table', words);
    expect(keys(next)).toEqual([['question-1', 'question-4', 'question-2'], ['question-3']]);
    expect(place).toEqual({ sectionKey: 'section-1', fieldKey: 'question-4' });
    expect(addSection(next, place).draft.sections.map(({ key }) => key)).toEqual([
      'section-1',
      'section-3',
      'section-2',
    ]);
  });

  it('add the table of criteria that acceptance is ticked by', () => {
    const draft = draftOf(1);
    const { draft: next } = addQuestion(draft, at(draft, 'question-1'), 'criteria', words);
    expect(hasCriteria(draft)).toBe(false);
    expect(hasCriteria(next)).toBe(true);
    expect(templateDraftSchema.safeParse(next).success).toBe(true);
    expect(next.sections[0]?.fields[1]).toMatchObject({ key: 'criteria', required: true });
  });

  it('step a question over the edge of its section, and stop at the ends', () => {
    const draft = draftOf(2, 1);
    const down = stepAt(draft, at(draft, 'question-2'), 1);
    expect(down && keys(down.draft)).toEqual([['question-1'], ['question-2', 'question-3']]);
    expect(down?.place.sectionKey).toBe('section-2');
    expect(stepAt(draft, at(draft, 'question-1'), -1)).toBeNull();
    expect(stepAt(draft, at(draft, 'question-3'), 1)).toBeNull();
    const up = stepAt(draft, { sectionKey: 'section-2', fieldKey: null }, -1);
    expect(up?.draft.sections.map(({ key }) => key)).toEqual(['section-2', 'section-1']);
  });

  it('put a question where it is let go, within its section too', () => {
    const draft = draftOf(3, 1);
    const put = (fieldKey: string, sectionKey: string, before: number) =>
      keys(putAt(draft, fieldKey, { sectionKey, before }).draft);
    expect(put('question-1', 'section-1', 2)[0]).toEqual([
      'question-2',
      'question-1',
      'question-3',
    ]);
    expect(put('question-3', 'section-1', 0)[0]).toEqual([
      'question-3',
      'question-1',
      'question-2',
    ]);
    expect(put('question-2', 'section-2', 0)).toEqual([
      ['question-1', 'question-3'],
      ['question-2', 'question-4'],
    ]);
    const order = (before: number) =>
      putSectionAt(draftOf(0, 0, 0), 'section-1', before).sections.map(({ key }) => key);
    expect(order(2)).toEqual(['section-2', 'section-1', 'section-3']);
    expect(order(0)).toEqual(['section-1', 'section-2', 'section-3']);
  });

  it('take a shipped meaning away with its type', () => {
    const draft = draftOf(1);
    const [section] = draft.sections;
    if (section === undefined) throw new Error('no section');
    const goal = {
      ...draft,
      sections: [{ ...section, fields: [{ ...section.fields[0], key: 'goal' }] }],
    };
    const parsed = templateDraftSchema.parse(goal);
    const { draft: next, place } = retypeQuestion(parsed, at(parsed, 'goal'), 'rich');
    expect(keys(next)).toEqual([['question-1']]);
    expect(place.fieldKey).toBe('question-1');
  });

  it('keep every question once, whatever is moved', () => {
    const move = fc.record({
      field: fc.nat(5),
      kind: fc.constantFrom('up', 'down', 'put'),
      section: fc.nat(2),
      before: fc.nat(6),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        let draft = draftOf(3, 0, 3);
        for (const { field, kind, section, before } of moves) {
          const fieldKey = `question-${field + 1}`;
          const step = kind === 'up' ? -1 : 1;
          const edit =
            kind === 'put'
              ? putAt(draft, fieldKey, { sectionKey: `section-${section + 1}`, before })
              : stepAt(draft, at(draft, fieldKey), step);
          draft = edit?.draft ?? draft;
          if (edit !== null) expect(at(draft, fieldKey)).toEqual(edit.place);
        }
        expect(keys(draft).flat().sort()).toEqual(keys(draftOf(3, 0, 3)).flat());
      }),
    );
  });

  it('choose what stands nearest when one is taken away', () => {
    const draft = draftOf(2, 1);
    expect(removeAt(draft, at(draft, 'question-2')).place?.fieldKey).toBe('question-1');
    expect(removeAt(draft, at(draft, 'question-1')).place?.fieldKey).toBe('question-2');
    expect(removeAt(draft, at(draft, 'question-3')).place?.fieldKey).toBeNull();
    expect(removeAt(draft, { sectionKey: 'section-2', fieldKey: null }).place).toEqual({
      sectionKey: 'section-1',
      fieldKey: null,
    });
    expect(removeAt(draftOf(1), { sectionKey: 'section-1', fieldKey: null }).place).toBeNull();
  });
});
