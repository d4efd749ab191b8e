import { describe, expect, it } from 'vitest';
import { nextSort, type Sort, sortRows } from '../../../renderer/lib/sort';

type Row = { name: string; margin: number | null };
type Column = keyof Row;
const value = (row: Row, column: Column) => row[column];
const names = (rows: readonly Row[]) => rows.map((row) => row.name);

const rows: Row[] = [
  { name: 'Ёлка', margin: 10 },
  { name: 'Верба', margin: null },
  { name: 'Атлант', margin: -6 },
  { name: 'Жемчуг', margin: 10 },
];

describe('sorting of tables', () => {
  it('orders text as the language does', () => {
    const sort: Sort<Column> = { column: 'name', direction: 'up' };
    expect(names(sortRows(rows, sort, value, 'ru'))).toEqual(['Атлант', 'Верба', 'Ёлка', 'Жемчуг']);
    const latvian = ['Šķūnis', 'Sala', 'Talsi', 'Ķekava', 'Koks'].map((name) => ({
      name,
      margin: 0,
    }));
    expect(names(sortRows(latvian, sort, value, 'lv'))).toEqual([
      'Koks',
      'Ķekava',
      'Sala',
      'Šķūnis',
      'Talsi',
    ]);
  });

  it('puts the unknown last both ways, and keeps the order of equals', () => {
    const up = sortRows(rows, { column: 'margin', direction: 'up' }, value, 'ru');
    expect(names(up)).toEqual(['Атлант', 'Ёлка', 'Жемчуг', 'Верба']);
    const down = sortRows(rows, { column: 'margin', direction: 'down' }, value, 'ru');
    expect(names(down)).toEqual(['Ёлка', 'Жемчуг', 'Атлант', 'Верба']);
  });

  it('sorts numbers inside text by their size', () => {
    const invoices = ['счёт 100', 'счёт 9'].map((name) => ({ name, margin: 0 }));
    const sorted = sortRows(invoices, { column: 'name', direction: 'up' }, value, 'ru');
    expect(names(sorted)).toEqual(['счёт 9', 'счёт 100']);
  });

  it('turns round on the same head and starts anew on another', () => {
    const first: Sort<Column> = { column: 'margin', direction: 'down' };
    expect(nextSort(first, 'margin', 'down')).toEqual({ column: 'margin', direction: 'up' });
    expect(nextSort(first, 'name', 'up')).toEqual({ column: 'name', direction: 'up' });
  });

  it('does not touch the rows it was given', () => {
    const before = [...rows];
    sortRows(rows, { column: 'name', direction: 'down' }, value, 'ru');
    expect(rows).toEqual(before);
  });
});
