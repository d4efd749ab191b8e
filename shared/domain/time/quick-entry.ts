import { fold, otherLayout, transliterate } from '../../i18n/transliterate';
import { addDays, isoWeekday, isPlainDate, type PlainDate } from '../dates';
import { leadingDuration } from './duration-text';

export type QuickProject = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'retainer' | 'fixed-fee';
};

export type QuickClient = {
  readonly id: string;
  readonly name: string;
  /** Its active projects. */
  readonly projects: readonly QuickProject[];
};

export type QuickChoice = {
  readonly clientId: string;
  readonly projectId: string | null;
};

export type QuickEntry = {
  readonly seconds: number | null;
  readonly on: PlainDate;
  readonly note: string;
  /** One: it is clear. More: somebody has to say which. None: no client is named. */
  readonly choices: readonly QuickChoice[];
  /** The line says that it is the agency's own work. */
  readonly isInternal: boolean;
};

const INTERNAL = new Set([
  'внутреннее',
  'внутренние',
  'агентство',
  'internal',
  'iekšēji',
  'iekseji',
]);
const YESTERDAY = new Set(['вчера', 'yesterday', 'vakar']);
const TODAY = new Set(['сегодня', 'today', 'šodien', 'sodien']);
const WEEKDAYS = [
  ['пн', 'mon', 'pr'],
  ['вт', 'tue', 'ot'],
  ['ср', 'wed', 'tr'],
  ['чт', 'thu', 'ce'],
  ['пт', 'fri', 'pk'],
  ['сб', 'sat', 'se'],
  ['вс', 'sun', 'sv'],
];
/** Legal forms and quotation marks say nothing about which client it is. */
const LEGAL_FORM = /^(?:ooo|ao|pao|zao|ip|sia|as|ltd|llc|gmbh|oao)$/;
/** Shorter words are only taken whole. */
const SHORTEST_PREFIX = 3;

/**
 * Reads a line such as «2ч Ромашка отчёт», `2h 30m Romashka report`, «1:30 вчера Ромашка»: how long, which
 * day, which client and project, and the rest as the note. Names are compared without regard to case,
 * quotes, alphabet and keyboard layout; the beginning of a word is enough. `on` is the day shown.
 */
export function readQuickEntry(
  text: string,
  on: PlainDate,
  today: PlainDate,
  clients: readonly QuickClient[],
): QuickEntry {
  const all = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const taken = takeDay(all, today);
  const duration = takeDuration(taken.words);
  const words = duration.words;
  const day = taken.on ?? on;
  const about = { seconds: duration.seconds, on: day };
  const first = words[0];
  if (first !== undefined && INTERNAL.has(first.toLowerCase())) {
    return { ...about, note: words.slice(1).join(' '), choices: [], isInternal: true };
  }
  const found = findClients(words, clients);
  const rest = words.filter((_, index) => !found.used.has(index));
  const choices = found.clients.flatMap((client) => choicesOf(client, rest));
  return { ...about, note: rest.join(' '), choices, isInternal: false };
}

function takeDuration(words: readonly string[]): { seconds: number | null; words: string[] } {
  const leading = leadingDuration(words);
  if (leading !== null) return { seconds: leading.seconds, words: words.slice(leading.words) };
  // Also at the end: «Ромашка отчёт 2ч». A bare number there belongs to the note.
  for (let count = Math.min(4, words.length - 1); count > 0; count -= 1) {
    const tail = words.slice(words.length - count);
    if (/^[\d.,]+$/.test(tail.join(''))) continue;
    const found = leadingDuration(tail);
    if (found !== null && found.words === count) {
      return { seconds: found.seconds, words: words.slice(0, words.length - count) };
    }
  }
  return { seconds: null, words: [...words] };
}

function takeDay(
  words: readonly string[],
  today: PlainDate,
): { on: PlainDate | null; words: string[] } {
  for (const [index, word] of words.entries()) {
    const on = dayOf(word.toLowerCase().replace(/,$/, ''), today);
    if (on !== null) return { on, words: words.filter((_, at) => at !== index) };
  }
  return { on: null, words: [...words] };
}

