import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Plan } from '../../../shared/contract/media-plans.contract';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { FIRST_CELL, Grid } from '../../components/grid/grid';
import type { GridEdit } from '../../components/grid/grid-source';
import { rangeOf, type Selection } from '../../components/grid/selection';
import { useCommand } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { PageTitle } from '../../lib/page-slots';
import { useToast } from '../../lib/toast';
import { useToday } from '../../lib/workspace';
import { AlertsPane } from './alerts-pane';
import { BasisBar } from './basis-bar';
import { ChannelSwitch } from './channel-switch';
import { ExplainPane } from './explain-pane';
import { FactsPane } from './facts-pane';
import { FlightsPane } from './flights-pane';
import { HistoryPane } from './history-pane';
import { LinePane } from './line-pane';
import styles from './media-plans.module.css';
import { type PaneName, PlanHead } from './plan-head';
import { previewPlan } from './plan-preview';
import { planSource, sheetRows } from './plan-source';
import { BASES, INNER_BASES } from './plan-types';
import { planWrites } from './plan-writes';
import { SelectionStatus } from './selection-status';
import { useSheetColumns } from './sheet-columns';
import { useSheetView } from './sheet-view';
import { SolvePane } from './solve-pane';
import { TermsPane } from './terms-pane';
import type { ShownUnit } from './use-plan';
import { usePlanWriter } from './use-plan-writer';
import { VersionsPane } from './versions-pane';
import { ViewsPopover } from './views-popover';

type Props = { plan: Plan; unit: ShownUnit; onUnit: (unit: ShownUnit) => void };

