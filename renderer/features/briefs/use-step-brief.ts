import { useCallback } from 'react';
import type { Brief } from '../../../shared/contract/briefs.contract';
import type { Input } from '../../../shared/contract/contract';
import type { Failure } from '../../../shared/contract/result';
import { queryClient, readKey, useCommand } from '../../lib/api';

type Move = Omit<Input<'briefs/step'>, 'id' | 'revision'>;

export type StepBrief = {
  /** Answers whether the brief was moved; a refusal stands in `failure`. */
  step: (move: Move) => Promise<boolean>;
  isRunning: boolean;
  failure: Failure | null;
};

/** Moves a brief once what was typed is kept: the version that is frozen has to hold it. */
export function useStepBrief(id: string, flush: () => Promise<void>): StepBrief {
  const { run, isRunning, failure } = useCommand('briefs/step');
  const step = useCallback(
    async (move: Move) => {
      try {
        await flush();
        await queryClient.refetchQueries({ queryKey: readKey('briefs/show', { id }) });
        const brief = queryClient.getQueryData<Brief>(readKey('briefs/show', { id }));
        if (brief === undefined) return false;
        await run({ id, revision: brief.revision, ...move });
        return true;
      } catch {
        return false;
      }
    },
    [flush, id, run],
  );
  return { step, isRunning, failure };
}
