import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parse1cBankFile } from '../../../shared/domain/bank-1c';
import { checkBalances } from '../../../shared/domain/bank-1c-balance';
import { decode1cBankFile } from '../../../shared/domain/bank-1c-lookalike';
import { classifyBank1c } from '../../../shared/domain/bank-1c-rows';
import { BankFileError } from '../../../shared/domain/bank-1c-types';
import { bankFixture, OWN, readStatement, statement } from './bank-1c-fixtures';

/** Reading either gives rows or the typed error, whatever comes in. */
function survives(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof BankFileError)) throw error;
  }
}

const line = fc.oneof(
  fc.constantFrom(
    '1CClientBankExchange',
    'СекцияРасчСчет',
    'КонецРасчСчет',
    'СекцияДокумент=Платежное поручение',
    'КонецДокумента',
    'КонецФайла',
    'КонецВыписки',
    `РасчСчет=${OWN}`,
    `ПолучательСчет=${OWN}`,
    'Сумма=',
    'Сумма=0',
    'ДатаПоступило=31.04.2026',
    'ДатаСписано=01.11.2026',
    '=',
    '==',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .tuple(
      fc.constantFrom('Сумма', 'Дата', 'Номер', 'Плательщик', 'НачальныйОстаток'),
      fc.string({ unit: 'binary', maxLength: 30 }),
    )
    .map(([key, value]) => `${key}=${value}`),
);

describe('hostile input', () => {
  it('ends in rows or a typed error for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) =>
        survives(() => readStatement(bytes)),
      ),
      { numRuns: 400 },
    );
  });

  it('ends in rows or a typed error for any lines', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) =>
        survives(() => {
          const file = parse1cBankFile(['1CClientBankExchange', ...lines].join('\n'));
          checkBalances(file, classifyBank1c(file, [OWN]));
        }),
      ),
      { numRuns: 600 },
    );
  });

  it('ends in rows or a typed error for a real file with any bytes overwritten', () => {
    const original = bankFixture('traps_v103_cp1251.txt');
    const hits = fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { maxLength: 30 });
    fc.assert(
      fc.property(hits, (changes) => {
        const bytes = Uint8Array.from(original);
        for (const [at, value] of changes) bytes[at] = value;
        survives(() => readStatement(bytes));
      }),
      { numRuns: 300 },
    );
  });
});

const amount = fc.integer({ min: 1, max: 2 ** 51 });
const safeText = fc
  .string({
    unit: fc.constantFrom(...'абвгдежзиклмнопрстуфхцчшщъыьэюяАБВЁё №"0123456789.,()-'),
    minLength: 1,
    maxLength: 60,
  })
  .filter((text) => text.trim() !== '');
const documentInput = fc.record({
  number: fc.constantFrom('1', '2', '17'),
  minor: amount,
  incoming: fc.boolean(),
  day: fc.integer({ min: 1, max: 28 }),
  purpose: safeText,
});

function write(
  docs: readonly {
    number: string;
    minor: number;
    incoming: boolean;
    day: number;
    purpose: string;
  }[],
): string {
  return statement(
    docs.map((doc) => {
      const on = `${String(doc.day).padStart(2, '0')}.11.2026`;
      const digits = String(doc.minor).padStart(3, '0');
      return {
        Номер: doc.number,
        Сумма: `${digits.slice(0, -2)}.${digits.slice(-2)}`,
        ПлательщикСчет: doc.incoming ? '40702810100000000777' : OWN,
        ПолучательСчет: doc.incoming ? OWN : '40702810100000000777',
        ДатаПоступило: doc.incoming ? on : undefined,
        ДатаСписано: doc.incoming ? undefined : on,
        НазначениеПлатежа: doc.purpose,
      };
    }),
  );
}

describe('what was written is what is read', () => {
  it('keeps sums, directions and dates exact, in every encoding alike', () => {
    fc.assert(
      fc.property(fc.array(documentInput, { maxLength: 12 }), (docs) => {
        const text = write(docs);
        const rows = readStatement(new TextEncoder().encode(text)).rows;
        expect(
          rows.map((row) => [row.amountMinor, row.side?.direction, row.side?.bookedOn]),
        ).toEqual(
          docs.map((doc) => [
            doc.minor,
            doc.incoming ? 'in' : 'out',
            `2026-11-${String(doc.day).padStart(2, '0')}`,
          ]),
        );
        const keys = rows.map((row) => row.side?.dedupeKey);
        expect(new Set(keys).size).toBe(docs.length);
        for (const encoding of ['win1251', 'cp866', 'utf-16le']) {
          const bytes = iconv.encode(text, encoding, { addBOM: encoding === 'utf-16le' });
          expect(readStatement(bytes).rows.map((row) => row.side?.dedupeKey)).toEqual(keys);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same set of keys for any order of the documents', () => {
    fc.assert(
      fc.property(fc.array(documentInput, { maxLength: 12 }), (docs) => {
        const keys = (list: typeof docs) =>
          classifyBank1c(parse1cBankFile(write(list)))
            .map((row) => row.side?.dedupeKey)
            .sort();
        expect(keys([...docs].reverse())).toEqual(keys(docs));
      }),
      { numRuns: 100 },
    );
  });

  it('reads 5,000 documents without going through any of them twice', () => {
    const docs = Array.from({ length: 5000 }, (_, index) => ({
      number: String(index),
      minor: 100 + index,
      incoming: index % 3 !== 0,
      day: (index % 28) + 1,
      purpose: `Оплата по счёту № ${index} от 14.10.2026 за рекламные услуги, в т.ч. НДС 22 %`,
    }));
    const bytes = iconv.encode(write(docs), 'win1251');
    const started = performance.now();
    const { rows } = readStatement(decodeAll(bytes));
    expect(rows).toHaveLength(5000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

function decodeAll(bytes: Uint8Array): Uint8Array {
  return new TextEncoder().encode(decode1cBankFile(bytes).text);
}
