import { diffDays } from './dates';

/** Where a brief is on its way, in order. */
export const BRIEF_STAGES = ['draft', 'sent', 'approved', 'work', 'delivered', 'accepted'] as const;

/** Moves on that way and back. */
export const BRIEF_STEPS = [
  'sent',
  'returned',
  'approved',
  'reopened',
  'started',
  'delivered',
  'reworked',
  'accepted',
] as const;

export type BriefStage = (typeof BRIEF_STAGES)[number];
export type BriefStep = (typeof BRIEF_STEPS)[number];

/** What may follow at a stage; the first one leads on. */
export const NEXT_STEPS: Readonly<Record<BriefStage, readonly BriefStep[]>> = {
  draft: ['sent'],
  sent: ['approved', 'returned', 'sent'],
  approved: ['started', 'reopened'],
  work: ['delivered', 'reopened'],
  delivered: ['accepted', 'reworked'],
  accepted: [],
};

/** The stage by the status that the brief keeps and the last move on record; a brief may have none. */
export function briefStage(
  status: 'draft' | 'sent' | 'approved',
  last: BriefStep | undefined,
): BriefStage {
  if (status !== 'approved') return status;
  if (last === 'started' || last === 'reworked') return 'work';
  return last === 'delivered' || last === 'accepted' ? last : 'approved';
}

/** What a brief's status becomes by a move. */
export function statusAfter(step: BriefStep): 'draft' | 'sent' | 'approved' {
  if (step === 'sent') return 'sent';
  return step === 'returned' || step === 'reopened' ? 'draft' : 'approved';
}

/**
 * When and by which move each stage of the way was reached, as far as the brief stands now: a stage that
 * it went back from is no longer reached. The draft is reached by no move.
 */
export function stagesReached<T extends { readonly step: BriefStep }>(
  steps: readonly T[],
): ReadonlyMap<BriefStage, T> {
  const reached = new Map<BriefStage, T>();
  let status: 'draft' | 'sent' | 'approved' = 'draft';
  for (const move of steps) {
    status = statusAfter(move.step);
    const stage = briefStage(status, move.step);
    const at = BRIEF_STAGES.indexOf(stage);
    for (const later of BRIEF_STAGES.slice(at + 1)) reached.delete(later);
    if (stage !== 'draft') reached.set(stage, move);
  }
  return reached;
}

export interface BriefTurnaround {
  /** Briefs that were sent at least once. */
  readonly sentCount: number;
  readonly acceptedCount: number;
  /** Calendar days from the first send to the acceptance, summed over the accepted briefs. */
  readonly cycleDays: number;
  /** Times the client gave a brief or the work back. */
  readonly returnCount: number;
  /** Briefs that came back at least once. */
  readonly returnedCount: number;
}

export const NO_TURNAROUND: BriefTurnaround = {
  sentCount: 0,
  acceptedCount: 0,
  cycleDays: 0,
  returnCount: 0,
  returnedCount: 0,
};

/** How one brief went: moves in order, dates YYYY-MM-DD. */
export function turnaroundOf(
  steps: readonly { readonly step: BriefStep; readonly madeOn: string }[],
): BriefTurnaround {
  const first = steps.find(({ step }) => step === 'sent');
  if (first === undefined) return NO_TURNAROUND;
  const accepted = steps.findLast(({ step }) => step === 'accepted');
  const returns = steps.filter(({ step }) => step === 'returned' || step === 'reworked').length;
  return {
    sentCount: 1,
    acceptedCount: accepted === undefined ? 0 : 1,
    cycleDays: accepted === undefined ? 0 : diffDays(first.madeOn, accepted.madeOn),
    returnCount: returns,
    returnedCount: returns === 0 ? 0 : 1,
  };
}

/** Both together. */
export function addTurnaround(a: BriefTurnaround, b: BriefTurnaround): BriefTurnaround {
  return {
    sentCount: a.sentCount + b.sentCount,
    acceptedCount: a.acceptedCount + b.acceptedCount,
    cycleDays: a.cycleDays + b.cycleDays,
    returnCount: a.returnCount + b.returnCount,
    returnedCount: a.returnedCount + b.returnedCount,
  };
}

/** Average days from the first send to acceptance, whole; null where nothing was accepted. */
export function averageCycleDays({ cycleDays, acceptedCount }: BriefTurnaround): number | null {
  return acceptedCount === 0 ? null : Math.round(cycleDays / acceptedCount);
}

/** Share of the briefs sent that came back at least once, ppm; null where none was sent. */
export function reworkPpm({ returnedCount, sentCount }: BriefTurnaround): number | null {
  return sentCount === 0 ? null : Math.round((returnedCount * 1_000_000) / sentCount);
}
