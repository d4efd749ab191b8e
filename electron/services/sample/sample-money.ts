import { addDays, diffDays, monthPeriod } from '../../../shared/domain/dates';
import { computeDocumentVat } from '../../../shared/domain/vat';
import type { Random } from './random';
import { backToWorkday, toWorkday } from './sample-calendar';
import type { BillLine, SampleClient, SampleContext } from './sample-context';
import { toMinor } from './sample-context';
import { latvianRequisites, russianRequisites } from './sample-requisites';

interface InvoiceDraft {
  readonly client: SampleClient;
  readonly basis: BillLine['basis'];
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly lines: readonly { title: string; netMinor: number; vatPpm: number | null }[];
  readonly grossMinor: number;
}

/** An invoice that a client has left open, wholly or in part, although it was due. */
interface LeftOpen {
  readonly basis: BillLine['basis'];
  /** How many due invoices of that basis back, 0 the newest. */
  readonly back: number;
  /** Major units; the whole invoice where it is smaller. */
  readonly amount: number;
}

/** Who owes what: the part of the story that Money and the portfolio tell. */
const LEFT_OPEN: Readonly<Record<string, readonly LeftOpen[]>> = {
  'kamsky-market': [{ basis: 'fee', back: 0, amount: 312_000 }],
  'vektor-avto': [{ basis: 'media', back: 1, amount: 486_200 }],
  'sol-i-dym': [{ basis: 'fee', back: 0, amount: 98_400 }],
  'dom-orekh': [
    { basis: 'fee', back: 0, amount: 1_000_000 },
    { basis: 'fee', back: 1, amount: 46_740 },
  ],
  atlant: [{ basis: 'fee', back: 0, amount: 41_500 }],
  usva: [{ basis: 'fee', back: 0, amount: 1_000_000 }],
};

/** Days by which the oldest unpaid invoice of the clinic is overdue. */
const OLDEST_OVERDUE_DAYS = 70;

/** What the clinic has left open of its invoices, the one overdue longest first; major units. */
const CLINIC_OPEN = [46_400, 219_600, 453_905.1] as const;

/** Media is paid for within a week of the bill, whatever the contract says of fees. */
const MEDIA_DAYS = 7;

/** The dated VAT of Russia; an exported service carries none (Tax Code, art. 148). */
function vatAt(client: SampleClient, issuedOn: string): number | null {
  if (client.spec.country !== 'RU') return null;
  if (issuedOn < '2019-01-01') return 180_000;
  return issuedOn < '2026-01-01' ? 200_000 : 220_000;
}

function draftsOf(
  context: SampleContext,
  client: SampleClient,
  bill: readonly BillLine[],
): InvoiceDraft[] {
  const drafts: InvoiceDraft[] = [];
  for (const month of client.months) {
    const lines = bill.filter((line) => line.month === month.month);
    // The clinic gets one bill a month for everything, as its contract says.
    const bases =
      client.spec.key === 'verba'
        ? [lines]
        : [
            lines.filter((line) => line.basis === 'fee'),
            lines.filter((line) => line.basis === 'media'),
          ];
    for (const part of bases) {
      const basis = part[0]?.basis;
      if (basis === undefined) continue;
      const issuedOn = issueDay(context, client, monthPeriod(month.month).to);
      const vatPpm = vatAt(client, issuedOn);
      const priced = part.map(({ title, netMinor }) => ({ title, netMinor, vatPpm }));
      const days = basis === 'media' ? MEDIA_DAYS : client.spec.paymentDays;
      drafts.push({
        client,
        basis,
        issuedOn,
        dueOn: addDays(issuedOn, days),
        lines: priced,
        grossMinor: computeDocumentVat(priced).total.grossMinor,
      });
    }
  }
  return drafts;
}

/** The month's last day; the bill that the clinic has owed longest went out so as to be 70 days overdue. */
function issueDay(context: SampleContext, client: SampleClient, monthEnd: string): string {
  if (client.spec.key !== 'verba') return monthEnd;
  const wanted = addDays(context.today, -OLDEST_OVERDUE_DAYS - client.spec.paymentDays);
  const behind = diffDays(monthEnd, wanted);
  return behind >= 0 && behind < 28 ? wanted : monthEnd;
}

