import { addDays, monthPeriod } from '../../../shared/domain/dates';
import { quantitiesOfHours, secondsBeyond } from '../../../shared/domain/overservice-hours';
import { backToWorkday } from './sample-calendar';
import { CONTACTS } from './sample-contacts';
import { monthAt, type SampleClient, type SampleContext } from './sample-context';
import { PEOPLE } from './sample-people';
import { monthWords } from './sample-projects';
import { lineColumns, proposalColumns } from './sample-proposals';
import type { SampleRow, SampleRows } from './sample-rows';

/** Whose hours went beyond the retainer, and whose won estimate has its facts. */
const OVERSERVED = 'dom-orekh';
const WON = 'kamsky-market';
const NUMBERS = { won: 13, overservice: 19 } as const;

/** The estimate was less careful than the plan that was made of it. */
const ESTIMATED = 0.9;

const num = (row: SampleRow, column: string): number => Number(row[column] ?? 0);
const text = (row: SampleRow, column: string): string => String(row[column] ?? '');

/** A won estimate beside the hours it took, and last month's hours beyond a retainer with their addendum. */
export function addAgreements(
  context: SampleContext,
  clients: readonly SampleClient[],
  rows: SampleRows,
): void {
  const of = (key: string) => clients.find(({ spec }) => spec.key === key);
  const won = of(WON);
  if (won !== undefined) addWonEstimate(context, won, rows);
  const overserved = of(OVERSERVED);
  if (overserved !== undefined) addOverservice(context, overserved, rows);
}

/** The price of an hour of each role on a day, minor units. */
function rolePrices(rows: SampleRows, on: string): Map<string, number> {
  const valid = (rows.get('rate_card_items') ?? []).filter(
    (row) =>
      row['kind'] === 'role' &&
      text(row, 'valid_from') <= on &&
      (row['valid_to'] === null || text(row, 'valid_to') >= on),
  );
  return new Map(valid.map((row) => [text(row, 'role'), num(row, 'price_minor')]));
}

const roleOf = (context: SampleContext, personId: string): string =>
  PEOPLE.find(({ code }) => context.people.get(code) === personId)?.role ?? '';

function addLines(
  context: SampleContext,
  into: { proposalId: string; on: string },
  lines: readonly { title: string; role: string; quantity: string; priceMinor: number }[],
): void {
  lines.forEach(({ priceMinor, quantity, ...line }, index) => {
    context.sink.add(
      'proposal_lines',
      lineColumns(context.makeId(into.on), into.proposalId, index, {
        ...line,
        quantity,
        unit_price_minor: priceMinor,
      }),
    );
  });
}

/** The estimate that the newest closed project of the client was won with: its hours as they were planned. */
function addWonEstimate(context: SampleContext, client: SampleClient, rows: SampleRows): void {
  const project = (rows.get('projects') ?? [])
    .filter(
      (row) =>
        row['client_id'] === client.id && row['kind'] === 'fixed-fee' && row['status'] === 'closed',
    )
    .sort((a, b) => (text(a, 'starts_on') < text(b, 'starts_on') ? 1 : -1))[0];
  if (project === undefined) return;
  const startsOn = text(project, 'starts_on');
  const pricesOn = backToWorkday(addDays(startsOn, -14));
  const prices = rolePrices(rows, pricesOn);
  const id = context.makeId(pricesOn);
  context.sink.add('proposals', {
    ...proposalColumns(client, { id, number: NUMBERS.won, title: text(project, 'name') }),
    prices_on: pricesOn,
    valid_until: addDays(pricesOn, 21),
    starts_on: startsOn,
    ends_on: text(project, 'ends_on'),
    status: 'accepted',
    sent_on: pricesOn,
    decided_on: addDays(startsOn, -3),
    decided_by: CONTACTS[WON]?.[0]?.name ?? client.spec.name,
    evidence: 'Подписанная смета',
    payment_terms: '40 % до начала, остаток по акту',
    project_id: project.id,
    edited_at: Date.parse(`${pricesOn}T09:00:00Z`),
  });
  const planned = (rows.get('project_hours') ?? []).filter(
    (row) => row['project_id'] === project.id && num(row, 'planned_s') > 0,
  );
  const quantities = planned.map((row) =>
    String(Math.round((num(row, 'planned_s') / 3600) * ESTIMATED)),
  );
  addLines(
    context,
    { proposalId: id, on: pricesOn },
    planned.map((row, index) => {
      const role = roleOf(context, text(row, 'person_id'));
      return {
        title: `${role.charAt(0).toUpperCase()}${role.slice(1)}: работы по проекту`,
        role,
        quantity: quantities[index] ?? '0',
        priceMinor: prices.get(role) ?? 0,
      };
    }),
  );
}

/** Last month's hours beyond the retainer, sent to the client with the draft of the addendum. */
function addOverservice(context: SampleContext, client: SampleClient, rows: SampleRows): void {
  const month = monthAt(context, -1);
  const { from, to } = monthPeriod(month);
  const retainer = (rows.get('projects') ?? []).find(
    (row) => row['client_id'] === client.id && row['kind'] === 'retainer',
  );
  const terms = (rows.get('retainer_terms') ?? []).findLast(
    (row) => row['project_id'] === retainer?.id && text(row, 'valid_from') <= from,
  );
  if (terms === undefined) return;
  const available =
    num(terms, 'included_s') + (terms['rollover'] === 'stated' ? num(terms, 'rollover_s') : 0);
  const worked = (rows.get('time_entries') ?? [])
    .filter(
      (row) =>
        row['client_id'] === client.id &&
        row['kind'] === 'retainer' &&
        text(row, 'worked_on') >= from &&
        text(row, 'worked_on') <= to,
    )
    .map((row) => ({
      id: row.id,
      on: text(row, 'worked_on'),
      role: roleOf(context, text(row, 'person_id')),
      seconds: num(row, 'duration_s'),
    }))
    .sort((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1));
  const byRole = new Map<string, number>();
  for (const { row, seconds } of secondsBeyond(worked, available)) {
    byRole.set(row.role, (byRole.get(row.role) ?? 0) + seconds);
  }
  if (byRole.size === 0) return;
  const prices = rolePrices(rows, to);
  const on = backToWorkday(addDays(context.today, -4));
  const id = context.makeId(on);
  const title = `Часы сверх абонемента, ${monthWords(month, 'ru')}`;
  context.sink.add('proposals', {
    ...proposalColumns(client, { id, number: NUMBERS.overservice, title }),
    prices_on: to,
    valid_until: addDays(on, 21),
    starts_on: from,
    ends_on: to,
    status: 'sent',
    sent_on: on,
    introduction: `Работы за ${monthWords(month, 'ru')}, выполненные после того, как часы абонентского обслуживания закончились.`,
    edited_at: Date.parse(`${on}T09:00:00Z`),
    overservice_month: month,
  });
  const quantities = quantitiesOfHours([...byRole.values()]);
  addLines(
    context,
    { proposalId: id, on },
    [...byRole.keys()].map((role, index) => ({
      title: `${role}: часы сверх абонемента`,
      role,
      quantity: quantities[index] ?? '0',
      priceMinor: prices.get(role) ?? 0,
    })),
  );
  context.sink.add('agreements', {
    id: context.makeId(on),
    client_id: client.id,
    kind: 'addendum',
    number: '1',
    contract_id: client.contractId,
    proposal_id: id,
    dated_on: on,
    subject: title,
    status: 'draft',
    signed_on: null,
    evidence: '',
    net_minor: null,
    vat_ppm: null,
    vat_minor: null,
    gross_minor: null,
    revision: 1,
  });
}
