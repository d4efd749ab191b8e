import type { Language } from '../../shared/contract/primitives';
import { translatorOf } from '../../shared/i18n/all-messages';

/** The sentence of a failure in the user's language; an unknown code gets the general one. */
export function describeFailure(
  code: string,
  params: Record<string, string | number>,
  language: Language,
): string {
  const translator = translatorOf(language);
  const key = `errors:${code}`;
  return translator.exists(key) ? translator.t(key, params) : translator.t('errors:unexpected');
}
