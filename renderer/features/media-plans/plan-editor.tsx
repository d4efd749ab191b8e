import { useMemo, useState } from 'react';
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
import { useToday } from '../../lib/workspace';
import { BasisBar } from './basis-bar';
import { FactsPane } from './facts-pane';
import { FlightsPane } from './flights-pane';
import styles from './media-plans.module.css';
import { planColumns } from './plan-columns';
import { type PaneName, PlanHead } from './plan-head';
import type { ShownUnit } from './plan-page';
import { previewPlan } from './plan-preview';
import { type Grouping, planSource, sheetRows } from './plan-source';
import type { Basis, View } from './plan-types';
import { planWrites } from './plan-writes';
import { SelectionStatus } from './selection-status';
import { SolvePane } from './solve-pane';
import { usePlanWriter } from './use-plan-writer';
import { VersionsPane } from './versions-pane';

type Props = { plan: Plan; unit: ShownUnit; onUnit: (unit: ShownUnit) => void };

/** The plan as a sheet: sums by basis, lines, flights, and at most one pane beside them. */
export function PlanEditor({ plan, unit, onUnit }: Props) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const today = useToday();
  const [, navigate] = useLocation();
  const [view, setView] = useState<View>('plan');
  const [basis, setBasis] = useState<Basis>('net');
  const [grouping, setGrouping] = useState<Grouping>('group');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [showInternal, setShowInternal] = useState(false);
  const [pane, setPane] = useState<PaneName | null>(null);
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
  const rows = useMemo(
    () => sheetRows(plan, grouping, folded, isDraft),
    [plan, grouping, folded, isDraft],
  );
  const columns = useMemo(() => planColumns({ ...terms, plan }), [terms, plan]);
  const writer = usePlanWriter(plan.id, plan.currency, rows, columns);

  const typed =
    draft === null ? null : planWrites([draft], rows, columns, { lang: format.lang, today })[0];
  const shown = useMemo(
    () => previewPlan(plan, typed?.unread.length === 0 ? typed.write : null),
    [plan, typed],
  );
  const shownRows = useMemo(
    () => (shown === plan ? rows : sheetRows(shown, grouping, folded, isDraft)),
    [shown, plan, rows, grouping, folded, isDraft],
  );
  const source = useMemo(
    () =>
      planSource({
        rows: shownRows,
        columns: shown === plan ? columns : planColumns({ ...terms, plan: shown }),
        isDraft,
        problems: writer.problems,
        words: {
          nameless: t('grid.nameless'),
          newLine: t('grid.newLine'),
          total: t('grid.total', { basis: t(`basis.${basis}`).toLocaleLowerCase(format.lang) }),
        },
      }),
    [shownRows, columns, shown, plan, terms, isDraft, writer.problems, t, basis, format.lang],
  );

  function onFold(key: string) {
    const next = new Set(folded);
    if (!next.delete(key)) next.add(key);
    setFolded(next);
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
        model: before?.model ?? 'cpm',
        groupName: before?.groupName ?? plan.lines.at(-1)?.groupName ?? '',
        channel: before?.channel ?? '',
      })),
    });
  }

  const chosenLine = rows[selection.active.row]?.line ?? null;
  const togglePane = (next: PaneName) => setPane(pane === next ? null : next);
  return (
    <div className={styles.page}>
      <PageTitle title={t('list.title')} caption={plan.clientName} />
      <PlanHead
        plan={shown}
        view={view}
        unit={unit ?? plan.shownUnit}
        grouping={grouping}
        pane={pane}
        showInternal={showInternal}
        onView={setView}
        onUnit={(next) => onUnit(next === plan.columnUnit ? null : next)}
        onGrouping={setGrouping}
        onPane={togglePane}
        onInternal={() => setShowInternal(!showInternal)}
      />
      <ErrorNote failure={writer.failure ?? addLines.failure ?? removeLines.failure} />
      <BasisBar
        plan={shown}
        basis={basis}
        onBasis={setBasis}
        range={rangeOf(selection)}
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
          <FlightsPane plan={shown} />
        </div>
        {pane === 'versions' ? (
          <VersionsPane
            plan={plan}
            onClose={() => setPane(null)}
            onOpen={(id) => navigate(`/media-plans/${id}`)}
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
        range={rangeOf(selection)}
        currency={plan.currency}
        basis={basis}
      />
    </div>
  );
}
