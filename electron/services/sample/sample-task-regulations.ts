import type { SampleContext } from './sample-context';
import type { PersonCode } from './sample-people';

export interface RecurringSpec {
  readonly client: string;
  readonly template: 'report' | 'check';
  /** `{month}`: the month reported on. */
  readonly title: string;
  readonly kind: string;
  readonly who: readonly (PersonCode | 'AM')[];
  readonly hours: number;
  readonly rule: string;
  readonly checklist: readonly string[];
}

const REPORT_POINTS = [
  'Расходы сверены с кабинетами',
  'Выводы',
  'План на месяц',
  'Отправлено клиенту',
];
const CHECK_POINTS = [
  'Бюджеты и остатки',
  'Отклонённые объявления',
  'Цели и конверсии',
  'Минус-слова',
];

const report = (client: string): RecurringSpec => ({
  client,
  template: 'report',
  title: 'Отчёт: {month}',
  kind: 'Отчёт',
  who: ['AM'],
  hours: 3,
  rule: 'FREQ=MONTHLY;BYMONTHDAY=5',
  checklist: REPORT_POINTS,
});

const check = (client: string, person: PersonCode): RecurringSpec => ({
  client,
  template: 'check',
  title: 'Проверка кампаний за неделю',
  kind: 'PPC',
  who: [person],
  hours: 1,
  rule: 'FREQ=WEEKLY;BYDAY=FR',
  checklist: CHECK_POINTS,
});

/** Reports of the month before, due on the fifth. */
export const MONTHLY_REPORTS: readonly RecurringSpec[] = [
  ...[
    'gorny-kvartal',
    'kamsky-market',
    'vektor-avto',
    'svetloyar',
    'verba',
    'zhemchug',
    'dom-orekh',
    'usva',
  ].map(report),
  {
    ...report('clouddock'),
    title: 'Report: {month}',
    checklist: ['Spend checked against accounts', 'Conclusions', 'Plan of the month', 'Sent'],
  },
  {
    ...report('baltijas-koks'),
    title: 'Atskaite: {month}',
    checklist: ['Izdevumi salīdzināti ar kontiem', 'Secinājumi', 'Mēneša plāns', 'Nosūtīts'],
  },
];

/** Checks of the campaigns on Fridays. */
export const WEEKLY_CHECKS: readonly RecurringSpec[] = [
  check('gorny-kvartal', 'PPC'),
  check('kamsky-market', 'PPC'),
  check('verba', 'TGT'),
  check('clouddock', 'TGT'),
];

interface StepSpec {
  readonly title: string;
  readonly role: string;
  readonly hours: number;
  readonly start: number;
  readonly due: number;
  readonly after?: number;
  readonly checklist: readonly string[];
}

interface RegulationSpec {
  readonly key: string;
  readonly language: 'ru' | 'en' | 'lv';
  readonly name: string;
  readonly kind: string;
  readonly description: string;
  readonly steps: readonly StepSpec[];
}

