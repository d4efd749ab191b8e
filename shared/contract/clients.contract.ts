import { z } from 'zod';
import { command, query } from './channel';
import { clientNameSchema, retainerHoursSchema } from './portfolio.contract';
import {
  currencySchema,
  dateSchema,
  doneSchema,
  figureSchema,
  idSchema,
  languageSchema,
  lineSchema,
  minorSchema,
  monthSchema,
  periodSchema,
  phraseSchema,
  revisionSchema,
  secondsSchema,
  textSchema,
} from './primitives';

const optionalLine = lineSchema.nullable();

export const requisitesSchema = z.object({
  legalName: lineSchema,
  address: lineSchema,
  inn: optionalLine,
  kpp: optionalLine,
  ogrn: optionalLine,
  bik: optionalLine,
  account: optionalLine,
  correspondentAccount: optionalLine,
  bankName: optionalLine,
  registrationNumber: optionalLine,
  vatNumber: optionalLine,
  iban: optionalLine,
});

/** A requisite that looks wrong. Warns, never blocks. */
export const requisiteWarningSchema = z.object({
  field: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const clientCardSchema = requisitesSchema.extend({
  name: lineSchema.min(1),
  descriptor: lineSchema,
  mark: z.string().min(1).max(2),
  country: z.enum(['RU', 'LV', 'OTHER']),
  language: languageSchema,
  currency: currencySchema,
  tier: z.enum(['A', 'B', 'C']),
  managerId: idSchema.nullable(),
  deputyId: idSchema.nullable(),
  sinceOn: dateSchema.nullable(),
  untilOn: dateSchema.nullable(),
  paymentDays: z.number().int().min(0).max(365),
  creditLimitMinor: minorSchema.nullable(),
});

export const contactSchema = z.object({
  name: lineSchema.min(1),
  position: lineSchema,
  phone: optionalLine,
  email: optionalLine,
});

export const contractTermsSchema = z.object({
  number: lineSchema.min(1),
  signedOn: dateSchema,
  endsOn: dateSchema.nullable(),
  renewByOn: dateSchema.nullable(),
});

const identified = { id: idSchema, revision: revisionSchema };

export const clientListItemSchema = clientNameSchema.extend({
  legalName: z.string(),
  managerName: z.string().nullable(),
  contractEndsOn: dateSchema.nullable(),
  archived: z.boolean(),
});

export const clientOverviewSchema = clientNameSchema.extend({
  ...identified,
  card: clientCardSchema,
  warnings: z.array(requisiteWarningSchema),
  managerName: z.string().nullable(),
  deputyName: z.string().nullable(),
  contacts: z.array(contactSchema.extend(identified)),
  contract: contractTermsSchema.extend(identified).nullable(),
  receivables: figureSchema,
  overdue: figureSchema,
  limitUsedPpm: figureSchema,
  nps: z
    .object({
      score: z.number().int(),
      previous: z.number().int().nullable(),
      answeredOn: dateSchema,
    })
    .nullable(),
  risks: z.array(phraseSchema),
  position: z.object({
    index: z.number().int(),
    of: z.number().int(),
    previousId: idSchema.nullable(),
    nextId: idSchema.nullable(),
  }),
  counts: z.object({
    briefs: z.number().int(),
    projects: z.number().int(),
    overdueInvoices: z.number().int(),
  }),
});

/** The P&L lines of one client and one span of months, client's currency. */
export const profitLineSchema = z.object({
  grossBillings: figureSchema,
  wipChange: figureSchema,
  rebate: figureSchema,
  recognised: figureSchema,
  passThrough: figureSchema,
  agi: figureSchema,
  deliveryCost: figureSchema,
  deliveryMargin: figureSchema,
  deliveryMarginPpm: figureSchema,
  directCosts: figureSchema,
  contribution: figureSchema,
  contributionPpm: figureSchema,
  overhead: figureSchema,
  netProfit: figureSchema,
  netMarginPpm: figureSchema,
});

export const clientProfitabilitySchema = z.object({
  clientId: idSchema,
  currency: currencySchema,
  period: periodSchema,
  /** The chosen period. */
  total: profitLineSchema,
  /** Six months ending with the period, and their summed total. */
  months: z.array(z.object({ month: monthSchema, line: profitLineSchema })),
  monthsTotal: profitLineSchema,
  projects: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      kind: z.enum(['retainer', 'fixed-fee', 'media', 'other']),
      recognised: figureSchema,
      agi: figureSchema,
      seconds: secondsSchema,
      deliveryCost: figureSchema,
      deliveryMargin: figureSchema,
      deliveryMarginPpm: figureSchema,
    }),
  ),
  averageBillableRate: figureSchema,
  clientSeconds: secondsSchema,
  writeOff: figureSchema,
  realizationPpm: figureSchema,
});

