import {
  type ClientHoursRow,
  type FinishedTaskRow,
  readFinishedTasks,
  readReworkHours,
} from '../../../db/queries/task-practice.query';
import { readTaskNames } from '../../../db/queries/tasks.query';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import type { QualityRow } from '../../../shared/contract/tasks-practice.contract';
import { known } from '../../../shared/domain/figure';
import type { Fraction } from '../../../shared/domain/fraction';
import { PPM } from '../../../shared/domain/money';
import { qualityOf } from '../../../shared/domain/work/quality';
import { quantityFigure } from '../receivables-facts';
import { readOf, type Session } from '../session';
import { linesOf } from './task-book';

type Facts = { tasks: FinishedTaskRow[]; hours: ClientHoursRow[] };

const ppmOf = (share: Fraction | null) => quantityFigure(known(share), PPM);

function rowOf(key: string, name: string, { tasks, hours }: Facts): QualityRow {
  const quality = qualityOf(
    tasks.map((task) => ({ ...task, isAccepted: task.acceptedAt !== null })),
    {
      reworkSeconds: hours.reduce((sum, row) => sum + row.reworkSeconds, 0),
      clientSeconds: hours.reduce((sum, row) => sum + row.clientSeconds, 0),
    },
  );
  return {
    key,
    name,
    acceptedCount: quality.acceptedCount,
    firstPassPpm: ppmOf(quality.firstPass),
    datedCount: quality.datedCount,
    onTimePpm: ppmOf(quality.onTime),
    reworkSeconds: quality.reworkSeconds,
    reworkSharePpm: ppmOf(quality.reworkShare),
  };
}

function grouped(
  facts: Facts,
  keysOfTask: (task: FinishedTaskRow) => readonly string[],
  keyOfHours: (row: ClientHoursRow) => string,
  nameOf: (key: string) => string,
): QualityRow[] {
  const keys = new Set([...facts.tasks.flatMap(keysOfTask), ...facts.hours.map(keyOfHours)]);
  return [...keys]
    .map((key) =>
      rowOf(key, nameOf(key), {
        tasks: facts.tasks.filter((task) => keysOfTask(task).includes(key)),
        hours: facts.hours.filter((row) => keyOfHours(row) === key),
      }),
    )
    .sort((a, b) => b.reworkSeconds - a.reworkSeconds || (a.name < b.name ? -1 : 1));
}

/**
 * First-pass rate, on-time rate and rework of the tasks done in a period and the hours logged in it: in
 * all, by client, by person and by kind of work. A task of several people counts for each. Throws
 * `period-invalid`.
 */
export function readQuality(
  session: Session,
  { from, to, clientId }: Input<'quality/read'>,
): Output<'quality/read'> {
  if (to < from) throw new AppError('period-invalid', { from, to });
  const read = readOf(session);
  const names = readTaskNames(read);
  const clients = new Map(names.clients.map((row) => [row.id, row.name]));
  const people = new Map(names.people.map((row) => [row.id, row.name]));
  const facts: Facts = {
    tasks: readFinishedTasks(read, from, to, clientId),
    hours: readReworkHours(read, from, to, clientId),
  };
  return {
    total: rowOf('', '', facts),
    byClient: grouped(
      facts,
      (task) => [task.clientId ?? ''],
      (row) => row.clientId,
      (key) => clients.get(key) ?? '',
    ),
    byPerson: grouped(
      facts,
      (task) => linesOf(task.people),
      (row) => row.personId,
      (key) => people.get(key) ?? '',
    ),
    byKind: grouped(
      facts,
      (task) => [task.kind],
      (row) => row.taskKind,
      (key) => key,
    ),
  };
}
