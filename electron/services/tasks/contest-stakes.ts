import { readClientMonths } from '../../../db/queries/client-months.query';
import { readTaskMoney } from '../../../db/queries/task-practice.query';
import { readDependencies, readTaskCards, type TaskCardRow } from '../../../db/queries/tasks.query';
import type { ReadDb } from '../../../db/read-db';
import type { FigureDto } from '../../../shared/contract/primitives';
import type { Contest, Stakes } from '../../../shared/contract/tasks-practice.contract';
import { addDays, addMonths, mondayOf, monthOf } from '../../../shared/domain/dates';
import { known } from '../../../shared/domain/figure';
import { fraction } from '../../../shared/domain/fraction';
import { groupBy } from '../../../shared/domain/group-by';
import { PPM } from '../../../shared/domain/money';
import { type IsWorkDay, workDaysBetween } from '../../../shared/domain/work/work-days';
import { quantityFigure } from '../receivables-facts';
import type { Session } from '../session';
import { readOf } from '../session';
import type { TeamTime } from '../team-time';
import { gatherDemand, loggedByWeek } from '../work-load.service';
import { agencyWorkDays, priorityOfRow } from './task-book';

/** How far ahead the end of work that waits is looked for, days. */
const LOOK_AHEAD = 366;

/** Delivery margin of the client's last closed month; null where it earned nothing then. */
function marginOf(read: ReadDb, clientId: string | null, today: string): FigureDto {
  const month = addMonths(monthOf(today), -1);
  const kept = clientId === null ? undefined : readClientMonths(read, clientId, month, month)[0];
  if (kept === undefined) return { value: null, missing: [] };
  if (kept.deliveryMarginMinor === null) {
    return { value: null, missing: JSON.parse(kept.missing) as FigureDto['missing'] };
  }
  const share = kept.agiMinor === 0 ? null : fraction(kept.deliveryMarginMinor, kept.agiMinor);
  return quantityFigure(known(share), PPM);
}

/** The day on which a person has worked so many seconds from a day on; null beyond a year. */
function dayWorked(team: TeamTime, personId: string, from: string, seconds: number): string | null {
  let left = seconds;
  for (let ahead = 0; ahead < LOOK_AHEAD; ahead += 1) {
    const on = addDays(from, ahead);
    left -= team.on(personId, on)?.availableSeconds ?? 0;
    if (left <= 0) return on;
  }
  return null;
}

/** More sides than a person can weigh are not shown; all of them count as demand. */
const MOST_SIDES = 20;

type Slot = { personId: string; weekOn: string };
type Side = { row: TaskCardRow; seconds: number };

const keyOf = ({ personId, weekOn }: Slot): string => `${personId} ${weekOn}`;

/** What can be asked of the hours of weeks from one on: read once, for a list or a single slot. */
export class ContestBook {
  readonly #read: ReadDb;
  readonly #today: string;
  readonly #isWorkDay: IsWorkDay;
  readonly #team: TeamTime;
  readonly #logged: ReadonlyMap<string, number>;
  readonly #rows: ReadonlyMap<string, TaskCardRow>;
  readonly #sides: ReadonlyMap<string, Map<string, number>>;
  readonly #waiting: ReadonlyMap<string, number>;
  readonly #margins = new Map<string | null, FigureDto>();

