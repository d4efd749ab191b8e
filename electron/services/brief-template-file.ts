import { z } from 'zod';
import { AppError } from '../../shared/contract/app-error';
import {
  type TemplateDraft,
  templateDraftSchema,
} from '../../shared/contract/brief-templates.contract';
import { assertReady } from './brief-template-ready';

export const TEMPLATE_FILE_EXTENSION = 'agency-brief-template';

const KIND = 'agency-brief-template';
const FORMAT_VERSION = 1;

/** A template is words: a file beyond this is something else. */
const MOST_BYTES = 4 * 1024 * 1024;

const headSchema = z.object({ kind: z.literal(KIND), formatVersion: z.number().int().min(1) });

/** The file that takes a template to another workspace. Throws what {@link assertReady} throws. */
export function templateToFile(draft: TemplateDraft): string {
  assertReady(draft);
  const { language, title, sections } = draft;
  const file = { kind: KIND, formatVersion: FORMAT_VERSION, language, title, sections };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * The template in a file. Throws `brief-template-file-other` for a file of another kind,
 * `brief-template-file-newer` for one of a later version, `brief-template-file-broken` where a part of it
 * is not what it should be, and what {@link assertReady} throws.
 */
export function templateFromFile(bytes: Uint8Array): TemplateDraft {
  const content = bytes.length > MOST_BYTES ? null : parseJson(bytes);
  const head = headSchema.safeParse(content);
  if (!head.success) throw new AppError('brief-template-file-other');
  if (head.data.formatVersion > FORMAT_VERSION) throw new AppError('brief-template-file-newer');
  const { kind: _kind, formatVersion: _version, ...rest } = z.looseObject({}).parse(content);
  const draft = templateDraftSchema.safeParse(rest);
  if (!draft.success) {
    throw new AppError('brief-template-file-broken', { part: placeOf(draft.error) });
  }
  assertReady(draft.data);
  return draft.data;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** Where in the file: `sections.2.fields.0.type`. */
function placeOf(error: z.ZodError): string {
  const path = error.issues[0]?.path ?? [];
  return path.length === 0 ? '—' : path.map(String).join('.');
}
