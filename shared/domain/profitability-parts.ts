import { type Quantity, quantity, total, unknown } from './figure';
import type { Profitability } from './profitability';
import type { ProfitabilityInput } from './profitability-input';
import type { FigureLine } from './profitability-lines';

/** What was sold: a retainer, a fixed-fee project, the client's media, or what belongs to none of them. */
export type PartKind = 'retainer' | 'fixed-fee' | 'media' | 'other';

/** One part of a client's profitability; its lines are those of the client's own figures. */
export interface ProfitabilityPart {
  /** Id of the project; 'media' and 'other' for what has none. */
  readonly id: string;
  readonly kind: PartKind;
  /** Name of the project; empty for media and other. */
  readonly label: string;
  readonly recognised: FigureLine[];
  readonly agi: FigureLine[];
  readonly deliveryCost: FigureLine[];
}

type Key = Pick<ProfitabilityPart, 'id' | 'kind' | 'label'>;

const MEDIA: Key = { id: 'media', kind: 'media', label: '' };
const OTHER: Key = { id: 'other', kind: 'other', label: '' };

function keysOf(input: ProfitabilityInput): Map<string, Key> {
  const keys = new Map<string, Key>();
  for (const { projectId, projectKind, projectLabel } of input.time) {
    if (projectId === null || projectKind === null) continue;
    keys.set(projectId, { id: projectId, kind: projectKind, label: projectLabel ?? '' });
  }
  for (const { id, label } of input.projects) keys.set(id, { id, kind: 'fixed-fee', label });
  for (const { id, label } of input.retainers) keys.set(id, { id, kind: 'retainer', label });
  return keys;
}

function keyOf(line: FigureLine, keys: ReadonlyMap<string, Key>): Key {
  const { type, ids } = line.source;
  if (type === 'media') return MEDIA;
  const id = type === 'production' ? line.params['projectId'] : ids[0];
  return keys.get(String(id ?? '')) ?? OTHER;
}

/**
 * Splits a client's profitability of one or several accounting periods by what was sold. The parts use
 * the client's own lines, so that they add up to its figures.
 */
export function splitProfitability(
  periods: readonly { readonly input: ProfitabilityInput; readonly profitability: Profitability }[],
): ProfitabilityPart[] {
  const parts = new Map<string, ProfitabilityPart>();
  for (const { input, profitability } of periods) {
    const keys = keysOf(input);
    const partOf = (line: FigureLine): ProfitabilityPart => {
      const key = keyOf(line, keys);
      const part = parts.get(key.id) ?? { ...key, recognised: [], agi: [], deliveryCost: [] };
      parts.set(key.id, part);
      return part;
    };
    const { recognised, agi, 'delivery-cost': deliveryCost } = profitability.money;
    for (const line of recognised.lines) partOf(line).recognised.push(line);
    for (const line of agi.lines) partOf(line).agi.push(line);
    for (const line of deliveryCost.lines) partOf(line).deliveryCost.push(line);
  }
  return [...parts.values()];
}

/** Sum of lines as they are shown, in whole minor units; unknown where one of them is. */
export function sumOfShown(lines: readonly FigureLine[]): Quantity {
  return total(
    lines.map((line) => {
      if (!line.exact.known) return unknown(...line.exact.missing);
      return line.minor === null ? line.exact : quantity(line.minor);
    }),
  );
}
