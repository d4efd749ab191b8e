import type { timeContract } from '../../shared/contract/time.contract';
import type { Handlers } from '../ipc/dispatcher';
import { rememberTimeName, reviewTimeImport } from '../services/import/time-review';
import type { Session } from '../services/session';
import {
  adjustTime,
  changeTimeSettings,
  listBookable,
  lockPeriod,
  logEntry,
  readEntry,
  showLocks,
  showTimeSettings,
  unlockPeriod,
} from '../services/time/time-entry.service';
import { fillCell, showDay, showMissing, showWeek } from '../services/time/time-week.service';
import {
  discardTimer,
  showTimer,
  startTimer,
  stopTimer,
  switchTimer,
} from '../services/time/timer.service';

/** The timer, time sheets and locked periods. */
export function timeHandlers(session: () => Session): Handlers<keyof typeof timeContract> {
  return {
    'timer/show': (input) => showTimer(session(), input),
    'timer/start': (input) => startTimer(session(), input),
    'timer/switch': (input) => switchTimer(session(), input),
    'timer/stop': (input) => stopTimer(session(), input),
    'timer/discard': (input) => discardTimer(session(), input),
    'time/week': (input) => showWeek(session(), input),
    'time/fill-cell': (input) => fillCell(session(), input),
    'time/day': (input) => showDay(session(), input),
    'time/read-entry': (input) => readEntry(session(), input),
    'time/quick-entry': (input) => logEntry(session(), input),
    'time/adjust': (input) => adjustTime(session(), input),
    'time/locks': () => showLocks(session()),
    'time/lock-period': (input) => lockPeriod(session(), input),
    'time/unlock-period': (input) => unlockPeriod(session(), input),
    'time/missing': (input) => showMissing(session(), input),
    'time/bookable': () => listBookable(session()),
    'time/review-import': (input) => reviewTimeImport(session(), input),
    'time/set-name': (input) => rememberTimeName(session(), input),
    'time/settings': () => showTimeSettings(session()),
    'time/amend-settings': (input) => changeTimeSettings(session(), input),
  };
}
