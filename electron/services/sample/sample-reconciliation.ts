import {
  readAgreedRebates,
  readPlatformSpend,
  readReconciliationClients,
} from '../../../db/queries/reconciliation.query';
import { addMediaBilling } from '../../../db/repositories/invoice-drafts.repo';
import { addVendorDocument, decideBreak } from '../../../db/repositories/reconciliation.repo';
import type { WriteDb } from '../../../db/write-db';
import { allocateByLargestRemainder } from '../../../shared/domain/allocation';
import { addDays, addMonths, monthPeriod } from '../../../shared/domain/dates';
import { applyRatePpm } from '../../../shared/domain/money';
import { toWorkday } from './sample-calendar';

const VAT_PPM = 220_000;

type Spent = { channel: string; minor: number };

interface Story {
  readonly client: string;
  /** Part of the channel's name. */
  readonly channel: string;
  readonly what: 'dearer' | 'missing' | 'no-rebate';
}

/** What went wrong in the last closed month; everything else agrees. */
const STORIES: readonly Story[] = [
  { client: 'Горный квартал', channel: 'Директ', what: 'dearer' },
  { client: 'Камский Маркет', channel: 'VK', what: 'missing' },
  { client: 'Вектор-Авто', channel: 'Директ', what: 'no-rebate' },
];

const VENDORS: readonly (readonly [RegExp, string])[] = [
  [/Яндекс/, 'Яндекс'],
  [/VK/, 'VK'],
  [/Telegram/, 'Telegram Ads'],
  [/Google/, 'Google'],
  [/Meta/, 'Meta'],
];

function vendorOf(channel: string): string {
  return VENDORS.find(([pattern]) => pattern.test(channel))?.[1] ?? 'ООО «Прикамье Медиа»';
}

/** Vendors' acts of the last closed month, what its invoices bill, and one break that was explained. */
export function addReconciliation(tx: WriteDb, today: string): void {
  const month = addMonths(today.slice(0, 7), -1);
  let number = 700;
  for (const client of readReconciliationClients(tx)) {
    const span = { clientId: client.id, from: month, to: month };
    const spent = readPlatformSpend(tx, span).filter(({ minor }) => minor > 0);
    const rebates = new Map(
      readAgreedRebates(tx, span).map(({ channel, ratePpm }) => [channel, ratePpm]),
    );
    const invoiced = billMedia(tx, client.id, month, spent);
    if (!invoiced) continue;
    for (const { channel, minor } of spent) {
      const story = STORIES.find(
        (each) => each.client === client.name && channel.includes(each.channel),
      );
      if (story?.what === 'missing') continue;
      number += 1;
      const netMinor = story?.what === 'dearer' ? minor + applyRatePpm(minor, 23_000) : minor;
      const ratePpm = rebates.get(channel) ?? 0;
      const { from, to } = monthPeriod(month);
      addVendorDocument(tx, {
        clientId: client.id,
        vendor: vendorOf(channel),
        kind: 'act',
        number: String(number),
        datedOn: to,
        fromOn: from,
        toOn: to,
        channel,
        currency: client.currency,
        netMinor,
        vatMinor: client.currency === 'RUB' ? applyRatePpm(netMinor, VAT_PPM) : 0,
        rebateMinor:
          ratePpm === 0 || story?.what === 'no-rebate' ? null : applyRatePpm(netMinor, ratePpm),
        note: '',
      });
      if (story?.what !== 'dearer') continue;
      decideBreak(tx, {
        clientId: client.id,
        month,
        channel,
        kind: 'vendor-billed',
        amountMinor: netMinor - minor,
        state: 'explained',
        note: 'Доначисление площадки за последний день месяца: войдёт в следующий счёт',
        decidedBy: '',
        decidedOn: toWorkday(addDays(to, 5)),
      });
    }
  }
}

/** Says which channels the month's line of media bills. False where no invoice bills the month. */
function billMedia(tx: WriteDb, clientId: string, month: string, spent: readonly Spent[]): boolean {
  const { from } = monthPeriod(month);
  const { to } = monthPeriod(addMonths(month, 1));
  const lines = tx.all<{ id: string; invoiceId: string; title: string; netMinor: number }>(
    `SELECT l.id, l.invoice_id AS invoiceId, l.title, l.net_minor AS netMinor
     FROM invoices i JOIN invoice_lines l ON l.invoice_id = i.id
     WHERE i.client_id = ? AND i.issued_on BETWEEN ? AND ? ORDER BY i.issued_on DESC, l.position`,
    clientId,
    from,
    to,
  );
  const whole = spent.reduce((sum, { minor }) => sum + minor, 0);
  const media = lines.find(
    ({ title, netMinor }) => /^(Размещение|Reklāmas)/.test(title) && netMinor === whole,
  );
  if (media === undefined) return false;
  const parts = allocateByLargestRemainder(
    media.netMinor,
    spent.map(({ minor }) => minor),
  );
  spent.forEach(({ channel }, index) => {
    const netMinor = parts[index] ?? 0;
    addMediaBilling(tx, {
      invoiceLineId: media.id,
      clientId,
      month,
      channel,
      part: 'media',
      netMinor,
    });
  });
  const commission = lines.find(
    ({ title, invoiceId }) => invoiceId === media.invoiceId && /^(Агентская|Aģentūras)/.test(title),
  );
  if (commission !== undefined) {
    const { id, netMinor } = commission;
    addMediaBilling(tx, { invoiceLineId: id, clientId, month, part: 'commission', netMinor });
  }
  return true;
}
