import { z } from 'zod';
import { ESTIMATE_KINDS } from '../domain/estimate';
import { command, query } from './channel';
import {
  currencySchema,
  dateSchema,
  doneSchema,
  emptySchema,
  figureSchema,
  idSchema,
  languageSchema,
  lineSchema,
  minorSchema,
  monthSchema,
  ppmSchema,
  revisionSchema,
  secondsSchema,
  textSchema,
} from './primitives';
import { accuracySchema, priceSchema, weightedAccuracySchema } from './proposal-figures';

const identified = { id: idSchema, revision: revisionSchema };
const shareSchema = ppmSchema.min(0).max(1_000_000);
/** An exact decimal such as 1.5, at most 28 characters. */
const decimalSchema = z
  .string()
  .max(28)
  .regex(/^\d+(\.\d+)?$/);

export const proposalStatusSchema = z.enum(['draft', 'sent', 'accepted', 'lost']);

const lineFields = {
  groupName: lineSchema,
  kind: z.enum(ESTIMATE_KINDS),
  title: lineSchema,
  role: lineSchema,
  personId: idSchema.nullable(),
  vendor: lineSchema,
  quantity: decimalSchema,
  unit: lineSchema,
  unitPriceMinor: minorSchema.min(0),
  unitCostMinor: minorSchema.min(0),
  markupPpm: ppmSchema.min(-1_000_000),
  commissionPpm: ppmSchema.min(0).nullable(),
  commissionBasis: z.enum(['on-top', 'inside']).nullable(),
  hoursSeconds: secondsSchema,
  startsOn: dateSchema.nullable(),
  endsOn: dateSchema.nullable(),
  isOption: z.boolean(),
  package: lineSchema,
  chosen: z.boolean(),
  note: lineSchema,
};
export const proposalLineFieldsSchema = z.object(lineFields);
export type ProposalLineFields = z.infer<typeof proposalLineFieldsSchema>;

/** What a line, a group or the whole comes to: minor units of the proposal's currency, without VAT. */
const amountsSchema = z.object({
  amountMinor: minorSchema,
  passThroughMinor: minorSchema,
  agiMinor: minorSchema,
  seconds: z.number().int(),
  cost: figureSchema,
  marginPpm: figureSchema,
});

const lineSchemaOut = proposalLineFieldsSchema.extend({
  ...identified,
  originId: idSchema,
  /** Reckoned, counted or not. */
  amounts: amountsSchema,
  /** Of an option that is not taken: what the whole would be with it. */
  withOption: z.object({ amountMinor: minorSchema, marginPpm: figureSchema }).nullable(),
});

const headFields = {
  clientId: idSchema,
  briefId: idSchema.nullable(),
  title: lineSchema.min(1),
  language: languageSchema,
  pricesOn: dateSchema,
  validUntil: dateSchema,
  startsOn: dateSchema,
  endsOn: dateSchema,
  discountPpm: shareSchema,
  discountReason: lineSchema,
  vatMode: z.enum(['by-date', 'stated', 'none']),
  vatPpm: shareSchema.nullable(),
  prepaymentPpm: shareSchema,
  paymentTerms: textSchema,
  exclusions: textSchema,
  introduction: textSchema,
};

const headSchema = z.object({
  ...identified,
  ...headFields,
  familyId: idSchema,
  number: z.number().int(),
  version: z.number().int(),
  status: proposalStatusSchema,
  currency: currencySchema,
  sentOn: dateSchema.nullable(),
  decidedOn: dateSchema.nullable(),
  decidedBy: z.string(),
  evidence: z.string(),
  lostReason: z.string(),
  projectId: idSchema.nullable(),
  /** The month whose hours beyond the retainer it puts a price on. */
  overserviceMonth: monthSchema.nullable(),
  clientName: z.string(),
  clientMark: z.string(),
  clientHue: z.number().int(),
  editedAt: z.number().int(),
});

export const proposalListItemSchema = headSchema.extend({
  amountMinor: minorSchema,
  grossMinor: minorSchema,
  marginPpm: figureSchema,
  versionCount: z.number().int(),
});

/** Whether the people are there: hours wanted of a role in the days of its lines against hours free. */
const capacitySchema = z.object({
  role: z.string(),
  from: dateSchema,
  to: dateSchema,
  wantedSeconds: z.number().int(),
  freeSeconds: z.number().int(),
});

