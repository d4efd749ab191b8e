import type { Random } from './random';
import type { SampleContext } from './sample-context';
import { noteFor } from './sample-notes';
import { PEOPLE, type PersonCode } from './sample-people';
import type { WorkOrder } from './sample-projects';

const QUARTER_SECONDS = 900;

/** Quarters of a day after which work goes to the emptiest day: eight and a half hours. */
const FULL_DAY = 34;

interface Chunk {
  readonly order: WorkOrder | null;
  readonly quarters: number;
}

/** Spreads a month's hours over working days, in quarters of an hour, on the emptiest days first. */
export function addHours(context: SampleContext, orders: readonly WorkOrder[]): void {
  for (const month of context.months) {
    if (month.workdays.length === 0) continue;
    const ofMonth = orders.filter((order) => order.month.month === month.month);
    for (const person of PEOPLE) {
      const random = context.random.stream(`hours/${month.month}/${person.code}`);
      const internal = person.internalHours * month.elapsed * random.around(0.2);
      const chunks = [
        ...ofMonth
          .filter((order) => order.person === person.code)
          .flatMap((order) => chunksOf(order, order.hours, random)),
        ...chunksOf(null, internal, random),
      ];
      addPersonMonth(context, person.code, month.workdays, chunks, random);
    }
  }
}

function chunksOf(order: WorkOrder | null, hours: number, random: Random): Chunk[] {
  let left = Math.round(hours * 4);
  const chunks: Chunk[] = [];
  while (left > 0) {
    const wanted = order === null ? random.whole(2, 8) : random.whole(8, 18);
    // A rest of a few minutes belongs to the piece before it.
    const quarters = left - wanted < 3 ? left : wanted;
    chunks.push({ order, quarters });
    left -= quarters;
  }
  return chunks;
}

function addPersonMonth(
  context: SampleContext,
  person: PersonCode,
  workdays: readonly string[],
  chunks: readonly Chunk[],
  random: Random,
): void {
  const load = workdays.map(() => 0);
  const rows: { day: number; chunk: Chunk }[] = [];
  for (const chunk of [...chunks].sort((a, b) => b.quarters - a.quarters)) {
    const emptiest = (days: readonly number[]): number =>
      days.reduce((best, at) => ((load[at] ?? 0) < (load[best] ?? 0) ? at : best));
    const tried = emptiest([0, 1, 2, 3].map(() => random.whole(0, workdays.length - 1)));
    const isFull = (load[tried] ?? 0) + chunk.quarters > FULL_DAY;
    const day = isFull ? emptiest([...workdays.keys()]) : tried;
    load[day] = (load[day] ?? 0) + chunk.quarters;
    rows.push({ day, chunk });
  }
  rows.sort((a, b) => a.day - b.day);
  for (const { day, chunk } of rows) {
    const workedOn = workdays[day] ?? context.today;
    const kind = chunk.order?.kind ?? 'internal';
    context.sink.add('time_entries', {
      id: context.makeId(workedOn),
      person_id: context.people.get(person) ?? '',
      client_id: chunk.order?.clientId ?? null,
      project_id: chunk.order?.projectId ?? null,
      worked_on: workedOn,
      kind,
      duration_s: chunk.quarters * QUARTER_SECONDS,
      note: noteFor(person, kind, random),
      revision: 1,
    });
  }
}
