import { listKnownPlanLines } from '../../db/queries/known-plan-lines.query';
import { readPlanFacts } from '../../db/queries/media-plans.query';
import {
  addMediaPlanLine,
  amendMediaPlan,
  amendMediaPlanLine,
  findMediaPlanFact,
  findMediaPlanLine,
  listMediaPlanLines,
  type MediaPlanLineRow,
  POSITION_STEP,
  recordMediaPlanFact,
  removeMediaPlanFact,
  removeMediaPlanLine,
} from '../../db/repositories/media-plans.repo';
import type { WriteDb } from '../../db/write-db';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import type { PlanLineInput } from '../../shared/contract/media-plans.contract';
import type { PlanAmount, PlanBasis } from '../../shared/domain/media-plan-basis';
import { type BudgetLine, solveTopDown } from '../../shared/domain/media-plan-solver';
import { applyCells, wantedAmount, withNet } from './media-plans/plan-cells';
import { groundOf } from './media-plans/plan-ground';
import {
  assertLine,
  columnsOfInput,
  type LineGround,
  lineInputOf,
  newLine,
  patched,
  weightOf,
} from './media-plans/plan-line';
import { readPlanModel, requirePlan } from './media-plans/plan-model';
import { settledLines } from './media-plans/plan-settle';
import { planLabel, requireDraft } from './media-plans.service';
import { act, readOf, type Session } from './session';
import { describeFailure } from './wording';

function touch(tx: WriteDb, session: Session, planId: string): void {
  if (tx.touched.size > 0) amendMediaPlan(tx, planId, { editedAt: session.clock.now() });
}

function requireLines(rows: readonly MediaPlanLineRow[], ids: readonly string[]): void {
  const known = new Set(rows.map((row) => row.id));
  if (ids.some((id) => !known.has(id))) throw new AppError('media-plan-line-not-found');
}

type Stored = ReturnType<typeof columnsOfInput>;

/** Every column of a new line: a line of the contract states all of them. */
function insertLine(tx: WriteDb, planId: string, position: number, line: PlanLineInput): string {
  const fields: Stored = columnsOfInput(line);
  return addMediaPlanLine(tx, {
    ...fields,
    planId,
    position,
    model: line.model,
    fromOn: line.from,
    toOn: line.to,
  });
}

/**
 * Places for new or moved lines before a line, or at the end. Where there is no room between two
 * neighbours, all lines that stay are numbered anew.
 */
function placesBefore(
  tx: WriteDb,
  staying: readonly MediaPlanLineRow[],
  beforeId: string | null,
  count: number,
): number[] {
  const at = beforeId === null ? staying.length : staying.findIndex((row) => row.id === beforeId);
  if (at < 0) throw new AppError('media-plan-line-not-found');
  const low = staying[at - 1]?.position ?? 0;
  const next = staying[at];
  const high = next?.position ?? low + POSITION_STEP * (count + 1);
  const step = Math.floor((high - low) / (count + 1));
  if (step >= 1) return Array.from({ length: count }, (_, i) => low + step * (i + 1));
  staying.forEach((row, i) => {
    const place = i < at ? i : i + count;
    amendMediaPlanLine(tx, row.id, { position: (place + 1) * POSITION_STEP });
  });
  return Array.from({ length: count }, (_, i) => (at + i + 1) * POSITION_STEP);
}

/** Adds lines to a draft. Throws `media-plan-flight-uncovered` and what else a line is refused for. */
export function addPlanLines(
  session: Session,
  { planId, beforeId, lines }: Input<'media-plans/add-lines'>,
): Output<'media-plans/add-lines'> {
  const read = readOf(session);
  const plan = requireDraft(read, planId);
  const ground = groundOf(read, plan, session.clock.today());
  const period = { from: plan.fromOn, to: plan.toOn };
  const whole = lines.map((line) => newLine(line, period));
  for (const line of whole) assertLine(line, ground);
  const label = { ...planLabel(plan), lines: lines.length };
  return act(session, 'add-media-plan-lines', label, (tx) => {
    const places = placesBefore(tx, listMediaPlanLines(tx, planId), beforeId, whole.length);
    const ids = whole.map((line, i) => insertLine(tx, planId, places[i] ?? 0, line));
    touch(tx, session, planId);
    return { ids };
  });
}

/** Changes a line of a draft. Throws `row-changed-elsewhere` and what a line is refused for. */
export function amendPlanLine(
  session: Session,
  { id, revision, patch }: Input<'media-plans/amend-line'>,
): Output<'media-plans/amend-line'> {
  const read = readOf(session);
  const row = findMediaPlanLine(read, id);
  if (row === undefined) throw new AppError('media-plan-line-not-found');
  const plan = requireDraft(read, row.planId);
  assertLine(patched(lineInputOf(row), patch), groundOf(read, plan, session.clock.today()));
  act(session, 'amend-media-plan-line', planLabel(plan), (tx) => {
    amendMediaPlanLine(tx, id, columnsOfInput(patch), revision);
    touch(tx, session, plan.id);
  });
  return { id, revision: findMediaPlanLine(readOf(session), id)?.revision ?? revision };
}

