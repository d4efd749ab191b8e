import type {
  TemplateDraft,
  TemplateDraftField,
  TemplateDraftSection,
} from '../../../shared/contract/brief-templates.contract';

/** What stands in the middle of the editor's attention: a section, or one of its questions. */
export type Place = { sectionKey: string; fieldKey: string | null };

/** What a new question may be: a type of answer, or the table by which work is accepted. */
export type QuestionKind = TemplateDraftField['type'] | 'criteria';

/** Names for the parts that a new question comes with. */
export type PartWords = (key: 'metric' | 'threshold' | 'source') => string;

type Edit = { draft: TemplateDraft; place: Place };

/** The first key of this beginning that nothing has yet. */
function freeKey(prefix: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

const fieldKeys = ({ sections }: TemplateDraft): string[] =>
  sections.flatMap(({ fields }) => fields.map(({ key }) => key));

/** The key of a new choice or column. */
export function freePartKey(parts: readonly { readonly key: string }[]): string {
  return freeKey(
    'part',
    parts.map(({ key }) => key),
  );
}

/** Whether the table of acceptance criteria is there: there can be one. */
export function hasCriteria(draft: TemplateDraft): boolean {
  return fieldKeys(draft).includes('criteria');
}

function newField(draft: TemplateDraft, kind: QuestionKind, words: PartWords): TemplateDraftField {
  const blank = {
    label: '',
    help: '',
    required: false,
    internal: false,
    needsNumber: null,
    choices: [],
    columns: [],
    items: [],
  };
  if (kind === 'criteria') {
    return {
      ...blank,
      key: 'criteria',
      type: 'table',
      required: true,
      needsNumber: { column: 1 },
      columns: (['metric', 'threshold', 'source'] as const).map((key) => ({
        key,
        label: words(key),
        numeric: false,
        summed: false,
      })),
    };
  }
  return { ...blank, key: freeKey('question', fieldKeys(draft)), type: kind };
}

/** Adds a section after the one that `place` is in, or at the end. */
export function addSection(draft: TemplateDraft, place: Place | null): Edit {
  const key = freeKey(
    'section',
    draft.sections.map((section) => section.key),
  );
  const at = draft.sections.findIndex((section) => section.key === place?.sectionKey);
  const sections = [...draft.sections];
  sections.splice(at < 0 ? sections.length : at + 1, 0, { key, title: '', hint: '', fields: [] });
  return { draft: { ...draft, sections }, place: { sectionKey: key, fieldKey: null } };
}

/** Adds a question after the one that `place` is at, or at the end of its section. */
export function addQuestion(
  draft: TemplateDraft,
  place: Place,
  kind: QuestionKind,
  words: PartWords,
): Edit {
  const field = newField(draft, kind, words);
  const next = inSection(draft, place.sectionKey, (section) => {
    const at = section.fields.findIndex(({ key }) => key === place.fieldKey);
    const fields = [...section.fields];
    fields.splice(at < 0 ? fields.length : at + 1, 0, field);
    return { ...section, fields };
  });
  return { draft: next, place: { sectionKey: place.sectionKey, fieldKey: field.key } };
}

function inSection(
  draft: TemplateDraft,
  sectionKey: string,
  change: (section: TemplateDraftSection) => TemplateDraftSection,
): TemplateDraft {
  const sections = draft.sections.map((section) =>
    section.key === sectionKey ? change(section) : section,
  );
  return { ...draft, sections };
}

/** Changes the words of a section. */
export function amendSection(
  draft: TemplateDraft,
  sectionKey: string,
  patch: Partial<Pick<TemplateDraftSection, 'title' | 'hint'>>,
): TemplateDraft {
  return inSection(draft, sectionKey, (section) => ({ ...section, ...patch }));
}

/** Changes a question. */
export function amendQuestion(
  draft: TemplateDraft,
  fieldKey: string,
  patch: Partial<Omit<TemplateDraftField, 'key'>>,
): TemplateDraft {
  const sections = draft.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) =>
      field.key === fieldKey ? { ...field, ...patch } : field,
    ),
  }));
  return { ...draft, sections };
}

