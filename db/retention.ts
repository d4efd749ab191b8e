/** A backup as retention sees it. `madeAt` is UTC milliseconds. */
export type KeptBackup = { path: string; madeAt: number; verified: boolean };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** All of the last 48 hours, then one a day for 14 days, one a week for 8 weeks, one a month for 12 months. */
const KEEP_ALL_MS = 48 * HOUR;
const DAYS = 14;
const WEEKS = 8;
const MONTHS = 12;

/** A clock may be a little off between two runs without having been set back. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

const dayOf = (at: number): number => Math.floor(at / DAY);
// 1970-01-01 was a Thursday: shifted, so that weeks begin on Monday.
const weekOf = (at: number): number => Math.floor((dayOf(at) + 3) / 7);
const monthOf = (at: number): number => {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/**
 * Which backups may go. Of each day, week and month the newest stays. The newest verified one always stays,
 * and where the clock stands before the newest backup nothing goes at all: it was set back, and age would lie.
 */
export function backupsToDelete(backups: readonly KeptBackup[], now: number): string[] {
  if (backups.some(({ madeAt }) => madeAt > now + CLOCK_TOLERANCE_MS)) return [];
  const newestFirst = [...backups].sort((a, b) => b.madeAt - a.madeAt);
  const kept = new Set<KeptBackup>(newestFirst.filter(({ madeAt }) => now - madeAt < KEEP_ALL_MS));
  const keepNewestOf = (slotOf: (at: number) => number, slots: number): void => {
    const seen = new Set<number>();
    for (const backup of newestFirst) {
      const slot = slotOf(backup.madeAt);
      if (slotOf(now) - slot >= slots || seen.has(slot)) continue;
      seen.add(slot);
      kept.add(backup);
    }
  };
  keepNewestOf(dayOf, DAYS);
  keepNewestOf(weekOf, WEEKS);
  keepNewestOf(monthOf, MONTHS);
  const lastVerified = newestFirst.find(({ verified }) => verified);
  if (lastVerified !== undefined) kept.add(lastVerified);
  return newestFirst.filter((backup) => !kept.has(backup)).map(({ path }) => path);
}
