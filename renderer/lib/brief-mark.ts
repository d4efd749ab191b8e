import type { TFunction } from 'i18next';
import type { BriefChange } from '../../shared/contract/tasks-shapes';

/** What a task says of its brief when that has changed since. */
export function briefMark(t: TFunction, { from, to }: BriefChange): string {
  return from === to ? t('briefMark.changedIn', { to }) : t('briefMark.changed', { from, to });
}

/** Where the change of a brief is shown, from the version that a task was set by. */
export function changesHref(briefId: string, { from }: BriefChange): string {
  return `/briefs/${briefId}?view=changes&since=${from}`;
}
