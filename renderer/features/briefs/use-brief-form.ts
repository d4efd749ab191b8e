import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefFormPreview } from '../../../shared/contract/brief-forms.contract';
import type { Failure } from '../../../shared/contract/result';
import { call, failureOf } from '../../lib/api';
import { useToast } from '../../lib/toast';

export type BriefForm = {
  save: (format: 'docx' | 'xlsx') => void;
  load: () => void;
  /** What was read of a filled form. */
  preview: BriefFormPreview | null;
  close: () => void;
  isRunning: boolean;
  failure: Failure | null;
  forget: () => void;
};

/** The brief as a form for the client, and back. What was typed is kept before either. */
export function useBriefForm(id: string, flush: () => Promise<void>): BriefForm {
  const { t } = useTranslation('brief');
  const toast = useToast();
  const [preview, setPreview] = useState<BriefFormPreview | null>(null);
  const saving = useMutation({
    mutationFn: async (format: 'docx' | 'xlsx') => {
      await flush();
      return call('briefs/export-form', { id, format });
    },
    onSuccess: ({ path }) => {
      if (path !== null) toast({ text: t('forms.saved', { name: path.split(/[/\\]/).at(-1) }) });
    },
  });
  const loading = useMutation({
    mutationFn: async () => {
      await flush();
      return call('briefs/read-form', { id });
    },
    onSuccess: ({ form }) => setPreview(form),
  });
  const isRunning = saving.isPending || loading.isPending;
  return {
    save: (format) => {
      loading.reset();
      if (!isRunning) saving.mutate(format);
    },
    load: () => {
      saving.reset();
      if (!isRunning) loading.mutate();
    },
    preview,
    close: () => setPreview(null),
    isRunning,
    failure: failureOf(saving.error ?? loading.error),
    forget: () => {
      saving.reset();
      loading.reset();
    },
  };
}
