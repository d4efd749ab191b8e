import type { ClientListItem } from '../../../shared/contract/clients.contract';
import type { Output } from '../../../shared/contract/contract';
import { type Findable, findable, type Query, rank, score } from '../../../shared/domain/rank';
import { fold } from '../../../shared/i18n/transliterate';
import { keyWords, type ShortcutId } from '../../lib/keys';

/** What the shell lets the palette start. */
export type PaletteCommand = {
  id: string;
  label: string;
  words: string;
  group: 'do' | 'go' | 'view';
  keys?: ShortcutId;
  listed: boolean;
  run: () => void;
};

export type SearchHit = Output<'search/find'>['hits'][number];

export type EntryGroup = 'clients' | 'do' | 'briefs' | 'invoices' | 'people' | 'go' | 'view';

/** One line of the palette. */
export type Entry = {
  id: string;
  group: EntryGroup;
  label: string;
  detail: string;
  mark: { mark: string; hue: number } | null;
  keys: string | null;
  run: () => void;
  text: Findable;
};

type Words = (key: string, params?: Record<string, string>) => string;
type Go = (path: string) => void;

/** Where a client's own screens are; found as «часы верба». */
const CLIENT_PLACES = [
  'profitability',
  'budget',
  'projects',
  'hours',
  'media',
  'receivables',
  'briefs',
  'tasks',
  'details',
] as const;

export function commandEntries(commands: readonly PaletteCommand[]): Entry[] {
  return commands
    .filter((command) => command.listed)
    .map((command) => ({
      id: command.id,
      group: command.group,
      label: command.label,
      detail: '',
      mark: null,
      keys: command.keys === undefined ? null : keyWords(command.keys),
      run: command.run,
      text: findable(`${command.label} ${command.words}`),
    }));
}

export function clientEntries(clients: readonly ClientListItem[], go: Go): Entry[] {
  return clients.map((client) => ({
    id: `client-${client.id}`,
    group: 'clients',
    label: client.name,
    detail: client.descriptor,
    mark: client,
    keys: null,
    run: () => go(`/clients/${client.id}/profitability`),
    text: findable(`${client.name} ${client.mark} ${client.descriptor} ${client.legalName}`),
  }));
}

export function clientPlaceEntries(
  clients: readonly ClientListItem[],
  go: Go,
  words: Words,
): Entry[] {
  return clients.flatMap((client) =>
    CLIENT_PLACES.map((place) => ({
      id: `client-${client.id}-${place}`,
      group: 'do' as const,
      label: words(`palette.place.${place}`, { client: client.name }),
      detail: '',
      mark: client,
      keys: null,
      run: () => go(`/clients/${client.id}/${place}`),
      text: findable(
        `${words(`palette.place.${place}`, { client: client.name })} ${client.mark} ${words(`palette.placeWords.${place}`)}`,
      ),
    })),
  );
}

const HIT_GROUP = { brief: 'briefs', invoice: 'invoices', person: 'people' } as const;

/** What the file's own search found beside clients, who are found here already. */
export function hitEntries(hits: readonly SearchHit[], go: Go, words: Words): Entry[] {
  return hits.flatMap((hit) => {
    if (hit.kind === 'client') return [];
    const path =
      hit.kind === 'brief'
        ? `/briefs/${hit.id}`
        : hit.kind === 'invoice' && hit.clientId !== null
          ? `/clients/${hit.clientId}/receivables`
          : hit.kind === 'person'
            ? '/settings/people'
            : '/money';
    return [
      {
        id: `${hit.kind}-${hit.id}`,
        group: HIT_GROUP[hit.kind],
        label: hit.kind === 'invoice' ? words('palette.invoice', { number: hit.title }) : hit.title,
        detail: hit.detail,
        mark: hit.mark === null ? null : { mark: hit.mark, hue: hit.hue ?? 1 },
        keys: null,
        run: () => go(path),
        text: findable(
          `${hit.kind === 'invoice' ? words('palette.invoice', { number: hit.title }) : hit.title} ${hit.detail}`,
        ),
      },
    ];
  });
}

/** What the file's search is asked: the kind's own word is not part of any name («счёт 198»). */
export function askedOf(text: string, kindWords: string): string {
  const kinds = fold(kindWords).split(' ');
  const typed = text.trim().split(/\s+/);
  const names = typed.filter((word) => {
    const folded = fold(word);
    return folded.length < 3 || !kinds.some((kind) => kind.startsWith(folded));
  });
  return (names.length === 0 ? typed : names).join(' ');
}

export type Section = { group: EntryGroup; entries: Entry[] };

const LIMITS: Record<EntryGroup, number> = {
  clients: 6,
  do: 6,
  briefs: 5,
  invoices: 5,
  people: 4,
  go: 6,
  view: 5,
};
const ORDER: readonly EntryGroup[] = [
  'clients',
  'do',
  'invoices',
  'briefs',
  'people',
  'go',
  'view',
];

/** Before anything is typed: clients at hand, then what can be done and where one can go. */
export function restingSections(
  commands: readonly Entry[],
  clients: readonly Entry[],
  pinned: ReadonlySet<string>,
): Section[] {
  const sections: Section[] = [
    { group: 'clients', entries: clients.filter((entry) => pinned.has(entry.id)).slice(0, 5) },
    { group: 'do', entries: commands.filter((entry) => entry.group === 'do').slice(0, 5) },
    { group: 'go', entries: commands.filter((entry) => entry.group === 'go').slice(0, 5) },
  ];
  return sections.filter((section) => section.entries.length > 0);
}

/** The answers to a query, in groups; the group with the best answer first. */
export function foundSections(
  own: readonly Entry[],
  hits: readonly Entry[],
  query: Query,
): Section[] {
  const ranked = rank(own, (entry) => entry.text, query, 200);
  const best = new Map<EntryGroup, number>();
  const byGroup = new Map<EntryGroup, Entry[]>();
  const add = (entry: Entry, points: number) => {
    const entries = byGroup.get(entry.group) ?? [];
    if (entries.length >= LIMITS[entry.group]) return;
    entries.push(entry);
    byGroup.set(entry.group, entries);
    best.set(entry.group, Math.max(best.get(entry.group) ?? 0, points));
  };
  for (const found of ranked) add(found.item, found.score);
  // The file's search knows word forms that we do not: its finds stay even without a match here.
  for (const hit of hits) add(hit, Math.max(0.5, score(hit.text, query)));
  return [...byGroup.entries()]
    .sort(
      ([a], [b]) => (best.get(b) ?? 0) - (best.get(a) ?? 0) || ORDER.indexOf(a) - ORDER.indexOf(b),
    )
    .map(([group, entries]) => ({ group, entries }));
}
