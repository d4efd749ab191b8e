import type { Messages } from './namespaces';
import briefWords from './ru/brief.json';
import budgetsWords from './ru/budgets.json';
import clientWords from './ru/client.json';
import deadlinesWords from './ru/deadlines.json';
import explainWords from './ru/explain.json';
import importWords from './ru/import.json';
import mediaPlansWords from './ru/media-plans.json';
import mondayWords from './ru/monday.json';
import proposalsWords from './ru/proposals.json';
import reconciliationWords from './ru/reconciliation.json';
import settingsWords from './ru/settings.json';
import timeWords from './ru/time.json';
import workWords from './ru/work.json';
import workPlanWords from './ru/work-plan.json';

/** What the screens behind the first one say in this language. */
export const laterMessages: Messages = {
  client: clientWords,
  brief: briefWords,
  import: importWords,
  settings: settingsWords,
  'media-plans': mediaPlansWords,
  proposals: proposalsWords,
  budgets: budgetsWords,
  reconciliation: reconciliationWords,
  time: timeWords,
  work: workWords,
  'work-plan': workPlanWords,
  explain: explainWords,
  deadlines: deadlinesWords,
  monday: mondayWords,
};
