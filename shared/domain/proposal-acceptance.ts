import { type Month, monthOf, monthPeriod, monthsOf, type Period } from './dates';
import type { Estimate, EstimateKind } from './estimate';
import { spreadNet } from './media-plan-spread';
import { addMinor, applyRatePpm } from './money';

/** A counted line of an accepted estimate and the days it is worked on. */
export interface AcceptedLine {
  readonly id: string;
  readonly kind: EstimateKind;
  readonly title: string;
  readonly role: string;
  readonly personId: string | null;
  readonly days: Period;
}

export interface AcceptedTask {
  readonly title: string;
  readonly role: string;
  readonly personId: string | null;
  readonly days: Period;
  readonly seconds: number;
}

/** What a month of the project's budget gets: minor units without VAT, hours in seconds, production at cost. */
export interface AcceptedMonth {
  readonly month: Month;
  readonly fees: number;
  readonly production: number;
  readonly media: number;
  readonly commission: number;
  readonly hours: number;
}

/** Everything that an accepted proposal turns into. */
export interface Acceptance {
  /** Work and services less the discount: the fee of the project. */
  readonly feeMinor: number;
  readonly tasks: readonly AcceptedTask[];
  readonly months: readonly AcceptedMonth[];
  /** The first invoice, net of VAT, and the month it belongs to. */
  readonly firstInvoice: { readonly month: Month; readonly netMinor: number };
}

type Terms = {
  readonly days: Period;
  readonly decidedOn: string;
  /** Share of the whole that is paid before the start; 0: the first month is billed. */
  readonly prepaymentPpm: number;
};

/**
 * What accepting an estimate makes: a fee, tasks of its hours, and a budget by month, each amount spread
 * evenly over the days of its line by the largest remainder, so that the months add up to the estimate.
 */
export function planAcceptance(
  lines: readonly AcceptedLine[],
  estimate: Estimate,
  terms: Terms,
): Acceptance {
  const months = monthsOf(spanOf(lines, terms.days));
  const columns = months.map(monthPeriod);
  const amountOf = (line: AcceptedLine) => estimate.lines.get(line.id);
  const sumOf = (kinds: readonly EstimateKind[], pick: 'amountMinor' | 'passThroughMinor') =>
    addMinor(
      ...lines
        .filter((line) => kinds.includes(line.kind))
        .map((line) => amountOf(line)?.[pick] ?? 0),
    );
  const byMonth = (kinds: readonly EstimateKind[], pick: (line: AcceptedLine) => number) =>
    lines
      .filter((line) => kinds.includes(line.kind))
      .map((line) => spreadNet(pick(line), line.days, columns, { kind: 'even' }))
      .reduce<number[]>(
        (sums, parts) => sums.map((sum, index) => sum + (parts[index] ?? 0)),
        months.map(() => 0),
      );
  const work: readonly EstimateKind[] = ['work', 'service'];
  const every: readonly EstimateKind[] = ['work', 'service', 'production', 'media', 'commission'];
  const gross = byMonth(work, (line) => amountOf(line)?.amountMinor ?? 0);
  const discount = spreadNet(estimate.discountMinor, spanOf(lines, terms.days), columns, {
    kind: 'even',
  });
  const production = byMonth(['production'], (line) => amountOf(line)?.passThroughMinor ?? 0);
  const media = byMonth(['media'], (line) => amountOf(line)?.amountMinor ?? 0);
  const commission = byMonth(['commission'], (line) => amountOf(line)?.amountMinor ?? 0);
  const hours = byMonth(every, (line) => amountOf(line)?.seconds ?? 0);
  const net = estimate.total.amountMinor;
  // Media is billed by the months of its plan, once that is approved.
  const ofMediaPlan = lines.some(({ kind }) => kind === 'media')
    ? sumOf(['media', 'commission'], 'amountMinor')
    : 0;
  const firstMonth = spreadNet(
    net - ofMediaPlan,
    terms.days,
    monthsOf(terms.days).map(monthPeriod),
    {
      kind: 'even',
    },
  )[0];
  return {
    feeMinor: sumOf(work, 'amountMinor') - estimate.discountMinor,
    tasks: lines
      .map(({ id: _id, kind: _kind, ...line }, index) => ({
        ...line,
        seconds: estimate.lines.get(lines[index]?.id ?? '')?.seconds ?? 0,
      }))
      .filter(({ seconds }) => seconds > 0),
    months: months.map((month, index) => ({
      month,
      fees: (gross[index] ?? 0) - (discount[index] ?? 0),
      production: production[index] ?? 0,
      media: media[index] ?? 0,
      commission: commission[index] ?? 0,
      hours: hours[index] ?? 0,
    })),
    firstInvoice:
      terms.prepaymentPpm > 0
        ? { month: monthOf(terms.decidedOn), netMinor: applyRatePpm(net, terms.prepaymentPpm) }
        : { month: monthOf(terms.days.from), netMinor: firstMonth ?? 0 },
  };
}

/** From the first day of any line to the last. */
function spanOf(lines: readonly AcceptedLine[], days: Period): Period {
  const all = [days, ...lines.map((line) => line.days)];
  const from = all.map((each) => each.from).sort()[0] ?? days.from;
  const to =
    all
      .map((each) => each.to)
      .sort()
      .at(-1) ?? days.to;
  return { from, to };
}
