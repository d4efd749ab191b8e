import { commissionMinor } from '../../../shared/domain/commission';
import { addDays, diffDays } from '../../../shared/domain/dates';
import { applyRatePpm } from '../../../shared/domain/money';
import type { Random } from './random';
import { backToWorkday, type SampleMonth } from './sample-calendar';
import type { ChannelSpec } from './sample-client-spec';
import {
  type BillLine,
  growthAt,
  monthAt,
  type SampleClient,
  type SampleContext,
  toMinor,
} from './sample-context';
import { monthWords } from './sample-projects';

/** Months in which something went wrong: what was spent against the plan. */
const MISHAPS = [
  { key: 'kamsky-market', channel: 'Яндекс Директ', offset: -5, factor: 1.31 },
  { key: 'vektor-avto', channel: 'VK Реклама', offset: -4, factor: 0.38 },
  { key: 'vektor-avto', channel: 'VK Реклама', offset: -3, factor: 0 },
  { key: 'verba', channel: 'Яндекс Директ', offset: -9, factor: 1.18 },
  { key: 'usva', channel: 'Telegram Ads', offset: -6, factor: 0 },
  { key: 'dom-orekh', channel: 'VK Реклама', offset: -8, factor: 1.24 },
] as const;

/** Commission, media by channel and month, production and direct costs of a client. */
export function addMedia(context: SampleContext, client: SampleClient): readonly BillLine[] {
  addCommission(context, client);
  const bill: BillLine[] = [];
  for (const month of client.months) {
    const random = context.random.stream(`media/${client.spec.key}/${month.month}`);
    const spentMinor = client.spec.channels.reduce(
      (sum, channel) => sum + addChannel(context, client, month, channel, random),
      0,
    );
    if (month.offset === 0) {
      context.sink.add('media_checkpoints', {
        id: context.makeId(context.today),
        client_id: client.id,
        from_on: month.period.from,
        to_on: month.period.to,
        judged_on: context.today,
        spend_minor: spentMinor,
        revision: 1,
      });
    }
    const production = addProduction(context, client, month, random);
    addDirectCosts(context, client, month, random);
    if (month.offset < 0) bill.push(...mediaBill(client, month, spentMinor, production));
  }
  return bill;
}

function commissionAt(
  client: SampleClient,
  month: SampleMonth,
): { ppm: number; basis: 'on-top' | 'inside' } {
  const { pct, basis } = client.spec.commission;
  // Until a year ago small clients paid two points more.
  const isBefore = month.offset < -11 && client.spec.tier !== 'A';
  return { ppm: (pct + (isBefore ? 2 : 0)) * 10_000, basis };
}

function addCommission(context: SampleContext, client: SampleClient): void {
  const first = client.months[0];
  const last = client.months.at(-1);
  if (first === undefined || last === undefined) return;
  const changedOn = `${monthAt(context, -11)}-01`;
  const hasChanged = commissionAt(client, first).ppm !== commissionAt(client, last).ppm;
  const add = (from: string, to: string | null, month: SampleMonth): void => {
    const terms = commissionAt(client, month);
    context.sink.add('commission_terms', {
      id: context.makeId(from),
      client_id: client.id,
      valid_from: from,
      valid_to: to,
      rate_ppm: terms.ppm,
      basis: terms.basis,
      revision: 1,
    });
  };
  if (hasChanged) add(first.period.from, addDays(changedOn, -1), first);
  add(hasChanged ? changedOn : first.period.from, null, last);
}

