import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../shared/contract/media-plans.contract';
import { channelsOf, choiceOf, columnsInSet, narrowedPlan, usualColumns } from './channel-sheet';
import type { ColumnTerms } from './column-kit';
import { channelColumns, FROZEN, planColumns } from './plan-columns';
import type { Joined } from './plan-writes';
import type { SheetView } from './sheet-view';
import { useChannelColumns } from './use-channel-columns';
import type { ColumnChoice } from './views-popover';

/** Which channel the sheet shows, with which columns, and ways to change both. */
export function useSheetColumns(
  plan: Plan,
  terms: Omit<ColumnTerms, 'plan'>,
  sheet: SheetView,
  change: (part: Partial<SheetView>) => void,
) {
  const { t } = useTranslation('media-plans');
  const { hidden } = sheet;
  const [chosen, setChosen] = useState<string | null>(null);
  const { sets, chooseColumns, failure } = useChannelColumns(plan.familyId);
  const channels = useMemo(() => channelsOf(plan.lines), [plan.lines]);
  // The last line of a channel may be gone; then all are shown.
  const channel = channels.some(({ name }) => name === chosen) ? chosen : null;
  const narrow = useCallback(
    (whole: Plan) => (channel === null ? whole : narrowedPlan(whole, channel)),
    [channel],
  );
  const own = useMemo(() => narrow(plan), [narrow, plan]);

  const hasSet = channel !== null && sheet.view === 'plan';
  const kept = sets.find((each) => each.channel === channel)?.columns;
  const set = useMemo(() => kept ?? usualColumns(own.lines), [kept, own.lines]);
  const allOf = useCallback(
    (whole: Plan) => {
      const all = { ...terms, plan: narrow(whole) };
      return hasSet ? channelColumns(all) : planColumns(all);
    },
    [terms, narrow, hasSet],
  );
  const shownOf = useCallback(
    (all: ReturnType<typeof allOf>) =>
      hasSet
        ? columnsInSet(all, FROZEN, set)
        : all.filter(({ id }, i) => i < FROZEN || !hidden.includes(id)),
    [hasSet, set, hidden],
  );
  const columnsOf = useCallback((whole: Plan) => shownOf(allOf(whole)), [allOf, shownOf]);
  const allColumns = useMemo(() => allOf(plan), [allOf, plan]);
  const columns = useMemo(() => shownOf(allColumns), [shownOf, allColumns]);

  const rest = allColumns.slice(FROZEN);
  const choices: ColumnChoice[] = hasSet
    ? rest.flatMap((column, i) => {
        const id = choiceOf(column);
        const before = rest[i - 1];
        if (column.tone === 'internal' || (before !== undefined && choiceOf(before) === id)) {
          return [];
        }
        const title = id === column.id ? column.title : t('channels.periods');
        return [{ id, title, isShown: set.includes(id) }];
      })
    : rest.map(({ id, title }) => ({ id, title, isShown: !hidden.includes(id) }));

  function onShow(id: string, isShown: boolean) {
    if (!hasSet) {
      change({ hidden: isShown ? hidden.filter((each) => each !== id) : [...hidden, id] });
      return;
    }
    chooseColumns(channel, isShown ? [...set, id] : set.filter((each) => each !== id));
  }

  const last = own.lines.at(-1);
  const joins: Joined | null = useMemo(
    () => (channel === null || last === undefined ? null : { channel, model: last.model }),
    [channel, last],
  );
  return {
    channels,
    channel,
    onChannel: setChosen,
    narrow,
    allColumns,
    columns,
    columnsOf,
    choices,
    onShow,
    /** Where the columns are the channel's own: whose, and the way back to the usual ones. */
    ownSet: hasSet
      ? {
          name: channel === '' ? t('channels.none') : channel,
          onUsual: kept === undefined ? null : () => chooseColumns(channel, null),
        }
      : null,
    joins,
    failure,
  };
}
