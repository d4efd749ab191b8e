import type { ReactNode } from 'react';
import styles from './charts.module.css';

/** A drawing whose shapes can be opened. The figure round it carries its name. */
export function ChartSvg({
  width,
  height,
  children,
}: {
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a title would pop up over the whole drawing
    <svg width={width} height={height}>
      {children}
    </svg>
  );
}

/** A shape that acts as a button: click, Enter and Space. Without an action it is only named. */
export function ChartButton({
  label,
  figure,
  onPress,
  children,
}: {
  readonly label: string;
  /** Names the figure for tests and for the key that explains it. */
  readonly figure?: string;
  readonly onPress?: ((element: SVGGElement) => void) | undefined;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button of its own
    <g
      className={styles.open}
      role="button"
      tabIndex={onPress === undefined ? -1 : 0}
      aria-label={label}
      data-figure={figure}
      onClick={(event) => onPress?.(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        onPress?.(event.currentTarget);
      }}
    >
      {children}
    </g>
  );
}
