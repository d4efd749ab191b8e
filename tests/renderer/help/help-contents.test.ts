import { describe, expect, it } from 'vitest';
import { KEYS_IN_PLACE, QUESTIONS } from '../../../renderer/features/help/help-contents';
import { SHORTCUT_IDS } from '../../../renderer/lib/keys';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { LANGS } from '../../../shared/i18n/formats';

const answers = QUESTIONS.flatMap((one): readonly string[] => one.answers);
const lines = KEYS_IN_PLACE.flatMap((group): readonly { id: string }[] => group.lines);

describe('the help', () => {
  it.each(LANGS)('has words for every key and every question in %s', (lang) => {
    const { exists } = translatorOf(lang);
    const wanted = [
      ...QUESTIONS.map(({ area }) => `area.${area}`),
      ...KEYS_IN_PLACE.map(({ group }) => `group.${group}`),
      ...lines.map(({ id }) => `shortcut.${id}`),
      ...answers.flatMap((answer) => [`answer.${answer}.question`, `answer.${answer}.text`]),
    ];
    expect(wanted.filter((key) => !exists(`settings:help.${key}`))).toEqual([]);
  });

  it('shows everything that was written for it, once', () => {
    const written = (part: string) => {
      const words = translatorOf('en').t(`settings:help.${part}`, { returnObjects: true });
      return Object.keys(words).sort();
    };
    expect([...answers].sort()).toEqual(written('answer'));
    expect([...SHORTCUT_IDS, ...lines.map(({ id }) => id)].sort()).toEqual(written('shortcut'));
  });
});
