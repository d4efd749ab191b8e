import {
  findClient,
  listCommissionTerms,
  setCommissionTerms,
} from '../../db/repositories/clients.repo';
import {
  removeMedia as deleteMedia,
  findMedia,
  recordMedia as insertMedia,
  type MediaSpendRow,
  listMedia as readMedia,
  amendMedia as updateMedia,
} from '../../db/repositories/media.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import type { MediaRow } from '../../shared/contract/work.contract';
import { missing, recorded } from '../../shared/domain/figure';
import { mediaPerformance, midPeriodPace } from '../../shared/domain/media-performance';
import { PPM } from '../../shared/domain/money';
import { quantityFigure } from './receivables-facts';
import { act, readOf, type Session } from './session';

type Done = { id: string };

function rowOf(row: MediaSpendRow, today: string): MediaRow {
  const { clientId: _, ...fields } = row;
  const fact = (value: number | null, name: string) =>
    recorded(value, missing(`media-${name}`, { channel: row.channel }));
  const spend = fact(row.actualMinor, 'actual');
  const performance = mediaPerformance({
    spend,
    impressions: fact(row.impressions, 'impressions'),
    clicks: fact(row.clicks, 'clicks'),
    leads: fact(row.leads, 'leads'),
    orders: fact(row.orders, 'orders'),
    revenue: fact(row.revenueMinor, 'revenue'),
  });
  const pace = midPeriodPace(
    fact(row.planMinor, 'plan'),
    spend,
    { from: row.fromOn, to: row.toOn },
    today,
  );
  return {
    ...fields,
    cpc: quantityFigure(performance.cpc, 1),
    cpl: quantityFigure(performance.cpl, 1),
    drrPpm: quantityFigure(performance.drr, PPM),
    pacePpm: quantityFigure(pace.pace, PPM),
  };
}

/** Media of a client with its ratios and its pace against the plan to date, and the commission terms. */
export function listMedia(session: Session, input: Input<'media/list'>): Output<'media/list'> {
  const read = readOf(session);
  const today = session.clock.today();
  return {
    rows: readMedia(read, input.clientId, input).map((row) => rowOf(row, today)),
    commission: listCommissionTerms(read, input.clientId).map(({ clientId: _, ...terms }) => terms),
  };
}

function assertOrder(from: string, to: string | null): void {
  if (to !== null && to < from) throw new AppError('period-invalid', { from, to });
}

/** Records the media of a channel for a period. */
export function recordMedia(session: Session, input: Input<'media/record'>): Done {
  assertOrder(input.fromOn, input.toOn);
  return act(session, 'record-media', { channel: input.channel, on: input.fromOn }, (tx) => ({
    id: insertMedia(tx, input),
  }));
}

/** Changes a media row. */
export function amendMedia(session: Session, { id, revision, patch }: Input<'media/amend'>): Done {
  const row = findMedia(readOf(session), id);
  if (row === undefined) throw new AppError('row-not-found');
  assertOrder(patch.fromOn ?? row.fromOn, patch.toOn ?? row.toOn);
  act(session, 'amend-media', { channel: row.channel, on: row.fromOn }, (tx) =>
    updateMedia(tx, id, patch, revision),
  );
  return { id };
}

/** Removes a media row. */
export function removeMedia(session: Session, { id }: Input<'media/remove'>): Done {
  const row = findMedia(readOf(session), id);
  if (row === undefined) throw new AppError('row-not-found');
  act(session, 'remove-media', { channel: row.channel, on: row.fromOn }, (tx) =>
    deleteMedia(tx, id),
  );
  return { id };
}

/** Sets a client's commission from a day on; the terms before end on the day before. */
export function setMediaCommission(session: Session, input: Input<'media/set-commission'>): Done {
  assertOrder(input.validFrom, input.validTo);
  if (findClient(readOf(session), input.clientId) === undefined) {
    throw new AppError('client-not-found');
  }
  return act(session, 'set-commission', { ratePpm: input.ratePpm, on: input.validFrom }, (tx) => ({
    id: setCommissionTerms(tx, input),
  }));
}
