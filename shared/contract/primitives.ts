import { z } from 'zod';

/** Largest amount the product keeps, in minor units (METRICS.md, Money). */
export const MAX_MINOR = 2 ** 51;

export const idSchema = z.string().min(1).max(64);
export const dateSchema = z.iso.date();
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const minorSchema = z.number().int().min(-MAX_MINOR).max(MAX_MINOR);
export const ppmSchema = z.number().int().min(-1_000_000_000).max(1_000_000_000);
export const secondsSchema = z.number().int().min(0).max(1_000_000_000);
export const currencySchema = z.string().regex(/^[A-Z]{3}$/);
export const languageSchema = z.enum(['ru', 'en', 'lv']);
export const revisionSchema = z.number().int().min(1);
export const textSchema = z.string().max(20_000);
export const lineSchema = z.string().max(500);
export const emptySchema = z.object({}).strict();
export const doneSchema = z.object({ id: idSchema });

export const periodSchema = z
  .object({ from: dateSchema, to: dateSchema })
  .strict()
  .refine((period) => period.from <= period.to);

/** An input that a figure lacks, such as the pay rate of a person on a day. */
export const missingSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/**
 * A figure on its way to a screen. `value` null with nothing missing: no denominator, shown as "—";
 * null with something missing: unknown, shown as its reason.
 */
export const figureSchema = z.object({
  value: z.number().nullable(),
  missing: z.array(missingSchema),
});

/** A message key and its parameters, worded by the reader's language. */
export const phraseSchema = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export type Period = z.infer<typeof periodSchema>;
export type Missing = z.infer<typeof missingSchema>;
export type FigureDto = z.infer<typeof figureSchema>;
export type Phrase = z.infer<typeof phraseSchema>;
export type Language = z.infer<typeof languageSchema>;
