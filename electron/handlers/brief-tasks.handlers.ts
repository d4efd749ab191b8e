import type { Handlers } from '../ipc/dispatcher';
import {
  listBriefTasks,
  proposeBriefTasks,
  setBriefTasks,
  takeBriefIn,
} from '../services/brief-tasks.service';
import type { Session } from '../services/session';

type Methods =
  | 'brief-tasks/list'
  | 'brief-tasks/propose'
  | 'brief-tasks/set'
  | 'brief-tasks/take-in';

/** What a brief is turned into. */
export function briefTaskHandlers(session: () => Session): Handlers<Methods> {
  return {
    'brief-tasks/list': (input) => listBriefTasks(session(), input),
    'brief-tasks/propose': (input) => proposeBriefTasks(session(), input),
    'brief-tasks/set': (input) => setBriefTasks(session(), input),
    'brief-tasks/take-in': (input) => takeBriefIn(session(), input),
  };
}
