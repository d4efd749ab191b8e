import type { BriefTemplate } from '../contract/briefs.contract';
import type { BriefField, BriefTemplateShape } from './brief-templates';

/** Words for a message key of the namespace `brief`; `context` chooses a variant where there is one. */
export type BriefWords = (key: string, options?: { context: string }) => string;

/** A template in the language of the words; every one of them may differ by template. */
export function briefTemplateInWords(shape: BriefTemplateShape, words: BriefWords): BriefTemplate {
  const context = { context: shape.key };
  return {
    key: shape.key,
    title: words(`template.${shape.key}`),
    sections: shape.sections.map((section) => ({
      key: section.key,
      title: words(`section.${section.key}.title`, context),
      hint: words(`section.${section.key}.hint`, context),
      fields: section.fields.map((field) => fieldInWords(shape, field, words)),
    })),
  };
}

function fieldInWords(
  shape: BriefTemplateShape,
  field: BriefField,
  words: BriefWords,
): BriefTemplate['sections'][number]['fields'][number] {
  return {
    key: field.key,
    type: field.type,
    label: words(`field.${field.key}.label`, { context: shape.key }),
    help: words(`field.${field.key}.help`, { context: shape.key }),
    required: field.required,
    internal: field.internal,
    needsNumber: field.needsNumber,
    choices: field.choices.map((key) => ({ key, label: words(`choice.${field.key}.${key}`) })),
    columns: field.columns.map(({ key, numeric, summed }) => ({
      key,
      numeric,
      summed,
      label: words(`column.${field.key}.${key}`),
    })),
    items: field.items.map((key) => words(`item.${field.key}.${key}`)),
  };
}
