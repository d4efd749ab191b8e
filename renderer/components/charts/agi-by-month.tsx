import { useMemo } from 'react';
import { Bar, BarChart, LabelList, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartTable } from './chart-table';
import styles from './charts.module.css';
import { HatchPattern, useHatch } from './hatch';

export interface AgiMonth {
  readonly month: string;
  readonly label: string;
  readonly name: string;
  /** Booked so far; null where a figure is unknown. */
  readonly factMinor: number | null;
  /** What the whole month may come to, where it is not over. */
  readonly forecastMinor: number | null;
}

interface Words {
  readonly title: string;
  readonly month: string;
  readonly agi: string;
  readonly fact: string;
  readonly forecast: string;
  readonly unknown: string;
  readonly short: (minor: number) => string;
  readonly money: (minor: number) => string;
}

interface Row extends AgiMonth {
  readonly shown: number;
  readonly rest: number;
}

/** AGI by month with axes and a reading under the pointer; the running month's forecast is hatched. */
export function AgiByMonth({
  months,
  width,
  height,
  words,
}: {
  readonly months: readonly AgiMonth[];
  readonly width: number;
  readonly height: number;
  readonly words: Words;
}) {
  const hatch = useHatch();
  const rows = useMemo(
    () =>
      months.map(
        (month): Row => ({
          ...month,
          shown: month.factMinor ?? 0,
          rest: Math.max(0, (month.forecastMinor ?? 0) - Math.max(0, month.factMinor ?? 0)),
        }),
      ),
    [months],
  );
  const lastWhole = rows.findLastIndex((row) => row.forecastMinor === null);
  const ticks = rows.filter((_, i) => i % 3 === 0).map((row) => row.month);
  return (
    <figure className={styles.frame} aria-label={words.title}>
      <svg width="0" height="0" aria-hidden="true" className={styles.hidden}>
        <HatchPattern id={hatch.id} />
      </svg>
      <div aria-hidden="true">
        <BarChart
          width={width}
          height={height}
          data={rows}
          margin={{ top: 20, right: 2, bottom: 0, left: 2 }}
          barCategoryGap={2}
          accessibilityLayer={false}
        >
          <XAxis
            dataKey="month"
            ticks={ticks}
            interval={0}
            tick={({ x, y, payload, index }) => (
              <text
                className={styles.axis}
                x={x}
                y={Number(y) + 8}
                textAnchor={index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle'}
                style={payload.value === rows.at(-1)?.month ? { fill: 'var(--accent)' } : undefined}
                dx={index === 0 ? -4 : index === ticks.length - 1 ? 4 : 0}
              >
                {rows.find((row) => row.month === payload.value)?.label}
              </text>
            )}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-ink)' }}
            height={20}
          />
          <YAxis hide domain={[(min: number) => Math.min(0, min), 'dataMax']} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--bg-hover)' }}
            content={({ active, payload }) => {
              const row: unknown = payload?.[0]?.payload;
              return active && isRow(row) ? <Reading row={row} words={words} /> : null;
            }}
          />
          <Bar dataKey="shown" stackId="agi" fill="var(--ink)" isAnimationActive={false}>
            <LabelList
              dataKey="month"
              content={({ x, y, width: w, height: h, index }) => {
                const row = rows[index ?? -1];
                if (row === undefined || row.factMinor === null) return null;
                if (index !== 0 && index !== lastWhole) return null;
                const isLast = index === lastWhole;
                // Above the tallest of its neighbours, so that no bar covers the number.
                const tallest = Math.max(
                  ...rows.slice(Math.max(0, index - 2), index + 2).map((r) => r.shown + r.rest),
                );
                const perUnit = row.shown === 0 ? 0 : Number(h) / row.shown;
                const top = isLast ? Number(y) + Number(h) - tallest * perUnit : Number(y);
                return (
                  <text
                    className={isLast ? styles.value : styles.small}
                    x={isLast ? Number(x) + Number(w) : Number(x)}
                    y={top - 6}
                    textAnchor={isLast ? 'end' : 'start'}
                  >
                    {words.short(row.factMinor)}
                  </text>
                );
              }}
            />
          </Bar>
          <Bar
            dataKey="rest"
            stackId="agi"
            fill={hatch.fill}
            stroke="var(--pencil-line)"
            isAnimationActive={false}
          />
        </BarChart>
      </div>
      <ChartTable
        caption={words.title}
        heads={[words.month, words.agi]}
        rows={rows.map((row) => [row.name, reading(row, words)])}
      />
    </figure>
  );
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'month' in value && 'shown' in value;
}

function reading(row: Row, words: Words): string {
  const fact = row.factMinor === null ? words.unknown : words.money(row.factMinor);
  if (row.forecastMinor === null) return fact;
  return `${words.fact} ${fact}, ${words.forecast} ${words.money(row.forecastMinor)}`;
}

function Reading({ row, words }: { readonly row: Row; readonly words: Words }) {
  return (
    <div className={styles.tip}>
      <b>{row.name}</b>
      {reading(row, words)}
    </div>
  );
}
