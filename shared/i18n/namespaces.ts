/** What the window needs; paper, the sample's texts and the console stay in the main process. */
export const WINDOW_NAMESPACES = [
  'common',
  'errors',
  'portfolio',
  'client',
  'brief',
  'import',
  'settings',
  'media-plans',
  'proposals',
  'budgets',
  'reconciliation',
  'work',
  'time',
  'work-plan',
  'explain',
  'deadlines',
  'monday',
] as const;

/** Message files of each language, one per area. */
export const NAMESPACES = [...WINDOW_NAMESPACES, 'report', 'print', 'sample', 'cli'] as const;

export type Namespace = (typeof NAMESPACES)[number];

export interface MessageTree {
  [key: string]: string | MessageTree;
}

/** The messages of one language by namespace; a namespace may be left out where it is not needed. */
export type Messages = { readonly [name in Namespace]?: MessageTree };
