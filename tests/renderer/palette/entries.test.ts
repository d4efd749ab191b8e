import { describe, expect, it } from 'vitest';
import {
  askedOf,
  clientEntries,
  clientPlaceEntries,
  commandEntries,
  foundSections,
  hitEntries,
  type PaletteCommand,
  restingSections,
} from '../../../renderer/features/palette/entries';
import type { ClientListItem } from '../../../shared/contract/clients.contract';
import { parseQuery } from '../../../shared/domain/rank';
import { translatorOf } from '../../../shared/i18n/all-messages';

const { t } = translatorOf('ru');
const words = (key: string, params?: Record<string, string>) => t(key, params ?? {});

const client: ClientListItem = {
  id: 'c1',
  name: 'Верба',
  descriptor: 'клиника',
  mark: 'ВБ',
  hue: 13,
  tier: 'A',
  currency: 'RUB',
  legalName: 'ООО «Верба Мед»',
  managerName: null,
  contractEndsOn: null,
  archived: false,
};

const commands: PaletteCommand[] = [
  {
    id: 'new-brief',
    label: 'Новый бриф',
    words: 'тз',
    group: 'do',
    listed: true,
    run: () => undefined,
  },
  {
    id: 'theme-dark',
    label: 'Тема: тёмная',
    words: 'dark',
    group: 'view',
    listed: true,
    run: () => undefined,
  },
  { id: 'back', label: 'Назад', words: '', group: 'go', listed: false, run: () => undefined },
];

describe('lines of the palette', () => {
  it('open a client’s hours by «часы верба» in any order and alphabet', () => {
    const visited: string[] = [];
    const places = clientPlaceEntries([client], (path) => visited.push(path), words);
    for (const text of ['часы верба', 'вер час', 'chasy verba']) {
      const [section] = foundSections(places, [], parseQuery(text));
      section?.entries[0]?.run();
    }
    expect(visited).toEqual(['/clients/c1/hours', '/clients/c1/hours', '/clients/c1/hours']);
  });

  it('put the group with the best answer first', () => {
    const own = [...clientEntries([client], () => undefined), ...commandEntries(commands)];
    const groups = foundSections(own, [], parseQuery('dark')).map((section) => section.group);
    expect(groups).toEqual(['view']);
    expect(foundSections(own, [], parseQuery('верба'))[0]?.group).toBe('clients');
  });

  it('leave out what only a shortcut needs', () => {
    expect(commandEntries(commands).map((entry) => entry.id)).toEqual(['new-brief', 'theme-dark']);
  });

  it('lead from an invoice to its client’s debts, and name it', () => {
    const visited: string[] = [];
    const [entry] = hitEntries(
      [
        {
          kind: 'invoice',
          id: 'i1',
          clientId: 'c1',
          title: '118',
          detail: 'Верба',
          mark: 'ВБ',
          hue: 13,
        },
      ],
      (path) => visited.push(path),
      words,
    );
    entry?.run();
    expect(entry?.label).toBe('Счёт 118');
    expect(visited).toEqual(['/clients/c1/receivables']);
  });

  it('ask the file for names, not for the word of their kind', () => {
    const kinds = words('palette.kindWords');
    expect(askedOf('счёт 198', kinds)).toBe('198');
    expect(askedOf('счет вер', kinds)).toBe('вер');
    expect(askedOf('бриф', kinds)).toBe('бриф');
    expect(askedOf('сч 198', kinds)).toBe('сч 198');
  });

  it('show clients at hand before anything is typed', () => {
    const own = clientEntries([client], () => undefined);
    const sections = restingSections(commandEntries(commands), own, new Set(['client-c1']));
    expect(sections.map((section) => section.group)).toEqual(['clients', 'do']);
  });
});
