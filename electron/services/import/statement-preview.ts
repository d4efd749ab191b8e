import type { ImportPreview, PreviewRow } from '../../../shared/contract/imports.contract';
import type { Language, Phrase } from '../../../shared/contract/primitives';
import type { BankBalance } from '../../../shared/domain/bank-1c-balance';
import type { Bank1cFile, BankProblem } from '../../../shared/domain/bank-1c-types';
import type { DecodedText } from '../../../shared/domain/text-encoding';
import { describeProblem } from './statement-answer';
import type { PlannedRow, StatementPlan } from './statement-plan';

/** Names of encodings as people know them. */
const ENCODING_NAMES: Readonly<Record<DecodedText['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1251': 'Windows-1251',
  cp866: 'DOS (cp866)',
};

export function encodingName(decoded: DecodedText): string {
  return ENCODING_NAMES[decoded.encoding];
}

/** Says whether the header told the truth about the encoding that the bytes showed. */
export function encodingReason(decoded: DecodedText, declared: string | null): Phrase {
  if (decoded.evidence === 'bom') return phrase('encoding.mark');
  const said = (declared ?? '').toLowerCase();
  const agrees =
    (decoded.encoding === 'windows-1251' && /windows|1251|ansi/.test(said)) ||
    (decoded.encoding === 'cp866' && /dos|866|oem/.test(said)) ||
    (decoded.encoding === 'utf-8' && /utf-?8/.test(said));
  if (agrees) return phrase('encoding.header');
  return declared === null ? phrase('encoding.bytes') : phrase('encoding.against', { declared });
}

function phrase(key: string, params: Phrase['params'] = {}): Phrase {
  return { key: `import:${key}`, params };
}

/** A problem as a phrase, so that a change of language words it anew. */
export function problemPhrase(problem: BankProblem, currency: string): Phrase {
  return phrase(`problem.${problem.code}`, { ...problem.params, row: problem.line, currency });
}

/** A planned row for the screen. */
export function previewRow(
  planned: PlannedRow,
  plan: StatementPlan,
  language: Language,
): PreviewRow {
  const { row, state, side, existing } = planned;
  const { document } = row;
  const direction = side?.direction ?? null;
  const incoming = (direction ?? row.likely ?? 'in') === 'in';
  const other = incoming ? document.payer : document.payee;
  const [problem] = row.problems;
  const told = state === 'refused' || state === 'undecided' || state === 'not-booked';
  const suggested = row.problems.find((one) => one.code === 'amount-letters')?.params[
    'suggestMinor'
  ];
  return {
    row: row.line,
    state,
    direction,
    on:
      side?.bookedOn ??
      existing?.paidOn ??
      document.creditedOn ??
      document.debitedOn ??
      document.documentOn,
    counterparty: other.name ?? '',
    inn: other.taxId,
    purpose: document.purpose,
    amountMinor: row.amountMinor,
    amountText: document.amountText,
    currency: row.currency,
    suggestedMinor: typeof suggested === 'number' ? suggested : null,
    sides:
      state === 'undecided'
        ? row.sides.map((one) => ({ direction: one.direction, account: one.ownAccount }))
        : [],
    match: matchOf(planned, plan),
    problem: told && problem ? describeProblem(problem, row.currency, language) : null,
    note: noteOf(planned),
  };
}

function matchOf({ pair, candidates }: PlannedRow, plan: StatementPlan): PreviewRow['match'] {
  const [best] = candidates;
  const shown =
    pair?.confidence != null ? { ...pair, confidence: pair.confidence } : best ? best : null;
  if (shown === null) return null;
  return {
    clientId: shown.clientId,
    confidence: shown.confidence,
    reasons: shown.reasons.map(({ code, points, params }) => ({
      code,
      points,
      params: { ...params },
    })),
    allocations: shown.allocations.map(({ invoiceId, amountMinor }) => {
      const invoice = plan.invoices.get(invoiceId);
      return {
        invoiceId,
        invoiceNumber: invoice?.number ?? '',
        amountMinor,
        isPart: amountMinor < (invoice?.openMinor ?? 0),
      };
    }),
  };
}

function noteOf({ row, state, existing }: PlannedRow): Phrase | null {
  if (state === 'unchanged')
    return existing ? phrase('note.booked', { on: existing.paidOn }) : null;
  if (state === 'changed' && existing) {
    if (existing.dedupeKey === null) return phrase('note.byHand', { on: existing.paidOn });
    if (existing.amountMinor === row.amountMinor) return phrase('note.corrected');
    return phrase('note.was', { amountMinor: existing.amountMinor, currency: existing.currency });
  }
  const [problem] = row.problems;
  return problem ? problemPhrase(problem, row.currency) : null;
}

/** The one balance a statement of one account closes with; null for several accounts or none stated. */
export function previewBalance(balances: readonly BankBalance[]): ImportPreview['balance'] {
  const [balance, another] = balances;
  if (balance === undefined || another !== undefined) return null;
  const { openingMinor, closingMinor, expectedMinor } = balance;
  if (openingMinor === null || closingMinor === null || expectedMinor === null) return null;
  return {
    openingMinor,
    inMinor: balance.inMinor,
    outMinor: balance.outMinor,
    closingMinor,
    computedMinor: expectedMinor,
  };
}

/** Where the fields of the file go, in the order of the file; keys are folded. */
const TARGETS: Readonly<Record<string, string>> = {
  номер: 'number',
  номердокумента: 'number',
  сумма: 'amount',
  суммаприход: 'amount-in',
  суммарасход: 'amount-out',
  датасписано: 'debited',
  датапоступило: 'credited',
  датаоперации: 'booked',
  плательщик: 'payer',
  плательщик1: 'payer',
  плательщикнаименование: 'payer',
  плательщикинн: 'payer-inn',
  плательщикбин_иин: 'payer-inn',
  плательщиксчет: 'payer-account',
  плательщикиик: 'payer-account',
  получатель: 'payee',
  получатель1: 'payee',
  получательнаименование: 'payee',
  получательинн: 'payee-inn',
  получательсчет: 'payee-account',
  получательиик: 'payee-account',
  назначениеплатежа: 'purpose',
};

/** Fields of the first document, carried ones first, with what they become here. */
export function previewFields(file: Bank1cFile): ImportPreview['fields'] {
  const fields = file.sample
    .filter(({ value }) => value !== '')
    .map(({ key, value }) => {
      const target = TARGETS[key.toLowerCase().replaceAll('ё', 'е').trim()];
      return {
        source: key,
        example: value.slice(0, 80),
        target: target === undefined ? null : phrase(`target.${target}`),
      };
    });
  return [...fields].sort((a, b) => Number(a.target === null) - Number(b.target === null));
}
