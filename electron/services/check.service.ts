import {
  findBadDates,
  findBrokenRules,
  findOrphans,
  readOwedByClient,
} from '../../db/queries/check.query';
import { readClientInvoices } from '../../db/queries/clients.query';
import { readAllPlans } from '../../db/queries/media-plans.query';
import { readSeriesTasks } from '../../db/queries/task-practice.query';
import { readDependencies } from '../../db/queries/tasks.query';
import { findTask } from '../../db/repositories/tasks.repo';
import { AppError } from '../../shared/contract/app-error';
import { addDays, monthOf } from '../../shared/domain/dates';
import { subtotalOf } from '../../shared/domain/media-plan-sheet';
import { addMinor } from '../../shared/domain/money';
import { AGING_BUCKETS, agingOf } from '../../shared/domain/receivables';
import { someCircle } from '../../shared/domain/work/dependency-graph';
import { nextOccurrence } from '../../shared/domain/work/recurrence';
import { translatorOf } from '../../shared/i18n/all-messages';
import { differencesOfMonths } from './figures.service';
import { type PlanModel, PlanRates, readPlanModel } from './media-plans/plan-model';
import { documentsOf } from './receivables-facts';
import { readOf, type Session } from './session';

export type Check = { name: string; ok: boolean; detail: string };
export type CheckReport = { ok: boolean; checks: Check[] };

/** `count` is what the sentence speaks of; `first` names one place. */
type Finding = { name: string; ok: boolean; count: number; first: string };

function finding(name: string, broken: readonly string[]): Finding {
  return { name, ok: broken.length === 0, count: broken.length, first: broken[0] ?? '' };
}

function checkAging(session: Session): Finding {
  const read = readOf(session);
  const asOf = session.clock.today();
  const wrong = readOwedByClient(read, asOf).filter(({ clientId, owedMinor }) => {
    const aging = agingOf(documentsOf(readClientInvoices(read, clientId, asOf)), asOf);
    const buckets = addMinor(...AGING_BUCKETS.map((bucket) => aging.buckets[bucket]));
    return aging.totalMinor !== owedMinor || buckets !== owedMinor;
  });
  return finding(
    'aging',
    wrong.map(({ clientId }) => clientId),
  );
}

/** A plan that can be reckoned and whose lines add up to its totals in every column. */
function adds(model: PlanModel): boolean {
  const { totals, columns, lines } = model;
  const results = lines.map((line) => line.result);
  const sums = subtotalOf(results, columns.length);
  return (
    sums.netMinor === totals.netMinor &&
    sums.clientPriceMinor === totals.clientPriceMinor &&
    sums.vatMinor === totals.vatMinor &&
    addMinor(...totals.columnsMinor) === totals.netMinor
  );
}

function checkMediaPlans(session: Session): Finding {
  const read = readOf(session);
  const plans = readAllPlans(read);
  if (plans.length === 0) return finding('media-plan-lines', []);
  const options = { today: session.clock.today(), rates: new PlanRates(read) };
  const wrong = plans.filter(({ id }) => {
    try {
      return !adds(readPlanModel(read, id, options));
    } catch (error) {
      if (error instanceof AppError) return true;
      throw error;
    }
  });
  return finding(
    'media-plan-lines',
    wrong.map(({ name, version }) => `${name}, ${version}`),
  );
}

function checkTaskCircles(session: Session): Finding {
  const read = readOf(session);
  const circle = someCircle(readDependencies(read));
  return finding(
    'task-circles',
    circle === null ? [] : [circle.map((id) => findTask(read, id)?.title ?? id).join(' → ')],
  );
}

function checkTaskSeries(session: Session): Finding {
  const read = readOf(session);
  const today = session.clock.today();
  const wrong = readSeriesTasks(read).filter(({ rule, startsOn, days, openDays }) => {
    const ahead = openDays.filter((on) => on > today);
    const isForeign = days.some(
      (on) => on >= startsOn && nextOccurrence(rule, startsOn, addDays(on, -1)) !== on,
    );
    return ahead.length > 1 || isForeign;
  });
  return finding(
    'task-series',
    wrong.map(({ title }) => title),
  );
}

function checkJournal(session: Session): Finding {
  const chain = session.workspace.verifyJournal();
  if (chain.ok) return { name: 'journal', ok: true, count: chain.rows, first: '' };
  return { name: 'journal', ok: false, count: 1, first: String(chain.brokenAt) };
}

function checkKeptFigures(session: Session): Finding {
  const differences = differencesOfMonths(readOf(session), monthOf(session.clock.today()));
  return finding(
    'kept-figures',
    differences.map(({ clientId, month }) => `${clientId} ${month}`),
  );
}

function findAll(session: Session): Finding[] {
  const read = readOf(session);
  const integrity = finding('integrity', session.workspace.integrityProblems('full'));
  // What rests on a broken file would only be guessed at.
  if (!integrity.ok) return [integrity];
  return [
    integrity,
    finding(
      'references',
      findOrphans(read).flatMap(({ table, count }) => Array.from({ length: count }, () => table)),
    ),
    checkJournal(session),
    ...findBrokenRules(read).map(({ name, broken, first }) => ({
      name,
      ok: broken === 0,
      count: broken,
      first: first ?? '',
    })),
    finding(
      'dates',
      findBadDates(read).flatMap(({ table, column, count }) =>
        Array.from({ length: count }, () => `${table}.${column}`),
      ),
    ),
    checkAging(session),
    checkMediaPlans(session),
    checkTaskCircles(session),
    checkTaskSeries(session),
    checkKeptFigures(session),
  ];
}

/**
 * Everything that must hold of a workspace: the file, its references, the journal, the rules of the books,
 * and that kept figures equal a recompute. Each check says in the user's language what it found.
 */
export function runWorkspaceChecks(session: Session): CheckReport {
  const language = session.language();
  const say = translatorOf(language).getFixedT(language, 'cli');
  const checks = findAll(session).map(({ name, ok, count, first }) => ({
    name,
    ok,
    detail: say(`check.${name}.${ok ? 'ok' : 'broken'}`, { count, first }),
  }));
  return { ok: checks.every(({ ok }) => ok), checks };
}
