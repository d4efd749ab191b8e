import { describe, expect, it } from 'vitest';
import { burnParts } from '../../renderer/components/charts/burn-bar';
import { keyShare, layOutMarginBars } from '../../renderer/components/charts/margin-bars-layout';
import { placeQuadrant } from '../../renderer/components/charts/margin-nps';
import { linear, niceTicks, spread } from '../../renderer/components/charts/scale';
import { sparkPath } from '../../renderer/components/charts/sparkline';
import {
  layOutWaterfall,
  type WaterfallStep,
} from '../../renderer/components/charts/waterfall-layout';

describe('scale', () => {
  it('maps a domain to a range and survives a domain without width', () => {
    expect(linear([0, 10], [100, 0])(2.5)).toBe(75);
    expect(linear([5, 5], [10, 20])(5)).toBe(10);
  });

  it('gives round ticks that hold the range', () => {
    expect(niceTicks(-9, 69, 7)).toEqual([-20, 0, 20, 40, 60, 80]);
    expect(niceTicks(0, 62)).toEqual([0, 20, 40, 60, 80]);
    expect(niceTicks(3, 3)).toEqual([3]);
  });

  it('moves neighbours apart as little as it can and keeps them inside', () => {
    expect(spread([10, 12, 40], 8, 0, 100)).toEqual([7, 15, 40]);
    expect(spread([99, 100, 100], 5, 0, 100)).toEqual([90, 95, 100]);
    expect(spread([], 5, 0, 100)).toEqual([]);
    const placed = spread([5, 5, 5, 5], 4, 0, 100);
    for (let i = 1; i < placed.length; i += 1) {
      expect((placed[i] ?? 0) - (placed[i - 1] ?? 0)).toBeCloseTo(4);
    }
  });
});

describe('sparkline', () => {
  it('keeps noise flat: the range is at least 26 points', () => {
    const { path } = sparkPath([450_000, 452_000, 449_000], 74, 18);
    const heights = [...path.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map((match) => Number(match[1]));
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(1);
  });

  it('breaks the line where a month is unknown and ends on the last one known', () => {
    const { path, last } = sparkPath([100_000, null, 300_000, 200_000, null], 74, 18);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path).toContain('h0');
    expect(last?.value).toBe(200_000);
  });

  it('draws nothing where nothing is known, and zero only where it is crossed', () => {
    expect(sparkPath([null, null], 74, 18).last).toBeNull();
    expect(sparkPath([400_000, 410_000], 74, 18).zeroY).toBeNull();
    expect(sparkPath([100_000, -100_000], 74, 18).zeroY).toBeCloseTo(9);
  });
});

describe('burn bar', () => {
  it('fills the box, then what is over, then is cut', () => {
    expect(burnParts(0.5, 0.77)).toMatchObject({ fact: 0.4, over: 0, cut: false });
    expect(burnParts(1.1, 1).over).toBeCloseTo(0.08);
    expect(burnParts(1.3, 1)).toMatchObject({ cut: true });
    expect(burnParts(1.3, 1).fact + burnParts(1.3, 1).over).toBeCloseTo(1);
  });
});

const bar = (id: string, agiMinor: number, marginPpm: number) => ({
  id,
  mark: id,
  hue: 1,
  name: id,
  agiMinor,
  marginPpm,
});

describe('margin by client', () => {
  const bars = [bar('a', 600, 480_000), bar('b', 300, 200_000), bar('c', 100, -60_000)];

  it('shares the width by AGI', () => {
    const { bars: placed } = layOutMarginBars(bars, 252, 236, 450_000);
    const [a, b, c] = placed;
    expect((a?.width ?? 0) / (b?.width ?? 1)).toBeCloseTo(2, 5);
    expect((b?.width ?? 0) / (c?.width ?? 1)).toBeCloseTo(3, 5);
  });

  it('hangs a loss below zero and leaves out who has no income', () => {
    const layout = layOutMarginBars([...bars, bar('d', 0, 0)], 252, 236, 450_000);
    expect(layout.bars.map(({ bar: each }) => each.id)).toEqual(['a', 'b', 'c']);
    expect(layout.bars[2]?.y).toBeGreaterThanOrEqual(layout.zeroY - 0.01);
    expect(layout.bars[0]?.y).toBeLessThan(layout.zeroY);
  });

  it('cuts a bar beyond the scale and says so', () => {
    const layout = layOutMarginBars([bar('a', 10, -3_000_000), bar('b', 90, 500_000)], 252, 236, 1);
    expect(layout.bars.map(({ cut }) => cut)).toEqual([false, true]);
  });

  it('finds the fewest clients that make 60 % of AGI', () => {
    expect(keyShare(bars)).toEqual({ clients: 1, sharePpm: 600_000 });
    expect(keyShare([bar('x', -5, 0)])).toEqual({ clients: 0, sharePpm: 0 });
  });
});

describe('margin and NPS', () => {
  it('keeps marks of one score apart', () => {
    const points = ['a', 'b', 'c'].map((id) => ({
      id,
      mark: id,
      hue: 1,
      name: id,
      score: 9,
      marginPpm: 400_000,
    }));
    const placed = placeQuadrant(points, 190, 236, 5, [-100_000, 800_000]);
    const heights = placed.map(({ y }) => y).sort((a, b) => a - b);
    expect(new Set(placed.map(({ x }) => x)).size).toBe(1);
    expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-9);
  });
});

describe('waterfall', () => {
  const step = (id: string, kind: WaterfallStep['kind'], value: number | null): WaterfallStep => ({
    id,
    kind,
    value,
    label: [id, ''],
    note: null,
    reason: value === null ? 'no rate' : null,
  });

  it('hangs a step between the levels beside it', () => {
    const { columns, zeroY } = layOutWaterfall(
      [step('from', 'level', 1000), step('cost', 'step', -400), step('to', 'level', 600)],
      600,
      268,
    );
    const [from, cost, to] = columns;
    expect(cost?.y).toBeCloseTo(from?.y ?? 0);
    expect((cost?.y ?? 0) + (cost?.height ?? 0)).toBeCloseTo(to?.y ?? 0);
    expect((to?.y ?? 0) + (to?.height ?? 0)).toBeCloseTo(zeroY);
  });

  it('goes below zero for a loss', () => {
    const { columns, zeroY } = layOutWaterfall(
      [step('a', 'level', 100), step('b', 'step', -300), step('c', 'level', -200)],
      600,
      268,
    );
    expect(columns[2]?.y).toBeCloseTo(zeroY);
    expect(columns[2]?.levelY).toBeGreaterThan(zeroY);
  });

  it('gives what is unknown no height, nor the steps that would hang from it', () => {
    const { columns } = layOutWaterfall(
      [
        step('a', 'level', 100),
        step('b', 'step', null),
        step('c', 'step', -5),
        step('d', 'level', 50),
      ],
      600,
      268,
    );
    expect(columns.map(({ levelY }) => levelY === null)).toEqual([false, true, true, false]);
  });
});
