import {
  listRateCard,
  removeRateCardItem,
  setDiscountLimit,
  setRateCardItem,
} from '../../db/repositories/proposals.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import { discountLimitsOf } from './proposals/proposal-dto';
import { act, readOf, type Session } from './session';

type Done = { id: string };

/** The price list with all its dates, and up to which discount each role decides alone. */
export function listPrices(session: Session): Output<'rate-card/list'> {
  const read = readOf(session);
  const { manager, lead } = discountLimitsOf(read);
  return { items: listRateCard(read), managerMaxPpm: manager, leadMaxPpm: lead };
}

/** Sets a price from a day on; documents that used the former one keep it. Throws `rate-card-role-missing`. */
export function setPrice(session: Session, input: Input<'rate-card/set'>): Done {
  if (input.kind === 'role' && input.role.trim() === '')
    throw new AppError('rate-card-role-missing');
  const { validFrom, validTo } = input;
  if (validTo !== null && validTo < validFrom) {
    throw new AppError('period-invalid', { from: validFrom, to: validTo });
  }
  return act(session, 'set-price', { name: input.title }, (tx) => ({
    id: setRateCardItem(tx, input),
  }));
}

/** Takes a price out of the list. */
export function removePrice(session: Session, { id, revision }: Input<'rate-card/remove'>): Done {
  const item = listRateCard(readOf(session)).find((row) => row.id === id);
  if (item === undefined) throw new AppError('row-not-found');
  act(session, 'remove-price', { name: item.title }, (tx) => removeRateCardItem(tx, id, revision));
  return { id };
}

/** Sets up to which discount a role decides alone. */
export function setLimit(session: Session, input: Input<'rate-card/set-discount-limit'>): Done {
  act(session, 'set-discount-limit', { percent: input.maxPpm / 10_000 }, (tx) =>
    setDiscountLimit(tx, input.decider, input.maxPpm),
  );
  return { id: input.decider };
}
