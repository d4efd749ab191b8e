import { readClientInvoices } from '../../../db/queries/clients.query';
import type { ReadDb } from '../../../db/read-db';
import { readAgency } from '../../../db/repositories/agency.repo';
import { listNpsAnswers } from '../../../db/repositories/care.repo';
import { findClient } from '../../../db/repositories/clients.repo';
import { listMediaCheckpoints } from '../../../db/repositories/media.repo';
import { listPersonPeriods } from '../../../db/repositories/people.repo';
import {
  findProject,
  listProgress,
  listProjectHours,
} from '../../../db/repositories/projects.repo';
import type { ClientAgi } from '../../../shared/domain/concentration';
import type { Period } from '../../../shared/domain/dates';
import type { Quantity } from '../../../shared/domain/figure';
import type { CasePerson, CaseSources } from '../../../shared/domain/metrics-case-figures';
import { countScores } from '../../../shared/domain/nps';
import type { ProfitabilityInput } from '../../../shared/domain/profitability-input';
import type { ProjectControlInput } from '../../../shared/domain/project-control';
import { RateBook } from '../figures/rate-book';
import { spanFigures } from '../figures.service';
import { documentsOf } from '../receivables-facts';
import type { LoadedCase } from './load-case';

/** What a case asks that no table of the workspace holds. */
export type CaseQuestion = {
  readonly period: Period;
  readonly asOf: string;
  readonly topDownBudgetMinor: number;
};

function peopleOf(
  read: ReadDb,
  rates: RateBook,
  personIds: ReadonlyMap<string, string>,
  period: Period,
): CasePerson[] {
  const capacities = listPersonPeriods(read);
  return [...personIds].map(([code, personId]) => {
    const capacity = capacities.find(
      (row) => row.personId === personId && row.fromOn === period.from && row.toOn === period.to,
    );
    return {
      code,
      costRate: rates.costRate(personId, period.to),
      billableSeconds: capacity?.billableSeconds ?? 0,
      availableSeconds: capacity?.availableSeconds ?? 0,
    };
  });
}

function controlOf(
  read: ReadDb,
  rates: RateBook,
  input: ProfitabilityInput,
  projectId: string,
  on: string,
): ProjectControlInput {
  const hours = listProjectHours(read, projectId);
  const judged = listProgress(read, projectId).findLast((row) => row.judgedOn <= on);
  const rateOf = (personId: string): Quantity => rates.costRate(personId, on);
  return {
    feeMinor: findProject(read, projectId)?.feeMinor ?? 0,
    percentCompletePpm: judged?.completePpm ?? 0,
    planned: hours.map((row) => ({ seconds: row.plannedSeconds, rate: rateOf(row.personId) })),
    remaining: hours.map((row) => ({ seconds: row.remainingSeconds, rate: rateOf(row.personId) })),
    logged: input.time
      .filter((row) => row.kind === 'project' && row.projectId === projectId)
      .map((row) => ({ seconds: row.seconds, rate: row.costRate })),
  };
}

function agiOf(read: ReadDb, clientId: string, period: Period): ClientAgi {
  const { amount } = spanFigures(read, clientId, period).profitability.money.agi;
  return { id: clientId, agiMinor: amount.known ? (amount.value ?? 0) : 0 };
}

/** Reads a loaded case back through the product's own queries. */
export function readCase(read: ReadDb, loaded: LoadedCase, question: CaseQuestion): CaseSources {
  const { period, asOf } = question;
  const { clientId, projectId } = loaded;
  const rates = new RateBook(read);
  const agency = readAgency(read);
  const { input } = spanFigures(read, clientId, period);
  const checkpoint = listMediaCheckpoints(read, clientId).find((row) => row.toOn === period.to);
  const scores = listNpsAnswers(read, clientId).map((answer) => answer.score);
  return {
    period,
    asOf,
    vatPpm: rates.ratePpm('vat', period.to) ?? 0,
    people: peopleOf(read, rates, loaded.personIds, period),
    overhead: rates.overhead(period),
    creditLimitMinor: findClient(read, clientId)?.creditLimitMinor ?? 0,
    commission: input.commission ?? { ppm: 0, basis: 'on-top' },
    profitability: input,
    control: controlOf(read, rates, input, projectId, period.to),
    midPeriod: {
      on: checkpoint?.judgedOn ?? period.to,
      spendMinor: checkpoint?.spendMinor ?? 0,
    },
    topDownBudgetMinor: question.topDownBudgetMinor,
    adLevyPpm: rates.ratePpm('ad-levy', period.to) ?? 0,
    invoices: documentsOf(readClientInvoices(read, clientId, asOf)),
    clientId,
    otherClients: loaded.otherClientIds.map((id) => agiOf(read, id, period)),
    nps: countScores(scores),
    monthlyChurnPpm: agency.monthlyChurnPpm ?? 0,
    cacMinor: agency.acquisitionCostMinor ?? 0,
  };
}
