import { addDays, type PlainDate } from './dates';

/** What reminds and when; minutes are of the day by the computer's clock. */
export interface ReminderSettings {
  readonly isOn: boolean;
  /** Days before a day on which it is reminded of; 0: on the day itself. */
  readonly leadDays: number;
  /** Nothing is shown from here … */
  readonly quietFromMinute: number;
  /** … until here, over midnight where it is earlier; both equal: never quiet. */
  readonly quietToMinute: number;
  /** When the day is summed up; null: never. */
  readonly digestMinute: number | null;
}

export const USUAL_REMINDERS: ReminderSettings = {
  isOn: true,
  leadDays: 1,
  quietFromMinute: 20 * 60,
  quietToMinute: 8 * 60,
  digestMinute: 9 * 60,
};

/** Whether nothing may be shown at this minute of the day. */
export function isQuiet(
  { quietFromMinute: from, quietToMinute: to }: ReminderSettings,
  minute: number,
): boolean {
  if (from === to) return false;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** A thing with a day, as far as reminding goes. */
export interface Remindable {
  readonly key: string;
  readonly on: PlainDate;
}

/** Reminders that were shown: `kind key day`. */
export type Shown = ReadonlySet<string>;

export const shownKey = (kind: 'ahead' | 'digest', key: string, on: PlainDate): string =>
  `${kind} ${key} ${on}`;

/**
 * What comes within the lead and was not reminded of yet, for the day it stands on now: what was moved is
 * reminded of again.
 */
export function aheadOf<T extends Remindable>(
  items: readonly T[],
  today: PlainDate,
  settings: ReminderSettings,
  shown: Shown,
): T[] {
  const last = addDays(today, settings.leadDays);
  return items.filter(
    ({ key, on }) => on >= today && on <= last && !shown.has(shownKey('ahead', key, on)),
  );
}

/** Whether the day is to be summed up now: once a day, at its minute or at the first chance after it. */
export function isDigestDue(
  { digestMinute }: ReminderSettings,
  today: PlainDate,
  minute: number,
  shown: Shown,
): boolean {
  return (
    digestMinute !== null && minute >= digestMinute && !shown.has(shownKey('digest', 'day', today))
  );
}
