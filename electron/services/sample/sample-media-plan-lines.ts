import type { BuyingModel } from '../../../shared/domain/media-plan-line';

/** How a channel's money is placed; shares of a channel add up to 1. */
export interface PlacementSpec {
  readonly group: string;
  readonly title: string;
  readonly format: string;
  readonly geo: string;
  readonly audience: string;
  readonly model: BuyingModel;
  /** Major units for one unit of the model. */
  readonly price: number;
  readonly share: number;
  /** What is spent a day against an even pace. */
  readonly pace: number;
  readonly surchargesPpm: readonly number[];
  readonly discountsPpm: readonly number[];
  /** Days of the month. */
  readonly fromDay: number;
  readonly toDay: number;
  readonly isOnline: boolean;
  readonly erid: string;
}

const plain = {
  format: '',
  audience: '',
  pace: 1,
  surchargesPpm: [],
  discountsPpm: [],
  fromDay: 1,
  toDay: 31,
  isOnline: true,
  erid: '',
} as const;

const PLACEMENTS: Readonly<Record<string, readonly PlacementSpec[]>> = {
  'Яндекс Директ': [
    {
      ...plain,
      group: 'Контекст',
      title: 'Поиск, бренд',
      geo: 'Пермь',
      model: 'cpc',
      price: 21.5,
      share: 0.15,
      pace: 1.02,
      erid: '2VtzquXm4Kd',
    },
    {
      ...plain,
      group: 'Контекст',
      title: 'Поиск, общие запросы',
      geo: 'Прикамье',
      model: 'cpc',
      price: 34.8,
      share: 0.55,
      pace: 0.88,
      erid: '2VtzquYb7Rn',
    },
    {
      ...plain,
      group: 'Контекст',
      title: 'РСЯ, ретаргетинг',
      geo: 'Прикамье',
      model: 'cpc',
      price: 12.4,
      share: 0.3,
      pace: 1.2,
    },
  ],
  'VK Реклама': [
    {
      ...plain,
      group: 'Таргет',
      title: 'Лиды, форма',
      geo: 'Пермь',
      audience: '25–54',
      model: 'cpl',
      price: 640,
      share: 0.45,
      pace: 0.97,
      toDay: 28,
      erid: '2VtzquZt1Wc',
    },
    {
      ...plain,
      group: 'Таргет',
      title: 'Охват, видео 15 с',
      format: 'видео 15 с',
      geo: 'Пермь',
      audience: '25–54',
      model: 'cpm',
      price: 148,
      share: 0.55,
      discountsPpm: [50_000],
      toDay: 28,
      erid: '2Vtzqv1aP6h',
    },
  ],
  'Telegram Ads': [
    {
      ...plain,
      group: 'Таргет',
      title: 'Городские каналы',
      geo: 'Пермь',
      model: 'cpm',
      price: 510,
      share: 1,
      pace: 0.82,
      fromDay: 8,
      erid: '2Vtzqv2cS9k',
    },
  ],
  'Наружная реклама': [
    {
      ...plain,
      group: 'Наружная реклама',
      title: 'Щиты 3×6, центр',
      format: '3×6',
      geo: 'Пермь',
      model: 'fixed',
      price: 38_500,
      share: 0.65,
      surchargesPpm: [150_000],
      discountsPpm: [120_000, 30_000],
      isOnline: false,
    },
    {
      ...plain,
      group: 'Наружная реклама',
      title: 'Медиафасады, слот 5 с',
      format: 'слот 5 с',
      geo: 'Пермь',
      model: 'fixed',
      price: 27_400,
      share: 0.35,
      discountsPpm: [100_000],
      isOnline: false,
    },
  ],
  Радио: [
    {
      ...plain,
      group: 'Радио',
      title: '30 с, утренний прайм',
      format: '30 с',
      geo: 'Пермь',
      model: 'spot',
      price: 2150,
      share: 1,
      discountsPpm: [150_000],
      toDay: 21,
      isOnline: false,
    },
  ],
};

/** Placements of a channel; one of its own where none is known. */
export function linesOfChannel(channel: string): readonly PlacementSpec[] {
  return (
    PLACEMENTS[channel] ?? [
      {
        ...plain,
        group: 'Прочее',
        title: 'Приоритетное размещение',
        geo: 'Пермь',
        model: 'day',
        price: 1000,
        share: 1,
      },
    ]
  );
}
