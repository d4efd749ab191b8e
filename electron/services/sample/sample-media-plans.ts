import { allocateByLargestRemainder } from '../../../shared/domain/allocation';
import { addDays, addMonths, monthPeriod, type Period } from '../../../shared/domain/dates';
import { PPM } from '../../../shared/domain/money';
import { formatMonth } from '../../../shared/i18n/formats';
import type { Random } from './random';
import { backToWorkday, daysOf } from './sample-calendar';
import { CONTACTS } from './sample-contacts';
import { monthAt, type SampleClient, type SampleContext } from './sample-context';
import { linesOfChannel, type PlacementSpec } from './sample-media-plan-lines';
import type { SampleRow, SampleRows } from './sample-rows';

const HOUR_MS = 3_600_000;
const POSITION_STEP = 1024;

interface PlanSpec {
  readonly client: string;
  /** Months from today's. */
  readonly offset: number;
  readonly clientDiscountPpm: number;
  readonly versions: readonly VersionSpec[];
}

interface VersionSpec {
  readonly status: 'draft' | 'approved' | 'rejected';
  /** What the planned money of each channel was multiplied by. */
  readonly factor: number;
  readonly evidence: string;
}

/** A month that runs, with its fact; the next one agreed; and the next one of another client as a draft. */
const PLANS: readonly PlanSpec[] = [
  {
    client: 'gorny-kvartal',
    offset: 0,
    clientDiscountPpm: 20_000,
    versions: [
      { status: 'rejected', factor: 1.12, evidence: 'Звонок: дорого, сократить охват' },
      { status: 'approved', factor: 1, evidence: 'Письмо «Согласуем медиаплан, версия 2»' },
    ],
  },
  {
    client: 'gorny-kvartal',
    offset: 1,
    clientDiscountPpm: 20_000,
    versions: [{ status: 'approved', factor: 1.08, evidence: 'Письмо «План на месяц принят»' }],
  },
  {
    client: 'kamsky-market',
    offset: 1,
    clientDiscountPpm: 0,
    versions: [{ status: 'draft', factor: 1.2, evidence: '' }],
  },
];

type Spent = SampleRow & { channel: string };

/** Media plans over the money that the sample's months hold; the fact adds up to what was spent. */
export function addMediaPlans(
  context: SampleContext,
  clients: readonly SampleClient[],
  rows: SampleRows,
): void {
  PLANS.forEach((spec, index) => {
    const client = clients.find((candidate) => candidate.spec.key === spec.client);
    if (client === undefined) return;
    const current = monthPeriod(monthAt(context, 0));
    const spent = (rows.get('media_spend') ?? []).filter(
      (row): row is Spent =>
        row['client_id'] === client.id &&
        row['from_on'] === current.from &&
        typeof row['channel'] === 'string',
    );
    addPlan(context, client, spec, index + 1, spent);
  });
}

function addPlan(
  context: SampleContext,
  client: SampleClient,
  spec: PlanSpec,
  number: number,
  spent: readonly Spent[],
): void {
  const month = addMonths(monthAt(context, 0), spec.offset);
  const period = monthPeriod(month);
  const random = context.random.stream(`media-plan/${spec.client}/${month}`);
  // It was decided some days before the month, and not after today.
  const before = addDays(period.from, -4);
  const familyOn = backToWorkday(before > context.today ? addDays(context.today, -2) : before);
  const familyId = context.makeId(familyOn);
  let origins: readonly string[] = [];
  spec.versions.forEach((version, i) => {
    const isDecided = version.status !== 'draft';
    const editedOn = backToWorkday(addDays(familyOn, i - spec.versions.length + 1));
    const id = i === 0 ? familyId : context.makeId(editedOn);
    context.sink.add('media_plans', {
      id,
      family_id: familyId,
      number,
      version: i + 1,
      client_id: client.id,
      project_id: null,
      name: formatMonth(client.spec.language, month),
      currency: client.spec.currency,
      column_unit: 'week',
      from_on: period.from,
      to_on: period.to,
      status: version.status,
      sent_on: isDecided ? editedOn : null,
      decided_on: isDecided ? editedOn : null,
      decided_by: isDecided ? (CONTACTS[spec.client]?.[0]?.name ?? '') : '',
      evidence: version.evidence,
      commission_ppm: client.spec.commission.pct * 10_000,
      commission_basis: client.spec.commission.basis,
      client_discount_ppm: spec.clientDiscountPpm,
      vat_mode: 'by-date',
      vat_ppm: null,
      budget_gross_minor: null,
      note: '',
      edited_at: Date.parse(`${editedOn}T00:00:00Z`) + 3 * HOUR_MS,
      archived_at: null,
      revision: 1,
    });
    const lines = addLines(context, { planId: id, on: editedOn, period }, spent, version, origins);
    if (origins.length === 0) origins = lines.map((line) => line.id);
    if (version.status === 'approved' && spec.offset === 0) addFacts(context, spent, lines, random);
  });
}

