import { readOpenInvoices } from '../../../db/queries/clients.query';
import {
  type DatedRow,
  readBriefsWithClient,
  readDatedAbsences,
  readDatedBriefs,
  readDatedContracts,
  readDatedDeadlines,
  readDatedFlights,
  readDatedRetainers,
  readDatedTasks,
  readLastContacts,
} from '../../../db/queries/dated-items.query';
import type { DatedKind } from '../../../shared/contract/deadlines.contract';
import { nextContactOn } from '../../../shared/domain/contact-cadence';
import type { Period } from '../../../shared/domain/dates';
import { retainerFee } from '../../../shared/domain/retainer';
import { openNetMinor } from '../../../shared/domain/vat';
import { addWorkDays } from '../../../shared/domain/work/work-days';
import { agencyWorkDays } from '../tasks/task-book';
import type { DeadlineSource, SourceItem } from './deadline-source';

function itemOf(row: DatedRow, kind: DatedKind, link: string): SourceItem {
  return {
    kind,
    sourceId: row.id,
    on: row.on,
    title: { key: `deadlines:title.${kind}`, params: { title: row.title } },
    clientId: row.clientId,
    ownerId: row.ownerId,
    stake: null,
    link,
    canComplete: false,
  };
}

const ofClient = (row: DatedRow, tab: string): string => `/clients/${row.clientId}/${tab}`;

const enteredDeadlines: DeadlineSource = {
  read: (read, span) =>
    readDatedDeadlines(read, span).map((row) => ({
      ...itemOf(row, 'deadline', ofClient(row, 'profitability')),
      canComplete: true,
    })),
};

/** What has begun needs nothing more: only what comes is told. */
function fromToday({ from, to }: Period, today: string): Period {
  return from < today ? { from: today, to } : { from, to };
}

const tasks: DeadlineSource = {
  read(read, span) {
    const of = (day: 'due' | 'deadline', kind: DatedKind) =>
      readDatedTasks(read, day, span).map(({ stakeMinor, currency, ...row }) => ({
        ...itemOf(row, kind, `/tasks/${row.id}`),
        stake: stakeMinor === null || currency === null ? null : { minor: stakeMinor, currency },
      }));
    return [...of('deadline', 'task-deadline'), ...of('due', 'task-due')];
  },
};

const absences: DeadlineSource = {
  read(read, days, today) {
    const span = fromToday(days, today);
    return readDatedAbsences(read, span).map((row) => ({
      ...itemOf(row, 'absence', '/people'),
      title: { key: 'deadlines:title.absence', params: { title: row.title, to: row.toOn } },
    }));
  },
};

const invoices: DeadlineSource = {
  read: (read, span, today) =>
    readOpenInvoices(read, null, today)
      .filter((row) => row.dueOn >= span.from && row.dueOn <= span.to)
      .map((row) => {
        const dated = { ...row, on: row.dueOn, title: row.number, ownerId: null };
        return {
          ...itemOf(dated, 'invoice', ofClient(dated, 'receivables')),
          stake: { minor: openNetMinor(row), currency: row.currency },
        };
      }),
};

const contracts: DeadlineSource = {
  read: (read, span, today) => [
    ...readDatedContracts(read, 'renew-by', span, today).map((row) =>
      itemOf(row, 'contract-renewal', ofClient(row, 'details')),
    ),
    ...readDatedContracts(read, 'ends', span, today).map((row) =>
      itemOf(row, 'contract-end', ofClient(row, 'details')),
    ),
  ],
};

const retainers: DeadlineSource = {
  read: (read, span) =>
    readDatedRetainers(read, span).map((row) => ({
      ...itemOf(row, 'retainer-end', ofClient(row, 'projects')),
      stake: { minor: retainerFee(row.listFeeMinor, row.discountPpm), currency: row.currency },
    })),
};

const flights: DeadlineSource = {
  read(read, days, today) {
    const span = fromToday(days, today);
    const of = (day: 'from' | 'to', kind: DatedKind) =>
      readDatedFlights(read, day, span).map((row) => itemOf(row, kind, `/media-plans/${row.id}`));
    return [...of('from', 'flight-start'), ...of('to', 'flight-end')];
  },
};

const briefs: DeadlineSource = {
  read: (read, span) =>
    readDatedBriefs(read, span).map((row) => itemOf(row, 'brief', `/briefs/${row.id}`)),
};

/** Working days after which a brief that the client has not answered is asked after. */
const ANSWER_DAYS = 5;

const briefAnswers: DeadlineSource = {
  read(read, span) {
    const isWorkDay = agencyWorkDays(read);
    return readBriefsWithClient(read)
      .map((row) => ({ ...row, on: addWorkDays(row.on, ANSWER_DAYS, isWorkDay) }))
      .filter((row) => row.on >= span.from && row.on <= span.to)
      .map((row) => itemOf(row, 'brief-answer', `/briefs/${row.id}`));
  },
};

/** The day by which a client should hear from the agency, by the norm of the tier. */
const contacts: DeadlineSource = {
  read: (read, span, today) =>
    readLastContacts(read, today)
      .map((row) => ({ ...row, on: nextContactOn(row.tier, row.on) }))
      .filter((row) => row.on >= span.from && row.on <= span.to)
      .map((row) => itemOf(row, 'contact', ofClient(row, 'details'))),
};

/** Every source, in the order in which things of one day stand. */
export const DEADLINE_SOURCES: readonly DeadlineSource[] = [
  enteredDeadlines,
  tasks,
  invoices,
  contracts,
  retainers,
  flights,
  briefs,
  briefAnswers,
  contacts,
  absences,
];
