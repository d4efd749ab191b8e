import { memo, useMemo } from 'react';
import { type Axis, isSeen, type Seen, spanOf } from '../../components/axis/axis';
import { arrowHead, linkPath } from './bar-layout';
import styles from './timeline.module.css';
import type { PlanRow } from './timeline-rows';

/** The later task waits for the earlier one. */
export type Link = { readonly beforeId: string; readonly afterId: string };

type Props = {
  axis: Axis;
  rows: readonly PlanRow[];
  links: readonly Link[];
  tops: readonly number[];
  rowHeight: number;
  /** Rows seen. */
  first: number;
  last: number;
  seen: Seen;
};

const BAR = 12;

/** Arrows from the end of a task to the start of those that wait for it. */
export const TimelineLinks = memo(function TimelineLinks(props: Props) {
  const { axis, rows, links, tops, rowHeight, first, last, seen } = props;
  const places = useMemo(() => {
    const found = new Map<string, number>();
    rows.forEach((row, index) => {
      // A task that stands twice is joined where it stands first.
      if (row.kind === 'task' && !found.has(row.task.id)) found.set(row.task.id, index);
    });
    return found;
  }, [rows]);
  return (
    <svg className={styles.links} aria-hidden="true">
      {links.map((link) => {
        const from = places.get(link.beforeId);
        const to = places.get(link.afterId);
        if (from === undefined || to === undefined) return null;
        if (Math.max(from, to) < first || Math.min(from, to) > last) return null;
        const before = rows[from];
        const after = rows[to];
        if (before?.kind !== 'task' || after?.kind !== 'task') return null;
        const a = spanOf(axis, before.task.days);
        const b = spanOf(axis, after.task.days);
        if (!isSeen(seen, Math.min(a.x, b.x), Math.abs(b.x - a.x) + a.width + b.width)) return null;
        const start = { end: a.x + a.width - 2, y: (tops[from] ?? 0) + rowHeight / 2 - 1 };
        const end = { x: b.x, y: (tops[to] ?? 0) + rowHeight / 2 - 1 };
        const isBroken =
          before.task.status !== 'done' && before.task.days.to >= after.task.days.from;
        const isCritical = before.task.isCritical && after.task.isCritical;
        return (
          <g
            key={`${link.beforeId} ${link.afterId}`}
            className={isBroken ? styles.broken : isCritical ? styles.inked : styles.plainLink}
          >
            <path d={linkPath(start, end, BAR)} fill="none" stroke="currentColor" />
            <path d={arrowHead(start, end, BAR)} fill="currentColor" />
          </g>
        );
      })}
    </svg>
  );
});