/** The plan as a sheet: sums by basis, lines, flights, and at most one pane beside them. */
export function PlanEditor({ plan, unit, onUnit }: Props) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const today = useToday();
  const [, navigate] = useLocation();
  const { sheet, change } = useSheetView();
  const { view, basis, grouping, showInternal, filter } = sheet;
  const folded = useMemo(() => new Set(sheet.folded), [sheet.folded]);
  const [pane, setPane] = useState<PaneName | null>(null);
  const [explained, setExplained] = useState<'line' | 'plan'>('line');
  const toast = useToast();
  const [selection, setSelection] = useState<Selection>(FIRST_CELL);
  const [draft, setDraft] = useState<GridEdit | null>(null);
  const addLines = useCommand('media-plans/add-lines');
  const removeLines = useCommand('media-plans/remove-lines');
  const isDraft = plan.status === 'draft';

  const terms = useMemo(
    () => ({
      view,
      basis,
      hasOwnColumns: unit === null || unit === plan.columnUnit,
      showInternal,
      today,
      t: (key: string, params?: Record<string, string | number>) => t(key, params ?? {}),
      format,
    }),
    [view, basis, unit, plan.columnUnit, showInternal, today, t, format],
  );
  const rowTerms = useMemo(
    () => ({
      grouping,
      folded,
      isDraft,
      filter,
      flightName: (line: { from: string; to: string }) => format.dateRange(line.from, line.to),
    }),
    [grouping, folded, isDraft, filter, format],
  );
  const own = useSheetColumns(plan, terms, sheet, change);
  const { narrow, columnsOf, columns, joins } = own;
  const rows = useMemo(() => sheetRows(narrow(plan), rowTerms), [plan, narrow, rowTerms]);
  const writer = usePlanWriter(plan.id, plan.currency, rows, columns, basis, joins);

  // The letter is shown first and the plan with it a moment later: a key press does not wait for 2,000 lines.
  const reckoned = useDeferredValue(draft);
  const shown = useMemo(() => {
    if (reckoned === null) return plan;
    const typed = planWrites([reckoned], rows, columns, { lang: format.lang, today, basis })[0];
    return previewPlan(plan, typed?.unread.length === 0 ? typed.write : null);
  }, [plan, reckoned, rows, columns, format.lang, today, basis]);
  const shownRows = useMemo(
    () => (shown === plan ? rows : sheetRows(narrow(shown), rowTerms)),
    [shown, plan, narrow, rows, rowTerms],
  );
  const source = useMemo(
    () =>
      planSource({
        rows: shownRows,
        columns: shown === plan ? columns : columnsOf(shown),
        isDraft,
        problems: writer.problems,
        words: {
          nameless: t('grid.nameless'),
          newLine: t('grid.newLine'),
          total: t('grid.total', { basis: t(`basis.${basis}`).toLocaleLowerCase(format.lang) }),
        },
      }),
    [shownRows, columns, columnsOf, shown, plan, isDraft, writer.problems, t, basis, format.lang],
  );

  function onFold(key: string) {
    const next = new Set(folded);
    if (!next.delete(key)) next.add(key);
    change({ folded: [...next] });
  }

  function onUnfold(keys: readonly string[]) {
    change({ folded: sheet.folded.filter((key) => !keys.includes(key)) });
    toast({ text: t('toast.unfolded', { groups: keys.map((key) => key.slice(6)).join(', ') }) });
  }

  /** Keys of the sheet's panes; typing into a cell that can be written keeps its letters. */
  function onPaneKey(event: KeyboardEvent) {
    const { code, altKey, shiftKey } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    if (altKey || event.target instanceof HTMLInputElement) return;
    const inGrid = event.target instanceof HTMLElement && event.target.role === 'grid';
    const { row, column } = selection.active;
    const isExplain =
      code === 'KeyE' && !shiftKey && (ctrl || !inGrid || !source.canWrite(row, column));
    const isHistory = code === 'KeyH' && ctrl && shiftKey;
    if (!isExplain && !isHistory) return;
    event.preventDefault();
    event.stopPropagation();
    if (isHistory) setPane('history');
    else {
      setExplained(inGrid ? 'line' : 'plan');
      setPane('explain');
    }
  }

  function onRows(command: 'insert' | 'remove', chosen: readonly number[]) {
    if (!isDraft) return;
    const lines = chosen.flatMap((row) => rows[row]?.line ?? []);
    if (command === 'remove') {
      if (lines.length > 0) {
        removeLines.send({ planId: plan.id, lineIds: lines.map(({ id }) => id) });
      }
      return;
    }
    const before = lines[0] ?? null;
    addLines.send({
      planId: plan.id,
      beforeId: before?.id ?? null,
      lines: chosen.map(() => ({
        model: before?.model ?? joins?.model ?? 'cpm',
        groupName: before?.groupName ?? plan.lines.at(-1)?.groupName ?? '',
        channel: before?.channel ?? joins?.channel ?? '',
      })),
    });
  }

  const chosenLine = rows[selection.active.row]?.line ?? null;
  const range = rangeOf(selection);
  const chosenLines = rows.slice(range.top, range.bottom + 1).flatMap(({ line }) => line ?? []);
  const closePane = () => setPane(null);
  const togglePane = (next: PaneName) => setPane(pane === next ? null : next);
  return (
    <div className={styles.page} onKeyDownCapture={onPaneKey}>
      <PageTitle title={t('list.title')} caption={plan.clientName} />
      <PlanHead
        plan={shown}
        view={view}
        unit={unit ?? plan.shownUnit}
        pane={pane}
        showInternal={showInternal}
        onView={(next) => change({ view: next })}
        onUnit={(next) => onUnit(next === plan.columnUnit ? null : next)}
        onPane={togglePane}
        onInternal={() => change({ showInternal: !showInternal })}
        views={
          <ViewsPopover
            sheet={sheet}
            unit={unit}
            choices={own.choices}
            onShow={own.onShow}
            channel={own.ownSet}
            onChange={change}
            onUnit={onUnit}
          />
        }
      />
      {own.channels.some(({ name }) => name !== '') ? (
        <ChannelSwitch
          channels={own.channels}
          count={plan.lines.length}
          value={own.channel}
          onChange={(next) => {
            own.onChannel(next);
            setSelection(FIRST_CELL);
          }}
        />
      ) : null}
      <ErrorNote
        failure={writer.failure ?? addLines.failure ?? removeLines.failure ?? own.failure}
      />
      <BasisBar
        plan={shown}
        bases={showInternal ? INNER_BASES : BASES}
        basis={basis}
        onBasis={(next) => change({ basis: next })}
        range={range}
        line={shownRows[selection.active.row]?.line ?? null}
      />
      <div className={styles.body}>
        <div className={styles.sheet}>
          {plan.lines.length === 0 && !isDraft ? (
            <EmptyState title={t('grid.empty')} text="" />
          ) : (
            <div className={styles.gridBox}>
              <Grid
                source={source}
                selection={selection}
                onSelect={setSelection}
                onWrite={writer.write}
                onDraft={setDraft}
                onFold={onFold}
                onUnfold={onUnfold}
                onRows={onRows}
                reveal={showInternal ? 'ourCostMinor' : null}
                writeNumber={(value) => format.number(value, { max: 12 }).replace(/\u00a0/g, ' ')}
                labels={{
                  grid: t('grid.label'),
                  hint: t(isDraft ? 'grid.hint' : 'grid.hintFrozen'),
                  internal: t('grid.internal'),
                  editing: (column) => t('grid.editing', { column }),
                }}
              />
            </div>
          )}
          {plan.lines.length === 0 && isDraft ? (
            <p className={styles.pasteHint}>{t('grid.pasteHint')}</p>
          ) : null}
          <FlightsPane plan={shown} onAlerts={() => setPane('alerts')} />
        </div>
        {pane === 'versions' ? (
          <VersionsPane
            plan={plan}
            onClose={() => setPane(null)}
            onOpen={(id) => navigate(`/media-plans/${id}`)}
          />
        ) : null}
        {pane === 'terms' ? <TermsPane plan={plan} onClose={closePane} /> : null}
        {pane === 'line' ? <LinePane plan={plan} lines={chosenLines} onClose={closePane} /> : null}
        {pane === 'alerts' ? <AlertsPane plan={plan} onClose={closePane} /> : null}
        {pane === 'history' ? (
          <HistoryPane
            plan={plan}
            line={chosenLine}
            column={columns[selection.active.column]}
            columns={own.allColumns}
            onClose={closePane}
          />
        ) : null}
        {pane === 'explain' ? (
          <ExplainPane
            plan={shown}
            line={explained === 'line' ? (shownRows[selection.active.row]?.line ?? null) : null}
            basis={basis}
            showInternal={showInternal}
            onClose={closePane}
          />
        ) : null}
        {pane === 'solve' ? <SolvePane plan={plan} onClose={() => setPane(null)} /> : null}
        {pane === 'facts' ? (
          <FactsPane
            key={chosenLine?.id ?? ''}
            plan={plan}
            line={chosenLine}
            onClose={() => setPane(null)}
          />
        ) : null}
      </div>
      <SelectionStatus
        source={source}
        columns={columns}
        range={range}
        currency={plan.currency}
        basis={basis}
      />
    </div>
  );
}
