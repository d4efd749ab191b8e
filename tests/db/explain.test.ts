import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../db/connection';
import { showClientProfitability } from '../../electron/services/client-profitability.service';
import { showClientOverview } from '../../electron/services/clients.service';
import { explainFigure } from '../../electron/services/explain.service';
import { differencesOfMonths, keepFiguresFresh } from '../../electron/services/figures.service';
import { showPortfolio } from '../../electron/services/portfolio.service';
import { createSample } from '../../electron/services/sample/create-sample';
import type { Session } from '../../electron/services/session';
import {
  type ExplainScope,
  explainableSchema,
  explanationSchema,
  type FigureId,
} from '../../shared/contract/portfolio.contract';
import { translatorOf } from '../../shared/i18n/all-messages';

const TODAY = '2026-11-21';
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
const YEAR = { from: '2025-11-01', to: '2026-10-31' };

const folder = mkdtempSync(join(tmpdir(), 'agency-explain-'));
let session: Session;

// One sample for all: nothing here writes to it.
beforeAll(() => {
  const path = join(folder, 'sample.agency');
  createSample(path, { seed: 1, today: TODAY });
  const workspace = openWorkspace(path);
  const clock = { today: () => TODAY, now: () => Date.UTC(2026, 10, 21) };
  keepFiguresFresh(workspace, clock);
  session = { workspace, clock, language: () => 'ru', actor: 'tester' };
});

afterAll(() => {
  session.workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Where a ratio is explained, the rows are those of what stands above the line. */
function checkRows(figureId: FigureId, scope: ExplainScope): void {
  const explanation = explainFigure(session, { figureId, scope });
  const place = `${figureId} ${JSON.stringify(scope)}`;
  expect(explanationSchema.safeParse(explanation).error, place).toBeUndefined();
  const { rows, rowsTotal, unit, figure } = explanation;
  const isSum = figureId !== 'silent-days' || scope.kind !== 'portfolio';
  if (isSum && rowsTotal.value !== null && rows.every((row) => row.value !== null)) {
    const sum = rows.reduce((total, row) => total + (row.value ?? 0), 0);
    expect(sum, place).toBe(rowsTotal.value);
  }
  const isRatio = unit === 'ppm' || unit === 'money-per-hour' || unit === 'score';
  const isFloored = figureId === 'above-limit' || figureId === 'loss';
  if (!isRatio && !isFloored) expect(figure.value, place).toBe(rowsTotal.value);
  const t = translatorOf('ru');
  for (const phrase of [
    explanation.formula,
    rowsTotal.label,
    ...explanation.notes,
    ...explanation.inputs.map((input) => input.label),
    ...rows.flatMap((row) => (row.source === null ? [row.label] : [row.label, row.source])),
  ]) {
    expect(t.exists(phrase.key, phrase.params), `${place} ${phrase.key}`).toBe(true);
    expect(t.t(phrase.key, phrase.params), place).not.toMatch(/undefined|NaN|\{\{/);
  }
}

describe('explaining the figures of the sample portfolio', () => {
  it('keeps every month equal to a full recompute', () => {
    expect(differencesOfMonths(session.workspace.read, '2026-11')).toEqual([]);
  });

  it('gives rows that add up, in words that exist, for every figure of every client and scope', () => {
    const { clients } = showPortfolio(session.workspace.read, OCTOBER, null, TODAY);
    expect(clients.length).toBeGreaterThan(10);
    for (const figureId of explainableSchema.options) {
      for (const period of [OCTOBER, YEAR]) {
        checkRows(figureId, { kind: 'portfolio', managerId: null, period });
        // A year of every client would take a minute; a few show the same.
        for (const { id } of period === YEAR ? clients.slice(0, 4) : clients) {
          checkRows(figureId, { kind: 'client', clientId: id, period });
        }
      }
    }
  });

  it('explains the very figures that the portfolio shows', () => {
    for (const period of [OCTOBER, YEAR]) {
      const portfolio = showPortfolio(session.workspace.read, period, null, TODAY);
      const of = (figureId: FigureId): unknown =>
        explainFigure(session, { figureId, scope: { kind: 'portfolio', managerId: null, period } })
          .figure;
      expect(of('agi')).toEqual(portfolio.totals.agi);
      expect(of('delivery-margin')).toEqual(portfolio.totals.deliveryMargin);
      expect(of('delivery-margin-pct')).toEqual(portfolio.totals.deliveryMarginPpm);
      expect(of('contribution')).toEqual(portfolio.totals.contribution);
      expect(of('receivables')).toEqual(portfolio.totals.receivables);
      expect(of('overdue')).toEqual(portfolio.riskTotals.overdue);
      expect(of('loss')).toEqual(portfolio.riskTotals.loss);
      expect(of('nps')).toEqual(portfolio.totals.nps);
    }
  });

  it('explains the very figures of a client, and its projects add up to it', () => {
    const { read } = session.workspace;
    for (const [index, client] of showPortfolio(read, OCTOBER, null, TODAY).clients.entries()) {
      for (const period of index < 3 ? [OCTOBER, YEAR] : [OCTOBER]) {
        const page = showClientProfitability(read, client.id, period);
        const scope = { kind: 'client', clientId: client.id, period } as const;
        const of = (figureId: FigureId): unknown =>
          explainFigure(session, { figureId, scope }).figure;
        expect(of('recognised')).toEqual(page.total.recognised);
        expect(of('delivery-cost')).toEqual(page.total.deliveryCost);
        expect(of('delivery-margin-pct')).toEqual(page.total.deliveryMarginPpm);
        expect(of('contribution-pct')).toEqual(page.total.contributionPpm);
        expect(of('net-profit')).toEqual(page.total.netProfit);
        expect(of('net-margin-pct')).toEqual(page.total.netMarginPpm);
        expect(of('write-off')).toEqual(page.writeOff);
        expect(of('realization')).toEqual(page.realizationPpm);
        expect(of('average-billable-rate')).toEqual(page.averageBillableRate);
        const sum = (read: (project: (typeof page.projects)[number]) => number | null): number =>
          page.projects.reduce((total, project) => total + (read(project) ?? 0), 0);
        expect(sum((project) => project.agi.value)).toBe(page.total.agi.value);
        expect(sum((project) => project.deliveryCost.value)).toBe(page.total.deliveryCost.value);
        expect(sum((project) => project.seconds)).toBe(page.clientSeconds);
        for (const project of page.projects) {
          const inProject = {
            kind: 'project',
            clientId: client.id,
            projectId: project.id,
            period,
          } as const;
          checkRows('delivery-margin', inProject);
          expect(
            explainFigure(session, { figureId: 'delivery-margin', scope: inProject }).figure,
          ).toEqual(project.deliveryMargin);
        }
      }
      const overview = showClientOverview(read, client.id, TODAY);
      const scope = { kind: 'client', clientId: client.id, period: OCTOBER } as const;
      expect(explainFigure(session, { figureId: 'credit-limit-used', scope }).figure).toEqual(
        overview.limitUsedPpm,
      );
    }
  });
});
