import { describe, expect, test } from 'vitest';
import {
  listCosts,
  recordDirectCost,
  recordProductionCost,
  removeCost,
} from '../../electron/services/costs.service';
import { amendHours, logHours, removeHours } from '../../electron/services/hours.service';
import { listMedia, recordMedia } from '../../electron/services/media.service';
import {
  addProject,
  amendProject,
  judgeProjectProgress,
  listProjects,
  planProjectHours,
  recordProjectBilling,
  setProjectTerms,
} from '../../electron/services/projects.service';
import type { Session } from '../../electron/services/session';
import { newSession } from '../helpers/db-session';
import { action } from '../helpers/db-workspace';
import { codeOf } from '../helpers/error-code';

const HOUR = 3600;

function fixedFee(session: Session, clientId = 'ural', feeMinor = 9_000_000): string {
  return addProject(session, {
    clientId,
    kind: 'fixed-fee',
    name: 'Посадочная страница',
    startsOn: '2026-10-01',
    endsOn: null,
    feeMinor,
    terms: null,
  }).id;
}

const entry = {
  personId: 'anna',
  clientId: 'ural',
  projectId: null,
  workedOn: '2026-10-12',
  kind: 'retainer' as const,
  durationSeconds: HOUR,
  note: '',
};

describe('hours', () => {
  test('belong to a client unless they are internal, and to a project of that client', () => {
    const session = newSession();
    const other = fixedFee(session, 'kama');
    expect(codeOf(() => logHours(session, { ...entry, clientId: null }))).toBe(
      'hours-client-needed',
    );
    expect(codeOf(() => logHours(session, { ...entry, kind: 'internal' }))).toBe(
      'hours-client-not-internal',
    );
    expect(codeOf(() => logHours(session, { ...entry, projectId: other }))).toBe(
      'hours-project-of-other',
    );
    const { id } = logHours(session, entry);
    expect(
      codeOf(() => amendHours(session, { id, revision: 1, patch: { kind: 'internal' } })),
    ).toBe('hours-client-not-internal');
    amendHours(session, { id, revision: 1, patch: { durationSeconds: 2 * HOUR } });
    expect(codeOf(() => amendHours(session, { id, revision: 1, patch: { note: 'x' } }))).toBe(
      'row-changed-elsewhere',
    );
    removeHours(session, { id });
    expect(session.workspace.undo(action())?.key).toBe('history.remove-hours');
    expect(session.workspace.read.get('SELECT duration_s FROM time_entries')).toEqual({
      duration_s: 2 * HOUR,
    });
  });
});

describe('projects', () => {
  test('say how a fixed fee stands', () => {
    const session = newSession();
    const projectId = fixedFee(session);
    judgeProjectProgress(session, { projectId, judgedOn: '2026-10-31', completePpm: 550_000 });
    planProjectHours(session, {
      projectId,
      personId: 'anna',
      plannedSeconds: 60 * HOUR,
      remainingSeconds: 24 * HOUR,
    });
    recordProjectBilling(session, { projectId, billedOn: '2026-10-31', amountMinor: 4_500_000 });
    logHours(session, { ...entry, kind: 'project', projectId, durationSeconds: 8 * HOUR });
    const [project] = listProjects(session, { clientId: 'ural' }).projects;
    // An hour of Anna: (90 000 × 1.3 + 13 000) / 160 = 812.50
    expect(project).toMatchObject({
      completePpm: 550_000,
      control: {
        bac: { value: 60 * 81_250 },
        ac: { value: 8 * 81_250 },
        ev: { value: 33 * 81_250 },
        hoursBurnPpm: { value: 133_333 },
        wip: { value: 4_950_000 - 4_500_000 },
      },
    });
  });

  test('of a client in euros are unknown without an accounting rate', () => {
    const session = newSession();
    const projectId = fixedFee(session, 'riga');
    planProjectHours(session, {
      projectId,
      personId: 'anna',
      plannedSeconds: HOUR,
      remainingSeconds: 0,
    });
    const [project] = listProjects(session, { clientId: 'riga' }).projects;
    expect(project?.control?.bac).toMatchObject({
      value: null,
      missing: [{ code: 'accounting-rate' }],
    });
  });

  test('refuse what cannot be', () => {
    const session = newSession();
    const id = fixedFee(session);
    const patch = { endsOn: '2026-09-30' };
    expect(codeOf(() => amendProject(session, { id, revision: 1, patch }))).toBe('period-invalid');
    const terms = {
      projectId: id,
      validFrom: '2026-10-01',
      validTo: null,
      listFeeMinor: 1,
      discountPpm: 0,
      includedSeconds: 1,
      rollover: 'none' as const,
      rolloverSeconds: 0,
    };
    expect(codeOf(() => setProjectTerms(session, terms))).toBe('input-invalid');
  });
});

describe('media and costs', () => {
  const spend = {
    clientId: 'ural',
    channel: 'direct',
    fromOn: '2026-11-01',
    toOn: '2026-11-30',
    planMinor: 300_000,
    actualMinor: 210_000,
    rebatePpm: 0,
    impressions: null,
    clicks: 100,
    leads: 0,
    orders: null,
    revenueMinor: null,
  };

  test('name their pace to date and the ratios that have no input', () => {
    const session = newSession();
    recordMedia(session, spend);
    const [row] = listMedia(session, {
      clientId: 'ural',
      from: '2026-11-01',
      to: '2026-11-30',
    }).rows;
    expect(row).toMatchObject({
      cpc: { value: 2_100, missing: [] },
      cpl: { value: null, missing: [] },
      drrPpm: { value: null, missing: [{ code: 'media-revenue' }] },
      pacePpm: { value: 0 },
    });
  });

  test('are listed by period and removed with a way back', () => {
    const session = newSession();
    const production = recordProductionCost(session, {
      clientId: 'ural',
      incurredOn: '2026-11-05',
      title: 'Съёмка',
      vendor: '',
      projectId: null,
      costMinor: 1_200_000,
      markupPpm: 150_000,
    });
    recordDirectCost(session, {
      clientId: 'ural',
      incurredOn: '2026-11-06',
      title: 'Такси',
      amountMinor: 150_000,
    });
    const period = { clientId: 'ural', from: '2026-11-01', to: '2026-11-30' };
    removeCost(session, { kind: 'production', id: production.id });
    expect(listCosts(session, period).production).toEqual([]);
    session.workspace.undo(action());
    expect(listCosts(session, period)).toMatchObject({
      production: [{ title: 'Съёмка' }],
      direct: [{ title: 'Такси' }],
    });
  });
});
