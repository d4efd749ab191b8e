import {
  currencySign,
  formatAmount,
  formatDate,
  formatDateLong,
  formatDateRange,
  formatDateShort,
  formatDateTime,
  formatDayMonth,
  formatDayNear,
  formatDaySpan,
  formatHours,
  formatHoursUnit,
  formatList,
  formatMoney,
  formatMoneyCompact,
  formatMoneyWhole,
  formatMonth,
  formatMonthName,
  formatMonthShort,
  formatNumber,
  formatPercent,
  formatRatePpm,
  formatTime,
  formatTimeSeconds,
  formatWeekday,
  type Lang,
} from '../../shared/i18n/formats';
import { languageOf } from '../../shared/i18n/i18n';
import { useTranslation } from './translation';

function bind<R extends unknown[]>(lang: Lang, format: (lang: Lang, ...rest: R) => string) {
  return (...rest: R) => format(lang, ...rest);
}

/** Every formatter of shared/i18n/formats bound to one language. */
export function formatsFor(lang: Lang) {
  return {
    lang,
    /** `1 234 567,89 ₽` */
    money: bind(lang, formatMoney),
    /** `1 234 568 ₽` */
    moneyWhole: bind(lang, formatMoneyWhole),
    /** «3,10 млн ₽» */
    moneyCompact: bind(lang, formatMoneyCompact),
    /** Without the sign; `{ whole: true }` drops kopecks for a whole column. */
    amount: bind(lang, formatAmount),
    currencySign: bind(lang, currencySign),
    number: bind(lang, formatNumber),
    /** Takes per cent. */
    percent: bind(lang, formatPercent),
    /** Takes ppm. */
    ratePpm: bind(lang, formatRatePpm),
    /** Takes seconds. */
    hours: bind(lang, formatHours),
    /** Takes seconds: `13,4 ч`. */
    hoursUnit: bind(lang, formatHoursUnit),
    list: bind(lang, formatList),
    date: bind(lang, formatDate),
    dateShort: bind(lang, formatDateShort),
    dateLong: bind(lang, formatDateLong),
    dateRange: bind(lang, formatDateRange),
    dayMonth: bind(lang, formatDayMonth),
    /** «16–22 ноября» */
    daySpan: bind(lang, formatDaySpan),
    /** «сегодня», «завтра», else the short date. */
    dayNear: bind(lang, formatDayNear),
    month: bind(lang, formatMonth),
    monthName: bind(lang, formatMonthName),
    monthShort: bind(lang, formatMonthShort),
    weekday: bind(lang, formatWeekday),
    time: bind(lang, formatTime),
    /** `09:12:04` */
    timeSeconds: bind(lang, formatTimeSeconds),
    dateTime: bind(lang, formatDateTime),
  };
}

export type Formats = ReturnType<typeof formatsFor>;

const bound = new Map<Lang, Formats>();

function formatsOf(lang: Lang): Formats {
  const made = bound.get(lang) ?? formatsFor(lang);
  bound.set(lang, made);
  return made;
}

/** The language chosen in the window. */
export function useLanguage(): Lang {
  const { i18n } = useTranslation();
  return languageOf(i18n.language);
}

/** Formatters in the window's language. */
export function useFormat(): Formats {
  return formatsOf(useLanguage());
}
