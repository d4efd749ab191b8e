import { diffDays, type PlainDate } from '../dates';
import type { TaskStatus } from './task-status';

export type PriorityLevel = 'urgent' | 'high' | 'normal' | 'low';

/** What the priority of a task is reckoned from. */
export type PriorityInput = {
  readonly status: TaskStatus;
  readonly dueOn: PlainDate | null;
  readonly deadlineOn: PlainDate | null;
  /** Work left; null: not estimated. */
  readonly remainingSeconds: number | null;
  readonly isPromised: boolean;
  /** Tier of the client; null: the agency's own work. */
  readonly tier: 'A' | 'B' | 'C' | null;
  /** Open tasks that wait for this one. */
  readonly blocks: number;
  /** Tasks not done that this one waits for. */
  readonly blockedBy: number;
  readonly reworkCount: number;
  /** Set by hand; null: reckoned. */
  readonly override: PriorityLevel | null;
};

export type PriorityReason = {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
};

export type PriorityResult = {
  readonly level: PriorityLevel;
  /** 0–1000. */
  readonly score: number;
  /** 0–100. */
  readonly urgency: number;
  /** 0–10. */
  readonly benefit: number;
  readonly reasons: readonly PriorityReason[];
};

/** Work of a day that a task really gets, seconds. */
const DAY_OF_WORK = 21_600;

const BENEFIT_OF_TIER = { A: 8, B: 6, C: 4 } as const;
const OWN_BENEFIT = 3;
const WITHOUT_DATE = 10;
const FAR_AWAY = 15;

/** Scores of each level: a priority set by hand moves the score into its span and keeps the order within it. */
const SPANS: Record<PriorityLevel, readonly [low: number, high: number]> = {
  urgent: [700, 1000],
  high: [450, 699],
  normal: [150, 449],
  low: [0, 149],
};

/**
 * Priority = urgency × client benefit.
 *
 * Urgency (0–100): 100 past the date; else 90 − 8 for each calendar day of room, at least 15; 10 without a
 * date. The date is the deadline, or the due day where there is none or it is earlier. Room: days until the
 * date without those the remaining hours take at 6 hours a day. A promise adds 8, each task that waits for
 * it 3 (at most 9), rework 5; at most 100.
 *
 * Benefit (0–10): tier A 8, B 6, C 4, the agency's own work 3; what was promised to a client adds 2.
 *
 * Level by score: urgent from 700, high from 450, normal from 150. A priority set by hand wins. What is done
 * has none: its score is 0.
 */
export function priorityOf(input: PriorityInput, today: PlainDate): PriorityResult {
  if (input.status === 'done') {
    return { level: input.override ?? 'low', score: 0, urgency: 0, benefit: 0, reasons: [] };
  }
  const reasons: PriorityReason[] = [];
  const urgency = Math.min(
    100,
    urgencyByDate(input, today, reasons) + addedUrgency(input, reasons),
  );
  const benefit =
    (input.tier === null ? OWN_BENEFIT : BENEFIT_OF_TIER[input.tier]) + (input.isPromised ? 2 : 0);
  reasons.push(
    input.tier === null
      ? { key: 'own', params: {} }
      : { key: 'tier', params: { tier: input.tier } },
  );
  if (input.blockedBy > 0) reasons.push({ key: 'blocked', params: { count: input.blockedBy } });
  const reckoned = urgency * benefit;
  if (input.override === null) {
    return { level: levelOf(reckoned), score: reckoned, urgency, benefit, reasons };
  }
  const [low, high] = SPANS[input.override];
  const score = low + Math.floor((reckoned * (high - low)) / 1000);
  return { level: input.override, score, urgency, benefit, reasons };
}

function urgencyByDate(
  { dueOn, deadlineOn, remainingSeconds }: PriorityInput,
  today: PlainDate,
  reasons: PriorityReason[],
): number {
  const isDeadline = deadlineOn !== null && (dueOn === null || deadlineOn <= dueOn);
  const on = isDeadline ? deadlineOn : dueOn;
  if (on === null) {
    reasons.push({ key: 'no-date', params: {} });
    return WITHOUT_DATE;
  }
  const days = diffDays(today, on);
  if (days < 0) {
    reasons.push({ key: isDeadline ? 'deadline-missed' : 'overdue', params: { count: -days } });
    return 100;
  }
  if (days === 0) reasons.push({ key: 'today', params: {} });
  else {
    reasons.push({ key: isDeadline ? 'deadline-in' : 'due-in', params: { count: days } });
  }
  const needed = Math.max(1, Math.ceil((remainingSeconds ?? 0) / DAY_OF_WORK));
  const room = days - (needed - 1);
  if (room < 0)
    reasons.push({ key: 'too-little-time', params: { seconds: remainingSeconds ?? 0 } });
  return room < 0 ? 100 : Math.max(FAR_AWAY, 90 - 8 * room);
}

function addedUrgency(input: PriorityInput, reasons: PriorityReason[]): number {
  let added = 0;
  if (input.isPromised) {
    reasons.push({ key: 'promised', params: {} });
    added += 8;
  }
  if (input.blocks > 0) {
    reasons.push({ key: 'blocks', params: { count: input.blocks } });
    added += Math.min(9, 3 * input.blocks);
  }
  if (input.status === 'rework') {
    reasons.push({ key: 'rework', params: { count: Math.max(1, input.reworkCount) } });
    added += 5;
  }
  return added;
}

function levelOf(score: number): PriorityLevel {
  if (score >= SPANS.urgent[0]) return 'urgent';
  if (score >= SPANS.high[0]) return 'high';
  return score >= SPANS.normal[0] ? 'normal' : 'low';
}
