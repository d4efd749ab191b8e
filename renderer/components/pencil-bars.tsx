import { useId } from 'react';

const BAR = 30;
const GAP = 10;
const LEFT = 60;

type Props = {
  width: number;
  heights: readonly number[];
  /** Said to readers who do not see it; without it the drawing is only ornament. */
  label?: string;
  today?: string;
};

/** Planned bars without a fact: the picture of an empty sheet. */
export function PencilBars({ width, heights, label, today }: Props) {
  const id = useId();
  const tallest = Math.max(...heights);
  const base = tallest + 14;
  const step = (width - LEFT - 8) / heights.length;
  const bar = Math.min(BAR * 1.4, step - GAP);
  return (
    <svg
      width={width}
      height={base + 10}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
    >
      <defs>
        <pattern
          id={id}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1="0" y1="0" x2="0" y2="4" stroke="var(--pencil)" strokeWidth="1.6" />
        </pattern>
      </defs>
      {heights.map((height, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars are an ornament and never move
          key={index}
          x={LEFT + index * step + 0.5}
          y={base - height}
          width={bar}
          height={height}
          fill={`url(#${id})`}
          stroke="var(--pencil-line)"
        />
      ))}
      <path d={`M0 ${base + 1.5}h${width}M0 ${base + 5.5}h${width}`} stroke="var(--line-ink)" />
      <line className="today" x1={LEFT - 10} x2={LEFT - 10} y1={4} y2={base} />
      {today === undefined ? null : (
        <text
          x={LEFT - 16}
          y={14}
          textAnchor="end"
          fontSize={10}
          fontWeight={600}
          fill="var(--accent)"
          style={{ fill: 'var(--accent)', fontSize: 10 }}
        >
          {today}
        </text>
      )}
    </svg>
  );
}
