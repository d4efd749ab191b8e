import { useCallback } from 'react';
import type { TaskDetails, TaskFields } from '../../../../shared/contract/tasks-shapes';
import { failureOf, queryClient, readKey, useCommand } from '../../../lib/api';
import { usePhrase } from '../../../lib/phrase';
import { useToast } from '../../../lib/toast';

export type AmendTask = (patch: Partial<TaskFields>, reason?: string) => void;

/** Changes fields of a task one after another: each change waits for the revision of the one before. */
export function useAmendTask(taskId: string): AmendTask {
  const { run } = useCommand('tasks/amend');
  const toast = useToast();
  const phrase = usePhrase();
  return useCallback(
    (patch, reason = '') => {
      const key = readKey('tasks/show', { id: taskId });
      const change = async () => {
        const task = queryClient.getQueryData<TaskDetails>(key);
        if (task === undefined) return;
        queryClient.setQueryData<TaskDetails>(key, { ...task, ...patch });
        const { warnings } = await run({ id: taskId, revision: task.revision, patch, reason });
        if (warnings.length > 0) toast({ text: warnings.map(phrase).join(' '), undo: true });
      };
      change().catch(async (error: unknown) => {
        toast({ text: failureOf(error)?.message ?? '' });
        await queryClient.invalidateQueries({ queryKey: key });
      });
    },
    [phrase, run, taskId, toast],
  );
}
