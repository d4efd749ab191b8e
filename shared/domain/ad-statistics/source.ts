import type { AdColumns } from './columns';
import type { AdSource } from './types';

const SIGNS: readonly (readonly [AdSource, RegExp])[] = [
  ['vk-ads', /потрачено всего|vk реклама|vk ads/],
  [
    'meta',
    /amount spent|reporting (starts|ends)|ad set name|сумма затрат|потраченная сумма|отчетности|отчетного периода|iztērētā summa|pārskata (sākums|beigas)/,
  ],
  [
    'yandex-direct',
    /директ|yandex\.?direct|№ (кампании|группы|объявления|условия)|взвешенные показы|условие показа|campaign(name|id|type)$|adgroup(name|id)$|^расход$/m,
  ],
  [
    'google-ads',
    /google ads|impr\.|currency code|код валюты|valūtas kods|conv\. value|avg\. cpc|campaign (state|status|report)|ценность конв|показатель взаимодействия|отчет о кампаниях|kampaņ(as|u) pārskats|^(cost|расходы|стоимость|izmaksas)$/m,
  ],
];

/** Whose report it is, by its headings and the lines above them; `other` where nothing says. */
export function sourceOf(columns: AdColumns, preamble: string): AdSource {
  const text = `${columns.all.map(({ name }) => name).join('\n')}\n${preamble.toLowerCase()}`;
  const folded = text.replaceAll('ё', 'е');
  return SIGNS.find(([, sign]) => sign.test(folded))?.[0] ?? 'other';
}

/** Whether the report comes from the API of Yandex.Direct: its field names are written together. */
export function isDirectApi(source: AdSource, columns: AdColumns): boolean {
  const together = /^(campaign|adgroup|ad|criterion)(id|name|type)$/;
  return source === 'yandex-direct' && columns.all.some(({ name }) => together.test(name));
}
