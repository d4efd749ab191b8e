import { fold } from '../../i18n/transliterate';
import type { PlainDate } from '../dates';
import { looseLatin } from '../rank';
import type { PriorityLevel } from './priority';
import { readQuickDay } from './quick-day';

export type QuickNames = {
  readonly clients: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly code: string }[];
};

export type QuickPiece = {
  readonly text: string;
  readonly as: 'title' | 'client' | 'person' | 'label' | 'due' | 'estimate' | 'priority';
};

export type QuickTask = {
  /** What is left when everything else was taken out; the client's name stays where it is. */
  readonly title: string;
  readonly clientId: string | null;
  readonly personIds: readonly string[];
  readonly labels: readonly string[];
  readonly dueOn: PlainDate | null;
  readonly estimateSeconds: number | null;
  readonly priority: PriorityLevel | null;
  readonly pieces: readonly QuickPiece[];
};

const HOURS =
  /^(\d{1,3}(?:[.,]\d{1,2})?)(?:ч|час|часа|часов|h|hr|hrs|hour|hours|st|stunda|stundas|стунд)\.?$/u;
const MINUTES = /^(\d{1,4})(?:м|мин|минут|m|min|minutes|минуты)\.?$/u;
const BOTH = /^(\d{1,3})(?:ч|h|st)(\d{1,2})(?:м|мин|m|min)?$/u;
const CLOCK = /^(\d{1,3}):([0-5]\d)(?:ч|h|st)?$/u;

/** «…», “…”, „…” and "…". A quote that is never closed quotes nothing. */
const QUOTED = /«[^»]*»|„[^“”"]*[“”"]|“[^”]*”|"[^"]*"/gu;
/** Stands for a quoted word where days, hours and signs are looked for: it is none of them. */
const VERBATIM = '\u0000';

/** The words with those that are at least partly inside quotes hidden. */
function hideQuoted(words: readonly string[]): string[] {
  const spans = [...words.join(' ').matchAll(QUOTED)].map((found) => ({
    from: found.index,
    until: found.index + found[0].length,
  }));
  let at = 0;
  return words.map((word) => {
    const start = at;
    at += word.length + 1;
    const isQuoted = spans.some(({ from, until }) => from < start + word.length && start < until);
    return isQuoted ? VERBATIM : word;
  });
}

/**
 * Reads a task typed in one line, in any of the three languages at once: `Отчёт Ромашка до пт 2ч @Аня !`.
 * `@` a person, `#` a label, `!` high and `!!` urgent, hours or minutes, a day, a client by name in any
 * case and alphabet. What stands in quotes is a name: only a client is looked for in it. What cannot be
 * understood stays in the title.
 */
export function readQuickTask(text: string, names: QuickNames, today: PlainDate): QuickTask {
  const words = text.trim().split(/\s+/u).filter(Boolean);
  const open = hideQuoted(words);
  const pieces: QuickPiece[] = [];
  const found = {
    clientId: null as string | null,
    personIds: [] as string[],
    labels: [] as string[],
    dueOn: null as PlainDate | null,
    estimateSeconds: null as number | null,
    priority: null as PriorityLevel | null,
  };
  for (let at = 0; at < words.length; ) {
    const taken = take(open, at, names, today, found) ?? takeClient(words, at, names, found);
    const count = taken?.count ?? 1;
    const piece = words.slice(at, at + count).join(' ');
    pieces.push({ text: piece, as: taken?.as ?? 'title' });
    at += count;
  }
  const title = pieces
    .filter(({ as }) => as === 'title' || as === 'client')
    .map((piece) => piece.text)
    .join(' ');
  return { ...found, title, pieces };
}

type Found = {
  clientId: string | null;
  personIds: string[];
  labels: string[];
  dueOn: PlainDate | null;
  estimateSeconds: number | null;
  priority: PriorityLevel | null;
};
type Taken = { count: number; as: QuickPiece['as'] };

