import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkspace } from '../../db/connection';
import { foundAgency } from '../../db/repositories/founding.repo';
import { AppError } from '../../shared/contract/app-error';
import {
  type MediaPlanCase,
  type MediaPlanValues,
  mediaPlanCaseSchema,
} from '../../shared/domain/media-plan-case';
import {
  compareMediaPlanValues,
  type WrongPlanValue,
} from '../../shared/domain/media-plan-case-values';
import { keepFiguresFresh } from './figures.service';
import type { Session } from './session';
import { loadPlanCase } from './verify/load-plan-case';
import { readPlanValues } from './verify/read-plan-case';
import type { VerifyOptions } from './verify-metrics.service';

export type VerifyPlanAnswer = {
  readonly case: string;
  /** How many figures were held against what the case expects; 0 where it expects none. */
  readonly checked: number;
  readonly wrong: readonly WrongPlanValue[];
  /** Every figure computed, in the shape of the case's `expected`. */
  readonly values: MediaPlanValues;
};

/** Reads a case. Throws `case-field-wrong` naming the first field that will not do. */
function readCase(caseJson: unknown): { file: MediaPlanCase; expected: unknown } {
  const parsed = mediaPlanCaseSchema.safeParse(caseJson);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new AppError('case-field-wrong', { place: place === '' ? 'case' : place });
  }
  const expected =
    typeof caseJson === 'object' && caseJson !== null && 'expected' in caseJson
      ? caseJson.expected
      : undefined;
  return { file: parsed.data, expected };
}

/**
 * Loads a worked media-plan case (METRICS.md) through the services into a throw-away workspace file, reads
 * the figures back as the product does and holds them against what the case expects. Throws
 * `case-field-wrong`, and what the services refuse, such as `media-plan-flight-uncovered`.
 */
export function verifyMediaPlan(caseJson: unknown, options: VerifyOptions = {}): VerifyPlanAnswer {
  const { file, expected } = readCase(caseJson);
  const folder = mkdtempSync(join(tmpdir(), 'agency-case-'));
  try {
    const workspace = createWorkspace(join(folder, 'case.agency'), {
      ...options,
      dataFolder: join(folder, 'data'),
    });
    const clock = {
      today: () => file.fact?.asOf ?? file.columns[0]?.from ?? '2026-01-01',
      now: () => Date.now(),
    };
    const session: Session = {
      workspace,
      clock,
      language: () => 'en',
      actor: 'verify-media-plan',
    };
    try {
      keepFiguresFresh(workspace, clock);
      const label = { key: 'history.load-case', params: { case: file.case } };
      workspace.write({ actor: session.actor, now: clock.now(), label, kind: 'setup' }, (tx) =>
        foundAgency(tx, {
          agencyName: 'Case',
          country: 'RU',
          city: '',
          language: 'en',
          userName: 'Case',
          userRole: 'manager',
        }),
      );
      const loaded = loadPlanCase(session, file);
      const values = readPlanValues(session, loaded);
      return { case: file.case, ...compareMediaPlanValues(values, expected), values };
    } finally {
      workspace.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
