import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  DateField,
  HoursField,
  MoneyField,
  PercentField,
  TextField,
} from '../../../renderer/components/fields';
import { renderIn } from '../support/render';

afterEach(cleanup);

function Example() {
  const [value, setValue] = useState<string | null>('Пермь');
  return (
    <>
      <TextField label="Город" value={value} onCommit={setValue} />
      <button type="button" onClick={() => setValue('Пермь')}>
        Отменить
      </button>
    </>
  );
}

describe('fields that save themselves', () => {
  it('hand over on leaving, only what is right and differs', async () => {
    const commit = vi.fn();
    const user = userEvent.setup();
    renderIn(
      'ru',
      <MoneyField label="Лимит" value={70_000_000} currency="RUB" onCommit={commit} />,
    );
    const field = screen.getByLabelText('Лимит');
    await user.click(field);
    await user.tab();
    expect(commit).not.toHaveBeenCalled();

    await user.click(field);
    await user.clear(field);
    await user.type(field, '1 234,50');
    await user.tab();
    expect(commit).toHaveBeenCalledExactlyOnceWith(123_450);
  });

  it('say the rule and what was given, and hand over nothing', async () => {
    const commit = vi.fn();
    const user = userEvent.setup();
    renderIn('ru', <DateField label="Срок" value={null} onCommit={commit} />);
    await user.type(screen.getByLabelText('Срок'), '30.02.2026{Enter}');
    expect(screen.getByText(/введено «30\.02\.2026»/)).toBeDefined();
    expect(screen.getByLabelText('Срок').getAttribute('aria-invalid')).toBe('true');
    expect(commit).not.toHaveBeenCalled();
  });

  it('give back what was there on Esc', async () => {
    const commit = vi.fn();
    const user = userEvent.setup();
    renderIn('ru', <TextField label="Город" value="Пермь" onCommit={commit} />);
    const field = screen.getByLabelText<HTMLInputElement>('Город');
    await user.type(field, ' и Рига{Escape}');
    expect(field.value).toBe('Пермь');
    await user.tab();
    expect(commit).not.toHaveBeenCalled();
  });

  it('take a new value from elsewhere, such as an undo', async () => {
    const user = userEvent.setup();
    renderIn('ru', <Example />);
    const field = screen.getByLabelText<HTMLInputElement>('Город');
    await user.clear(field);
    await user.type(field, 'Рига');
    await user.click(screen.getByRole('button', { name: 'Отменить' }));
    expect(field.value).toBe('Пермь');
  });

  it('show a doubt without refusing', () => {
    renderIn(
      'ru',
      <TextField
        label="БИК"
        value="04577360"
        warning="В БИК 9 цифр, введено 8"
        onCommit={() => undefined}
      />,
    );
    expect(screen.getByText('В БИК 9 цифр, введено 8')).toBeDefined();
    expect(screen.getByLabelText('БИК').getAttribute('aria-invalid')).toBe('false');
  });

  it('read per cents as ppm and hours as seconds, exactly', async () => {
    const rate = vi.fn();
    const hours = vi.fn();
    const user = userEvent.setup();
    renderIn(
      'ru',
      <>
        <PercentField label="Ставка" value={null} onCommit={rate} />
        <HoursField label="Часы" value={null} onCommit={hours} />
      </>,
    );
    await user.type(screen.getByLabelText('Ставка'), '23,59{Enter}');
    await user.type(screen.getByLabelText('Часы'), '1:30{Enter}');
    expect(rate).toHaveBeenCalledWith(235_900);
    expect(hours).toHaveBeenCalledWith(5400);
  });

  it('refuse amounts beyond what the file keeps', async () => {
    const commit = vi.fn();
    const user = userEvent.setup();
    renderIn('ru', <MoneyField label="Сумма" value={null} currency="RUB" onCommit={commit} />);
    await user.type(screen.getByLabelText('Сумма'), '99999999999999999999{Enter}');
    expect(commit).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Сумма').getAttribute('aria-invalid')).toBe('true');
  });
});