/**
 * Gives a question another type. It becomes a question of its own: what paper and advice make of the
 * shipped one (a goal, a budget) holds for its type alone.
 */
export function retypeQuestion(
  draft: TemplateDraft,
  { sectionKey, fieldKey }: Place,
  type: TemplateDraftField['type'],
): Edit {
  const key = freeKey('question', fieldKeys(draft));
  const next = inSection(draft, sectionKey, (section) => ({
    ...section,
    fields: section.fields.map((field) =>
      field.key === fieldKey ? { ...field, key, type, needsNumber: null } : field,
    ),
  }));
  return { draft: next, place: { sectionKey, fieldKey: key } };
}

/** Takes a section or a question away; the place is what stood before it. */
export function removeAt(
  draft: TemplateDraft,
  { sectionKey, fieldKey }: Place,
): { draft: TemplateDraft; place: Place | null } {
  if (fieldKey === null) {
    const at = draft.sections.findIndex(({ key }) => key === sectionKey);
    const sections = draft.sections.filter(({ key }) => key !== sectionKey);
    const near = sections[Math.max(0, at - 1)];
    return {
      draft: { ...draft, sections },
      place: near === undefined ? null : { sectionKey: near.key, fieldKey: null },
    };
  }
  const fields = draft.sections.find(({ key }) => key === sectionKey)?.fields ?? [];
  const at = fields.findIndex(({ key }) => key === fieldKey);
  const near = fields[at - 1] ?? fields[at + 1];
  return {
    draft: inSection(draft, sectionKey, (section) => ({
      ...section,
      fields: section.fields.filter(({ key }) => key !== fieldKey),
    })),
    place: { sectionKey, fieldKey: near?.key ?? null },
  };
}

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const next = [...items];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}

/**
 * Moves a section or a question one place up or down; a question at the edge of its section goes over
 * into the next one. Null where it cannot go further.
 */
export function stepAt(
  draft: TemplateDraft,
  { sectionKey, fieldKey }: Place,
  step: 1 | -1,
): Edit | null {
  const { sections } = draft;
  const section = sections.findIndex(({ key }) => key === sectionKey);
  const neighbour = sections[section + step];
  if (fieldKey === null) {
    if (neighbour === undefined) return null;
    return {
      draft: { ...draft, sections: moved(sections, section, section + step) },
      place: { sectionKey, fieldKey },
    };
  }
  const fields = sections[section]?.fields ?? [];
  const at = fields.findIndex(({ key }) => key === fieldKey);
  if (fields[at + step] !== undefined) {
    return putAt(draft, fieldKey, { sectionKey, before: at + (step === 1 ? 2 : -1) });
  }
  if (neighbour === undefined) return null;
  const before = step === 1 ? 0 : neighbour.fields.length;
  return putAt(draft, fieldKey, { sectionKey: neighbour.key, before });
}

/** Puts a question before the question that has this place (from 0) in a section now. */
export function putAt(
  draft: TemplateDraft,
  fieldKey: string,
  to: { sectionKey: string; before: number },
): Edit {
  const place = { sectionKey: to.sectionKey, fieldKey };
  const field = draft.sections.flatMap(({ fields }) => fields).find(({ key }) => key === fieldKey);
  if (field === undefined) return { draft, place };
  const sections = draft.sections.map((section) => {
    const others = section.fields.filter(({ key }) => key !== fieldKey);
    if (section.key !== to.sectionKey) return { ...section, fields: others };
    const ahead = section.fields.slice(0, to.before).filter(({ key }) => key !== fieldKey).length;
    others.splice(ahead, 0, field);
    return { ...section, fields: others };
  });
  return { draft: { ...draft, sections }, place };
}

/** Puts a section before the section that has this place now. */
export function putSectionAt(
  draft: TemplateDraft,
  sectionKey: string,
  before: number,
): TemplateDraft {
  const from = draft.sections.findIndex(({ key }) => key === sectionKey);
  const to = before > from ? before - 1 : before;
  return from < 0 ? draft : { ...draft, sections: moved(draft.sections, from, to) };
}
