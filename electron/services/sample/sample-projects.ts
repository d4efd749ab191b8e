import { addDays, addMonths, isoWeekday, monthPeriod } from '../../../shared/domain/dates';
import { lessDiscountPpm } from '../../../shared/domain/money';
import type { SampleMonth } from './sample-calendar';
import type { Mix } from './sample-client-spec';
import {
  type BillLine,
  blend,
  growthAt,
  type SampleClient,
  type SampleContext,
  toMinor,
} from './sample-context';
import type { PersonCode } from './sample-people';

/** Hours that a client costs in a month, before they are spread over days. */
export interface WorkOrder {
  readonly month: SampleMonth;
  readonly clientId: string;
  readonly projectId: string;
  readonly kind: 'retainer' | 'project' | 'rework';
  readonly person: PersonCode;
  readonly hours: number;
}

export interface ClientWork {
  readonly orders: readonly WorkOrder[];
  readonly bill: readonly BillLine[];
}

/** When fee and included hours rose, and what they were before, as shares of today's. */
const TERM_STEPS = [
  { offset: -99, fee: 0.68, hours: 0.8 },
  { offset: -15, fee: 0.77, hours: 0.87 },
  { offset: -8, fee: 0.89, hours: 0.94 },
  { offset: -3, fee: 1, hours: 1 },
] as const;

interface Terms {
  readonly from: string;
  readonly feeMinor: number;
  readonly hours: number;
}

/** Retainer and fixed-fee projects of a client: rows, the hours they take, the lines they bill. */
export function addProjects(context: SampleContext, client: SampleClient): ClientWork {
  const orders: WorkOrder[] = [];
  const bill: BillLine[] = [];
  addRetainer(context, client, orders, bill);
  addFixedFees(context, client, orders, bill);
  return { orders, bill };
}

function shares(client: SampleClient, mix: Mix): [PersonCode, number][] {
  return Object.entries(mix).map(([code, share]) => [
    code === 'AM' ? client.spec.manager : (code as PersonCode),
    share,
  ]);
}

function termsOf(client: SampleClient): Terms[] {
  const { retainer, currency } = client.spec;
  const first = client.months[0];
  if (first === undefined) return [];
  const current = client.months.at(-1)?.month ?? first.month;
  const step = currency === 'RUB' ? 1_000 : 10;
  // Price rises come to each client in a month of its own.
  const shift = (client.index % 3) - 1;
  const terms: Terms[] = [];
  for (const { offset, fee, hours } of TERM_STEPS) {
    const month = addMonths(current, Math.max(offset + shift, first.offset));
    const next = {
      from: `${month}-01`,
      feeMinor: toMinor(Math.round((retainer.fee * fee) / step) * step),
      hours: Math.round(retainer.hours * hours),
    };
    if (terms.at(-1)?.from === next.from) terms.pop();
    terms.push(next);
  }
  return terms;
}

function addRetainer(
  context: SampleContext,
  client: SampleClient,
  orders: WorkOrder[],
  bill: BillLine[],
): void {
  const { sink, makeId } = context;
  const { retainer, rework } = client.spec;
  const random = context.random.stream(`retainer/${client.spec.key}`);
  const startsOn = client.months[0]?.period.from ?? context.today;
  const projectId = makeId(startsOn);
  sink.add('projects', {
    id: projectId,
    client_id: client.id,
    kind: 'retainer',
    name: client.spec.language === 'lv' ? 'Mēneša apkalpošana' : 'Абонентское обслуживание',
    status: 'active',
    starts_on: startsOn,
    ends_on: null,
    fee_minor: null,
    revision: 1,
  });
  const terms = termsOf(client);
  terms.forEach((term, index) => {
    const next = terms[index + 1];
    sink.add('retainer_terms', {
      id: makeId(term.from),
      project_id: projectId,
      valid_from: term.from,
      valid_to: next === undefined ? null : addDays(next.from, -1),
      cycle: 'month',
      list_fee_minor: term.feeMinor,
      discount_ppm: retainer.discountPct * 10_000,
      included_s: term.hours * 3600,
      rollover: retainer.rollover,
      rollover_s: retainer.rolloverHours * 3600,
      revision: 1,
    });
  });

  for (const month of client.months) {
    const term = terms.findLast((candidate) => candidate.from <= month.period.from);
    if (term === undefined) continue;
    const isCurrent = month.offset === 0;
    const behind = isCurrent ? month.elapsed * retainer.pace : 1;
    const used = Math.min(
      term.hours * blend(retainer.burn, month) * random.around(0.035) * behind * shortMonth(month),
      term.hours * 1.5,
    );
    for (const [person, share] of shares(client, retainer.mix)) {
      orders.push({
        month,
        clientId: client.id,
        projectId,
        kind: 'retainer',
        person,
        hours: used * share,
      });
    }
    const again = blend(rework, month) * random.around(0.3) * (isCurrent ? month.elapsed : 1);
    for (const [person, share] of shares(client, retainer.mix)) {
      orders.push({
        month,
        clientId: client.id,
        projectId,
        kind: 'rework',
        person,
        hours: again * share,
      });
    }
    if (isCurrent) continue;
    bill.push({
      month: month.month,
      basis: 'fee',
      title: feeTitle(client, month),
      netMinor: lessDiscountPpm(term.feeMinor, retainer.discountPct * 10_000),
    });
  }
}

const MONTHS_RU = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
];
const MONTHS_LV = [
  'janvāri',
  'februāri',
  'martu',
  'aprīli',
  'maiju',
  'jūniju',
  'jūliju',
  'augustu',
  'septembri',
  'oktobri',
  'novembri',
  'decembri',
];