/** Writes any number of cells as one action; what will not do is left as it was and named. */
export function writePlanCells(
  session: Session,
  { planId, rows }: Input<'media-plans/write-cells'>,
): Output<'media-plans/write-cells'> {
  const read = readOf(session);
  const plan = requireDraft(read, planId);
  const ground = groundOf(read, plan, session.clock.today());
  const language = session.language();
  const stored = new Map(listKnownPlanLines(read, planId).map((row) => [row.id, row]));
  const refused: Output<'media-plans/write-cells'>['refused'] = [];
  const written = rows.map((row, index) => {
    const before = row.lineId === null ? undefined : stored.get(row.lineId);
    if (row.lineId !== null && before === undefined) {
      throw new AppError('media-plan-line-not-found');
    }
    const start =
      before === undefined
        ? newLine({}, { from: plan.fromOn, to: plan.toOn })
        : lineInputOf(before);
    const done = applyCells(start, row, ground);
    for (const { field, error } of done.refused) {
      const message = describeFailure(error.code, error.params, language);
      refused.push({ row: index, field, code: error.code, message });
    }
    const amount = wantedAmount(start, row, done.refused, ground);
    return { before, start, line: done.line, amount, solve: row.solve ?? null };
  });
  const settled = settleRows(stored, written, ground);
  const cells = rows.reduce(
    (sum, row) => sum + Object.keys(row.cells).length + Object.keys(row.columns ?? {}).length,
    0,
  );
  const label = { ...planLabel(plan), cells: cells - refused.length };
  return act(session, 'write-media-plan-cells', label, (tx) => {
    let last = [...stored.values()].at(-1)?.position ?? 0;
    const ids = written.map(({ before, start }, i) => {
      const line = settled[i] ?? start;
      if (before === undefined) {
        last += POSITION_STEP;
        return insertLine(tx, planId, last, line);
      }
      amendMediaPlanLine(tx, before.id, columnsOfInput(line));
      return before.id;
    });
    touch(tx, session, planId);
    return { ids, refused };
  });
}

type WrittenRow = {
  before: MediaPlanLineRow | undefined;
  line: PlanLineInput;
  amount: PlanAmount<PlanBasis> | null;
  solve: 'volume' | 'price' | null;
};

/** The written lines, those typed in another basis than the net settled among all lines of the plan. */
function settleRows(
  stored: ReadonlyMap<string, MediaPlanLineRow>,
  written: readonly WrittenRow[],
  ground: LineGround,
): PlanLineInput[] {
  if (written.every(({ amount }) => amount === null)) return written.map(({ line }) => line);
  // In the order of the plan: ties of the largest remainder go to the earlier line.
  const order = [...stored.keys()];
  const places = new Map(order.map((id, place) => [id, place]));
  const all = [...stored.values()].map(lineInputOf);
  const placed = written.map((row) => {
    const place = (row.before && places.get(row.before.id)) ?? all.length;
    all[place] = row.line;
    return { ...row, place };
  });
  const wanted = placed.flatMap(({ amount, solve, place }) =>
    amount === null ? [] : [{ place, amount, solve }],
  );
  const settled = settledLines(all, wanted, ground);
  return placed.map(({ place, line }) => settled[place] ?? line);
}

/** Moves lines of a draft, in their order, before another one or to the end. */
export function movePlanLines(
  session: Session,
  { planId, lineIds, beforeId }: Input<'media-plans/move-lines'>,
): Output<'media-plans/move-lines'> {
  const read = readOf(session);
  const plan = requireDraft(read, planId);
  const rows = listMediaPlanLines(read, planId);
  requireLines(rows, lineIds);
  const moved = rows.filter((row) => lineIds.includes(row.id));
  const staying = rows.filter((row) => !lineIds.includes(row.id));
  return act(session, 'move-media-plan-lines', planLabel(plan), (tx) => {
    const places = placesBefore(tx, staying, beforeId, moved.length);
    moved.forEach((row, i) => {
      amendMediaPlanLine(tx, row.id, { position: places[i] ?? row.position });
    });
    touch(tx, session, planId);
    return { ids: moved.map((row) => row.id) };
  });
}

