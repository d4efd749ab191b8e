import type { Handlers } from '../ipc/dispatcher';
import { attachBriefFile, readAttachedFile } from '../services/brief-files.service';
import { compareBriefs, stepBrief, tickCriterion } from '../services/brief-steps.service';
import {
  addBrief,
  amendBrief,
  answerBrief,
  archiveBrief,
  listBriefs,
  listTemplates,
  showBrief,
} from '../services/briefs.service';
import type { Session } from '../services/session';

type Methods =
  | 'briefs/list'
  | 'briefs/templates'
  | 'briefs/show'
  | 'briefs/add'
  | 'briefs/answer'
  | 'briefs/attach'
  | 'briefs/read-file'
  | 'briefs/open-window'
  | 'briefs/amend'
  | 'briefs/step'
  | 'briefs/tick'
  | 'briefs/compare'
  | 'briefs/archive';

/** Briefs: list, editor, autosave. */
export function briefHandlers(
  session: () => Session,
  openWindow: (path: string) => void,
): Handlers<Methods> {
  return {
    'briefs/list': (input) => listBriefs(session(), input),
    'briefs/templates': (input) => listTemplates(session(), input),
    'briefs/show': (input) => showBrief(session(), input),
    'briefs/add': (input) => addBrief(session(), input),
    'briefs/answer': (input) => answerBrief(session(), input),
    'briefs/attach': (input) => attachBriefFile(session(), input),
    'briefs/read-file': (input) => readAttachedFile(session(), input),
    'briefs/open-window': ({ id }) => {
      showBrief(session(), { id });
      openWindow(`/briefs/${id}`);
      return { id };
    },
    'briefs/amend': (input) => amendBrief(session(), input),
    'briefs/step': (input) => stepBrief(session(), input),
    'briefs/tick': (input) => tickCriterion(session(), input),
    'briefs/compare': (input) => compareBriefs(session(), input),
    'briefs/archive': (input) => archiveBrief(session(), input),
  };
}
