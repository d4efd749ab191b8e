import type { BuyingModel } from '../media-plan-line';
import { foldHeading } from './headings';

const MODELS: readonly (readonly [BuyingModel, RegExp])[] = [
  [
    'cpm',
    /(?<!\p{L})(cpm|cpt|vcpm)(?!\p{L})|(1 ?000|тыс\S*|thousand|tūkst\S*)\.? ?(показ|impr|rādījum|seans)|за (1 ?000|тыс)/u,
  ],
  ['cpv', /(?<!\p{L})(cpv|cpcv)(?!\p{L})|просмотр|(?<!\p{L})views?(?!\p{L})|skatījum/u],
  ['cpc', /(?<!\p{L})cpc(?!\p{L})|клик|(?<!\p{L})clicks?(?!\p{L})|переход|klikšķ/u],
  ['cpl', /(?<!\p{L})cpl(?!\p{L})|(?<!\p{L})лид|заявк|заявок|(?<!\p{L})leads?(?!\p{L})|pieteikum/u],
  [
    'cpa',
    /(?<!\p{L})(cpa|cpo|cps)(?!\p{L})|заказ|покупк|конверси|целев\S* действ|(?<!\p{L})(orders?|sales?|actions?|conversions?)(?!\p{L})/u,
  ],
  ['grp', /(?<!\p{L})(grp|trp|cpp)(?!\p{L})/u],
  ['sponsorship', /спонсор|sponsor/u],
  [
    'spot',
    /выход|спот|ролик|(?<!\p{L})(spots?|insertions?|units?)(?!\p{L})|(?<!\p{L})шт(?!\p{L})|публикац|пост(?!\p{L}|оян)|reklāmas klip|iznācien|gab\./u,
  ],
  ['month', /(?<!\p{L})мес|(?<!\p{L})months?(?!\p{L})|mēnes/u],
  ['week', /недел|(?<!\p{L})нед\.|(?<!\p{L})weeks?(?!\p{L})|nedēļ/u],
  [
    'day',
    /(?<!\p{L})(день|дня|дней|дни|сутки|суток)(?!\p{L})|(?<!\p{L})days?(?!\p{L})|(?<!\p{L})dien/u,
  ],
  ['fixed', /фикс|fix|пакет|package|flat|pakete/u],
];

/** The buying model a word names; null for a word that names none. */
export function modelOfWord(word: string): BuyingModel | null {
  const folded = foldHeading(word);
  return MODELS.find(([, rule]) => rule.test(folded))?.[0] ?? null;
}

/** Whether a unit or a heading counts in thousands. */
export function isInThousands(word: string): boolean {
  return /тыс|1 ?000|thousand|tūkst|'000|(?<!\p{L})k(?!\p{L})/iu.test(word);
}