export const clientHoursSchema = z.object({
  month: monthSchema,
  retainer: retainerHoursSchema.nullable(),
  /** Retainer hours used by the end of each day of the month up to today, in seconds. */
  usedByDay: z.array(z.object({ on: dateSchema, seconds: secondsSchema })),
  forecastSeconds: secondsSchema.nullable(),
  overserviceForecastSeconds: secondsSchema.nullable(),
  overserviceValue: figureSchema,
  byPerson: z.array(
    z.object({
      personId: idSchema,
      name: z.string(),
      role: z.string(),
      retainerSeconds: secondsSchema,
      projectSeconds: secondsSchema,
      reworkSeconds: secondsSchema,
    }),
  ),
  entries: z.array(
    z.object({
      ...identified,
      personId: idSchema,
      personName: z.string(),
      projectId: idSchema.nullable(),
      projectName: z.string().nullable(),
      workedOn: dateSchema,
      kind: z.enum(['retainer', 'project', 'rework']),
      seconds: secondsSchema,
      note: z.string(),
    }),
  ),
  entriesTotal: z.number().int(),
});

export const invoiceRowSchema = z.object({
  ...identified,
  number: z.string(),
  issuedOn: dateSchema,
  dueOn: dateSchema,
  currency: currencySchema,
  netMinor: minorSchema,
  vatMinor: minorSchema,
  grossMinor: minorSchema,
  paidMinor: minorSchema,
  openMinor: minorSchema,
  daysOverdue: z.number().int(),
  isCancelled: z.boolean(),
});

export const clientReceivablesSchema = z.object({
  asOf: dateSchema,
  currency: currencySchema,
  aging: z.object({
    notDue: minorSchema,
    d1to30: minorSchema,
    d31to60: minorSchema,
    d61to90: minorSchema,
    over90: minorSchema,
    total: minorSchema,
    prepaid: minorSchema,
  }),
  dso: figureSchema,
  collectionPpm: figureSchema,
  invoices: z.array(invoiceRowSchema),
  payments: z.array(
    z.object({
      ...identified,
      paidOn: dateSchema,
      amountMinor: minorSchema,
      allocatedMinor: minorSchema,
      purpose: z.string(),
      counterpartyName: z.string(),
    }),
  ),
});

export const timelineItemSchema = z.object({
  id: idSchema,
  on: dateSchema,
  at: z.number().nullable(),
  kind: z.enum(['contact', 'deadline', 'invoice-due', 'nps', 'contract', 'payment']),
  title: phraseSchema,
  detail: phraseSchema.nullable(),
  tone: z.enum(['plain', 'pos', 'neg', 'warn']),
  done: z.boolean(),
});

export const deadlineKinds = [
  'task',
  'report',
  'meeting',
  'payment',
  'contract',
  'launch',
] as const;
export const contactChannels = ['call', 'meeting', 'email', 'chat', 'visit'] as const;

