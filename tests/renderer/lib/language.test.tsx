import { act, cleanup, screen } from '@testing-library/react';
import { useTranslation } from 'react-i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { useFormat } from '../../../renderer/lib/format';
import { usePhrase } from '../../../renderer/lib/phrase';
import { speak } from '../../../renderer/lib/words';
import { createI18n, languageOf } from '../../../shared/i18n/i18n';
import { renderIn } from '../support/render';

afterEach(cleanup);

function Sample() {
  const { t } = useTranslation('common');
  const format = useFormat();
  const phrase = usePhrase();
  return (
    <p>
      {t('nav.portfolio')} · {format.money(123_456, 'EUR')} · {t('unit.days', { count: 3 })} ·{' '}
      {phrase({ key: 'nav.money', params: {} })}
    </p>
  );
}

const shown = () => screen.getByText(/·/).textContent?.replaceAll('\u00a0', ' ');

describe('language of the window', () => {
  it('changes everything on screen without a restart', async () => {
    const { i18n } = renderIn('ru', <Sample />);
    expect(shown()).toBe('Портфель · 1 234,56 € · 3 дня · Деньги');
    await act(() => speak(i18n, 'lv'));
    expect(shown()).toBe('Portfelis · 1 234,56 € · 3 dienas · Nauda');
    await act(() => speak(i18n, 'en'));
    expect(shown()).toBe('Portfolio · €1,234.56 · 3 days · Money');
    expect(document.documentElement.lang).toBe('en');
  });

  it('is taken from a tag of the system, Russian where it is none of ours', () => {
    expect(languageOf('lv-LV')).toBe('lv');
    expect(languageOf('en-GB')).toBe('en');
    expect(languageOf('de')).toBe('ru');
    expect(languageOf(undefined)).toBe('ru');
  });

  it('formats inside messages by its own rules', () => {
    const i18n = createI18n('lv', {
      common: { owed: '{{amountMinor, money}} līdz {{on, date}}, {{rate, percent}}' },
    });
    const text = i18n.t('owed', {
      amountMinor: 123_456,
      currency: 'EUR',
      on: '2026-11-21',
      rate: 210_000,
    });
    expect(text.replaceAll('\u00a0', ' ')).toBe('1 234,56 € līdz 21.11.2026., 21 %');
  });
});
