import { currencyOfAccount } from './bank-1c-fields';
import type { Bank1cDocument, Bank1cFile, BankParty, BankProblem } from './bank-1c-types';

/**
 * `book`: money moved and its direction is known. `not-booked`: an order that was never executed, or
 * moves nothing. `undecided`: only a person can say. `refused`: a field cannot be read exactly.
 */
export type BankRowVerdict = 'book' | 'not-booked' | 'undecided' | 'refused';

/** One of the ways an undecided row can be booked. */
export interface BankRowSide {
  readonly direction: 'in' | 'out';
  readonly ownAccount: string;
  readonly bookedOn: string;
  readonly dedupeKey: string;
}

export interface BankRow {
  /** Line of СекцияДокумент, from 1; unique in the file. */
  readonly line: number;
  readonly verdict: BankRowVerdict;
  /** Set for `book`; null otherwise. */
  readonly side: BankRowSide | null;
  /** For `undecided`: what can be chosen. For `book`: the one side. */
  readonly sides: readonly BankRowSide[];
  /** Direction the accounts and dates point at, whatever the verdict; null where they do not. */
  readonly likely: 'in' | 'out' | null;
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly document: Bank1cDocument;
  /** Why it is refused, undecided or not booked; lines and fields of the file. */
  readonly problems: readonly BankProblem[];
}

interface Ownership {
  /** Header and balance sections of the file, in order. */
  readonly listed: readonly string[];
  readonly own: ReadonlySet<string>;
  readonly sectionAccountOn: (date: string) => string | null;
}

/**
 * Says of every document whether and how it is booked. A statement has no sign: the direction is
 * which end is an own account (`ПлательщикСчет`/`ПолучательСчет`, else `…РасчСчет`; own are the
 * file's header accounts and `knownOwnAccounts`), and only where neither end is known, which of
 * ДатаСписано and ДатаПоступило is filled. Both ends own is never guessed.
 */
export function classifyBank1c(
  file: Bank1cFile,
  knownOwnAccounts: readonly string[] = [],
): readonly BankRow[] {
  const ownership: Ownership = {
    listed: file.ownAccounts,
    own: new Set([...file.ownAccounts, ...knownOwnAccounts]),
    sectionAccountOn: (date) => accountCovering(file, date),
  };
  const seen = new Map<string, number>();
  return file.documents.map((document) => classify(document, ownership, seen));
}

function accountCovering(file: Bank1cFile, date: string): string | null {
  const covering = new Set(
    file.sections
      .filter((section) => (section.from ?? '') <= date && date <= (section.to ?? '9999'))
      .map((section) => section.accountNo)
      .filter((account) => account !== null),
  );
  const [only, another] = [...covering];
  return another === undefined ? (only ?? null) : null;
}

function classify(
  document: Bank1cDocument,
  ownership: Ownership,
  seen: Map<string, number>,
): BankRow {
  const { amountMinor } = document;
  const filled = document.debitedOn ?? document.creditedOn ?? document.operationOn;
  const decision = decide(document, ownership, filled ?? '');
  const directions = new Set(decision.options.map((option) => option.direction));
  const base = {
    line: document.line,
    likely: directions.size === 1 ? (decision.options[0]?.direction ?? null) : null,
    amountMinor,
    currency: document.currency ?? 'RUB',
    document,
  };
  if (document.problems.length > 0 || amountMinor === null) {
    return { ...base, verdict: 'refused', side: null, sides: [], problems: document.problems };
  }

  if (filled === null) return leftOut(base, problemAt(document, 'ДатаСписано', 'not-executed'));
  if (amountMinor === 0) return leftOut(base, problemAt(document, 'Сумма', 'amount-zero'));

  const sides = decision.options.map(({ direction, ownAccount }) => {
    const bookedOn = bookingDate(document, direction, filled);
    return { direction, ownAccount, bookedOn, dedupeKey: keyOf(document, ownAccount, bookedOn) };
  });
  const numbered = numberOccurrences(sides, seen);
  const [only] = numbered;
  if (decision.problem === null && only !== undefined) {
    const currency = currencyOfAccount(only.ownAccount) ?? base.currency;
    return { ...base, currency, verdict: 'book', side: only, sides: [only], problems: [] };
  }
  const problems = decision.problem === null ? [] : [decision.problem];
  return { ...base, verdict: 'undecided', side: null, sides: numbered, problems };
}

function leftOut(
  base: Pick<BankRow, 'line' | 'likely' | 'amountMinor' | 'currency' | 'document'>,
  problem: BankProblem,
): BankRow {
  return { ...base, verdict: 'not-booked', side: null, sides: [], problems: [problem] };
}

function problemAt(
  document: Bank1cDocument,
  field: string,
  code: BankProblem['code'],
): BankProblem {
  return { line: document.line, field, code, params: {} };
}

interface Decision {
  readonly options: readonly { readonly direction: 'in' | 'out'; readonly ownAccount: string }[];
  readonly problem: BankProblem | null;
}

