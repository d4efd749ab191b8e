import { translatorOf } from '../../shared/i18n/all-messages';
import type { Handlers } from '../ipc/dispatcher';
import type { Dialogs } from '../platform/dialogs';
import { keepFeed } from '../services/deadlines/calendar-feed';
import { listDatedItems } from '../services/deadlines/deadlines.service';
import {
  askReminder,
  listReminders,
  putAwayReminder,
  setReminders,
} from '../services/deadlines/reminders.service';
import type { Session } from '../services/session';

type Methods =
  | 'deadlines/list'
  | 'reminders/list'
  | 'reminders/ask'
  | 'reminders/dismiss'
  | 'reminders/set'
  | 'calendar-feed/keep'
  | 'calendar-feed/stop';

/** Everything that has a date, what reminds of it, and the file for calendars. */
export function deadlineHandlers(session: () => Session, dialogs: Dialogs): Handlers<Methods> {
  return {
    'deadlines/list': (input) => listDatedItems(session(), input),
    'reminders/list': () => listReminders(session()),
    'reminders/ask': (input) => askReminder(session(), input),
    'reminders/dismiss': (input) => putAwayReminder(session(), input),
    'reminders/set': (input) => setReminders(session(), input),
    'calendar-feed/keep': async () => {
      const name = translatorOf(session().language()).t('deadlines:feed.fileName');
      const path = await dialogs.saveAs(`${name}.ics`);
      if (path !== null) keepFeed(session(), path);
      return { path };
    },
    'calendar-feed/stop': () => {
      keepFeed(session(), null);
      return {};
    },
  };
}
