import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { currencyExponent } from '../../../shared/domain/money';
import type { CellRule } from '../../components/grid/cell-text';
import type { GridEdit, WriteKind } from '../../components/grid/grid-source';
import { queryClient, useCommand } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useToast } from '../../lib/toast';
import { useToday } from '../../lib/workspace';
import { cellMarks, setCellMarks, useCellMarks } from './cell-marks';
import type { PlanColumn } from './column-kit';
import { problemKey, type SheetRow } from './plan-source';
import type { Basis } from './plan-types';
import { type Joined, planWrites } from './plan-writes';

/** Reads the plan again and waits for it, so that what was typed gives way to what was kept. */
async function readAgain(): Promise<void> {
  await queryClient.invalidateQueries(
    { predicate: ({ queryKey }) => queryKey[0] === 'media-plans/show' },
    { cancelRefetch: false },
  );
}

/** The rule a text breaks and the text itself, as the tip of a marked cell says it. */
export function useRuleWords(currency: string): (rule: CellRule, given: string) => string {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const today = useToday();
  return useCallback(
    (rule, given) => {
      const params =
        rule.code === 'choice'
          ? { options: rule.options.join(', ') }
          : rule.code === 'date'
            ? { example: format.date(today) }
            : rule.code === 'number'
              ? { example: format.number(1234.5, { min: 2, max: currencyExponent(currency) || 2 }) }
              : 'max' in rule
                ? { max: format.number(rule.max) }
                : {};
      return t(`rule.${rule.code}`, { ...params, given });
    },
    [t, format, today, currency],
  );
}

/** Writes cells of a draft; what cannot be read or kept stays marked in its cell. */
export function usePlanWriter(
  planId: string,
  currency: string,
  rows: readonly SheetRow[],
  columns: readonly PlanColumn[],
  basis: Basis,
  joins: Joined | null,
) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const today = useToday();
  const toast = useToast();
  const typing = useCommand('media-plans/write-cells', { announce: false });
  const ruleWords = useRuleWords(currency);
  const problems = useCellMarks(planId);

  async function write(edits: GridEdit[], kind: WriteKind): Promise<void> {
    const planned = planWrites(edits, rows, columns, { lang: format.lang, today, basis, joins });
    const marks = new Map(cellMarks(planId));
    for (const { row, column } of edits) {
      marks.delete(problemKey(rows[row]?.key ?? '', columns[column]?.id ?? ''));
    }
    const worth = planned.filter(
      ({ write: own, unread }) =>
        Object.keys(own.cells).length > 0 ||
        own.columns !== undefined ||
        (own.lineId === null && unread.length > 0),
    );
    let ids: readonly string[] = [];
    let bad = 0;
    try {
      if (worth.length > 0) {
        const done = await typing.run({ planId, rows: worth.map((row) => row.write) });
        ids = done.ids;
        for (const { row, field, message } of done.refused) {
          const rowKey = ids[row] ?? '';
          const columnId = field.startsWith('column:') ? `period-${field.slice(7)}` : field;
          const given = givenIn(edits, rows, columns, worth[row]?.rowKey ?? null, columnId);
          marks.set(problemKey(rowKey, columnId), { given, text: message });
          bad += 1;
        }
      }
    } catch {
      // Nothing was written; the refusal stands above the grid.
      return;
    }
    for (const row of planned) {
      const rowKey = row.rowKey ?? ids[worth.indexOf(row)] ?? 'new';
      for (const { columnId, given, rule } of row.unread) {
        marks.set(problemKey(rowKey, columnId), { given, text: ruleWords(rule, given) });
        bad += 1;
      }
    }
    setCellMarks(planId, marks);
    await readAgain();
    if (kind === 'paste' || kind === 'fill') {
      const cells = edits.length - bad;
      const text = t(bad === 0 ? 'toast.written' : 'toast.writtenPartly', { count: cells, bad });
      if (edits.length > 1 || bad > 0) toast({ text, undo: cells > 0 });
    }
  }

  return { write, problems, failure: typing.failure };
}

function givenIn(
  edits: readonly GridEdit[],
  rows: readonly SheetRow[],
  columns: readonly PlanColumn[],
  rowKey: string | null,
  columnId: string,
): string {
  const found = edits.find(
    ({ row, column }) =>
      columns[column]?.id === columnId && (rowKey === null || rows[row]?.key === rowKey),
  );
  return found?.text ?? '';
}
