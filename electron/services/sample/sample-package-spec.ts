import type { EstimateSpec, ProposalSpec } from './sample-proposal-spec';

const PREPARATION = 'Подготовка';
const PLACEMENT = 'Размещение';

const hours = (
  name: string,
  title: string,
  role: string,
  quantity: number,
  price: number,
): EstimateSpec => ({
  kind: 'work',
  group: PREPARATION,
  title,
  role,
  quantity,
  price,
  package: name,
  taken: name === 'Стандарт',
});

const media = (name: string, title: string, price: number): EstimateSpec => ({
  kind: 'media',
  group: PLACEMENT,
  title,
  vendor: 'площадка',
  quantity: 3,
  unit: 'мес.',
  price,
  package: name,
  taken: name === 'Стандарт',
});

/** Three packages of one launch, of which the client chooses one. */
export const PACKAGED: ProposalSpec = {
  client: 'gorny-kvartal',
  title: 'Старт продаж второй очереди: три пакета',
  startsIn: 2,
  months: 3,
  prepaymentPpm: 300_000,
  paymentTerms: '30 % до начала, остаток помесячно по актам',
  exclusions: 'съёмка с воздуха, печать',
  versions: [
    {
      status: 'sent',
      daysAgo: 5,
      discountPpm: 30_000,
      discountReason: 'второй проект за год',
      lines: [
        {
          kind: 'work',
          group: PREPARATION,
          title: 'Стратегия и медиаплан',
          role: 'аккаунт-менеджер',
          quantity: 20,
          price: 2_800,
        },
        hours('Базовый', 'Баннеры, 6 форматов', 'дизайнер', 18, 2_900),
        hours('Стандарт', 'Баннеры и посты, 14 форматов', 'дизайнер', 34, 2_900),
        hours('Стандарт', 'Посадочная страница', 'веб-разработчик', 28, 3_600),
        hours('Макс', 'Баннеры, посты, анимация', 'дизайнер', 56, 2_900),
        hours('Макс', 'Посадочная страница с подбором квартир', 'веб-разработчик', 64, 3_600),
        hours('Макс', 'Сценарии и тексты роликов', 'копирайтер', 22, 2_300),
        media('Базовый', 'Яндекс Директ, поиск', 160_000),
        media('Стандарт', 'Яндекс Директ, поиск и сети', 240_000),
        media('Макс', 'Яндекс Директ и VK Реклама', 380_000),
        {
          kind: 'commission',
          group: PLACEMENT,
          title: 'Комиссия за ведение',
          role: 'специалист по контекстной рекламе',
          commissionPpm: 120_000,
          hours: 24,
        },
        {
          kind: 'service',
          group: 'Опции',
          title: 'Отчёт и встреча по итогам месяца',
          role: 'аккаунт-менеджер',
          quantity: 3,
          unit: 'мес.',
          price: 12_000,
          hours: 12,
          taken: false,
        },
      ],
    },
  ],
};
