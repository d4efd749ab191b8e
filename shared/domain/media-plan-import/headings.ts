import { vatIn } from '../ad-statistics/header';
import type { VatFlag } from '../ad-statistics/types';
import type { PlanField } from './types';

/** What a heading says of its column, and how surely: of two columns for one field the surer is taken. */
export interface HeadingUse {
  readonly field: PlanField;
  readonly weight: number;
}

/** Columns of ratios, running numbers and the like are no part of a line: it is reckoned from others. */
const NOT_TAKEN =
  /^(№|#|n|id|nr\.?|п\/?п|№ ?п\/?п|npk\.?)$|(?<!\p{L})(ctr|cr|vtr|roi|roas|дрр|drr|json|custom|exchange|частота|frequency|biežums|доля|share|viewability|trp|affinity|статус|status|minimum|maximum|мин|макс)(?!\p{L})|conversions? rate|^(сумма )?(ндс|vat|pvn)( ?\d+([.,]\d+)? ?%)?(, ?\S+)?$|cost per (engagement|view|reach|metric|lead custom)/u;

/** In this order: what a heading means is the first rule it meets. */
const RULES: readonly (readonly [PlanField, number, RegExp])[] = [
  ['erid', 3, /(?<!\p{L})erid(?!\p{L})|токен|маркировк|marķējum/u],
  ['note', 3, /примечан|комментар|^notes?$|comment|remarks|piezīm/u],
  ['currency', 3, /^валюта|(^|cost )currency( code)?$|^valūta/u],
  [
    'from',
    3,
    /^(с|от|from|no|start|начало|старт|sākums)$|дата (начала|старта|с$)|start date|начало (размещения|периода|рк)|sākuma datums|datums no|(период|сроки|period|periods) \/ (с|от|from|no)$/u,
  ],
  [
    'to',
    3,
    /^(по|до|to|līdz|end|конец|окончание|beigas)$|дата (окончания|конца|завершения|по$)|end date|(окончание|конец) (размещения|периода|рк)|beigu datums|datums līdz|(период|сроки|period|periods) \/ (по|до|to|līdz)$/u,
  ],
  [
    'period',
    2,
    /^период|период размещения|^сроки|даты размещения|^flight( dates)?$|^dates?$|^period|^periods|^termiņ|^laik(s|posms)/u,
  ],
  [
    'price',
    5,
    /(цена|стоимость|прайс|тариф).*(после скид|со скид|с уч[е]том скид)|net price|price after|cena ar atlaidi/u,
  ],
  [
    'price',
    4,
    /^(цена|прайс|тариф)|цена (за|ед)|стоимость (за )?(1 ?)?(ед|единиц|1 ?000|тыс|клик|показ|лид|просмотр|выход|размещения за)|unit (cost|price)|^(net |gross |unit )?price|price per|^rate$|rate card|^cena|vienības cena|izcenojum/u,
  ],
  ['price', 3, /cost per (1 ?000|thousand|click|unit|lead|imp)/u],
  ['price', 2, /^(cpm|cpc|cpv|cpa|cpl|cpt|cpp|cpo)(?!\p{L})/u],
  ['discount', 3, /скидк|discount|atlaid/u],
  [
    'surcharge',
    3,
    /сезонн|наценк|надбавк|коэф|surcharge|seasonal|coefficient|uzcenojum|sezon|koeficient/u,
  ],
  [
    'commission',
    3,
    /^(ак|ав|комисси|вознагражд|агентск|agency|commission|aģentūras|komisij).*(%|ставк|rate|likme)/u,
  ],
  ['model', 3, /модел|тип (закупки|оплаты)|способ (закупки|оплаты)|buy(ing)? (type|model)/u],
  ['model', 3, /(pricing|cost) model|rate type|(cenas|iepirkuma|pirkšanas) (modelis|veids)/u],
  [
    'unit',
    3,
    /^ед(\.|иниц|изм)|единица|^ед\.? ?изм|^(buy(ing)? |cost )?unit( type)?$|unit of|mērvien|^vienība/u,
  ],
  ['impressions', 3, /показ|impression|(?<!\p{L})imps?(?!\p{L})|rādījum|seans/u],
  ['reach', 3, /охват|reach|sasnie/u],
  ['clicks', 3, /клик|(?<!\p{L})clicks?(?!\p{L})|переход|klikšķ/u],
  ['leads', 3, /(?<!\p{L})лид|заявк|заявок|(?<!\p{L})leads?(?!\p{L})|pieteikum/u],
  [
    'orders',
    3,
    /заказ|покупк|покупок|продаж|конверси|(?<!\p{L})(orders?|purchases|sales|conversions?)(?!\p{L})|pasūtījum|pirkum/u,
  ],
  ['revenue', 3, /выручк|доход|revenue|ieņēmum/u],
  [
    'volume',
    3,
    /кол-?во|количеств|об[ъь]ем|volume|quantity|(?<!\p{L})qty|(?<!\p{L})units(?!\p{L})|выход(ов|ы)|daudzums|apjom|skaits|(?<!\p{L})grp(?!\p{L})/u,
  ],
  ['format', 3, /формат|format|formāt|creative type|размер|izmēr/u],
  ['audience', 3, /аудитор|таргетинг|^ца$|audience|target|mērķ|auditorij/u],
  [
    'geo',
    3,
    /^гео|географ|регион|^город|(?<!\p{L})geo(?!\p{L})|region|^(market|location|country)|ģeogr|reģion|pilsēt/u,
  ],
  [
    'channel',
    3,
    /канал|channel|тип медиа|^медиа$|^media( type)?$|^медиатип|^kanāl|mediju (veids|tips)/u,
  ],
  ['groupName', 3, /^(группа|раздел|блок|этап|section|group|phase|grupa|sadaļa|posms)(?!\p{L})/u],
  ['placement', 4, /размещени|плейсмент|placement|позици|izvietojum|novietojum/u],
  ['placement', 3, /площадк|сайт|ресурс|site|vendor|publisher|platform|носител|vietne|medijs/u],
  ['placement', 2, /наименован|названи|^name$|line item|кампани|campaign|nosaukum|kampaņ/u],
  [
    'budget',
    2,
    /бюджет|стоимость|сумма|итог|всего|затрат|расход|cost|budget|total|amount|spend|gross|net|summa|budžet|izmaksas|kopā|(?<!\p{L})(руб|eur|usd)(?!\p{L})/u,
  ],
];

/** A heading in lower case with plain spaces. */
export function foldHeading(text: string): string {
  return text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLocaleLowerCase()
    .replaceAll('ё', 'е')
    .replace(/["«»“”„]/g, '')
    .replace(/[*:]+$/, '')
    .trim();
}

/** What a heading, or the lowest of several, means; null for nothing known. */
export function meaningOfHeading(parts: readonly string[]): HeadingUse | null {
  const folded = parts.map(foldHeading).filter((part) => part !== '');
  const last = folded.at(-1) ?? '';
  if (last === '' || NOT_TAKEN.test(last)) return null;
  return ruleOf(last) ?? ruleOf(folded.join(' / '));
}

function ruleOf(text: string): HeadingUse | null {
  const found = RULES.find(([, , rule]) => rule.test(text));
  if (found === undefined) return null;
  const [field, weight] = found;
  if (field !== 'budget') return { field, weight };
  return { field, weight: weight + budgetRank(text) };
}

/** The less an amount includes, the fewer rates stand between it and the net. */
function budgetRank(text: string): number {
  const vat = vatIn(text);
  const commission = commissionIn(text);
  const rank = { excluded: 2, unknown: 1, included: 0 } as const;
  const isBeforeDiscount = /до скид|without discount|before discount|pirms atlaid|прайс/u.test(
    text,
  );
  return rank[vat] + rank[commission] - (isBeforeDiscount ? 3 : 0);
}

const COMMISSION =
  '(ак|ав|а\\/к|агентск\\S*|комисси\\S*|вознагражд\\S*|agency (fee|commission)|agency|commission|fee|aģentūras komisij\\S*|aģentūras|komisij\\S*)(?!\\p{L})';
const WITHOUT = new RegExp(
  `(без|не включая|excl\\S*|without|before|bez) (уч[её]та )?(ндс|vat|pvn)?( и | and | un |, ?)?${COMMISSION}`,
  'iu',
);
const WITH = new RegExp(
  `(?<!\\p{L})(с|вкл\\.?|включая|с уч[её]том|incl\\S*|with|including|ar|ieskaitot) (ндс|vat|pvn)?( ?\\d+ ?%)?( и | and | un |, ?)?${COMMISSION}`,
  'iu',
);

/** Whether a heading or a note says that money includes the agency's commission. */
export function commissionIn(text: string): VatFlag {
  if (WITHOUT.test(text)) return 'excluded';
  return WITH.test(text) ? 'included' : 'unknown';
}

/** VAT rates that a text names, ppm: «НДС 22 %», VAT 21%. */
export function vatRatesIn(text: string): number[] {
  return [...text.matchAll(/(?:ндс|vat|pvn)[^\d%]{0,4}(\d{1,2}(?:[.,]\d{1,2})?) ?%/giu)].map(
    (match) => Math.round(Number((match[1] ?? '0').replace(',', '.')) * 10_000),
  );
}

const TOTAL =
  /^((промежуточн\S* |общий )?итого?|всего|sub-?\s?total|(grand )?totals?|kopā|kopsumma|starpsumma|pavisam|summa kopā)(?!\p{L})|(?<!\p{L})(итого|всего|total|kopā)$/iu;
const ADJUSTMENT =
  /^(ндс|vat|pvn|ак|ав)(?!\p{L})|^(агентск|комисси|вознагражд|agency (fee|commission)|commission|скидк|discount|komisij|atlaid|aģentūras)/iu;

/** Whether a label is that of a row of sums. */
export function isPlanTotal(label: string): boolean {
  return TOTAL.test(label.replace(/[:\s"«»*]+$/u, '').replace(/^["«\s]+/u, ''));
}

/** Whether a label is that of a row under the lines that adds VAT or a commission, or takes a discount off. */
export function isAdjustment(label: string): boolean {
  return ADJUSTMENT.test(label.trim());
}