/** Removes lines of a draft. Throws `row-in-use` where facts were recorded of one. */
export function removePlanLines(
  session: Session,
  { planId, lineIds }: Input<'media-plans/remove-lines'>,
): Output<'media-plans/remove-lines'> {
  const read = readOf(session);
  const plan = requireDraft(read, planId);
  requireLines(listMediaPlanLines(read, planId), lineIds);
  const label = { ...planLabel(plan), lines: lineIds.length };
  return act(session, 'remove-media-plan-lines', label, (tx) => {
    for (const id of lineIds) removeMediaPlanLine(tx, id);
    touch(tx, session, planId);
    return { ids: [...lineIds] };
  });
}

/**
 * Brings a draft's lines to the largest net whose client price fits the budget: locked lines stay, the
 * others share by weight above their minimums. Throws `media-plan-budget-impossible` where locks and
 * minimums do not fit, `media-plan-line-unsolvable` naming a line with neither price nor volume.
 */
export function solvePlan(
  session: Session,
  { id, budgetGrossMinor }: Input<'media-plans/solve'>,
): Output<'media-plans/solve'> {
  const read = readOf(session);
  const plan = requireDraft(read, id);
  const model = readPlanModel(read, id, { today: session.clock.today() });
  const budgetLines = model.lines.map(({ row, result, sheet }): BudgetLine => {
    const own = { commission: sheet.commission, vatPpm: sheet.vatPpm ?? null };
    // A line whose rate is not known cannot be brought to any net: it is left alone.
    return row.locked === 'yes' || sheet.rate === null
      ? { ...own, kind: 'locked', netMinor: result.netMinor }
      : { ...own, kind: 'shared', weight: weightOf(row), minMinor: row.minMinor };
  });
  const answer = solveTopDown(budgetGrossMinor, budgetLines, model.terms);
  if (answer === null) {
    throw new AppError('media-plan-budget-impossible', {
      amount: budgetGrossMinor,
      currency: plan.currency,
    });
  }
  const ground = groundOf(read, plan, session.clock.today());
  const solved = model.lines.map(({ row }, i) => {
    const before = lineInputOf(row);
    const netMinor = answer.netsMinor[i] ?? 0;
    if (budgetLines[i]?.kind === 'locked') return { row, changes: {} };
    return { row, changes: columnsOfInput(broughtTo(before, row, netMinor, ground)) };
  });
  act(session, 'solve-media-plan', planLabel(plan), (tx) => {
    for (const { row, changes } of solved) amendMediaPlanLine(tx, row.id, changes);
    amendMediaPlan(tx, id, { budgetGrossMinor, editedAt: session.clock.now() });
  });
  return { id, netMinor: answer.netMinor, clientPriceMinor: answer.clientPriceMinor };
}

/** A line at a net. */
function broughtTo(
  line: PlanLineInput,
  row: MediaPlanLineRow,
  netMinor: number,
  ground: LineGround,
): PlanLineInput {
  try {
    return withNet(line, netMinor, null, ground);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'media-plan-line-unsolvable') throw error;
    const title = [row.channel, row.placement].filter((text) => text !== '').join(', ');
    throw new AppError('media-plan-line-without-price', { line: title });
  }
}

/** Facts of all versions of a plan, by line and day. */
export function listPlanFacts(
  session: Session,
  { planId }: Input<'media-plans/list-facts'>,
): Output<'media-plans/list-facts'> {
  const read = readOf(session);
  const plan = requirePlan(read, planId);
  return {
    facts: readPlanFacts(read, plan.familyId, '9999-12-31').map(({ factOn, ...fact }) => ({
      ...fact,
      on: factOn,
    })),
  };
}

/** Records by hand what a line did on a day, in whatever state the plan is. Throws `media-plan-fact-empty`. */
export function recordPlanFact(
  session: Session,
  { lineId, on, ...values }: Input<'media-plans/record-fact'>,
): { id: string } {
  const read = readOf(session);
  const line = findMediaPlanLine(read, lineId);
  if (line === undefined) throw new AppError('media-plan-line-not-found');
  if (Object.values(values).every((value) => value === null)) {
    throw new AppError('media-plan-fact-empty');
  }
  if (on > session.clock.today()) throw new AppError('media-plan-fact-later', { on });
  const plan = requirePlan(read, line.planId);
  return act(session, 'record-media-plan-fact', { name: plan.name, on }, (tx) => ({
    id: recordMediaPlanFact(tx, { ...values, lineId, factOn: on, source: '' }),
  }));
}

/** Takes a fact back. */
export function removePlanFact(
  session: Session,
  { id }: Input<'media-plans/remove-fact'>,
): { id: string } {
  const read = readOf(session);
  const fact = findMediaPlanFact(read, id);
  const line = fact === undefined ? undefined : findMediaPlanLine(read, fact.lineId);
  if (fact === undefined || line === undefined) throw new AppError('row-not-found');
  const { name } = requirePlan(read, line.planId);
  act(session, 'remove-media-plan-fact', { name, on: fact.factOn }, (tx) =>
    removeMediaPlanFact(tx, id),
  );
  return { id };
}
