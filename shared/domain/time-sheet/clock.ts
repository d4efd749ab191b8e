/** Time of day in seconds after midnight, from `9:05`, `09:05:30`, `9:05 PM`, `2026-11-21 09:05`; null where there is none. */
export function clockOf(cell: string): number | null {
  const match =
    /(?:^|[\sT\u00a0\u202f])(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[\s\u00a0\u202f]?([ap])\.?\s?m\.?)?\s*$/iu.exec(
      cell.trim(),
    );
  if (match === null) return null;
  const [, hourText, minuteText, secondText, half] = match;
  let hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(secondText ?? 0);
  if (minute > 59 || second > 59) return null;
  if (half === undefined) return hour > 23 ? null : hour * 3600 + minute * 60 + second;
  if (hour < 1 || hour > 12) return null;
  hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return hour * 3600 + minute * 60 + second;
}

/** Seconds of a length such as `1:30`, `01:30:00`, `26:15:00`; null for anything else, decimals among it. */
export function lengthOf(cell: string): number | null {
  const match = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?$/.exec(cell.trim());
  if (match === null) return null;
  return Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
}

/** Seconds of an exact decimal of hours, to the nearest second. */
export function secondsOfDecimal(hours: string): number {
  const [whole = '0', fraction = ''] = hours.split('.');
  return Math.round((Number(whole + fraction.slice(0, 6).padEnd(6, '0')) * 3600) / 1_000_000);
}