const discountSchema = z.object({
  discountableMinor: minorSchema,
  amountMinor: minorSchema,
  /** What it takes from the margin, ppm points. */
  marginCostPpm: figureSchema,
  marginBeforePpm: figureSchema,
  /** The highest that still meets the target; null where none does. */
  atTargetPpm: shareSchema.nullable(),
  managerMaxPpm: shareSchema,
  leadMaxPpm: shareSchema,
  /** Who has to say yes to it: nobody, the lead, or the owner above the lead. */
  needs: z.enum(['nobody', 'lead', 'owner']),
  approvedBy: z.string().nullable(),
});

const creditSchema = z.object({
  receivablesMinor: minorSchema,
  limitMinor: minorSchema.nullable(),
  /** Debt with this proposal's gross on top, less the prepayment. */
  withProposalMinor: minorSchema,
});

/** The whole with one of its packages; internal figures beside the client's. */
const packageSchema = amountsSchema.extend({
  name: z.string(),
  isChosen: z.boolean(),
  lineCount: z.number().int(),
  discountMinor: minorSchema,
  vatMinor: minorSchema,
  grossMinor: minorSchema,
});

/** What accepting it would make. */
const acceptanceSchema = z.object({
  feeMinor: minorSchema,
  taskCount: z.number().int(),
  seconds: z.number().int(),
  /** Share of each month in what the project bills, ppm. */
  months: z.array(z.object({ month: monthSchema, sharePpm: ppmSchema })),
  mediaLineCount: z.number().int(),
  mediaMinor: minorSchema,
  firstInvoiceGrossMinor: minorSchema,
  /** The contract or the addendum that is drafted with it. */
  agreement: z.object({
    kind: z.enum(['contract', 'addendum']),
    number: z.string(),
    contractNumber: z.string().nullable(),
  }),
});

export const proposalSchema = headSchema.extend({
  lines: z.array(lineSchemaOut),
  /** In the order of their first lines; one is chosen wherever there are any. */
  packages: z.array(packageSchema),
  groups: z.array(amountsSchema.extend({ name: z.string(), lineIds: z.array(idSchema) })),
  total: amountsSchema,
  vatRatePpm: shareSchema.nullable(),
  vatMinor: minorSchema,
  grossMinor: minorSchema,
  prepaymentMinor: minorSchema,
  targetPpm: shareSchema,
  discount: discountSchema,
  capacity: z.array(capacitySchema),
  credit: creditSchema,
  acceptance: acceptanceSchema,
  /** Null until the project has hours or costs. */
  accuracy: accuracySchema.nullable(),
  agreement: z
    .object({ id: idSchema, kind: z.enum(['contract', 'addendum']), number: z.string() })
    .nullable(),
  versions: z.array(
    z.object({
      id: idSchema,
      version: z.number().int(),
      status: proposalStatusSchema,
      editedAt: z.number().int(),
      amountMinor: minorSchema,
    }),
  ),
});

const rateCardFields = {
  kind: z.enum(['role', 'service']),
  title: lineSchema.min(1),
  role: lineSchema,
  unit: lineSchema,
  priceMinor: minorSchema.min(0),
  currency: currencySchema,
  hoursSeconds: secondsSchema,
  validFrom: dateSchema,
  validTo: dateSchema.nullable(),
};
export const rateCardItemSchema = z.object({ ...identified, ...rateCardFields });

const packageNameSchema = z.object({ id: idSchema, name: lineSchema.min(1) }).strict();
const versionDoneSchema = z.object({ id: idSchema, revision: revisionSchema });

