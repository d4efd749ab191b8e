import type { PersonCode } from './sample-people';

/** Share of hours by person; `AM` is whoever manages the client. */
export type Mix = Readonly<Partial<Record<PersonCode | 'AM', number>>>;

export interface ChannelSpec {
  readonly name: string;
  /** Net spend of an ordinary month now, major units. */
  readonly spend: number;
  readonly rebatePct: number;
  /** Net price of a thousand impressions, major units. */
  readonly cpm: number;
  /** Share of impressions that become clicks, of clicks that become leads; none offline. */
  readonly ctr: number;
  readonly toLead: number;
}

export interface ClientSpec {
  readonly key: string;
  readonly name: string;
  readonly descriptor: string;
  readonly mark: string;
  readonly hue: number;
  readonly country: 'RU' | 'LV';
  readonly language: 'ru' | 'en' | 'lv';
  readonly currency: 'RUB' | 'EUR';
  readonly legalName: string;
  readonly address: string;
  readonly tier: 'A' | 'B' | 'C';
  readonly manager: 'AM1' | 'AM2';
  /** Months before today's when the work began. */
  readonly sinceMonths: number;
  readonly paymentDays: number;
  /** Major units; null where none is agreed. */
  readonly creditLimit: number | null;
  readonly retainer: {
    /** List fee of a month now, major units. */
    readonly fee: number;
    readonly discountPct: number;
    readonly hours: number;
    /** Used hours as a share of the included: a year ago and now. */
    readonly burn: readonly [number, number];
    /** How far ahead of an even pace the current month is. */
    readonly pace: number;
    readonly rollover: 'none' | 'stated' | 'previous-month';
    readonly rolloverHours: number;
    readonly mix: Mix;
  };
  /** Fixed-fee work, one project after another; the last one is under way. */
  readonly projects: {
    /** Fee earned in a month now, major units. */
    readonly monthly: number;
    readonly hours: number;
    readonly months: number;
    readonly names: readonly string[];
    readonly mix: Mix;
    /** What is still to be done against the plan: above 1 the project overruns. */
    readonly overrun: number;
  };
  /** Hours of rework a month, a year ago and now. */
  readonly rework: readonly [number, number];
  readonly commission: { readonly pct: number; readonly basis: 'on-top' | 'inside' };
  readonly channels: readonly ChannelSpec[];
  /** Spend by calendar month against an ordinary one. */
  readonly season: readonly number[];
  /** Average income of one sale, major units; null where sales are not measured. */
  readonly sale: { readonly income: number; readonly share: number } | null;
  readonly production: {
    readonly monthly: number;
    readonly markupPct: number;
    readonly items: readonly string[];
    readonly vendor: string;
  } | null;
  /** Costs of keeping the account, a month, major units. */
  readonly direct: number;
  /** Typical delay of payment past the due date, days. */
  readonly delay: readonly [number, number];
}

export const season = {
  even: [0.85, 0.95, 1, 1, 0.95, 0.95, 0.9, 0.95, 1.05, 1, 1.05, 1.15],
  retail: [0.7, 0.85, 1, 0.95, 0.95, 0.9, 0.85, 1.05, 0.95, 1, 1.25, 1.6],
  housing: [0.7, 0.9, 1.1, 1.1, 1, 0.9, 0.85, 0.9, 1.1, 1, 1.05, 1.1],
  school: [0.9, 0.8, 0.75, 0.8, 0.9, 0.8, 1, 1.7, 1.45, 1, 0.85, 0.75],
  summer: [0.5, 0.55, 0.7, 1, 1.5, 1.7, 1.7, 1.4, 1.1, 1, 0.6, 0.7],
  flowers: [0.9, 1.6, 1.9, 0.9, 1.1, 0.8, 0.7, 0.9, 1.1, 1, 1.1, 1.3],
  windows: [0.6, 0.7, 0.95, 1.15, 1.2, 1.2, 1.15, 1.15, 1.15, 1, 0.8, 0.65],
} as const;

export const direct = (spend: number, rebatePct = 4): ChannelSpec => ({
  name: 'Яндекс Директ',
  spend,
  rebatePct,
  cpm: 260,
  ctr: 0.0122,
  toLead: 0.029,
});
export const vk = (spend: number, rebatePct = 0): ChannelSpec => ({
  name: 'VK Реклама',
  spend,
  rebatePct,
  cpm: 92,
  ctr: 0.0046,
  toLead: 0.021,
});
export const telegram = (spend: number): ChannelSpec => ({
  name: 'Telegram Ads',
  spend,
  rebatePct: 0,
  cpm: 310,
  ctr: 0.0061,
  toLead: 0.018,
});
export const outdoor = (spend: number): ChannelSpec => ({
  name: 'Наружная реклама',
  spend,
  rebatePct: 2,
  cpm: 140,
  ctr: 0,
  toLead: 0,
});
export const radio = (spend: number): ChannelSpec => ({
  name: 'Радио',
  spend,
  rebatePct: 3,
  cpm: 120,
  ctr: 0,
  toLead: 0,
});
export const maps = (spend: number): ChannelSpec => ({
  name: 'Карты и справочники',
  spend,
  rebatePct: 5,
  cpm: 420,
  ctr: 0.021,
  toLead: 0.034,
});

export const noProjects = {
  monthly: 0,
  hours: 0,
  months: 4,
  names: [],
  mix: {},
  overrun: 1,
} as const;
export const webMix: Mix = { DEV: 0.52, DES: 0.2, AM: 0.14, SEO: 0.1, LEAD: 0.04 };
export const creativeMix: Mix = { DES: 0.42, COP: 0.24, AM: 0.2, LEAD: 0.14 };
export const contentMix: Mix = { COP: 0.45, SEO: 0.2, DES: 0.2, AM: 0.15 };
