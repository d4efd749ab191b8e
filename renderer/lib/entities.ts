/** Screens whose figures come from everything booked for a client. */
const FIGURES = ['portfolio/', 'clients/', 'figures/', 'monday/', 'deadlines/'];

/** What is made from tasks and who does them. */
const TASKS = [
  'tasks/',
  'contests/',
  'quality/',
  'templates/',
  'workload/',
  'deadlines/',
  'monday/',
  'calendar/',
  'search/',
];

/** Which methods show a table. A table that is not here makes everything be read again. */
const SHOWN_BY: Readonly<Record<string, readonly string[]>> = {
  agency: ['settings/', 'portfolio/', 'people/', 'workspace/status'],
  dated_rates: [
    'settings/',
    'people/',
    'invoices/',
    ...FIGURES,
    'projects/',
    'media/',
    'media-plans/',
  ],
  accounting_rates: ['settings/', ...FIGURES, 'projects/'],
  overhead_periods: ['settings/', ...FIGURES],
  people: ['people/', 'search/', ...FIGURES, 'projects/', 'settings/'],
  pay_rates: ['people/', ...FIGURES, 'projects/'],
  bill_rates: ['people/', ...FIGURES, 'projects/'],
  person_periods: ['people/', ...FIGURES],
  clients: [
    ...FIGURES,
    'search/',
    'briefs/',
    'media-plans/',
    'invoices/',
    'payments/',
    'projects/',
  ],
  contacts: ['clients/', 'briefs/'],
  contracts: [...FIGURES, 'briefs/'],
  commission_terms: [...FIGURES, 'media/'],
  nps_answers: FIGURES,
  deadlines: FIGURES,
  contact_log: FIGURES,
  projects: ['projects/', ...FIGURES],
  retainer_terms: ['projects/', ...FIGURES],
  project_progress: ['projects/', ...FIGURES],
  project_hours: ['projects/', ...FIGURES],
  project_billings: ['projects/', ...FIGURES],
  time_entries: ['projects/', 'people/', 'time/', 'workload/', ...FIGURES],
  project_stages: ['tasks/', 'contests/'],
  tasks: TASKS,
  task_assignees: TASKS,
  task_watchers: ['tasks/'],
  task_labels: ['tasks/'],
  task_checklist_items: ['tasks/', 'templates/'],
  task_dependencies: ['tasks/', 'contests/'],
  task_comments: ['tasks/'],
  task_mentions: ['tasks/'],
  task_files: ['tasks/'],
  task_due_changes: ['tasks/'],
  task_status_changes: TASKS,
  task_series: ['tasks/'],
  task_templates: ['templates/', 'tasks/'],
  task_template_steps: ['templates/'],
  board_limits: ['tasks/'],
  saved_views: ['views/'],
  contested_decisions: ['contests/'],
  contested_sides: ['contests/'],
  improvements: ['improvements/'],
  running_timers: ['timer/'],
  locked_periods: ['time/'],
  time_settings: ['time/'],
  time_names: ['imports/'],
  person_capacity: ['people/', 'time/', 'workload/'],
  person_roles: ['people/'],
  person_skills: ['people/'],
  absences: ['people/', 'time/', 'workload/', 'deadlines/', 'monday/'],
  mentorships: ['people/'],
  calendar_days: ['calendars/', 'people/', 'time/', 'workload/'],
  media_spend: ['media/', ...FIGURES],
  media_checkpoints: ['media/', ...FIGURES],
  media_plans: ['media-plans/', 'monday/', 'deadlines/'],
  media_plan_columns: ['media-plans/'],
  media_plan_lines: ['media-plans/', 'monday/'],
  media_plan_facts: ['media-plans/', 'monday/'],
  ad_accounts: ['imports/'],
  ad_mapping_rules: ['media-plans/', 'imports/'],
  ad_statistics: ['media-plans/', 'imports/'],
  web_statistics: ['media-plans/', 'imports/'],
  production_costs: ['costs/', ...FIGURES],
  direct_costs: ['costs/', ...FIGURES],
  client_months: FIGURES,
  stale_months: [],
  invoices: ['invoices/', 'payments/', 'search/', ...FIGURES],
  invoice_lines: ['invoices/', ...FIGURES],
  payments: ['payments/', 'invoices/', ...FIGURES],
  payment_allocations: ['payments/', 'invoices/', ...FIGURES],
  own_accounts: ['imports/'],
  imports: ['imports/'],
  briefs: ['briefs/', 'search/', 'clients/overview', 'deadlines/', 'monday/'],
  brief_answers: ['briefs/', 'deadlines/', 'monday/'],
  journal: [],
  journal_groups: [],
  preferences: ['preferences/'],
  backups: ['workspace/list-backups'],
};

/** Whether a method's answer may differ after these tables changed. The status always may. */
export function methodsShowing(entities: readonly string[]): (method: string) => boolean {
  const prefixes = new Set<string>(['workspace/status']);
  for (const entity of entities) {
    const shown = SHOWN_BY[entity];
    if (shown === undefined) return () => true;
    for (const prefix of shown) prefixes.add(prefix);
  }
  const all = [...prefixes];
  return (method) => all.some((prefix) => method.startsWith(prefix));
}
