import type { Handlers } from '../ipc/dispatcher';
import {
  listCosts,
  recordDirectCost,
  recordProductionCost,
  removeCost,
} from '../services/costs.service';
import { amendHours, logHours, removeHours } from '../services/hours.service';
import {
  amendMedia,
  listMedia,
  recordMedia,
  removeMedia,
  setMediaCommission,
} from '../services/media.service';
import {
  addProject,
  amendProject,
  judgeProjectProgress,
  listProjects,
  planProjectHours,
  recordProjectBilling,
  setProjectTerms,
} from '../services/projects.service';
import type { Session } from '../services/session';

type Methods =
  | 'projects/list'
  | 'projects/add'
  | 'projects/amend'
  | 'projects/set-terms'
  | 'projects/judge-progress'
  | 'projects/plan-hours'
  | 'projects/record-billing'
  | 'hours/log'
  | 'hours/amend'
  | 'hours/remove'
  | 'media/list'
  | 'media/record'
  | 'media/amend'
  | 'media/remove'
  | 'media/set-commission'
  | 'costs/list'
  | 'costs/record-production'
  | 'costs/record-direct'
  | 'costs/remove';

/** Projects, hours, media and costs. */
export function workHandlers(session: () => Session): Handlers<Methods> {
  return {
    'projects/list': (input) => listProjects(session(), input),
    'projects/add': (input) => addProject(session(), input),
    'projects/amend': (input) => amendProject(session(), input),
    'projects/set-terms': (input) => setProjectTerms(session(), input),
    'projects/judge-progress': (input) => judgeProjectProgress(session(), input),
    'projects/plan-hours': (input) => planProjectHours(session(), input),
    'projects/record-billing': (input) => recordProjectBilling(session(), input),
    'hours/log': (input) => logHours(session(), input),
    'hours/amend': (input) => amendHours(session(), input),
    'hours/remove': (input) => removeHours(session(), input),
    'media/list': (input) => listMedia(session(), input),
    'media/record': (input) => recordMedia(session(), input),
    'media/amend': (input) => amendMedia(session(), input),
    'media/remove': (input) => removeMedia(session(), input),
    'media/set-commission': (input) => setMediaCommission(session(), input),
    'costs/list': (input) => listCosts(session(), input),
    'costs/record-production': (input) => recordProductionCost(session(), input),
    'costs/record-direct': (input) => recordDirectCost(session(), input),
    'costs/remove': (input) => removeCost(session(), input),
  };
}
