import type { teamContract } from '../../shared/contract/team.contract';
import type { Handlers } from '../ipc/dispatcher';
import type { Session } from '../services/session';
import {
  addAbsence,
  amendAbsence,
  removeAbsence,
  removeMentor,
  removeRole,
  removeSkill,
  resetCalendarDay,
  setCalendarDay,
  setCapacity,
  setMentor,
  setRole,
  setSkill,
  showAbsences,
  showCalendar,
  showTeam,
} from '../services/team.service';
import { explainWorkload, readWorkload } from '../services/work-load.service';

/** What people can take on: hours, absences, skills, production calendars, workload. */
export function teamHandlers(session: () => Session): Handlers<keyof typeof teamContract> {
  return {
    'people/team': () => showTeam(session()),
    'people/set-capacity': (input) => setCapacity(session(), input),
    'people/set-role': (input) => setRole(session(), input),
    'people/remove-role': (input) => removeRole(session(), input),
    'people/set-skill': (input) => setSkill(session(), input),
    'people/remove-skill': (input) => removeSkill(session(), input),
    'people/set-mentor': (input) => setMentor(session(), input),
    'people/remove-mentor': (input) => removeMentor(session(), input),
    'people/absences': (input) => showAbsences(session(), input),
    'people/add-absence': (input) => addAbsence(session(), input),
    'people/amend-absence': (input) => amendAbsence(session(), input),
    'people/remove-absence': (input) => removeAbsence(session(), input),
    'calendars/show': (input) => showCalendar(session(), input),
    'calendars/set-day': (input) => setCalendarDay(session(), input),
    'calendars/reset-day': (input) => resetCalendarDay(session(), input),
    'workload/read': (input) => readWorkload(session(), input),
    'workload/explain': (input) => explainWorkload(session(), input),
  };
}
