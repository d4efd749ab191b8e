import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../../shared/domain/dates';
import { type PriorityInput, priorityOf } from '../../../../shared/domain/work/priority';
import { qualityOf, wasOnTime } from '../../../../shared/domain/work/quality';
import { readQuickTask } from '../../../../shared/domain/work/quick-task';

// A Monday.
const TODAY = '2026-11-23';

const plain: PriorityInput = {
  status: 'ready',
  dueOn: null,
  deadlineOn: null,
  remainingSeconds: 3600,
  isPromised: false,
  tier: 'B',
  blocks: 0,
  blockedBy: 0,
  reworkCount: 0,
  override: null,
};

describe('priority', () => {
  test.each([
    [{ tier: 'A', dueOn: '2026-11-20' }, 800, 'urgent'],
    [{ tier: 'A', dueOn: TODAY }, 720, 'urgent'],
    [{ tier: 'B', dueOn: '2026-11-24' }, 492, 'high'],
    [{ tier: 'C', dueOn: '2026-11-24' }, 328, 'normal'],
    [{ tier: 'C', dueOn: '2026-12-24' }, 60, 'low'],
    [{ tier: null }, 30, 'low'],
    // 18 hours are three days of work: with two days left there is too little time.
    [{ tier: 'B', dueOn: '2026-11-24', remainingSeconds: 64_800 }, 600, 'high'],
    [{ tier: 'C', dueOn: TODAY, isPromised: true }, 588, 'high'],
  ] as const)('%j scores %i', (input, score, level) => {
    expect(priorityOf({ ...plain, ...input }, TODAY)).toMatchObject({ score, level });
  });

  const inputs = fc.record({
    days: fc.option(fc.integer({ min: -60, max: 90 })),
    deadline: fc.option(fc.integer({ min: -60, max: 90 })),
    remainingSeconds: fc.option(fc.integer({ min: 0, max: 900_000 })),
    isPromised: fc.boolean(),
    tier: fc.constantFrom('A', 'B', 'C', null),
    blocks: fc.nat({ max: 9 }),
    blockedBy: fc.nat({ max: 9 }),
    reworkCount: fc.nat({ max: 5 }),
    status: fc.constantFrom('backlog', 'ready', 'in-work', 'review', 'rework'),
    override: fc.constantFrom(null, 'urgent', 'high', 'normal', 'low'),
  } as const);
  const build = ({
    days,
    deadline,
    ...rest
  }: typeof inputs extends fc.Arbitrary<infer T> ? T : never) => ({
    ...rest,
    dueOn: days === null ? null : addDays(TODAY, days),
    deadlineOn: deadline === null ? null : addDays(TODAY, deadline),
  });

  test('is the product, within its bounds, and says why', () => {
    fc.assert(
      fc.property(inputs, (raw) => {
        const result = priorityOf(build(raw), TODAY);
        expect(result.score).toBeGreaterThanOrEqual(0);
        expect(result.score).toBeLessThanOrEqual(1000);
        expect(result.reasons.length).toBeGreaterThan(1);
        if (raw.override === null) expect(result.score).toBe(result.urgency * result.benefit);
        else expect(result.level).toBe(raw.override);
      }),
    );
  });

  test('never falls when the date comes nearer', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 1, max: 30 }), (raw, days) => {
        const input = build(raw);
        const later = priorityOf(input, TODAY);
        const sooner = priorityOf(input, addDays(TODAY, days));
        expect(sooner.score).toBeGreaterThanOrEqual(later.score);
      }),
    );
  });
});

