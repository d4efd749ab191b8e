/** Keys that live where they are used rather than in the whole window, as they are pressed. */
export const KEYS_IN_PLACE = [
  {
    group: 'local',
    lines: [
      { id: 'explain', keys: ['E'] },
      { id: 'commit', keys: ['Enter'] },
      { id: 'revert', keys: ['Esc'] },
      { id: 'segments', keys: ['←', '→'] },
    ],
  },
  {
    group: 'tasks',
    lines: [
      { id: 'walk', keys: ['J', 'K'] },
      { id: 'look', keys: ['Enter'] },
      { id: 'carry', keys: ['space'] },
      { id: 'move-to', keys: ['M'] },
      { id: 'mark', keys: ['X'] },
      { id: 'task-fields', keys: ['S', 'A', 'D', 'E'] },
      { id: 'bar-move', keys: ['←', '→'] },
      { id: 'bar-end', keys: ['shift', '←', '→'] },
      { id: 'bar-start', keys: ['mod', 'shift', '←', '→'] },
    ],
  },
  {
    group: 'week',
    lines: [
      { id: 'week-type', keys: ['0–9'] },
      { id: 'week-edit', keys: ['F2'] },
      { id: 'week-clear', keys: ['Delete'] },
    ],
  },
  {
    group: 'plan',
    lines: [
      { id: 'cell-edit', keys: ['F2'] },
      { id: 'fill-down', keys: ['mod', 'D'] },
      { id: 'fill-right', keys: ['mod', 'R'] },
      { id: 'insert-rows', keys: ['mod', '+'] },
      { id: 'remove-rows', keys: ['mod', '−'] },
      { id: 'sum-source', keys: ['mod', 'E'] },
      { id: 'cell-history', keys: ['mod', 'shift', 'H'] },
    ],
  },
  { group: 'proposal', lines: [{ id: 'inside', keys: ['F9'] }] },
  {
    group: 'import',
    lines: [
      { id: 'accept-row', keys: ['space'] },
      { id: 'write-import', keys: ['mod', 'Enter'] },
    ],
  },
] as const;

/** What people ask of each area. */
export const QUESTIONS = [
  { area: 'first', answers: ['start', 'figures', 'undo'] },
  { area: 'day', answers: ['monday', 'deadlines', 'reminders'] },
  {
    area: 'offer',
    answers: [
      'brief',
      'brief-versions',
      'brief-form',
      'brief-tasks',
      'brief-template',
      'proposal',
      'packages',
      'discount',
      'accept',
      'overservice',
      'accuracy',
    ],
  },
  { area: 'media', answers: ['plan', 'flights', 'plan-import', 'pace'] },
  { area: 'work', answers: ['tasks', 'planning', 'contested', 'regulations', 'moving-in'] },
  { area: 'time', answers: ['hours', 'timer', 'locks', 'absences'] },
  { area: 'money', answers: ['bank', 'budget', 'drafts', 'reconciliation'] },
  { area: 'file', answers: ['places', 'backup'] },
] as const;
