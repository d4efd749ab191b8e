import fc from 'fast-check';
import { previewBriefForm } from '../../electron/services/brief-forms/form-import';
import type { Session } from '../../electron/services/session';
import type { BriefFormPreview } from '../../shared/contract/brief-forms.contract';
import type { Answer, TemplateField } from '../../shared/contract/briefs.contract';
import type { RichBlock, RichInline, RichList } from '../../shared/contract/rich-text';

/** What the form of these bytes would change. */
export function preview(
  session: Session,
  bytes: Uint8Array,
  id: string | null = null,
): BriefFormPreview {
  return previewBriefForm(session.workspace.read, { bytes, fileName: 'brief.docx' }, id);
}

/** Changes that are not «unchanged», by field: what the preview would tell a person. */
export function changesOf({ fields }: BriefFormPreview): Record<string, string> {
  return Object.fromEntries(
    fields
      .filter(({ change }) => change !== 'unchanged')
      .map(({ fieldKey, change, problem }) => [fieldKey, problem === null ? change : problem.code]),
  );
}

const LETTERS =
  'абвгдеёжщыьэюяĀčēģīķļņšūž ABCxyz 0123456789 .,;:!?«»„”“’–—№%€₽&<>"\'/\\=+-@#[]{}()_*~';

/** Words with the letters of three languages, markup, tabs and line ends. */
const words = fc
  .array(
    fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...LETTERS) },
      fc.constantFrom('\t', '🙂', '\u00a0', '\u0007'),
    ),
    {
      maxLength: 40,
    },
  )
  .map((letters) => letters.join(''));

const line = words.filter((text) => text.trim() !== '');
const manyLines = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'));

const marks = fc
  .uniqueArray(
    fc.constantFrom(
      { type: 'bold' as const },
      { type: 'italic' as const },
      { type: 'underline' as const },
      { type: 'strike' as const },
      { type: 'link' as const, attrs: { href: 'https://example.com/?a=1&b=«да»' } },
    ),
    { maxLength: 3, selector: ({ type }) => type },
  )
  .map((list) => [...list]);

const inline: fc.Arbitrary<RichInline> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('text' as const), text: line, marks }) },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' as const }) },
);

const paragraph = fc
  .array(inline, { maxLength: 4 })
  .map((content) => ({ type: 'paragraph' as const, content }));

function listOf(depth: number): fc.Arbitrary<RichList> {
  const parts =
    depth === 0 ? paragraph : fc.oneof({ weight: 3, arbitrary: paragraph }, listOf(depth - 1));
  const item = fc
    .tuple(paragraph, fc.array(parts, { maxLength: 2 }))
    .filter(([first]) => first.content.some((part) => part.type === 'text'))
    .map(([first, rest]) => ({ type: 'listItem' as const, content: [first, ...rest] }));
  return fc.record({
    type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
    content: fc.array(item, { minLength: 1, maxLength: 3 }),
  });
}

const cell = fc.record({
  type: fc.constantFrom('tableHeader' as const, 'tableCell' as const),
  content: fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, listOf(0)), {
    minLength: 1,
    maxLength: 2,
  }),
});

const block: fc.Arbitrary<RichBlock> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  fc.array(inline, { maxLength: 2 }).map((content) => ({ type: 'heading' as const, content })),
  listOf(2),
  fc
    .array(paragraph, { minLength: 1, maxLength: 2 })
    .map((content) => ({ type: 'blockquote' as const, content })),
  fc
    .array(
      fc
        .array(cell, { minLength: 2, maxLength: 2 })
        .map((content) => ({ type: 'tableRow' as const, content })),
      { minLength: 1, maxLength: 3 },
    )
    .map((content) => ({ type: 'table' as const, content })),
);

/** Answers to a question, of its type. */
export function answersTo(field: TemplateField): fc.Arbitrary<Answer> {
  switch (field.type) {
    case 'text':
      return manyLines.map((text) => ({ type: 'text', text }));
    case 'rich':
      return fc
        .array(block, { minLength: 1, maxLength: 4 })
        .map((content) => ({ type: 'rich', schemaVersion: 1, doc: { type: 'doc', content } }));
    case 'list':
      return fc
        .array(line, { minLength: 1, maxLength: 5 })
        .map((items) => ({ type: 'list', items }));
    case 'choice':
      return fc.constantFrom(...field.choices).map(({ key }) => ({ type: 'choice', choice: key }));
    case 'date':
      return fc
        .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
        .map((at) => ({ type: 'date', on: at.toISOString().slice(0, 10) }));
    case 'money':
      return fc
        .tuple(
          fc.integer({ min: 1, max: 99_999_999_999 }),
          fc.constantFrom('RUB', 'EUR', 'JPY'),
          fc.boolean(),
        )
        .map(([minor, currency, includesVat]) => ({ type: 'money', minor, currency, includesVat }));
    case 'table':
      return fc
        .array(
          fc.tuple(
            ...field.columns.map(({ numeric }) =>
              numeric ? fc.oneof(words, fc.integer({ min: 0, max: 9_999_999 }).map(String)) : words,
            ),
          ),
          { minLength: 1, maxLength: 4 },
        )
        .map((rows) => ({ type: 'table', rows }));
    case 'audience':
      return fc
        .array(
          fc.record({ name: line, portrait: words, geo: words, need: words, barrier: words }),
          {
            minLength: 1,
            maxLength: 3,
          },
        )
        .map((segments) => ({ type: 'audience', segments }));
    case 'checklist':
      return fc
        .array(fc.record({ text: line, done: fc.boolean() }), { minLength: 1, maxLength: 4 })
        .map((items) => ({ type: 'checklist', items }));
    case 'file':
      return fc.constant({ type: 'file', files: [] });
  }
}
