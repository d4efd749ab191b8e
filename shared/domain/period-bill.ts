import type { Profitability } from './profitability';
import { computeDocumentVat, type DocumentVat, type VatRate } from './vat';

/**
 * The period's own bill: retainer fee, project invoiced, media, commission and production, net, with
 * VAT on their total. Every part is a document line and so already whole.
 */
export function periodBill(profitability: Profitability, vatPpm: VatRate): DocumentVat {
  const { lines } = profitability.money['gross-billings'];
  return computeDocumentVat(lines.map((line) => ({ netMinor: line.minor ?? 0, vatPpm })));
}
