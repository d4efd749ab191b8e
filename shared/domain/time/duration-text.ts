const UNITS_HOUR = 'часов|часа|час|ч|hours|hour|hrs|hr|h|stundas|stunda|st|s';
const UNITS_MINUTE = 'минуты|минута|минут|мин|м|minutes|minute|minūtes|minūte|mins|min|m';

const CLOCK = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/;
const HALF_HOUR = /^(?:полчаса|pusstunda|half an hour)$/iu;
const HOURS_MINUTES = new RegExp(
  `^(\\d{1,3}(?:[.,]\\d{1,4})?)\\s*(?:${UNITS_HOUR})\\.?(?:\\s*(\\d{1,2})\\s*(?:${UNITS_MINUTE})?\\.?)?$`,
  'iu',
);
const MINUTES = new RegExp(`^(\\d{1,4})\\s*(?:${UNITS_MINUTE})\\.?$`, 'iu');
const PLAIN = /^(\d{1,3})(?:[.,](\d{1,4}))?$/;

/**
 * Seconds of a duration as people type it: `1,5`, `1.5`, `1:30`, `90м`, `90 min`, `2ч`, `2ч 30м`, `2h30`,
 * `1 st. 15 min`, «полчаса»; a bare number is hours. Null where it is none. A comma is a decimal comma.
 */
export function parseDuration(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  if (bare === '' || bare.length > 32) return null;
  if (HALF_HOUR.test(bare)) return 1800;
  const clock = CLOCK.exec(bare);
  if (clock !== null) {
    return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  }
  const minutes = MINUTES.exec(bare);
  if (minutes !== null) return Number(minutes[1]) * 60;
  const both = HOURS_MINUTES.exec(bare);
  if (both !== null) {
    const hours = secondsOfHours(both[1] ?? '');
    const rest = Number(both[2] ?? 0);
    return rest > 59 ? null : hours + rest * 60;
  }
  return PLAIN.test(bare) ? secondsOfHours(bare) : null;
}

/** A decimal of hours to the nearest second. */
function secondsOfHours(text: string): number {
  const [whole = '0', fraction = ''] = text.replace(',', '.').split('.');
  return Math.round((Number(whole + fraction.padEnd(4, '0')) * 3600) / 10_000);
}

/** How many of the leading words are the duration, longest first, and its seconds; null where none are. */
export function leadingDuration(
  words: readonly string[],
): { seconds: number; words: number } | null {
  for (let count = Math.min(4, words.length); count > 0; count -= 1) {
    const seconds = parseDuration(words.slice(0, count).join(' '));
    if (seconds !== null) return { seconds, words: count };
  }
  return null;
}
