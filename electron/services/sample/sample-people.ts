import { addDays, addMonths } from '../../../shared/domain/dates';
import type { MakeId, Random } from './random';
import type { SampleMonth } from './sample-calendar';
import { russianRequisites } from './sample-requisites';
import type { RowSink } from './sample-rows';

export type PersonCode = 'LEAD' | 'AM1' | 'AM2' | 'PPC' | 'TGT' | 'SEO' | 'DES' | 'COP' | 'DEV';

export interface PersonSpec {
  readonly code: PersonCode;
  readonly name: string;
  readonly role: string;
  /** Months before today's when the person came. */
  readonly sinceMonths: number;
  /** Monthly pay and price of an hour now, roubles. */
  readonly pay: number;
  readonly price: number;
  /** Hours of a month that no client pays for. */
  readonly internalHours: number;
}

export const PEOPLE: readonly PersonSpec[] = [
  {
    code: 'LEAD',
    name: 'Марина Ильина',
    role: 'руководитель группы',
    sinceMonths: 74,
    pay: 215_000,
    price: 3_900,
    internalHours: 62,
  },
  {
    code: 'AM1',
    name: 'Анна Ракитина',
    role: 'аккаунт-менеджер',
    sinceMonths: 46,
    pay: 148_000,
    price: 2_800,
    internalHours: 12,
  },
  {
    code: 'AM2',
    name: 'Павел Зуев',
    role: 'аккаунт-менеджер',
    sinceMonths: 33,
    pay: 141_000,
    price: 2_800,
    internalHours: 11,
  },
  {
    code: 'PPC',
    name: 'Денис Касаткин',
    role: 'специалист по контекстной рекламе',
    sinceMonths: 51,
    pay: 166_000,
    price: 3_100,
    internalHours: 7,
  },
  {
    code: 'TGT',
    name: 'Ольга Мельникова',
    role: 'таргетолог',
    sinceMonths: 30,
    pay: 148_000,
    price: 2_900,
    internalHours: 6,
  },
  {
    code: 'SEO',
    name: 'Игорь Лобанов',
    role: 'специалист по SEO',
    sinceMonths: 41,
    pay: 154_000,
    price: 3_000,
    internalHours: 8,
  },
  {
    code: 'DES',
    name: 'Дарья Вахрушева',
    role: 'дизайнер',
    sinceMonths: 37,
    pay: 150_000,
    price: 2_900,
    internalHours: 6,
  },
  {
    code: 'COP',
    name: 'Илья Третьяков',
    role: 'копирайтер',
    sinceMonths: 28,
    pay: 118_000,
    price: 2_300,
    internalHours: 9,
  },
  {
    code: 'DEV',
    name: 'Роман Нечаев',
    role: 'веб-разработчик',
    sinceMonths: 27,
    pay: 192_000,
    price: 3_600,
    internalHours: 10,
  },
];

/** Hours a month that the cost of a person is spread over: sick days and leave are off. */
const AVAILABLE_HOURS = 148;

/** Months after which pay and prices rise, and what they were before, as shares of today's. */
const RISES = [
  { offset: -30, pay: 0.78, price: 0.76 },
  { offset: -20, pay: 0.85, price: 0.84 },
  { offset: -10, pay: 0.93, price: 0.92 },
  { offset: -2, pay: 1, price: 1 },
] as const;

/** Dated tax and bonus rates of the two countries, in parts per million. */
const DATED_RATES = [
  ['vat', 'RU', '2004-01-01', '2018-12-31', 180_000],
  ['vat', 'RU', '2019-01-01', '2025-12-31', 200_000],
  ['vat', 'RU', '2026-01-01', null, 220_000],
  ['vat', 'LV', '2012-07-01', null, 210_000],
  // Insurance contributions 30 % and accident insurance 0.2 %.
  ['payroll-tax', 'RU', '2010-01-01', null, 302_000],
  ['payroll-tax', 'LV', '2021-01-01', null, 235_900],
  ['upsell-bonus', 'RU', '2010-01-01', null, 50_000],
  ['ad-levy', 'RU', '2025-04-01', null, 30_000],
] as const;

export type PersonIds = ReadonlyMap<PersonCode, string>;

const roubles = (amount: number): number => Math.round(amount) * 100;

