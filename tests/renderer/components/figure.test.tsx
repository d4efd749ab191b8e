import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Figure } from '../../../renderer/components/figure';
import { ExplainContext, type ExplainRequest } from '../../../renderer/lib/explain';
import { renderIn } from '../support/render';

afterEach(cleanup);

const request: ExplainRequest = {
  figureId: 'agi',
  scope: {
    kind: 'portfolio',
    managerId: null,
    period: { from: '2026-10-01', to: '2026-10-31' },
  },
};

describe('a figure on screen', () => {
  it('is a number when it is known, also zero', () => {
    renderIn('ru', <Figure figure={{ value: 0, missing: [] }} unit="money" currency="RUB" />);
    expect(screen.getByText('0,00')).toBeDefined();
  });

  it('is a dash when it has no denominator', () => {
    renderIn('ru', <Figure figure={{ value: null, missing: [] }} unit="ppm" />);
    expect(screen.getByText('—').className).toContain('dash');
  });

  it('is its reason, in amber, when an input is missing', () => {
    const missing = [{ code: 'pay-rate', params: { person: 'ПЗ', on: '2026-10-05' } }];
    renderIn('ru', <Figure figure={{ value: null, missing }} unit="ppm" />);
    expect(screen.getByText('нет ставки ПЗ').className).toContain('warn');
    cleanup();
    renderIn('lv', <Figure figure={{ value: null, missing }} unit="ppm" />);
    expect(screen.getByText('nav likmes: ПЗ')).toBeDefined();
  });

  it('is red below zero where its sign matters', () => {
    const figure = { value: -61_000, missing: [] };
    renderIn('ru', <Figure figure={figure} unit="ppm" tone="signed" />);
    expect(screen.getByText('−6,1').className).toContain('neg');
  });

  it('opens its explanation by a click, by Enter and by E in any layout', async () => {
    const open = vi.fn();
    const user = userEvent.setup();
    renderIn(
      'ru',
      <ExplainContext value={open}>
        <Figure
          figure={{ value: 100, missing: [] }}
          unit="money"
          currency="RUB"
          explain={request}
        />
      </ExplainContext>,
    );
    const figure = screen.getByRole('button', { name: '1,00' });
    await user.click(figure);
    await user.keyboard('{Enter}');
    await user.keyboard('[KeyE]');
    expect(open).toHaveBeenCalledTimes(3);
    expect(open).toHaveBeenLastCalledWith(request, figure);
  });
});
