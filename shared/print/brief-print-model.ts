import { z } from 'zod';
import { richDocSchema } from '../contract/rich-text';
import type { BriefPrintModel } from './brief-print';

const figureSchema = z.object({
  label: z.string(),
  value: z.string(),
  note: z.string().optional(),
});
const label = z.string().optional();

const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), label, text: z.string() }),
  z.object({ kind: z.literal('quote'), text: z.string() }),
  z.object({ kind: z.literal('list'), label, items: z.array(z.string()) }),
  z.object({ kind: z.literal('fields'), items: z.array(figureSchema) }),
  z.object({ kind: z.literal('rich'), label, blocks: richDocSchema.shape.content }),
  z.object({
    kind: z.literal('checklist'),
    label,
    items: z.array(z.object({ text: z.string(), done: z.boolean() })),
  }),
  z.object({
    kind: z.literal('table'),
    label,
    columns: z.array(z.object({ label: z.string(), numeric: z.boolean() })),
    rows: z.array(z.array(z.string())),
    total: z.array(z.string()).optional(),
    note: z.string().optional(),
  }),
]);

const paperSchema = z.object({
  agency: z.object({
    name: z.string(),
    addressLines: z.array(z.string()),
    logoDataUri: z.string().nullable(),
  }),
  client: z.object({
    name: z.string(),
    legalName: z.string().nullable(),
    representative: z.string().nullable(),
    // Versions frozen before clients had logos do not say.
    logoDataUri: z.string().nullable().default(null),
  }),
  contractor: z.object({ name: z.string(), role: z.string().nullable() }).nullable(),
  basis: z.string().nullable(),
  number: z.number().int(),
  version: z.number().int(),
  date: z.string(),
  templateTitle: z.string(),
  title: z.string(),
  lead: z.string().nullable(),
  keyFigures: z.array(figureSchema),
  milestones: z.array(z.object({ date: z.string(), label: z.string() })),
  sections: z.array(
    z.object({
      number: z.number().int(),
      title: z.string(),
      hint: z.string().nullable(),
      blocks: z.array(blockSchema),
    }),
  ),
  signatures: z.array(z.object({ name: z.string() })),
});

/** The printed model that a version froze, from its JSON. Throws ZodError where it is not one. */
export function readBriefPaper(json: string): BriefPrintModel {
  return paperSchema.parse(JSON.parse(json));
}
