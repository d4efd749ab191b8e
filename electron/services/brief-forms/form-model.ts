import { type BriefFileRow, readBriefFile } from '../../../db/queries/brief-content.query';
import type { BriefHeadRow } from '../../../db/queries/briefs.query';
import { readContacts } from '../../../db/queries/clients.query';
import type { ReadDb } from '../../../db/read-db';
import { type AgencyRow, readAgency } from '../../../db/repositories/agency.repo';
import type {
  Answer,
  BriefTemplate,
  TemplateField,
} from '../../../shared/contract/briefs.contract';
import { answerAs, type BriefAnswers } from '../../../shared/domain/brief-answers';
import { picturesIn } from '../../../shared/domain/rich-text';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatDate, type Lang } from '../../../shared/i18n/formats';
import { frozenBriefAnswers } from '../brief-steps.service';
import { requireBrief } from '../briefs.service';
import { addressLines } from '../letterhead';
import type { FormMarks } from './form-marks';
import { fingerprintOf } from './same-answer';

export type FormWords = (key: string, params?: Record<string, string | number>) => string;

export type FormSection = {
  title: string;
  hint: string;
  fields: readonly { field: TemplateField; answer: Answer | undefined }[];
};

/** A brief as a form for the client: what is for the agency alone is not in it. */
export type BriefForm = {
  language: Lang;
  words: FormWords;
  agency: {
    name: string;
    addressLines: readonly string[];
    logo: Buffer | null;
    logoType: string | null;
  };
  title: string;
  kicker: string;
  footer: string;
  facts: readonly { label: string; value: string }[];
  currency: string;
  sections: readonly FormSection[];
  pictures: ReadonlyMap<string, BriefFileRow>;
  marks: Omit<FormMarks, 'fingerprints'>;
  /** How the answers are marked, `plain` where formatting is lost. */
  fingerprints(kind: 'docx' | 'xlsx'): ReadonlyMap<string, string>;
};

/** Words of forms in a language: keys under `forms.` of the namespace `brief`. */
export function formWords(language: Lang): FormWords {
  const translator = translatorOf(language);
  return (key, params) => translator.t(`brief:forms.${key}`, params ?? {});
}

/** The questions that go to the client. */
export function askedFields(template: BriefTemplate): readonly TemplateField[] {
  return template.sections.flatMap(({ fields }) => fields.filter(({ internal }) => !internal));
}

/**
 * The form of a brief as it is now, or of a version. Throws `brief-not-found`, `brief-version-not-found`.
 */
export function readBriefForm(read: ReadDb, id: string, version: number | null): BriefForm {
  const found = requireBrief(read, id);
  const frozen = version === null ? null : frozenBriefAnswers(read, id, version);
  const head =
    frozen === null ? found.head : { ...found.head, version: frozen.number, title: frozen.title };
  const answers = fittingAnswers(found.template, frozen?.answers ?? found.answers);
  const { template } = found;
  const language = head.language;
  const agency = readAgency(read);
  const words = formWords(language);
  const fields = askedFields(template);
  const translator = translatorOf(language);
  const named = { agency: agency.name, number: head.number, version: head.version };
  return {
    language,
    words,
    agency: logoOf(agency),
    title: head.title,
    kicker: translator.t('print:brief.number', {
      ...named,
      date: formatDate(language, head.briefOn),
    }),
    footer: translator.t('print:brief.footer', named),
    facts: factsOf(read, head, template.title, words),
    currency: head.clientCurrency,
    sections: template.sections
      .map(({ title, hint, fields: all }) => ({
        title,
        hint,
        fields: all
          .filter(({ internal }) => !internal)
          .map((field) => ({ field, answer: answers[field.key] })),
      }))
      .filter((section) => section.fields.length > 0),
    pictures: picturesOf(read, fields, answers),
    marks: { briefId: id, version: head.version, templateKey: template.key },
    fingerprints: (kind) =>
      new Map(
        fields
          .filter(({ type }) => type !== 'file')
          .map((field) => [
            field.key,
            fingerprintOf(field, answers[field.key], { language, kind }),
          ]),
      ),
  };
}

/** Answers in the type their field has now; what cannot be read so is not in a form. */
export function fittingAnswers(template: BriefTemplate, answers: BriefAnswers): BriefAnswers {
  const fitting: Record<string, Answer> = {};
  for (const { key, type } of askedFields(template)) {
    const answer = answers[key];
    const lifted = answer === undefined ? undefined : answerAs(type, answer);
    if (lifted !== undefined) fitting[key] = lifted;
  }
  return fitting;
}

function logoOf(agency: AgencyRow): BriefForm['agency'] {
  const { name, address, logo, logoType } = agency;
  return { name, addressLines: addressLines(address), logo, logoType };
}

function factsOf(
  read: ReadDb,
  head: BriefHeadRow,
  kind: string,
  words: FormWords,
): BriefForm['facts'] {
  const approver = readContacts(read, head.clientId).find(
    ({ id }) => id === head.approverContactId,
  );
  const person = approver === undefined ? [] : [approver.name, approver.position];
  return [
    { label: words('kind'), value: kind },
    {
      label: words('client'),
      value: [head.clientLegalName === '' ? head.clientName : head.clientLegalName, ...person]
        .filter((part) => part !== '')
        .join(', '),
    },
    { label: words('author'), value: head.authorName ?? '' },
  ].filter(({ value }) => value !== '');
}

function picturesOf(
  read: ReadDb,
  fields: readonly TemplateField[],
  answers: BriefAnswers,
): Map<string, BriefFileRow> {
  const pictures = new Map<string, BriefFileRow>();
  for (const { key } of fields) {
    const answer = answers[key];
    if (answer?.type !== 'rich') continue;
    for (const id of picturesIn(answer.doc)) {
      const file = readBriefFile(read, id);
      if (file !== undefined) pictures.set(id, file);
    }
  }
  return pictures;
}
