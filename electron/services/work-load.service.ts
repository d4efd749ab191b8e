import {
  type OpenTaskRow,
  readLoggedDays,
  readOpenAssignees,
  readOpenTasks,
} from '../../db/queries/work-load.query';
import type { ReadDb } from '../../db/read-db';
import { listAbsences } from '../../db/repositories/team.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import type { WorkloadCell } from '../../shared/contract/team.contract';
import { addDays, mondayOf } from '../../shared/domain/dates';
import { groupBy } from '../../shared/domain/group-by';
import { addAvailability, NO_TIME, termsOn } from '../../shared/domain/time/capacity';
import {
  type DemandPart,
  type DemandTask,
  demandByWeek,
  loadBalance,
  spreadDemand,
  type WeekDemand,
} from '../../shared/domain/work-load/work-load';
import { readOf, type Session } from './session';
import { TeamTime } from './team-time';

type Demand = {
  team: TeamTime;
  tasks: readonly OpenTaskRow[];
  parts: readonly DemandPart[];
  remainingSeconds: number;
};

/** Capacity and demand of everybody, read once. */
export function gatherDemand(read: ReadDb, today: string): Demand {
  const team = new TeamTime(read);
  const tasks = readOpenTasks(read);
  const shares = groupBy(readOpenAssignees(read), ({ taskId }) => taskId);
  const demands = tasks.map(
    (task): DemandTask => ({
      id: task.id,
      remainingSeconds: task.remainingSeconds ?? 0,
      startOn: task.startOn,
      dueOn: task.dueOn,
      booking: task.booking,
      shares: shares.get(task.id) ?? [],
    }),
  );
  const parts = spreadDemand(demands, today, (personId, on) =>
    // Work nobody has yet is spread over the days from Monday to Friday.
    personId === null ? weekdayWeight(on) : (team.on(personId, on)?.availableSeconds ?? 0),
  );
  const remainingSeconds = demands.reduce((sum, task) => sum + task.remainingSeconds, 0);
  return { team, tasks, parts, remainingSeconds };
}

function weekdayWeight(on: string): number {
  return addDays(mondayOf(on), 4) >= on ? 1 : 0;
}

function cellOf(
  team: TeamTime,
  personId: string,
  monday: string,
  loggedSeconds: number,
  demand: WeekDemand,
): WorkloadCell {
  let time = NO_TIME;
  for (let day = 0; day < 7; day += 1) {
    time = addAvailability(time, team.on(personId, addDays(monday, day)) ?? NO_TIME);
  }
  return {
    ...time,
    ...demand,
    loggedSeconds,
    ...loadBalance(time.availableSeconds, loggedSeconds, demand),
  };
}

const NOTHING: WorkloadCell = {
  ...NO_TIME,
  loggedSeconds: 0,
  hardSeconds: 0,
  softSeconds: 0,
  freeSeconds: 0,
  overloadSeconds: 0,
  overloadWithSoftSeconds: 0,
};

function sumCells(cells: readonly WorkloadCell[]): WorkloadCell {
  return cells.reduce(
    (sum, cell) => ({
      capacitySeconds: sum.capacitySeconds + cell.capacitySeconds,
      holidaySeconds: sum.holidaySeconds + cell.holidaySeconds,
      absenceSeconds: sum.absenceSeconds + cell.absenceSeconds,
      availableSeconds: sum.availableSeconds + cell.availableSeconds,
      loggedSeconds: sum.loggedSeconds + cell.loggedSeconds,
      hardSeconds: sum.hardSeconds + cell.hardSeconds,
      softSeconds: sum.softSeconds + cell.softSeconds,
      freeSeconds: sum.freeSeconds + cell.freeSeconds,
      overloadSeconds: sum.overloadSeconds + cell.overloadSeconds,
      overloadWithSoftSeconds: sum.overloadWithSoftSeconds + cell.overloadWithSoftSeconds,
    }),
    NOTHING,
  );
}

/** Seconds logged by person and week: `person monday`. */
export function loggedByWeek(read: ReadDb, weeks: readonly string[]): Map<string, number> {
  const logged = new Map<string, number>();
  const first = weeks[0];
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return logged;
  for (const { personId, on, seconds } of readLoggedDays(read, first, addDays(last, 6))) {
    const key = `${personId} ${mondayOf(on)}`;
    logged.set(key, (logged.get(key) ?? 0) + seconds);
  }
  return logged;
}

