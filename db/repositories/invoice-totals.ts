import { roundPartsToTotal } from '../../shared/domain/allocation';
import { fraction } from '../../shared/domain/fraction';
import { addMinor } from '../../shared/domain/money';
import {
  computeDocumentVat,
  type VatAmounts,
  type VatRate,
  vatIncludedIn,
} from '../../shared/domain/vat';

export type InvoiceLineAmount = {
  /** Net where the VAT mode is `on-top`, gross where it is `included`. Minor units. */
  amountMinor: number;
  /** Null: «без НДС». */
  vatPpm: VatRate;
};

export type InvoiceTotals = { lines: readonly VatAmounts[]; total: VatAmounts };

/**
 * What is printed on an invoice. On top: VAT on the net total of each rate. Included: VAT taken out of the
 * gross total of each rate. Both are rounded once per rate and given back to the lines (METRICS.md, Money),
 * so that lines and totals agree to the minor unit.
 */
export function invoiceTotals(
  mode: 'on-top' | 'included',
  lines: readonly InvoiceLineAmount[],
): InvoiceTotals {
  if (mode === 'on-top') {
    const document = computeDocumentVat(
      lines.map(({ amountMinor, vatPpm }) => ({ netMinor: amountMinor, vatPpm })),
    );
    return { lines: document.lines, total: document.total };
  }
  const vat = lines.map(() => 0);
  for (const rate of new Set(lines.map(({ vatPpm }) => vatPpm))) {
    if (rate === null) continue;
    const indexes = lines.flatMap((line, index) => (line.vatPpm === rate ? [index] : []));
    const grosses = indexes.map((index) => lines[index]?.amountMinor ?? 0);
    const total = vatIncludedIn(addMinor(...grosses), rate);
    const exact = grosses.map((gross) =>
      fraction(BigInt(gross) * BigInt(rate), BigInt(1_000_000 + rate)),
    );
    roundPartsToTotal(exact, total).forEach((part, position) => {
      const index = indexes[position];
      if (index !== undefined) vat[index] = part;
    });
  }
  const amounts = lines.map(({ amountMinor }, index) => ({
    netMinor: amountMinor - (vat[index] ?? 0),
    vatMinor: vat[index] ?? 0,
    grossMinor: amountMinor,
  }));
  return {
    lines: amounts,
    total: {
      netMinor: addMinor(...amounts.map(({ netMinor }) => netMinor)),
      vatMinor: addMinor(...amounts.map(({ vatMinor }) => vatMinor)),
      grossMinor: addMinor(...amounts.map(({ grossMinor }) => grossMinor)),
    },
  };
}
