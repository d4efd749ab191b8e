import type { i18n as I18n } from 'i18next';
import type { Lang } from '../../shared/i18n/formats';
import { addMessages, createI18n, languageOf } from '../../shared/i18n/i18n';
import type { Messages } from '../../shared/i18n/namespaces';

const FIRST: Record<Lang, () => Promise<{ firstMessages: Messages }>> = {
  ru: () => import('../../shared/i18n/first-messages-ru'),
  en: () => import('../../shared/i18n/first-messages-en'),
  lv: () => import('../../shared/i18n/first-messages-lv'),
};

const LATER: Record<Lang, () => Promise<{ laterMessages: Messages }>> = {
  ru: () => import('../../shared/i18n/messages-ru'),
  en: () => import('../../shared/i18n/messages-en'),
  lv: () => import('../../shared/i18n/messages-lv'),
};

/** A namespace of the later messages: where it is, all of them are. */
const LATER_MARK = 'client';

let spoken: Promise<I18n> | null = null;

/** Resolves with the translator of the page; it has the words of the shell and the first screen. */
export function startWords(language: Lang): Promise<I18n> {
  spoken ??= FIRST[language]().then(({ firstMessages }) => createI18n(language, firstMessages));
  return spoken;
}

async function addLater(i18n: I18n, language: Lang): Promise<void> {
  if (i18n.hasResourceBundle(language, LATER_MARK)) return;
  addMessages(i18n, language, (await LATER[language]()).laterMessages);
}

/** The words of the screens behind the first one: each of them waits for these. */
export async function laterWords(): Promise<void> {
  const i18n = await spoken;
  if (i18n !== null) await addLater(i18n, languageOf(i18n.language));
}

/** Changes the language of everything on screen. */
export async function speak(i18n: I18n, language: Lang): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'common')) {
    addMessages(i18n, language, (await FIRST[language]()).firstMessages);
  }
  await addLater(i18n, language);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}
