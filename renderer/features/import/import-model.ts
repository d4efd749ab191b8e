import type {
  ImportDecision,
  ImportMatch,
  ImportPreview,
  PreviewRow,
} from '../../../shared/contract/imports.contract';

/** From here a pair is set without asking; the same line as in the engine. */
export const SURE = 85;
/** From here a pair is likely, below it is a guess. */
export const LIKELY = 60;

export type Allocation = { readonly invoiceId: string; readonly amountMinor: number };

/** What a person decided about a row; nothing decided leaves it to the engine. */
export type RowChoice = {
  readonly pair?:
    | 'accept'
    | 'none'
    | { readonly clientId: string; readonly allocations: readonly Allocation[] };
  readonly skip?: boolean;
  readonly direction?: 'in' | 'out';
  readonly account?: string;
  readonly amountMinor?: number;
};

export type Choices = ReadonlyMap<number, RowChoice>;

export const GROUPS = ['sure', 'ask', 'plain', 'refused', 'notBooked', 'unchanged'] as const;
export type Group = (typeof GROUPS)[number];

/** The group a row stands in. It stays there whatever is decided, so that rows do not jump. */
export function groupOf(row: PreviewRow): Group {
  if (row.state === 'refused') return 'refused';
  if (row.state === 'not-booked') return 'notBooked';
  if (row.state === 'unchanged') return 'unchanged';
  if (row.state === 'undecided') return 'ask';
  if (row.direction === 'out') return 'plain';
  return (row.match?.confidence ?? 0) >= SURE ? 'sure' : 'ask';
}

/** Whether the row will be written. */
export function isWritten(row: PreviewRow, choice: RowChoice | undefined): boolean {
  if (choice?.skip === true) return false;
  if (row.state === 'new' || row.state === 'changed') return true;
  if (row.state === 'undecided') return choice?.direction !== undefined;
  return row.state === 'refused' && choice?.amountMinor !== undefined;
}

/** What will be set against invoices for a row, before another word is said. */
export function plannedPair(
  row: PreviewRow,
  choice: RowChoice | undefined,
): { readonly clientId: string | null; readonly allocations: readonly Allocation[] } | null {
  if (!isWritten(row, choice) || choice?.pair === 'none') return null;
  if (typeof choice?.pair === 'object') return choice.pair;
  const { match } = row;
  if (match === null) return null;
  return choice?.pair === 'accept' || match.confidence >= SURE ? match : null;
}

/** Whether a row still waits for a word of a person. */
export function isOpen(row: PreviewRow, choice: RowChoice | undefined): boolean {
  return groupOf(row) === 'ask' && choice === undefined;
}

function decisionOf(row: PreviewRow, choice: RowChoice): ImportDecision | null {
  const base = { row: row.row, skip: false, direction: null, clientId: null, allocations: [] };
  if (choice.skip === true) return { ...base, skip: true };
  if (row.state === 'undecided') {
    if (choice.direction === undefined) return null;
    return { ...base, direction: choice.direction, account: choice.account ?? null };
  }
  if (row.state === 'refused') {
    return choice.amountMinor === undefined ? null : { ...base, amountMinor: choice.amountMinor };
  }
  if (choice.pair === undefined) return null;
  if (choice.pair === 'none') return base;
  const pair = choice.pair === 'accept' ? row.match : choice.pair;
  if (pair === null) return null;
  return { ...base, clientId: pair.clientId, allocations: pair.allocations.map(bareAllocation) };
}

function bareAllocation({ invoiceId, amountMinor }: Allocation): Allocation {
  return { invoiceId, amountMinor };
}

/** The decisions to send, in the order of the file. */
export function decisionsOf(preview: ImportPreview, choices: Choices): ImportDecision[] {
  return preview.rows.flatMap((row) => {
    const choice = choices.get(row.row);
    const decision = choice === undefined ? null : decisionOf(row, choice);
    return decision === null ? [] : [decision];
  });
}

export type Totals = {
  readonly written: number;
  readonly received: number;
  readonly spent: number;
};

/** Rows to be written and the money of the statement's currency they move. */
export function totalsOf(preview: ImportPreview, choices: Choices): Totals {
  let written = 0;
  let received = 0;
  let spent = 0;
  for (const row of preview.rows) {
    const choice = choices.get(row.row);
    if (!isWritten(row, choice)) continue;
    written += 1;
    if (row.currency !== preview.currency) continue;
    const amount = choice?.amountMinor ?? row.amountMinor ?? 0;
    const direction = choice?.direction ?? row.direction;
    if (direction === 'in') received += amount;
    else if (direction === 'out') spent += amount;
  }
  return { written, received, spent };
}

export type Check =
  | { readonly kind: 'agrees' | 'unknown' | 'excerpt' }
  | { readonly kind: 'except'; readonly row: number; readonly differenceMinor: number }
  | { readonly kind: 'differs'; readonly differenceMinor: number };

/** How the statement holds against its own balances once the mended rows are counted in. */
export function checkOf(preview: ImportPreview, choices: Choices): Check {
  const { balance, rows, warnings } = preview;
  if (balance === null) return { kind: 'unknown' };
  if (warnings.some((warning) => warning.key === 'import:problem.balance-days'))
    return { kind: 'excerpt' };
  let differenceMinor = balance.computedMinor - balance.closingMinor;
  for (const [row, { amountMinor }] of choices) {
    const refused = rows.find((one) => one.row === row)?.state === 'refused';
    if (!refused || amountMinor === undefined) continue;
    // A refused row has no direction yet: it can only close the gap it left.
    differenceMinor += differenceMinor < 0 ? amountMinor : -amountMinor;
  }
  if (differenceMinor === 0) return { kind: 'agrees' };
  const refused = rows.filter(
    (row) => row.state === 'refused' && choices.get(row.row)?.amountMinor === undefined,
  );
  const [only, another] = refused;
  if (only !== undefined && another === undefined) {
    return { kind: 'except', row: only.problem?.row ?? only.row, differenceMinor };
  }
  return { kind: 'differs', differenceMinor };
}

/** Spreads a sum over invoices in their order, none beyond what it has open. */
export function spread(
  amountMinor: number,
  invoices: readonly { readonly id: string; readonly openMinor: number }[],
): { readonly allocations: readonly Allocation[]; readonly restMinor: number } {
  let rest = amountMinor;
  const allocations: Allocation[] = [];
  for (const { id, openMinor } of invoices) {
    const part = Math.min(rest, openMinor);
    if (part <= 0) continue;
    allocations.push({ invoiceId: id, amountMinor: part });
    rest -= part;
  }
  return { allocations, restMinor: rest };
}

/** What the import would take from each open invoice; one row may be left out of the count. */
export function takenByInvoice(
  preview: ImportPreview,
  choices: Choices,
  exceptRow: number | null = null,
): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const row of preview.rows) {
    if (row.row === exceptRow) continue;
    for (const { invoiceId, amountMinor } of plannedPair(row, choices.get(row.row))?.allocations ??
      []) {
      taken.set(invoiceId, (taken.get(invoiceId) ?? 0) + amountMinor);
    }
  }
  return taken;
}

/** Reasons that speak for a pair, and those that do not, for one line of a table. */
export function splitReasons(match: ImportMatch): {
  readonly pros: readonly ImportMatch['reasons'][number][];
  readonly cons: readonly ImportMatch['reasons'][number][];
} {
  return {
    pros: match.reasons.filter((one) => one.points > 0),
    cons: match.reasons.filter((one) => one.points <= 0),
  };
}
