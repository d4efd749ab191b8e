import { fold, otherLayout, transliterate } from '../i18n/transliterate';

/** Spellings of one sound in Latin letters brought to one: `kh` and `h`, `ju` and `yu`, `c` and `ts`. */
export function looseLatin(text: string): string {
  return transliterate(fold(text))
    .replace(/shch/g, 'sch')
    .replace(/kh/g, 'h')
    .replace(/[ji]([aeou])/g, 'y$1')
    .replace(/j/g, 'y')
    .replace(/c(?!h)/g, 'ts')
    .replace(/x/g, 'ks')
    .replace(/w/g, 'v');
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** A text prepared for finding: as written and in loose Latin. */
export type Findable = { readonly plain: readonly string[]; readonly latin: readonly string[] };

export function findable(text: string): Findable {
  return { plain: wordsOf(fold(text)), latin: wordsOf(looseLatin(text)) };
}

/** What was typed, in the ways it may have been meant. */
export type Query = { readonly tokens: readonly Token[] };
type Token = { readonly plain: readonly string[]; readonly latin: string };

export function parseQuery(text: string): Query {
  const typed = fold(text).split(/\s+/).filter(Boolean);
  return {
    tokens: typed.flatMap((word) => {
      const cleaned = wordsOf(word).join('');
      const turned = wordsOf(fold(otherLayout(word))).join('');
      const plain = [...new Set([cleaned, turned])].filter(Boolean);
      return plain.length === 0 ? [] : [{ plain, latin: wordsOf(looseLatin(word)).join('') }];
    }),
  };
}

function wordScore(words: readonly string[], token: string): number {
  let best = 0;
  for (const [index, word] of words.entries()) {
    // A word that starts so is worth more than one that only holds it; the first word most of all.
    if (word.startsWith(token)) {
      best = Math.max(best, (word === token ? 5 : 4) + (index === 0 ? 0.5 : 0));
    } else if (token.length >= 3 && word.includes(token)) best = Math.max(best, 1);
  }
  return best;
}

function tokenScore(text: Findable, token: Token): number {
  let best = 0;
  for (const form of token.plain) best = Math.max(best, wordScore(text.plain, form));
  // Found only through another alphabet: a little less sure.
  if (token.latin !== '') best = Math.max(best, wordScore(text.latin, token.latin) - 0.25);
  return best;
}

/** How well a text answers the query; 0 where any word typed is not in it. */
export function score(text: Findable, query: Query): number {
  if (query.tokens.length === 0) return 1;
  let sum = 0;
  for (const token of query.tokens) {
    const points = tokenScore(text, token);
    if (points <= 0) return 0;
    sum += points;
  }
  return sum / query.tokens.length;
}

export type Ranked<T> = { item: T; score: number };

/** The items that answer, best first; equal ones keep their order. */
export function rank<T>(
  items: readonly T[],
  textOf: (item: T) => Findable,
  query: Query,
  limit: number,
): Ranked<T>[] {
  return items
    .map((item) => ({ item, score: score(textOf(item), query) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** A piece of a label and whether the query met it. */
export type Piece = { text: string; hit: boolean };

/** Cuts a label where the query met the beginnings of its words. */
export function highlight(label: string, query: Query): Piece[] {
  const pieces: Piece[] = [];
  for (const part of label.split(/([^\p{L}\p{N}]+)/u)) {
    const length = hitLength(part, query);
    if (length > 0) pieces.push({ text: part.slice(0, length), hit: true });
    if (part.length > length) pieces.push({ text: part.slice(length), hit: false });
  }
  return pieces;
}

function hitLength(word: string, query: Query): number {
  const plain = fold(word);
  let best = 0;
  for (const token of query.tokens) {
    for (const form of token.plain) {
      if (form !== '' && plain.startsWith(form)) best = Math.max(best, form.length);
    }
    if (best === 0 && token.latin !== '') best = latinLength(word, token.latin);
  }
  return best;
}

/** How many letters of the word its Latin beginning takes. */
function latinLength(word: string, token: string): number {
  if (!looseLatin(word).startsWith(token)) return 0;
  for (let length = 1; length <= word.length; length += 1) {
    if (looseLatin(word.slice(0, length)).startsWith(token)) return length;
  }
  return 0;
}
