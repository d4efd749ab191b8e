import { describe, expect, it } from 'vitest';
import { parse1cBankFile } from '../../../shared/domain/bank-1c';
import { checkBalances } from '../../../shared/domain/bank-1c-balance';
import { decode1cBankFile } from '../../../shared/domain/bank-1c-lookalike';
import { classifyBank1c, identityOfKey } from '../../../shared/domain/bank-1c-rows';
import { bankErrorOf, bankFixture, OWN, readStatement, statement } from './bank-1c-fixtures';

function sums(rows: ReturnType<typeof classifyBank1c>) {
  const of = (direction: 'in' | 'out') => {
    const some = rows.filter((row) => row.side?.direction === direction);
    return { n: some.length, minor: some.reduce((sum, row) => sum + (row.amountMinor ?? 0), 0) };
  };
  const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  return {
    in: of('in'),
    out: of('out'),
    refused: count('refused'),
    notBooked: count('not-booked'),
    undecided: count('undecided'),
  };
}

const expected = new TextDecoder()
  .decode(bankFixture('EXPECTED.tsv'))
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'));

describe('statements of the fixtures', () => {
  it.each(expected)(
    '%s holds %s documents',
    (name, docs, inN, inSum, outN, outSum, refused, notBooked, undecided) => {
      const { file, rows } = readStatement(bankFixture(name ?? ''));
      expect(file.documents).toHaveLength(Number(docs));
      expect(sums(rows)).toEqual({
        in: { n: Number(inN), minor: Number(inSum?.replace('.', '')) },
        out: { n: Number(outN), minor: Number(outSum?.replace('.', '')) },
        refused: Number(refused),
        notBooked: Number(notBooked),
        undecided: Number(undecided),
      });
    },
  );

  it('closes the VTB balance exactly though ten documents show no own account', () => {
    const { file, rows } = readStatement(bankFixture('vtb_one_day_v102_cp1251_crlf.txt'));
    const { balances, warnings } = checkBalances(file, rows);
    expect(balances).toEqual([
      expect.objectContaining({
        accountNo: '40702810200000000001',
        openingMinor: 4532991,
        expectedMinor: 4414591,
        closingMinor: 4414591,
        differenceMinor: 0,
      }),
    ]);
    expect(warnings).toEqual([]);
  });

  it('gives the same operations the same keys in another encoding', () => {
    const keys = (name: string) =>
      readStatement(bankFixture(name)).rows.map((row) => row.side?.dedupeKey);
    const ansi = keys('vtb_one_day_v102_cp1251_crlf.txt');
    expect(new Set(ansi).size).toBe(13);
    expect(keys('vtb_one_day_v102_utf8.txt')).toEqual(ansi);
    expect(keys('sber_daily_sections_v103_cp866.txt')).toEqual(
      keys('sber_daily_sections_v103_cp1251.txt'),
    );
  });

  it('warns of day sections that do not chain and refuses nothing', () => {
    const { file, rows } = readStatement(bankFixture('sber_daily_sections_v103_cp1251.txt'));
    const { balances, warnings } = checkBalances(file, rows);
    expect(balances[0]?.chained).toBe(false);
    expect(balances[0]?.differenceMinor).toBeNull();
    expect(warnings.map((warning) => [warning.code, warning.line])).toEqual([['balance-days', 20]]);
    expect(rows.every((row) => row.verdict === 'book')).toBe(true);
  });

  it('reads documents outside the period of their section by their own date', () => {
    const { rows } = readStatement(bankFixture('gpb_min_v101_cp1251.txt'));
    expect(rows[0]?.side).toMatchObject({ direction: 'out', bookedOn: '2023-04-03' });
    expect(rows[0]?.document.payer.bankName).toBe('Банк ГПБ (АО), г Москва');
  });

  it('reads the Kazakh dialect: capitals, sums by direction, date of operation', () => {
    const { file, rows } = readStatement(bankFixture('kz_upper_case_v200_cp1251.txt'));
    expect(file.version).toBe('2.00');
    expect(rows.map((row) => [row.side?.direction, row.side?.bookedOn, row.currency])).toEqual([
      ['in', '2026-11-04', 'KZT'],
      ['out', '2026-11-05', 'KZT'],
    ]);
    expect(rows[0]?.document).toMatchObject({ kind: 'ПлатежноеПоручение', number: '95022' });
    expect(rows[0]?.document.payer.taxId).toBe('971240001315');
  });

  it('names each refusal by line, field and reason', () => {
    const { rows } = readStatement(bankFixture('traps_v103_cp1251.txt'));
    const refused = rows.filter((row) => row.verdict === 'refused');
    expect(refused.map((row) => row.problems[0])).toEqual([
      {
        line: 21,
        field: 'Сумма',
        code: 'amount-letters',
        params: { given: '125ОО.00', letters: 'О', count: 2, suggestMinor: 1250000 },
      },
      expect.objectContaining({
        line: 31,
        field: 'Дата',
        code: 'date-invalid',
        params: { given: '30.02.2026' },
      }),
      expect.objectContaining({ line: 41, field: 'Сумма', code: 'amount-range' }),
    ]);
    expect(rows[3]).toMatchObject({ verdict: 'not-booked' });
    expect(rows[4]?.document).toMatchObject({ purpose: 'по счетам 127, 130' });
    expect(rows[4]?.document.payer).toMatchObject({
      name: 'ООО "Жемчуг"',
      taxId: '5904123450',
      kpp: null,
    });
    expect(rows[4]?.side?.dedupeKey.slice(0, -1)).toBe(rows[5]?.side?.dedupeKey.slice(0, -1));
    expect(rows[4]?.side?.dedupeKey).not.toBe(rows[5]?.side?.dedupeKey);
  });
});

