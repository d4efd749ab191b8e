import type { Handlers } from '../ipc/dispatcher';
import { listDatedItems } from '../services/deadlines/deadlines.service';
import type { Session } from '../services/session';

type Methods = 'deadlines/list';

/** Everything that has a date. */
export function deadlineHandlers(session: () => Session): Handlers<Methods> {
  return {
    'deadlines/list': (input) => listDatedItems(session(), input),
  };
}
