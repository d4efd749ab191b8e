import { recordAgency } from '../../../db/repositories/agency.repo';
import { recordNpsAnswer } from '../../../db/repositories/care.repo';
import { addClient, setCommissionTerms } from '../../../db/repositories/clients.repo';
import { recordDirectCost, recordProduction } from '../../../db/repositories/costs.repo';
import { issueInvoice } from '../../../db/repositories/invoices.repo';
import { recordMedia, recordMediaCheckpoint } from '../../../db/repositories/media.repo';
import { allocatePayment, recordPayment } from '../../../db/repositories/payments.repo';
import {
  addPerson,
  addPersonPeriod,
  setBillRate,
  setPayRate,
} from '../../../db/repositories/people.repo';
import {
  addProject,
  judgeProgress,
  planProjectHours,
  recordProjectBilling,
  setRetainerTerms,
} from '../../../db/repositories/projects.repo';
import { setDatedRate, setOverhead } from '../../../db/repositories/rates.repo';
import { logTime } from '../../../db/repositories/time-entries.repo';
import type { WriteDb } from '../../../db/write-db';
import { AppError } from '../../../shared/contract/app-error';
import type { MetricsCase } from '../../../shared/domain/metrics-case';
import { PPM } from '../../../shared/domain/money';
import type { Profitability } from '../../../shared/domain/profitability';

/** The agency's country does not matter to a case: it states every rate itself. */
const COUNTRY = 'RU';

/** An answer of each group; a case gives only how many there were. */
const SCORES = { promoters: 10, passives: 8, detractors: 3 } as const;

/** Ids of what was loaded, for reading it back. */
export type LoadedCase = {
  clientId: string;
  projectId: string;
  otherClientIds: string[];
  /** By the case's code, in the case's order. */
  personIds: Map<string, string>;
};

function loadAgency(tx: WriteDb, file: MetricsCase): void {
  const { from, to } = file.period;
  recordAgency(tx, {
    name: file.name,
    country: COUNTRY,
    baseCurrency: file.currency,
    language: 'en',
    monthlyChurnPpm: file.monthlyChurnPpm,
    acquisitionCostMinor: file.cacMinor,
  });
  const rates = [
    ['vat', file.vatPpm],
    ['payroll-tax', file.payrollTaxPpm],
    ['upsell-bonus', file.upsellBonusPpm],
    ['ad-levy', file.adLevyPpm],
  ] as const;
  for (const [kind, ratePpm] of rates) {
    setDatedRate(tx, { kind, country: COUNTRY, validFrom: from, validTo: null, ratePpm });
  }
  setOverhead(tx, {
    fromOn: from,
    toOn: to,
    facilityCostMinor: file.overhead.facilityCostMinor,
    totalSeconds: file.overhead.totalSeconds,
    internalSeconds: file.overhead.internalSeconds,
    internalHourCostMinor: file.overhead.internalCostRateMinor,
    clientSeconds: file.overhead.clientSeconds,
  });
}

function loadPeople(tx: WriteDb, file: MetricsCase): Map<string, string> {
  const { from, to } = file.period;
  return new Map(
    file.people.map((person): [string, string] => {
      const personId = addPerson(tx, { name: person.code, code: person.code, role: person.role });
      setPayRate(tx, {
        personId,
        validFrom: from,
        validTo: null,
        monthlyPayMinor: person.monthlyPayMinor,
        monthlyBenefitsMinor: person.monthlyBenefitsMinor,
        availableSeconds: file.availableSeconds,
      });
      setBillRate(tx, {
        personId,
        validFrom: from,
        validTo: null,
        hourPriceMinor: person.billRateMinor,
        currency: file.currency,
      });
      addPersonPeriod(tx, {
        personId,
        fromOn: from,
        toOn: to,
        availableSeconds: file.availableSeconds,
        billableSeconds: person.billableSecondsAllClients,
      });
      return [person.code, personId];
    }),
  );
}

function newClient(
  tx: WriteDb,
  file: MetricsCase,
  name: string,
  limitMinor: number | null,
): string {
  return addClient(tx, {
    name,
    country: COUNTRY,
    language: 'en',
    currency: file.currency,
    tier: 'A',
    sinceOn: file.period.from,
    creditLimitMinor: limitMinor,
  });
}

function addRetainer(
  tx: WriteDb,
  file: MetricsCase,
  clientId: string,
  terms: MetricsCase['retainer'],
): string {
  const { from, to } = file.period;
  const projectId = addProject(tx, {
    clientId,
    kind: 'retainer',
    name: 'Retainer',
    startsOn: from,
  });
  // A case's fee and hours are those of its period, whatever its length: one cycle, nothing prorated.
  setRetainerTerms(tx, {
    projectId,
    validFrom: from,
    validTo: to,
    cycle: 'period',
    rollover: 'stated',
    listFeeMinor: terms.listFeeMinor,
    discountPpm: terms.discountPpm,
    includedSeconds: terms.includedSeconds,
    rolloverSeconds: terms.rolledOverSeconds,
  });
  return projectId;
}

function loadProject(
  tx: WriteDb,
  file: MetricsCase,
  clientId: string,
  personIds: ReadonlyMap<string, string>,
): string {
  const { from, to } = file.period;
  const { project } = file;
  const projectId = addProject(tx, {
    clientId,
    kind: 'fixed-fee',
    name: project.name === '' ? 'Project' : project.name,
    startsOn: from,
    feeMinor: project.feeMinor,
  });
  judgeProgress(tx, { projectId, judgedOn: to, completePpm: project.percentCompletePpm });
  recordProjectBilling(tx, { projectId, billedOn: to, amountMinor: project.invoicedMinor });
  for (const [code, personId] of personIds) {
    const of = (rows: MetricsCase['project']['planned']): number =>
      rows.find((row) => row.person === code)?.seconds ?? 0;
    planProjectHours(tx, {
      projectId,
      personId,
      plannedSeconds: of(project.planned),
      remainingSeconds: of(project.remaining),
    });
  }
  return projectId;
}

