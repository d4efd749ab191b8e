/** Repetitions of every measurement; medians of fewer say little. */
export const RUNS = 9;

export type Ratio = {
  name: string;
  scale: string;
  /** What is compared, in the unit; medians. */
  ours: number;
  floor: number;
  unit: string;
  ratio: number;
  target: number | null;
};

/** The middle value; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}

/** Runs two things by turns, so that whatever else the machine does hits both. Milliseconds per run. */
export async function interleave(
  runs: number,
  ours: () => unknown,
  floor: () => unknown,
): Promise<{ ours: number[]; floor: number[] }> {
  const times = { ours: [] as number[], floor: [] as number[] };
  await ours();
  await floor();
  for (let run = 0; run < runs; run += 1) {
    for (const [side, work] of [
      ['floor', floor],
      ['ours', ours],
    ] as const) {
      const from = performance.now();
      await work();
      times[side].push(performance.now() - from);
    }
  }
  return times;
}

/** The quotient of the medians. */
export function ratioOf(
  name: string,
  scale: string,
  times: { ours: readonly number[]; floor: readonly number[] },
  unit: string,
  target: number | null,
): Ratio {
  const ours = median(times.ours);
  const floor = median(times.floor);
  return { name, scale, ours, floor, unit, ratio: ours / floor, target };
}
