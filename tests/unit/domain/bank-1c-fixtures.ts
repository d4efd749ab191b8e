import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse1cBankFile } from '../../../shared/domain/bank-1c';
import { decode1cBankFile } from '../../../shared/domain/bank-1c-lookalike';
import { type BankRow, classifyBank1c } from '../../../shared/domain/bank-1c-rows';
import { type Bank1cFile, BankFileError } from '../../../shared/domain/bank-1c-types';

const folder = new URL('../../fixtures/bank-1c/', import.meta.url);

export function bankFixture(name: string): Uint8Array {
  return readFileSync(fileURLToPath(new URL(name, folder)));
}

export interface ReadStatement {
  readonly file: Bank1cFile;
  readonly rows: readonly BankRow[];
}

export function readStatement(bytes: Uint8Array, own: readonly string[] = []): ReadStatement {
  const file = parse1cBankFile(decode1cBankFile(bytes).text);
  return { file, rows: classifyBank1c(file, own) };
}

/** The typed error a reading ends with; anything else fails the test. */
export function bankErrorOf(read: () => unknown): BankFileError {
  try {
    read();
  } catch (error) {
    if (error instanceof BankFileError) return error;
    throw error;
  }
  throw new Error('expected a BankFileError');
}

export const OWN = '40702810549770001321';

export interface DocumentInput {
  readonly [key: string]: string | undefined;
}

/** A statement of {@link OWN} around the given documents; keys override a plain incoming payment. */
export function statement(
  documents: readonly DocumentInput[],
  options: { readonly header?: readonly string[]; readonly end?: string } = {},
): string {
  const header = options.header ?? ['ВерсияФормата=1.03', 'Кодировка=Windows', `РасчСчет=${OWN}`];
  const body = documents.flatMap((input, index) => {
    const { kind = 'Платежное поручение', ...fields } = input;
    const filled: DocumentInput = {
      Номер: String(index + 1),
      Дата: '24.11.2026',
      Сумма: '100.00',
      ПлательщикСчет: '40702810100000000777',
      ПолучательСчет: OWN,
      ДатаПоступило: '24.11.2026',
      НазначениеПлатежа: 'Оплата',
      ...fields,
    };
    const keys = Object.entries(filled).filter(([, value]) => value !== undefined);
    return [
      `СекцияДокумент=${kind}`,
      ...keys.map(([key, value]) => `${key}=${value}`),
      'КонецДокумента',
    ];
  });
  return ['1CClientBankExchange', ...header, ...body, options.end ?? 'КонецФайла', ''].join('\r\n');
}
