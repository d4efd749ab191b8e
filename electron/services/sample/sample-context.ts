import { addMonths } from '../../../shared/domain/dates';
import type { MakeId, Random } from './random';
import type { SampleMonth } from './sample-calendar';
import type { ClientSpec } from './sample-client-spec';
import type { PersonIds } from './sample-people';
import type { RowSink } from './sample-rows';

/** What every part of the sample is made from. */
export interface SampleContext {
  readonly today: string;
  readonly months: readonly SampleMonth[];
  readonly random: Random;
  readonly makeId: MakeId;
  readonly people: PersonIds;
  readonly sink: RowSink;
}

export interface SampleClient {
  readonly spec: ClientSpec;
  readonly id: string;
  readonly index: number;
  /** Months of the sample in which the client was with the agency, oldest first. */
  readonly months: readonly SampleMonth[];
  readonly contractId: string;
  readonly contractNumber: string;
  /** Contacts in the order of the specification; the first one approves briefs. */
  readonly contactIds: readonly string[];
}

/** A line that a month's bill will carry, net of VAT, minor units. */
export interface BillLine {
  readonly month: string;
  readonly basis: 'fee' | 'media';
  readonly title: string;
  readonly netMinor: number;
}

/** Amounts of the past against today's: volumes grew by 2.2 % a month. */
export function growthAt(month: SampleMonth): number {
  return 1 + 0.022 * Math.min(0, month.offset + 1);
}

/** The value between a year ago and now that a month's offset stands for. */
export function blend(ends: readonly [number, number], month: SampleMonth): number {
  const position = Math.min(1, Math.max(0, (month.offset + 12) / 11));
  return ends[0] + (ends[1] - ends[0]) * position;
}

/** The month that lies `offset` months from today's. */
export function monthAt(context: SampleContext, offset: number): string {
  return addMonths(context.today.slice(0, 7), offset);
}

/** Major units of either currency in minor units. */
export function toMinor(major: number): number {
  return Math.round(major * 100);
}