export const clientsContract = {
  'clients/list': query(
    z.object({ archived: z.boolean() }).strict(),
    z.object({ clients: z.array(clientListItemSchema) }),
  ),
  'clients/overview': query(z.object({ clientId: idSchema }).strict(), clientOverviewSchema),
  'clients/profitability': query(
    z.object({ clientId: idSchema, period: periodSchema }).strict(),
    clientProfitabilitySchema,
  ),
  'clients/hours': query(
    z.object({ clientId: idSchema, month: monthSchema }).strict(),
    clientHoursSchema,
  ),
  'clients/receivables': query(z.object({ clientId: idSchema }).strict(), clientReceivablesSchema),
  'clients/timeline': query(
    z.object({ clientId: idSchema }).strict(),
    z.object({ items: z.array(timelineItemSchema) }),
  ),
  'clients/add': command(
    clientCardSchema
      .pick({
        name: true,
        descriptor: true,
        country: true,
        language: true,
        currency: true,
        tier: true,
      })
      .extend({ sinceOn: dateSchema })
      .strict(),
    doneSchema,
  ),
  'clients/amend': command(
    z.object({ ...identified, patch: clientCardSchema.partial().strict() }).strict(),
    z.object({
      id: idSchema,
      revision: revisionSchema,
      warnings: z.array(requisiteWarningSchema),
    }),
  ),
  'clients/logo': query(
    z.object({ clientId: idSchema }).strict(),
    z.object({ logoDataUri: z.string().nullable() }),
  ),
  /** Asks for a picture and keeps it; `chosen` is false where the dialog was closed. */
  'clients/choose-logo': command(
    z.object({ clientId: idSchema }).strict(),
    z.object({ id: idSchema, chosen: z.boolean() }),
  ),
  'clients/remove-logo': command(z.object({ clientId: idSchema }).strict(), doneSchema),
  'clients/archive': command(z.object({ id: idSchema }).strict(), doneSchema),
  'clients/check-requisites': query(
    requisitesSchema.partial().extend({ country: z.string() }).strict(),
    z.object({ warnings: z.array(requisiteWarningSchema) }),
  ),
  'contacts/add': command(contactSchema.extend({ clientId: idSchema }).strict(), doneSchema),
  'contacts/amend': command(
    z.object({ ...identified, patch: contactSchema.partial().strict() }).strict(),
    doneSchema,
  ),
  'contacts/remove': command(z.object({ id: idSchema }).strict(), doneSchema),
  'contracts/set': command(contractTermsSchema.extend({ clientId: idSchema }).strict(), doneSchema),
  'deadlines/add': command(
    z
      .object({
        clientId: idSchema,
        dueOn: dateSchema,
        title: lineSchema.min(1),
        kind: z.enum(deadlineKinds),
      })
      .strict(),
    doneSchema,
  ),
  'deadlines/move': command(z.object({ id: idSchema, dueOn: dateSchema }).strict(), doneSchema),
  'deadlines/complete': command(z.object({ id: idSchema }).strict(), doneSchema),
  'contact-log/record': command(
    z
      .object({
        clientId: idSchema,
        contactedOn: dateSchema,
        channel: z.enum(contactChannels),
        note: textSchema,
      })
      .strict(),
    doneSchema,
  ),
  'nps/record': command(
    z
      .object({
        clientId: idSchema,
        answeredOn: dateSchema,
        score: z.number().int().min(0).max(10),
        comment: textSchema,
      })
      .strict(),
    doneSchema,
  ),
};

export type ClientCard = z.infer<typeof clientCardSchema>;
export type Requisites = z.infer<typeof requisitesSchema>;
export type RequisiteWarningDto = z.infer<typeof requisiteWarningSchema>;
export type ClientListItem = z.infer<typeof clientListItemSchema>;
export type ClientOverview = z.infer<typeof clientOverviewSchema>;
export type ProfitLine = z.infer<typeof profitLineSchema>;
export type ClientProfitability = z.infer<typeof clientProfitabilitySchema>;
export type ClientHours = z.infer<typeof clientHoursSchema>;
export type ClientReceivables = z.infer<typeof clientReceivablesSchema>;
export type InvoiceRow = z.infer<typeof invoiceRowSchema>;
export type TimelineItem = z.infer<typeof timelineItemSchema>;
