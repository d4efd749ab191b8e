import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/result';
import { call, failureOf } from '../../lib/api';
import { useToast } from '../../lib/toast';

/** Keeps what was typed, then writes the PDF where the user says. */
export function useBriefPdf(
  id: string,
  flush: () => Promise<void>,
): { save: () => void; isRunning: boolean; failure: Failure | null } {
  const { t } = useTranslation('brief');
  const toast = useToast();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      await flush();
      return call('briefs/export-pdf', { id });
    },
    onSuccess: ({ path }) => {
      if (path !== null) toast({ text: t('head.saved', { name: path.split(/[/\\]/).at(-1) }) });
    },
  });
  return {
    save: () => {
      if (!isPending) mutate();
    },
    isRunning: isPending,
    failure: failureOf(error),
  };
}
