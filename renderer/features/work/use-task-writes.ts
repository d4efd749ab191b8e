import { useMemo } from 'react';
import type { Input } from '../../../shared/contract/contract';
import type { Phrase } from '../../../shared/contract/primitives';
import type { TaskCard, TaskColumns } from '../../../shared/contract/tasks-shapes';
import { failureOf, queryClient, useCommand } from '../../lib/api';
import { usePhrase } from '../../lib/phrase';
import { useToast } from '../../lib/toast';

/** Shows a change of cards at once, wherever they stand; the file's answer replaces it. */
function showAtOnce(ids: readonly string[], patchOf: (card: TaskCard) => Partial<TaskCard>): void {
  const wanted = new Set(ids);
  queryClient.setQueriesData<{ cards: TaskColumns }>({ queryKey: ['tasks/list'] }, (list) => {
    if (list === undefined) return list;
    const cards = { ...list.cards };
    list.cards.id.forEach((id, index) => {
      if (!wanted.has(id)) return;
      const card = Object.fromEntries(
        Object.entries(list.cards).map(([field, values]) => [field, values[index]]),
      ) as TaskCard;
      for (const [field, value] of Object.entries(patchOf(card))) {
        const key = field as keyof TaskColumns;
        const column: unknown[] = [...cards[key]];
        column[index] = value;
        Object.assign(cards, { [key]: column });
      }
    });
    return { ...list, cards };
  });
}

export type TaskWrites = {
  move: (
    input: Input<'tasks/move'>,
    patchOf: (card: TaskCard) => Partial<TaskCard>,
  ) => Promise<boolean>;
  amend: (input: Input<'tasks/amend'>, shown: Partial<TaskCard>) => Promise<boolean>;
  amendMany: (input: Input<'tasks/amend-many'>, shown: Partial<TaskCard>) => Promise<boolean>;
  archive: (ids: readonly string[], isArchived: boolean) => Promise<boolean>;
};

/** Changes of tasks that show before the file has answered; a refusal puts back what was and says why. */
export function useTaskWrites(): TaskWrites {
  const { run: move } = useCommand('tasks/move');
  const { run: amend } = useCommand('tasks/amend');
  const { run: amendMany } = useCommand('tasks/amend-many');
  const { run: archive } = useCommand('tasks/archive');
  const toast = useToast();
  const phrase = usePhrase();

  return useMemo(() => {
    const settle = async (write: Promise<{ warnings?: Phrase[] }>): Promise<boolean> => {
      try {
        const { warnings = [] } = await write;
        if (warnings.length > 0) toast({ text: warnings.map(phrase).join(' '), undo: true });
        return true;
      } catch (error) {
        toast({ text: failureOf(error)?.message ?? '' });
        await queryClient.invalidateQueries({ queryKey: ['tasks/list'] });
        return false;
      }
    };
    return {
      move: (input, patchOf) => {
        showAtOnce(input.ids, patchOf);
        return settle(move(input));
      },
      amend: (input, shown) => {
        showAtOnce([input.id], () => shown);
        return settle(amend(input));
      },
      amendMany: (input, shown) => {
        showAtOnce(input.ids, () => shown);
        return settle(amendMany(input).then(() => ({})));
      },
      archive: (ids, isArchived) => settle(archive({ ids: [...ids], isArchived }).then(() => ({}))),
    };
  }, [amend, amendMany, archive, move, phrase, toast]);
}
