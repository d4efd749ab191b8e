import { z } from 'zod';
import {
  type MediaPlanMappingRow,
  recordMediaPlanSource,
  rememberMediaPlanMapping,
} from '../../../db/repositories/media-plan-import.repo';
import {
  addMediaPlan,
  addMediaPlanLine,
  POSITION_STEP,
  setMediaPlanColumns,
} from '../../../db/repositories/media-plans.repo';
import type { WriteDb } from '../../../db/write-db';
import type { VatFlag } from '../../../shared/domain/ad-statistics/types';
import { PLAN_FIELDS, type PlanReading } from '../../../shared/domain/media-plan-import/types';
import { columnsOfInput } from '../media-plans/plan-line';
import type { ImportAbout } from './import-kind';
import type { DraftPlan } from './media-plan-draft';

const columnsSchema = z.array(z.enum(PLAN_FIELDS).nullable());

/** A remembered mapping as it is used. */
export function readRemembered({ columns, vat, commission }: MediaPlanMappingRow) {
  return { columns: columnsSchema.parse(JSON.parse(columns)), vat, commission };
}

type Written = {
  readonly draft: DraftPlan;
  readonly reading: PlanReading;
  readonly clientId: string;
  readonly source: {
    readonly importId: string;
    readonly fileSha256: string;
    readonly sheet: string;
  };
  readonly about: ImportAbout | undefined;
  readonly now: number;
};

/** Writes the plan as a draft, with what was decided about its columns. */
export function writeMediaPlan(tx: WriteDb, written: Written): void {
  const { draft, clientId, source, now } = written;
  const { period } = draft;
  if (period === null) return;
  const planId = addMediaPlan(tx, {
    clientId,
    name: draft.name,
    currency: draft.currency,
    fromOn: period.from,
    toOn: period.to,
    columnUnit: draft.columnUnit,
    commissionPpm: draft.commission.ppm,
    commissionBasis: draft.commission.basis,
    vatMode: draft.vat.mode,
    vatPpm: draft.vat.ppm,
    editedAt: now,
  });
  if (draft.columnUnit === 'stated') setMediaPlanColumns(tx, planId, draft.columns);
  for (const [index, { input }] of draft.lines.entries()) {
    addMediaPlanLine(tx, {
      ...columnsOfInput(input),
      planId,
      position: (index + 1) * POSITION_STEP,
      model: input.model,
      fromOn: input.from,
      toOn: input.to,
    });
  }
  recordMediaPlanSource(tx, { planId, ...source });
  remember(tx, written);
}

function remember(tx: WriteDb, { reading, about }: Written): void {
  const isDecided = about?.uses !== undefined || about?.vat != null || about?.commission != null;
  if (!isDecided) return;
  const columns = reading.columns
    .filter(({ isOfDays }) => !isOfDays)
    .map(({ use }) => (use === 'flight' ? null : use));
  rememberMediaPlanMapping(tx, {
    fingerprint: reading.fingerprint,
    columns: JSON.stringify(columns),
    vat: statedOf(about?.vat),
    commission: statedOf(about?.commission),
  });
}

function statedOf(flag: VatFlag | null | undefined): 'included' | 'excluded' | null {
  return flag === 'included' || flag === 'excluded' ? flag : null;
}
