import type { Answer } from '../../../shared/contract/briefs.contract';

export const text = (...paragraphs: string[]): Answer => ({
  type: 'text',
  text: paragraphs.join('\n\n'),
});

export const list = (...items: string[]): Answer => ({ type: 'list', items });

export const date = (on: string): Answer => ({ type: 'date', on });

export const choice = (key: string): Answer => ({ type: 'choice', choice: key });

export const table = (...rows: string[][]): Answer => ({ type: 'table', rows });

export const money = (minor: number, currency: string, includesVat: boolean): Answer => ({
  type: 'money',
  minor,
  currency,
  includesVat,
});
