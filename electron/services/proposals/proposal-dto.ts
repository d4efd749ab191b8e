import { readOpenInvoices } from '../../../db/queries/clients.query';
import { readPlanClient } from '../../../db/queries/media-plans.query';
import { readProposalVersions } from '../../../db/queries/proposals.query';
import type { ReadDb } from '../../../db/read-db';
import { readAgency } from '../../../db/repositories/agency.repo';
import { findAgreementOfFamily } from '../../../db/repositories/agreements.repo';
import { findClient } from '../../../db/repositories/clients.repo';
import { findPerson } from '../../../db/repositories/people.repo';
import { listDiscountLimits, type ProposalRow } from '../../../db/repositories/proposals.repo';
import type {
  Proposal,
  ProposalAmounts,
  ProposalListItem,
} from '../../../shared/contract/proposals.contract';
import {
  discountAtTarget,
  type EstimateAmounts,
  marginCostOfDiscount,
} from '../../../shared/domain/estimate';
import { addMinor, applyRatePpm, PPM } from '../../../shared/domain/money';
import type { RateBook } from '../figures/rate-book';
import { figureOf, unknownFigure } from '../profit-line';
import { quantityFigure } from '../receivables-facts';
import { acceptanceOf } from './acceptance';
import { proposalAccuracy } from './accuracy';
import { agreementDraftOf } from './agreement-draft';
import { capacityOf } from './capacity';
import { type ProposalModel, readProposalModel } from './proposal-model';

/** Limits before anybody sets others: 5 % for a manager, 10 % for the lead. */
const OWN_LIMITS = { manager: 50_000, lead: 100_000 } as const;

/** Up to which discount a manager and a lead decide alone, in ppm. */
export function discountLimitsOf(read: ReadDb): { manager: number; lead: number } {
  const rows = listDiscountLimits(read);
  const of = (decider: 'manager' | 'lead'): number =>
    rows.find((row) => row.decider === decider)?.maxPpm ?? OWN_LIMITS[decider];
  return { manager: of('manager'), lead: of('lead') };
}

/** Whose yes a discount still needs. */
export function deciderOf(
  { discountPpm, discountApprovedPpm }: Pick<ProposalRow, 'discountPpm' | 'discountApprovedPpm'>,
  limits: { manager: number; lead: number },
): 'nobody' | 'lead' | 'owner' {
  if (discountPpm <= limits.manager || discountPpm <= (discountApprovedPpm ?? 0)) return 'nobody';
  return discountPpm <= limits.lead ? 'lead' : 'owner';
}

function amountsOf(amounts: EstimateAmounts): ProposalAmounts {
  return {
    amountMinor: amounts.amountMinor,
    passThroughMinor: amounts.passThroughMinor,
    agiMinor: amounts.agiMinor,
    seconds: amounts.seconds,
    cost: amounts.costMinor.known
      ? figureOf(amounts.costMinor.value)
      : unknownFigure(amounts.costMinor.missing.map(({ code, params }) => ({ code, params }))),
    marginPpm: quantityFigure(amounts.margin, PPM),
  };
}

type Head = Omit<ProposalListItem, 'amountMinor' | 'grossMinor' | 'marginPpm' | 'versionCount'>;

/** The head of a version as the contract has it. */
export function headOf(read: ReadDb, proposal: ProposalRow): Head {
  const client = readPlanClient(read, proposal.clientId);
  const {
    archivedAt: _archived,
    discountApprovedBy: _approvedBy,
    discountApprovedPpm: _approved,
    ...same
  } = proposal;
  return {
    ...same,
    clientName: client?.name ?? '',
    clientMark: client?.mark ?? '',
    clientHue: client?.hue ?? 1,
  };
}

/** A proposal as a row of the list. */
export function listItemOf(read: ReadDb, { proposal, estimate }: ProposalModel): ProposalListItem {
  return {
    ...headOf(read, proposal),
    amountMinor: estimate.total.amountMinor,
    grossMinor: estimate.grossMinor,
    marginPpm: quantityFigure(estimate.total.margin, PPM),
    versionCount: readProposalVersions(read, proposal.familyId).length,
  };
}

function linesOf({ lines, estimate }: ProposalModel): Proposal['lines'] {
  return lines.flatMap(({ proposalId: _proposal, position: _position, ...row }) => {
    const amounts = estimate.lines.get(row.id);
    if (amounts === undefined) return [];
    const option = estimate.withOption.get(row.id);
    return [
      {
        ...row,
        isOption: row.isOption === 'yes',
        chosen: row.chosen === 'yes',
        amounts: amountsOf(amounts),
        withOption:
          option === undefined
            ? null
            : {
                amountMinor: option.amountMinor,
                marginPpm: quantityFigure(option.margin, PPM),
              },
      },
    ];
  });
}

