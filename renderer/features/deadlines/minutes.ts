const MINUTES_A_DAY = 24 * 60;

/** Every half-hour of a day, as minutes. */
export const HALF_HOURS: readonly number[] = Array.from(
  { length: MINUTES_A_DAY / 30 },
  (_, index) => index * 30,
);

/** `08:30` */
export function clockText(minute: number): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${part(Math.floor(minute / 60))}:${part(minute % 60)}`;
}

/** The instant of a minute of a day by this computer's clock, UTC ms. */
export function instantOf(date: string, minute: number): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day, Math.floor(minute / 60), minute % 60).getTime();
}
