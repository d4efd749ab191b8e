import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/result';
import { call, failureOf } from '../../lib/api';
import { useToast } from '../../lib/toast';

/** Writes the file that another workspace takes in, where the user says. */
export function useShareTemplate(): { send: (id: string) => void; failure: Failure | null } {
  const { t } = useTranslation('brief');
  const toast = useToast();
  const { mutate, error } = useMutation({
    mutationFn: (id: string) => call('brief-templates/export', { id }),
    onSuccess: ({ path }) => {
      if (path === null) return;
      toast({ text: t('templates.shared', { name: path.split(/[/\\]/).at(-1) }) });
    },
  });
  return { send: mutate, failure: failureOf(error) };
}