function loadWork(
  tx: WriteDb,
  file: MetricsCase,
  clientId: string,
  personIds: ReadonlyMap<string, string>,
  projectIds: { retainer: string; project: string },
): void {
  const { from, to } = file.period;
  for (const entry of file.time) {
    const personId = personIds.get(entry.person);
    if (personId === undefined || entry.seconds === 0) continue;
    const isClients = entry.kind !== 'internal';
    const projectId = entry.kind === 'retainer' ? projectIds.retainer : projectIds.project;
    logTime(tx, {
      personId,
      clientId: isClients ? clientId : null,
      projectId: isClients ? projectId : null,
      workedOn: from,
      kind: entry.kind,
      durationSeconds: entry.seconds,
    });
  }
  setCommissionTerms(tx, {
    clientId,
    validFrom: from,
    validTo: null,
    ratePpm: file.commission.ppm,
    basis: file.commission.basis,
  });
  for (const channel of file.media) {
    recordMedia(tx, { ...channel, clientId, fromOn: from, toOn: to });
  }
  if (file.midPeriod.on < from || file.midPeriod.on > to) {
    throw new AppError('case-date-outside-period', { place: 'midPeriod.date' });
  }
  recordMediaCheckpoint(tx, {
    clientId,
    fromOn: from,
    toOn: to,
    judgedOn: file.midPeriod.on,
    spendMinor: file.midPeriod.spendMinor,
  });
  recordProduction(tx, { clientId, incurredOn: to, title: 'Production', ...file.production });
  recordDirectCost(tx, {
    clientId,
    incurredOn: to,
    title: 'Other direct costs',
    amountMinor: file.otherDirectCostsMinor,
  });
}

function loadAnswers(tx: WriteDb, file: MetricsCase, clientId: string): void {
  for (const group of ['promoters', 'passives', 'detractors'] as const) {
    for (let count = 0; count < file.nps[group]; count += 1) {
      recordNpsAnswer(tx, { clientId, answeredOn: file.period.to, score: SCORES[group] });
    }
  }
}

/** A client that makes the given AGI in the period: by a fee, or by production sold below its cost. */
function loadOtherClient(tx: WriteDb, file: MetricsCase, index: number, agiMinor: number): string {
  const clientId = newClient(tx, file, `Other client ${index + 1}`, null);
  if (agiMinor > 0) {
    addRetainer(tx, file, clientId, {
      listFeeMinor: agiMinor,
      discountPpm: 0,
      includedSeconds: 0,
      rolledOverSeconds: 0,
    });
  } else if (agiMinor < 0) {
    recordProduction(tx, {
      clientId,
      incurredOn: file.period.to,
      title: 'Production',
      costMinor: -agiMinor,
      markupPpm: -PPM,
    });
  }
  return clientId;
}

/** Puts a case into an empty workspace, all but its invoices. */
export function loadCase(tx: WriteDb, file: MetricsCase): LoadedCase {
  loadAgency(tx, file);
  const personIds = loadPeople(tx, file);
  const clientId = newClient(tx, file, file.client.name, file.client.creditLimitMinor);
  const retainer = addRetainer(tx, file, clientId, file.retainer);
  const projectId = loadProject(tx, file, clientId, personIds);
  loadWork(tx, file, clientId, personIds, { retainer, project: projectId });
  loadAnswers(tx, file, clientId);
  const otherClientIds = file.otherClientsAgiMinor.map((agiMinor, index) =>
    loadOtherClient(tx, file, index, agiMinor),
  );
  return { clientId, projectId, otherClientIds, personIds };
}

function linesOfInvoice(
  file: MetricsCase,
  amountMinor: number | 'period-bill',
  profitability: Profitability,
): { title: string; amountMinor: number; vatPpm: number }[] {
  if (amountMinor !== 'period-bill') {
    return [{ title: 'Services', amountMinor, vatPpm: file.vatPpm }];
  }
  return profitability.money['gross-billings'].lines.map((line) => ({
    title: line.kind,
    amountMinor: line.minor ?? 0,
    vatPpm: file.vatPpm,
  }));
}

/** Issues a case's invoices and books what was paid on them; the period's own bill is of its lines. */
export function loadInvoices(
  tx: WriteDb,
  file: MetricsCase,
  clientId: string,
  profitability: Profitability,
): void {
  for (const invoice of file.invoices) {
    const invoiceId = issueInvoice(tx, {
      clientId,
      number: invoice.number,
      issuedOn: invoice.issuedOn,
      dueOn: invoice.dueOn,
      currency: file.currency,
      vatMode: invoice.amountMinor === 'period-bill' ? 'on-top' : 'included',
      lines: linesOfInvoice(file, invoice.amountMinor, profitability),
    });
    if (invoice.paidMinor === 0) continue;
    const paymentId = recordPayment(tx, {
      direction: 'in',
      paidOn: file.asOf,
      amountMinor: invoice.paidMinor,
      currency: file.currency,
      clientId,
    });
    const due = tx.get<{ grossMinor: number }>(
      'SELECT gross_minor AS grossMinor FROM invoices WHERE id = ?',
      invoiceId,
    );
    // What was paid beyond the document stays unallocated: a prepayment.
    const amountMinor = Math.min(invoice.paidMinor, due?.grossMinor ?? 0);
    if (amountMinor > 0) allocatePayment(tx, { paymentId, invoiceId, amountMinor });
  }
}
