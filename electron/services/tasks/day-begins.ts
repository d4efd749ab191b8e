import type { Session } from '../session';
import { bringTasksDue } from './task-recurrence.service';

/**
 * Told every now and then which file is open, it brings the tasks of a day once when the day begins.
 * Later that day it leaves alone what was undone.
 */
export function followDays(): (session: Session) => void {
  let last = '';
  return (session) => {
    const current = `${session.workspace.id} ${session.clock.today()}`;
    if (current === last) return;
    last = current;
    bringTasksDue(session);
  };
}
