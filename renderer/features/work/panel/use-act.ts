import { useCallback } from 'react';
import { failureOf } from '../../../lib/api';
import { useToast } from '../../../lib/toast';

/** Runs an action of a task; a refusal is told where the user looks. @returns whether it was done */
export function useAct(): (work: Promise<unknown>) => Promise<boolean> {
  const toast = useToast();
  return useCallback(
    async (work) => {
      try {
        await work;
        return true;
      } catch (error) {
        toast({ text: failureOf(error)?.message ?? '' });
        return false;
      }
    },
    [toast],
  );
}
