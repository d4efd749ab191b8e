import { readNewestPlanIds, readPlanVersions } from '../../db/queries/media-plans.query';
import type { ReadDb } from '../../db/read-db';
import { findClient, listCommissionTerms } from '../../db/repositories/clients.repo';
import {
  addMediaPlan,
  addMediaPlanVersion,
  amendMediaPlan,
  listMediaPlanLines,
  type MediaPlanRow,
  setMediaPlanColumns,
} from '../../db/repositories/media-plans.repo';
import { findProject } from '../../db/repositories/projects.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import type { Plan, PlanListItem } from '../../shared/contract/media-plans.contract';
import { rowOn } from '../../shared/domain/dated-rates';
import type { Period } from '../../shared/domain/dates';
import { known } from '../../shared/domain/figure';
import { columnsOfPeriod } from '../../shared/domain/media-plan-columns';
import { requireApart } from '../../shared/domain/media-plan-flight';
import { PPM } from '../../shared/domain/money';
import { bookApprovedPlan } from './budgets/approved-plan';
import {
  approvedVersionOf,
  headOf,
  missingRatesOf,
  paceOfPlan,
  planDto,
} from './media-plans/plan-dto';
import { groundOf } from './media-plans/plan-ground';
import { assertLine, lineInputOf } from './media-plans/plan-line';
import {
  columnsOfPlan,
  PlanRates,
  readPlanModel,
  requirePlan,
  vatOfPlan,
} from './media-plans/plan-model';
import { quantityFigure } from './receivables-facts';
import { act, readOf, type Session } from './session';

type Done = { id: string };

/** Refuses a change of anything but a draft: `media-plan-approved`, `media-plan-sent`, `media-plan-rejected`. */
export function requireDraft(read: ReadDb, id: string): MediaPlanRow {
  const plan = requirePlan(read, id);
  if (plan.status === 'approved') throw new AppError('media-plan-approved');
  if (plan.status === 'sent') throw new AppError('media-plan-sent');
  if (plan.status === 'rejected') throw new AppError('media-plan-rejected');
  return plan;
}

/** How a plan is named in the history. */
export function planLabel(plan: MediaPlanRow): { name: string; version: number } {
  return { name: plan.name, version: plan.version };
}

/** The newest version of each plan with its sums, pace and alerts. */
export function listMediaPlans(
  session: Session,
  { clientId }: Input<'media-plans/list'>,
): Output<'media-plans/list'> {
  const read = readOf(session);
  const ids = readNewestPlanIds(read, clientId);
  if (ids.length === 0) return { plans: [] };
  const options = { today: session.clock.today(), rates: new PlanRates(read) };
  return {
    plans: ids.map((id): PlanListItem => {
      const model = readPlanModel(read, id, options);
      const { columns: _columns, note: _note, ...head } = headOf(read, model.plan, []);
      const versions = readPlanVersions(read, model.plan.familyId);
      const pace = paceOfPlan(model);
      return {
        ...head,
        lineCount: model.lines.length,
        netMinor: model.totals.netMinor,
        clientPriceMinor: model.totals.clientPriceMinor,
        spendMinor: pace?.spendMinor ?? null,
        pacePpm: quantityFigure(pace?.pace ?? known(null), PPM),
        alertCount: model.lines.reduce((count, line) => count + line.alerts.length, 0),
        versionCount: versions.length,
        approvedVersion: approvedVersionOf(versions),
        missingRates: missingRatesOf(model),
      };
    }),
  };
}

/** One version with its lines reckoned, subtotals, totals in every basis, fact and alerts. */
export function showMediaPlan(
  session: Session,
  { id, unit }: Pick<Input<'media-plans/show'>, 'id' | 'unit'>,
): Plan {
  const read = readOf(session);
  const model = readPlanModel(read, id, { today: session.clock.today(), unit });
  const versions = readPlanVersions(read, model.plan.familyId);
  return planDto(read, model, unit ?? model.plan.columnUnit, versions);
}

type Frame = { from: string; to: string; columnUnit: MediaPlanRow['columnUnit'] };

/** Columns that a plan may have: within its period, apart, each with its ends in order. */
function assertFrame({ from, to, columnUnit }: Frame, columns: readonly Period[]): Period[] {
  if (to < from) throw new AppError('period-invalid', { from, to });
  if (columnUnit !== 'stated') return columnsOfPeriod({ from, to }, columnUnit);
  requireApart(columns);
  const outside = columns.find((column) => column.from < from || column.to > to);
  if (outside !== undefined) {
    throw new AppError('media-plan-column-outside', { from: outside.from, to: outside.to });
  }
  return [...columns];
}

function assertTerms(terms: {
  vatMode: MediaPlanRow['vatMode'];
  vatPpm: number | null;
  commissionPpm: number;
  commissionBasis: MediaPlanRow['commissionBasis'];
}): void {
  if ((terms.vatMode === 'stated') !== (terms.vatPpm !== null)) {
    throw new AppError('media-plan-vat-not-stated');
  }
  if (terms.commissionBasis === 'inside' && terms.commissionPpm >= PPM) {
    throw new AppError('commission-inside-too-high', { ppm: terms.commissionPpm });
  }
}

function assertProject(read: ReadDb, projectId: string | null, clientId: string): void {
  if (projectId === null) return;
  const project = findProject(read, projectId);
  if (project === undefined) throw new AppError('row-not-found');
  if (project.clientId !== clientId) {
    throw new AppError('project-of-other-client', { name: project.name });
  }
}

/**
 * Starts a plan as a draft; without a commission of its own it takes the client's of its first day. Throws
 * `client-not-found`, `period-invalid`, `media-plan-columns-overlap`, `media-plan-vat-unknown` and the like.
 */
