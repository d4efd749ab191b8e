import { addDays, mondayOf } from '../../../shared/domain/dates';
import { EMPTY_TASK_FILTER } from '../../../shared/domain/work/task-view';
import type { SampleClient, SampleContext } from './sample-context';
import type { SampleRows } from './sample-rows';
import type { SampleTasks } from './sample-tasks';

interface ImprovementSpec {
  readonly client: string;
  readonly title: string;
  readonly description: string;
  readonly status: 'proposed' | 'agreed' | 'built' | 'checked' | 'declined';
  readonly hours: number;
  readonly amount: number;
  readonly measure: string;
  readonly unit: string;
  readonly values: readonly [before: string, expected: string, measured: string | null];
  /** Calendar days before today of the proposal, the answer, the building and the check. */
  readonly days: readonly number[];
  readonly by?: string;
  readonly evidence?: string;
  readonly conclusion?: string;
}

const IMPROVEMENTS: readonly ImprovementSpec[] = [
  {
    client: 'verba',
    title: 'Запись на приём в два шага вместо пяти',
    description: 'Убрать выбор филиала и повтор телефона: их знает номер услуги.',
    status: 'checked',
    hours: 14,
    amount: 52_000,
    measure: 'Конверсия формы записи',
    unit: '%',
    values: ['2.1', '3.0', '3.4'],
    days: [64, 58, 33, 5],
    by: 'Смирнова Е. А., директор по маркетингу',
    evidence: 'Письмо «Согласуем доработку записи»',
    conclusion:
      'Записей больше на 62 % при тех же визитах; шаги с телефоном больше не теряют людей.',
  },
  {
    client: 'svetloyar',
    title: 'Калькулятор окон: цена без телефона',
    description: 'Показывать цену сразу, телефон спрашивать после.',
    status: 'built',
    hours: 9,
    amount: 31_500,
    measure: 'Доля заявок из калькулятора',
    unit: '%',
    values: ['11', '16', null],
    days: [40, 35, 6],
    by: 'Гусев Д. В., коммерческий директор',
    evidence: 'Протокол встречи, пункт 3',
  },
  {
    client: 'usva',
    title: 'Календарь свободных домиков на первом экране',
    description: 'Гости уходят, не дойдя до дат.',
    status: 'agreed',
    hours: 12,
    amount: 38_000,
    measure: 'Визиты, дошедшие до дат',
    unit: '%',
    values: ['18', '30', null],
    days: [21, 12],
    by: 'Осипова К. М., управляющая',
    evidence: 'Сообщение в рабочем чате',
  },
  {
    client: 'pion',
    title: 'Кнопка «Собрать такой же» под фотографией',
    description: 'Покупатели присылают снимки экрана в переписку: заказ можно начать с фотографии.',
    status: 'proposed',
    hours: 6,
    amount: 18_000,
    measure: 'Заказы с фотографии, в неделю',
    unit: 'шт.',
    values: ['0', '12', null],
    days: [3],
  },
  {
    client: 'dom-orekh',
    title: 'Примерка дивана в комнате через камеру',
    description: 'Трёхмерные модели двадцати диванов.',
    status: 'declined',
    hours: 80,
    amount: 290_000,
    measure: 'Конверсия карточки дивана',
    unit: '%',
    values: ['0.9', '1.2', null],
    days: [52, 45],
    by: 'Орехов М. П., собственник',
    evidence: 'Звонок: дорого, вернуться весной',
  },
];

/** Cards that columns of the board may hold. */
const LIMITS = [
  ['in-work', 24],
  ['review', 8],
] as const;

/** Improvements of sites, one contest that was decided, limits of the board, and two named views. */
export function addPractice(
  context: SampleContext,
  clients: readonly SampleClient[],
  rows: SampleRows,
  tasks: SampleTasks,
): void {
  addImprovements(context, clients);
  addDecision(context, rows, tasks);
  const { sink, makeId, today } = context;
  for (const [status, limit] of LIMITS) {
    sink.add('board_limits', { id: makeId(today), status, max_cards: limit, revision: 1 });
  }
  addViews(context, clients);
}