const REGULATIONS: readonly RegulationSpec[] = [
  {
    key: 'report',
    language: 'ru',
    name: 'Ежемесячный отчёт клиенту',
    kind: 'Отчёт',
    description: 'Отправляется до пятого числа; цифры сверены с кабинетами и с медиапланом.',
    steps: [
      {
        title: 'Выгрузить расходы и сверить с медиапланом',
        role: 'специалист по контекстной рекламе',
        hours: 2,
        start: -3,
        due: -2,
        checklist: ['Директ', 'VK Реклама', 'Метрика'],
      },
      {
        title: 'Выводы и план на месяц',
        role: 'аккаунт-менеджер',
        hours: 2,
        start: -1,
        due: 0,
        after: 0,
        checklist: REPORT_POINTS,
      },
    ],
  },
  {
    key: 'check',
    language: 'ru',
    name: 'Еженедельная проверка кампаний',
    kind: 'PPC',
    description: 'По пятницам, до обеда: чтобы выходные не съели бюджет.',
    steps: [
      {
        title: 'Проверка кампаний за неделю',
        role: 'специалист по контекстной рекламе',
        hours: 1,
        start: 0,
        due: 0,
        checklist: CHECK_POINTS,
      },
    ],
  },
  {
    key: 'launch',
    language: 'ru',
    name: 'Запуск рекламной кампании',
    kind: 'PPC',
    description: 'От утверждённого медиаплана до первых показов. День отсчёта — день запуска.',
    steps: [
      {
        title: 'Тексты и макеты',
        role: 'дизайнер',
        hours: 10,
        start: -8,
        due: -5,
        checklist: ['Размеры площадок', 'Юридические строки', 'Согласование клиента'],
      },
      {
        title: 'Настройка кампаний и целей',
        role: 'специалист по контекстной рекламе',
        hours: 8,
        start: -5,
        due: -3,
        checklist: ['Цели в Метрике', 'Метки UTM', 'Аудитории', 'Минус-слова'],
      },
      {
        title: 'Маркировка и модерация',
        role: 'специалист по контекстной рекламе',
        hours: 3,
        start: -3,
        due: -1,
        after: 1,
        checklist: ['Токены получены', 'Акт с площадкой', 'Модерация пройдена'],
      },
      {
        title: 'Запуск и проверка первого дня',
        role: 'аккаунт-менеджер',
        hours: 2,
        start: 0,
        due: 1,
        after: 2,
        checklist: ['Показы идут', 'Заявки доходят', 'Клиенту написано'],
      },
    ],
  },
  {
    key: 'landing',
    language: 'ru',
    name: 'Выпуск посадочной страницы',
    kind: 'Разработка',
    description: 'Проверки перед тем, как на страницу пойдёт реклама.',
    steps: [
      {
        title: 'Проверка вёрстки и скорости',
        role: 'веб-разработчик',
        hours: 4,
        start: -2,
        due: -1,
        checklist: ['Мобильная версия', 'Скорость', 'Формы', 'Согласие на данные'],
      },
      {
        title: 'Приёмка страницы',
        role: 'аккаунт-менеджер',
        hours: 1,
        start: 0,
        due: 0,
        after: 0,
        checklist: ['Тексты', 'Цены', 'Телефон', 'Метрика'],
      },
    ],
  },
  {
    key: 'report',
    language: 'en',
    name: 'Monthly client report',
    kind: 'Отчёт',
    description: 'Sent by the fifth; figures checked against the accounts and the media plan.',
    steps: [
      {
        title: 'Report and plan of the month',
        role: 'аккаунт-менеджер',
        hours: 3,
        start: -1,
        due: 0,
        checklist: ['Spend checked against accounts', 'Conclusions', 'Plan of the month', 'Sent'],
      },
    ],
  },
  {
    key: 'report',
    language: 'lv',
    name: 'Mēneša atskaite klientam',
    kind: 'Отчёт',
    description: 'Nosūta līdz piektajam datumam; skaitļi salīdzināti ar kontiem un mediju plānu.',
    steps: [
      {
        title: 'Atskaite un mēneša plāns',
        role: 'аккаунт-менеджер',
        hours: 3,
        start: -1,
        due: 0,
        checklist: ['Izdevumi salīdzināti ar kontiem', 'Secinājumi', 'Mēneša plāns', 'Nosūtīts'],
      },
    ],
  },
];

/** Regulations of the agency; ids by key and language. */
export function addRegulations(context: SampleContext): ReadonlyMap<string, string> {
  const { sink, makeId, months } = context;
  const madeOn = months[3]?.period.from ?? context.today;
  const ids = new Map<string, string>();
  for (const spec of REGULATIONS) {
    const id = makeId(madeOn);
    ids.set(`${spec.key}/${spec.language}`, id);
    sink.add('task_templates', {
      id,
      family_id: id,
      version: 1,
      name: spec.name,
      kind: spec.kind,
      language: spec.language,
      description: spec.description,
      made_at: Date.parse(`${madeOn}T09:00:00Z`),
      retired_at: null,
      revision: 1,
    });
    for (const [position, step] of spec.steps.entries()) {
      sink.add('task_template_steps', {
        id: makeId(madeOn),
        template_id: id,
        position,
        title: step.title,
        role: step.role,
        estimate_s: step.hours * 3600,
        start_offset: step.start,
        due_offset: step.due,
        after_position: step.after ?? null,
        checklist: JSON.stringify(step.checklist),
        revision: 1,
      });
    }
  }
  return ids;
}
