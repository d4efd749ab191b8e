import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BriefDraft, useBriefDraft } from '../../../renderer/features/briefs/use-brief-draft';
import { queryClient, readKey } from '../../../renderer/lib/api';
import type { Answer, Brief } from '../../../shared/contract/briefs.contract';
import { installBridge, Refusal } from '../support/bridge';

const text = (words: string): Answer => ({ type: 'text', text: words });

const brief: Brief = {
  id: 'b1',
  revision: 1,
  number: 1,
  title: 'Осмотры',
  client: {
    id: 'c1',
    name: 'Верба',
    descriptor: '',
    mark: 'ВБ',
    hue: 13,
    tier: 'A',
    currency: 'RUB',
  },
  templateKey: 'paid-search',
  templateTitle: 'Контекстная реклама',
  status: 'draft',
  stage: 'draft',
  turnaround: { sentCount: 0, acceptedCount: 0, cycleDays: 0, returnCount: 0, returnedCount: 0 },
  versions: [],
  steps: [],
  criteria: [],
  version: 1,
  briefOn: '2026-11-23',
  editedAt: 0,
  completePercent: 0,
  language: 'ru',
  authorName: null,
  approverContactId: null,
  contractNumber: null,
  contacts: [],
  template: { key: 'paid-search', title: 'Контекстная реклама', sections: [] },
  answers: { audience: text('Родители') },
  stamps: { audience: 'a.1' },
  files: [],
  gaps: [],
};

type Sent = { fieldKey: string; answer: Answer | null };
let bases: (string | null | undefined)[];
let isElsewhere: boolean;
let sent: Sent[];
let isRefusing: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  bases = [];
  isElsewhere = false;
  isRefusing = false;
  queryClient.setQueryData(readKey('briefs/show', { id: 'b1' }), brief);
  installBridge({
    'briefs/answer': ({ id, fieldKey, answer, basis }) => {
      bases.push(basis);
      if (isElsewhere) {
        throw new Refusal({ code: 'brief-answer-changed', message: 'В другом окне.' });
      }
      if (isRefusing) throw new Refusal({ code: 'disk-full', message: 'Диск заполнен.' });
      sent.push({ fieldKey, answer });
      return { id, savedAt: Date.now(), completePercent: 10, stamp: `${fieldKey}.${bases.length}` };
    },
  });
});

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.useRealTimers();
});

function open(): { current: BriefDraft } {
  return renderHook(() => useBriefDraft(brief)).result;
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

describe('a brief that saves itself', () => {
  it('saves a field once, after a pause, with what was typed last', async () => {
    const draft = open();
    for (const words of ['1', '15', '150']) act(() => draft.current.change('goal', text(words)));
    expect(draft.current.answers['goal']).toEqual(text('150'));
    expect(draft.current.answers['audience']).toEqual(text('Родители'));
    await pass(600);
    expect(sent).toEqual([]);
    await pass(200);
    expect(sent).toEqual([{ fieldKey: 'goal', answer: text('150') }]);
    expect(draft.current.state).toMatchObject({ kind: 'saved' });
  });

  it('loses no more than a second and a half of somebody who does not stop typing', async () => {
    const draft = open();
    for (let letters = 1; letters <= 40; letters += 1) {
      act(() => draft.current.change('goal', text('а'.repeat(letters))));
      await pass(100);
    }
    expect(sent.length).toBeGreaterThanOrEqual(2);
    const last = sent.at(-1)?.answer;
    expect(last?.type === 'text' ? last.text.length : 0).toBeGreaterThanOrEqual(25);
  });

  it('saves at once when the window is left or the field is', async () => {
    const draft = open();
    act(() => draft.current.change('goal', text('150')));
    window.dispatchEvent(new Event('blur'));
    await pass(0);
    expect(sent).toHaveLength(1);
    act(() => draft.current.change('goal', null));
    await act(() => draft.current.flush());
    expect(sent.at(-1)).toEqual({ fieldKey: 'goal', answer: null });
    expect(draft.current.answers['goal']).toBeUndefined();
  });

  it('saves what waits when the brief is closed', async () => {
    const { result, unmount } = renderHook(() => useBriefDraft(brief));
    act(() => result.current.change('goal', text('150')));
    unmount();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(1);
  });

  it('keeps what was refused, says why, and saves it at the next attempt', async () => {
    const draft = open();
    isRefusing = true;
    act(() => draft.current.change('goal', text('150')));
    await pass(800);
    expect(draft.current.state).toMatchObject({ kind: 'failed', failure: { code: 'disk-full' } });
    expect(draft.current.answers['goal']).toEqual(text('150'));
    isRefusing = false;
    await act(() => draft.current.flush());
    expect(sent).toEqual([{ fieldKey: 'goal', answer: text('150') }]);
  });

  it('does not fall back to the old answer between saving and reading again', async () => {
    const draft = open();
    act(() => draft.current.change('audience', text('Бабушки')));
    await pass(800);
    const kept = queryClient.getQueryData<Brief>(readKey('briefs/show', { id: 'b1' }));
    expect(kept?.answers['audience']).toEqual(text('Бабушки'));
  });

  it('says which answer the new one was made from, its own last one included', async () => {
    const draft = open();
    act(() => draft.current.change('audience', text('Бабушки')));
    await pass(800);
    act(() => draft.current.change('goal', text('150')));
    await pass(800);
    act(() => draft.current.change('goal', text('180')));
    await pass(800);
    expect(bases).toEqual(['a.1', null, 'goal.2']);
  });

  it('asks for a long text only when it is saved', async () => {
    const draft = open();
    const put = vi.fn(() => text('Долгий рассказ'));
    for (let key = 0; key < 5; key += 1) act(() => draft.current.change('goal', put));
    expect(put).not.toHaveBeenCalled();
    await pass(800);
    expect(put).toHaveBeenCalledOnce();
    expect(draft.current.answers['goal']).toEqual(text('Долгий рассказ'));
  });

  it('keeps both answers where another one was given meanwhile, until it is decided', async () => {
    const draft = open();
    isElsewhere = true;
    act(() => draft.current.change('audience', text('Бабушки')));
    await pass(800);
    expect([...draft.current.conflicts]).toEqual(['audience']);
    expect(draft.current.answers['audience']).toEqual(text('Бабушки'));
    await expect(draft.current.flush()).rejects.toThrow('В другом окне.');
    isElsewhere = false;
    // Another field is saved as ever, and the question stands.
    act(() => draft.current.change('goal', text('150')));
    await pass(800);
    expect(sent).toEqual([{ fieldKey: 'goal', answer: text('150') }]);
    expect(draft.current.state).toMatchObject({ kind: 'failed' });
    act(() => draft.current.resolve('audience', 'both', text('Родители')));
    await pass(0);
    expect(sent.at(-1)).toEqual({ fieldKey: 'audience', answer: text('Родители\nБабушки') });
    expect(draft.current.conflicts.size).toBe(0);
    await expect(draft.current.flush()).resolves.toBeUndefined();
  });

  it('drops what was typed where the other answer is taken', async () => {
    const draft = open();
    isElsewhere = true;
    act(() => draft.current.change('audience', text('Бабушки')));
    await pass(800);
    act(() => draft.current.resolve('audience', 'theirs', text('Родители')));
    await pass(2000);
    expect(draft.current.answers['audience']).toEqual(text('Родители'));
    expect(sent).toEqual([]);
  });
});
