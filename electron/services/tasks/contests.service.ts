import { readRoleWaits } from '../../../db/queries/task-practice.query';
import { readTaskNames } from '../../../db/queries/tasks.query';
import { findPerson } from '../../../db/repositories/people.repo';
import { addDecision, listDecisions } from '../../../db/repositories/task-practice.repo';
import { amendTask, findTask } from '../../../db/repositories/tasks.repo';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import { type Stakes, stakesSchema } from '../../../shared/contract/tasks-practice.contract';
import { addDays, mondayOf } from '../../../shared/domain/dates';
import { known } from '../../../shared/domain/figure';
import { fraction } from '../../../shared/domain/fraction';
import { quantityFigure } from '../receivables-facts';
import { act, readOf, type Session } from '../session';
import { ContestBook } from './contest-stakes';
import { namedClient, namedPerson } from './task-book';
import { assertDates, writeDueChanges } from './task-rules';
import { why } from './task-writes.service';

/** Waits are told of the tasks taken up within so many days. */
const WAITS_DAYS = 90;
const DAY_MS = 86_400_000;

function weeksFrom(from: string, count: number): string[] {
  const first = mondayOf(from);
  return Array.from({ length: count }, (_, index) => addDays(first, index * 7));
}

type Decided = Output<'contests/list'>['decided'][number];

function decisionsOf(session: Session): Decided[] {
  const read = readOf(session);
  return listDecisions(read).map(({ sides, decidedBy, ...decision }) => ({
    ...decision,
    decidedBy: findPerson(read, decidedBy)?.name ?? decidedBy,
    sides: sides.flatMap((side): Stakes[] => {
      const kept = stakesSchema.safeParse(JSON.parse(side.stakes));
      return kept.success ? [kept.data] : [];
    }),
  }));
}

/**
 * Hours of a person in a week that several tasks want and that do not suffice, what was decided before,
 * and how long tasks wait for a role. A slot is open until all tasks in it were part of a decision.
 */
export function listContests(
  session: Session,
  { from, weeks }: Input<'contests/list'>,
): Output<'contests/list'> {
  const read = readOf(session);
  const decided = decisionsOf(session);
  const open = new ContestBook(session, weeksFrom(from, weeks))
    .contested()
    .filter(({ personId, weekOn, sides }) => {
      const settled = new Set(
        decided
          .filter((one) => one.personId === personId && one.weekOn === weekOn)
          .flatMap((one) => one.sides.map(({ taskId }) => taskId)),
      );
      return sides.some(({ taskId }) => !settled.has(taskId));
    })
    .sort((a, b) => (a.weekOn < b.weekOn ? -1 : Number(a.weekOn > b.weekOn)));
  const names = readTaskNames(read);
  const used = new Set<string | null>();
  for (const { personId, sides } of [...open, ...decided]) {
    used.add(personId);
    for (const { clientId } of sides) used.add(clientId);
  }
  const waits = readRoleWaits(read, session.clock.now() - WAITS_DAYS * DAY_MS);
  return {
    open,
    decided,
    waits: waits.map(({ role, count, totalMs }) => ({
      role,
      count,
      meanSeconds: quantityFigure(known(fraction(totalMs, count * 1000)), 1),
    })),
    names: {
      clients: names.clients.filter(({ id }) => used.has(id)).map(namedClient),
      people: names.people.filter(({ id }) => used.has(id)).map(namedPerson),
      projects: [],
      stages: [],
    },
  };
}

/** Tasks of an order that no longer fit into the hours of the week: they are served last. */
function notFitting(order: readonly Stakes[], capacitySeconds: number): Stakes[] {
  let left = capacitySeconds;
  return order.filter(({ neededSeconds }, index) => {
    left -= neededSeconds;
    return index > 0 && left < 0;
  });
}

/**
 * Records who is served first and why, with what was at stake; with `moveRest` what no longer fits moves
 * a week. Throws `contest-not-there` where one of the tasks does not want these hours.
 */
export function decideContest(session: Session, input: Input<'contests/decide'>): { id: string } {
  const weekOn = mondayOf(input.weekOn);
  const person = findPerson(readOf(session), input.personId);
  if (person === undefined) throw new AppError('person-not-found');
  const slot = { personId: input.personId, weekOn };
  const book = new ContestBook(session, [weekOn]);
  const contest = book.at(slot);
  const order = [...new Set(input.order)].map((taskId) => {
    const side = contest.sides.find((one) => one.taskId === taskId);
    if (side === undefined) throw new AppError('contest-not-there', { name: person.name, weekOn });
    return side;
  });
  const moved =
    input.moveRest && input.outcome === 'in-order' ? notFitting(order, book.freeSeconds(slot)) : [];
  return act(session, 'decide-contest', { name: person.name, on: weekOn }, (tx) => {
    for (const { taskId } of moved) {
      const task = findTask(tx, taskId);
      if (task === undefined) continue;
      const later = (on: string | null) => (on === null ? null : addDays(on, 7));
      const draft = { ...task, startOn: later(task.startOn), dueOn: later(task.dueOn) };
      assertDates(draft);
      amendTask(tx, taskId, { startOn: draft.startOn, dueOn: draft.dueOn });
      writeDueChanges(tx, task, draft, why(session, input.reason));
    }
    const id = addDecision(
      tx,
      {
        personId: input.personId,
        weekOn,
        outcome: input.outcome,
        reason: input.reason,
        capacitySeconds: contest.capacitySeconds,
        demandSeconds: contest.demandSeconds,
        decidedBy: session.actor,
        decidedAt: session.clock.now(),
      },
      order.map((side) => ({ taskId: side.taskId, stakes: JSON.stringify(side) })),
    );
    return { id };
  });
}