/** Capacity against demand by person and week, from the week `from` lies in. */
export function readWorkload(
  session: Session,
  input: Input<'workload/read'>,
): Output<'workload/read'> {
  return workloadOf(readOf(session), session.clock.today(), input);
}

/** The same as of a day. */
export function workloadOf(
  read: ReadDb,
  today: string,
  input: Input<'workload/read'>,
): Output<'workload/read'> {
  const first = mondayOf(input.from);
  const weeks = Array.from({ length: input.weeks }, (_, index) => addDays(first, index * 7));
  const lastDay = addDays(first, input.weeks * 7 - 1);
  const { team, tasks, parts, remainingSeconds } = gatherDemand(read, today);
  const byPerson = groupBy(parts, ({ personId }) => personId);
  const logged = loggedByWeek(read, weeks);
  const people = team.people.flatMap((person) => {
    const demand = demandByWeek(byPerson.get(person.id) ?? [], weeks);
    const cells = weeks.map((monday, index) =>
      cellOf(
        team,
        person.id,
        monday,
        logged.get(`${person.id} ${monday}`) ?? 0,
        demand.weeks[index] ?? { hardSeconds: 0, softSeconds: 0 },
      ),
    );
    const totals = sumCells(cells);
    const isHere =
      (person.activeFrom === null || person.activeFrom <= lastDay) &&
      (person.activeTo === null || person.activeTo >= first);
    const hasWork = byPerson.has(person.id) || totals.loggedSeconds > 0;
    if (!isHere && !hasWork) return [];
    return [
      {
        personId: person.id,
        name: person.name,
        role: person.role,
        isCapacityStated: team.isStated(person.id, first),
        cells,
        beyondSeconds: demand.beyondSeconds,
        undatedSeconds: demand.undatedSeconds,
        totals,
      },
    ];
  });
  const nobody = demandByWeek(byPerson.get(null) ?? [], weeks);
  return {
    weeks,
    today,
    people,
    unassigned: {
      cells: nobody.weeks.map(({ hardSeconds, softSeconds }) => hardSeconds + softSeconds),
      beyondSeconds: nobody.beyondSeconds,
      undatedSeconds: nobody.undatedSeconds,
    },
    withoutEstimate: tasks.filter((task) => task.remainingSeconds === null).length,
    remainingSeconds,
  };
}

/** What a person's week is made of: absences, holidays and the parts of tasks that fall into it. */
export function explainWorkload(
  session: Session,
  { personId, week }: Input<'workload/explain'>,
): Output<'workload/explain'> {
  const read = readOf(session);
  const monday = mondayOf(week);
  const sunday = addDays(monday, 6);
  const { team, tasks, parts } = gatherDemand(read, session.clock.today());
  const time = team.timeOf(personId);
  if (time === undefined) throw new AppError('row-not-found');
  const own = parts.filter(
    (part) => part.personId === personId && part.on !== null && mondayOf(part.on) === monday,
  );
  const byTask = groupBy(own, ({ taskId }) => taskId);
  const { weeks } = demandByWeek(own, [monday]);
  const logged = loggedByWeek(read, [monday]).get(`${personId} ${monday}`) ?? 0;
  const { calendar } = termsOn(time, monday);
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  return {
    cell: cellOf(team, personId, monday, logged, weeks[0] ?? { hardSeconds: 0, softSeconds: 0 }),
    absences: listAbsences(read).filter(
      (one) => one.personId === personId && one.fromOn <= sunday && one.toOn >= monday,
    ),
    holidays: days.flatMap((on) => team.calendars[calendar].dayOn(on) ?? []),
    tasks: tasks.flatMap((task) => {
      const mine = byTask.get(task.id);
      if (mine === undefined) return [];
      return [
        {
          taskId: task.id,
          title: task.title,
          clientName: task.clientName,
          booking: task.booking,
          dueOn: task.dueOn,
          seconds: mine.reduce((sum, part) => sum + part.seconds, 0),
          remainingSeconds: task.remainingSeconds ?? 0,
        },
      ];
    }),
  };
}
