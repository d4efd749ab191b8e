import {
  findOverserviceProposal,
  type RetainerHourRow,
  readRetainerHours,
} from '../../db/queries/proposals.query';
import { findClient } from '../../db/repositories/clients.repo';
import {
  addProposal,
  addProposalLine,
  findProposal,
  LINE_STEP,
} from '../../db/repositories/proposals.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import type { Language } from '../../shared/contract/primitives';
import { addDays, addMonths, monthOf, monthPeriod } from '../../shared/domain/dates';
import { quantitiesOfHours, secondsBeyond } from '../../shared/domain/overservice-hours';
import { translatorOf } from '../../shared/i18n/all-messages';
import { formatDate, formatMonth } from '../../shared/i18n/formats';
import { showClientHours } from './clients.service';
import { RateBook } from './figures/rate-book';
import { draftAgreement } from './proposals/agreement-draft';
import { vatOfProposal } from './proposals/proposal-model';
import { PriceList } from './proposals/proposal-prices';
import { act, readOf, type Session } from './session';

const VALID_DAYS = 21;

/** «октябрь 2026» within a sentence: only English writes months with a capital. */
function monthWords(language: Language, month: string): string {
  const words = formatMonth(language, month);
  return language === 'en' ? words : `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** The month's last day, or today while the month is under way. */
function lastDayOf(month: string, today: string): string {
  return month === monthOf(today) ? today : monthPeriod(month).to;
}

type Beyond = { month: string; byRole: Map<string, number>; firstOn: string };

/** A month's hours beyond its retainer, by role: those worked after the hours had run out. */
function beyondOf(session: Session, clientId: string, month: string): Beyond {
  const read = readOf(session);
  const today = session.clock.today();
  const named = { month: monthWords(session.language(), month) };
  const { retainer } = showClientHours(read, clientId, month, today);
  if (retainer === null || retainer.availableSeconds === 0) {
    throw new AppError('overservice-no-retainer', named);
  }
  const rows = readRetainerHours(read, clientId, monthPeriod(month).from, lastDayOf(month, today));
  const beyond = secondsBeyond<RetainerHourRow>(rows, retainer.availableSeconds);
  const [first] = beyond;
  if (first === undefined) throw new AppError('overservice-no-hours', named);
  const byRole = new Map<string, number>();
  for (const { row, seconds } of beyond) {
    byRole.set(row.role, (byRole.get(row.role) ?? 0) + seconds);
  }
  return { month, byRole, firstOn: first.row.workedOn };
}

/** The current month where it has such hours already, else the last closed one. */
function newestBeyond(session: Session, clientId: string): Beyond {
  const current = monthOf(session.clock.today());
  try {
    return beyondOf(session, clientId, current);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return beyondOf(session, clientId, addMonths(current, -1));
  }
}

/**
 * Hours beyond the retainer become an estimate by role, from the price list of the month's last day, and a
 * draft of the addendum to the client's contract: one action, one undo. Throws `overservice-no-retainer`,
 * `overservice-no-hours`, `overservice-no-rate`, `overservice-offered`, `proposal-vat-unknown`.
 */
export function offerOverservice(
  session: Session,
  { clientId, month }: Input<'overservice/offer'>,
): Output<'overservice/offer'> {
  const read = readOf(session);
  const today = session.clock.today();
  const client = findClient(read, clientId);
  if (client === undefined) throw new AppError('client-not-found');
  const beyond =
    month === null ? newestBeyond(session, clientId) : beyondOf(session, clientId, month);
  const already = findOverserviceProposal(read, clientId, beyond.month);
  if (already !== undefined) {
    const { number } = already;
    throw new AppError('overservice-offered', {
      month: monthWords(session.language(), beyond.month),
      number,
    });
  }
  const { from, to } = monthPeriod(beyond.month);
  const pricesOn = lastDayOf(beyond.month, today);
  const { currency, language } = client;
  const rates = new RateBook(read);
  vatOfProposal(rates, { vatMode: 'by-date', vatPpm: null, startsOn: from });
  const list = new PriceList(read, rates);
  const words = translatorOf(language).getFixedT(language, 'print', 'overservice');
  const monthName = monthWords(language, beyond.month);
  const roles = [...beyond.byRole];
  const quantities = quantitiesOfHours(roles.map(([, seconds]) => seconds));
  const lines = roles.map(([role], index) => {
    const price = list.ofRole(role, { currency, pricesOn });
    if (price?.priceMinor === null || price === null) {
      throw new AppError('overservice-no-rate', {
        role,
        on: formatDate(session.language(), pricesOn),
        currency,
      });
    }
    return {
      kind: 'work' as const,
      title: words('line', { role }),
      role,
      quantity: quantities[index] ?? '0',
      unitPriceMinor: price.priceMinor,
    };
  });
  const title = words('title', { month: monthName });
  return act(session, 'offer-overservice', { client: client.name }, (tx) => {
    const id = addProposal(tx, {
      clientId,
      briefId: null,
      title,
      language,
      currency,
      pricesOn,
      validUntil: addDays(today, VALID_DAYS),
      startsOn: from,
      endsOn: to,
      introduction: words('introduction', {
        month: monthName,
        on: formatDate(language, beyond.firstOn),
      }),
      overserviceMonth: beyond.month,
      editedAt: session.clock.now(),
    });
    lines.forEach((line, index) => {
      addProposalLine(tx, { ...line, proposalId: id, position: (index + 1) * LINE_STEP });
    });
    const proposal = findProposal(tx, id);
    if (proposal === undefined) throw new AppError('row-not-found');
    return { id, agreementId: draftAgreement(tx, proposal, today), month: beyond.month };
  });
}
