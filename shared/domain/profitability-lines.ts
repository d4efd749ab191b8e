import { roundPartsToTotal } from './allocation';
import { commissionAmount } from './commission';
import { type Figure, mapFigure, type Quantity, quantity, toMinor, total } from './figure';
import { fraction } from './fraction';
import { addMinor, applyRatePpm, roundToMinor } from './money';
import type { ProfitabilityInput, ProjectInput, TimeInput } from './profitability-input';
import { recognisedToDate, workInProgress } from './project-control';
import { retainerFee } from './retainer';
import { secondsOf, valueOfTime } from './time-cost';

/** Amounts of the profit and loss, named as METRICS.md names them. */
export type MoneyFigureId =
  | 'retainer-fee'
  | 'project-fee'
  | 'fees'
  | 'project-invoiced'
  | 'media'
  | 'commission'
  | 'rebate'
  | 'production-cost'
  | 'production-markup'
  | 'production-billed'
  | 'gross-billings'
  | 'wip-change'
  | 'wip'
  | 'recognised'
  | 'pass-through'
  | 'agi'
  | 'delivery-cost'
  | 'delivery-margin'
  | 'upsell-bonus'
  | 'direct-costs'
  | 'contribution'
  | 'overhead'
  | 'net-profit'
  | 'standard-value'
  | 'write-off';

/** What a line stands for; the words are the messages' business. `figure` is another amount as a whole. */
export type LineKind =
  | 'retainer-fee'
  | 'project-fee'
  | 'project-invoiced'
  | 'wip-change'
  | 'wip'
  | 'media'
  | 'commission'
  | 'rebate'
  | 'production-cost'
  | 'production-markup'
  | 'production-billed'
  | 'time'
  | 'upsell-bonus'
  | 'direct-cost'
  | 'overhead'
  | 'figure'
  | 'rounding';

/** Where a line's rows are kept; time names the project it was spent on. */
export interface LineSource {
  readonly type:
    | 'retainer'
    | 'project'
    | 'media'
    | 'production'
    | 'time-entry'
    | 'direct-cost'
    | 'figure'
    | 'none';
  readonly ids: readonly string[];
  /** Rows behind the line where they are too many to name. */
  readonly count?: number;
}

export interface FigureLine {
  readonly kind: LineKind;
  /** Inputs the sentence of the line names: labels, percentages in ppm, amounts in minor units. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly source: LineSource;
  readonly exact: Quantity;
  /** Minor units; null where the amount is unknown or "—". */
  readonly minor: number | null;
}

const NO_SOURCE: LineSource = { type: 'none', ids: [] };

function line(
  kind: LineKind,
  params: FigureLine['params'],
  source: LineSource,
  exact: Quantity,
): FigureLine {
  const minor = toMinor(exact);
  return { kind, params, source, exact, minor: minor.known ? minor.value : null };
}

/** A line whose amount is whole already. */
function wholeLine(
  kind: LineKind,
  params: FigureLine['params'],
  source: LineSource,
  minor: number,
): FigureLine {
  return { kind, params, source, exact: quantity(minor), minor };
}

/** Another amount of the profit and loss as a line, signed as it enters the sum. */
export function figureLine(id: MoneyFigureId, exact: Quantity): FigureLine {
  return line('figure', { figure: id }, { type: 'figure', ids: [id] }, exact);
}

/** The exact sum of lines. */
export function sumOfLines(lines: readonly FigureLine[]): Quantity {
  return total(lines.map((each) => each.exact));
}

/** Lines whose rounded amounts, with a rounding line where one is needed, add up to the amount. */
export function withRoundingLine(
  lines: readonly FigureLine[],
  amount: Figure<number | null>,
): readonly FigureLine[] {
  if (!amount.known || amount.value === null) return lines;
  const rounded = addMinor(...lines.map((each) => each.minor ?? 0));
  const rest = amount.value - rounded;
  return rest === 0 ? lines : [...lines, wholeLine('rounding', {}, NO_SOURCE, rest)];
}

/** Lines whose amounts are rounded together by the largest remainder, so that they add up. */
export function withSharedRounding(
  lines: readonly FigureLine[],
  amount: Figure<number | null>,
): readonly FigureLine[] {
  if (!amount.known || amount.value === null) return lines;
  const parts = lines.map((each) =>
    each.exact.known && each.exact.value !== null ? each.exact.value : fraction(0),
  );
  const rounded = roundPartsToTotal(parts, amount.value);
  return lines.map((each, index) => ({ ...each, minor: rounded[index] ?? 0 }));
}

/** Fee recognised, unbilled and billed of one project, each a line of its own. */
function projectLines(project: ProjectInput): {
  fee: FigureLine;
  invoiced: FigureLine;
  wipChange: FigureLine;
  wip: FigureLine;
} {
  const source: LineSource = { type: 'project', ids: [project.id] };
  // What earlier periods recognised is taken off as it was rounded then, so that periods add up.
  const toDate = recognisedToDate(project.feeMinor, project.percentCompletePpm);
  const inPeriod = toDate - recognisedToDate(project.feeMinor, project.completeBeforePpm);
  const params = {
    label: project.label,
    feeMinor: project.feeMinor,
    percentCompletePpm: project.percentCompletePpm,
    completeBeforePpm: project.completeBeforePpm,
  };
  const of = (kind: LineKind, minor: number): FigureLine => wholeLine(kind, params, source, minor);
  return {
    fee: of('project-fee', inPeriod),
    invoiced: of('project-invoiced', project.invoicedInPeriodMinor),
    wipChange: of('wip-change', inPeriod - project.invoicedInPeriodMinor),
    wip: of('wip', workInProgress(toDate, project.invoicedTotalMinor)),
  };
}

