/** Screens whose figures come from everything booked for a client. */
const FIGURES = ['portfolio/', 'clients/', 'figures/'];

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
  commission_terms: [...FIGURES, 'media/', 'budgets/', 'reconciliation/'],
  nps_answers: FIGURES,
  deadlines: FIGURES,
  contact_log: FIGURES,
  projects: ['projects/', 'budgets/', ...FIGURES],
  retainer_terms: ['projects/', 'budgets/', ...FIGURES],
  project_progress: ['projects/', 'budgets/', ...FIGURES],
  project_hours: ['projects/', ...FIGURES],
  project_billings: ['projects/', 'budgets/', ...FIGURES],
  time_entries: ['projects/', 'budgets/', 'people/', ...FIGURES],
  media_spend: ['media/', 'budgets/', 'reconciliation/', ...FIGURES],
  media_checkpoints: ['media/', ...FIGURES],
  media_plans: ['media-plans/', 'budgets/', 'invoice-drafts/', 'reconciliation/'],
  media_plan_columns: ['media-plans/'],
  media_plan_lines: ['media-plans/'],
  media_plan_facts: ['media-plans/', 'budgets/', 'reconciliation/'],
  media_plan_seasons: ['media-plans/'],
  media_plan_creatives: ['media-plans/'],
  media_plan_views: ['media-plans/'],
  media_plan_incidents: ['media-plans/'],
  media_plan_mappings: ['imports/'],
  media_plan_sources: ['imports/'],
  ad_accounts: ['imports/'],
  ad_mapping_rules: ['media-plans/', 'imports/', 'reconciliation/'],
  ad_statistics: ['media-plans/', 'imports/', 'reconciliation/'],
  web_statistics: ['media-plans/', 'imports/'],
  proposals: ['proposals/'],
  proposal_lines: ['proposals/'],
  rate_card_items: ['rate-card/'],
  discount_limits: ['proposals/', 'rate-card/'],
  budget_amounts: ['budgets/'],
  budget_agreements: ['budgets/'],
  budget_baselines: ['budgets/'],
  budget_locks: ['budgets/'],
  budget_locked_amounts: ['budgets/'],
  budget_adjustments: ['budgets/'],
  invoice_drafts: ['invoice-drafts/', 'reconciliation/'],
  invoice_draft_lines: ['invoice-drafts/', 'reconciliation/'],
  media_billings: ['reconciliation/'],
  vendor_documents: ['reconciliation/', 'vendor-documents/'],
  reconciliation_decisions: ['reconciliation/'],
  reconciliation_settings: ['reconciliation/'],
  production_costs: ['costs/', 'budgets/', ...FIGURES],
  direct_costs: ['costs/', ...FIGURES],
  client_months: FIGURES,
  stale_months: [],
  invoices: ['invoices/', 'payments/', 'search/', 'reconciliation/', ...FIGURES],
  invoice_lines: ['invoices/', 'reconciliation/', ...FIGURES],
  payments: ['payments/', 'invoices/', ...FIGURES],
  payment_allocations: ['payments/', 'invoices/', ...FIGURES],
  own_accounts: ['imports/'],
  imports: ['imports/'],
  briefs: ['briefs/', 'search/', 'clients/overview'],
  brief_answers: ['briefs/'],
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