function dayOf(word: string, today: PlainDate): PlainDate | null {
  if (YESTERDAY.has(word)) return addDays(today, -1);
  if (TODAY.has(word)) return today;
  const weekday = WEEKDAYS.findIndex((names) => names.includes(word));
  // The last such day, today among them: hours are written down afterwards.
  if (weekday >= 0) return addDays(today, -((isoWeekday(today) - 1 - weekday + 7) % 7));
  const dotted = /^(\d{1,2})\.(\d{2})\.(?:(\d{4})\.?)?$|^(\d{1,2})\.(\d{2})\.(\d{4})$/.exec(word);
  if (dotted === null) return null;
  const year = dotted[3] ?? dotted[6] ?? today.slice(0, 4);
  const iso = `${year}-${dotted[2] ?? dotted[5] ?? ''}-${(dotted[1] ?? dotted[4] ?? '').padStart(2, '0')}`;
  return isPlainDate(iso) ? iso : null;
}

/** What a word sounds like in Latin letters, so that ways to spell a name fall together. */
export function soundOf(word: string): string {
  return transliterate(fold(word))
    .replace(/[^a-z0-9]/g, '')
    .replace(/shch|sch|sh/g, 's')
    .replace(/zh/g, 'z')
    .replace(/ch|ts/g, 'c')
    .replace(/kh/g, 'h')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/x/g, 'ks')
    .replace(/(.)\1+/g, '$1');
}

function nameWords(name: string): string[] {
  return name
    .split(/[\s\-–—/«»„“”"'’.,()&]+/)
    .map(soundOf)
    .filter((word) => word !== '' && !LEGAL_FORM.test(word));
}

/** How well a typed word is the name's word: 2 whole, 1 its beginning, 0 not at all. */
function likeness(typed: string, word: string): number {
  if (typed === word) return 2;
  return typed.length >= SHORTEST_PREFIX && word.startsWith(typed) ? 1 : 0;
}

type Match = { words: number; score: number };

/** How many words from `at` on are the name, and how well. */
function matchName(typed: readonly string[], at: number, name: readonly string[]): Match {
  let best: Match = { words: 0, score: 0 };
  for (let start = 0; start < name.length; start += 1) {
    let score = 0;
    let words = 0;
    while (start + words < name.length) {
      const like = likeness(typed[at + words] ?? '', name[start + words] ?? '');
      if (like === 0) break;
      // The first word of a name says more than a later one.
      score += like * 4 + (start === 0 ? 2 : 0);
      words += 1;
    }
    const isWholeName = start === 0 && score === name.length * 8 + 2 && words === name.length;
    if (isWholeName) score += 1;
    if (score > best.score) best = { words, score };
  }
  return best;
}

function findClients(
  words: readonly string[],
  clients: readonly QuickClient[],
): { clients: QuickClient[]; used: Set<number> } {
  for (const sounds of [words.map(soundOf), words.map((word) => soundOf(otherLayout(word)))]) {
    let best = 0;
    let found: { client: QuickClient; at: number; words: number }[] = [];
    for (const client of clients) {
      const name = nameWords(client.name);
      for (let at = 0; at < words.length; at += 1) {
        const match = matchName(sounds, at, name);
        if (match.score === 0 || match.score < best) continue;
        if (match.score > best) found = [];
        best = match.score;
        if (!found.some((one) => one.client.id === client.id)) {
          found.push({ client, at, words: match.words });
        }
      }
    }
    const [first] = found;
    if (first === undefined) continue;
    const used = new Set(Array.from({ length: first.words }, (_, index) => first.at + index));
    return { clients: found.map(({ client }) => client), used };
  }
  return { clients: [], used: new Set() };
}

/** Projects of a client that the line may mean: those it names, else the retainer, else all of them. */
function choicesOf(client: QuickClient, rest: readonly string[]): QuickChoice[] {
  const sounds = rest.map(soundOf);
  let best = 0;
  let named: QuickProject[] = [];
  for (const project of client.projects) {
    const name = nameWords(project.name);
    let score = 0;
    for (let at = 0; at < rest.length; at += 1) {
      score = Math.max(score, matchName(sounds, at, name).score);
    }
    if (score === 0 || score < best) continue;
    if (score > best) named = [];
    best = score;
    named.push(project);
  }
  const retainers = client.projects.filter(({ kind }) => kind === 'retainer');
  const meant = named.length > 0 ? named : retainers.length > 0 ? retainers : [...client.projects];
  if (meant.length === 0) return [{ clientId: client.id, projectId: null }];
  return meant.map(({ id }) => ({ clientId: client.id, projectId: id }));
}
