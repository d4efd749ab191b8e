import type { Handlers } from '../ipc/dispatcher';
import { briefFormHandlers } from './brief-forms.handlers';
import { briefTaskHandlers } from './brief-tasks.handlers';
import { briefTemplateHandlers } from './brief-templates.handlers';
import { briefHandlers } from './briefs.handlers';
import { budgetHandlers } from './budgets.handlers';
import { deadlineHandlers } from './deadlines.handlers';
import { exportHandlers } from './exports.handlers';
import type { HandlerParts } from './first.handlers';
import { mediaPlanHandlers } from './media-plans.handlers';
import { mondayHandlers } from './monday.handlers';
import { moneyHandlers } from './money.handlers';
import { proposalHandlers } from './proposals.handlers';
import { reconciliationHandlers } from './reconciliation.handlers';
import { clientHandlers, settingHandlers } from './records.handlers';
import { taskHandlers } from './tasks.handlers';
import { taskPracticeHandlers } from './tasks-practice.handlers';
import { teamHandlers } from './team.handlers';
import { timeHandlers } from './time.handlers';
import { workHandlers } from './work.handlers';

/** Every method the first screen does not need: with all that writes, imports and prints behind it. */
export function laterHandlers({ desk, dialogs, openWindow }: HandlerParts): Partial<Handlers>[] {
  const session = () => desk.session;
  return [
    clientHandlers(session, dialogs),
    settingHandlers(session, dialogs),
    workHandlers(session),
    teamHandlers(session),
    timeHandlers(session),
    taskHandlers(session),
    taskPracticeHandlers(session),
    moneyHandlers(session, () => desk.backups, dialogs),
    briefTaskHandlers(session),
    briefTemplateHandlers(session, dialogs),
    briefHandlers(session, openWindow),
    briefFormHandlers(session, dialogs),
    proposalHandlers(session),
    mediaPlanHandlers(session),
    budgetHandlers(session),
    reconciliationHandlers(session),
    deadlineHandlers(session, dialogs),
    mondayHandlers(session, dialogs),
    exportHandlers(session, dialogs),
  ];
}
