import { readPeopleOfRoles } from '../../../db/queries/proposals.query';
import type { ReadDb } from '../../../db/read-db';
import {
  addPlanAmount,
  findTypedAmount,
  listBudgetLocks,
  typeBudgetAmount,
} from '../../../db/repositories/budgets.repo';
import { addInvoiceDraft } from '../../../db/repositories/invoice-drafts.repo';
import { addMediaPlan, addMediaPlanLine } from '../../../db/repositories/media-plans.repo';
import {
  addProject,
  judgeProgress,
  planProjectHours,
} from '../../../db/repositories/projects.repo';
import type { ProposalLineRow } from '../../../db/repositories/proposals.repo';
import { addTask, setAssignees } from '../../../db/repositories/tasks.repo';
import type { WriteDb } from '../../../db/write-db';
import { formatMinorDecimal, PPM } from '../../../shared/domain/money';
import {
  type Acceptance,
  type AcceptedLine,
  planAcceptance,
} from '../../../shared/domain/proposal-acceptance';
import { formatRatePpm } from '../../../shared/i18n/formats';
import { followBrief } from '../brief-follow';
import { setTemplateTasks } from '../tasks/templates.service';
import type { ProposalModel } from './proposal-model';
import { wordsIn } from './proposal-print';

const POSITION_STEP = 1024;

function acceptedLines(read: ReadDb, { proposal, lines }: ProposalModel): AcceptedLine[] {
  const people = readPeopleOfRoles(read, proposal.startsOn);
  return lines
    .filter((line) => line.chosen === 'yes')
    .map((line) => ({
      id: line.id,
      kind: line.kind,
      title: line.title,
      role: line.role,
      // Who does it where nobody is named: the first of that role, until the manager says otherwise.
      personId: line.personId ?? people.find((person) => person.role === line.role)?.id ?? null,
      days: { from: line.startsOn ?? proposal.startsOn, to: line.endsOn ?? proposal.endsOn },
    }));
}

/** What accepting a proposal on a day would make. Hours that were worked already make no tasks. */
export function acceptanceOf(read: ReadDb, model: ProposalModel, decidedOn: string): Acceptance {
  const { startsOn, endsOn, prepaymentPpm, overserviceMonth } = model.proposal;
  const plan = planAcceptance(acceptedLines(read, model), model.estimate, {
    days: { from: startsOn, to: endsOn },
    decidedOn,
    prepaymentPpm,
  });
  return overserviceMonth === null ? plan : { ...plan, tasks: [], months: [] };
}

/**
 * Makes what an accepted proposal turns into: the project with its fee and planned hours, its tasks, the
 * budget by month, a draft of the media plan and a draft of the first invoice. Media and its commission stand
 * in the budget as the plan's, so that its approval puts its own figures in their place. Locked months of the
 * budget stay as they are. Hours beyond a retainer are a project that is complete. Returns the project's id.
 */
export function bookAcceptance(
  tx: WriteDb,
  model: ProposalModel,
  by: { decidedOn: string; now: number; templateId?: string | undefined },
): string {
  const { proposal } = model;
  const plan = acceptanceOf(tx, model, by.decidedOn);
  const projectId = addProject(tx, {
    clientId: proposal.clientId,
    kind: 'fixed-fee',
    name: proposal.title,
    startsOn: proposal.startsOn,
    endsOn: proposal.endsOn,
    feeMinor: plan.feeMinor,
    status: proposal.overserviceMonth === null ? 'active' : 'closed',
  });
  if (proposal.overserviceMonth !== null) {
    judgeProgress(tx, { projectId, judgedOn: by.decidedOn, completePpm: PPM });
  }
  bookHours(tx, projectId, plan);
  if (by.templateId === undefined) bookTasks(tx, model, { projectId, plan, now: by.now });
  else bookTemplate(tx, model, { projectId, templateId: by.templateId, now: by.now });
  const planId = bookMediaPlan(tx, model, projectId, by.now);
  bookBudget(tx, model, { projectId, planId, plan });
  bookFirstInvoice(tx, model, plan);
  return projectId;
}

function bookHours(tx: WriteDb, projectId: string, { tasks }: Acceptance): void {
  const byPerson = new Map<string, number>();
  for (const { personId, seconds } of tasks) {
    if (personId !== null) byPerson.set(personId, (byPerson.get(personId) ?? 0) + seconds);
  }
  for (const [personId, seconds] of byPerson) {
    planProjectHours(tx, {
      projectId,
      personId,
      plannedSeconds: seconds,
      remainingSeconds: seconds,
    });
  }
}

