import { known, over, type Quantity, quantity, times } from './figure';
import { type Fraction, fraction } from './fraction';

/** Share of AGI that the key tier makes, as a fraction: 60 %. */
const KEY_TIER_SHARE: Fraction = fraction(3, 5);

export interface ClientAgi {
  readonly id: string;
  readonly agiMinor: number;
}

export interface Concentration {
  /** AGI of the portfolio, a plain sum, losses included. */
  readonly portfolioMinor: number;
  readonly top1: Quantity;
  readonly top3: Quantity;
  readonly top5: Quantity;
  /** Herfindahl index: Σ (share in %)², 0 … 10 000. */
  readonly hhi: Quantity;
  /** The fewest clients that make 60 % of AGI, largest first; null where there is no AGI. */
  readonly keyTierIds: readonly string[] | null;
  readonly keyTierShare: Quantity;
  /** A client's share; zero for one whose AGI is zero or less. */
  readonly shareOf: (id: string) => Quantity;
}

/**
 * Concentration of AGI. An AGI of zero or less counts as zero in every share, so that shares add up to
 * 100 %; all of them are null where no client earns anything.
 */
export function concentrationOf(clients: readonly ClientAgi[]): Concentration {
  const ranked = clients
    .map(({ id, agiMinor }) => ({ id, earned: BigInt(Math.max(0, agiMinor)) }))
    .sort((a, b) => (a.earned === b.earned ? 0 : a.earned > b.earned ? -1 : 1));
  const earned = ranked.reduce((sum, client) => sum + client.earned, 0n);
  const share = (part: bigint): Quantity => over(quantity(part), quantity(earned));
  const top = (count: number): Quantity =>
    share(ranked.slice(0, count).reduce((sum, client) => sum + client.earned, 0n));

  const squares = ranked.reduce((sum, client) => sum + client.earned * client.earned, 0n);
  const percentSquared = quantity(10_000);
  const hhi = times(over(quantity(squares), quantity(earned * earned)), percentSquared);

  const keyTier = keyTierOf(ranked, earned);
  return {
    portfolioMinor: clients.reduce((sum, client) => sum + client.agiMinor, 0),
    top1: top(1),
    top3: top(3),
    top5: top(5),
    hhi,
    keyTierIds: keyTier === null ? null : keyTier.ids,
    keyTierShare: keyTier === null ? known(null) : share(keyTier.earned),
    shareOf: (id) => share(ranked.find((client) => client.id === id)?.earned ?? 0n),
  };
}

function keyTierOf(
  ranked: readonly { id: string; earned: bigint }[],
  earned: bigint,
): { ids: string[]; earned: bigint } | null {
  if (earned === 0n) return null;
  const ids: string[] = [];
  let reached = 0n;
  for (const client of ranked) {
    if (reached * KEY_TIER_SHARE.d >= earned * KEY_TIER_SHARE.n) break;
    ids.push(client.id);
    reached += client.earned;
  }
  return { ids, earned: reached };
}