export interface DocumentLines {
  readonly retainers: readonly FigureLine[];
  readonly projects: readonly FigureLine[];
  readonly projectsInvoiced: readonly FigureLine[];
  readonly wipChanges: readonly FigureLine[];
  readonly wip: readonly FigureLine[];
  readonly media: readonly FigureLine[];
  readonly commission: readonly FigureLine[];
  readonly rebates: readonly FigureLine[];
  readonly productionCosts: readonly FigureLine[];
  readonly productionMarkups: readonly FigureLine[];
  readonly productionBilled: readonly FigureLine[];
}

/** Everything that stands on a document line, rounded line by line. */
export function documentLines(input: ProfitabilityInput): DocumentLines {
  const projects = input.projects.map(projectLines);
  const mediaMinor = addMinor(...input.media.map((channel) => channel.actualMinor));
  const mediaIds = input.media.map((channel) => channel.id);
  const production = input.production.map((item) => {
    const source: LineSource = { type: 'production', ids: [item.id] };
    const markupMinor = applyRatePpm(item.costMinor, item.markupPpm);
    const params = {
      label: item.label,
      costMinor: item.costMinor,
      markupPpm: item.markupPpm,
      ...(item.projectId === null ? {} : { projectId: item.projectId }),
    };
    const billedMinor = addMinor(item.costMinor, markupMinor);
    return {
      cost: wholeLine('production-cost', params, source, item.costMinor),
      markup: wholeLine('production-markup', params, source, markupMinor),
      billed: wholeLine('production-billed', params, source, billedMinor),
    };
  });
  return {
    retainers: input.retainers.map((retainer) =>
      wholeLine(
        'retainer-fee',
        {
          label: retainer.label,
          listFeeMinor: retainer.listFeeMinor,
          discountPpm: retainer.discountPpm,
          ...(retainer.daysRun === null || retainer.daysInMonth === null
            ? {}
            : { daysRun: retainer.daysRun, daysInMonth: retainer.daysInMonth }),
        },
        { type: 'retainer', ids: [retainer.id] },
        retainerFee(retainer.listFeeMinor, retainer.discountPpm),
      ),
    ),
    projects: projects.map((project) => project.fee),
    projectsInvoiced: projects.map((project) => project.invoiced),
    wipChanges: projects.map((project) => project.wipChange),
    wip: projects.map((project) => project.wip),
    media: input.media.map((channel) =>
      wholeLine(
        'media',
        { label: channel.channel },
        { type: 'media', ids: [channel.id] },
        channel.actualMinor,
      ),
    ),
    commission:
      input.commission === null
        ? []
        : [
            line(
              'commission',
              { ppm: input.commission.ppm, basis: input.commission.basis, spendMinor: mediaMinor },
              { type: 'media', ids: mediaIds },
              commissionAmount(mediaMinor, input.commission),
            ),
          ],
    rebates: input.media
      .filter((channel) => channel.rebatePpm !== 0)
      .map((channel) =>
        wholeLine(
          'rebate',
          {
            label: channel.channel,
            ppm: channel.rebatePpm,
            spendMinor: channel.actualMinor,
          },
          { type: 'media', ids: [channel.id] },
          applyRatePpm(channel.actualMinor, channel.rebatePpm),
        ),
      ),
    productionCosts: production.map((item) => item.cost),
    productionMarkups: production.map((item) => item.markup),
    productionBilled: production.map((item) => item.billed),
  };
}

/** The bonus for new services, one line on the project fees recognised, and the other direct costs. */
export function directCostLines(
  input: ProfitabilityInput,
  projectFee: Quantity,
): { bonus: readonly FigureLine[]; other: readonly FigureLine[] } {
  const bonus = mapFigure(projectFee, (fee) =>
    fee === null ? null : fraction(applyRatePpm(roundToMinor(fee), input.upsellBonusPpm)),
  );
  const projectIds = input.projects.map((project) => project.id);
  return {
    bonus:
      input.upsellBonusPpm === 0 || projectIds.length === 0
        ? []
        : [
            line(
              'upsell-bonus',
              { ppm: input.upsellBonusPpm },
              { type: 'project', ids: projectIds },
              bonus,
            ),
          ],
    other: input.directCosts.map((cost) =>
      wholeLine(
        'direct-cost',
        { label: cost.label },
        { type: 'direct-cost', ids: [cost.id] },
        cost.costMinor,
      ),
    ),
  };
}

/** Time by person, kind and project at a rate each row carries, exact; to be rounded together. */
export function timeLines(
  time: readonly TimeInput[],
  rateOf: (row: TimeInput) => Quantity,
): readonly FigureLine[] {
  const groups = new Map<string, TimeInput[]>();
  for (const row of time) {
    const key = `${row.personId} ${row.kind} ${row.projectId ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].flatMap((rows) => {
    const first = rows[0];
    if (first === undefined) return [];
    const { personId, personLabel: person, kind } = first;
    return [
      line(
        'time',
        { personId, person, kind, seconds: secondsOf(rows) },
        {
          type: 'time-entry',
          ids: first.projectId === null ? [] : [first.projectId],
          count: rows.reduce((sum, row) => sum + row.entryCount, 0),
        },
        valueOfTime(rows.map((row) => ({ seconds: row.seconds, rate: rateOf(row) }))),
      ),
    ];
  });
}

/** Overhead per client hour × client hours. */
export function overheadLine(seconds: number, exact: Quantity): FigureLine {
  return line('overhead', { seconds }, NO_SOURCE, exact);
}
