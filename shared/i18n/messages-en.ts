import briefWords from './en/brief.json';
import budgetsWords from './en/budgets.json';
import clientWords from './en/client.json';
import deadlinesWords from './en/deadlines.json';
import explainWords from './en/explain.json';
import importWords from './en/import.json';
import mediaPlansWords from './en/media-plans.json';
import mondayWords from './en/monday.json';
import proposalsWords from './en/proposals.json';
import reconciliationWords from './en/reconciliation.json';
import settingsWords from './en/settings.json';
import timeWords from './en/time.json';
import workWords from './en/work.json';
import workPlanWords from './en/work-plan.json';
import type { Messages } from './namespaces';

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
