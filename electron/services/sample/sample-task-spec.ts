import type { TaskStatus } from '../../../shared/domain/work/task-status';
import type { PersonCode } from './sample-people';

export interface TaskSpec {
  /** Client's key; null: the agency's own work. */
  readonly client: string | null;
  readonly title: string;
  readonly kind: string;
  /** Whoever does it; `AM`: the client's manager. None: nobody yet. */
  readonly who: readonly (PersonCode | 'AM')[];
  readonly status: TaskStatus;
  readonly hours: number | null;
  /** Working days from today; null: no date. */
  readonly due: number | null;
  readonly extra: TaskExtra;
}

export interface TaskExtra {
  /** Name by which others wait for it. */
  readonly key?: string;
  readonly after?: readonly string[];
  readonly start?: number;
  readonly deadline?: number;
  readonly promise?: string;
  /** Hours left where they are not the estimate less what was logged. */
  readonly left?: number;
  /** Points of the checklist; the first `checked` of them are done. */
  readonly checklist?: readonly string[];
  readonly checked?: number;
  readonly labels?: readonly string[];
  readonly rework?: number;
  /** What the last rework was for. */
  readonly reworkReason?: string;
  readonly hard?: true;
  /** Index of the stage of the client's fixed-fee project. */
  readonly stage?: number;
  /** Calendar days since it came into its status. */
  readonly since?: number;
  readonly baseline?: readonly [number, number];
  readonly moved?: string;
  readonly says?: readonly {
    readonly who: PersonCode;
    readonly text: string;
    readonly to?: PersonCode;
  }[];
  readonly link?: readonly [name: string, location: string];
  readonly afterHours?: 'open' | 'resolved';
  readonly priority?: readonly [level: 'urgent' | 'high' | 'low', reason: string];
  readonly watchers?: readonly PersonCode[];
  /** It was set by the client's brief: by which version, which task of a set, on which sections. */
  readonly brief?: {
    readonly version: number;
    readonly setKey: string;
    readonly sections: readonly string[];
  };
}

/** A task of the sample in one line. */
export function task(
  client: string | null,
  title: string,
  kind: string,
  who: TaskSpec['who'],
  status: TaskStatus,
  hours: number | null,
  due: number | null,
  extra: TaskExtra = {},
): TaskSpec {
  return { client, title, kind, who, status, hours, due, extra };
}
