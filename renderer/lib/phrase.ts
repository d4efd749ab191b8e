import { useCallback } from 'react';
import type { Missing, Phrase } from '../../shared/contract/primitives';
import { WINDOW_NAMESPACES } from '../../shared/i18n/namespaces';
import { useTranslation } from './translation';

/**
 * Words for a phrase that came over the bridge. Its key may name its namespace (`client:risk.loss`);
 * else the first namespace that has it speaks.
 */
export function usePhrase(): (phrase: Phrase) => string {
  const { t } = useTranslation();
  return useCallback((phrase) => t(phrase.key, { ns: WINDOW_NAMESPACES, ...phrase.params }), [t]);
}

/** Why a figure cannot be said: «нет ставки ПЗ». Keys: `common:missing.<code>`. */
export function useMissing(): (missing: readonly Missing[]) => string {
  const { t } = useTranslation('common');
  return useCallback(
    (missing) => {
      const [first, ...others] = missing;
      if (first === undefined) return '';
      const reason = t(`missing.${first.code}`, {
        ...first.params,
        defaultValue: t('missing.other'),
      });
      return others.length === 0 ? reason : t('missing.more', { reason, count: others.length });
    },
    [t],
  );
}
