import type { TemplateDraft, TemplateDraftField } from '../contract/brief-templates.contract';

export type TemplateProblemCode =
  | 'untitled'
  | 'no-questions'
  | 'section-untitled'
  | 'section-empty'
  | 'question-unlabelled'
  | 'question-twice'
  | 'few-choices'
  | 'choice-twice'
  | 'no-columns'
  | 'column-unlabelled';

export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  /** Where it is; null for the template itself. */
  readonly sectionKey: string | null;
  readonly fieldKey: string | null;
  /** The title or label that the sentence names. */
  readonly name: string;
}

const isBlank = (text: string): boolean => text.trim() === '';
const same = (text: string): string => text.trim().toLowerCase();

/** What has to be put right before a brief can begin with a template, in the order it is read. */
export function templateProblems({
  title,
  sections,
}: Pick<TemplateDraft, 'title' | 'sections'>): readonly TemplateProblem[] {
  const found: TemplateProblem[] = [];
  const whole = { sectionKey: null, fieldKey: null, name: '' };
  if (isBlank(title)) found.push({ ...whole, code: 'untitled' });
  if (sections.every(({ fields }) => fields.length === 0)) {
    found.push({ ...whole, code: 'no-questions' });
  }
  const labels = new Set<string>();
  for (const section of sections) {
    const place = { sectionKey: section.key, fieldKey: null, name: section.title.trim() };
    if (isBlank(section.title)) found.push({ ...place, code: 'section-untitled' });
    // Where nothing is asked at all, one sentence is enough.
    if (section.fields.length === 0 && found.every(({ code }) => code !== 'no-questions')) {
      found.push({ ...place, code: 'section-empty' });
    }
    for (const field of section.fields) {
      const at = { sectionKey: section.key, fieldKey: field.key, name: field.label.trim() };
      if (isBlank(field.label)) {
        found.push({ ...at, name: section.title.trim(), code: 'question-unlabelled' });
      } else if (labels.has(same(field.label))) found.push({ ...at, code: 'question-twice' });
      labels.add(same(field.label));
      const code = partsProblem(field);
      if (code !== null) found.push({ ...at, code });
    }
  }
  return found;
}

function partsProblem({ type, choices, columns }: TemplateDraftField): TemplateProblemCode | null {
  if (type === 'choice') {
    const said = choices.filter(({ label }) => !isBlank(label)).map(({ label }) => same(label));
    if (said.length < 2 || said.length < choices.length) return 'few-choices';
    if (new Set(said).size < said.length) return 'choice-twice';
  }
  if (type === 'table') {
    if (columns.length === 0) return 'no-columns';
    if (columns.some(({ label }) => isBlank(label))) return 'column-unlabelled';
  }
  return null;
}
