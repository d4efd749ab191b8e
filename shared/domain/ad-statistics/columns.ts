import { readHeading } from './header';
import type { VatFlag } from './types';

export type AdField =
  | 'day'
  | 'week'
  | 'month'
  | 'from'
  | 'to'
  | 'campaign'
  | 'campaignId'
  | 'account'
  | 'currency'
  | 'spend'
  | 'impressions'
  | 'clicks'
  | 'conversions'
  | 'revenue';

/** Names of the columns in the interfaces' languages, the better ones first (the platforms' own exports). */
const NAMES: Readonly<Record<AdField, readonly string[]>> = {
  day: ['day', 'date', 'дата', 'день', 'diena', 'datums', 'дни'],
  week: ['week', 'неделя', 'недели', 'nedēļa'],
  month: ['month', 'месяц', 'месяцы', 'mēnesis'],
  from: [
    'reporting starts',
    'reporting start',
    'начало отчетного периода',
    'дата начала отчетности',
    'дата начала отчета',
    'pārskata sākums',
    'pārskata perioda sākums',
  ],
  to: [
    'reporting ends',
    'reporting end',
    'окончание отчетного периода',
    'конец отчетного периода',
    'дата окончания отчетности',
    'дата окончания отчета',
    'pārskata beigas',
    'pārskata perioda beigas',
  ],
  campaign: [
    'campaign',
    'campaign name',
    'campaignname',
    'кампания',
    'название кампании',
    'рекламная кампания',
    'kampaņa',
    'kampaņas nosaukums',
    'название группы объявлений',
    'ad group',
    'ad set name',
    'название объявления',
    'ad name',
  ],
  campaignId: [
    'campaign id',
    'campaignid',
    '№ кампании',
    'номер кампании',
    'id кампании',
    'идентификатор кампании',
    'kampaņas id',
    'id группы',
    'id группы объявлений',
    'id объявления',
  ],
  account: [
    'account id',
    'customer id',
    'account name',
    'account',
    'clientlogin',
    'логин',
    'логин клиента',
    'аккаунт',
    'id аккаунта',
    'идентификатор клиента',
    'название аккаунта',
    'название рекламного аккаунта',
    'konta id',
    'konta nosaukums',
    'konts',
  ],
  currency: ['currency', 'currency code', 'валюта', 'код валюты', 'valūta', 'valūtas kods'],
  spend: [
    'amount spent',
    'cost',
    'расход',
    'расходы',
    'потрачено всего',
    'сумма затрат',
    'потраченная сумма',
    'затраты',
    'стоимость',
    'потрачено',
    'izmaksas',
    'iztērētā summa',
    'iztērēts',
    'spend',
    'spent',
  ],
  impressions: [
    'impressions',
    'impr.',
    'показы',
    'показов',
    'seansi',
    'skatījumi',
    'parādīšanas reizes',
    'rādījumi',
  ],
  clicks: [
    'link clicks',
    'clicks',
    'клики по ссылке',
    'клики',
    'кликов',
    'переходы',
    'saites klikšķi',
    'klikšķi',
    'clicks (all)',
    'клики (все)',
    'klikšķi (visi)',
  ],
  conversions: [
    'conversions',
    'конверсии',
    'конверсий',
    'results',
    'result',
    'результаты',
    'результат',
    'rezultāti',
    'reklāmguvumi',
    'достижения целей',
    'целевые действия',
    'leads',
    'лиды',
    'purchases',
    'покупки',
  ],
  revenue: [
    'conv. value',
    'total conv. value',
    'conversion value',
    'conversions value',
    'purchases conversion value',
    'ценность конверсии',
    'ценность конверсий',
    'ценность конв.',
    'общая ценность конверсий',
    'ценность конверсии покупки',
    'доход',
    'revenue',
    'ieņēmumi',
    'reklāmguvumu vērtība',
  ],
};

const RANKS: ReadonlyMap<string, { field: AdField; rank: number }> = new Map(
  (Object.entries(NAMES) as [AdField, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name, rank) => [name, { field, rank }] as const),
  ),
);

export interface AdColumn {
  readonly index: number;
  /** Heading as the file spells it. */
  readonly title: string;
  readonly name: string;
  readonly currency: string | null;
  readonly vat: VatFlag;
}

export interface AdColumns {
  readonly of: ReadonlyMap<AdField, AdColumn>;
  /** Conversions of single goals, which the reports of Yandex.Direct's API keep apart. */
  readonly goals: readonly AdColumn[];
  readonly all: readonly AdColumn[];
  readonly hasAllClicks: boolean;
}

/** Finds the columns of a header; of several that fit a field the better name wins, then the first. */
export function columnsOf(cells: readonly string[]): AdColumns {
  const of = new Map<AdField, AdColumn>();
  const ranks = new Map<AdField, number>();
  const all = cells.map(
    (title, index): AdColumn => ({ index, title: title.trim(), ...readHeading(title) }),
  );
  for (const column of all) {
    const found = RANKS.get(column.name);
    if (found === undefined) continue;
    const known = ranks.get(found.field);
    if (known !== undefined && known <= found.rank) continue;
    of.set(found.field, column);
    ranks.set(found.field, found.rank);
  }
  const goals = of.has('conversions')
    ? []
    : all.filter(({ name }) => /^conversions_\d+/.test(name));
  const clicks = of.get('clicks');
  const isLinkClicks = clicks !== undefined && /link|ссылк|saites/.test(clicks.name);
  const hasAllClicks =
    isLinkClicks && all.some(({ name }) => /^(clicks|клики|klikšķi) \(/.test(name));
  return { of, goals, all, hasAllClicks };
}

/** How much a row looks like the header of a campaign report. */
export function adHeaderScore(cells: readonly string[]): number {
  const { of } = columnsOf(cells);
  const isReport = of.has('campaign') || of.has('campaignId');
  const metrics = ['spend', 'impressions', 'clicks'] as const;
  const known = metrics.filter((field) => of.has(field)).length;
  if (known === 0 || (!isReport && known < 2)) return 0;
  return of.size * 10 + (isReport ? 10 : 0) + cells.length / 100;
}

/**
 * Puts together again headings that a comma without quotes has cut ("CPM (cost per 1,000
 * impressions)"), where the header is `surplus` cells wider than its rows: an open bracket, digits that
 * go on, a space in front. Null where that does not explain the surplus.
 */
export function mendHeader(
  cells: readonly string[],
  surplus: number,
  delimiter: string,
): readonly string[] | null {
  const mended: string[] = [];
  let left = surplus;
  for (const cell of cells) {
    const before = mended.at(-1);
    const isCut =
      before !== undefined &&
      (opens(before) > 0 || (/\d$/.test(before) && /^\d{3}\b/.test(cell)) || /^\s/.test(cell));
    if (left > 0 && isCut) {
      mended[mended.length - 1] = `${before}${delimiter}${cell}`;
      left -= 1;
    } else mended.push(cell);
  }
  return left === 0 ? mended : null;
}

function opens(text: string): number {
  return text.split('(').length - text.split(')').length;
}
