import { readProjectHours } from '../../db/queries/project-hours.query';
import type { ReadDb } from '../../db/read-db';
import { findClient } from '../../db/repositories/clients.repo';
import { listPeople } from '../../db/repositories/people.repo';
import {
  findProject,
  addProject as insertProject,
  judgeProgress,
  listProgress,
  listProjectBillings,
  listProjectHours,
  listRetainerTerms,
  type ProjectRow,
  listProjects as readProjects,
  setRetainerTerms,
  amendProject as updateProject,
  recordProjectBilling as writeProjectBilling,
  planProjectHours as writeProjectHours,
} from '../../db/repositories/projects.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import type { Project } from '../../shared/contract/work.contract';
import { type Quantity, times } from '../../shared/domain/figure';
import { addMinor, PPM } from '../../shared/domain/money';
import {
  projectControl,
  recognisedToDate,
  workInProgress,
} from '../../shared/domain/project-control';
import type { RatedTime } from '../../shared/domain/time-cost';
import { RateBook } from './figures/rate-book';
import { figureOf } from './profit-line';
import { quantityFigure } from './receivables-facts';
import { act, readOf, type Session } from './session';

type Done = { id: string };

function requireProject(read: ReadDb, id: string): ProjectRow {
  const project = findProject(read, id);
  if (project === undefined) throw new AppError('row-not-found');
  return project;
}

/** What the control figures of one client's projects are reckoned with. */
type Costs = {
  rates: RateBook;
  /** Base currency into the client's, at today's accounting rate. */
  conversion: Quantity;
  today: string;
  read: ReadDb;
};

function costOf(costs: Costs, personId: string, seconds: number, on: string): RatedTime {
  return { seconds, rate: times(costs.rates.costRate(personId, on), costs.conversion) };
}

function controlOf(
  project: Project,
  costs: Costs,
  billedMinor: number,
): NonNullable<Project['control']> {
  const { today } = costs;
  const feeMinor = project.feeMinor ?? 0;
  const completePpm = project.completePpm ?? 0;
  const control = projectControl({
    feeMinor,
    percentCompletePpm: completePpm,
    planned: project.hours.map((row) => costOf(costs, row.personId, row.plannedSeconds, today)),
    remaining: project.hours.map((row) => costOf(costs, row.personId, row.remainingSeconds, today)),
    logged: readProjectHours(costs.read, project.id, today).map((row) =>
      costOf(costs, row.personId, row.seconds, row.workedOn),
    ),
  });
  return {
    bac: quantityFigure(control.bac, 1),
    ac: quantityFigure(control.ac, 1),
    ev: quantityFigure(control.ev, 1),
    cpi: quantityFigure(control.cpi, PPM),
    eacBottomUp: quantityFigure(control.eacBottomUp, 1),
    eacBudgetRate: quantityFigure(control.eacAtBudgetRate, 1),
    eacCpi: quantityFigure(control.eacByCpi, 1),
    vac: quantityFigure(control.vac, 1),
    hoursBurnPpm: quantityFigure(control.hoursBurn, PPM),
    burnIndex: quantityFigure(control.burnIndex, PPM),
    forecastMarginPpm: quantityFigure(control.forecastMargin, PPM),
    wip: figureOf(workInProgress(recognisedToDate(feeMinor, completePpm), billedMinor)),
  };
}