describe('a task in one line', () => {
  const names = {
    clients: [
      { id: 'romashka', name: 'Ромашка' },
      { id: 'gk', name: 'Горный квартал' },
      { id: 'koks', name: 'Baltijas Koks' },
    ],
    people: [
      { id: 'anna', name: 'Анна Ракитина', code: 'AM1' },
      { id: 'denis', name: 'Денис Касаткин', code: 'PPC' },
      { id: 'darya', name: 'Дарья Вахрушева', code: 'DES' },
    ],
  };

  test.each([
    [
      'Отчёт Ромашка до пт 2ч @Анна !',
      {
        title: 'Отчёт Ромашка',
        clientId: 'romashka',
        dueOn: '2026-11-27',
        estimateSeconds: 7200,
        personIds: ['anna'],
        priority: 'high',
      },
    ],
    [
      'Баннеры Горному кварталу завтра 1,5 ч @des',
      { clientId: 'gk', dueOn: '2026-11-24', estimateSeconds: 5400, personIds: ['darya'] },
    ],
    [
      'Report Romashka by friday 30 min @denis !!',
      { clientId: 'romashka', dueOn: '2026-11-27', estimateSeconds: 1800, priority: 'urgent' },
    ],
    [
      'Atskaite Baltijas Koks līdz piektdienai 2 st',
      {
        title: 'Atskaite Baltijas Koks',
        clientId: 'koks',
        dueOn: '2026-11-27',
        estimateSeconds: 7200,
      },
    ],
    ['Акт 5 декабря #документы', { title: 'Акт', dueOn: '2026-12-05', labels: ['документы'] }],
    ['Смета к 20.01', { title: 'Смета', dueOn: '2027-01-20' }],
    ['Звонок до пн', { dueOn: TODAY }],
    ['Call on 29.02', { dueOn: '2028-02-29' }],
    ['Правки через 3 дня', { title: 'Правки', dueOn: '2026-11-26' }],
    ['Макет 1:30', { estimateSeconds: 5400 }],
    ['Friends campaign', { title: 'Friends campaign', dueOn: null, clientId: null }],
    ['Скидка 30.13 на всё', { title: 'Скидка 30.13 на всё', dueOn: null }],
    ['Баннеры «Чёрная пятница» до пт', { title: 'Баннеры «Чёрная пятница»', dueOn: '2026-11-27' }],
    ['Акция "Чёрная пятница 2 ч"', { dueOn: null, estimateSeconds: null }],
    ['Пост „Melnā piektdien @Аня !”', { dueOn: null, personIds: [], priority: null }],
    ['Ролик “See you monday” завтра', { title: 'Ролик “See you monday”', dueOn: '2026-11-24' }],
    ['Экран 24" до пт', { title: 'Экран 24"', dueOn: '2026-11-27' }],
    ['Созвон @неизвестный', { title: 'Созвон @неизвестный', personIds: [] }],
  ])('%s', (text, expected) => {
    expect(readQuickTask(text, names, TODAY)).toMatchObject(expected);
  });

  test('takes nothing out of quotes', () => {
    const inner = fc.array(
      fc.constantFrom('пятница', 'завтра', '2ч', '!', '#акция', '@Аня', '5', 'декабря', 'Чёрная'),
      { minLength: 1, maxLength: 6 },
    );
    const quotes = fc.constantFrom('«»', '“”', '„”', '""');
    fc.assert(
      fc.property(inner, quotes, (words, [before = '', after = '']) => {
        const text = `Пост ${before}${words.join(' ')}${after}`;
        const read = readQuickTask(text, names, TODAY);
        expect(read).toMatchObject({ title: text, dueOn: null, estimateSeconds: null });
      }),
    );
  });

  test('loses no word, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const read = readQuickTask(text, names, TODAY);
        expect(read.pieces.map((piece) => piece.text).join(' ')).toBe(
          text.trim().split(/\s+/u).filter(Boolean).join(' '),
        );
      }),
    );
  });
});

describe('quality', () => {
  const done = {
    doneOn: '2026-11-20',
    dueOn: '2026-11-20',
    deadlineOn: null,
    isAccepted: true,
    reworkCount: 0,
  };

  test('counts first pass among the accepted and on time among the dated', () => {
    const quality = qualityOf(
      [
        done,
        { ...done, reworkCount: 2 },
        { ...done, doneOn: '2026-11-21' },
        { ...done, dueOn: null, isAccepted: false },
      ],
      { reworkSeconds: 3600, clientSeconds: 14_400 },
    );
    expect(quality).toMatchObject({
      acceptedCount: 3,
      firstPass: { n: 2n, d: 3n },
      datedCount: 3,
      onTime: { n: 2n, d: 3n },
      reworkShare: { n: 1n, d: 4n },
    });
  });

  test('has no rate without a denominator', () => {
    expect(qualityOf([], { reworkSeconds: 0, clientSeconds: 0 })).toMatchObject({
      firstPass: null,
      onTime: null,
      reworkShare: null,
    });
  });

  test('a deadline counts, not the day planned before it', () => {
    expect(wasOnTime({ ...done, dueOn: '2026-11-18', deadlineOn: '2026-11-20' })).toBe(true);
    expect(wasOnTime({ ...done, dueOn: '2026-11-25', deadlineOn: '2026-11-19' })).toBe(false);
  });
});
