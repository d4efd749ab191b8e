import styles from './charts.module.css';

/** The box of the available hours takes this much of the bar; the rest is room for what is over. */
const BOX = 0.8;
const MOST = 1 / BOX;

/** Shares of the bar's width, 0…1. `cut`: more was used than the bar has room for. */
export function burnParts(
  usedShare: number,
  elapsedShare: number,
): { readonly fact: number; readonly over: number; readonly today: number; readonly cut: boolean } {
  return {
    fact: Math.min(Math.max(usedShare, 0), 1) * BOX,
    over: Math.max(0, Math.min(usedShare, MOST) - 1) * BOX,
    today: Math.min(Math.max(elapsedShare, 0), 1) * BOX,
    cut: usedShare > MOST,
  };
}

/** Hours used of a retainer, with a line where an even pace would stand today. */
export function BurnBar({
  usedShare,
  elapsedShare,
  width = 88,
}: {
  readonly usedShare: number;
  /** Share of the month's days gone by, today included. */
  readonly elapsedShare: number;
  readonly width?: number;
}) {
  const parts = burnParts(usedShare, elapsedShare);
  const px = (share: number) => Number((share * width).toFixed(1));
  return (
    <svg className={styles.burn} width={width} height="14" aria-hidden="true">
      <rect
        x="0.5"
        y="3.5"
        width={px(BOX) - 1}
        height="7"
        rx="1"
        fill="none"
        stroke="var(--pencil-line)"
      />
      <rect x="0" y="3" width={px(parts.fact)} height="8" rx="1" fill="var(--ink)" />
      {parts.over > 0 && (
        <rect x={px(BOX)} y="3" width={px(parts.over)} height="8" fill="var(--neg-fill)" />
      )}
      {parts.cut && (
        <path d={`M${width - 5} 12l3-10`} stroke="var(--bg-1)" strokeWidth="2" data-part="cut" />
      )}
      <line
        x1={px(parts.today)}
        x2={px(parts.today)}
        y1="0"
        y2="14"
        stroke="var(--accent)"
        strokeWidth="1.5"
      />
    </svg>
  );
}