function decide(document: Bank1cDocument, ownership: Ownership, filled: string): Decision {
  const payerOwn = ownEnd(document.payer, ownership.own);
  const payeeOwn = ownEnd(document.payee, ownership.own);

  if (payerOwn !== null && payeeOwn !== null) {
    return {
      options: [
        { direction: 'out', ownAccount: payerOwn },
        { direction: 'in', ownAccount: payeeOwn },
      ],
      problem: problemAt(document, 'ПолучательСчет', 'both-own'),
    };
  }
  if (payerOwn !== null) return sure('out', payerOwn);
  if (payeeOwn !== null) return sure('in', payeeOwn);

  const direction = document.side ?? directionByDate(document);
  const account =
    ownership.listed.length === 1
      ? (ownership.listed[0] ?? null)
      : ownership.listed.length > 1
        ? ownership.sectionAccountOn(filled)
        : null;
  if (direction !== null) {
    const end = direction === 'out' ? document.payer : document.payee;
    // Without a header account the statement is about the end that the date speaks of.
    const own = account ?? (ownership.listed.length === 0 ? firstAccount(end) : null);
    if (own !== null) return sure(direction, own);
    return {
      options: ownership.listed.map((ownAccount) => ({ direction, ownAccount })),
      problem: problemAt(document, 'РасчСчет', 'account-unknown'),
    };
  }
  const candidates = account !== null ? [account] : ownership.listed;
  return {
    options: candidates.flatMap((ownAccount) => [
      { direction: 'out' as const, ownAccount },
      { direction: 'in' as const, ownAccount },
    ]),
    problem: problemAt(document, 'ДатаСписано', 'direction-unknown'),
  };
}

function sure(direction: 'in' | 'out', ownAccount: string): Decision {
  return { options: [{ direction, ownAccount }], problem: null };
}

function firstAccount(party: BankParty): string | null {
  return party.accountNo ?? party.settlementAccountNo;
}

function ownEnd(party: BankParty, own: ReadonlySet<string>): string | null {
  if (party.accountNo !== null && own.has(party.accountNo)) return party.accountNo;
  const settlement = party.settlementAccountNo;
  return settlement !== null && own.has(settlement) ? settlement : null;
}

function directionByDate(document: Bank1cDocument): 'in' | 'out' | null {
  const debited = document.debitedOn !== null;
  const credited = document.creditedOn !== null;
  if (debited === credited) return null;
  return debited ? 'out' : 'in';
}

function bookingDate(document: Bank1cDocument, direction: 'in' | 'out', filled: string): string {
  const own = direction === 'out' ? document.debitedOn : document.creditedOn;
  return own ?? filled;
}

/** Joins the parts of a key; none of them can hold it after {@link keyPart}. */
const SEPARATOR = '|';

/**
 * What makes two documents the same operation, short of the occurrence number: own account, booking
 * date, kind, number, both accounts, sum, purpose. The number alone repeats; the encoding of the
 * file does not enter.
 */
function keyOf(document: Bank1cDocument, ownAccount: string, bookedOn: string): string {
  return [
    identityOf(document, ownAccount, bookedOn),
    String(document.amountMinor),
    hashText(document.purpose),
  ].join(SEPARATOR);
}

function identityOf(document: Bank1cDocument, ownAccount: string, bookedOn: string): string {
  return [
    '1c',
    ownAccount,
    bookedOn,
    document.kind.toLowerCase(),
    document.number,
    firstAccount(document.payer) ?? '',
    firstAccount(document.payee) ?? '',
  ]
    .map(keyPart)
    .join(SEPARATOR);
}

function keyPart(text: string): string {
  return text.replaceAll(SEPARATOR, '/');
}

/**
 * The part of a dedupe key that stays when a bank corrects the sum or the purpose of an operation;
 * null for operations without a number, which nothing identifies but their sum.
 */
export function identityOfKey(dedupeKey: string): string | null {
  const parts = dedupeKey.split(SEPARATOR);
  if (parts.length !== 10 || parts[0] !== '1c' || parts[4] === '') return null;
  return parts.slice(0, 7).join(SEPARATOR);
}

function numberOccurrences(
  sides: readonly BankRowSide[],
  seen: Map<string, number>,
): readonly BankRowSide[] {
  const counted = new Map<string, number>();
  return sides.map((side) => {
    const count = counted.get(side.dedupeKey) ?? (seen.get(side.dedupeKey) ?? 0) + 1;
    counted.set(side.dedupeKey, count);
    seen.set(side.dedupeKey, count);
    return { ...side, dedupeKey: `${side.dedupeKey}${SEPARATOR}${count}` };
  });
}

/**
 * 64 bits of a purpose for the dedupe key: two FNV-1a passes with different offsets over its UTF-16
 * units, runs of spaces as one. It tells texts apart, it protects nothing.
 */
export function hashText(text: string): string {
  const folded = text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < folded.length; i += 1) {
    const unit = folded.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + i), 0x85ebca6b);
  }
  const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0');
  return hex(a) + hex(b);
}
