import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  applyChange,
  CallFailure,
  call,
  onUndoable,
  queryClient,
  useCommand,
  useRead,
} from '../../../renderer/lib/api';
import { installBridge, Refusal } from '../support/bridge';
import { renderIn, workspace } from '../support/render';

afterEach(cleanup);
beforeEach(() => queryClient.clear());

function Deadlines() {
  const list = useRead('clients/list', { archived: false });
  const archive = useCommand('clients/archive');
  return (
    <>
      <p>{list.data?.clients.length ?? 'ждём'}</p>
      <button type="button" onClick={() => archive.send({ id: 'c1' })}>
        В архив
      </button>
      <p role="alert">{archive.failure?.message}</p>
    </>
  );
}

const mount = () =>
  renderIn(
    'ru',
    <QueryClientProvider client={queryClient}>
      <Deadlines />
    </QueryClientProvider>,
  );

describe('the way to the main process', () => {
  it('throws a refusal with its sentence, code and place', async () => {
    installBridge({
      'clients/archive': () => {
        throw new Refusal({ code: 'client-not-found', message: 'Клиент не найден.' });
      },
    });
    await expect(call('clients/archive', { id: 'c1' })).rejects.toThrow(CallFailure);
    mount();
    await userEvent.click(screen.getByRole('button'));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('Клиент не найден.'));
  });

  it('reads again what a change touched, and only that', async () => {
    const bridge = installBridge({ 'clients/list': () => ({ clients: [] }) });
    mount();
    await waitFor(() => expect(screen.getByText('0')).toBeDefined());
    act(() => applyChange(['own_accounts']));
    expect(bridge.calls).toHaveLength(1);
    act(() => applyChange(['clients']));
    await waitFor(() => expect(bridge.calls).toHaveLength(2));
  });

  it('offers to undo after a command that changed the file', async () => {
    installBridge({
      'clients/list': () => ({ clients: [] }),
      'clients/archive': () => ({ id: 'c1' }),
      'workspace/status': () => workspace,
    });
    const told = vi.fn();
    const stop = onUndoable(told);
    mount();
    await userEvent.click(screen.getByRole('button'));
    await waitFor(() => expect(told).toHaveBeenCalledOnce());
    stop();
  });
});