/** The tasks of a regulation in place of the estimate's lines, from the first day of the work. */
function bookTemplate(
  tx: WriteDb,
  { proposal: { clientId, briefId, startsOn } }: ProposalModel,
  { projectId, templateId, now }: { projectId: string; templateId: string; now: number },
): void {
  const at = { clientId, projectId, briefId, onDay: startsOn };
  for (const id of setTemplateTasks(tx, { id: templateId, ...at, people: [], now })) {
    if (briefId !== null) followBrief(tx, id, briefId);
  }
}

function bookTasks(
  tx: WriteDb,
  { proposal }: ProposalModel,
  { projectId, plan, now }: { projectId: string; plan: Acceptance; now: number },
): void {
  for (const task of plan.tasks) {
    const id = addTask(tx, {
      clientId: proposal.clientId,
      projectId,
      briefId: proposal.briefId,
      title: task.title === '' ? proposal.title : task.title,
      role: task.role,
      startOn: task.days.from,
      dueOn: task.days.to,
      baselineStartOn: task.days.from,
      baselineDueOn: task.days.to,
      estimateSeconds: task.seconds,
      createdAt: now,
    });
    if (proposal.briefId !== null) followBrief(tx, id, proposal.briefId);
    if (task.personId !== null) {
      setAssignees(tx, id, [{ personId: task.personId, sharePpm: PPM }]);
    }
  }
}

function bookBudget(
  tx: WriteDb,
  { proposal }: ProposalModel,
  {
    projectId,
    planId,
    plan: { months },
  }: { projectId: string; planId: string | null; plan: Acceptance },
): void {
  const { clientId } = proposal;
  const locked = new Set(listBudgetLocks(tx, clientId).map(({ month }) => month));
  for (const { month, ...amounts } of months) {
    if (locked.has(month)) continue;
    for (const kind of ['fees', 'production', 'hours'] as const) {
      if (amounts[kind] === 0) continue;
      typeBudgetAmount(tx, { clientId, projectId, kind, month }, { planned: amounts[kind] });
    }
    for (const kind of ['media', 'commission'] as const) {
      const planned = amounts[kind];
      if (planned === 0) continue;
      const at = { clientId, projectId: null, kind, month };
      if (planId !== null) addPlanAmount(tx, { clientId, planId, kind, month, planned });
      else typeBudgetAmount(tx, at, { planned: (findTypedAmount(tx, at)?.planned ?? 0) + planned });
    }
  }
}

function bookMediaPlan(
  tx: WriteDb,
  model: ProposalModel,
  projectId: string,
  now: number,
): string | null {
  const { proposal, lines } = model;
  const media = lines.filter((line) => line.kind === 'media' && line.chosen === 'yes');
  if (media.length === 0) return null;
  const commission = lines.find((line) => line.kind === 'commission' && line.chosen === 'yes');
  const planId = addMediaPlan(tx, {
    clientId: proposal.clientId,
    projectId,
    name: proposal.title,
    currency: proposal.currency,
    columnUnit: 'month',
    fromOn: proposal.startsOn,
    toOn: proposal.endsOn,
    commissionPpm: commission?.commissionPpm ?? 0,
    commissionBasis: commission?.commissionBasis ?? 'on-top',
    vatMode: proposal.vatMode,
    vatPpm: proposal.vatPpm,
    editedAt: now,
  });
  media.forEach((line: ProposalLineRow, index) => {
    addMediaPlanLine(tx, {
      planId,
      position: (index + 1) * POSITION_STEP,
      groupName: line.groupName,
      channel: line.title,
      model: 'fixed',
      unit: line.unit,
      volume: line.quantity,
      price: formatMinorDecimal(line.unitPriceMinor, proposal.currency),
      fromOn: line.startsOn ?? proposal.startsOn,
      toOn: line.endsOn ?? proposal.endsOn,
    });
  });
  return planId;
}

function bookFirstInvoice(
  tx: WriteDb,
  { proposal, vatPpm }: ProposalModel,
  { firstInvoice }: Acceptance,
): void {
  if (firstInvoice.netMinor === 0) return;
  const words = wordsIn(proposal.language);
  const about = { number: proposal.number, title: proposal.title };
  const title =
    proposal.prepaymentPpm > 0
      ? words('draft-prepayment', {
          ...about,
          share: formatRatePpm(proposal.language, proposal.prepaymentPpm),
        })
      : words('draft-first', about);
  addInvoiceDraft(
    tx,
    {
      clientId: proposal.clientId,
      planId: null,
      proposalId: proposal.id,
      month: firstInvoice.month,
      currency: proposal.currency,
      vatMode: proposal.vatMode,
    },
    [{ channel: '', part: 'fees', title, netMinor: firstInvoice.netMinor, vatPpm }],
  );
}
