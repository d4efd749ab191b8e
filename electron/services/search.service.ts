import { readSearchable } from '../../db/queries/search.query';
import type { Output } from '../../shared/contract/contract';
import { findable, parseQuery, rank } from '../../shared/domain/rank';
import { readBriefWords } from './brief-words';
import { readOf, type Session } from './session';

const MOST_HITS = 20;
/** Fewer letters stand in too many texts to mean one. */
const LEAST_LETTERS = 3;

/**
 * Clients, briefs, open invoices and people by any part of their name, also in Latin letters or the wrong
 * layout; behind them the briefs in whose answers the words stand.
 */
export function findInWorkspace(session: Session, text: string): Output<'search/find'> {
  const read = readOf(session);
  const rows = readSearchable(read);
  const query = parseQuery(text);
  const named = rank(rows, ({ haystack }) => findable(haystack), query, MOST_HITS);
  const hits = named.map(({ item: { haystack: _, ...hit } }) => hit);
  if (text.trim().length < LEAST_LETTERS || hits.length === MOST_HITS) return { hits };
  const words = readBriefWords(read);
  const rest = rows.filter(
    ({ kind, id }) => kind === 'brief' && !hits.some((hit) => hit.id === id),
  );
  const said = rank(
    rest,
    ({ id, haystack }) => {
      const own = findable(haystack);
      const answers = words.get(id);
      return answers === undefined
        ? own
        : {
            plain: [...own.plain, ...answers.plain],
            latin: [...own.latin, ...answers.latin],
          };
    },
    query,
    MOST_HITS - hits.length,
  );
  return { hits: [...hits, ...said.map(({ item: { haystack: _, ...hit } }) => hit)] };
}
