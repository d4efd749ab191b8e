import type { Answer, TemplateField } from '../../../shared/contract/briefs.contract';
import { answerTexts, segmentRows } from '../../../shared/domain/brief-answers';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatDate, formatMoney, type Lang } from '../../../shared/i18n/formats';

/** An answer as lines of plain words, '' for none. */
export function answerInWords(
  field: TemplateField,
  answer: Answer | undefined,
  language: Lang,
): string {
  if (answer === undefined) return '';
  switch (answer.type) {
    case 'choice':
      return field.choices.find(({ key }) => key === answer.choice)?.label ?? answer.choice;
    case 'date':
      return formatDate(language, answer.on);
    case 'money': {
      const vat = answer.includesVat ? 'withVat' : 'withoutVat';
      const words = translatorOf(language).t(`brief:field.${vat}`);
      return `${formatMoney(language, answer.minor, answer.currency)}, ${words}`;
    }
    case 'table':
      return rowsInWords(answer.rows);
    case 'audience':
      return rowsInWords(segmentRows(answer));
    case 'checklist':
      return answer.items.map(({ text, done }) => `${done ? '☒' : '☐'} ${text}`).join('\n');
    default:
      return answerTexts(answer).join('\n');
  }
}

function rowsInWords(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.filter((cell) => cell !== '').join(' · ')).join('\n');
}
