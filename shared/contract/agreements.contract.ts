import { z } from 'zod';
import { command, query } from './channel';
import {
  currencySchema,
  dateSchema,
  doneSchema,
  idSchema,
  lineSchema,
  minorSchema,
  monthSchema,
  ppmSchema,
  revisionSchema,
  textSchema,
} from './primitives';

const identified = { id: idSchema, revision: revisionSchema };
const draftFields = {
  number: lineSchema.min(1),
  datedOn: dateSchema,
  subject: lineSchema.min(1),
};

export const agreementSchema = z.object({
  ...identified,
  ...draftFields,
  clientId: idSchema,
  kind: z.enum(['contract', 'addendum']),
  /** Of the contract an addendum adds to; of a signed contract its own. */
  contractNumber: z.string().nullable(),
  status: z.enum(['draft', 'signed']),
  signedOn: dateSchema.nullable(),
  evidence: z.string(),
  /** Of a draft: what its proposal comes to now. */
  currency: currencySchema,
  netMinor: minorSchema,
  vatPpm: ppmSchema.nullable(),
  vatMinor: minorSchema,
  grossMinor: minorSchema,
  proposal: z.object({
    id: idSchema,
    number: z.number().int(),
    version: z.number().int(),
    title: z.string(),
    status: z.enum(['draft', 'sent', 'accepted', 'lost']),
  }),
});

export const agreementsContract = {
  /** Contracts and addenda of a client that were made from proposals, the newest first. */
  'agreements/list': query(
    z.object({ clientId: idSchema }).strict(),
    z.object({ agreements: z.array(agreementSchema) }),
  ),
  'agreements/amend': command(
    z.object({ ...identified, patch: z.object(draftFields).partial().strict() }).strict(),
    doneSchema,
  ),
  /** Keeps the amounts of that day; a contract becomes the one in force in the client's card. */
  'agreements/sign': command(
    z.object({ ...identified, signedOn: dateSchema, evidence: textSchema }).strict(),
    doneSchema,
  ),
  'agreements/remove': command(z.object(identified).strict(), doneSchema),
  'agreements/export': command(
    z.object({ id: idSchema }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
  /**
   * Turns a month's hours beyond the retainer into an estimate and an addendum. Without a month: the newest
   * of the current and the last closed one that has such hours.
   */
  'overservice/offer': command(
    z.object({ clientId: idSchema, month: monthSchema.nullable() }).strict(),
    z.object({ id: idSchema, agreementId: idSchema, month: monthSchema }),
  ),
};

export type Agreement = z.infer<typeof agreementSchema>;
