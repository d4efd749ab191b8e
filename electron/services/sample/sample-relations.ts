import { addDays, diffDays, isoWeekday } from '../../../shared/domain/dates';
import { backToWorkday, toWorkday } from './sample-calendar';
import type { SampleClient, SampleContext } from './sample-context';
import { DEADLINES, NPS, QUIET_DAYS } from './sample-relation-specs';

/** Perm is five hours ahead of UTC. */
const PERM_OFFSET_HOURS = 5;

/** An instant of a day at a clock time in Perm. */
function instantAt(date: string, hour: number, minute: number): number {
  return Date.parse(`${date}T00:00:00Z`) + ((hour - PERM_OFFSET_HOURS) * 60 + minute) * 60_000;
}

/** Satisfaction waves, deadlines and the contact log. */
export function addRelations(context: SampleContext, clients: readonly SampleClient[]): void {
  const waves = wavesUntil(context);
  for (const client of clients) {
    addWaves(context, client, waves);
    addContactLog(context, client);
    addDeadlines(context, client);
  }
}

/** Days on which clients are asked: late in April and in October, oldest first. */
function wavesUntil(context: SampleContext): string[] {
  const first = context.months[0]?.period.from ?? context.today;
  const waves: string[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(context.today.slice(0, 4)); year += 1) {
    waves.push(`${year}-04-22`, `${year}-10-21`);
  }
  return waves.filter((wave) => wave >= first && wave < addDays(context.today, -5));
}

function addWaves(context: SampleContext, client: SampleClient, waves: readonly string[]): void {
  const story = NPS[client.spec.key];
  const random = context.random.stream(`nps/${client.spec.key}`);
  const since = client.months[0]?.period.from ?? context.today;
  waves.forEach((wave, index) => {
    const back = waves.length - 1 - index;
    const answeredOn = toWorkday(addDays(wave, random.whole(0, 6)));
    const answer = story?.[back];
    const score = answer?.score ?? random.whole(7, 9);
    if (answeredOn < since || answeredOn >= context.today) return;
    context.sink.add('nps_answers', {
      id: context.makeId(answeredOn),
      client_id: client.id,
      answered_on: answeredOn,
      score,
      comment: answer?.comment ?? '',
      revision: 1,
    });
  });
}

const NOTES: Readonly<Record<string, readonly string[]>> = {
  call: [
    'Обсудили результаты недели, вопросов нет',
    'Уточнили бюджет на следующий месяц',
    'Попросили ускорить макеты к акции',
    'Договорились о созвоне с отделом продаж',
    'Перенесли съёмку на следующую неделю',
  ],
  meeting: [
    'Итоги месяца, согласовали план',
    'Разобрали заявки и качество обращений',
    'Показали варианты креатива, выбрали второй',
    'Обсудили новый сайт и сроки',
  ],
  email: [
    'Отправлен отчёт за месяц',
    'Получены замечания к текстам',
    'Отправлены счёт и акт',
    'Согласован медиаплан',
    'Акт подписан обеими сторонами',
  ],
  chat: [
    'Согласовали баннеры',
    'Прислали цены для объявлений',
    'Ответили по отзывам',
    'Уточнили адреса филиалов',
  ],
  visit: [
    'Съездили на площадку, сняли материал',
    'Посмотрели новый зал, отметили точки для рекламы',
  ],
};

function addContactLog(context: SampleContext, client: SampleClient): void {
  const random = context.random.stream(`contacts/${client.spec.key}`);
  const quiet = QUIET_DAYS[client.spec.key] ?? {
    days: 3,
    channel: 'email',
    note: 'Отправлен отчёт',
  };
  const since = client.months[0]?.period.from ?? context.today;
  const personId = context.people.get(client.spec.manager) ?? null;
  const add = (on: string, channel: string, note: string): void => {
    context.sink.add('contact_log', {
      id: context.makeId(on),
      client_id: client.id,
      contacted_at: instantAt(on, random.whole(9, 17), random.whole(0, 11) * 5),
      contacted_on: on,
      channel,
      note,
      person_id: personId,
      revision: 1,
    });
  };
  const last = addDays(context.today, -quiet.days);
  const days = new Set<string>();
  // Talks are frequent in the last half-year, and about twice a month before it.
  for (let day = last; day > since; ) {
    const isRecent = diffDays(day, context.today) < 180;
    day = addDays(day, -random.whole(isRecent ? 4 : 11, isRecent ? 12 : 24));
    const workday = backToWorkday(day);
    if (workday > since && workday < last) days.add(workday);
  }
  for (const day of [...days].sort()) {
    const channel = random.pick([
      'call',
      'call',
      'email',
      'email',
      'chat',
      'chat',
      'meeting',
      'visit',
    ] as const);
    add(day, channel, random.pick(NOTES[channel] ?? ['']));
  }
  add(last, quiet.channel, quiet.note);
}

function addDeadlines(context: SampleContext, client: SampleClient): void {
  const random = context.random.stream(`deadlines/${client.spec.key}`);
  const add = (dueOn: string, title: string, kind: string, doneOn: string | null): void => {
    context.sink.add('deadlines', {
      id: context.makeId(
        addDays(doneOn ?? dueOn, -14) > context.today ? context.today : addDays(dueOn, -14),
      ),
      client_id: client.id,
      due_on: dueOn,
      title,
      kind,
      done_at: doneOn === null ? null : instantAt(doneOn, 16, 10),
      revision: 1,
    });
  };
  for (const month of client.months.slice(-5)) {
    const dueOn = toWorkday(addDays(month.period.from, 4));
    if (dueOn >= context.today) continue;
    const doneOn = backToWorkday(addDays(dueOn, -random.whole(0, 2)));
    add(
      dueOn,
      client.spec.language === 'lv' ? 'Mēneša atskaite' : 'отчёт за месяц',
      'report',
      doneOn,
    );
  }
  for (const { inDays, title, kind } of DEADLINES[client.spec.key] ?? []) {
    const wanted = addDays(context.today, inDays);
    const dueOn = inDays > 1 && isoWeekday(wanted) > 5 ? toWorkday(wanted) : wanted;
    add(dueOn, title, kind, null);
  }
}
