import { useTranslation } from 'react-i18next';
import type {
  ClientOverview,
  ClientProfitability,
  ProfitLine,
} from '../../../../shared/contract/clients.contract';
import type { FigureId } from '../../../../shared/contract/portfolio.contract';
import type { Period } from '../../../../shared/contract/primitives';
import { monthOf, monthPeriod } from '../../../../shared/domain/dates';
import { currencyExponent } from '../../../../shared/domain/money';
import { Figure } from '../../../components/figure';
import { Pane } from '../../../components/pane';
import { useFigureGrid } from '../../../lib/figure-grid';
import { useFormat } from '../../../lib/format';
import { periodWords } from '../period-words';
import styles from './months-table.module.css';
import { PROFIT_ROWS, signed } from './profit-rows';

/** From this many whole units on, seven columns have no room for kopecks. */
const WHOLE_FROM = 1_000_000;
/** The column of the total is wider. */
const TOTAL_ROOM = 10;

interface Column {
  readonly id: string;
  readonly head: string;
  readonly title: string;
  readonly line: ProfitLine;
  readonly period: Period;
  readonly isChosen: boolean;
  readonly isTotal: boolean;
}

/** Six months side by side and their sum; the chosen month stands on blue. */
export function MonthsTable({
  client,
  data,
  chosen,
}: {
  readonly client: ClientOverview;
  readonly data: ClientProfitability;
  readonly chosen: Period;
}) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const grid = useFigureGrid<HTMLTableElement>();
  const { currency } = client;
  const first = data.months[0]?.month ?? monthOf(chosen.from);
  const last = data.months.at(-1)?.month ?? monthOf(chosen.to);
  const span: Period = { from: monthPeriod(first).from, to: monthPeriod(last).to };
  const columns: readonly Column[] = [
    ...data.months.map(({ month, line }) => ({
      id: month,
      head: upperFirst(format.monthShort(month)),
      title: format.month(month),
      line,
      period: monthPeriod(month),
      isChosen: month >= monthOf(chosen.from) && month <= monthOf(chosen.to),
      isTotal: false,
    })),
    {
      id: 'total',
      head: t('months.total', { count: data.months.length }),
      title: periodWords(span, format),
      line: data.monthsTotal,
      period: span,
      isChosen: false,
      isTotal: true,
    },
  ];
  const limit = WHOLE_FROM * 10 ** currencyExponent(currency);
  const whole = columns.some(({ line, isTotal }) =>
    PROFIT_ROWS.some(
      (row) => Math.abs(line[row.line].value ?? 0) >= (isTotal ? limit * TOTAL_ROOM : limit),
    ),
  );
  const explain = (figureId: FigureId, period: Period) => ({
    figureId,
    scope: { kind: 'client' as const, clientId: client.id, period },
  });
  const cellClass = (column: Column) => `n ${column.isChosen ? styles.chosen : ''}`;
  return (
    <Pane
      title={t('months.title')}
      caption={t('months.caption', { period: periodWords(span, format) })}
      line="top"
    >
      <table
        ref={grid.ref}
        onKeyDown={grid.onKeyDown}
        className={`tb flat ${styles.months}`}
        aria-label={t('months.title')}
      >
        <colgroup>
          <col style={{ width: 164 }} />
          {data.months.map(({ month }) => (
            <col key={month} />
          ))}
          <col style={{ width: 126 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('withoutVat', { sign: format.currencySign(currency) })}</th>
            {columns.map((column) => (
              <th
                key={column.id}
                className={`n ${column.isChosen ? 'on' : ''}`}
                title={column.title}
                scope="col"
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PROFIT_ROWS.map((row) => (
            <tr key={row.line} className={row.kind === 'row' ? undefined : row.kind}>
              <th scope="row" className={styles.rowHead}>
                {t(`figures.${row.figureId}`)}
              </th>
              {columns.map((column) => (
                <td key={column.id} className={cellClass(column)}>
                  <Figure
                    figure={signed(column.line[row.line], row.isCost)}
                    unit="money"
                    currency={currency}
                    whole={whole}
                    tone={row.isCost ? 'plain' : 'signed'}
                    bold={column.isTotal && row.kind !== 'row'}
                    explain={explain(row.figureId, column.period)}
                  />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row" className={styles.rowHead}>
              {t('months.shares')}
            </th>
            {columns.map((column) => (
              <td key={column.id} className={`${cellClass(column)} t2`}>
                <Figure
                  figure={column.line.deliveryMarginPpm}
                  unit="ppm"
                  tone="signed"
                  explain={explain('delivery-margin-pct', column.period)}
                />
                {' / '}
                <Figure
                  figure={column.line.netMarginPpm}
                  unit="ppm"
                  tone="signed"
                  explain={explain('net-margin-pct', column.period)}
                />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Pane>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
