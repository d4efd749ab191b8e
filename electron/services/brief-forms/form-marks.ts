import { createHash } from 'node:crypto';

/** Raised when a form is laid out so differently that older ones cannot be read the same way. */
const FORM_FORMAT = 1;

const FORMAT = 'AgencyConsoleForm';
const BRIEF = 'AgencyConsoleBrief';
const VERSION = 'AgencyConsoleVersion';
const TEMPLATE = 'AgencyConsoleTemplate';

/** What a form says of itself, in the properties of a document or the hidden sheet of a workbook. */
export type FormMarks = {
  briefId: string;
  version: number;
  templateKey: string;
  /** What each answer was when the form was made, by field key. */
  fingerprints: ReadonlyMap<string, string>;
};

/**
 * The name under which the place of an answer is kept: a bookmark and the tag of a content control in
 * Word (40 characters at most), a defined name in Excel.
 */
export function anchorOf(fieldKey: string): string {
  const slug = fieldKey.replace(/[^A-Za-z0-9]+/g, '_').slice(0, 20);
  return `brief_${slug}_${hashOf(fieldKey).slice(0, 8)}`;
}

/** The bookmark of a section's heading, in the order of the form: the answer above it ends there. */
export function sectionAnchor(index: number): string {
  return `briefsection_${index + 1}`;
}

/** The bookmark after the last answer. */
export const END_ANCHOR = 'briefend';

/** The bookmark under which a picture is known again. */
export function pictureAnchor(fileId: string): string {
  return `picture_${hashOf(fileId)}`;
}

/** A short name of a text, the same wherever it is reckoned. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The marks as names and values. */
export function marksToProperties(marks: FormMarks): { name: string; value: string }[] {
  return [
    { name: FORMAT, value: String(FORM_FORMAT) },
    { name: BRIEF, value: marks.briefId },
    { name: VERSION, value: String(marks.version) },
    { name: TEMPLATE, value: marks.templateKey },
    ...[...marks.fingerprints].map(([key, value]) => ({ name: anchorOf(key), value })),
  ];
}

/** What the properties of a file say; null where they are not those of a form, `newer` of a format to come. */
export function marksFromProperties(
  properties: ReadonlyMap<string, string>,
  fieldKeys: readonly string[] = [],
): FormMarks | 'newer' | null {
  const format = Number(properties.get(FORMAT));
  const briefId = properties.get(BRIEF) ?? '';
  const version = Number(properties.get(VERSION));
  const templateKey = properties.get(TEMPLATE) ?? '';
  if (!Number.isInteger(format) || format < 1 || briefId === '') return null;
  if (format > FORM_FORMAT) return 'newer';
  if (!Number.isInteger(version) || version < 1 || templateKey === '') return null;
  const fingerprints = new Map<string, string>();
  for (const key of fieldKeys) {
    const value = properties.get(anchorOf(key));
    if (value !== undefined) fingerprints.set(key, value);
  }
  return { briefId, version, templateKey, fingerprints };
}
