import type { PersonCode } from './sample-people';

/** A line of an estimate; money in whole units of the client's currency. */
export interface EstimateSpec {
  readonly kind: 'work' | 'service' | 'production' | 'media' | 'commission';
  readonly group: string;
  readonly title: string;
  readonly role?: string;
  readonly person?: PersonCode;
  readonly vendor?: string;
  readonly quantity?: number;
  readonly unit?: string;
  readonly price?: number;
  readonly cost?: number;
  readonly markupPpm?: number;
  readonly commissionPpm?: number;
  /** Hours besides the quantity. */
  readonly hours?: number;
  /** Of an option: whether the client takes it. */
  readonly taken?: boolean;
  /** The package it is in; the first one named is taken. */
  readonly package?: string;
}

export interface VersionSpec {
  readonly status: 'draft' | 'sent' | 'accepted' | 'lost';
  readonly daysAgo: number;
  readonly discountPpm: number;
  readonly discountReason?: string;
  readonly evidence?: string;
  readonly lostReason?: string;
  readonly lines: readonly EstimateSpec[];
}

export interface ProposalSpec {
  readonly client: string;
  readonly title: string;
  /** Months from today's in which the work starts, and how many it takes. */
  readonly startsIn: number;
  readonly months: number;
  readonly prepaymentPpm: number;
  readonly paymentTerms: string;
  readonly exclusions: string;
  readonly versions: readonly VersionSpec[];
}

/** Fixed prices, roubles. */
export const SERVICES: readonly {
  readonly title: string;
  readonly role: string;
  readonly unit: string;
  readonly rub: number;
  readonly hours: number;
}[] = [
  { title: 'SMM, две сети', role: 'копирайтер', unit: 'мес.', rub: 40_000, hours: 16 },
  {
    title: 'Аудит рекламных кампаний',
    role: 'специалист по контекстной рекламе',
    unit: 'шт.',
    rub: 48_000,
    hours: 14,
  },
  {
    title: 'Технический аудит сайта',
    role: 'специалист по SEO',
    unit: 'шт.',
    rub: 62_000,
    hours: 20,
  },
  {
    title: 'Посадочная страница на шаблоне',
    role: 'веб-разработчик',
    unit: 'шт.',
    rub: 54_000,
    hours: 18,
  },
  {
    title: 'Отчёт и встреча по итогам месяца',
    role: 'аккаунт-менеджер',
    unit: 'мес.',
    rub: 12_000,
    hours: 4,
  },
];
