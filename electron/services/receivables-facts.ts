import type { InvoiceQueryRow } from '../../db/queries/clients.query';
import type { ClientReceivables, InvoiceRow } from '../../shared/contract/clients.contract';
import type { FigureDto } from '../../shared/contract/primitives';
import { diffDays } from '../../shared/domain/dates';
import { mapFigure, type Quantity } from '../../shared/domain/figure';
import { fraction, multiplyFractions, roundHalfAwayFromZero } from '../../shared/domain/fraction';
import { PPM } from '../../shared/domain/money';
import {
  agingOf,
  collectionShare,
  daysSalesOutstanding,
  type ReceivableDocument,
  salesOfDsoWindow,
} from '../../shared/domain/receivables';

/** Documents in the form the domain reckons with. */
export function documentsOf(rows: readonly InvoiceQueryRow[]): ReceivableDocument[] {
  return rows
    .filter((row) => row.cancelledAt === null)
    .map((row) => ({
      id: row.id,
      issuedOn: row.issuedOn,
      dueOn: row.dueOn,
      amountMinor: row.grossMinor,
      paidMinor: row.paidMinor,
    }));
}

/** An exact quantity as a figure, times `scale` and rounded half away from zero. */
export function quantityFigure(value: Quantity, scale: number): FigureDto {
  if (!value.known) {
    return {
      value: null,
      missing: value.missing.map((item) => ({ code: item.code, params: { ...item.params } })),
    };
  }
  const scaled = mapFigure(value, (exact) =>
    exact === null
      ? null
      : Number(roundHalfAwayFromZero(multiplyFractions(exact, fraction(scale)))),
  );
  return { value: scaled.known ? scaled.value : null, missing: [] };
}

/** A document as a row of a list. */
export function invoiceRowOf(row: InvoiceQueryRow, asOf: string): InvoiceRow {
  const openMinor = row.cancelledAt === null ? Math.max(0, row.grossMinor - row.paidMinor) : 0;
  return {
    id: row.id,
    revision: row.revision,
    number: row.number,
    issuedOn: row.issuedOn,
    dueOn: row.dueOn,
    currency: row.currency,
    netMinor: row.netMinor,
    vatMinor: row.vatMinor,
    grossMinor: row.grossMinor,
    paidMinor: row.paidMinor,
    openMinor,
    daysOverdue: openMinor === 0 ? 0 : Math.max(0, diffDays(row.dueOn, asOf)),
    isCancelled: row.cancelledAt !== null,
  };
}

/** Aging, DSO and collection of a list of documents of one currency. */
export function receivablesFacts(
  rows: readonly InvoiceQueryRow[],
  prepaidMinor: number,
  asOf: string,
): Pick<ClientReceivables, 'aging' | 'dso' | 'collectionPpm'> {
  const documents = documentsOf(rows);
  const aging = agingOf(documents, asOf);
  return {
    aging: {
      notDue: aging.buckets['not-due'],
      d1to30: aging.buckets['d1-30'],
      d31to60: aging.buckets['d31-60'],
      d61to90: aging.buckets['d61-90'],
      over90: aging.buckets['d90-plus'],
      total: aging.totalMinor,
      prepaid: aging.prepaidMinor + prepaidMinor,
    },
    dso: quantityFigure(
      daysSalesOutstanding(aging.totalMinor, salesOfDsoWindow(documents, asOf)),
      1,
    ),
    collectionPpm: quantityFigure(collectionShare(documents, asOf), PPM),
  };
}
