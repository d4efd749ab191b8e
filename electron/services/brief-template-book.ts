import { readBriefTemplate } from '../../db/queries/brief-content.query';
import type { ReadDb } from '../../db/read-db';
import { AppError } from '../../shared/contract/app-error';
import { type BriefTemplate, templateSchema } from '../../shared/contract/briefs.contract';
import type { Language } from '../../shared/contract/primitives';
import { findBriefTemplate } from '../../shared/domain/brief-templates';
import { type BriefWords, briefTemplateInWords } from '../../shared/domain/brief-templates-text';
import { translatorOf } from '../../shared/i18n/all-messages';

const sectionsSchema = templateSchema.shape.sections;

/**
 * A template by its key: one that ships, in the words of a language, or an edition of one's own, in the
 * words it was written in. Undefined where there is neither.
 */
export function findTemplate(
  read: ReadDb,
  key: string,
  language: Language,
): BriefTemplate | undefined {
  const shape = findBriefTemplate(key);
  if (shape !== undefined) return briefTemplateInWords(shape, briefWords(language));
  const own = readBriefTemplate(read, key);
  if (own === undefined) return undefined;
  return { key, title: own.title, sections: sectionsSchema.parse(JSON.parse(own.sections)) };
}

/** Like {@link findTemplate}. Throws `brief-template-unknown`. */
export function requireTemplate(read: ReadDb, key: string, language: Language): BriefTemplate {
  const template = findTemplate(read, key, language);
  if (template === undefined) throw new AppError('brief-template-unknown', { template: key });
  return template;
}

/** The namespace of briefs in a language. */
export function briefWords(language: Language): BriefWords {
  const translator = translatorOf(language);
  return (key, options) => translator.t(`brief:${key}`, options ?? {});
}
