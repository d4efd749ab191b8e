import type { i18n as I18n, TFunction } from 'i18next';
import { useCallback, useContext, useSyncExternalStore } from 'react';
import { I18nContext } from 'react-i18next';

type Words = { t: TFunction; i18n: I18n };

const known = new WeakMap<I18n, Map<string, Words>>();

function wordsOf(i18n: I18n, language: string, namespace: string): Words {
  const ofTranslator = known.get(i18n) ?? new Map<string, Words>();
  known.set(i18n, ofTranslator);
  const key = `${language} ${namespace}`;
  const made = ofTranslator.get(key) ?? { t: i18n.getFixedT(language, namespace), i18n };
  ofTranslator.set(key, made);
  return made;
}

/**
 * What `useTranslation` of react-i18next gives, for words that are already there: one translator for a
 * language and namespace instead of one for every component, which was a fifth of the first drawing
 * of a screen with two hundred figures.
 */
export function useTranslation(namespace = 'common'): Words {
  const { i18n } = useContext(I18nContext);
  const follow = useCallback(
    (changed: () => void) => {
      i18n.on('languageChanged', changed);
      return () => i18n.off('languageChanged', changed);
    },
    [i18n],
  );
  const language = useSyncExternalStore(follow, () => i18n.language);
  return wordsOf(i18n, language, namespace);
}
