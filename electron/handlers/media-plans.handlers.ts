import type { mediaPlanDetailsContract } from '../../shared/contract/media-plan-details.contract';
import type { Handlers } from '../ipc/dispatcher';
import { comparePlans } from '../services/media-plan-compare.service';
import {
  addCreative,
  amendCreative,
  keepSeason,
  keepView,
  listCellHistory,
  listSeasons,
  listViews,
  noteIncident,
  removeCreative,
  removeIncident,
  removeSeason,
  removeView,
} from '../services/media-plan-details.service';
import { followMediaPlan } from '../services/media-plan-follow.service';
import {
  addPlanLines,
  amendPlanLine,
  listPlanFacts,
  movePlanLines,
  recordPlanFact,
  removePlanFact,
  removePlanLines,
  solvePlan,
  writePlanCells,
} from '../services/media-plan-lines.service';
import {
  addPlan,
  amendPlan,
  archivePlan,
  decidePlan,
  duplicatePlan,
  listMediaPlans,
  sendPlan,
  withdrawPlan,
} from '../services/media-plans.service';
import type { Session } from '../services/session';

type Methods =
  | 'media-plans/list'
  | 'media-plans/show'
  | 'media-plans/add'
  | 'media-plans/amend'
  | 'media-plans/duplicate'
  | 'media-plans/archive'
  | 'media-plans/send'
  | 'media-plans/withdraw'
  | 'media-plans/decide'
  | 'media-plans/add-lines'
  | 'media-plans/amend-line'
  | 'media-plans/write-cells'
  | 'media-plans/move-lines'
  | 'media-plans/remove-lines'
  | 'media-plans/solve'
  | 'media-plans/compare'
  | 'media-plans/list-facts'
  | 'media-plans/record-fact'
  | 'media-plans/remove-fact'
  | keyof typeof mediaPlanDetailsContract;

/** Media plans: versions, lines, cells, approval and fact. */
export function mediaPlanHandlers(session: () => Session): Handlers<Methods> {
  return {
    'media-plans/list': (input) => listMediaPlans(session(), input),
    'media-plans/show': (input) => followMediaPlan(session(), input),
    'media-plans/add': (input) => addPlan(session(), input),
    'media-plans/amend': (input) => amendPlan(session(), input),
    'media-plans/duplicate': (input) => duplicatePlan(session(), input),
    'media-plans/archive': (input) => archivePlan(session(), input),
    'media-plans/send': (input) => sendPlan(session(), input),
    'media-plans/withdraw': (input) => withdrawPlan(session(), input),
    'media-plans/decide': (input) => decidePlan(session(), input),
    'media-plans/add-lines': (input) => addPlanLines(session(), input),
    'media-plans/amend-line': (input) => amendPlanLine(session(), input),
    'media-plans/write-cells': (input) => writePlanCells(session(), input),
    'media-plans/move-lines': (input) => movePlanLines(session(), input),
    'media-plans/remove-lines': (input) => removePlanLines(session(), input),
    'media-plans/solve': (input) => solvePlan(session(), input),
    'media-plans/compare': (input) => comparePlans(session(), input),
    'media-plans/list-facts': (input) => listPlanFacts(session(), input),
    'media-plans/record-fact': (input) => recordPlanFact(session(), input),
    'media-plans/remove-fact': (input) => removePlanFact(session(), input),
    'media-plans/list-seasons': () => listSeasons(session()),
    'media-plans/keep-season': (input) => keepSeason(session(), input),
    'media-plans/remove-season': (input) => removeSeason(session(), input),
    'media-plans/list-views': () => listViews(session()),
    'media-plans/keep-view': (input) => keepView(session(), input),
    'media-plans/remove-view': (input) => removeView(session(), input),
    'media-plans/add-creative': (input) => addCreative(session(), input),
    'media-plans/amend-creative': (input) => amendCreative(session(), input),
    'media-plans/remove-creative': (input) => removeCreative(session(), input),
    'media-plans/note-incident': (input) => noteIncident(session(), input),
    'media-plans/remove-incident': (input) => removeIncident(session(), input),
    'media-plans/list-cell-history': (input) => listCellHistory(session(), input),
  };
}
