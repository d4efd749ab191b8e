import briefWords from './lv/brief.json';
import budgetsWords from './lv/budgets.json';
import clientWords from './lv/client.json';
import deadlinesWords from './lv/deadlines.json';
import explainWords from './lv/explain.json';
import importWords from './lv/import.json';
import mediaPlansWords from './lv/media-plans.json';
import mondayWords from './lv/monday.json';
import proposalsWords from './lv/proposals.json';
import reconciliationWords from './lv/reconciliation.json';
import settingsWords from './lv/settings.json';
import timeWords from './lv/time.json';
import workWords from './lv/work.json';
import workPlanWords from './lv/work-plan.json';
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
