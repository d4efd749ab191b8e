import { describe, expect, it } from 'vitest';
import { fileStem, fold, otherLayout, transliterate } from '../../../shared/i18n/transliterate';

describe('texts in other letters', () => {
  it('folds case, ё and Latvian marks, but keeps й', () => {
    expect(fold('ЁЖ Йод')).toBe('еж йод');
    expect(fold('Rēķins ŠĶŪNIS')).toBe('rekins skunis');
    expect(fold('Й')).toHaveLength(1);
  });

  it('writes Russian in Latin letters', () => {
    expect(transliterate('Горный квартал')).toBe('gornyy kvartal');
    expect(transliterate('Щука и ёж')).toBe('schuka i ezh');
  });

  it('turns what was typed in the wrong layout', () => {
    expect(otherLayout('dth,f')).toBe('верба');
    expect(otherLayout('зщкеащдшщ')).toBe('portfolio');
  });

  it('names a file by what is special in the agency’s name', () => {
    expect(fileStem('Агентство «Мост»')).toBe('most');
    expect(fileStem('SIA „Rīgas Tilts”')).toBe('rigas-tilts');
    expect(fileStem('«»')).toBe('');
  });
});