export const proposalsContract = {
  /** The newest version of each proposal, the newest first, and how many were won. */
  'proposals/list': query(
    z.object({ clientId: idSchema.nullable() }).strict(),
    z.object({
      proposals: z.array(proposalListItemSchema),
      /** Of those decided in the last twelve months: accepted / (accepted + lost), by number and by amount. */
      winRatePpm: figureSchema,
      winRateByAmountPpm: figureSchema,
      accuracy: weightedAccuracySchema,
    }),
  ),
  /** The price list on the proposal's day, in its currency. */
  'proposals/prices': query(
    z.object({ id: idSchema }).strict(),
    z.object({ prices: z.array(priceSchema) }),
  ),
  'proposals/show': query(z.object({ id: idSchema }).strict(), proposalSchema),
  'proposals/add': command(
    z
      .object({
        clientId: idSchema,
        briefId: idSchema.nullable(),
        title: lineSchema.min(1),
        startsOn: dateSchema,
        endsOn: dateSchema,
      })
      .strict(),
    doneSchema,
  ),
  'proposals/amend': command(
    z
      .object({
        ...identified,
        patch: z.object(headFields).omit({ clientId: true }).partial().strict(),
      })
      .strict(),
    versionDoneSchema,
  ),
  'proposals/add-lines': command(
    z
      .object({
        proposalId: idSchema,
        /** Line to put them after; null: first. */
        afterId: idSchema.nullable(),
        lines: z
          .array(proposalLineFieldsSchema.partial().extend({ kind: z.enum(ESTIMATE_KINDS) }))
          .min(1)
          .max(500),
      })
      .strict(),
    z.object({ ids: z.array(idSchema) }),
  ),
  'proposals/amend-line': command(
    z.object({ ...identified, patch: z.object(lineFields).partial().strict() }).strict(),
    doneSchema,
  ),
  'proposals/move-line': command(
    z.object({ id: idSchema, afterId: idSchema.nullable(), groupName: lineSchema }).strict(),
    doneSchema,
  ),
  'proposals/remove-lines': command(
    z.object({ ids: z.array(idSchema).min(1).max(500) }).strict(),
    doneSchema,
  ),
  'proposals/choose-package': command(packageNameSchema, doneSchema),
  'proposals/rename-package': command(
    packageNameSchema.extend({ to: lineSchema.min(1) }),
    doneSchema,
  ),
  'proposals/copy-package': command(
    packageNameSchema.extend({ to: lineSchema.min(1) }),
    doneSchema,
  ),
  'proposals/dissolve-package': command(packageNameSchema, doneSchema),
  'proposals/duplicate': command(z.object({ id: idSchema }).strict(), doneSchema),
  'proposals/archive': command(z.object({ id: idSchema }).strict(), doneSchema),
  'proposals/approve-discount': command(z.object({ id: idSchema }).strict(), doneSchema),
  'proposals/send': command(z.object({ id: idSchema }).strict(), doneSchema),
  'proposals/withdraw': command(z.object({ id: idSchema }).strict(), doneSchema),
  /**
   * Makes the project, its tasks, budget, media plan, the drafts of the first invoice and of the contract or
   * addendum, of what was taken only; one undo takes it all back.
   */
  'proposals/accept': command(
    z
      .object({
        id: idSchema,
        decidedOn: dateSchema,
        decidedBy: lineSchema.min(1),
        evidence: textSchema,
        /** The regulation that the tasks are set by; without one they follow the estimate's lines. */
        templateId: idSchema.optional(),
        /** What the client took; null: as the estimate stands. */
        taken: z
          .object({ package: lineSchema, optionIds: z.array(idSchema).max(500) })
          .strict()
          .nullable(),
      })
      .strict(),
    z.object({ id: idSchema, projectId: idSchema, agreementId: idSchema }),
  ),
  'proposals/lose': command(
    z.object({ id: idSchema, decidedOn: dateSchema, reason: lineSchema.min(1) }).strict(),
    doneSchema,
  ),
  'proposals/export': command(
    z.object({ id: idSchema, format: z.enum(['pdf', 'xlsx']) }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
  'rate-card/list': query(
    emptySchema,
    z.object({
      items: z.array(rateCardItemSchema),
      managerMaxPpm: shareSchema,
      leadMaxPpm: shareSchema,
    }),
  ),
  'rate-card/set': command(z.object(rateCardFields).strict(), doneSchema),
  'rate-card/remove': command(z.object(identified).strict(), doneSchema),
  'rate-card/set-discount-limit': command(
    z.object({ decider: z.enum(['manager', 'lead']), maxPpm: shareSchema }).strict(),
    doneSchema,
  ),
};

export type Proposal = z.infer<typeof proposalSchema>;
export type ProposalListItem = z.infer<typeof proposalListItemSchema>;
export type ProposalAmounts = z.infer<typeof amountsSchema>;
