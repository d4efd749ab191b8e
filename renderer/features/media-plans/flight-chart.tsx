import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../shared/contract/media-plans.contract';
import { addDays, daysInclusive, diffDays, isoWeekday } from '../../../shared/domain/dates';
import { HatchPattern, useHatch } from '../../components/charts/hatch';
import { useBox } from '../../components/charts/use-box';
import { useFormat } from '../../lib/format';
import { periodLabel } from './column-kit';
import { type Bar, flightBars } from './flight-bars';
import styles from './media-plans.module.css';

const HEAD = 20;
const STEP = 24;
const BAR = 14;
const LABEL_WIDTH = 366;
/** Above so many days their weekends are too thin to draw. */
const WEEKENDS_WITHIN = 100;

/** Flights over time: hatched is planned, solid is spent, and the day that facts reach is a line. */
export function FlightChart({ plan }: { plan: Plan }) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const hatch = useHatch();
  const [ref, size] = useBox<HTMLElement>(1200, 200);
  const bars = flightBars(plan);
  const left = Math.min(LABEL_WIDTH, Math.round(size.width * 0.3)) + 20;
  const right = size.width - 18;
  const days = daysInclusive(plan);
  const perDay = Math.max(0, right - left) / days;
  const x = (on: string) => left + diffDays(plan.from, on) * perDay;
  const height = HEAD + bars.length * STEP + 4;
  const hasToday = plan.factOn >= plan.from && plan.factOn <= plan.to;
  const todayX = x(addDays(plan.factOn, 1));
  const labels = plan.shownColumns.filter((_, i) => i % labelStep(plan, right - left) === 0);
  const weekends =
    days > WEEKENDS_WITHIN
      ? []
      : Array.from({ length: days }, (_, i) => addDays(plan.from, i)).filter(
          (day) => isoWeekday(day) > 5,
        );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keys
    <section ref={ref} className={styles.chart} tabIndex={0} aria-label={t('chart.label')}>
      <svg width={size.width} height={height} role="img" aria-label={t('chart.label')}>
        <HatchPattern id={hatch.id} />
        {weekends.map((day) => (
          <rect
            key={day}
            x={x(day)}
            y={HEAD}
            width={perDay}
            height={height - HEAD - 4}
            className={styles.weekend}
          />
        ))}
        {labels.map((column) => (
          <g key={column.from}>
            <line
              className="axis"
              x1={x(column.from)}
              x2={x(column.from)}
              y1={HEAD}
              y2={height - 4}
            />
            {hasToday && isUnder(x(column.from), todayX) ? null : (
              <text className={styles.axisText} x={x(column.from) + 4} y={13}>
                {periodLabel(column, plan, format)}
              </text>
            )}
          </g>
        ))}
        {bars.map((bar, i) => (
          <Flight
            key={bar.key}
            bar={bar}
            y={HEAD + i * STEP + 5}
            left={x(bar.from)}
            width={x(addDays(bar.to, 1)) - x(bar.from)}
            amountX={left - 16}
            amount={format.amount(bar.amountMinor, plan.currency, { whole: true })}
            room={left - 20 - 110}
            chartRight={right}
            fill={hatch.fill}
          />
        ))}
        {hasToday ? (
          <g>
            <line className="today" x1={todayX} x2={todayX} y1={HEAD - 4} y2={height - 4} />
            <TodayLabel
              text={t(plan.fact === null ? 'chart.today' : 'chart.factOn', {
                on: format.dateShort(plan.factOn),
              })}
              x={Math.min(todayX - 1, right - 100)}
            />
          </g>
        ) : null}
      </svg>
      <table className="unseen">
        <caption>{t('chart.label')}</caption>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.key}>
              <th scope="row">{bar.label}</th>
              <td>{format.dateRange(bar.from, bar.to)}</td>
              <td>{format.money(bar.amountMinor, plan.currency)}</td>
              <td>{bar.spentMinor === null ? '' : format.money(bar.spentMinor, plan.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Whether a column's name would lie under the name of the day that facts reach. */
function isUnder(x: number, todayX: number): boolean {
  return x > todayX - 48 && x < todayX + 88;
}

/** Every how many columns one is named, so that names keep apart. */
function labelStep(plan: Plan, width: number): number {
  const room = width / Math.max(1, plan.shownColumns.length);
  return Math.max(1, Math.ceil(58 / Math.max(1, room)));
}

type FlightProps = {
  bar: Bar;
  y: number;
  left: number;
  width: number;
  amountX: number;
  amount: string;
  room: number;
  chartRight: number;
  fill: string;
};

function Flight({ bar, y, left, width, amountX, amount, room, chartRight, fill }: FlightProps) {
  const spent =
    bar.spentMinor === null || bar.amountMinor <= 0
      ? 0
      : Math.min(1, bar.spentMinor / bar.amountMinor) * width;
  return (
    <g>
      <foreignObject x={20} y={y - 2} width={Math.max(0, room)} height={18}>
        <div className={`cut ${styles.barLabel}`} title={bar.label}>
          {bar.label}
        </div>
      </foreignObject>
      <text x={amountX} y={y + 11} textAnchor="end" className={styles.barAmount}>
        {amount}
      </text>
      <line className="grid" x1={16} x2={chartRight} y1={y + 19} y2={y + 19} />
      <rect
        x={left}
        y={y}
        width={Math.max(1, width)}
        height={BAR}
        fill={fill}
        stroke="var(--pencil-line)"
      />
      {spent > 0 ? (
        <rect x={left} y={y} width={spent} height={BAR} fill={`var(--c${bar.hue})`} />
      ) : null}
    </g>
  );
}

function TodayLabel({ text, x }: { text: string; x: number }) {
  const width = text.length * 5.6 + 14;
  return (
    <>
      <rect x={x} y={2} width={width} height={15} rx={2} fill="var(--accent)" />
      <text x={x + width / 2} y={13} textAnchor="middle" className={styles.todayText}>
        {text}
      </text>
    </>
  );
}