function discountOf(
  read: ReadDb,
  { proposal, estimate }: ProposalModel,
  targetPpm: number,
): Proposal['discount'] {
  const limits = discountLimitsOf(read);
  const approver =
    proposal.discountApprovedBy === null
      ? undefined
      : findPerson(read, proposal.discountApprovedBy);
  return {
    discountableMinor: estimate.discountableMinor,
    amountMinor: estimate.discountMinor,
    marginCostPpm: quantityFigure(marginCostOfDiscount(estimate), PPM),
    marginBeforePpm: quantityFigure(estimate.marginBeforeDiscount, PPM),
    atTargetPpm: discountAtTarget(estimate, targetPpm),
    managerMaxPpm: limits.manager,
    leadMaxPpm: limits.lead,
    needs: deciderOf(proposal, limits),
    approvedBy: approver?.name ?? null,
  };
}

function creditOf(
  read: ReadDb,
  { proposal, estimate }: ProposalModel,
  today: string,
): Proposal['credit'] {
  const open = readOpenInvoices(read, proposal.clientId, today);
  const receivablesMinor = addMinor(
    ...open.map((row) => Math.max(0, row.grossMinor - row.paidMinor)),
  );
  const prepaid = applyRatePpm(estimate.grossMinor, proposal.prepaymentPpm);
  return {
    receivablesMinor,
    limitMinor: findClient(read, proposal.clientId)?.creditLimitMinor ?? null,
    withProposalMinor: addMinor(receivablesMinor, estimate.grossMinor, -prepaid),
  };
}

function acceptanceDto(read: ReadDb, model: ProposalModel, today: string): Proposal['acceptance'] {
  const plan = acceptanceOf(read, model, today);
  const billed = (month: (typeof plan.months)[number]): number =>
    month.fees + month.production + month.media + month.commission;
  const whole = plan.months.reduce((sum, month) => sum + billed(month), 0);
  const { netMinor } = plan.firstInvoice;
  const { kind, number, contractNumber } = agreementDraftOf(read, model.proposal, today);
  return {
    feeMinor: plan.feeMinor,
    taskCount: plan.tasks.length,
    seconds: plan.tasks.reduce((sum, task) => sum + task.seconds, 0),
    months: plan.months.map((month) => ({
      month: month.month,
      sharePpm: whole === 0 ? 0 : Math.round((billed(month) / whole) * PPM),
    })),
    mediaLineCount: model.lines.filter(({ kind, chosen }) => kind === 'media' && chosen === 'yes')
      .length,
    mediaMinor: plan.months.reduce((sum, month) => sum + month.media, 0),
    firstInvoiceGrossMinor:
      netMinor + (model.vatPpm === null ? 0 : applyRatePpm(netMinor, model.vatPpm)),
    agreement: { kind, number, contractNumber },
  };
}

function agreementOf(read: ReadDb, { familyId, id }: ProposalRow): Proposal['agreement'] {
  const made = findAgreementOfFamily(read, familyId);
  return made === undefined || made.proposalId !== id
    ? null
    : { id: made.id, kind: made.kind, number: made.number };
}

/** A version with everything reckoned, as the contract has it. */
export function proposalDto(
  read: ReadDb,
  model: ProposalModel,
  options: { today: string; rates: RateBook },
): Proposal {
  const { proposal, estimate, vatPpm } = model;
  const targetPpm = readAgency(read).marginTargetPpm;
  return {
    ...headOf(read, proposal),
    lines: linesOf(model),
    packages: estimate.packages.map(({ name, isChosen, total, ...sums }) => ({
      name,
      isChosen,
      lineCount: model.lines.filter((line) => line.package === name).length,
      discountMinor: sums.discountMinor,
      vatMinor: sums.vatMinor,
      grossMinor: sums.grossMinor,
      ...amountsOf(total),
    })),
    groups: estimate.groups.map(({ name, lineIds, ...amounts }) => ({
      name,
      lineIds: [...lineIds],
      ...amountsOf(amounts),
    })),
    total: amountsOf(estimate.total),
    vatRatePpm: vatPpm,
    vatMinor: estimate.vatMinor,
    grossMinor: estimate.grossMinor,
    prepaymentMinor: applyRatePpm(estimate.grossMinor, proposal.prepaymentPpm),
    targetPpm,
    discount: discountOf(read, model, targetPpm),
    capacity: proposal.status === 'accepted' ? [] : capacityOf(read, model, options.today),
    credit: creditOf(read, model, options.today),
    acceptance: acceptanceDto(read, model, options.today),
    accuracy: proposalAccuracy(read, options.rates, model),
    agreement: agreementOf(read, proposal),
    versions: readProposalVersions(read, proposal.familyId).map((version) => ({
      ...version,
      amountMinor:
        version.id === proposal.id
          ? estimate.total.amountMinor
          : readProposalModel(read, version.id, options.rates).estimate.total.amountMinor,
    })),
  };
}
