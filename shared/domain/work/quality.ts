import type { PlainDate } from '../dates';
import { type Fraction, fraction } from '../fraction';

/** A task that is done, as its quality is judged. */
export type FinishedTask = {
  readonly doneOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly deadlineOn: PlainDate | null;
  readonly isAccepted: boolean;
  readonly reworkCount: number;
};

export type Quality = {
  readonly acceptedCount: number;
  /** Accepted without rework ÷ accepted; null where nothing was accepted. */
  readonly firstPass: Fraction | null;
  readonly datedCount: number;
  /** Done by its day ÷ done with a day; null where none had one. */
  readonly onTime: Fraction | null;
  readonly reworkSeconds: number;
  /** Hours of rework ÷ all hours for clients; null without hours. */
  readonly reworkShare: Fraction | null;
};

/** Whether a finished task was on time: by its deadline, or its due day where it has none; null without either. */
export function wasOnTime(task: FinishedTask): boolean | null {
  const by = task.deadlineOn ?? task.dueOn;
  return by === null ? null : task.doneOn <= by;
}

/** Quality of tasks done in a period and of the hours logged in it, seconds. */
export function qualityOf(
  tasks: readonly FinishedTask[],
  hours: { readonly reworkSeconds: number; readonly clientSeconds: number },
): Quality {
  const accepted = tasks.filter(({ isAccepted }) => isAccepted);
  const judged = tasks.map(wasOnTime).filter((onTime) => onTime !== null);
  return {
    acceptedCount: accepted.length,
    firstPass: share(
      accepted.filter(({ reworkCount }) => reworkCount === 0).length,
      accepted.length,
    ),
    datedCount: judged.length,
    onTime: share(judged.filter((onTime) => onTime).length, judged.length),
    reworkSeconds: hours.reworkSeconds,
    reworkShare: share(hours.reworkSeconds, hours.clientSeconds),
  };
}

function share(part: number, whole: number): Fraction | null {
  return whole === 0 ? null : fraction(part, whole);
}
