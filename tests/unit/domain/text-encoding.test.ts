import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode1cBankFile } from '../../../shared/domain/bank-1c-lookalike';
import { decodeText, russianLikeness } from '../../../shared/domain/text-encoding';
import { statement } from './bank-1c-fixtures';

const text = statement([{ НазначениеПлатежа: 'Оплата по счёту № 118 за ведение рекламы' }]);
const dosHeader = text.replace('Кодировка=Windows', 'Кодировка=DOS');
const encode = (value: string, encoding: string, addBOM = false) =>
  new Uint8Array(iconv.encode(value, encoding, { addBOM }));

describe('encoding of a bank file', () => {
  it.each([
    ['UTF-8 under Кодировка=Windows', encode(text, 'utf8'), 'utf-8', 'bytes'],
    ['UTF-8 with a mark', encode(text, 'utf8', true), 'utf-8', 'bom'],
    ['UTF-16LE with a mark', encode(text, 'utf-16le', true), 'utf-16le', 'bom'],
    ['UTF-16BE with a mark', encode(text, 'utf-16be', true), 'utf-16be', 'bom'],
    ['windows-1251', encode(text, 'win1251'), 'windows-1251', 'letters'],
    ['windows-1251 under Кодировка=DOS', encode(dosHeader, 'win1251'), 'windows-1251', 'letters'],
    ['cp866 under Кодировка=DOS', encode(dosHeader, 'cp866'), 'cp866', 'letters'],
    ['cp866 under Кодировка=Windows', encode(text, 'cp866'), 'cp866', 'letters'],
  ])('is seen in %s', (_name, bytes, encoding, evidence) => {
    const decoded = decode1cBankFile(bytes);
    expect(decoded).toMatchObject({ encoding, evidence, damaged: false });
    expect(decoded.text).toContain('по счёту № 118');
  });

  it('keeps a UTF-8 file readable when one letter of it is broken', () => {
    const bytes = encode(text, 'utf8');
    bytes[bytes.length - 60] = 0xff;
    const decoded = decode1cBankFile(bytes);
    expect(decoded).toMatchObject({ encoding: 'utf-8', damaged: true });
    expect(decoded.text).toContain('СекцияДокумент');
  });

  it('takes a file cut inside a letter for a cut file, not for another encoding', () => {
    const bytes = encode(text, 'utf8');
    const cutAt = bytes.lastIndexOf(0xd0) + 1;
    expect(decodeText(bytes.subarray(0, cutAt)).encoding).toBe('utf-8');
  });

  it('scores Russian above its own misreading', () => {
    const phrase = 'Оплата за рекламные услуги по договору';
    const misread = iconv.decode(iconv.encode(phrase, 'win1251'), 'cp866');
    expect(russianLikeness(phrase)).toBeGreaterThan(russianLikeness(misread));
  });
});