/** What stays open of each invoice that is due, by the story. */
function openAmounts(
  context: SampleContext,
  client: SampleClient,
  drafts: readonly InvoiceDraft[],
): Map<InvoiceDraft, number> {
  const open = new Map<InvoiceDraft, number>();
  if (client.spec.key === 'verba') {
    const oldest = addDays(context.today, -OLDEST_OVERDUE_DAYS);
    const due = drafts.filter((draft) => draft.dueOn >= oldest);
    due.forEach((draft, index) => {
      const left = CLINIC_OPEN[Math.min(index, CLINIC_OPEN.length - 1)] ?? 0;
      open.set(draft, Math.min(toMinor(left), draft.grossMinor));
    });
    return open;
  }
  for (const { basis, back, amount } of LEFT_OPEN[client.spec.key] ?? []) {
    const due = drafts.filter((draft) => draft.basis === basis && draft.dueOn < context.today);
    const draft = due.at(-1 - back);
    if (draft !== undefined) open.set(draft, Math.min(toMinor(amount), draft.grossMinor));
  }
  return open;
}

export function addOwnAccounts(context: SampleContext): void {
  const first = context.months[0]?.period.from ?? context.today;
  for (const [currency, code] of [
    ['RUB', '810'],
    ['EUR', '978'],
  ] as const) {
    const { account, bik, bank_name } = russianRequisites(1, code);
    context.sink.add('own_accounts', {
      id: context.makeId(first),
      number: account,
      bik,
      bank_name,
      currency,
      revision: 1,
    });
  }
}

/** Invoices numbered by day through each year, and the payments that came for them, early and late. */
export function addInvoices(
  context: SampleContext,
  bills: readonly { client: SampleClient; bill: readonly BillLine[] }[],
): void {
  const random = context.random.stream('payments');
  const drafts = bills.map(({ client, bill }) => ({
    client,
    drafts: draftsOf(context, client, bill),
  }));
  const open = new Map(
    drafts.flatMap((item) => [...openAmounts(context, item.client, item.drafts)]),
  );
  const ordered = drafts
    .flatMap((item) => item.drafts)
    .sort((a, b) => (a.issuedOn === b.issuedOn ? 0 : a.issuedOn < b.issuedOn ? -1 : 1));
  let year = '';
  let number = 0;
  for (const draft of ordered) {
    if (draft.issuedOn.slice(0, 4) !== year) {
      // The first invoices of the file follow those of the books kept before.
      number = year === '' ? 240 : 0;
      year = draft.issuedOn.slice(0, 4);
    }
    number += 1;
    const id = addInvoice(context, draft, number);
    addPayments(context, draft, { id, number, openMinor: open.get(draft) ?? 0 }, random);
  }
  addUnmatched(
    context,
    bills.map((item) => item.client),
  );
}

function addInvoice(context: SampleContext, draft: InvoiceDraft, number: number): string {
  const { sink, makeId } = context;
  const vat = computeDocumentVat(draft.lines);
  const id = makeId(draft.issuedOn);
  sink.add('invoices', {
    id,
    client_id: draft.client.id,
    number: number.toString(),
    issued_on: draft.issuedOn,
    due_on: draft.dueOn,
    currency: draft.client.spec.currency,
    vat_mode: 'on-top',
    net_minor: vat.total.netMinor,
    vat_minor: vat.total.vatMinor,
    gross_minor: vat.total.grossMinor,
    cancelled_at: null,
    revision: 1,
  });
  draft.lines.forEach((line, index) => {
    const amounts = vat.lines[index];
    sink.add('invoice_lines', {
      id: makeId(draft.issuedOn),
      invoice_id: id,
      position: index + 1,
      title: line.title,
      net_minor: line.netMinor,
      vat_ppm: line.vatPpm,
      vat_minor: amounts?.vatMinor ?? 0,
      gross_minor: amounts?.grossMinor ?? line.netMinor,
      revision: 1,
    });
  });
  return id;
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}

