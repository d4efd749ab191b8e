import { addDays, addMonths, monthPeriod } from '../../../shared/domain/dates';
import { backToWorkday } from './sample-calendar';
import { CONTACTS } from './sample-contacts';
import { monthAt, type SampleClient, type SampleContext, toMinor } from './sample-context';
import { PACKAGED } from './sample-package-spec';
import { PEOPLE } from './sample-people';
import {
  type EstimateSpec,
  type ProposalSpec,
  SERVICES,
  type VersionSpec,
} from './sample-proposal-spec';
import { PROPOSALS } from './sample-proposal-specs';

const HOUR_S = 3600;
const HOUR_MS = 3_600_000;
const POSITION_STEP = 1024;
/** Prices rose this much on the first day of the current quarter. */
const RISE = 1.06;

/** The price list, and proposals in each state: made, waiting, accepted, lost. */
export function addProposals(context: SampleContext, clients: readonly SampleClient[]): void {
  addRateCard(context);
  const numbered = PROPOSALS.map((spec, index) => ({ spec, number: index + 14 }));
  for (const { spec, number } of [...numbered, { spec: PACKAGED, number: 20 }]) {
    const client = clients.find((candidate) => candidate.spec.key === spec.client);
    if (client !== undefined) addProposal(context, client, spec, number);
  }
}