function addImprovements(context: SampleContext, clients: readonly SampleClient[]): void {
  const { sink, makeId, today } = context;
  for (const [index, spec] of IMPROVEMENTS.entries()) {
    const client = clients.find((candidate) => candidate.spec.key === spec.client);
    if (client === undefined) continue;
    const [proposed, decided, built, checked] = spec.days.map((days) => addDays(today, -days));
    sink.add('improvements', {
      id: makeId(proposed ?? today),
      number: index + 1,
      client_id: client.id,
      task_id: null,
      title: spec.title,
      description: spec.description,
      status: spec.status,
      estimate_s: spec.hours * 3600,
      amount_minor: spec.amount * 100,
      measure: spec.measure,
      measure_unit: spec.unit,
      before_value: spec.values[0],
      expected_value: spec.values[1],
      measured_value: spec.values[2],
      proposed_on: proposed ?? today,
      decided_on: decided ?? null,
      decided_by: spec.by ?? '',
      evidence: spec.evidence ?? '',
      built_on: built ?? null,
      checked_on: checked ?? null,
      conclusion: spec.conclusion ?? '',
      revision: 1,
    });
  }
}

/** What was at stake last week between the concept and the prototype, as it was recorded then. */
function addDecision(context: SampleContext, rows: SampleRows, tasks: SampleTasks): void {
  const { sink, makeId, today, people } = context;
  const weekOn = addDays(mondayOf(today), -7);
  const decidedOn = addDays(weekOn, 1);
  const written = rows.get('tasks') ?? [];
  const sides = ['gk-concept', 'gk-banners'].flatMap((key) => {
    const row = written.find(({ id }) => id === tasks.ids.get(key));
    return row === undefined ? [] : [row];
  });
  const decisionId = makeId(decidedOn);
  sink.add('contested_decisions', {
    id: decisionId,
    number: 1,
    person_id: people.get('DES') ?? '',
    week_on: weekOn,
    outcome: 'in-order',
    reason: 'Без концепции баннеры переделывать; клиент предупреждён',
    capacity_s: 144_000,
    demand_s: 165_600,
    decided_by: people.get('LEAD') ?? '',
    decided_at: Date.parse(`${decidedOn}T09:20:00Z`),
    revision: 1,
  });
  for (const [position, row] of sides.entries()) {
    sink.add('contested_sides', {
      id: makeId(decidedOn),
      decision_id: decisionId,
      task_id: row.id,
      position,
      stakes: JSON.stringify({
        taskId: row.id,
        number: row['number'],
        title: row['title'],
        clientId: row['client_id'],
        status: 'in-work',
        neededSeconds: row['estimate_s'],
        dueOn: row['due_on'],
        deadlineOn: row['deadline_on'],
        promise: row['promise'],
        tier: 'A',
        marginPpm: { value: null, missing: [] },
        stageMinor: null,
        currency: null,
        readyIfWaitsOn: addDays(weekOn, 7),
        lateIfWaitsDays: position === 0 ? 1 : 0,
        waitingCount: 1,
        score: position === 0 ? 820 : 640,
        booking: row['booking'],
      }),
      revision: 1,
    });
  }
}

function addViews(context: SampleContext, clients: readonly SampleClient[]): void {
  const { sink, makeId, today } = context;
  const mine = clients.filter(({ spec }) => spec.manager === 'AM1').map(({ id }) => id);
  const views = [
    {
      name: 'Мои клиенты',
      kind: 'board',
      filter: { ...EMPTY_TASK_FILTER, clientIds: mine },
      groupBy: 'status',
    },
    {
      name: 'Просрочено и ждёт',
      kind: 'list',
      filter: { ...EMPTY_TASK_FILTER, overdue: true },
      groupBy: 'client',
    },
  ];
  for (const [index, { name, kind, filter, groupBy }] of views.entries()) {
    const settings = {
      filter,
      sort: { by: 'priority', descending: true },
      groupBy,
      columns: [],
      scale: 'week',
    };
    sink.add('saved_views', {
      id: makeId(today),
      name,
      kind,
      settings: JSON.stringify(settings),
      position: index + 1,
      revision: 1,
    });
  }
}
