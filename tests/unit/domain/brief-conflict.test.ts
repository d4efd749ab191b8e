import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../shared/contract/briefs.contract';
import { canJoin, joinAnswers } from '../../../shared/domain/brief-conflict';

const rich = (...lines: string[]): Answer => ({
  type: 'rich',
  schemaVersion: 1,
  doc: {
    type: 'doc',
    content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  },
});
const date = (on: string): Answer => ({ type: 'date', on });

describe('two answers to one question', () => {
  it('stand one after the other, what both say once', () => {
    expect(joinAnswers(rich('Общее', 'Их'), rich('Общее', 'Моё'))).toEqual(
      rich('Общее', 'Их', 'Моё'),
    );
    expect(
      joinAnswers(
        { type: 'table', rows: [['a', '1']] },
        {
          type: 'table',
          rows: [
            ['a', '1'],
            ['b', '2'],
          ],
        },
      ),
    ).toEqual({
      type: 'table',
      rows: [
        ['a', '1'],
        ['b', '2'],
      ],
    });
    expect(
      joinAnswers(
        { type: 'file', files: [{ fileId: '1', name: 'a' }] },
        { type: 'file', files: [{ fileId: '2', name: 'a' }] },
      ),
    ).toMatchObject({ files: [{ fileId: '1' }, { fileId: '2' }] });
  });

  it('are the one that says something, where only one does or can', () => {
    expect(joinAnswers(null, rich('Моё'))).toEqual(rich('Моё'));
    expect(joinAnswers(rich('Их'), rich(' '))).toEqual(rich('Их'));
    expect(joinAnswers(undefined, null)).toBeNull();
    expect(canJoin('date')).toBe(false);
    expect(joinAnswers(date('2026-11-23'), date('2026-11-24'))).toEqual(date('2026-11-23'));
  });
});
