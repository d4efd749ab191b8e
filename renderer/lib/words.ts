import type { i18n as I18n } from 'i18next';
import type { Lang } from '../../shared/i18n/formats';
import { addMessages } from '../../shared/i18n/i18n';
import type { Messages } from '../../shared/i18n/namespaces';

const LOADERS: Record<Lang, () => Promise<{ windowMessages: Messages }>> = {
  ru: () => import('../../shared/i18n/messages-ru'),
  en: () => import('../../shared/i18n/messages-en'),
  lv: () => import('../../shared/i18n/messages-lv'),
};

/** The words of one language; each language is a file of its own, so a start reads one. */
export async function loadMessages(language: Lang): Promise<Messages> {
  return (await LOADERS[language]()).windowMessages;
}

/** Changes the language of everything on screen. */
export async function speak(i18n: I18n, language: Lang): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'common')) {
    addMessages(i18n, language, await loadMessages(language));
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}