function addRateCard(context: SampleContext): void {
  const month = monthAt(context, 0);
  const quarter = `${month.slice(0, 5)}${String(Math.floor((Number(month.slice(5)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
  const before = `${String(Number(quarter.slice(0, 4)) - 1)}-01-01`;
  const price = (fields: Record<string, string | number>, rub: number): void => {
    for (const isNew of [false, true]) {
      const validFrom = isNew ? quarter : before;
      context.sink.add('rate_card_items', {
        id: context.makeId(validFrom),
        kind: 'service',
        title: '',
        role: '',
        unit: '',
        hours_s: 0,
        ...fields,
        price_minor: toMinor(isNew ? rub : Math.round(rub / RISE / 50) * 50),
        currency: 'RUB',
        valid_from: validFrom,
        valid_to: isNew ? null : addDays(quarter, -1),
        revision: 1,
      });
    }
  };
  const byRole = new Map(PEOPLE.map(({ role, price: rub }) => [role, rub]));
  for (const [role, rub] of byRole) {
    price({ kind: 'role', title: capital(role), role, unit: 'ч' }, rub);
  }
  for (const { hours, rub, ...service } of SERVICES) {
    price({ ...service, hours_s: hours * HOUR_S }, rub);
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function addProposal(
  context: SampleContext,
  client: SampleClient,
  spec: ProposalSpec,
  number: number,
): void {
  const startsOn = monthPeriod(addMonths(monthAt(context, 0), spec.startsIn)).from;
  const endsOn = monthPeriod(addMonths(monthAt(context, 0), spec.startsIn + spec.months - 1)).to;
  const [first] = spec.versions;
  const familyOn = backToWorkday(addDays(context.today, -(first?.daysAgo ?? 1)));
  const familyId = context.makeId(familyOn);
  let origins: readonly string[] = [];
  spec.versions.forEach((version, index) => {
    const editedOn = backToWorkday(addDays(context.today, -version.daysAgo));
    const id = index === 0 ? familyId : context.makeId(editedOn);
    const isDecided = version.status === 'accepted' || version.status === 'lost';
    const approver = CONTACTS[client.spec.key]?.[0];
    context.sink.add('proposals', {
      ...proposalColumns(client, { id, number, title: spec.title }),
      family_id: familyId,
      version: index + 1,
      prices_on: editedOn,
      valid_until: addDays(editedOn, 21),
      starts_on: startsOn,
      ends_on: endsOn,
      status: version.status,
      sent_on: version.status === 'draft' ? null : editedOn,
      decided_on: isDecided ? backToWorkday(addDays(editedOn, 4)) : null,
      decided_by: version.status === 'accepted' ? (approver?.name ?? client.spec.name) : '',
      evidence: version.evidence ?? '',
      lost_reason: version.lostReason ?? '',
      discount_ppm: version.discountPpm,
      discount_reason: version.discountReason ?? '',
      prepayment_ppm: spec.prepaymentPpm,
      payment_terms: spec.paymentTerms,
      exclusions: spec.exclusions,
      edited_at: Date.parse(`${editedOn}T08:00:00Z`) + HOUR_MS,
    });
    origins = addLines(context, version, { proposalId: id, editedOn, origins });
  });
}

/** A proposal's columns as a first draft of the client has them; what differs is put over them. */
export function proposalColumns(
  { id: clientId, spec }: SampleClient,
  { id, number, title }: { id: string; number: number; title: string },
) {
  return {
    id,
    family_id: id,
    number,
    version: 1,
    client_id: clientId,
    brief_id: null,
    title,
    language: spec.language,
    currency: spec.currency,
    sent_on: null,
    decided_on: null,
    decided_by: '',
    evidence: '',
    lost_reason: '',
    discount_ppm: 0,
    discount_reason: '',
    discount_approved_by: null,
    discount_approved_ppm: null,
    vat_mode: spec.currency === 'RUB' ? 'by-date' : 'none',
    vat_ppm: null,
    prepayment_ppm: 0,
    payment_terms: '',
    exclusions: '',
    introduction: '',
    project_id: null,
    archived_at: null,
    revision: 1,
    overservice_month: null,
  };
}

/** A line of hours of work in its place; what differs is put over it. */
export function lineColumns(
  id: string,
  proposalId: string,
  index: number,
  fields: Record<string, string | number>,
) {
  return {
    id,
    proposal_id: proposalId,
    origin_id: id,
    position: (index + 1) * POSITION_STEP,
    group_name: '',
    kind: 'work',
    title: '',
    role: '',
    person_id: null,
    vendor: '',
    quantity: '1',
    unit: '',
    unit_price_minor: 0,
    unit_cost_minor: 0,
    markup_ppm: 0,
    commission_ppm: null,
    commission_basis: null,
    hours_s: 0,
    starts_on: null,
    ends_on: null,
    is_option: 'no',
    package: '',
    chosen: 'yes',
    note: '',
    revision: 1,
    ...fields,
  };
}

function addLines(
  context: SampleContext,
  version: VersionSpec,
  into: { proposalId: string; editedOn: string; origins: readonly string[] },
): string[] {
  return version.lines.map((line, index) => {
    const id = context.makeId(into.editedOn);
    const originId = into.origins[index] ?? id;
    context.sink.add('proposal_lines', {
      id,
      proposal_id: into.proposalId,
      origin_id: originId,
      position: (index + 1) * POSITION_STEP,
      ...columnsOf(context, line),
      revision: 1,
    });
    return originId;
  });
}

function columnsOf(context: SampleContext, line: EstimateSpec) {
  const isCommission = line.kind === 'commission';
  return {
    group_name: line.group,
    kind: line.kind,
    title: line.title,
    role: line.role ?? '',
    person_id: line.person === undefined ? null : (context.people.get(line.person) ?? null),
    vendor: line.vendor ?? '',
    quantity: String(line.quantity ?? 1),
    unit: line.unit ?? '',
    unit_price_minor: toMinor(line.price ?? 0),
    unit_cost_minor: toMinor(line.cost ?? 0),
    markup_ppm: line.markupPpm ?? 0,
    commission_ppm: isCommission ? (line.commissionPpm ?? 0) : null,
    commission_basis: isCommission ? 'on-top' : null,
    hours_s: (line.hours ?? 0) * HOUR_S,
    starts_on: null,
    ends_on: null,
    is_option: line.taken === undefined && line.package === undefined ? 'no' : 'yes',
    package: line.package ?? '',
    chosen: line.taken === false ? 'no' : 'yes',
    note: '',
  };
}
