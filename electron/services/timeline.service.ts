import { readTimeline, type TimelineRow } from '../../db/queries/client-timeline.query';
import type { ReadDb } from '../../db/read-db';
import type { TimelineItem } from '../../shared/contract/clients.contract';
import type { Phrase } from '../../shared/contract/primitives';
import { addDays } from '../../shared/domain/dates';

const DAYS_BACK = 120;
const DAYS_AHEAD = 60;
const DETRACTOR = 6;
const PROMOTER = 9;

const phrase = (key: string, params: Phrase['params'] = {}): Phrase => ({ key, params });

function titleOf(row: TimelineRow): Phrase {
  switch (row.kind) {
    case 'contact':
      return phrase(`timeline.contact.${row.variant}`, { text: row.text });
    case 'deadline':
      return phrase('timeline.deadline', { text: row.text });
    case 'invoice-due':
      return phrase('timeline.invoice-due', {
        number: row.text,
        amountMinor: row.amountMinor ?? 0,
        currency: row.currency ?? '',
      });
    case 'nps':
      return phrase('timeline.nps', { score: row.score ?? 0 });
    case 'contract':
      return phrase('timeline.contract', { number: row.text });
    case 'payment':
      return phrase('timeline.payment', {
        amountMinor: row.amountMinor ?? 0,
        currency: row.currency ?? '',
      });
  }
}

function detailOf(row: TimelineRow, today: string): Phrase | null {
  if (row.kind === 'invoice-due') {
    return row.on < today ? phrase('timeline.overdue', { on: row.on }) : null;
  }
  if ((row.kind === 'nps' || row.kind === 'payment') && row.text !== '')
    return phrase('timeline.text', { text: row.text });
  return row.kind === 'deadline' ? phrase(`deadline-kind.${row.variant}`) : null;
}

function toneOf(row: TimelineRow, today: string): TimelineItem['tone'] {
  if (row.kind === 'payment') return 'pos';
  if (row.kind === 'nps') {
    const score = row.score ?? 0;
    return score <= DETRACTOR ? 'neg' : score >= PROMOTER ? 'pos' : 'plain';
  }
  const isOpen =
    row.kind === 'invoice-due' ||
    row.kind === 'contract' ||
    (row.kind === 'deadline' && row.done === 0);
  if (!isOpen || row.on > today) return 'plain';
  return row.on === today ? 'warn' : 'neg';
}

/** What was said, promised, sent and paid between a client and the agency, newest first. */
export function showTimeline(
  read: ReadDb,
  clientId: string,
  today: string,
): { items: TimelineItem[] } {
  const rows = readTimeline(read, clientId, addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD));
  return {
    items: rows.map((row) => ({
      id: row.id,
      on: row.on,
      at: row.at,
      kind: row.kind,
      title: titleOf(row),
      detail: detailOf(row, today),
      tone: toneOf(row, today),
      done: row.done === 1,
    })),
  };
}
