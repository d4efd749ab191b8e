import { ChartButton, ChartSvg } from './chart-parts';
import { ChartTable } from './chart-table';
import styles from './charts.module.css';
import { keyShare, layOutMarginBars, type MarginBar } from './margin-bars-layout';

/** Margin by client: height is the margin, width the share of AGI, so area is money. */
export function MarginBars({
  bars,
  targetPpm,
  width,
  height,
  words,
  onOpen,
}: {
  readonly bars: readonly MarginBar[];
  readonly targetPpm: number;
  readonly width: number;
  readonly height: number;
  readonly words: {
    readonly title: string;
    readonly client: string;
    readonly agi: string;
    readonly margin: string;
    readonly target: string;
    readonly targetValue: string;
    readonly percent: (ppm: number) => string;
    readonly money: (minor: number) => string;
    readonly key: (clients: number, sharePpm: number) => string;
  };
  readonly onOpen?: (id: string) => void;
}) {
  const layout = layOutMarginBars(bars, width, height, targetPpm);
  const key = keyShare(bars);
  const last = layout.bars[key.clients - 1];
  const targetY = layout.y(targetPpm);
  const name = (bar: MarginBar) =>
    `${bar.name}: ${words.percent(bar.marginPpm)}, ${words.agi} ${words.money(bar.agiMinor)}`;
  return (
    <figure className={styles.frame} aria-label={words.title}>
      <ChartSvg width={width} height={height}>
        {layout.ticks.map(({ percent, y }) => (
          <g key={percent}>
            <line className="grid" x1={layout.left} x2={layout.right} y1={y} y2={y} />
            <text className={styles.axis} x={layout.left - 5} y={y + 4} textAnchor="end">
              {String(percent).replace('-', '−')}
            </text>
          </g>
        ))}
        {layout.bars.map(({ bar, x, y, width: w, height: h, cut, label }) => (
          <ChartButton
            key={bar.id}
            label={`${bar.mark}, ${name(bar)}`}
            onPress={onOpen === undefined ? undefined : () => onOpen(bar.id)}
          >
            <title>{name(bar)}</title>
            <rect
              className={styles.shape}
              x={x}
              y={y}
              width={w}
              height={h}
              fill={bar.hue > 14 ? 'none' : `var(--h${bar.hue})`}
              stroke={bar.hue > 14 ? 'var(--line-3)' : 'none'}
            />
            {cut && (
              <path
                d={`M${x - 1} ${bar.marginPpm < 0 ? y + h - 6 : y + 8}l${w + 2} -4`}
                stroke="var(--bg-1)"
                strokeWidth="2"
                data-part="cut"
              />
            )}
            {label.leader !== null && (
              <path d={label.leader} fill="none" stroke="var(--line-3)" strokeWidth="0.8" />
            )}
            <text
              className={styles.label}
              data-tone={bar.marginPpm < 0 ? 'neg' : undefined}
              x={label.x}
              y={label.y}
              textAnchor="middle"
            >
              {bar.mark}
            </text>
          </ChartButton>
        ))}
        <line
          className="axis-ink"
          x1={layout.left}
          x2={layout.right}
          y1={layout.zeroY}
          y2={layout.zeroY}
        />
        <line
          x1={layout.left}
          x2={width}
          y1={targetY}
          y2={targetY}
          stroke="var(--pencil-line)"
          strokeDasharray="4 3"
          pointerEvents="none"
        />
        <text className={styles.small} x={width - 2} y={targetY - 5} textAnchor="end">
          {words.target}
        </text>
        <text className={styles.small} x={width - 2} y={targetY + 12} textAnchor="end">
          {words.targetValue}
        </text>
        {last !== undefined && (
          <g>
            <path
              d={`M${layout.left} ${height - 21}v6M${layout.left} ${height - 18}H${last.x + last.width}M${last.x + last.width} ${height - 21}v6`}
              stroke="var(--tx-2)"
              fill="none"
            />
            <text
              x={Math.max((layout.left + last.x + last.width) / 2, layout.left + 62)}
              y={height - 4}
              textAnchor="middle"
            >
              {words.key(key.clients, key.sharePpm)}
            </text>
          </g>
        )}
      </ChartSvg>
      <ChartTable
        caption={words.title}
        heads={[words.client, words.agi, words.margin]}
        rows={bars.map((bar) => [
          bar.name,
          words.money(bar.agiMinor),
          words.percent(bar.marginPpm),
        ])}
      />
    </figure>
  );
}
