import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { ViewPlace, ViewSettings } from '../../../../shared/contract/tasks-practice.contract';
import type { TaskFilter } from '../../../../shared/contract/tasks-shapes';
import { call, queryClient, readKey, useRead } from '../../../lib/api';
import { readSettings, type ViewKind, writeSettings } from './address';

/** How long a view stands still before it is remembered, ms. */
const REMEMBER_AFTER = 600;

export type WorkView = {
  kind: ViewKind;
  settings: ViewSettings;
  /** The saved view it began with; null: none. */
  viewId: string | null;
  /** False until it is known how the view was left. */
  isReady: boolean;
  openTaskId: string | null;
  /** Where it was left; null: it was not seen yet. */
  place: ViewPlace | null;
  change: (patch: Partial<ViewSettings>) => void;
  filterBy: (patch: Partial<TaskFilter>) => void;
  show: (settings: ViewSettings, viewId: string | null) => void;
  openTask: (taskId: string | null) => void;
  remember: (place: Partial<Pick<ViewPlace, 'scrollTop' | 'scrollLeft' | 'selectedIds'>>) => void;
};

/** What a view of the tasks shows: kept in the address, found again as it was left. */
export function useWorkView(kind: ViewKind): WorkView {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const { data, isFetched } = useRead('views/place', { kind });
  const place = data?.place ?? null;
  const params = new URLSearchParams(search);
  const viewId = params.get('v');
  const openTaskId = params.get('t');
  const settings = useMemo(() => readSettings(search), [search]);
  const left = useRef<Pick<ViewPlace, 'scrollTop' | 'scrollLeft' | 'selectedIds'>>({
    scrollTop: 0,
    scrollLeft: 0,
    selectedIds: [],
  });

  const go = useCallback(
    // Without its mark the address would keep the search it had.
    (text: string) => navigate(`${path}?${text}`, { replace: true }),
    [navigate, path],
  );
  const show = useCallback(
    (next: ViewSettings, id: string | null) => go(writeSettings(search, next, id)),
    [go, search],
  );

  // A view opens as it was left, where the address does not say otherwise.
  const [begun, setBegun] = useState<ViewKind | null>(null);
  useEffect(() => {
    if (!isFetched || begun === kind) return;
    setBegun(kind);
    const said = new URLSearchParams(search);
    if (place === null || ['s', 'g', 'c', 'sc', 'v'].some((name) => said.has(name))) return;
    const filter = said.has('f') ? readSettings(search).filter : place.settings.filter;
    go(writeSettings(search, { ...place.settings, filter }, said.has('f') ? null : place.viewId));
  }, [begun, go, isFetched, kind, place, search]);

  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef({ settings, viewId });
  latest.current = { settings, viewId };
  const keep = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const { settings: kept, viewId: id } = latest.current;
      const now = { viewId: id, settings: kept, ...left.current };
      queryClient.setQueryData(readKey('views/place', { kind }), { place: now });
      // Where a view was left is worth no sentence when it cannot be kept.
      void call('views/remember', { kind, place: now }).catch(() => undefined);
    }, REMEMBER_AFTER);
  }, [kind]);
  useEffect(() => {
    if (begun === kind) keep();
    void search;
  }, [begun, keep, kind, search]);

  return {
    kind,
    settings,
    viewId,
    isReady: begun === kind,
    openTaskId,
    place,
    change: (patch) => show({ ...settings, ...patch }, viewId),
    filterBy: (patch) => show({ ...settings, filter: { ...settings.filter, ...patch } }, viewId),
    show,
    openTask: (taskId) => {
      const next = new URLSearchParams(search);
      if (taskId === null) next.delete('t');
      else next.set('t', taskId);
      go(next.toString());
    },
    remember: (patch) => {
      left.current = { ...left.current, ...patch };
      keep();
    },
  };
}
