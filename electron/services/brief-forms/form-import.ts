import { readBriefHead } from '../../../db/queries/briefs.query';
import type { ReadDb } from '../../../db/read-db';
import { AppError } from '../../../shared/contract/app-error';
import type {
  BriefFormField,
  BriefFormPreview,
} from '../../../shared/contract/brief-forms.contract';
import type { Answer, TemplateField } from '../../../shared/contract/briefs.contract';
import type { Language } from '../../../shared/contract/primitives';
import { requireBrief } from '../briefs.service';
import { answerInWords } from './answer-words';
import { readDocxAnswers } from './docx-answers';
import { customProperties } from './docx-read';
import { type FormMarks, marksFromProperties } from './form-marks';
import { askedFields, fittingAnswers, formWords } from './form-model';
import type { FormGround, ReadAnswer } from './read-values';
import { fingerprintOf, isSameAnswer } from './same-answer';
import { readXlsxForm } from './xlsx-read';
import { readXmlParts } from './zip-parts';

type FormKind = 'docx' | 'xlsx';

type OpenForm = {
  kind: FormKind;
  marks: FormMarks;
  read(ground: FormGround): ReadonlyMap<string, ReadAnswer>;
};

type FoundBrief = ReturnType<typeof requireBrief>;

/**
 * What a filled form would change in its brief, question by question; nothing is written. `expectedId` is the
 * brief it was chosen for, null for whichever the form names. Throws `brief-form-damaged`,
 * `brief-form-too-large`, `brief-form-unsafe`, `brief-form-foreign` for a file that the console did not make,
 * `brief-form-newer`, `brief-form-other-brief`, `brief-form-no-brief` where the workspace has none such,
 * `brief-form-other-template`, `brief-approved`.
 */
export function previewBriefForm(
  read: ReadDb,
  file: { bytes: Uint8Array; fileName: string },
  expectedId: string | null,
): BriefFormPreview {
  const parts = readXmlParts(file.bytes);
  const head = headOf(propertiesOf(parts));
  const brief = briefOf(read, head, expectedId);
  const fields = askedFields(brief.template);
  const form = openForm(parts, fields);
  const { language } = brief.head;
  const ground: FormGround = {
    language,
    words: formWords(language),
    fields,
    answers: fittingAnswers(brief.template, brief.answers),
    briefOn: brief.head.briefOn,
    currency: brief.head.clientCurrency,
  };
  const answers = form.read(ground);
  return {
    briefId: head.briefId,
    revision: brief.head.revision,
    number: brief.head.number,
    title: brief.head.title,
    fileName: file.fileName,
    kind: form.kind,
    fileVersion: head.version,
    version: brief.head.version,
    fields: brief.template.sections.flatMap((section) =>
      section.fields.flatMap((field) => {
        const found = answers.get(field.key);
        if (found === undefined) return [];
        return [
          compared(field, found, {
            sectionTitle: section.title,
            ground,
            kind: form.kind,
            was: form.marks.fingerprints.get(field.key),
          }),
        ];
      }),
    ),
  };
}

function propertiesOf(parts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (parts.has('word/document.xml')) return customProperties(parts);
  if (parts.has('xl/workbook.xml')) return readXlsxForm(parts).properties;
  throw new AppError('brief-form-foreign');
}

function headOf(properties: ReadonlyMap<string, string>): FormMarks {
  const marks = marksFromProperties(properties);
  if (marks === 'newer') throw new AppError('brief-form-newer');
  if (marks === null) throw new AppError('brief-form-foreign');
  return marks;
}

function briefOf(read: ReadDb, marks: FormMarks, expectedId: string | null): FoundBrief {
  const named = readBriefHead(read, marks.briefId);
  if (expectedId !== null && expectedId !== marks.briefId) {
    if (named === undefined) throw new AppError('brief-form-no-brief');
    const { number, title } = named;
    throw new AppError('brief-form-other-brief', { number, title });
  }
  if (named === undefined) throw new AppError('brief-form-no-brief');
  const brief = requireBrief(read, marks.briefId);
  if (brief.head.status === 'approved') throw new AppError('brief-approved');
  if (brief.template.key !== marks.templateKey) throw new AppError('brief-form-other-template');
  return brief;
}

function openForm(parts: ReadonlyMap<string, string>, fields: readonly TemplateField[]): OpenForm {
  const keys = fields.map(({ key }) => key);
  if (parts.has('word/document.xml')) {
    const marks = marksFromProperties(customProperties(parts), keys);
    if (marks === null || marks === 'newer') throw new AppError('brief-form-foreign');
    return { kind: 'docx', marks, read: (ground) => readDocxAnswers(parts, ground) };
  }
  const book = readXlsxForm(parts);
  const marks = marksFromProperties(book.properties, keys);
  if (marks === null || marks === 'newer') throw new AppError('brief-form-foreign');
  return { kind: 'xlsx', marks, read: (ground) => book.read(ground) };
}

type About = {
  sectionTitle: string;
  ground: FormGround;
  kind: FormKind;
  /** What the answer was when the form was made. */
  was: string | undefined;
};

/** The answer of the file beside the one that is kept, and who of the two changed it since the form was made. */
function compared(field: TemplateField, found: ReadAnswer, about: About): BriefFormField {
  const { ground, kind, was } = about;
  const { language } = ground;
  const means = { language, kind };
  const current = ground.answers[field.key];
  const base = {
    sectionTitle: about.sectionTitle,
    fieldKey: field.key,
    label: field.label,
    before: answerInWords(field, current, language),
  };
  if (!found.ok) {
    const { problem } = found;
    return { ...base, change: 'unreadable', after: '', answer: null, problem, notes: [] };
  }
  const { answer } = found;
  const isFilled = was === undefined || was !== fingerprintOf(field, answer, means);
  const isMoved = was !== undefined && was !== fingerprintOf(field, current, means);
  const notes = [...found.notes];
  if (kind === 'xlsx' && isFilled && current?.type === 'rich') {
    notes.push({ code: 'formatting-lost', params: {} });
  }
  return {
    ...base,
    change: changeOf(field, current, answer, { isFilled, isMoved, means }),
    after: answerInWords(field, answer, language),
    answer: answer ?? null,
    problem: null,
    notes: isFilled ? notes : [],
  };
}

function changeOf(
  field: TemplateField,
  current: Answer | undefined,
  answer: Answer | undefined,
  how: { isFilled: boolean; isMoved: boolean; means: { language: Language; kind: FormKind } },
): BriefFormField['change'] {
  if (isSameAnswer(field, current, answer, how.means)) return 'unchanged';
  if (!how.isFilled) return 'ours';
  if (how.isMoved) return 'both';
  if (answer === undefined) return 'cleared';
  return current === undefined ? 'new' : 'changed';
}
