import { useCallback } from 'react';
import { call, failureOf, queryClient } from '../lib/api';
import { usePhrase } from '../lib/phrase';
import { type ShowToast, useToast } from '../lib/toast';
import { useTranslation } from '../lib/translation';

/** Undo and redo of the whole file. They say what they did, through `show` or the toast; a refusal says why. */
export function useHistory(show?: ShowToast): {
  undo: () => Promise<void>;
  redo: () => Promise<void>;
} {
  const { t } = useTranslation('common');
  const phrase = usePhrase();
  const shared = useToast();
  const toast = show ?? shared;

  const step = useCallback(
    async (direction: 'undo' | 'redo') => {
      try {
        const { done } = await call(`history/${direction}`, {});
        // The main process names the tables too; reading all again is the safe side of a step back.
        await queryClient.invalidateQueries();
        if (done === null) {
          toast({ text: t(direction === 'undo' ? 'top.nothingToUndo' : 'top.nothingToRedo') });
          return;
        }
        toast({ text: t(`undone.${direction}`, { what: phrase(done) }) });
      } catch (error) {
        toast({ text: failureOf(error)?.message ?? '' });
      }
    },
    [phrase, t, toast],
  );

  const undo = useCallback(() => step('undo'), [step]);
  const redo = useCallback(() => step('redo'), [step]);
  return { undo, redo };
}
