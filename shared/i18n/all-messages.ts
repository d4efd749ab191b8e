import type { i18n as I18n } from 'i18next';
import enCli from './en/cli.json';
import enPrint from './en/print.json';
import enReport from './en/report.json';
import enSample from './en/sample.json';
import { firstMessages as enFirst } from './first-messages-en';
import { firstMessages as lvFirst } from './first-messages-lv';
import { firstMessages as ruFirst } from './first-messages-ru';
import type { Lang } from './formats';
import { createI18n } from './i18n';
import lvCli from './lv/cli.json';
import lvPrint from './lv/print.json';
import lvReport from './lv/report.json';
import lvSample from './lv/sample.json';
import { laterMessages as enLater } from './messages-en';
import { laterMessages as lvLater } from './messages-lv';
import { laterMessages as ruLater } from './messages-ru';
import type { Messages } from './namespaces';
import ruCli from './ru/cli.json';
import ruPrint from './ru/print.json';
import ruReport from './ru/report.json';
import ruSample from './ru/sample.json';

/** Everything the product says, for the main process, the console and tests. */
export const allMessages: Record<Lang, Messages> = {
  ru: { ...ruFirst, ...ruLater, report: ruReport, print: ruPrint, sample: ruSample, cli: ruCli },
  en: { ...enFirst, ...enLater, report: enReport, print: enPrint, sample: enSample, cli: enCli },
  lv: { ...lvFirst, ...lvLater, report: lvReport, print: lvPrint, sample: lvSample, cli: lvCli },
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