/** Adds the row and answers what was spent. */
function addChannel(
  context: SampleContext,
  client: SampleClient,
  month: SampleMonth,
  channel: ChannelSpec,
  random: Random,
): number {
  const { spec } = client;
  const step = spec.currency === 'RUB' ? 1_000 : 10;
  const season = spec.season[month.number - 1] ?? 1;
  const plan = Math.round((channel.spend * season * growthAt(month)) / step) * step;
  const mishap = MISHAPS.find(
    (item) =>
      item.key === spec.key && item.channel === channel.name && item.offset === month.offset,
  );
  const passed =
    month.offset < 0
      ? 1
      : (diffDays(month.period.from, context.today) + 1) /
        (diffDays(month.period.from, month.period.to) + 1);
  const actualMinor = Math.round(toMinor(plan) * passed * (mishap?.factor ?? random.around(0.05)));
  const actual = actualMinor / 100;
  const impressions = Math.round((actual / channel.cpm) * 1000 * random.around(0.12));
  const isOnline = channel.ctr > 0;
  const clicks = Math.round(impressions * channel.ctr * random.around(0.15));
  const leads = Math.round(clicks * channel.toLead * random.around(0.18));
  const orders =
    spec.sale === null ? null : Math.round(leads * spec.sale.share * random.around(0.2));
  context.sink.add('media_spend', {
    id: context.makeId(month.period.from),
    client_id: client.id,
    channel: channel.name,
    from_on: month.period.from,
    to_on: month.period.to,
    plan_minor: toMinor(plan),
    actual_minor: actualMinor,
    rebate_ppm: channel.rebatePct * 10_000,
    impressions,
    clicks: isOnline ? clicks : null,
    leads: isOnline ? leads : null,
    orders: isOnline ? orders : null,
    revenue_minor:
      isOnline && orders !== null && spec.sale !== null
        ? toMinor(Math.round(orders * spec.sale.income * random.around(0.08)))
        : null,
    revision: 1,
  });
  return actualMinor;
}

interface Production {
  readonly title: string;
  readonly billedMinor: number;
}

function addProduction(
  context: SampleContext,
  client: SampleClient,
  month: SampleMonth,
  random: Random,
): readonly Production[] {
  const { production } = client.spec;
  if (production === null) return [];
  const season = client.spec.season[month.number - 1] ?? 1;
  const billed: Production[] = [];
  production.items.forEach((title, index) => {
    const isUsed = random.next() < 0.75 || index === 0;
    const part = index === 0 ? 0.55 : 0.36;
    const cost =
      Math.round(
        (production.monthly * part * season * growthAt(month) * random.around(0.2)) / 100,
      ) * 100;
    const incurredOn = backToWorkday(addDays(month.period.from, 9 + index * 6));
    if (!isUsed || incurredOn > context.today || incurredOn < month.period.from) return;
    const costMinor = toMinor(cost);
    const markupPpm = production.markupPct * 10_000;
    context.sink.add('production_costs', {
      id: context.makeId(incurredOn),
      client_id: client.id,
      project_id: null,
      incurred_on: incurredOn,
      title,
      vendor: production.vendor,
      cost_minor: costMinor,
      markup_ppm: markupPpm,
      revision: 1,
    });
    billed.push({ title, billedMinor: costMinor + applyRatePpm(costMinor, markupPpm) });
  });
  return billed;
}

const DIRECT_TITLES = [
  'Коллтрекинг и отчёты',
  'Поездки на встречи',
  'Подарок к празднику',
  'Сервис мониторинга отзывов',
];

function addDirectCosts(
  context: SampleContext,
  client: SampleClient,
  month: SampleMonth,
  random: Random,
): void {
  const parts = client.spec.direct > 5_000 ? [0.6, 0.4] : [1];
  parts.forEach((part, index) => {
    const incurredOn = backToWorkday(addDays(month.period.from, 13 + index * 9));
    const amount = client.spec.direct * part * growthAt(month) * random.around(0.25);
    const title = DIRECT_TITLES[(month.number + index) % DIRECT_TITLES.length] ?? '';
    if (incurredOn > context.today || incurredOn < month.period.from) return;
    context.sink.add('direct_costs', {
      id: context.makeId(incurredOn),
      client_id: client.id,
      incurred_on: incurredOn,
      title,
      amount_minor:
        client.spec.currency === 'RUB'
          ? toMinor(Math.round(amount / 10) * 10)
          : toMinor(Math.round(amount)),
      revision: 1,
    });
  });
}

function mediaBill(
  client: SampleClient,
  month: SampleMonth,
  spentMinor: number,
  production: readonly Production[],
): readonly BillLine[] {
  const { language } = client.spec;
  const words = monthWords(month.month, language);
  const terms = commissionAt(client, month);
  const pct = terms.ppm / 10_000;
  const line = (title: string, netMinor: number): BillLine => ({
    month: month.month,
    basis: 'media',
    title,
    netMinor,
  });
  const isLatvian = language === 'lv';
  return [
    line(
      isLatvian ? `Reklāmas izvietošana par ${words}` : `Размещение рекламы, ${words}`,
      spentMinor,
    ),
    line(
      isLatvian ? `Aģentūras komisija ${pct} %` : `Агентская комиссия ${pct} %, ${words}`,
      commissionMinor(spentMinor, terms),
    ),
    ...production.map((item) => line(item.title, item.billedMinor)),
  ].filter((item) => item.netMinor > 0);
}