describe('shape of the file', () => {
  const plain = statement([{}]);

  it.each([
    ['LF', plain.replaceAll('\r\n', '\n')],
    ['CR', plain.replaceAll('\r\n', '\r')],
    ['blank lines', plain.replaceAll('\r\n', '\r\n\r\n')],
    ['upper case', plain.replaceAll('Секция', 'СЕКЦИЯ').replaceAll('Конец', 'КОНЕЦ')],
    [
      'lower case',
      plain
        .split('\r\n')
        .map((line) => line.replace(/^[^=]+/, (key) => key.toLowerCase()))
        .join('\n'),
    ],
    ['spaces around', plain.replaceAll('=', ' = ')],
    ['a byte order mark', `\ufeff${plain}`],
    ['Ctrl-Z and zeros after the end', `${plain}\u001a\u0000\u0000`],
  ])('is read with %s', (_name, text) => {
    const rows = classifyBank1c(parse1cBankFile(text));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ verdict: 'book', amountMinor: 10000 });
  });

  it('reads keys in any order', () => {
    const lines = plain.split('\r\n');
    const start = lines.findIndex((line) => line.startsWith('СекцияДокумент'));
    const end = lines.indexOf('КонецДокумента');
    const shuffled = [
      ...lines.slice(0, start + 1),
      ...lines.slice(start + 1, end).reverse(),
      ...lines.slice(end),
    ];
    const key = (text: string) => classifyBank1c(parse1cBankFile(text))[0]?.side?.dedupeKey;
    expect(key(shuffled.join('\n'))).toBe(key(plain));
  });

  it('splits at the first equals sign only', () => {
    const [row] = classifyBank1c(parse1cBankFile(statement([{ НазначениеПлатежа: 'a=b=c' }])));
    expect(row?.document.purpose).toBe('a=b=c');
  });

  it('collects repeated header accounts', () => {
    const file = parse1cBankFile(
      statement([], { header: [`РасчСчет=${OWN}`, 'РасчСчет=40702810000000000002'] }),
    );
    expect(file.ownAccounts).toEqual([OWN, '40702810000000000002']);
  });

  it('reads two statements pasted one after another', () => {
    expect(parse1cBankFile(plain + plain).documents).toHaveLength(2);
  });

  it('continues the purpose over its parts without doubling it', () => {
    const purpose = (input: Record<string, string | undefined>) =>
      parse1cBankFile(statement([input])).documents[0]?.purpose;
    expect(
      purpose({
        НазначениеПлатежа: 'по счёту',
        НазначениеПлатежа1: '118 от',
        НазначениеПлатежа2: '14.10.2026',
      }),
    ).toBe('по счёту 118 от 14.10.2026');
    expect(
      purpose({
        НазначениеПлатежа: 'по счёту 118',
        НазначениеПлатежа1: 'по счёту',
        НазначениеПлатежа2: '118',
      }),
    ).toBe('по счёту 118');
    expect(
      purpose({
        НазначениеПлатежа: undefined,
        НазначениеПлатежа1: 'по',
        НазначениеПлатежа6: 'счёту',
      }),
    ).toBe('по счёту');
  });
});

