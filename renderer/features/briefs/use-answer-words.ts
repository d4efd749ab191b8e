import { useTranslation } from 'react-i18next';
import type { Answer, TemplateField } from '../../../shared/contract/briefs.contract';
import { useFormat } from '../../lib/format';

/** Amounts, dates and choices as the editor writes them; nothing for answers in words. */
export function useAnswerWords(field: TemplateField): (answer: Answer) => string {
  const { t } = useTranslation('brief');
  const format = useFormat();
  return (answer) => {
    if (answer.type === 'date') return format.date(answer.on);
    if (answer.type === 'money') {
      const vat = t(answer.includesVat ? 'field.withVat' : 'field.withoutVat');
      return `${format.money(answer.minor, answer.currency)} ${vat}`;
    }
    return answer.type === 'choice'
      ? (field.choices.find(({ key }) => key === answer.choice)?.label ?? answer.choice)
      : '';
  };
}
