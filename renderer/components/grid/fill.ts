import type { Lang } from '../../../shared/i18n/formats';
import { parseDecimal } from '../../../shared/i18n/parse-input';

/**
 * Texts that continue a row of cells, as the fill handle does. Two or more numbers at equal distances
 * go on at that distance; anything else repeats.
 * @param source texts of the cells dragged from, in the direction of the drag
 * @param write a number as the cells show it
 */
export function continueTexts(
  source: readonly string[],
  count: number,
  lang: Lang,
  write: (value: string) => string,
): string[] {
  const series = seriesOf(source, lang);
  return Array.from({ length: count }, (_, index) => {
    if (series === null) return source[index % source.length] ?? '';
    return write(decimalText(series.last + series.step * BigInt(index + 1), series.digits));
  });
}

function seriesOf(
  source: readonly string[],
  lang: Lang,
): { last: bigint; step: bigint; digits: number } | null {
  if (source.length < 2) return null;
  const decimals = source.map((text) => parseDecimal(lang, text));
  const known = decimals.filter((decimal) => decimal !== null);
  if (known.length < source.length) return null;
  const digits = Math.max(...known.map((decimal) => (decimal.split('.')[1] ?? '').length));
  const values = known.map((decimal) => scaled(decimal, digits));
  const step = (values[1] ?? 0n) - (values[0] ?? 0n);
  const isEven = values.every((value, i) => i === 0 || value - (values[i - 1] ?? 0n) === step);
  if (!isEven) return null;
  return { last: values.at(-1) ?? 0n, step, digits };
}

function scaled(decimal: string, digits: number): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const value = BigInt(whole + fraction.padEnd(digits, '0'));
  return decimal.startsWith('-') ? -value : value;
}

function decimalText(value: bigint, digits: number): string {
  const sign = value < 0n ? '-' : '';
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
