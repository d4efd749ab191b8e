import { describe, expect, it } from 'vitest';
import { isTyping, SHORTCUT_IDS, SHORTCUTS } from '../../../renderer/lib/keys';
import { allMessages, translatorOf } from '../../../shared/i18n/all-messages';
import { LANGS } from '../../../shared/i18n/formats';

describe('shortcuts', () => {
  it('are explained in the help of every language', () => {
    for (const lang of LANGS) {
      const { exists } = translatorOf(lang);
      const silent = SHORTCUT_IDS.filter((id) => !exists(`settings:help.shortcut.${id}`));
      expect(silent, lang).toEqual([]);
    }
    expect(Object.keys(allMessages)).toHaveLength(3);
  });

  it('never stand for two things', () => {
    const bindings = SHORTCUT_IDS.flatMap((id): readonly string[] => SHORTCUTS[id].bind);
    expect(new Set(bindings).size).toBe(bindings.length);
  });

  it('leave letters to the text being typed', () => {
    const field = document.createElement('input');
    const box = document.createElement('input');
    box.type = 'checkbox';
    expect(isTyping(field)).toBe(true);
    expect(isTyping(document.createElement('textarea'))).toBe(true);
    expect(isTyping(box)).toBe(false);
    expect(isTyping(document.body)).toBe(false);
  });
});
