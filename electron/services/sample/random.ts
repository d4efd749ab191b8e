/** A repeatable source of numbers: the same seed and stream give the same sequence everywhere. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** About 1, seldom further from it than `spread`. */
  around(spread: number): number;
  pick<T>(items: readonly T[]): T;
  /** A sequence of its own, so that changing one part of the sample leaves the others as they are. */
  stream(name: string): Random;
}

/** 32 bits of a text (FNV-1a), the start of a stream. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Numbers of the generator known as mulberry32: 32 bits of state, enough for plausible data. */
export function createRandom(seed: string): Random {
  let state = hashText(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    around: (spread) => 1 + ((next() + next() + next()) / 1.5 - 1) * spread,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    stream: (name) => createRandom(`${seed}/${name}`),
  };
}

/** UUIDv7 whose time is the row's date, and whose random bits come from the seed. */
export type MakeId = (on: string) => string;

export function createIds(random: Random): MakeId {
  let count = 0;
  return (on) => {
    // Rows of one day keep the order they were made in: a counter stands in the 12 bits after the time.
    count = (count + 1) % 0x1000;
    const time = Date.parse(`${on}T06:00:00Z`).toString(16).padStart(12, '0');
    const order = count.toString(16).padStart(3, '0');
    const variant = (8 + random.whole(0, 3)).toString(16);
    const a = random.whole(0, 0xfff).toString(16).padStart(3, '0');
    const b = random.whole(0, 0xffffff).toString(16).padStart(6, '0');
    const c = random.whole(0, 0xffffff).toString(16).padStart(6, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${variant}${a}-${b}${c}`;
  };
}
