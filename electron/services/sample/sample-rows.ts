/** A value as the file keeps it. */
export type SampleValue = string | number | Buffer | null;

/** The sample's tables in the order they can be written: what is pointed at comes first. */
export const SAMPLE_TABLES = [
  'agency',
  'dated_rates',
  'accounting_rates',
  'overhead_periods',
  'people',
  'pay_rates',
  'bill_rates',
  'clients',
  'contacts',
  'contracts',
  'commission_terms',
  'projects',
  'retainer_terms',
  'project_progress',
  'project_hours',
  'project_billings',
  'time_entries',
  'media_spend',
  'media_checkpoints',
  'production_costs',
  'direct_costs',
  'own_accounts',
  'invoices',
  'invoice_lines',
  'payments',
  'payment_allocations',
  'nps_answers',
  'deadlines',
  'contact_log',
  'briefs',
  'brief_answers',
  'brief_versions',
  'brief_steps',
  'brief_criteria_met',
  'rate_card_items',
  'proposals',
  'proposal_lines',
  'agreements',
  'media_plans',
  'media_plan_columns',
  'media_plan_lines',
  'media_plan_facts',
  'media_plan_seasons',
  'media_plan_creatives',
  'media_plan_views',
  'media_plan_incidents',
  'project_stages',
  'task_templates',
  'task_template_steps',
  'task_series',
  'tasks',
  'task_briefs',
  'task_assignees',
  'task_watchers',
  'task_labels',
  'task_checklist_items',
  'task_dependencies',
  'task_comments',
  'task_mentions',
  'task_files',
  'task_due_changes',
  'task_status_changes',
  'board_limits',
  'saved_views',
  'contested_decisions',
  'contested_sides',
  'improvements',
  'person_capacity',
  'person_skills',
  'absences',
  'mentorships',
] as const;

export type SampleTable = (typeof SAMPLE_TABLES)[number];

/** One row by column name; amounts in minor units, shares in ppm, durations in seconds. */
export type SampleRow = Readonly<{ id: string } & Record<string, SampleValue>>;

/** Rows by table, tables in the order of SAMPLE_TABLES. */
export type SampleRows = ReadonlyMap<SampleTable, readonly SampleRow[]>;

/** Rows while they are being made. */
export type RowSink = { add(table: SampleTable, row: SampleRow): void };

export function createSink(): RowSink & { readonly rows: SampleRows } {
  const rows = new Map<SampleTable, SampleRow[]>(SAMPLE_TABLES.map((table) => [table, []]));
  return { rows, add: (table, row) => rows.get(table)?.push(row) };
}
