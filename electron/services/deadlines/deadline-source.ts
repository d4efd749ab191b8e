import type { ReadDb } from '../../../db/read-db';
import type { DatedItem } from '../../../shared/contract/deadlines.contract';
import type { Period } from '../../../shared/domain/dates';

/** An item before its client and its owner are named. */
export type SourceItem = Omit<DatedItem, 'key' | 'client' | 'owner'> & {
  readonly clientId: string | null;
  readonly ownerId: string | null;
};

/** Where things with a date come from. A later area adds its own to the list of sources and nowhere else. */
export type DeadlineSource = {
  /** Open things whose day lies in the span, both ends included; `today` is what "open" is judged by. */
  read(read: ReadDb, span: Period, today: string): SourceItem[];
};
