import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportMatch, PreviewRow } from '../../../shared/contract/imports.contract';
import { useFormat } from '../../lib/format';
import { usePhrase } from '../../lib/phrase';
import { type RowChoice, splitReasons } from './import-model';

type Reason = ImportMatch['reasons'][number];

export type RowWords = {
  /** «строка 31: в сумме 2 буквы «О»» */
  problem(row: PreviewRow): string;
  /** The reasons of a pair in a few words, or what else there is to say of the row. */
  why(row: PreviewRow, choice: RowChoice | undefined): string;
  /** One reason as a line of the table: what was looked at, and what it showed. */
  reason(reason: Reason, row: PreviewRow, clientName: string): { what: string; how: string };
};

/** Wording of a row; everything in the window's language, whatever it was when the file was read. */
export function useRowWords(): RowWords {
  const { t } = useTranslation('import');
  const phrase = usePhrase();
  const format = useFormat();
  return useMemo(() => {
    const short = (reason: Reason) => t(`reason.${reason.code}.short`);
    const join = (reasons: readonly Reason[]) => [...new Set(reasons.map(short))].join(', ');
    const when = (days: number) =>
      days === 0
        ? t('when.onDay')
        : t(days < 0 ? 'when.early' : 'when.late', { count: Math.abs(days) });
    return {
      problem: (row) =>
        row.problem === null
          ? ''
          : t('pair.row', {
              row: row.problem.row,
              text: row.note === null ? row.problem.message : phrase(row.note),
            }),
      why: (row, choice) => {
        if (choice?.skip === true) return '';
        if (row.state === 'changed' && row.note !== null) return phrase(row.note);
        if (row.match === null || row.state === 'unchanged') {
          if (row.note !== null) return phrase(row.note);
          return row.purpose;
        }
        const { pros, cons } = splitReasons(row.match);
        const parts =
          row.match.confidence >= 85 ? [join(pros.slice(0, 3))] : [join(pros), join(cons)];
        const text = parts.filter((part) => part !== '').join('; ');
        return text.charAt(0).toLocaleUpperCase() + text.slice(1);
      },
      reason: (reason, row, clientName) => {
        const { params } = reason;
        const days = Number(params['days'] ?? 0);
        const values = {
          ...params,
          client: clientName,
          amount: row.amountMinor === null ? '' : format.amount(row.amountMinor, row.currency),
          when: when(days),
          count: Number(params['count'] ?? params['payments'] ?? 1),
        };
        return {
          what: t(`reason.${reason.code}.what`, values),
          how: t(`reason.${reason.code}.how`, values),
        };
      },
    };
  }, [t, phrase, format]);
}
