import { allocateByLargestRemainder, roundPartsToTotal } from './allocation';
import { fraction } from './fraction';
import { addMinor, applyRatePpm, assertMinor, PPM, roundToMinor } from './money';

/** Parts per million, or null for «без НДС», which is not a rate of 0 %. */
export type VatRate = number | null;

export interface VatLine {
  readonly netMinor: number;
  readonly vatPpm: VatRate;
}

export interface VatAmounts {
  readonly netMinor: number;
  readonly vatMinor: number;
  readonly grossMinor: number;
}

export interface VatGroup extends VatAmounts {
  readonly vatPpm: VatRate;
}

export interface DocumentVat {
  /** One per rate, in the order the rates first stand on the document. */
  readonly groups: readonly VatGroup[];
  /** One per line, in the lines' order; they add up to their group and to the document. */
  readonly lines: readonly VatAmounts[];
  readonly total: VatAmounts;
}

function amounts(netMinor: number, vatMinor: number): VatAmounts {
  return { netMinor, vatMinor, grossMinor: addMinor(netMinor, vatMinor) };
}

/**
 * VAT of a document: taken on the net total of each rate, rounded half away from zero, then given back
 * to the lines by the largest remainder, so that lines, rates and document agree to the minor unit.
 */
export function computeDocumentVat(lines: readonly VatLine[]): DocumentVat {
  const indexesByRate = new Map<VatRate, number[]>();
  lines.forEach((line, index) => {
    const indexes = indexesByRate.get(line.vatPpm);
    if (indexes === undefined) indexesByRate.set(line.vatPpm, [index]);
    else indexes.push(index);
  });

  const lineVat = lines.map(() => 0);
  const groups: VatGroup[] = [];
  for (const [vatPpm, indexes] of indexesByRate) {
    const nets = indexes.map((index) => lines[index]?.netMinor ?? 0);
    const netMinor = addMinor(...nets);
    const vatMinor = vatPpm === null ? 0 : applyRatePpm(netMinor, vatPpm);
    groups.push({ vatPpm, ...amounts(netMinor, vatMinor) });
    const shares = vatPpm === null ? [] : vatOfLines(nets, vatPpm, vatMinor);
    indexes.forEach((index, position) => {
      lineVat[index] = shares[position] ?? 0;
    });
  }

  return {
    groups,
    lines: lines.map((line, index) => amounts(assertMinor(line.netMinor), lineVat[index] ?? 0)),
    total: amounts(
      addMinor(...groups.map((group) => group.netMinor)),
      addMinor(...groups.map((group) => group.vatMinor)),
    ),
  };
}

/** What is left to pay on a document without its VAT: the open part of the net, rounded once. */
export function openNetMinor(document: {
  readonly netMinor: number;
  readonly grossMinor: number;
  readonly paidMinor: number;
}): number {
  const { netMinor, grossMinor, paidMinor } = document;
  const openMinor = grossMinor - paidMinor;
  if (openMinor <= 0 || grossMinor === 0) return 0;
  return roundToMinor(fraction(BigInt(openMinor) * BigInt(netMinor), BigInt(grossMinor)));
}

function vatOfLines(nets: readonly number[], vatPpm: number, vatMinor: number): number[] {
  const oneSign = nets.every((net) => net >= 0) || nets.every((net) => net <= 0);
  if (oneSign && nets.some((net) => net !== 0)) {
    return allocateByLargestRemainder(vatMinor, nets.map(Math.abs));
  }
  // A credit line beside a charge: shares of their small difference would be absurd, so each line
  // starts from its own exact VAT.
  return roundPartsToTotal(
    nets.map((net) => fraction(BigInt(net) * BigInt(vatPpm), BigInt(PPM))),
    vatMinor,
  );
}

/** The VAT inside an amount that includes it: gross × r / (1 + r), rounded half away from zero. */
export function vatIncludedIn(grossMinor: number, vatPpm: VatRate): number {
  if (vatPpm === null) return 0;
  return roundToMinor(
    fraction(BigInt(assertMinor(grossMinor)) * BigInt(vatPpm), BigInt(PPM + vatPpm)),
  );
}
