import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBrokenRules } from '../../db/queries/check.query';
import { setPayRate } from '../../db/repositories/people.repo';
import { setDatedRate, setOverhead } from '../../db/repositories/rates.repo';
import { recordDirectCost, recordProductionCost } from '../../electron/services/costs.service';
import { differencesOfMonths } from '../../electron/services/figures.service';
import { amendHours, logHours, removeHours } from '../../electron/services/hours.service';
import {
  recordMedia,
  removeMedia,
  setMediaCommission,
} from '../../electron/services/media.service';
import {
  addProject,
  amendProject,
  judgeProjectProgress,
  recordProjectBilling,
  setProjectTerms,
} from '../../electron/services/projects.service';
import type { Session } from '../../electron/services/session';
import { AppError } from '../../shared/contract/app-error';
import { addDays } from '../../shared/domain/dates';
import { newSession } from '../helpers/db-session';
import { action } from '../helpers/db-workspace';

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

function retainer(session: Session, clientId = 'ural'): string {
  return addProject(session, {
    clientId,
    kind: 'retainer',
    name: 'Ретейнер',
    startsOn: '2026-01-01',
    endsOn: null,
    feeMinor: null,
    terms: {
      validFrom: '2026-01-01',
      validTo: null,
      listFeeMinor: 10_000_000,
      discountPpm: 0,
      includedSeconds: 40 * HOUR,
      rollover: 'previous-month',
      rolloverSeconds: 10 * HOUR,
    },
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

/** One change of any input of the figures. */
type Step = { kind: string; day: number; amount: number; who: number };

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'hours',
      'hours',
      'hours',
      'internal',
      'amend',
      'remove',
      'media',
      'remove-media',
      'production',
      'direct',
      'progress',
      'billing',
      'terms',
      'commission',
      'pay',
      'tax',
      'bonus',
      'overhead',
      'end',
      'undo',
      'undo',
      'redo',
    ),
    day: fc.nat(320),
    amount: fc.integer({ min: 1, max: 500 }),
    who: fc.nat(1),
  }),
  { minLength: 1, maxLength: 25 },
);

function take(session: Session, projects: { fee: string; retainer: string }, step: Step): void {
  const on = addDays('2026-01-01', step.day);
  const { workspace } = session;
  const clientId = step.who === 0 ? 'ural' : 'kama';
  const personId = step.who === 0 ? 'anna' : 'boris';
  const anyId = (table: string) =>
    workspace.read.get<{ id: string; revision: number }>(
      `SELECT id, revision FROM ${table} ORDER BY id LIMIT 1`,
    );
  const base = { ...entry, personId, clientId, workedOn: on, durationSeconds: step.amount * 60 };
  switch (step.kind) {
    case 'hours':
      logHours(session, step.amount % 2 === 0 ? base : { ...base, kind: 'rework' });
      break;
    case 'internal':
      logHours(session, { ...base, clientId: null, kind: 'internal' });
      break;
    case 'amend': {
      const row = anyId('time_entries');
      if (row !== undefined) amendHours(session, { ...row, patch: { workedOn: on, personId } });
      break;
    }
    case 'remove': {
      const row = anyId('time_entries');
      if (row !== undefined) removeHours(session, row);
      break;
    }
    case 'media':
      recordMedia(session, {
        clientId,
        channel: 'vk',
        fromOn: on,
        toOn: addDays(on, step.amount % 40),
        planMinor: null,
        actualMinor: step.amount * 100,
        rebatePpm: 50_000,
        impressions: null,
        clicks: null,
        leads: null,
        orders: null,
        revenueMinor: null,
      });
      break;
    case 'remove-media': {
      const row = anyId('media_spend');
      if (row !== undefined) removeMedia(session, row);
      break;
    }
    case 'production':
      recordProductionCost(session, {
        clientId,
        incurredOn: on,
        title: 'x',
        vendor: '',
        projectId: null,
        costMinor: step.amount * 100,
        markupPpm: 150_000,
      });
      break;
    case 'direct':
      recordDirectCost(session, {
        clientId,
        incurredOn: on,
        title: 'x',
        amountMinor: step.amount * 10,
      });
      break;
    case 'progress':
      judgeProjectProgress(session, {
        projectId: projects.fee,
        judgedOn: on,
        completePpm: step.amount * 2000,
      });
      break;
    case 'billing':
      recordProjectBilling(session, {
        projectId: projects.fee,
        billedOn: on,
        amountMinor: step.amount * 100,
      });
      break;
    case 'terms':
      setProjectTerms(session, {
        projectId: projects.retainer,
        validFrom: on,
        validTo: step.who === 0 ? null : addDays(on, 45),
        listFeeMinor: step.amount * 1000,
        discountPpm: 0,
        includedSeconds: step.amount * 60,
        rollover: 'previous-month',
        rolloverSeconds: HOUR,
      });
      break;
    case 'commission':
      setMediaCommission(session, {
        clientId,
        validFrom: on,
        validTo: null,
        ratePpm: step.amount * 100,
        basis: step.who === 0 ? 'on-top' : 'inside',
      });
      break;
    case 'pay':
      workspace.write(action(), (tx) =>
        setPayRate(tx, {
          personId,
          validFrom: on,
          monthlyPayMinor: step.amount * 10_000,
          monthlyBenefitsMinor: 0,
          availableSeconds: 500_000,
        }),
      );
      break;
    case 'tax':
    case 'bonus':
      workspace.write(action(), (tx) =>
        setDatedRate(tx, {
          kind: step.kind === 'tax' ? 'payroll-tax' : 'upsell-bonus',
          country: 'RU',
          validFrom: on,
          ratePpm: step.amount * 1000,
        }),
      );
      break;
    case 'overhead':
      workspace.write(action(), (tx) =>
        setOverhead(tx, {
          fromOn: '2026-01-01',
          toOn: '2026-12-31',
          facilityCostMinor: step.amount * 100_000,
        }),
      );
      break;
    case 'end': {
      const row = workspace.read.get<{ revision: number; starts_on: string }>(
        'SELECT revision, starts_on FROM projects WHERE id = ?',
        projects.retainer,
      );
      const endsOn = step.who === 0 ? null : on;
      if (row !== undefined)
        amendProject(session, { id: projects.retainer, revision: row.revision, patch: { endsOn } });
      break;
    }
    case 'undo':
      workspace.undo(action());
      break;
    case 'redo':
      workspace.redo(action());
      break;
  }
}

test('whatever changes, the kept figures equal a full recompute', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const session = newSession();
      const projects = { fee: fixedFee(session), retainer: retainer(session) };
      for (const step of list) {
        try {
          take(session, projects, step);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      }
      expect(
        session.workspace.read.all("SELECT * FROM stale_months WHERE month <= '2026-11'"),
      ).toEqual([]);
      expect(differencesOfMonths(session.workspace.read, '2026-11')).toEqual([]);
      expect(
        findBrokenRules(session.workspace.read).filter(({ name }) => name === 'open-invoices'),
      ).toEqual([{ name: 'open-invoices', broken: 0, first: null }]);
      session.workspace.close();
    }),
    { numRuns: 60, seed: 20261121 },
  );
}, 120_000);
