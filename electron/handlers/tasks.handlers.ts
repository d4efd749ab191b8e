import type { Handlers } from '../ipc/dispatcher';
import type { Session } from '../services/session';
import { showTask } from '../services/tasks/task-details.service';
import {
  explainMove,
  keepBaseline,
  linkTasks,
  moveTasks,
  rescheduleTask,
  unlinkTasks,
} from '../services/tasks/task-moves.service';
import {
  addItem,
  addStage,
  amendItem,
  amendStage,
  attachFile,
  checkItem,
  commentTask,
  detachFile,
  limitColumn,
  moveItem,
  readFile,
  removeItem,
} from '../services/tasks/task-parts.service';
import { previewRule, repeatByRule } from '../services/tasks/task-recurrence.service';
import { readToday, scheduleTasks } from '../services/tasks/task-schedule.service';
import {
  acceptTask,
  addTask,
  amendManyTasks,
  amendTask,
  archiveTasks,
  prioritiseTask,
  readQuick,
  sendTaskBack,
} from '../services/tasks/task-writes.service';
import { listTaskChoices, listTasks, rankTasks } from '../services/tasks/tasks.service';

type Methods =
  | 'tasks/list'
  | 'tasks/choices'
  | 'tasks/show'
  | 'tasks/add'
  | 'tasks/read-quick'
  | 'tasks/amend'
  | 'tasks/amend-many'
  | 'tasks/move'
  | 'tasks/reschedule'
  | 'tasks/explain-move'
  | 'tasks/keep-baseline'
  | 'tasks/prioritise'
  | 'tasks/add-item'
  | 'tasks/amend-item'
  | 'tasks/check-item'
  | 'tasks/move-item'
  | 'tasks/remove-item'
  | 'tasks/comment'
  | 'tasks/attach'
  | 'tasks/detach'
  | 'tasks/read-file'
  | 'tasks/link'
  | 'tasks/unlink'
  | 'tasks/accept'
  | 'tasks/send-back'
  | 'tasks/archive'
  | 'tasks/repeat'
  | 'tasks/preview-rule'
  | 'tasks/add-stage'
  | 'tasks/amend-stage'
  | 'tasks/limit-column'
  | 'tasks/queue'
  | 'tasks/today'
  | 'tasks/schedule';

/** Tasks: cards, fields, moves, dates, checklists, talk, files. */
export function taskHandlers(session: () => Session): Handlers<Methods> {
  return {
    'tasks/list': (input) => listTasks(session(), input),
    'tasks/choices': () => listTaskChoices(session()),
    'tasks/show': (input) => showTask(session(), input),
    'tasks/add': (input) => addTask(session(), input),
    'tasks/read-quick': (input) => readQuick(session(), input),
    'tasks/amend': (input) => amendTask(session(), input),
    'tasks/amend-many': (input) => amendManyTasks(session(), input),
    'tasks/move': (input) => moveTasks(session(), input),
    'tasks/reschedule': (input) => rescheduleTask(session(), input),
    'tasks/explain-move': (input) => explainMove(session(), input),
    'tasks/keep-baseline': (input) => keepBaseline(session(), input),
    'tasks/prioritise': (input) => prioritiseTask(session(), input),
    'tasks/add-item': (input) => addItem(session(), input),
    'tasks/amend-item': (input) => amendItem(session(), input),
    'tasks/check-item': (input) => checkItem(session(), input),
    'tasks/move-item': (input) => moveItem(session(), input),
    'tasks/remove-item': (input) => removeItem(session(), input),
    'tasks/comment': (input) => commentTask(session(), input),
    'tasks/attach': (input) => attachFile(session(), input),
    'tasks/detach': (input) => detachFile(session(), input),
    'tasks/read-file': (input) => readFile(session(), input),
    'tasks/link': (input) => linkTasks(session(), input),
    'tasks/unlink': (input) => unlinkTasks(session(), input),
    'tasks/accept': (input) => acceptTask(session(), input),
    'tasks/send-back': (input) => sendTaskBack(session(), input),
    'tasks/archive': (input) => archiveTasks(session(), input),
    'tasks/repeat': (input) => repeatByRule(session(), input),
    'tasks/preview-rule': (input) => previewRule(input),
    'tasks/add-stage': (input) => addStage(session(), input),
    'tasks/amend-stage': (input) => amendStage(session(), input),
    'tasks/limit-column': (input) => limitColumn(session(), input),
    'tasks/queue': (input) => rankTasks(session(), input),
    'tasks/today': (input) => readToday(session(), input),
    'tasks/schedule': (input) => scheduleTasks(session(), input),
  };
}
