import { createInstance, type i18n as I18n } from 'i18next';
import {
  formatAmount,
  formatDate,
  formatDateLong,
  formatDateShort,
  formatHours,
  formatHoursUnit,
  formatMoney,
  formatMoneyWhole,
  formatMonth,
  formatMonthName,
  formatNumber,
  formatPercent,
  formatRatePpm,
  LANGS,
  type Lang,
} from './formats';
import { type Messages, NAMESPACES } from './namespaces';

type Formatter = (lang: Lang, value: unknown, params: Record<string, unknown>) => string;

const number = (value: unknown) => Number(value);
const text = (value: unknown) => String(value);
const currency = (params: Record<string, unknown>) => text(params['currency'] ?? 'RUB');

/** Hours of a sentence are read beside others that they add up with: a quarter of an hour is not rounded away. */
const EXACT_HOURS = { max: 2 };

/**
 * What a message may say after a comma: `{{amountMinor, money}}`. The amounts' currency is the
 * parameter `currency` of the same message; rates are ppm, hours are seconds, dates are ISO.
 */
const FORMATTERS: Record<string, Formatter> = {
  money: (lang, value, params) => formatMoney(lang, number(value), currency(params)),
  moneyWhole: (lang, value, params) => formatMoneyWhole(lang, number(value), currency(params)),
  amount: (lang, value, params) => formatAmount(lang, number(value), currency(params)),
  number: (lang, value) => formatNumber(lang, number(value), { max: 2 }),
  percent: (lang, value) => formatRatePpm(lang, number(value)),
  percentWhole: (lang, value) => formatPercent(lang, number(value) / 10_000),
  hours: (lang, value) => formatHours(lang, number(value), EXACT_HOURS),
  hoursUnit: (lang, value) => formatHoursUnit(lang, number(value), EXACT_HOURS),
  date: (lang, value) => formatDate(lang, text(value)),
  dateShort: (lang, value) => formatDateShort(lang, text(value)),
  dateLong: (lang, value) => formatDateLong(lang, text(value)),
  month: (lang, value) => formatMonth(lang, text(value)),
  monthName: (lang, value) => formatMonthName(lang, text(value)),
};

/** The product's language for a tag such as `lv-LV`; Russian for anything else it does not speak. */
export function languageOf(tag: string | undefined): Lang {
  const base = tag?.slice(0, 2).toLowerCase();
  return LANGS.find((lang) => lang === base) ?? 'ru';
}

/**
 * A translator for one language, ready at once. Others are added by {@link addMessages} and chosen
 * by `changeLanguage`. A missing key shows itself: a hole must be seen, not papered over.
 */
export function createI18n(language: Lang, messages: Messages): I18n {
  const i18n = createInstance();
  void i18n.init({
    lng: language,
    resources: { [language]: messages },
    ns: [...NAMESPACES],
    defaultNS: 'common',
    fallbackLng: false,
    initAsync: false,
    returnNull: false,
    // React and the print templates escape on their own; escaping here would double it.
    interpolation: { escapeValue: false },
  });
  for (const [name, format] of Object.entries(FORMATTERS)) {
    i18n.services.formatter?.add(name, (value: unknown, lng, options: Record<string, unknown>) =>
      format(languageOf(lng), value, options),
    );
  }
  return i18n;
}

/** Adds a language to a translator. */
export function addMessages(i18n: I18n, language: Lang, messages: Messages): void {
  for (const [namespace, tree] of Object.entries(messages)) {
    i18n.addResourceBundle(language, namespace, tree, true, true);
  }
}
