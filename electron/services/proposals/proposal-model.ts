import { type PersonOfRole, readPeopleOfRoles } from '../../../db/queries/proposals.query';
import type { ReadDb } from '../../../db/read-db';
import {
  findProposal,
  listProposalLines,
  type ProposalLineRow,
  type ProposalRow,
} from '../../../db/repositories/proposals.repo';
import { AppError } from '../../../shared/contract/app-error';
import {
  averageHourCost,
  type Estimate,
  type EstimateLine,
  reckonEstimate,
} from '../../../shared/domain/estimate';
import { missing, type Quantity, times, unknown } from '../../../shared/domain/figure';
import { fraction, parseFraction } from '../../../shared/domain/fraction';
import { RateBook } from '../figures/rate-book';

export type ProposalModel = {
  proposal: ProposalRow;
  lines: ProposalLineRow[];
  estimate: Estimate;
  /** By line: loaded cost of an hour in the base currency on the day of the prices. */
  hourCosts: ReadonlyMap<string, Quantity>;
  /** One minor unit of the base currency in the proposal's, at the rate of that day. */
  conversion: Quantity;
  /** Null for «без НДС». */
  vatPpm: number | null;
};

/** One version; `row-not-found` where there is none. */
export function requireProposal(read: ReadDb, id: string): ProposalRow {
  const row = findProposal(read, id);
  if (row === undefined) throw new AppError('row-not-found');
  return row;
}

/** VAT of a proposal; throws `proposal-vat-unknown` where the country's rate of that day is not set. */
export function vatOfProposal(
  rates: RateBook,
  { vatMode, vatPpm, startsOn }: Pick<ProposalRow, 'vatMode' | 'vatPpm' | 'startsOn'>,
): number | null {
  if (vatMode === 'none') return null;
  if (vatMode === 'stated') return vatPpm;
  const rate = rates.ratePpm('vat', startsOn);
  if (rate === null) throw new AppError('proposal-vat-unknown', { on: startsOn });
  return rate;
}

/** What an hour of a line costs on the day of the prices, and how that becomes the proposal's currency. */
class HourCosts {
  readonly #rates: RateBook;
  readonly #people: readonly PersonOfRole[];
  readonly #on: string;
  readonly conversion: Quantity;

  constructor(read: ReadDb, rates: RateBook, { pricesOn, currency }: ProposalRow) {
    this.#rates = rates;
    this.#on = pricesOn;
    this.#people = readPeopleOfRoles(read, pricesOn);
    this.conversion = rates.conversion(rates.baseCurrency, currency, pricesOn);
  }

  inBase({ personId, role }: Pick<ProposalLineRow, 'personId' | 'role'>): Quantity {
    if (personId !== null) return this.#rates.costRate(personId, this.#on);
    const costs = this.#people
      .filter((person) => person.role === role)
      .map((person) => this.#rates.costRate(person.id, this.#on));
    return averageHourCost(costs, unknown(missing('estimate-role', { role: role || '—' })));
  }
}

function estimateLine(row: ProposalLineRow, hourCost: Quantity): EstimateLine {
  return {
    id: row.id,
    groupName: row.groupName,
    kind: row.kind,
    quantity: parseFraction(row.quantity) ?? fraction(0),
    unitPriceMinor: row.unitPriceMinor,
    unitCostMinor: row.unitCostMinor,
    markupPpm: row.markupPpm,
    commission:
      row.commissionPpm === null || row.commissionBasis === null
        ? null
        : { ppm: row.commissionPpm, basis: row.commissionBasis },
    extraSeconds: row.hoursSeconds,
    hourCost,
    counts: row.chosen === 'yes',
    package: row.package,
  };
}

/** Reads one version and reckons it. */
export function readProposalModel(
  read: ReadDb,
  id: string,
  rates: RateBook = new RateBook(read),
): ProposalModel {
  const proposal = requireProposal(read, id);
  return reckonProposal(read, proposal, listProposalLines(read, id), rates);
}

/** Reckons lines that may not be written yet. Throws `proposal-vat-unknown`, `money-out-of-range`. */
export function reckonProposal(
  read: ReadDb,
  proposal: ProposalRow,
  lines: ProposalLineRow[],
  rates: RateBook,
): ProposalModel {
  const costs = new HourCosts(read, rates, proposal);
  const vatPpm = vatOfProposal(rates, proposal);
  const hourCosts = new Map(lines.map((line) => [line.id, costs.inBase(line)]));
  const { conversion } = costs;
  const estimate = reckonEstimate(
    lines.map((line) => estimateLine(line, times(costs.inBase(line), conversion))),
    { discountPpm: proposal.discountPpm, vatPpm },
  );
  return { proposal, lines, estimate, hourCosts, conversion, vatPpm };
}
