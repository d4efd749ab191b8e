import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/result';
import { call, failureOf } from '../../lib/api';
import { useToast } from '../../lib/toast';

export type BriefBatch = {
  ids: ReadonlySet<string>;
  /** `through` is the list as it stands: all from the one chosen before are taken too. */
  choose: (id: string, through: readonly { id: string }[] | null) => void;
  set: (ids: readonly string[]) => void;
  save: () => void;
  stop: () => void;
  /** How many of how many are written; null while nothing is. */
  progress: { done: number; total: number } | null;
  failure: Failure | null;
};

/** Several briefs chosen in the list, and their PDFs written one after another into a folder. */
export function useBriefBatch(): BriefBatch {
  const { t } = useTranslation('brief');
  const toast = useToast();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [progress, setProgress] = useState<BriefBatch['progress']>(null);
  const last = useRef<string | null>(null);
  const stopped = useRef(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (wanted: readonly string[]) => {
      const { folder } = await call('briefs/choose-folder', {});
      if (folder === null) return null;
      stopped.current = false;
      let done = 0;
      for (const id of wanted) {
        if (stopped.current) break;
        setProgress({ done, total: wanted.length });
        await call('briefs/export-into', { id, token: folder.token });
        done += 1;
      }
      return { folder: folder.name, count: done };
    },
    onSuccess: (saved) => {
      if (saved === null) return;
      toast({ text: t('paper.saved', saved) });
      if (!stopped.current) setIds(new Set());
    },
    onSettled: () => setProgress(null),
  });

  return {
    ids,
    choose: (id, through) => {
      const next = new Set(ids);
      const order = through?.map((each) => each.id) ?? [];
      const from = order.indexOf(last.current ?? '');
      const to = order.indexOf(id);
      if (from >= 0 && to >= 0) {
        for (const each of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(each);
      } else if (!next.delete(id)) {
        next.add(id);
      }
      last.current = id;
      setIds(next);
    },
    set: (all) => setIds(new Set(all)),
    save: () => {
      if (!isPending) mutate([...ids]);
    },
    stop: () => {
      stopped.current = true;
    },
    progress,
    failure: failureOf(error),
  };
}
