import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EditorNode,
  editorDocOf,
  richDocOf,
  withoutTail,
} from '../../../renderer/features/briefs/rich/editor-doc';
import { RICH_EXTENSIONS } from '../../../renderer/features/briefs/rich/rich-extensions';
import { type RichDoc, richDocSchema } from '../../../shared/contract/rich-text';

const schema = getSchema(RICH_EXTENSIONS);

/** Marks in the editor's own order, so that a document is written one way only. */
const marks = fc
  .record({
    link: fc.boolean(),
    bold: fc.boolean(),
    italic: fc.boolean(),
    strike: fc.boolean(),
    underline: fc.boolean(),
  })
  .map((chosen) => {
    const names = Object.entries(chosen).flatMap(([name, isOn]) => (isOn ? [name] : []));
    const made = names.map((name) =>
      name === 'link' ? schema.mark('link', { href: 'https://site.ru/a' }) : schema.mark(name),
    );
    return made
      .toSorted(
        (a, b) =>
          Object.keys(schema.marks).indexOf(a.type.name) -
          Object.keys(schema.marks).indexOf(b.type.name),
      )
      .map((mark) =>
        mark.type.name === 'link'
          ? { type: 'link', attrs: { href: 'https://site.ru/a' } }
          : { type: mark.type.name },
      );
  });
const words = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
const text = fc
  .tuple(words, marks)
  .map(([said, of]) =>
    of.length === 0 ? { type: 'text', text: said } : { type: 'text', text: said, marks: of },
  );
/** Runs of text that follow each other have other marks: the editor joins those that have the same. */
const inline = fc
  .array(fc.oneof(text, fc.constant({ type: 'hardBreak' })), { maxLength: 4 })
  .map((parts) => {
    const kept = parts.flatMap((part, index) =>
      index > 0 && part.type === 'text' ? [{ type: 'hardBreak' }, part] : [part],
    );
    return kept.length === 0 ? {} : { content: kept };
  });
const paragraph = inline.map((of) => ({ type: 'paragraph', ...of }));
const { part } = fc.letrec<{ part: unknown; list: unknown }>((tie) => ({
  part: fc.oneof({ depthSize: 'small', withCrossShrink: true }, paragraph, tie('list')),
  list: fc
    .tuple(
      fc.constantFrom('bulletList', 'orderedList'),
      fc.array(fc.array(tie('part'), { minLength: 1, maxLength: 2 }), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([type, items]) => ({
      type,
      content: items.map((content) => ({ type: 'listItem', content })),
    })),
}));
const parts = fc.array(part, { minLength: 1, maxLength: 2 });
const cell = fc
  .tuple(fc.constantFrom('tableHeader', 'tableCell'), parts)
  .map(([type, content]) => ({ type, content }));
const block = fc.oneof(
  part,
  inline.map((of) => ({ type: 'heading', ...of })),
  fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((content) => ({
    type: 'blockquote',
    content,
  })),
  fc
    .array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((rows) => ({
      type: 'table',
      content: rows.map((content) => ({ type: 'tableRow', content })),
    })),
  fc.record({
    type: fc.constant('image'),
    attrs: fc.record({ fileId: fc.uuid(), alt: fc.string({ maxLength: 20 }) }),
  }),
);
const docs = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((content): RichDoc => richDocSchema.parse({ type: 'doc', content }));

describe('a formatted answer in the editor', () => {
  it('is any document of the schema, and comes back as it was', () => {
    fc.assert(
      fc.property(docs, (doc) => {
        const opened = schema.nodeFromJSON(editorDocOf(doc));
        expect(() => opened.check()).not.toThrow();
        const back = richDocOf(opened.toJSON() as EditorNode);
        expect(back).toEqual(doc);
        expect(richDocSchema.safeParse(back).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('takes nothing from the editor that the schema does not name', () => {
    const odd: EditorNode = {
      type: 'doc',
      content: [
        { type: 'codeBlock', content: [{ type: 'text', text: 'x' }] },
        { type: 'image', attrs: { fileId: '', alt: '' } },
        { type: 'bulletList', content: [] },
        { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: '' }] },
        {
          type: 'paragraph',
          attrs: { class: 'x' },
          content: [
            {
              type: 'text',
              text: 'Цена',
              marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }, { type: 'code' }],
            },
          ],
        },
      ],
    };
    const doc = richDocOf(odd);
    expect(richDocSchema.parse(doc)).toEqual({
      type: 'doc',
      content: [
        { type: 'heading', content: [] },
        { type: 'paragraph', content: [{ type: 'text', text: 'Цена', marks: [] }] },
      ],
    });
  });

  it('opens with a line to write in, and keeps none that only follows a table or a picture', () => {
    expect(editorDocOf({ type: 'doc', content: [] }).content).toEqual([{ type: 'paragraph' }]);
    const image = { type: 'image' as const, attrs: { fileId: 'f', alt: '' } };
    const blank = { type: 'paragraph' as const };
    expect(withoutTail({ type: 'doc', content: [image, blank] }).content).toEqual([image]);
    expect(withoutTail({ type: 'doc', content: [blank, blank] }).content).toEqual([blank, blank]);
  });
});
