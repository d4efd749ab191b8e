import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import type { TaskNames } from '../../../shared/contract/tasks-shapes';
import { type Formats, useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import { useToday } from '../../lib/workspace';

type Client = TaskNames['clients'][number];
type Person = TaskNames['people'][number];
type Project = TaskNames['projects'][number];
type Stage = TaskNames['stages'][number];

/** Names by id, words and formats: what a card needs to say anything. Made once for a view, not per card. */
export type Kit = {
  t: TFunction;
  format: Formats;
  today: string;
  clients: ReadonlyMap<string, Client>;
  people: ReadonlyMap<string, Person>;
  projects: ReadonlyMap<string, Project>;
  stages: ReadonlyMap<string, Stage>;
};

function byId<T extends { id: string }>(rows: readonly T[] | undefined): ReadonlyMap<string, T> {
  return new Map((rows ?? []).map((row) => [row.id, row]));
}

export function useKit(names: TaskNames | undefined): Kit {
  const { t } = useTranslation('work');
  const format = useFormat();
  const today = useToday();
  return useMemo(
    () => ({
      t,
      format,
      today,
      clients: byId(names?.clients),
      people: byId(names?.people),
      projects: byId(names?.projects),
      stages: byId(names?.stages),
    }),
    [format, names, t, today],
  );
}
