import type { TaskCard } from '../../../shared/contract/tasks-shapes';

const CARD: TaskCard = {
  id: 't',
  revision: 1,
  number: 1,
  title: 'Отчёт',
  clientId: null,
  projectId: null,
  stageId: null,
  status: 'ready',
  statusSince: 0,
  kind: '',
  role: '',
  personIds: [],
  startOn: null,
  dueOn: null,
  deadlineOn: null,
  doneOn: null,
  estimateSeconds: null,
  remainingSeconds: null,
  priority: 'normal',
  isPrioritySet: false,
  score: 0,
  checklistDone: 0,
  checklistTotal: 0,
  blockedBy: 0,
  reworkCount: 0,
  commentCount: 0,
  fileCount: 0,
  booking: 'soft',
  isAfterHours: false,
  isRecurring: false,
  isPromised: false,
  labels: [],
  briefChange: null,
  position: 0,
  isArchived: false,
};

/** A card that says only what a test is about. */
export function card(fields: Partial<TaskCard>): TaskCard {
  return { ...CARD, ...fields };
}