type AddedLine = { id: string; channel: string; placement: PlacementSpec; flight: Period };

function addLines(
  context: SampleContext,
  { planId, on, period }: { planId: string; on: string; period: Period },
  spent: readonly Spent[],
  version: VersionSpec,
  origins: readonly string[],
): AddedLine[] {
  const specs = spent.flatMap((row) =>
    linesOfChannel(row.channel).map((placement) => ({ row, placement })),
  );
  return specs.map(({ row, placement }, i) => {
    const id = context.makeId(on);
    const days = daysOf(period);
    const from = days[Math.min(placement.fromDay, days.length) - 1] ?? period.from;
    const to = days[Math.min(placement.toDay, days.length) - 1] ?? period.to;
    const factor = [...placement.surchargesPpm, ...placement.discountsPpm.map((ppm) => -ppm)];
    const unitMinor = factor.reduce((price, ppm) => price * (1 + ppm / PPM), placement.price * 100);
    const money = Number(row['plan_minor'] ?? 0) * version.factor * placement.share;
    context.sink.add('media_plan_lines', {
      id,
      plan_id: planId,
      origin_id: origins[i] ?? id,
      position: (i + 1) * POSITION_STEP,
      group_name: placement.group,
      channel: row.channel,
      placement: placement.title,
      format: placement.format,
      geo: placement.geo,
      audience: placement.audience,
      model: placement.model,
      volume: String(Math.max(1, Math.round(money / unitMinor))),
      price: placement.price.toFixed(2),
      surcharges: JSON.stringify(placement.surchargesPpm),
      discounts: JSON.stringify(placement.discountsPpm),
      rebate_ppm: Number(row['rebate_ppm'] ?? 0),
      from_on: from,
      to_on: to,
      erid: version.status === 'approved' ? placement.erid : '',
      levy_payer: placement.isOnline ? 'client' : 'none',
    });
    return { id, channel: row.channel, placement, flight: { from, to } };
  });
}

const COUNTS = ['spend', 'impressions', 'clicks', 'leads'] as const;

/** What each channel did up to today, parted among its lines and their days. */
function addFacts(
  context: SampleContext,
  spent: readonly Spent[],
  lines: readonly AddedLine[],
  random: Random,
): void {
  for (const row of spent) {
    const parts = lines
      .filter((line) => line.channel === row.channel)
      .flatMap((line) => {
        const run = daysOf(line.flight).filter((on) => on <= context.today);
        return run.map((on) => ({
          line,
          on,
          weight: Math.round(line.placement.share * line.placement.pace * random.around(0.2) * 1e6),
        }));
      });
    if (parts.length === 0) continue;
    const weights = parts.map((part) => part.weight);
    const [spend = [], impressions = [], clicks = [], leads = []] = COUNTS.map((count) => {
      const whole = row[count === 'spend' ? 'actual_minor' : count];
      return typeof whole === 'number' ? allocateByLargestRemainder(whole, weights) : [];
    });
    parts.forEach(({ line, on }, i) => {
      context.sink.add('media_plan_facts', {
        id: context.makeId(on),
        line_id: line.id,
        fact_on: on,
        source: '',
        import_id: null,
        spend_minor: spend[i] ?? null,
        impressions: impressions[i] ?? null,
        clicks: clicks[i] ?? null,
        leads: leads[i] ?? null,
        orders: null,
        revenue_minor: null,
        revision: 1,
      });
    });
  }
}