export function addPlan(session: Session, input: Input<'media-plans/add'>): Done {
  const read = readOf(session);
  const client = findClient(read, input.clientId);
  if (client === undefined) throw new AppError('client-not-found');
  assertProject(read, input.projectId, input.clientId);
  const agreed = rowOn(listCommissionTerms(read, input.clientId), input.from);
  const commission =
    input.commissionPpm === null
      ? { commissionPpm: agreed?.ratePpm ?? 0, commissionBasis: agreed?.basis ?? 'on-top' }
      : { commissionPpm: input.commissionPpm, commissionBasis: input.commissionBasis };
  const { from, to, columns, ...fields } = input;
  const plan = { ...fields, ...commission, currency: input.currency ?? client.currency };
  assertTerms(plan);
  const shown = assertFrame({ from, to, columnUnit: input.columnUnit }, columns);
  vatOfPlan({ ...plan, toOn: to }, new PlanRates(read));
  return act(session, 'add-media-plan', { name: input.name, version: 1 }, (tx) => {
    const id = addMediaPlan(tx, {
      ...plan,
      fromOn: from,
      toOn: to,
      editedAt: session.clock.now(),
    });
    if (input.columnUnit === 'stated') setMediaPlanColumns(tx, id, shown);
    return { id };
  });
}

/** Changes a draft. Its lines must still fit: `media-plan-flight-uncovered` where one would not. */
export function amendPlan(
  session: Session,
  { id, revision, patch }: Input<'media-plans/amend'>,
): { id: string; revision: number } {
  const read = readOf(session);
  const plan = requireDraft(read, id);
  const { from = plan.fromOn, to = plan.toOn, columns, ...fields } = patch;
  const next = { ...plan, ...defined(fields), fromOn: from, toOn: to };
  assertTerms(next);
  assertProject(read, next.projectId, next.clientId);
  const own = columns ?? columnsOfPlan(read, plan);
  const shown = assertFrame({ from, to, columnUnit: next.columnUnit }, own);
  const ground = groundOf(read, next, session.clock.today(), shown);
  for (const line of listMediaPlanLines(read, id)) assertLine(lineInputOf(line), ground);
  act(session, 'amend-media-plan', planLabel(plan), (tx) => {
    amendMediaPlan(
      tx,
      id,
      { ...fields, fromOn: from, toOn: to, editedAt: session.clock.now() },
      revision,
    );
    setMediaPlanColumns(tx, id, next.columnUnit === 'stated' ? shown : []);
  });
  return { id, revision: requirePlan(readOf(session), id).revision };
}

function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** The next version of a plan, as a draft with the same lines. */
export function duplicatePlan(session: Session, { id }: Input<'media-plans/duplicate'>): Done {
  const plan = requirePlan(readOf(session), id);
  return act(session, 'duplicate-media-plan', planLabel(plan), (tx) => ({
    id: addMediaPlanVersion(tx, plan, session.clock.now()),
  }));
}

/** Puts a version away; what was approved stays. */
export function archivePlan(session: Session, { id }: Input<'media-plans/archive'>): Done {
  const plan = requirePlan(readOf(session), id);
  if (plan.status === 'approved') throw new AppError('media-plan-approved');
  act(session, 'archive-media-plan', planLabel(plan), (tx) =>
    amendMediaPlan(tx, id, { archivedAt: session.clock.now() }),
  );
  return { id };
}

/** A plan that can be agreed has lines, and every rate: `media-plan-empty`, `media-plan-rate-unknown`. */
function requireWhole(read: ReadDb, id: string): void {
  const lines = listMediaPlanLines(read, id);
  if (lines.length === 0) throw new AppError('media-plan-empty');
  const open = lines.find(({ currency, rate }) => currency !== null && rate === null);
  if (open?.currency != null) {
    throw new AppError('media-plan-rate-unknown', { currency: open.currency, on: open.fromOn });
  }
}

/** Marks a draft as sent to the client: from then on it is not changed. Throws `media-plan-empty`. */
export function sendPlan(session: Session, { id }: Input<'media-plans/send'>): Done {
  const read = readOf(session);
  const plan = requireDraft(read, id);
  requireWhole(read, id);
  act(session, 'send-media-plan', planLabel(plan), (tx) =>
    amendMediaPlan(tx, id, { status: 'sent', sentOn: session.clock.today() }),
  );
  return { id };
}

/** Takes a version that was sent or rejected back to draft. Throws `media-plan-approved`. */
export function withdrawPlan(session: Session, { id }: Input<'media-plans/withdraw'>): Done {
  const plan = requirePlan(readOf(session), id);
  if (plan.status === 'approved') throw new AppError('media-plan-approved');
  act(session, 'withdraw-media-plan', planLabel(plan), (tx) =>
    amendMediaPlan(tx, id, {
      status: 'draft',
      sentOn: null,
      decidedOn: null,
      decidedBy: '',
      evidence: '',
    }),
  );
  return { id };
}

/** What the client decided of a version that is not decided yet, who at the client's, and what shows it. */
export function decidePlan(session: Session, input: Input<'media-plans/decide'>): Done {
  const { id, decision, decidedOn, decidedBy, evidence } = input;
  const read = readOf(session);
  const plan = requirePlan(read, id);
  if (plan.status === 'approved') throw new AppError('media-plan-approved');
  if (decidedOn > session.clock.today()) {
    throw new AppError('media-plan-decided-later', { on: decidedOn });
  }
  requireWhole(read, id);
  const key = decision === 'approved' ? 'approve-media-plan' : 'reject-media-plan';
  act(session, key, planLabel(plan), (tx) => {
    amendMediaPlan(tx, id, { status: decision, decidedOn, decidedBy, evidence });
    if (decision === 'approved') bookApprovedPlan(tx, id, session.clock.today());
  });
  return { id };
}
