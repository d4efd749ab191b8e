import { readSearchable } from '../../db/queries/search.query';
import type { Output } from '../../shared/contract/contract';
import { readOf, type Session } from './session';

const MOST_HITS = 20;

const LATIN: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Keys of a Latin keyboard and the Cyrillic letters on them: «rfvf» typed for «кама». */
const LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC_KEYS = 'йцукенгшщзхъфывапролджэячсмитьбю';

function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}/gu, '')
    .normalize('NFC');
}

/** Latin spelling of Cyrillic letters: «верба» is verba. */
export function transliterate(text: string): string {
  return [...fold(text)].map((letter) => LATIN[letter] ?? letter).join('');
}

/** What was meant where the keyboard was left in the Latin layout. */
export function otherLayout(text: string): string {
  return [...text.toLowerCase()]
    .map((key) => CYRILLIC_KEYS[LATIN_KEYS.indexOf(key)] ?? key)
    .join('');
}

/** 3: begins with the words; 2: a word begins with each; 1: contains each; 0: no match. */
function score(haystack: string, words: readonly string[]): number {
  if (words.length === 0) return 0;
  if (haystack.startsWith(words.join(' '))) return 3;
  const starts = haystack.split(/[^\p{L}\p{N}]+/u);
  if (words.every((word) => starts.some((start) => start.startsWith(word)))) return 2;
  return words.every((word) => haystack.includes(word)) ? 1 : 0;
}

/** Clients, briefs, open invoices and people by any part of their name, also in Latin letters or the wrong layout. */
export function findInWorkspace(session: Session, text: string): Output<'search/find'> {
  const split = (query: string) =>
    fold(query)
      .split(/\s+/)
      .filter((word) => word !== '');
  const spellings = [split(text), split(otherLayout(text))];
  const latin = split(transliterate(text));
  const hits = readSearchable(readOf(session))
    .map(({ haystack, ...hit }) => {
      const own = fold(haystack);
      const best = Math.max(
        ...spellings.map((words) => score(own, words)),
        score(transliterate(haystack), latin),
      );
      return { hit, best };
    })
    .filter(({ best }) => best > 0)
    .sort((a, b) => b.best - a.best || a.hit.title.localeCompare(b.hit.title));
  return { hits: hits.slice(0, MOST_HITS).map(({ hit }) => hit) };
}
