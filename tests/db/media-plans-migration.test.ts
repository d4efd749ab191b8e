import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorkspace, openWorkspace } from '../../db/connection';
import { migrations, SCHEMA_VERSION } from '../../db/migrations/migrations';
import { addClient } from '../../db/repositories/clients.repo';
import { recordMedia } from '../../db/repositories/media.repo';
import { addMediaPlan, addMediaPlanLine } from '../../db/repositories/media-plans.repo';
import { action, temporaryFolder } from '../helpers/db-workspace';

const PLAN = {
  clientId: 'c',
  name: 'Декабрь',
  currency: 'RUB',
  fromOn: '2026-12-01',
  toOn: '2026-12-31',
  editedAt: 0,
};
const LINE = {
  planId: 'p',
  position: 1,
  model: 'cpc',
  fromOn: '2026-12-01',
  toOn: '2026-12-31',
} as const;

/** A closed file of the release before media plans, with a client and its media. */
function olderFile(): { path: string; dataFolder: string } {
  const dataFolder = temporaryFolder();
  const path = join(temporaryFolder(), 'test.agency');
  const workspace = createWorkspace(path, { dataFolder, migrations: migrations.slice(0, 2) });
  workspace.write(action(), (tx) => {
    addClient(tx, {
      id: 'c',
      name: 'Клиент',
      currency: 'RUB',
      country: 'RU',
      language: 'ru',
      tier: 'A',
    });
    recordMedia(tx, {
      clientId: 'c',
      channel: 'Радио',
      fromOn: '2026-11-01',
      toOn: '2026-11-30',
      planMinor: 100,
    });
  });
  workspace.close();
  return { path, dataFolder };
}

describe('a file of the release before media plans', () => {
  it('keeps its rows and history, and takes plans', () => {
    const { path, dataFolder } = olderFile();
    const workspace = openWorkspace(path, { dataFolder });
    expect(workspace.read.get('SELECT * FROM pragma_user_version')).toEqual({
      user_version: SCHEMA_VERSION,
    });
    expect(workspace.read.get('SELECT channel, plan_minor FROM media_spend')).toEqual({
      channel: 'Радио',
      plan_minor: 100,
    });
    expect(workspace.verifyJournal().ok).toBe(true);
    workspace.write(action(), (tx) => {
      addMediaPlan(tx, { ...PLAN, id: 'p' });
      addMediaPlanLine(tx, { ...LINE, volume: '4200', price: '21.50' });
    });
    expect(workspace.undo({ actor: 'tester', now: 1 })).not.toBeNull();
    expect(workspace.undo({ actor: 'tester', now: 2 })).not.toBeNull();
    expect(
      workspace.read.all('SELECT id FROM media_plans UNION ALL SELECT id FROM clients'),
    ).toEqual([]);
    workspace.close();
  });
});

describe('what the tables of plans refuse by themselves', () => {
  it.each([
    ['a volume that is no number', { volume: '1,5' }],
    ['a price below zero', { price: '-1' }],
    ['a price with two points', { price: '1.2.3' }],
    ['a price that ends in a point', { price: '1.' }],
    ['a flight that ends before it begins', { toOn: '2026-11-30' }],
    ['a discount that is no list', { discounts: '{}' }],
    ['half a commission of its own', { commissionPpm: 1 }],
    [
      'commission inside of all of it',
      { commissionPpm: 1_000_000, commissionBasis: 'inside' as const },
    ],
  ])('%s', (_name, change) => {
    const { path, dataFolder } = olderFile();
    const workspace = openWorkspace(path, { dataFolder });
    const write = () =>
      workspace.write(action(), (tx) => {
        addMediaPlan(tx, { ...PLAN, id: 'p' });
        addMediaPlanLine(tx, { ...LINE, ...change });
      });
    expect(write).toThrow('value-refused');
    workspace.close();
  });

  it.each([
    ['approval without a day', { status: 'approved' as const, decidedBy: 'x' }],
    ['approval by nobody', { status: 'approved' as const, decidedOn: '2026-11-20' }],
    ['a stated rate that is not stated', { vatMode: 'stated' as const }],
    ['a period that ends before it begins', { toOn: '2026-11-30' }],
  ])('%s', (_name, change) => {
    const { path, dataFolder } = olderFile();
    const workspace = openWorkspace(path, { dataFolder });
    expect(() =>
      workspace.write(action(), (tx) => addMediaPlan(tx, { ...PLAN, ...change })),
    ).toThrow('value-refused');
    workspace.close();
  });
});
