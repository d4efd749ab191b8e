import { useCallback } from 'react';
import type { Brief } from '../../../shared/contract/briefs.contract';
import type { Input } from '../../../shared/contract/contract';
import type { Failure } from '../../../shared/contract/result';
import { queryClient, readKey, useCommand } from '../../lib/api';

export type AmendBrief = (patch: Input<'briefs/amend'>['patch']) => void;

/** Changes title, status, date or approver once what was typed is kept: saving answers moves the revision on. */
export function useAmendBrief(
  id: string,
  flush: () => Promise<void>,
): { amend: AmendBrief; failure: Failure | null } {
  const { run, failure } = useCommand('briefs/amend');
  const amend = useCallback<AmendBrief>(
    (patch) => {
      const change = async () => {
        await flush();
        await queryClient.refetchQueries({ queryKey: readKey('briefs/show', { id }) });
        const brief = queryClient.getQueryData<Brief>(readKey('briefs/show', { id }));
        if (brief !== undefined) await run({ id, revision: brief.revision, patch });
      };
      // A refusal stands in `failure`, or in the draft's own state.
      change().catch(() => undefined);
    },
    [flush, id, run],
  );
  return { amend, failure };
}
