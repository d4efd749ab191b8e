import { readSearchable } from '../../db/queries/search.query';
import type { Output } from '../../shared/contract/contract';
import { findable, parseQuery, rank } from '../../shared/domain/rank';
import { readOf, type Session } from './session';

const MOST_HITS = 20;

/** Clients, briefs, open invoices and people by any part of their name, also in Latin letters or the wrong layout. */
export function findInWorkspace(session: Session, text: string): Output<'search/find'> {
  const rows = readSearchable(readOf(session));
  const best = rank(rows, ({ haystack }) => findable(haystack), parseQuery(text), MOST_HITS);
  return { hits: best.map(({ item: { haystack: _, ...hit } }) => hit) };
}
