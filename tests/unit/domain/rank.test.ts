import { describe, expect, it } from 'vitest';
import { findable, highlight, parseQuery, rank } from '../../../shared/domain/rank';

const clients = [
  'Верба',
  'Вектор-Авто',
  'Горный квартал',
  'Светлояр',
  'Соль и Дым',
  'Жемчуг',
  'Baltijas Koks',
  'CloudDock',
  'Школа «Шаг»',
];

function found(text: string): string[] {
  return rank(clients, findable, parseQuery(text), 10).map((result) => result.item);
}

describe('finding in the palette', () => {
  it('finds by the beginning of any word, the first word first', () => {
    expect(found('вер')).toEqual(['Верба']);
    expect(found('квар')).toEqual(['Горный квартал']);
    expect(found('с')[0]).toBe('Светлояр');
  });

  it.each([
    ['verba', 'Верба'],
    ['gorny', 'Горный квартал'],
    ['zhem', 'Жемчуг'],
    ['shkola', 'Школа «Шаг»'],
    ['svetloyar', 'Светлояр'],
    ['svetlojar', 'Светлояр'],
  ])('finds Russian typed in Latin letters: %s', (typed, name) => {
    expect(found(typed)[0]).toBe(name);
  });

  it.each([
    ['dth,f', 'Верба'],
    ['ujhysq', 'Горный квартал'],
    ['сдщгввщсл', 'CloudDock'],
  ])('finds what was typed in the wrong layout: %s', (typed, name) => {
    expect(found(typed)[0]).toBe(name);
  });

  it('finds a Latin name typed in Russian, and without Latvian marks', () => {
    expect(found('балтияс')[0]).toBe('Baltijas Koks');
    const latvian = rank(['Šķūnis', 'Skola'], findable, parseQuery('skun'), 5);
    expect(latvian.map((result) => result.item)).toEqual(['Šķūnis']);
  });

  it('wants every word typed', () => {
    expect(found('соль дым')).toEqual(['Соль и Дым']);
    expect(found('соль верба')).toEqual([]);
  });

  it('finds nothing for signs alone, and everything for nothing', () => {
    expect(parseQuery('  ').tokens).toEqual([]);
    expect(found('№')).toHaveLength(clients.length);
  });

  it('marks what was met, through either alphabet', () => {
    const marked = (label: string, text: string) =>
      highlight(label, parseQuery(text))
        .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
        .join('');
    expect(marked('Счёт 131, Верба', 'счет вер')).toBe('[Счёт] 131, [Вер]ба');
    expect(marked('Верба', 'ver')).toBe('[Вер]ба');
    expect(marked('Портфель', 'вер')).toBe('Портфель');
  });

  it('answers within a frame for a thousand names', () => {
    const many = Array.from({ length: 1000 }, (_, index) => findable(`Клиент ${index} Верба`));
    const start = performance.now();
    rank(many, (text) => text, parseQuery('verba 99'), 20);
    // The aim is 50 ms a key on an idle machine; the bound leaves room for a busy one.
    expect(performance.now() - start).toBeLessThan(400);
  });
});
