import type { Handlers } from '../ipc/dispatcher';
import type { Session } from '../services/session';
import { decideContest, listContests } from '../services/tasks/contests.service';
import {
  addImprovement,
  advanceImprovement,
  amendImprovement,
  listImprovements,
} from '../services/tasks/improvements.service';
import { readQuality } from '../services/tasks/quality.service';
import {
  addTemplate,
  amendTemplate,
  applyTemplate,
  listTemplates,
  retireTemplate,
} from '../services/tasks/templates.service';
import {
  dropView,
  keepView,
  listViews,
  readViewPlace,
  rememberViewPlace,
} from '../services/tasks/views.service';

type Methods =
  | 'templates/list'
  | 'templates/add'
  | 'templates/amend'
  | 'templates/retire'
  | 'templates/apply'
  | 'views/list'
  | 'views/keep'
  | 'views/drop'
  | 'views/place'
  | 'views/remember'
  | 'contests/list'
  | 'contests/decide'
  | 'improvements/list'
  | 'improvements/add'
  | 'improvements/amend'
  | 'improvements/advance'
  | 'quality/read';

/** Around the tasks: regulations, views, contested hours, site improvements, quality. */
export function taskPracticeHandlers(session: () => Session): Handlers<Methods> {
  return {
    'templates/list': () => listTemplates(session()),
    'templates/add': (input) => addTemplate(session(), input),
    'templates/amend': (input) => amendTemplate(session(), input),
    'templates/retire': (input) => retireTemplate(session(), input),
    'templates/apply': (input) => applyTemplate(session(), input),
    'views/list': () => listViews(session()),
    'views/keep': (input) => keepView(session(), input),
    'views/drop': (input) => dropView(session(), input),
    'views/place': (input) => readViewPlace(session(), input),
    'views/remember': (input) => rememberViewPlace(session(), input),
    'contests/list': (input) => listContests(session(), input),
    'contests/decide': (input) => decideContest(session(), input),
    'improvements/list': (input) => listImprovements(session(), input),
    'improvements/add': (input) => addImprovement(session(), input),
    'improvements/amend': (input) => amendImprovement(session(), input),
    'improvements/advance': (input) => advanceImprovement(session(), input),
    'quality/read': (input) => readQuality(session(), input),
  };
}