function take(
  words: readonly string[],
  at: number,
  names: QuickNames,
  today: PlainDate,
  found: Found,
): Taken | null {
  const word = words[at] ?? '';
  if (/^!{1,3}$/.test(word)) {
    found.priority = word.length === 1 ? 'high' : 'urgent';
    return { count: 1, as: 'priority' };
  }
  if (/^#\p{L}/u.test(word)) {
    const label = word.slice(1);
    if (!found.labels.includes(label)) found.labels.push(label);
    return { count: 1, as: 'label' };
  }
  if (/^@\p{L}/u.test(word)) {
    const id = personOf(word.slice(1), names.people);
    if (id === null) return null;
    if (!found.personIds.includes(id)) found.personIds.push(id);
    return { count: 1, as: 'person' };
  }
  const estimate = found.estimateSeconds === null ? readDuration(words, at) : null;
  if (estimate !== null) {
    found.estimateSeconds = estimate.seconds;
    return { count: estimate.count, as: 'estimate' };
  }
  const day = found.dueOn === null ? readQuickDay(words, at, today) : null;
  if (day !== null) {
    found.dueOn = day.on;
    return { count: day.count, as: 'due' };
  }
  return null;
}

function takeClient(
  words: readonly string[],
  at: number,
  names: QuickNames,
  found: Found,
): Taken | null {
  const client = found.clientId === null ? clientAt(words, at, names.clients) : null;
  if (client === null) return null;
  found.clientId = client.id;
  return { count: client.count, as: 'client' };
}

function readDuration(
  words: readonly string[],
  at: number,
): { seconds: number; count: number } | null {
  const word = fold(words[at] ?? '');
  const single = durationOf(word);
  if (single !== null) return { seconds: single, count: 1 };
  if (!/^\d{1,4}(?:[.,]\d{1,2})?$/.test(word)) return null;
  const pair = durationOf(`${word}${fold(words[at + 1] ?? '')}`);
  return pair === null ? null : { seconds: pair, count: 2 };
}

function durationOf(word: string): number | null {
  const both = BOTH.exec(word) ?? CLOCK.exec(word);
  if (both !== null) return limited(Number(both[1]) * 3600 + Number(both[2]) * 60);
  const hours = HOURS.exec(word);
  if (hours !== null) return limited(Math.round(Number(hours[1]?.replace(',', '.')) * 3600));
  const minutes = MINUTES.exec(word);
  return minutes === null ? null : limited(Number(minutes[1]) * 60);
}

function limited(seconds: number): number | null {
  return seconds > 0 && seconds <= 3_600_000 ? seconds : null;
}

/** By code, or by the beginning of a word of the name; null where several people could be meant. */
export function personOf(word: string, people: QuickNames['people']): string | null {
  const wanted = looseLatin(word).replace(/[^\p{L}\p{N}]/gu, '');
  if (wanted === '') return null;
  const exact = people.filter(({ code }) => looseLatin(code) === wanted);
  if (exact.length === 1) return exact[0]?.id ?? null;
  const starting = people.filter(({ name }) =>
    looseLatin(name)
      .split(/[^\p{L}\p{N}]+/u)
      .some((part) => part !== '' && (part.startsWith(wanted) || isSameWord(part, wanted))),
  );
  return starting.length === 1 ? (starting[0]?.id ?? null) : null;
}

/** The client whose name stands at a place of the line; of several the longest name. */
function clientAt(
  words: readonly string[],
  at: number,
  clients: QuickNames['clients'],
): { id: string; count: number } | null {
  let best: { id: string; count: number; length: number } | null = null;
  for (const { id, name } of clients) {
    const parts = looseLatin(name)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    const typed = words
      .slice(at, at + parts.length)
      .map((word) => looseLatin(word).replace(/[^\p{L}\p{N}]/gu, ''));
    const isMeant =
      parts.length > 0 &&
      typed.length === parts.length &&
      parts.every((part, index) => isSameWord(part, typed[index] ?? ''));
    const length = parts.join('').length;
    if (isMeant && length >= 2 && (best === null || length > best.length)) {
      best = { id, count: parts.length, length };
    }
  }
  return best;
}

/** The same word, also with another ending: Ромашка, Ромашке, Ромашкой. */
function isSameWord(name: string, typed: string): boolean {
  if (name === typed) return true;
  if (name.length < 4 || typed.length < 4) return false;
  const stem = Math.max(3, name.length - 2);
  return typed.startsWith(name.slice(0, stem)) && typed.length <= name.length + 2;
}
