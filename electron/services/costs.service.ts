import {
  listDirectCosts,
  listProduction,
  removeDirectCost,
  removeProduction,
  recordDirectCost as writeDirectCost,
  recordProduction as writeProduction,
} from '../../db/repositories/costs.repo';
import { findProject } from '../../db/repositories/projects.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import { act, readOf, type Session } from './session';

type Done = { id: string };

/** Production and direct costs of a client in a period. */
export function listCosts(session: Session, input: Input<'costs/list'>): Output<'costs/list'> {
  const read = readOf(session);
  return {
    production: listProduction(read, input.clientId, input).map(({ clientId: _, ...row }) => row),
    direct: listDirectCosts(read, input.clientId, input).map(({ clientId: _, ...row }) => row),
  };
}

/** Records production bought for a client. Throws `hours-project-of-other`. */
export function recordProductionCost(
  session: Session,
  input: Input<'costs/record-production'>,
): Done {
  const project =
    input.projectId === null ? undefined : findProject(readOf(session), input.projectId);
  if (project !== undefined && project.clientId !== input.clientId) {
    throw new AppError('hours-project-of-other');
  }
  return act(session, 'record-production', { title: input.title }, (tx) => ({
    id: writeProduction(tx, input),
  }));
}

/** Records a cost of keeping the account. */
export function recordDirectCost(session: Session, input: Input<'costs/record-direct'>): Done {
  return act(session, 'record-direct-cost', { title: input.title }, (tx) => ({
    id: writeDirectCost(tx, input),
  }));
}

/** Removes a cost. */
export function removeCost(session: Session, { kind, id }: Input<'costs/remove'>): Done {
  act(session, 'remove-cost', {}, (tx) =>
    kind === 'production' ? removeProduction(tx, id) : removeDirectCost(tx, id),
  );
  return { id };
}