/** «октябрь 2026»; in Latvian the accusative, as after «par». */
export function monthWords(month: string, language: 'ru' | 'en' | 'lv'): string {
  const names = language === 'lv' ? MONTHS_LV : MONTHS_RU;
  const year = month.slice(0, 4);
  const name = names[Number(month.slice(5)) - 1] ?? '';
  return language === 'lv' ? `${year}. gada ${name}` : `${name} ${year}`;
}

/** Months of many holidays take fewer hours, though not in proportion. */
function shortMonth(month: SampleMonth): number {
  return month.number === 1 ? 0.86 : month.number === 5 ? 0.95 : 1;
}

function feeTitle(client: SampleClient, month: SampleMonth): string {
  const { language } = client.spec;
  const words = monthWords(month.month, language);
  return language === 'lv'
    ? `Mēneša apkalpošana par ${words}`
    : `Абонентское обслуживание по договору ${client.contractNumber}, ${words}`;
}

function addFixedFees(
  context: SampleContext,
  client: SampleClient,
  orders: WorkOrder[],
  bill: BillLine[],
): void {
  const { projects } = client.spec;
  const first = client.months[0];
  if (projects.names.length === 0 || first === undefined) return;
  const length = projects.months;
  let start = -1 - (client.index % (length - 1));
  for (const name of [...projects.names].reverse()) {
    // A project that began before the sample's first month is left out: half of it would be missing.
    if (start < first.offset) break;
    addFixedFee(context, client, name, start, orders, bill);
    start -= length;
  }
}

function addFixedFee(
  context: SampleContext,
  client: SampleClient,
  name: string,
  start: number,
  orders: WorkOrder[],
  bill: BillLine[],
): void {
  const { sink, makeId, today } = context;
  const { projects } = client.spec;
  const months = client.months.filter(
    (month) => month.offset >= start && month.offset < start + projects.months,
  );
  const first = months[0];
  if (first === undefined) return;
  const random = context.random.stream(`project/${client.spec.key}/${start}`);
  const current = today.slice(0, 7);
  const endsOn = monthPeriod(addMonths(current, start + projects.months - 1)).to;
  const isClosed = endsOn < today;
  const projectId = makeId(first.period.from);
  const feeMinor = toMinor(
    Math.round((projects.monthly * projects.months * growthAt(first)) / 500) * 500,
  );
  sink.add('projects', {
    id: projectId,
    client_id: client.id,
    kind: 'fixed-fee',
    name,
    status: isClosed ? 'closed' : 'active',
    starts_on: first.period.from,
    ends_on: endsOn,
    fee_minor: feeMinor,
    revision: 1,
  });

  let complete = 0;
  months.forEach((month, index) => {
    const isCurrent = month.offset === 0;
    const passed = index + (isCurrent ? month.elapsed : 1);
    const isLast = !isCurrent && index === projects.months - 1;
    const judged = isLast
      ? 20
      : Math.floor((passed / projects.months / projects.overrun ** 2) * 20);
    const judgedOn = isCurrent ? lastFriday(today) : month.period.to;
    if (judgedOn >= month.period.from && judged * 50_000 > complete) {
      complete = judged * 50_000;
      sink.add('project_progress', {
        id: makeId(judgedOn),
        project_id: projectId,
        judged_on: judgedOn,
        complete_ppm: complete,
        revision: 1,
      });
    }
    const hours =
      projects.hours * growthAt(first) * random.around(0.25) * (isCurrent ? month.elapsed : 1);
    for (const [person, share] of shares(client, projects.mix)) {
      orders.push({
        month,
        clientId: client.id,
        projectId,
        kind: 'project',
        person,
        hours: hours * share,
      });
    }
    const stage = isCurrent ? null : stageBilled(index, projects.months);
    if (stage === null) return;
    const before = Math.round((feeMinor * stage.before) / 100);
    const amountMinor = Math.round((feeMinor * stage.after) / 100) - before;
    sink.add('project_billings', {
      id: makeId(month.period.to),
      project_id: projectId,
      billed_on: month.period.to,
      amount_minor: amountMinor,
      revision: 1,
    });
    bill.push({
      month: month.month,
      basis: 'fee',
      title: stageTitle(client, name, stage),
      netMinor: amountMinor,
    });
  });

  for (const [person, share] of shares(client, projects.mix)) {
    const planned = projects.hours * growthAt(first) * projects.months * share;
    const left = isClosed ? 0 : (planned * (1_000_000 - complete) * projects.overrun) / 1_000_000;
    sink.add('project_hours', {
      id: makeId(first.period.from),
      project_id: projectId,
      person_id: context.people.get(person) ?? '',
      planned_s: Math.round(planned * 2) * 1800,
      remaining_s: Math.round(left * 2) * 1800,
      revision: 1,
    });
  }
}

interface Stage {
  readonly before: number;
  readonly after: number;
}

/** Per cent of the fee billed before and after the month's bill; null where nothing is billed. */
function stageBilled(index: number, length: number): Stage | null {
  if (index === 0) return { before: 0, after: 40 };
  if (index === length - 1) return { before: length > 4 ? 70 : 40, after: 100 };
  return length > 4 && index === 2 ? { before: 40, after: 70 } : null;
}

function stageTitle(client: SampleClient, name: string, stage: Stage): string {
  const share = stage.after - stage.before;
  if (client.spec.language === 'en') return `Project “${name}”, ${share} % of the fee`;
  if (stage.before === 0) return `Проект «${name}», аванс ${share} %`;
  return stage.after === 100
    ? `Проект «${name}», окончательный расчёт`
    : `Проект «${name}», этап ${share} %`;
}

function lastFriday(today: string): string {
  return addDays(today, -((isoWeekday(today) + 2) % 7));
}
