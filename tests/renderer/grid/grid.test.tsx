import { cleanup, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { FIRST_CELL, Grid } from '../../../renderer/components/grid/grid';
import type { GridEdit, GridSource } from '../../../renderer/components/grid/grid-source';
import { renderIn } from '../support/render';

const ROWS = 2000;
const COLUMNS = 60;

function bigSource(problem: GridSource['problem'] = () => null): GridSource {
  return {
    rows: Array.from({ length: ROWS }, (_, row) => ({ key: `r${row}`, kind: 'line' })),
    columns: Array.from({ length: COLUMNS }, (_, column) => ({
      id: `c${column}`,
      head: `H${column}`,
      title: `Head ${column}`,
      width: 80,
      isNumeric: true,
    })),
    frozen: 2,
    totals: Array.from({ length: COLUMNS }, () => ({ text: '' })),
    show: (row, column) => ({ text: `${row}:${column}` }),
    edit: (row, column) => `${row}:${column}`,
    number: (row, column) => row + column,
    canWrite: () => true,
    problem,
  };
}

type Writes = (edits: GridEdit[], kind: string) => Promise<void>;

function Host({ source, onWrite }: { source: GridSource; onWrite: Writes }) {
  const [selection, setSelection] = useState(FIRST_CELL);
  return (
    <Grid
      source={source}
      labels={{ grid: 'Plan', hint: '', internal: '', editing: (column) => `Edit ${column}` }}
      selection={selection}
      onSelect={setSelection}
      onWrite={onWrite}
      onFold={() => undefined}
      writeNumber={(value) => value}
    />
  );
}

function mount(source = bigSource()) {
  const onWrite = vi.fn<Writes>(async () => undefined);
  renderIn('en', <Host source={source} onWrite={onWrite} />);
  return { onWrite, grid: screen.getByRole('grid') };
}

afterEach(cleanup);

const activeText = (grid: HTMLElement) =>
  document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.textContent;

it('draws only what is seen of 2,000 lines by 60 columns and says how many there are', () => {
  const { grid } = mount();
  expect(screen.getAllByRole('gridcell').length).toBeLessThan(900);
  expect(grid.getAttribute('aria-rowcount')).toBe(String(ROWS + 2));
  expect(grid.getAttribute('aria-colcount')).toBe(String(COLUMNS));
});

it('types over with a key, commits with Enter and goes down; Esc gives back', () => {
  const { grid, onWrite } = mount();
  grid.focus();
  fireEvent.keyDown(grid, { key: 'ArrowRight', code: 'ArrowRight' });
  fireEvent.keyDown(grid, { key: '7', code: 'Digit7' });
  const field = screen.getByRole('textbox', { name: 'Edit Head 1' });
  fireEvent.change(field, { target: { value: '75' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onWrite).toHaveBeenCalledWith([{ row: 0, column: 1, text: '75' }], 'edit');
  expect(activeText(grid)).toContain('1:1');
  fireEvent.keyDown(grid, { key: 'F2', code: 'F2' });
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape' });
  expect(onWrite).toHaveBeenCalledTimes(1);
});

it('copies a range, pastes a block and fills down', () => {
  const { grid, onWrite } = mount();
  grid.focus();
  fireEvent.keyDown(grid, { key: 'ArrowRight', code: 'ArrowRight', shiftKey: true });
  fireEvent.keyDown(grid, { key: 'ArrowDown', code: 'ArrowDown', shiftKey: true });
  const setData = vi.fn();
  fireEvent.copy(document.body, { clipboardData: { setData } });
  expect(setData).toHaveBeenCalledWith('text/plain', '0:0\t0:1\r\n1:0\t1:1');
  fireEvent.keyDown(grid, { key: 'в', code: 'KeyD', ctrlKey: true });
  expect(onWrite).toHaveBeenLastCalledWith(
    [
      { row: 1, column: 0, text: '0:0' },
      { row: 1, column: 1, text: '0:1' },
    ],
    'fill',
  );
  fireEvent.paste(document.body, { clipboardData: { getData: () => '1\t2\r\n3\t4\r\n' } });
  expect(onWrite.mock.lastCall?.[0]).toHaveLength(4);
  expect(onWrite.mock.lastCall?.[1]).toBe('paste');
});

it('marks a cell that could not be read with what was given and the rule', () => {
  mount(
    bigSource((row, column) =>
      row === 1 && column === 1 ? { given: 'many', text: 'A number is needed' } : null,
    ),
  );
  const bad = screen.getAllByRole('gridcell').find((cell) => cell.getAttribute('aria-invalid'));
  expect(bad?.textContent).toBe('many');
  expect(bad?.getAttribute('title')).toBe('A number is needed');
});

it('lets Tab leave after Esc', () => {
  const { grid } = mount();
  grid.focus();
  const isOurs = () => !fireEvent.keyDown(grid, { key: 'Tab', code: 'Tab' });
  expect(isOurs()).toBe(true);
  fireEvent.keyDown(grid, { key: 'Escape', code: 'Escape' });
  expect(isOurs()).toBe(false);
});
