import { ChartButton, ChartSvg } from './chart-parts';
import { ChartTable } from './chart-table';
import styles from './charts.module.css';
import { HatchPattern, useHatch } from './hatch';
import { layOutWaterfall, type WaterfallColumn, type WaterfallStep } from './waterfall-layout';

/** From one amount to another through its steps; the last level is green, or red below zero. */
export function Waterfall({
  steps,
  width,
  height,
  words,
  onOpen,
}: {
  readonly steps: readonly WaterfallStep[];
  readonly width: number;
  readonly height: number;
  readonly words: {
    readonly title: string;
    readonly line: string;
    readonly amount: string;
    readonly unknown: string;
    readonly money: (minor: number, isStep: boolean) => string;
  };
  readonly onOpen?: (id: string, element: SVGGElement) => void;
}) {
  const hatch = useHatch();
  const { columns, zeroY } = layOutWaterfall(steps, width, height);
  const foot = height - 40;
  const value = ({ step }: WaterfallColumn) =>
    step.value === null ? (step.reason ?? '—') : words.money(step.value, step.kind === 'step');
  // Over a column there is room for one word; the reason stands in the table and the tip.
  const shown = (column: WaterfallColumn) =>
    column.step.value === null && column.step.reason !== null ? words.unknown : value(column);
  return (
    <figure className={styles.frame} aria-label={words.title}>
      <ChartSvg width={width} height={height}>
        <HatchPattern id={hatch.id} />
        {columns.map((column, i) => {
          const next = columns[i + 1];
          if (next === undefined || column.levelY === null) return null;
          return (
            <line
              key={column.step.id}
              x1={column.x + column.width}
              x2={next.x}
              y1={column.levelY}
              y2={column.levelY}
              stroke="var(--line-3)"
            />
          );
        })}
        {columns.map((column, i) => {
          const { step } = column;
          const isLast = i === columns.length - 1;
          const middle = column.x + column.width / 2;
          return (
            <ChartButton
              key={step.id}
              label={[shown(column), ...step.label, step.note].filter(Boolean).join(' ')}
              figure={step.id}
              onPress={onOpen === undefined ? undefined : (element) => onOpen(step.id, element)}
            >
              {/* The whole column answers to the pointer, not only its ink. */}
              <rect
                x={column.x - 8}
                y="0"
                width={column.width + 16}
                height={height}
                fill="transparent"
              />
              {column.levelY === null ? (
                <rect
                  x={column.x}
                  y={zeroY - 48}
                  width={column.width}
                  height="48"
                  fill={hatch.fill}
                  stroke="var(--pencil-line)"
                  strokeDasharray="3 3"
                />
              ) : (
                <rect
                  className={styles.shape}
                  x={column.x}
                  y={column.y}
                  width={column.width}
                  height={column.height}
                  fill={fillOf(step, isLast)}
                />
              )}
              <text
                className={styles.value}
                data-tone={toneOf(step, isLast)}
                x={middle}
                y={labelY(column, zeroY)}
                textAnchor="middle"
              >
                {shown(column)}
              </text>{' '}
              <text
                className={styles.caption}
                data-strong={step.kind === 'level'}
                x={middle}
                y={foot}
                textAnchor="middle"
              >
                {step.label[0]}
              </text>{' '}
              <text
                className={styles.caption}
                data-strong={step.kind === 'level' && isLast}
                x={middle}
                y={foot + 14}
                textAnchor="middle"
              >
                {step.label[1]}
              </text>{' '}
              {step.note !== null && (
                <text className={styles.axis} x={middle} y={foot + 30} textAnchor="middle">
                  {step.note}
                </text>
              )}
            </ChartButton>
          );
        })}
        <line className="axis-ink" x1="0" x2={width} y1={zeroY} y2={zeroY} />
      </ChartSvg>
      <ChartTable
        caption={words.title}
        heads={[words.line, words.amount]}
        rows={columns.map((column) => [column.step.label.join(' ').trim(), value(column)])}
      />
    </figure>
  );
}

/** Above the column; below it where the whole column lies under zero. */
function labelY(column: WaterfallColumn, zeroY: number): number {
  if (column.levelY === null) return zeroY - 48 - 6;
  const isBelow = column.y >= zeroY - 0.5 && column.height > 1.5;
  return isBelow ? column.y + column.height + 12 : column.y - 6;
}

function fillOf(step: WaterfallStep, isLast: boolean): string {
  if (step.kind === 'step') return 'var(--ink-2)';
  if (!isLast && (step.value ?? 0) >= 0) return 'var(--ink)';
  return (step.value ?? 0) < 0 ? 'var(--neg-fill)' : 'var(--pos-fill)';
}

function toneOf(step: WaterfallStep, isLast: boolean): string | undefined {
  if (step.value === null) return step.reason === null ? 'quiet' : 'warn';
  if (step.kind === 'step') return 'quiet';
  if (step.value < 0) return 'neg';
  return isLast ? 'pos' : undefined;
}
