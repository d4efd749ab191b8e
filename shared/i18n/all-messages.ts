import type { i18n as I18n } from 'i18next';
import enCli from './en/cli.json';
import enPrint from './en/print.json';
import enReport from './en/report.json';
import enSample from './en/sample.json';
import type { Lang } from './formats';
import { createI18n } from './i18n';
import lvCli from './lv/cli.json';
import lvPrint from './lv/print.json';
import lvReport from './lv/report.json';
import lvSample from './lv/sample.json';
import { windowMessages as en } from './messages-en';
import { windowMessages as lv } from './messages-lv';
import { windowMessages as ru } from './messages-ru';
import type { Messages } from './namespaces';
import ruCli from './ru/cli.json';
import ruPrint from './ru/print.json';
import ruReport from './ru/report.json';
import ruSample from './ru/sample.json';

/** Everything the product says, for the main process, the console and tests. */
export const allMessages: Record<Lang, Messages> = {
  ru: { ...ru, report: ruReport, print: ruPrint, sample: ruSample, cli: ruCli },
  en: { ...en, report: enReport, print: enPrint, sample: enSample, cli: enCli },
  lv: { ...lv, report: lvReport, print: lvPrint, sample: lvSample, cli: lvCli },
};

const translators = new Map<Lang, I18n>();

/** The translator of a language with every namespace; made once. */
export function translatorOf(language: Lang): I18n {
  const found = translators.get(language);
  if (found !== undefined) return found;
  const made = createI18n(language, allMessages[language]);
  translators.set(language, made);
  return made;
}
