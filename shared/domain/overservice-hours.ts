import { allocateByLargestRemainder } from './allocation';
import { fraction } from './fraction';
import { roundToMinor } from './money';

/**
 * What of each entry lies beyond the hours that are paid for, entries in the order they were worked: those
 * after the hours had run out, and the rest of the entry in which they did. The parts add up to
 * max(0, Σ − available). Seconds.
 */
export function secondsBeyond<Row extends { readonly seconds: number }>(
  rows: readonly Row[],
  availableSeconds: number,
): { readonly row: Row; readonly seconds: number }[] {
  let left = availableSeconds;
  return rows.flatMap((row) => {
    const within = Math.min(left, row.seconds);
    left -= within;
    return row.seconds > within ? [{ row, seconds: row.seconds - within }] : [];
  });
}

/**
 * Seconds as hours with two decimals that add up to their rounded sum, by the largest remainder: the
 * quantities of an estimate.
 */
export function quantitiesOfHours(seconds: readonly number[]): string[] {
  const sum = seconds.reduce((total, each) => total + each, 0);
  if (sum === 0) return seconds.map(() => '0');
  const hundredths = roundToMinor(fraction(BigInt(sum), 36n));
  return allocateByLargestRemainder(hundredths, [...seconds]).map((part) => {
    const text = `${String(Math.floor(part / 100))}.${String(part % 100).padStart(2, '0')}`;
    return text.replace(/\.?0+$/, '');
  });
}
