import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/result';
import { call, failureOf } from '../../lib/api';
import { useToast } from '../../lib/toast';

/** Keeps what was typed, then writes the PDF of the brief, or of a version of it, where the user says. */
export function useBriefPdf(
  id: string,
  flush: () => Promise<void>,
): { save: (versionId?: string) => void; isRunning: boolean; failure: Failure | null } {
  const { t } = useTranslation('brief');
  const toast = useToast();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (versionId: string | null) => {
      await flush();
      return call('briefs/export-pdf', { id, versionId });
    },
    onSuccess: ({ path }) => {
      if (path !== null) toast({ text: t('head.saved', { name: path.split(/[/\\]/).at(-1) }) });
    },
  });
  return {
    save: (versionId) => {
      if (!isPending) mutate(versionId ?? null);
    },
    isRunning: isPending,
    failure: failureOf(error),
  };
}
