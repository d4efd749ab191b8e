import type { ReadDb } from '../../db/read-db';
import type { ExplainScope, Explanation, FigureId } from '../../shared/contract/portfolio.contract';
import { requireClient } from './clients.service';
import type { Draft } from './explain/draft';
import { explainPortfolio } from './explain/explain-portfolio';
import { explainProfit, type ProfitSource } from './explain/explain-profit';
import { explainProject } from './explain/explain-project';
import { explainRelation, isRelationFigure } from './explain/explain-relation';
import { periodFigures } from './figures.service';
import { readOf, type Session } from './session';

export type ExplainRequest = { readonly figureId: FigureId; readonly scope: ExplainScope };

/**
 * Where a figure comes from: its formula in words, its inputs, and the rows that add up to it (to its
 * numerator, where it is a ratio). Balances are of today, flows of the scope's period. Throws
 * `client-not-found`, `figure-not-of-project`.
 */
export function explainFigure(session: Session, request: ExplainRequest): Explanation {
  const draft = draftOf(readOf(session), request, session.clock.today());
  return { ...request, ...draft };
}

function draftOf(read: ReadDb, { figureId, scope }: ExplainRequest, today: string): Draft {
  if (scope.kind === 'portfolio') {
    const { managerId, period } = scope;
    return explainPortfolio(read, { managerId, period, today }, figureId);
  }
  if (scope.kind === 'project') {
    return explainProject(sourceOf(read, scope), scope.projectId, figureId);
  }
  return isRelationFigure(figureId)
    ? explainRelation(read, scope.clientId, figureId, today)
    : explainProfit(sourceOf(read, scope), figureId);
}

function sourceOf(
  read: ReadDb,
  { clientId, period }: Extract<ExplainScope, { kind: 'client' | 'project' }>,
): ProfitSource {
  return {
    clientId,
    currency: requireClient(read, clientId).currency,
    periods: periodFigures(read, clientId, period),
  };
}