describe('damage', () => {
  it('names the line where a cut-off file ends', () => {
    const error = bankErrorOf(() =>
      readStatement(bankFixture('vtb_truncated_in_document_cp1251.txt')),
    );
    expect(error.code).toBe('bank-file-truncated');
    expect(error.params).toMatchObject({ line: 222, openedLine: 206 });
  });

  it.each([
    ['no end marker', statement([{}], { end: '' }), 'bank-file-truncated'],
    [
      'a document never closed',
      statement([{}]).replace('КонецДокумента\r\n', ''),
      'bank-file-truncated',
    ],
    [
      'a document inside a document',
      statement([{}, {}]).replace('КонецДокумента\r\n', ''),
      'bank-file-truncated',
    ],
    [
      'a stray end of document',
      statement([]).replace('КонецФайла', 'КонецДокумента\r\nКонецФайла'),
      'bank-file-damaged',
    ],
    ['a zero byte inside', statement([{ НазначениеПлатежа: 'a\u0000b' }]), 'bank-file-damaged'],
    [
      'a line of 70,000 letters',
      statement([{ НазначениеПлатежа: 'а'.repeat(70_000) }]),
      'bank-file-damaged',
    ],
    ['nothing', '\r\n\r\n', 'bank-file-empty'],
  ])('refuses %s', (_name, text, code) => {
    expect(bankErrorOf(() => parse1cBankFile(text)).code).toBe(code);
  });

  it('refuses every cut of a good file except one after its end', () => {
    const bytes = bankFixture('rub_in_out_v102_cp1251.txt');
    for (let length = 1; length < bytes.length - 2; length += 7) {
      const code = bankErrorOf(() => readStatement(bytes.subarray(0, length))).code;
      expect(['bank-file-truncated', 'bank-lookalike']).toContain(code);
    }
  });

  it('warns of text after the end instead of losing it silently', () => {
    const file = parse1cBankFile(`${statement([{}])}остаток\r\n`);
    expect(file.warnings.map((warning) => warning.code)).toEqual(['text-after-end']);
  });
});

describe('direction and booking', () => {
  const other = '40702810100000000777';
  const third = '40702810100000000778';
  const verdict = (input: Record<string, string | undefined>, known: readonly string[] = []) => {
    const [row] = classifyBank1c(parse1cBankFile(statement([input])), known);
    return row;
  };

  it('falls back to the settlement account', () => {
    const row = verdict({ ПолучательСчет: '30101810000000000001', ПолучательРасчСчет: OWN });
    expect(row?.side).toMatchObject({ direction: 'in', ownAccount: OWN });
  });

  it('trusts the own account over the date that is filled', () => {
    const row = verdict({ ДатаПоступило: undefined, ДатаСписано: '23.11.2026' });
    expect(row?.side).toMatchObject({ direction: 'in', bookedOn: '2026-11-23' });
  });

  it('takes the date of its direction where both are filled', () => {
    const row = verdict({ ДатаСписано: '23.11.2026' });
    expect(row?.side?.bookedOn).toBe('2026-11-24');
  });

  it('asks about a transfer between own accounts, one of them known only to the workspace', () => {
    const row = verdict({ ПлательщикСчет: other }, [other]);
    expect(row).toMatchObject({ verdict: 'undecided', side: null });
    expect(row?.sides.map((side) => [side.direction, side.ownAccount])).toEqual([
      ['out', other],
      ['in', OWN],
    ]);
    expect(row?.problems[0]?.code).toBe('both-own');
  });

  it('asks where neither end is own and both dates are filled', () => {
    const row = verdict({ ПолучательСчет: third, ДатаСписано: '24.11.2026' });
    expect(row).toMatchObject({ verdict: 'undecided' });
    expect(row?.problems[0]?.code).toBe('direction-unknown');
  });

  it('decides by the date that is filled where neither end is own', () => {
    expect(verdict({ ПолучательСчет: third })?.side).toMatchObject({
      direction: 'in',
      ownAccount: OWN,
    });
    expect(
      verdict({ ПолучательСчет: third, ДатаПоступило: undefined, ДатаСписано: '24.11.2026' })?.side,
    ).toMatchObject({ direction: 'out', ownAccount: OWN });
  });

  it.each(['', '00.00.0000', '01.01.0001', '.  .'])(
    'does not book an order whose date is «%s»',
    (date) => {
      const row = verdict({ ДатаПоступило: date });
      expect(row).toMatchObject({ verdict: 'not-booked' });
      expect(row?.problems[0]?.code).toBe('not-executed');
    },
  );

  it('does not book a document that moves nothing', () => {
    expect(verdict({ Сумма: '0' })?.problems[0]?.code).toBe('amount-zero');
  });

  it('refuses a sum given twice with different values', () => {
    const text = statement([{}]).replace('Сумма=100.00', 'Сумма=100.00\r\nСумма=200.00');
    expect(classifyBank1c(parse1cBankFile(text))[0]).toMatchObject({
      verdict: 'refused',
      problems: [{ code: 'field-twice', field: 'Сумма' }],
    });
  });

  it('keeps an operation identifiable when a bank corrects its sum', () => {
    const key = (sum: string) => verdict({ Сумма: sum })?.side?.dedupeKey ?? '';
    expect(key('104000.00')).not.toBe(key('140000.00'));
    expect(identityOfKey(key('104000.00'))).toBe(identityOfKey(key('140000.00')));
    expect(identityOfKey(verdict({ Номер: '' })?.side?.dedupeKey ?? '')).toBeNull();
  });
});