function addPayments(
  context: SampleContext,
  draft: InvoiceDraft,
  invoice: { id: string; number: number; openMinor: number },
  random: Random,
): void {
  const { today } = context;
  const [early, late] = draft.client.spec.delay;
  const wanted = addDays(draft.dueOn, random.whole(early, late));
  const soonest = addDays(draft.issuedOn, 2);
  const isInParts = random.next() < 0.06;
  const paidOn = toWorkday(laterOf(wanted, soonest));
  const isDue = draft.dueOn < today;
  // Outside the story everything that was due has been paid by yesterday.
  const latest = backToWorkday(addDays(today, -1));
  const day = paidOn <= latest ? paidOn : isDue ? latest : null;
  if (day === null || day < draft.issuedOn) return;
  const amount = draft.grossMinor - invoice.openMinor;
  if (amount <= 0) return;
  const half = Math.round(amount / 2 / 100_00) * 100_00;
  if (isInParts && half > 0 && half < amount) {
    const sooner = backToWorkday(addDays(day, -5));
    const first = sooner > draft.issuedOn ? sooner : day;
    addPayment(context, draft, invoice, first, half);
    addPayment(context, draft, invoice, day, amount - half);
    return;
  }
  addPayment(context, draft, invoice, day, amount);
}

function addPayment(
  context: SampleContext,
  draft: InvoiceDraft,
  invoice: { id: string; number: number },
  paidOn: string,
  amountMinor: number,
): void {
  const { sink, makeId } = context;
  const { client } = draft;
  const id = makeId(paidOn);
  sink.add('payments', {
    id,
    ...payer(client),
    direction: 'in',
    paid_on: paidOn,
    amount_minor: amountMinor,
    own_account_id: null,
    purpose: purposeOf(draft, invoice.number, amountMinor),
    document_number: (100 + ((invoice.number * 37 + client.index * 11) % 880)).toString(),
    dedupe_key: null,
    import_id: null,
    revision: 1,
  });
  sink.add('payment_allocations', {
    id: makeId(paidOn),
    payment_id: id,
    invoice_id: invoice.id,
    amount_minor: amountMinor,
    confidence: null,
    reasons: '[]',
    revision: 1,
  });
}

function payer(client: SampleClient) {
  const { spec, index } = client;
  const isRussian = spec.country === 'RU';
  return {
    client_id: client.id,
    currency: spec.currency,
    counterparty_name: spec.legalName,
    counterparty_inn: isRussian ? russianRequisites(index + 11).inn : null,
    counterparty_account: isRussian
      ? russianRequisites(index + 11).account
      : latvianRequisites('4020399117').iban,
    document_kind: isRussian ? 'Платёжное поручение' : 'Maksājuma uzdevums',
  };
}

const dotted = (date: string): string => date.split('-').reverse().join('.');

function decimal(minor: number): string {
  return `${Math.floor(minor / 100)}-${(minor % 100).toString().padStart(2, '0')}`;
}

function purposeOf(draft: InvoiceDraft, number: number, amountMinor: number): string {
  if (draft.client.spec.country !== 'RU') {
    return `Invoice ${number}, ${dotted(draft.issuedOn)}`;
  }
  const rate = draft.lines[0]?.vatPpm ?? 0;
  const vat = Math.round((amountMinor * rate) / (1_000_000 + rate));
  return `Оплата по счёту № ${number} от ${dotted(draft.issuedOn)} за рекламные услуги, в т. ч. НДС ${rate / 10_000} % ${decimal(vat)}`;
}

/** Money that names no invoice: the manager decides by hand what it is for. */
function addUnmatched(context: SampleContext, clients: readonly SampleClient[]): void {
  const client = clients.find((candidate) => candidate.spec.key === 'zhemchug');
  if (client === undefined) return;
  const paidOn = backToWorkday(addDays(context.today, -4));
  context.sink.add('payments', {
    id: context.makeId(paidOn),
    ...payer(client),
    direction: 'in',
    paid_on: paidOn,
    amount_minor: toMinor(36_600),
    own_account_id: null,
    purpose: 'Аванс по договору за съёмку ролика, в т. ч. НДС',
    document_number: '418',
    dedupe_key: null,
    import_id: null,
    revision: 1,
  });
}
