/** Maps a number of `domain` to a place in `range`; a domain without width maps to the range's start. */
export function linear(
  domain: readonly [number, number],
  range: readonly [number, number],
): (value: number) => number {
  const [d0, d1] = domain;
  const [r0, r1] = range;
  const step = d1 === d0 ? 0 : (r1 - r0) / (d1 - d0);
  return (value) => r0 + (value - d0) * step;
}

/** Round steps (1, 2, 5 × 10ⁿ) from at or below `min` to at or above `max`, at most `most` of them. */
export function niceTicks(min: number, max: number, most = 5): readonly number[] {
  if (!(max > min)) return [min];
  let unit = 10 ** Math.floor(Math.log10((max - min) / most));
  const steps = [1, 2, 5, 10, 20, 50];
  for (const factor of steps) {
    const step = unit * factor;
    const from = Math.floor(min / step + 1e-9) * step;
    const to = Math.ceil(max / step - 1e-9) * step;
    const count = Math.round((to - from) / step) + 1;
    if (count <= most) {
      return Array.from({ length: count }, (_, i) => tidy(from + i * step));
    }
  }
  unit *= 100;
  return [Math.floor(min / unit) * unit, Math.ceil(max / unit) * unit];
}

function tidy(value: number): number {
  const rounded = Number(value.toPrecision(12));
  return rounded === 0 ? 0 : rounded;
}

/**
 * Moves places apart until neighbours stand `gap` from each other, each as little as possible,
 * inside `from`…`to` where there is room. Answers in the order given.
 */
export function spread(
  places: readonly number[],
  gap: number,
  from: number,
  to: number,
): readonly number[] {
  const order = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  // Neighbours closer than the gap form a block that stands round its members' mean.
  const blocks: { size: number; mean: number }[] = [];
  for (const index of order) {
    let block = { size: 1, mean: places[index] ?? 0 };
    let before = blocks.at(-1);
    while (before !== undefined && overlaps(before, block, gap)) {
      const size = before.size + block.size;
      block = { size, mean: (before.mean * before.size + block.mean * block.size) / size };
      blocks.pop();
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  const sorted: number[] = [];
  for (const block of blocks) {
    const start = block.mean - ((block.size - 1) * gap) / 2;
    for (let i = 0; i < block.size; i += 1) sorted.push(start + i * gap);
  }
  for (let i = sorted.length - 1, limit = to; i >= 0; i -= 1, limit -= gap) {
    sorted[i] = Math.min(sorted[i] ?? 0, limit);
    limit = sorted[i] ?? limit;
  }
  for (let i = 0, limit = from; i < sorted.length; i += 1) {
    sorted[i] = Math.max(sorted[i] ?? 0, limit);
    limit = (sorted[i] ?? limit) + gap;
  }
  const answer = places.slice();
  order.forEach((index, i) => {
    answer[index] = sorted[i] ?? 0;
  });
  return answer;
}

function overlaps(
  a: { size: number; mean: number },
  b: { size: number; mean: number },
  gap: number,
): boolean {
  const end = a.mean + ((a.size - 1) * gap) / 2;
  const start = b.mean - ((b.size - 1) * gap) / 2;
  return start - end < gap - 1e-9;
}
