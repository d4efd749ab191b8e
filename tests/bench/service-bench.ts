import Database from 'better-sqlite3';
import { openWorkspace } from '../../db/connection';
import { PORTFOLIO_MONTHS_SQL, readPortfolioMonths } from '../../db/queries/client-months.query';
import { systemClock } from '../../electron/services/clock';
import { recomputeAllMonths } from '../../electron/services/figures.service';
import { logHours } from '../../electron/services/hours.service';
import { monthSumOf, showPortfolio } from '../../electron/services/portfolio.service';
import { createSample } from '../../electron/services/sample/create-sample';
import type { Session } from '../../electron/services/session';
import { makeDataSet, TODAY } from './data-set';
import { interleave, type Ratio, RUNS, ratioOf } from './measure';
import { planBench } from './plan-bench';
import { makePlan, PLAN_ID } from './plan-set';
import { makeTasks } from './task-set';

export { makeDataSet, makePlan, makeTasks, PLAN_ID, planBench };

/** The sample portfolio, for what needs real briefs. */
export function makeSample(path: string): void {
  createSample(path, { seed: 1, today: TODAY });
}

const SPAN = { fromMonth: '2025-11', toMonth: '2026-11' };
const MANAGER = 'person-00000000';
const PERIOD = { from: '2026-10-01', to: '2026-10-31' };
/** One reading is a fraction of a millisecond; a run repeats it. */
const REPEATS = 50;

function repeat(work: () => unknown): () => void {
  return () => {
    for (let index = 0; index < REPEATS; index += 1) work();
  };
}

/** Reading and writing through the services against the same SQL bare. */
export async function serviceBench(path: string, scale: string): Promise<Ratio[]> {
  const workspace = openWorkspace(path);
  const clock = systemClock(TODAY);
  const session: Session = { workspace, clock, language: () => 'ru', actor: MANAGER };
  try {
    const scope = { managerId: MANAGER, clientId: null };
    const figures = await interleave(
      RUNS,
      repeat(() =>
        readPortfolioMonths(workspace.read, scope, SPAN.fromMonth, SPAN.toMonth).map(monthSumOf),
      ),
      repeat(() => workspace.read.all(PORTFOLIO_MONTHS_SQL, { ...scope, ...SPAN })),
    );
    const screen = await interleave(
      RUNS,
      repeat(() => showPortfolio(workspace.read, PERIOD, MANAGER, TODAY)),
      repeat(() => workspace.read.all(PORTFOLIO_MONTHS_SQL, { ...scope, ...SPAN })),
    );
    const entry = {
      personId: MANAGER,
      clientId: 'client-00000000',
      projectId: 'project-00000000',
      workedOn: TODAY,
      kind: 'retainer',
      durationSeconds: 3600,
      note: '',
    } as const;
    const scratch = new Database(`${path}.floor`);
    scratch.pragma('journal_mode = WAL');
    scratch.pragma('synchronous = FULL');
    scratch.exec('CREATE TABLE IF NOT EXISTS t (a TEXT, b TEXT, c INTEGER)');
    const insert = scratch.prepare('INSERT INTO t VALUES (?, ?, ?)');
    const write = await interleave(
      RUNS * 5,
      () => logHours(session, entry),
      () => scratch.transaction(() => insert.run('a', 'b', 1)).immediate(),
    );
    scratch.close();
    const results = [
      ratioOf(
        'portfolio figures through the service ÷ the same SQL raw',
        scale,
        figures,
        'ms/50',
        1.3,
      ),
      ratioOf(
        "whole portfolio screen (all reads) ÷ the figures' SQL raw",
        scale,
        screen,
        'ms/50',
        null,
      ),
      ratioOf(
        'log an hour: journal, figures, durable ÷ one bare durable insert',
        scale,
        write,
        'ms',
        null,
      ),
    ];
    if (scale === '1×') {
      const proof = await interleave(
        3,
        () => recomputeAllMonths(workspace.read, '2026-11'),
        () =>
          readPortfolioMonths(
            workspace.read,
            { managerId: null, clientId: null },
            '2023-12',
            '2026-11',
          ),
      );
      results.push(
        ratioOf(
          'full recompute of every month ÷ reading the kept months',
          scale,
          proof,
          'ms',
          null,
        ),
      );
    }
    return results;
  } finally {
    workspace.close();
  }
}
