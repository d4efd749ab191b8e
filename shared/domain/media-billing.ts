import { allocateByLargestRemainder } from './allocation';
import { addMinor } from './money';

/** A reckoned line of a media plan with its net by month, minor units. */
export interface BilledLine {
  readonly channel: string;
  readonly netMinor: number;
  readonly commissionMinor: number;
  /** With commission, after the client's discount, without VAT. */
  readonly clientNetMinor: number;
  /** Net by month; adds up to the net. */
  readonly columnsMinor: readonly number[];
}

/** What a month of a plan is billed, net of VAT: media + commission + discount (zero or less) = the client's net. */
export interface MonthBill {
  readonly channels: readonly { readonly channel: string; readonly netMinor: number }[];
  readonly mediaMinor: number;
  readonly commissionMinor: number;
  readonly discountMinor: number;
  readonly clientNetMinor: number;
}

/**
 * A plan's bill by month: media by the days of each flight, commission and the client's net in the same
 * shares by the largest remainder. All months together are the plan's totals.
 */
export function billByMonth(lines: readonly BilledLine[], monthCount: number): MonthBill[] {
  const parts = lines.map((line) => ({
    commission: share(line.commissionMinor, line),
    client: share(line.clientNetMinor, line),
  }));
  return Array.from({ length: monthCount }, (_, month) => {
    const byChannel = new Map<string, number>();
    for (const line of lines) {
      const net = line.columnsMinor[month] ?? 0;
      byChannel.set(line.channel, addMinor(byChannel.get(line.channel) ?? 0, net));
    }
    const mediaMinor = addMinor(...byChannel.values());
    const commissionMinor = addMinor(...parts.map((part) => part.commission[month] ?? 0));
    const clientNetMinor = addMinor(...parts.map((part) => part.client[month] ?? 0));
    return {
      channels: [...byChannel]
        .filter(([, netMinor]) => netMinor !== 0)
        .map(([channel, netMinor]) => ({ channel, netMinor })),
      mediaMinor,
      commissionMinor,
      discountMinor: addMinor(clientNetMinor, -mediaMinor, -commissionMinor),
      clientNetMinor,
    };
  });
}

function share(totalMinor: number, line: BilledLine): number[] {
  return line.netMinor === 0
    ? line.columnsMinor.map(() => 0)
    : allocateByLargestRemainder(totalMinor, line.columnsMinor);
}