/** Agency, tax and exchange rates, overhead, and the nine people with their dated rates. */
export function addAgency(
  sink: RowSink,
  context: { today: string; months: readonly SampleMonth[]; random: Random; makeId: MakeId },
): PersonIds {
  const { months, makeId } = context;
  const random = context.random.stream('agency');
  const first = months[0]?.month ?? context.today.slice(0, 7);
  const current = months.at(-1)?.month ?? first;
  const ids = new Map<PersonCode, string>(
    PEOPLE.map((person) => [person.code, makeId(`${addMonths(current, -person.sinceMonths)}-01`)]),
  );

  for (const [kind, country, validFrom, validTo, ratePpm] of DATED_RATES) {
    sink.add('dated_rates', {
      id: makeId(validFrom),
      kind,
      country,
      valid_from: validFrom,
      valid_to: validTo,
      rate_ppm: ratePpm,
      revision: 1,
    });
  }

  // A walk backwards from 92.40, so that today's rate is always the known one.
  let euro = 92.4;
  for (const month of [...months].reverse()) {
    sink.add('accounting_rates', {
      id: makeId(month.period.from),
      currency: 'EUR',
      valid_from: month.period.from,
      rate_micro: Math.round(euro * 100) * 10_000,
      revision: 1,
    });
    euro = Math.min(106, Math.max(86, euro * random.around(0.025)));
  }

  for (const month of months) {
    const growth = 1 + month.offset * 0.009;
    sink.add('overhead_periods', {
      id: makeId(month.period.from),
      from_on: month.period.from,
      to_on: month.period.to,
      facility_cost_minor: roubles(
        Math.round((336_000 * growth * random.around(0.03)) / 500) * 500,
      ),
      total_s: null,
      internal_s: null,
      internal_hour_cost_minor: null,
      client_s: null,
      revision: 1,
    });
  }

  for (const person of PEOPLE) addPerson(sink, person, ids, current, makeId);
  addAgencyRow(sink, ids);
  return ids;
}

function addPerson(
  sink: RowSink,
  person: PersonSpec,
  ids: PersonIds,
  current: string,
  makeId: MakeId,
): void {
  const personId = ids.get(person.code) ?? '';
  const since = `${addMonths(current, -person.sinceMonths)}-01`;
  sink.add('people', {
    id: personId,
    name: person.name,
    code: person.code,
    role: person.role,
    email: null,
    manages_clients:
      person.code === 'AM1' || person.code === 'AM2' || person.code === 'LEAD' ? 'yes' : 'no',
    active_from: since,
    active_to: null,
    revision: 1,
  });
  const steps = RISES.map((rise, index) => ({
    ...rise,
    from: index === 0 ? '2015-01-01' : `${addMonths(current, rise.offset)}-01`,
  })).map((rise) => ({ ...rise, from: rise.from < since ? since : rise.from }));
  steps.forEach((rise, index) => {
    const nextFrom = steps[index + 1]?.from;
    if (nextFrom === rise.from) return;
    const validTo = nextFrom === undefined ? null : addDays(nextFrom, -1);
    const span = { person_id: personId, valid_from: rise.from, valid_to: validTo, revision: 1 };
    sink.add('pay_rates', {
      id: makeId(rise.from),
      ...span,
      monthly_pay_minor: roubles(Math.round((person.pay * rise.pay) / 1000) * 1000),
      monthly_benefits_minor: roubles(6_000),
      available_s: AVAILABLE_HOURS * 3600,
    });
    sink.add('bill_rates', {
      id: makeId(rise.from),
      ...span,
      hour_price_minor: roubles(Math.round((person.price * rise.price) / 100) * 100),
      currency: 'RUB',
    });
  });
}

function addAgencyRow(sink: RowSink, ids: PersonIds): void {
  sink.add('agency', {
    id: 'agency',
    name: 'Агентство «Мост»',
    city: 'Пермь',
    country: 'RU',
    base_currency: 'RUB',
    language: 'ru',
    legal_name: 'ООО «Агентство «Мост»',
    address: '614000, Пермь, ул. Сибирская, 19, оф. 305',
    ...russianRequisites(1),
    registration_number: null,
    vat_number: null,
    iban: null,
    signatory_name: 'Ильина Марина Сергеевна',
    signatory_basis: 'Устава',
    logo: null,
    logo_type: null,
    user_id: ids.get('AM1') ?? null,
    user_role: 'manager',
    margin_target_ppm: 450_000,
    monthly_churn_ppm: 14_000,
    acquisition_cost_minor: roubles(210_000),
    revision: 1,
  });
}
