import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../shared/contract/briefs.contract';
import { SEGMENT_PARTS, segmentRows } from '../../../shared/domain/brief-answers';
import type { AnswerProps } from './answer-fields';
import { TableAnswer } from './table-answer';

const MOST_SEGMENTS = 50;

/** Segments, a row each. */
export function AudienceAnswer(props: AnswerProps) {
  const { t } = useTranslation('brief');
  const { field, answer, onChange } = props;
  const asTable = useMemo(
    () => ({
      ...field,
      columns: SEGMENT_PARTS.map((key) => ({
        key,
        label: t(`segment.${key}`),
        numeric: false,
        summed: false,
      })),
    }),
    [field, t],
  );
  const table: Answer | undefined =
    answer?.type === 'audience'
      ? { type: 'table', rows: segmentRows(answer).map((row) => [...row]) }
      : undefined;
  return (
    <TableAnswer
      {...props}
      field={asTable}
      answer={table}
      onChange={(next) => onChange(next?.type === 'table' ? audienceOf(next.rows) : null)}
      mostRows={MOST_SEGMENTS}
    />
  );
}

function audienceOf(rows: readonly (readonly string[])[]): Answer {
  return {
    type: 'audience',
    segments: rows.map(([name = '', portrait = '', geo = '', need = '', barrier = '']) => ({
      name,
      portrait,
      geo,
      need,
      barrier,
    })),
  };
}