describe('amounts', () => {
  const read = (sum: string) => parse1cBankFile(statement([{ Сумма: sum }])).documents[0];

  it.each([
    ['0.01', 1],
    ['100', 10000],
    ['100.5', 10050],
    ['12 500,00', 1250000],
    ['1\u00a0234\u00a0567.89', 123456789],
    ['1,234,567.89', 123456789],
    ['22517998136852.48', 2 ** 51],
  ])('reads %s exactly', (text, minor) => {
    expect(read(text)).toMatchObject({ amountMinor: minor, problems: [] });
  });

  it.each([
    ['', 'amount-missing'],
    ['-100.00', 'amount-negative'],
    ['1.250', 'amount-fraction'],
    ['100.005', 'amount-fraction'],
    ['12.5.0', 'amount-format'],
    ['1e5', 'amount-letters'],
    ['NaN', 'amount-letters'],
    ['22517998136852.49', 'amount-range'],
    ['9'.repeat(60), 'amount-range'],
  ])('refuses %s', (text, code) => {
    expect(read(text)?.amountMinor).toBeNull();
    expect(read(text)?.problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('takes the exponent from the currency of the account', () => {
    const text = statement([{ ПолучательСчет: '40702392000000000001', Сумма: '1500.00' }], {
      header: ['РасчСчет=40702392000000000001'],
    });
    expect(parse1cBankFile(text).documents[0]).toMatchObject({
      amountMinor: 1500,
      currency: 'JPY',
    });
  });
});

describe('look-alikes', () => {
  const format = (bytes: Uint8Array | string) => {
    const data = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    const error = bankErrorOf(() => decode1cBankFile(data));
    return error.code === 'bank-lookalike' ? error.params['format'] : error.code;
  };

  it('names the Belarusian client-bank text', () => {
    expect(format(bankFixture('by_type5_fx_cp1251.txt'))).toBe('client-bank-by');
  });

  it.each([
    [
      '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">',
      'camt-053',
    ],
    [
      '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02">',
      'camt-054',
    ],
    ['{1:F01X}{4:\n:20:A\n:25:NL1\n:28C:1\n:60F:C140101EUR1,\n', 'mt940'],
    ['OFXHEADER:100\nDATA:OFXSGML\n', 'ofx'],
    ['<?xml version="1.0"?>\n<?OFX OFXHEADER="200"?><OFX></OFX>', 'ofx'],
    ['<?xml version="1.0"?><FIDAVISTA xmlns="x">', 'fidavista'],
    ['<?xml version="1.0"?><Файл ИдФайл="ON_NSCHFDOPPR">', 'upd'],
    ['<!DOCTYPE html><html>', 'html'],
    ['<table><tr><td>1</td></tr></table>', 'html'],
    ['Дата;Сумма;Кто\n1;2;3\n', 'csv'],
    ['{"cards":[]}', 'json'],
    ['PK\x03\x04....xl/workbook.xml', 'xlsx'],
    ['%PDF-1.7', 'pdf'],
    ['{\\rtf1}', 'rtf'],
    ['Здравствуйте, выписка во вложении.', 'text'],
    ['\u0001\u0002\u0000\u0003\u0001\u0002\u0000\u0003', 'binary'],
    ['', 'bank-file-empty'],
    [' \r\n', 'bank-file-empty'],
  ])('says of %j that it is %s', (text, name) => {
    expect(format(text)).toBe(name);
  });
});
