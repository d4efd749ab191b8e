import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brief } from '../../../shared/contract/briefs.contract';
import { briefAdvice } from '../../../shared/domain/brief-advice';
import type { BriefAnswers } from '../../../shared/domain/brief-answers';
import type { BriefGap } from '../../../shared/domain/brief-templates-gaps';

/** Something a brief lacks or says vaguely, in words. */
export type Remark = {
  sectionKey: string;
  fieldKey: string;
  code: string;
  field: string;
  text: string;
};

/** What to look at before sending: missing answers first, then vague ones. */
export function useRemarks(
  brief: Brief,
  answers: BriefAnswers,
  gaps: readonly BriefGap[],
): readonly Remark[] {
  const { t } = useTranslation('brief');
  return useMemo(() => {
    const fields = brief.template.sections.flatMap((section) => section.fields);
    const nameOf = (key: string) => fields.find((field) => field.key === key)?.label ?? key;
    return [
      ...gaps.map(({ sectionKey, fieldKey, code }) => ({
        sectionKey,
        fieldKey,
        code,
        field: nameOf(fieldKey),
        text: t(`advice.${code}`),
      })),
      ...briefAdvice(brief.template, answers).map(({ sectionKey, fieldKey, code, words }) => ({
        sectionKey,
        fieldKey,
        code,
        field: nameOf(fieldKey),
        text: t(`advice.${code}`, { words }),
      })),
    ];
  }, [answers, brief.template, gaps, t]);
}
