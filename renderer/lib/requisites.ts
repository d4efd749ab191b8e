import { useCallback } from 'react';
import type { RequisiteWarningDto } from '../../shared/contract/clients.contract';
import { useTranslation } from './translation';

/** What looks wrong with one requisite, in a sentence: «В БИК 9 цифр, введено 8»; null where nothing does. */
export function useRequisiteWarning(): (
  warnings: readonly RequisiteWarningDto[],
  field: string,
) => string | null {
  const { t } = useTranslation('common');
  return useCallback(
    (warnings, field) => {
      const warning = warnings.find((candidate) => candidate.field === field);
      if (warning === undefined) return null;
      return t(`requisite.${warning.code}`, {
        ...warning.params,
        defaultValue: t('requisite.doubtful'),
      });
    },
    [t],
  );
}