  constructor(session: Session, weeks: readonly string[]) {
    const read = readOf(session);
    const wanted = new Set(weeks);
    const { team, parts } = gatherDemand(read, session.clock.today());
    const sides = new Map<string, Map<string, number>>();
    // Work is spread day by day: the same few hundred days come hundreds of thousands of times.
    const mondays = new Map<string, string>();
    for (const { personId, on, taskId, seconds } of parts) {
      if (personId === null || on === null) continue;
      const weekOn = mondays.get(on) ?? mondayOf(on);
      mondays.set(on, weekOn);
      if (!wanted.has(weekOn)) continue;
      const key = keyOf({ personId, weekOn });
      const slot = sides.get(key) ?? new Map<string, number>();
      slot.set(taskId, (slot.get(taskId) ?? 0) + seconds);
      sides.set(key, slot);
    }
    this.#read = read;
    this.#today = session.clock.today();
    this.#isWorkDay = agencyWorkDays(read);
    this.#team = team;
    this.#logged = loggedByWeek(read, weeks);
    this.#rows = new Map(readTaskCards(read, 'living').map((row) => [row.id, row]));
    this.#sides = sides;
    this.#waiting = new Map(
      [...groupBy(readDependencies(read), ({ beforeId }) => beforeId)].map(([id, links]) => [
        id,
        links.length,
      ]),
    );
  }

  /** Slots in which several tasks want more hours than there are. */
  contested(): Contest[] {
    return [...this.#sides.keys()].flatMap((key) => {
      const [personId = '', weekOn = ''] = key.split(' ');
      const slot = { personId, weekOn };
      const { wanted, free, count } = this.#balance(slot);
      return count > 1 && wanted > free ? [this.at(slot)] : [];
    });
  }

  /** What of a person's week is not worked yet, seconds. */
  freeSeconds(slot: Slot): number {
    return Math.max(0, this.#balance(slot).free);
  }

  /** One slot with what wants it, the highest scores first. */
  at(slot: Slot): Contest {
    const { capacity, wanted, logged } = this.#balance(slot);
    const sides = [...(this.#sides.get(keyOf(slot)) ?? [])]
      .flatMap(([taskId, seconds]): Side[] => {
        const row = this.#rows.get(taskId);
        return row === undefined ? [] : [{ row, seconds }];
      })
      .sort((a, b) => this.#score(b.row) - this.#score(a.row) || a.row.number - b.row.number)
      .slice(0, MOST_SIDES);
    const [, from = slot.weekOn] = [slot.weekOn, this.#today].sort();
    const readyIfWaitsOn = dayWorked(this.#team, slot.personId, from, wanted);
    return {
      ...slot,
      capacitySeconds: capacity,
      demandSeconds: wanted + logged,
      sinceAt: Math.max(0, ...sides.slice(0, 2).map(({ row }) => row.createdAt)),
      sides: sides.map((side) => this.#stakes(side, readyIfWaitsOn)),
    };
  }

  #balance(slot: Slot): {
    capacity: number;
    logged: number;
    free: number;
    wanted: number;
    count: number;
  } {
    const parts = [...(this.#sides.get(keyOf(slot))?.values() ?? [])];
    let capacity = 0;
    for (let day = 0; day < 7; day += 1) {
      capacity += this.#team.on(slot.personId, addDays(slot.weekOn, day))?.availableSeconds ?? 0;
    }
    const logged = this.#logged.get(keyOf(slot)) ?? 0;
    const wanted = parts.reduce((sum, seconds) => sum + seconds, 0);
    return { capacity, logged, free: capacity - logged, wanted, count: parts.length };
  }

  #marginOf(clientId: string | null): FigureDto {
    const known = this.#margins.get(clientId);
    if (known !== undefined) return known;
    const margin = marginOf(this.#read, clientId, this.#today);
    this.#margins.set(clientId, margin);
    return margin;
  }

  #score(row: TaskCardRow): number {
    return priorityOfRow(row, this.#today).score;
  }

  #stakes({ row, seconds }: Side, readyIfWaitsOn: string | null): Stakes {
    const by = row.deadlineOn ?? row.dueOn;
    const late =
      by === null || readyIfWaitsOn === null
        ? 0
        : Math.max(0, workDaysBetween(by, readyIfWaitsOn, this.#isWorkDay));
    const money = readTaskMoney(this.#read, row.id);
    return {
      taskId: row.id,
      number: row.number,
      title: row.title,
      clientId: row.clientId,
      status: row.status,
      neededSeconds: seconds,
      dueOn: row.dueOn,
      deadlineOn: row.deadlineOn,
      promise: row.promise,
      tier: row.tier,
      marginPpm: this.#marginOf(row.clientId),
      stageMinor: money.amountMinor,
      currency: money.currency,
      readyIfWaitsOn,
      lateIfWaitsDays: late,
      waitingCount: this.#waiting.get(row.id) ?? 0,
      score: this.#score(row),
      booking: row.booking,
    };
  }
}
