import type { z } from 'zod';
import { agreementsContract } from './agreements.contract';
import { briefFormsContract } from './brief-forms.contract';
import { briefTasksContract } from './brief-tasks.contract';
import { briefTemplatesContract } from './brief-templates.contract';
import { briefsContract } from './briefs.contract';
import { budgetsContract } from './budgets.contract';
import { clientsContract } from './clients.contract';
import { deadlinesContract } from './deadlines.contract';
import { importsContract } from './imports.contract';
import { mediaPlanDetailsContract } from './media-plan-details.contract';
import { mediaPlansContract } from './media-plans.contract';
import { mondayContract } from './monday.contract';
import { moneyContract } from './money.contract';
import { peopleContract } from './people.contract';
import { portfolioContract } from './portfolio.contract';
import { proposalsContract } from './proposals.contract';
import { reconciliationContract } from './reconciliation.contract';
import type { Result } from './result';
import { settingsContract } from './settings.contract';
import { tasksContract } from './tasks.contract';
import { tasksPracticeContract } from './tasks-practice.contract';
import { teamContract } from './team.contract';
import { timeContract } from './time.contract';
import { workContract } from './work.contract';
import { workspaceContract } from './workspace.contract';

/** Everything the window may ask of the main process. Both sides derive their types from it. */
export const contract = {
  ...workspaceContract,
  ...portfolioContract,
  ...clientsContract,
  ...workContract,
  ...tasksContract,
  ...tasksPracticeContract,
  ...mediaPlansContract,
  ...mediaPlanDetailsContract,
  ...moneyContract,
  ...budgetsContract,
  ...reconciliationContract,
  ...peopleContract,
  ...teamContract,
  ...timeContract,
  ...settingsContract,
  ...briefsContract,
  ...briefTasksContract,
  ...briefTemplatesContract,
  ...briefFormsContract,
  ...proposalsContract,
  ...agreementsContract,
  ...importsContract,
  ...deadlinesContract,
  ...mondayContract,
} as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
export type Input<M extends Method> = z.infer<Contract[M]['input']>;
export type Output<M extends Method> = z.infer<Contract[M]['output']>;

/** Told to every window after a change: the tables touched, so that what shows them is read again. */
export type ChangeEvent = { type: 'changed'; entities: string[] };
/** A menu item or shortcut of the system's menu. */
export type MenuEvent = {
  type: 'menu';
  command: 'undo' | 'redo' | 'palette' | 'import' | 'settings' | 'help';
};
export type ConsoleEvent = ChangeEvent | MenuEvent;

/** The one bridge the preload script offers to the page. Payloads cross as JSON text. */
export type Bridge = {
  /** Preferences (JSON) known before the page starts, so that its first paint has the right theme and language. */
  start: string;
  call(method: Method, inputJson: string): Promise<string>;
  onEvent(listener: (eventJson: string) => void): () => void;
};

export type Answer<M extends Method> = Result<Output<M>>;
