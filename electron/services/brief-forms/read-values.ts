import {
  type Answer,
  answerSchema,
  type TemplateField,
} from '../../../shared/contract/briefs.contract';
import { type BriefAnswers, isBlankAnswer, isBlankRow } from '../../../shared/domain/brief-answers';
import { isCurrencyCode, parseMoney } from '../../../shared/domain/money';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { currencySign, formatDayMonth, type Lang } from '../../../shared/i18n/formats';
import { parseDate, parseDecimal } from '../../../shared/i18n/parse-input';
import type { FormWords } from './form-model';
import { bareText } from './same-answer';

/** What is known when a filled form is read. */
export type FormGround = {
  language: Lang;
  words: FormWords;
  fields: readonly TemplateField[];
  answers: BriefAnswers;
  /** Fills in the year of a day written without one. */
  briefOn: string;
  currency: string;
};

export type FormRemark = { code: string; params: Record<string, string | number> };

/** What stands in the place of a question: an answer (undefined where it is empty), or why it cannot be read. */
export type ReadAnswer =
  | { ok: true; answer: Answer | undefined; notes: readonly FormRemark[] }
  | { ok: false; problem: FormRemark };

/** Longest piece of a file that a sentence repeats. */
const SHOWN = 60;

/** An answer that can be kept, or the reason why it is too long for that. */
export function readable(
  answer: Answer | undefined,
  notes: readonly FormRemark[] = [],
): ReadAnswer {
  if (answer === undefined || isBlankAnswer(answer)) return { ok: true, answer: undefined, notes };
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) return unreadable('too-long');
  return { ok: true, answer: parsed.data, notes };
}

export function unreadable(
  code: string,
  params: Record<string, string | number> = {},
): ReadAnswer & { ok: false } {
  return { ok: false, problem: { code, params } };
}

/** A text of the file, short enough for a sentence. */
export function shown(text: string): string {
  const bare = bareText(text).replaceAll('\n', ' ');
  return bare.length > SHOWN ? `${bare.slice(0, SHOWN)}…` : bare;
}

/** A day as it is typed or as Word and Excel write it, in words too. */
export function readDate(text: string, ground: FormGround): ReadAnswer {
  const bare = bareText(text);
  if (bare === '') return readable(undefined);
  const on = parseDate(bare, ground.briefOn) ?? dateInWords(bare, ground.language);
  return on === null
    ? unreadable('not-date', { text: shown(text) })
    : readable({ type: 'date', on });
}

/** «21 ноября 2026 г.», «2026. gada 21. novembris»: the month by its first three letters, or all of «мая». */
function dateInWords(text: string, language: Lang): string | null {
  const year = /(?<!\d)(\d{4})(?!\d)/.exec(text)?.[1];
  const day = /(?<!\d)(\d{1,2})(?!\d)/.exec(text)?.[1];
  const word = /\p{L}{3,}/gu;
  const words = [...text.matchAll(word)].map(([found]) => found.toLowerCase());
  if (year === undefined || day === undefined) return null;
  const month = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0')).find(
    (number) => {
      const name =
        formatDayMonth(language, `2026-${number}-01`).match(word)?.[0].toLowerCase() ?? '';
      return name !== '' && words.some((each) => each.slice(0, 3) === name.slice(0, 3));
    },
  );
  return month === undefined ? null : parseDate(`${year}-${month}-${day.padStart(2, '0')}`, '');
}

/** One of the field's choices, by its words or its key. */
export function readChoice(text: string, field: TemplateField): ReadAnswer {
  const bare = lower(text);
  if (bare === '') return readable(undefined);
  const found = field.choices.find(
    ({ key, label }) => lower(label) === bare || lower(key) === bare,
  );
  if (found !== undefined) return readable({ type: 'choice', choice: found.key });
  const choices = field.choices.map(({ label }) => label).join('; ');
  return unreadable('choice-unknown', { text: shown(text), choices });
}

function lower(text: string): string {
  return bareText(text).toLowerCase();
}

/** An amount, its currency and whether VAT is in it, as three texts. */
export function readMoney(
  parts: { amount: string; currency: string; vat: string },
  ground: FormGround,
  current: Answer | undefined,
): ReadAnswer {
  const amount = bareText(parts.amount);
  if (amount === '') return readable(undefined);
  const decimal = parseDecimal(ground.language, amount);
  if (decimal === null) return unreadable('not-number', { text: shown(amount) });
  const currency = bareText(parts.currency).toUpperCase() || ground.currency;
  if (!isCurrencyCode(currency))
    return unreadable('currency-unknown', { text: shown(parts.currency) });
  const said = currencyIn(amount, ground.language);
  if (said !== null && said !== currency) {
    return unreadable('currency-unclear', { text: shown(amount), currency });
  }
  const minor = parseMoney(decimal, currency);
  if (!minor.ok) return unreadable('not-amount', { text: shown(amount), currency });
  if (minor.value < 0) return unreadable('below-zero', { text: shown(amount) });
  const includesVat = readVat(
    parts.vat,
    ground,
    current?.type === 'money' ? current.includesVat : true,
  );
  if (includesVat === null) return unreadable('vat-unknown', { text: shown(parts.vat) });
  return readable({ type: 'money', minor: minor.value, currency, includesVat });
}

/** The currency that an amount was typed with; null where it says none. */
function currencyIn(amount: string, language: Lang): string | null {
  const code = /[A-Z]{3}/.exec(amount)?.[0];
  if (code !== undefined) return code;
  if (/руб|р\./i.test(amount)) return 'RUB';
  return (
    ['RUB', 'EUR', 'USD'].find((each) => amount.includes(currencySign(language, each))) ?? null
  );
}

function readVat(text: string, { language }: FormGround, unsaid: boolean): boolean | null {
  const bare = lower(text);
  if (bare === '') return unsaid;
  const t = translatorOf(language);
  if (bare === lower(t.t('brief:field.withVat'))) return true;
  if (bare === lower(t.t('brief:field.withoutVat'))) return false;
  return null;
}

/** Rows of cells as a table or as segments; a number that cannot be one is named with its row. */
export function readRows(
  rows: readonly (readonly string[])[],
  field: TemplateField,
  ground: FormGround,
  notes: readonly FormRemark[] = [],
): ReadAnswer {
  const filled = rows.map((row) => row.map(bareText)).filter((row) => !isBlankRow(row));
  if (field.type === 'audience') {
    const segments = filled.map(
      ([name = '', portrait = '', geo = '', need = '', barrier = '']) => ({
        name,
        portrait,
        geo,
        need,
        barrier,
      }),
    );
    return readable({ type: 'audience', segments }, notes);
  }
  const doubts = filled.flatMap((row, at) =>
    field.columns.flatMap(({ label, numeric, summed }, index) => {
      const text = row[index] ?? '';
      const isWrong = numeric && summed && text !== '' && !isNumber(text, ground.language);
      return isWrong
        ? [{ code: 'cell-not-number', params: { row: at + 1, column: label, text: shown(text) } }]
        : [];
    }),
  );
  const cells = filled.map((row) => field.columns.map((_, index) => row[index] ?? ''));
  return readable({ type: 'table', rows: cells }, [...notes, ...doubts]);
}

function isNumber(text: string, language: Lang): boolean {
  return parseDecimal(language, text) !== null;
}
