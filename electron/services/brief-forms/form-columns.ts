import type { TemplateField } from '../../../shared/contract/briefs.contract';
import { SEGMENT_PARTS } from '../../../shared/domain/brief-answers';
import { translatorOf } from '../../../shared/i18n/all-messages';
import type { BriefForm } from './form-model';

/** Heads of the columns of a table or of segments. */
export function columnsOf(
  { language }: Pick<BriefForm, 'language'>,
  field: TemplateField,
): readonly { label: string; numeric: boolean }[] {
  if (field.type !== 'audience') return field.columns;
  const t = translatorOf(language);
  return SEGMENT_PARTS.map((part) => ({ label: t.t(`brief:segment.${part}`), numeric: false }));
}

/** What stands in the place of an answer that is not there yet. */
export function placeholderOf({ words }: Pick<BriefForm, 'words'>, field: TemplateField): string {
  if (field.type === 'choice') return words('choose');
  if (field.type === 'date') return words('date');
  return field.help === '' ? words('type-here') : field.help;
}
