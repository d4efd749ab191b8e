import { readTaskNames } from '../../../db/queries/tasks.query';
import { findClient } from '../../../db/repositories/clients.repo';
import {
  findImprovement,
  type ImprovementRow,
  addImprovement as insertImprovement,
  listImprovements as readImprovements,
  amendImprovement as updateImprovement,
} from '../../../db/repositories/task-practice.repo';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import { known } from '../../../shared/domain/figure';
import {
  divideFractions,
  type Fraction,
  parseFraction,
  subtractFractions,
} from '../../../shared/domain/fraction';
import { PPM } from '../../../shared/domain/money';
import { quantityFigure } from '../receivables-facts';
import { act, readOf, type Session } from '../session';
import { namedClient, requireTask } from './task-book';

type Done = { id: string };

/** The steps of the loop, and what each may follow. */
const STEP_AFTER = {
  agreed: 'proposed',
  declined: 'proposed',
  built: 'agreed',
  checked: 'built',
} as const;

function requireImprovement(session: Session, id: string): ImprovementRow {
  const row = findImprovement(readOf(session), id);
  if (row === undefined) throw new AppError('row-not-found');
  return row;
}

/** How much of the expected change came true: (measured − before) ÷ (expected − before); null without a change. */
export function effectOf(row: {
  beforeValue: string | null;
  expectedValue: string | null;
  measuredValue: string | null;
}): Fraction | null {
  const before = row.beforeValue === null ? null : parseFraction(row.beforeValue);
  const expected = row.expectedValue === null ? null : parseFraction(row.expectedValue);
  const measured = row.measuredValue === null ? null : parseFraction(row.measuredValue);
  if (before === null || expected === null || measured === null) return null;
  const wanted = subtractFractions(expected, before);
  return wanted.n === 0n ? null : divideFractions(subtractFractions(measured, before), wanted);
}

/** Improvements of a client's site, or of all, the newest first. */
export function listImprovements(
  session: Session,
  { clientId }: Input<'improvements/list'>,
): Output<'improvements/list'> {
  const read = readOf(session);
  const names = readTaskNames(read);
  const rows = readImprovements(read, clientId);
  const used = new Set(rows.map((row) => row.clientId));
  return {
    improvements: rows.map((row) => ({
      ...row,
      currency: findClient(read, row.clientId)?.currency ?? 'RUB',
      effectPpm: quantityFigure(known(effectOf(row)), PPM),
    })),
    names: {
      clients: names.clients.filter(({ id }) => used.has(id)).map(namedClient),
      people: [],
      projects: [],
      stages: [],
    },
  };
}

/** Proposes an improvement. */
export function addImprovement(session: Session, input: Input<'improvements/add'>): Done {
  const read = readOf(session);
  if (findClient(read, input.clientId) === undefined) throw new AppError('client-not-found');
  if (input.taskId !== null) requireTask(read, input.taskId);
  return act(session, 'add-improvement', { title: input.title }, (tx) => ({
    id: insertImprovement(tx, { ...input, proposedOn: session.clock.today() }),
  }));
}

/** Changes an improvement. Throws `improvement-agreed` where the client has agreed to its price or hours. */
export function amendImprovement(session: Session, input: Input<'improvements/amend'>): Done {
  const row = requireImprovement(session, input.id);
  const { estimateSeconds, amountMinor } = input.patch;
  const isTermsChange =
    (estimateSeconds !== undefined && estimateSeconds !== row.estimateSeconds) ||
    (amountMinor !== undefined && amountMinor !== row.amountMinor);
  if (isTermsChange && row.status !== 'proposed') {
    throw new AppError('improvement-agreed', { title: row.title });
  }
  act(session, 'amend-improvement', { title: row.title }, (tx) =>
    updateImprovement(tx, row.id, input.patch, input.revision),
  );
  return { id: row.id };
}

/**
 * The next step: agreed or declined by the client with what shows it, built, checked by what was
 * measured. Throws `improvement-step` out of order and `improvement-date` for a day before the last step
 * or in the future.
 */
export function advanceImprovement(session: Session, input: Input<'improvements/advance'>): Done {
  const row = requireImprovement(session, input.id);
  if (row.status !== STEP_AFTER[input.to]) {
    throw new AppError('improvement-step', { title: row.title });
  }
  const last = row.builtOn ?? row.decidedOn ?? row.proposedOn;
  if (input.on < last || input.on > session.clock.today()) {
    throw new AppError('improvement-date', { from: last, to: session.clock.today() });
  }
  if (input.to === 'agreed' && input.evidence.trim() === '') {
    throw new AppError('improvement-evidence');
  }
  act(session, `improvement-${input.to}`, { title: row.title }, (tx) =>
    updateImprovement(tx, row.id, stepOf(input), input.revision),
  );
  return { id: row.id };
}

function stepOf(input: Input<'improvements/advance'>): Parameters<typeof updateImprovement>[2] {
  switch (input.to) {
    case 'built':
      return { status: 'built', builtOn: input.on };
    case 'checked':
      return {
        status: 'checked',
        checkedOn: input.on,
        measuredValue: input.measuredValue,
        conclusion: input.conclusion,
      };
    default:
      return {
        status: input.to,
        decidedOn: input.on,
        decidedBy: input.by,
        evidence: input.evidence,
      };
  }
}
