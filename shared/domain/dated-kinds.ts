/** Everything that has a date. */
export const DATED_KINDS = [
  'deadline',
  'task-due',
  'task-deadline',
  'invoice',
  'contract-renewal',
  'contract-end',
  'retainer-end',
  'flight-start',
  'flight-end',
  'brief',
  'brief-answer',
  'contact',
  'absence',
] as const;

/** Longest look ahead at the end of contracts, days. */
export const CONTRACT_HORIZON_DAYS = 120;