/** Projects of a client with their terms, hours, billings and, for a fixed fee, the control figures as of today. */
export function listProjects(
  session: Session,
  { clientId }: Input<'projects/list'>,
): Output<'projects/list'> {
  const read = readOf(session);
  const today = session.clock.today();
  const client = findClient(read, clientId);
  if (client === undefined) throw new AppError('client-not-found');
  const rates = new RateBook(read);
  const costs: Costs = {
    read,
    rates,
    conversion: rates.conversion(rates.baseCurrency, client.currency, today),
    today,
  };
  const names = new Map(listPeople(read).map((person) => [person.id, person.name]));
  const projects = readProjects(read, clientId).map((row): Project => {
    const judged = listProgress(read, row.id).findLast((each) => each.judgedOn <= today);
    const billings = listProjectBillings(read, row.id);
    const project: Project = {
      ...row,
      terms: listRetainerTerms(read, row.id).map(({ projectId: _, cycle: __, ...terms }) => terms),
      completePpm: judged?.completePpm ?? null,
      completeJudgedOn: judged?.judgedOn ?? null,
      hours: listProjectHours(read, row.id).map(
        ({ personId, plannedSeconds, remainingSeconds }) => ({
          personId,
          plannedSeconds,
          remainingSeconds,
          personName: names.get(personId) ?? '',
        }),
      ),
      billings: billings.map(({ projectId: _, ...billing }) => billing),
      control: null,
    };
    if (row.kind !== 'fixed-fee') return project;
    const billed = billings
      .filter((each) => each.billedOn <= today)
      .map((each) => each.amountMinor);
    return { ...project, control: controlOf(project, costs, addMinor(...billed)) };
  });
  return { projects };
}

/** Adds a project; a retainer brings its first terms. */
export function addProject(session: Session, input: Input<'projects/add'>): Done {
  const { terms, ...project } = input;
  assertOrder(project.startsOn, project.endsOn);
  if (project.kind === 'retainer' && project.feeMinor !== null) {
    throw new AppError('input-invalid', { field: 'feeMinor' });
  }
  return act(session, 'add-project', { name: input.name }, (tx) => {
    const id = insertProject(tx, project);
    if (terms !== null) setRetainerTerms(tx, { ...terms, projectId: id });
    return { id };
  });
}

function assertOrder(from: string, to: string | null): void {
  if (to !== null && to < from) throw new AppError('period-invalid', { from, to });
}

/** Changes a project's name, state, dates or fee. */
export function amendProject(
  session: Session,
  { id, revision, patch }: Input<'projects/amend'>,
): Done {
  const project = requireProject(readOf(session), id);
  const endsOn = patch.endsOn === undefined ? project.endsOn : patch.endsOn;
  assertOrder(patch.startsOn ?? project.startsOn, endsOn);
  act(session, 'amend-project', { name: project.name }, (tx) =>
    updateProject(tx, id, patch, revision),
  );
  return { id };
}

/** Sets a retainer's terms from a day on; earlier months keep theirs. */
export function setProjectTerms(session: Session, input: Input<'projects/set-terms'>): Done {
  const project = requireProject(readOf(session), input.projectId);
  if (project.kind !== 'retainer') throw new AppError('input-invalid', { field: 'terms' });
  assertOrder(input.validFrom, input.validTo);
  return act(session, 'set-terms', { name: project.name, on: input.validFrom }, (tx) => ({
    id: setRetainerTerms(tx, input),
  }));
}

/** Records how much of a fixed-fee project is complete at the end of a day. */
export function judgeProjectProgress(
  session: Session,
  input: Input<'projects/judge-progress'>,
): Done {
  const project = requireProject(readOf(session), input.projectId);
  return act(
    session,
    'judge-progress',
    { name: project.name, ratePpm: input.completePpm },
    (tx) => ({
      id: judgeProgress(tx, input),
    }),
  );
}

/** Sets the planned and remaining hours of a person on a project. */
export function planProjectHours(session: Session, input: Input<'projects/plan-hours'>): Done {
  const project = requireProject(readOf(session), input.projectId);
  return act(session, 'plan-hours', { name: project.name }, (tx) => ({
    id: writeProjectHours(tx, input),
  }));
}

/** Records a part of a project's fee as billed, net of VAT. */
export function recordProjectBilling(
  session: Session,
  input: Input<'projects/record-billing'>,
): Done {
  const project = requireProject(readOf(session), input.projectId);
  return act(session, 'record-billing', { name: project.name }, (tx) => ({
    id: writeProjectBilling(tx, input),
  }));
}
