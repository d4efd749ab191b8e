import { z } from 'zod';
import { RICH_LINK } from '../domain/rich-rules';

const markSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('underline') }),
  z.strictObject({ type: z.literal('strike') }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z.strictObject({ href: z.string().max(2000).regex(RICH_LINK) }),
  }),
]);

const inlineSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1).max(100_000),
    marks: z.array(markSchema).max(5).optional(),
  }),
  z.strictObject({ type: z.literal('hardBreak') }),
]);

const paragraphSchema = z.strictObject({
  type: z.literal('paragraph'),
  content: z.array(inlineSchema).optional(),
});

const imageSchema = z.strictObject({
  type: z.literal('image'),
  attrs: z.strictObject({
    /** Row of brief_files. */
    fileId: z.string().min(1).max(100),
    alt: z.string().max(500),
  }),
});

const listItemSchema = z.strictObject({
  type: z.literal('listItem'),
  get content() {
    return z.array(z.union([paragraphSchema, bulletListSchema, orderedListSchema])).min(1);
  },
});

const bulletListSchema = z.strictObject({
  type: z.literal('bulletList'),
  content: z.array(listItemSchema).min(1),
});

const orderedListSchema = z.strictObject({
  type: z.literal('orderedList'),
  content: z.array(listItemSchema).min(1),
});

const cellContentSchema = z
  .array(z.union([paragraphSchema, bulletListSchema, orderedListSchema]))
  .min(1);
const cellSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('tableHeader'), content: cellContentSchema }),
  z.strictObject({ type: z.literal('tableCell'), content: cellContentSchema }),
]);

const blockSchema = z.union([
  paragraphSchema,
  z.strictObject({ type: z.literal('heading'), content: z.array(inlineSchema).optional() }),
  bulletListSchema,
  orderedListSchema,
  z.strictObject({
    type: z.literal('blockquote'),
    content: z.array(paragraphSchema).min(1),
  }),
  z.strictObject({
    type: z.literal('table'),
    content: z
      .array(
        z.strictObject({
          type: z.literal('tableRow'),
          content: z.array(cellSchema).min(1).max(30),
        }),
      )
      .min(1)
      .max(500),
  }),
  imageSchema,
]);

/**
 * A formatted text, in the JSON of ProseMirror documents (https://prosemirror.net/docs/ref/#model) with
 * only the nodes and marks named here. A heading has one level: the document's own sections are above it.
 */
export const richDocSchema = z.strictObject({
  type: z.literal('doc'),
  content: z.array(blockSchema).max(5000),
});

export type RichDoc = z.infer<typeof richDocSchema>;
export type RichBlock = z.infer<typeof blockSchema>;
export type RichInline = z.infer<typeof inlineSchema>;
export type RichMark = z.infer<typeof markSchema>;
export type RichList = z.infer<typeof bulletListSchema> | z.infer<typeof orderedListSchema>;
export type RichParagraph = z.infer<typeof paragraphSchema>;
