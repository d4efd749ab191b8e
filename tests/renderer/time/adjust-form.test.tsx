import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { installBridge } from '../support/bridge';

const bridge = installBridge({
  'time/read-entry': ({ text, on }) => ({
    seconds: /\d/.test(text) ? 3600 : null,
    on,
    note: text.includes('отчёт') ? 'отчёт' : '',
    choices: [
      { clientId: 'c1', clientName: 'Жемчуг', projectId: 'p1', projectName: 'Сайт' },
      { clientId: 'c1', clientName: 'Жемчуг', projectId: null, projectName: null },
    ],
    isInternal: false,
    problem: null,
  }),
  'time/adjust': () => ({ id: 't1' }),
});

const { queryClient } = await import('../../../renderer/lib/api');
const { QueryClientProvider } = await import('@tanstack/react-query');
const { renderIn } = await import('../support/render');
const { Adjust } = await import('../../../renderer/features/time/adjust-form');

afterEach(cleanup);

describe('a late entry into a locked day', () => {
  it('asks for time and what was done, and is written as an adjustment', async () => {
    renderIn(
      'ru',
      <QueryClientProvider client={queryClient}>
        <Adjust personId="anna" on="2026-11-23" />
      </QueryClientProvider>,
    );
    const user = userEvent.setup();
    const written = () =>
      bridge.calls.filter(({ method }) => method === 'time/adjust').map(({ input }) => input);
    await user.click(screen.getByRole('button', { name: 'Корректировка' }));
    const line = await screen.findByRole('textbox', { name: 'Сколько, кому и что' });
    await user.type(line, '1ч жемчуг');
    await user.click(await screen.findByRole('button', { name: /Жемчуг.*Сайт/ }));
    expect(screen.getByText(/Нужны время, клиент и что сделано/)).toBeTruthy();
    expect(written()).toEqual([]);

    await user.type(line, ' отчёт');
    expect(screen.queryByText(/Нужны время/)).toBeNull();
    await waitFor(() =>
      expect(bridge.calls.some(({ input }) => JSON.stringify(input).includes('отчёт'))).toBe(true),
    );
    await user.click(await screen.findByRole('button', { name: /Жемчуг.*Сайт/ }));
    await waitFor(() =>
      expect(written()).toEqual([
        {
          personId: 'anna',
          clientId: 'c1',
          projectId: 'p1',
          on: '2026-11-23',
          seconds: 3600,
          note: 'отчёт',
        },
      ]),
    );
  });
});
