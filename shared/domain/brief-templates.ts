import {
  AD_LIMITS,
  APPROVAL,
  AUDIENCE,
  BUDGET,
  CRITERIA,
  choice,
  column,
  DECISION,
  field,
  INSIDE,
  LIMITS,
  MEDIA_SPLIT,
  MESSAGE,
  materials,
  must,
  numeric,
  OFFER,
  PAID_SUPPORT,
  summed,
  TASK,
  table,
  VOICE,
  VOICED_OFFER,
} from './brief-template-parts';

/** Shapes of a field's answer; the same names as in the contract. */
export const BRIEF_FIELD_TYPES = [
  'text',
  'rich',
  'list',
  'table',
  'choice',
  'money',
  'date',
  'file',
  'audience',
  'checklist',
] as const;

export type BriefFieldType = (typeof BRIEF_FIELD_TYPES)[number];

export interface BriefColumn {
  readonly key: string;
  /** Holds numbers and stands at the right. */
  readonly numeric: boolean;
  /** Its numbers can be added up: amounts and pieces, not targets of unlike kinds. */
  readonly summed: boolean;
}

export interface BriefField {
  readonly key: string;
  readonly type: BriefFieldType;
  readonly required: boolean;
  /** For the agency alone: it never goes on paper nor into a form for the client. */
  readonly internal: boolean;
  /** What is wrong with an answer that is there: no number in it, or in this column of its rows. */
  readonly needsNumber: 'text' | { readonly column: number } | null;
  readonly choices: readonly string[];
  readonly columns: readonly BriefColumn[];
  /** Keys of what a checklist begins with. */
  readonly items: readonly string[];
}

export interface BriefSection {
  readonly key: string;
  readonly fields: readonly BriefField[];
}

/** A kind of brief. Field keys are its own: an answer is found by them. */
export interface BriefTemplateShape {
  readonly key: BriefTemplateKey;
  readonly sections: readonly BriefSection[];
}

export const BRIEF_TEMPLATE_KEYS = [
  'paid-search',
  'targeted-ads',
  'seo',
  'smm',
  'creative',
  'web-development',
  'media-placement',
  'video',
  'research',
] as const;

export type BriefTemplateKey = (typeof BRIEF_TEMPLATE_KEYS)[number];

function template(
  key: BriefTemplateKey,
  own: BriefSection,
  items: readonly string[],
  options: { message?: BriefSection; limits?: BriefSection } = {},
): BriefTemplateShape {
  return {
    key,
    sections: [
      TASK,
      AUDIENCE,
      options.message ?? MESSAGE,
      own,
      BUDGET,
      options.limits ?? LIMITS,
      materials(items),
      CRITERIA,
      APPROVAL,
      INSIDE,
    ],
  };
}

export const BRIEF_TEMPLATES: readonly BriefTemplateShape[] = [
  template(
    'paid-search',
    {
      key: 'campaigns',
      fields: [
        MEDIA_SPLIT,
        field('demand', 'rich', must),
        table('query-groups', [
          column('group'),
          column('engine'),
          column('match'),
          column('negatives'),
        ]),
        choice('bidding', ['conversions', 'cpa', 'roas', 'clicks', 'manual']),
        field('bid-target', 'text', { needsNumber: 'text' }),
        field('landing', 'list', must),
        field('analytics', 'rich', must),
        choice('conversion-window', ['d7', 'd14', 'd30', 'd90']),
      ],
    },
    [
      'ad-accounts',
      'counter-goals',
      'offline-sales',
      'call-tracking',
      'utm',
      'feed',
      'landing-live',
      'erid',
    ],
    { message: OFFER, limits: AD_LIMITS },
  ),
  template(
    'targeted-ads',
    {
      key: 'placements',
      fields: [
        MEDIA_SPLIT,
        table('targeting', [column('audience'), column('source'), column('exclude')]),
        field('own-base', 'rich'),
        choice('optimisation', ['purchase', 'lead', 'message', 'click', 'reach']),
        field('frequency', 'text', { needsNumber: 'text' }),
        field('formats', 'list', must),
        field('landing', 'list', must),
        field('analytics', 'rich', must),
      ],
    },
    ['ad-accounts', 'communities', 'pixel', 'base-consent', 'utm', 'lead-forms', 'faces', 'erid'],
    { limits: AD_LIMITS, message: VOICED_OFFER },
  ),
  template(
    'seo',
    {
      key: 'site',
      fields: [
        field('site', 'rich', must),
        choice('engines', ['yandex', 'google', 'both']),
        table('site-pages', [column('section'), column('queries'), column('priority')], must),
        field('query-core', 'rich'),
        field('competitors', 'list', must),
        field('site-changes', 'rich', must),
        choice('links', ['none', 'mentions', 'agreed']),
        field('counting', 'rich'),
        field('access', 'checklist', {
          items: ['search-console', 'webmaster', 'counter', 'cms', 'server', 'profiles', 'logs'],
        }),
      ],
    },
    [],
  ),
  template(
    'smm',
    {
      key: 'channels',
      fields: [
        table('networks', [column('network'), column('format'), summed('per-week')], must),
        field('topics', 'list', must),
        field('voice', 'rich'),
        field('content-plan', 'rich'),
        field('replies', 'rich', must),
        table('moderation', [column('case'), column('reply'), numeric('minutes')]),
        PAID_SUPPORT,
        field('references', 'list'),
      ],
    },
    [
      'community-admin',
      'page-verified',
      'brand-book',
      'photo-rights',
      'faces',
      'faq',
      'crisis-contact',
      'erid',
    ],
    { message: VOICE, limits: AD_LIMITS },
  ),
  template(
    'creative',
    {
      key: 'deliverables',
      fields: [
        field('insight', 'rich'),
        choice('directions', ['one', 'two', 'three']),
        table('deliverables', [column('carrier'), column('size'), summed('pieces')], must),
        field('brand', 'list', must),
        field('adaptation', 'rich'),
        field('usage', 'rich'),
        field('references', 'list'),
        field('anti-references', 'list'),
      ],
    },
    [
      'brand-book',
      'logo-vector',
      'font-licence',
      'photo-rights',
      'faces',
      'print-specs',
      'claims',
      'trademark',
    ],
    { message: VOICE },
  ),
  template(
    'web-development',
    {
      key: 'structure',
      fields: [
        table('web-pages', [column('page'), column('content'), column('action')], must),
        field('functions', 'list', must),
        field('integrations', 'list'),
        field('site', 'rich', must),
        choice('cms', ['bitrix', 'wordpress', 'tilda', 'headless', 'own', 'open']),
        field('languages', 'list'),
        choice('accessibility', ['basic', 'aa', 'state']),
        field('performance', 'text', { needsNumber: 'text' }),
        field('migration', 'rich'),
        choice('content-owner', ['agency', 'client', 'shared'], must),
        field('support', 'rich'),
      ],
    },
    [
      'domain',
      'hosting',
      'brand-book',
      'texts',
      'counter-goals',
      'privacy',
      'test-access',
      'redirects',
      'backup',
    ],
  ),
  template(
    'media-placement',
    {
      key: 'media',
      fields: [
        MEDIA_SPLIT,
        field('reach', 'text', { required: true, needsNumber: 'text' }),
        table('media-goals', [
          column('channel'),
          numeric('reach'),
          numeric('frequency'),
          summed('trp'),
        ]),
        table('flighting', [column('weeks'), column('channels'), column('weight')]),
        field('formats', 'list', must),
        field('brand-safety', 'list'),
        field('verification', 'rich'),
        field('competitors', 'list'),
      ],
    },
    [
      'plan-signed',
      'deadlines',
      'master-files',
      'tech-specs',
      'legal-line',
      'pixels',
      'monitoring',
      'erid',
    ],
    { message: OFFER, limits: AD_LIMITS },
  ),
  template(
    'video',
    {
      key: 'film',
      fields: [
        field('story', 'rich', must),
        field('look', 'rich'),
        table('versions', [column('version'), column('place'), numeric('seconds')], must),
        field('shooting', 'rich', must),
        field('rights', 'rich', must),
        field('delivery', 'list'),
        field('references', 'list'),
      ],
    },
    [
      'script',
      'releases',
      'location',
      'music',
      'voice',
      'font-licence',
      'claims',
      'product',
      'tech-specs',
      'subtitles',
    ],
    { message: VOICE },
  ),
  template(
    'research',
    {
      key: 'method',
      fields: [
        field('questions', 'list', must),
        field('hypotheses', 'list'),
        choice('method', ['survey', 'interviews', 'groups', 'desk', 'usability'], must),
        field('sample', 'rich', { required: true, needsNumber: 'text' }),
        field('incidence', 'text', { needsNumber: 'text' }),
        field('screening', 'list'),
        field('fieldwork', 'rich'),
        choice('report', ['slides', 'tables', 'both'], must),
        field('outputs', 'list'),
      ],
    },
    [
      'questionnaire',
      'stimuli',
      'contacts',
      'consents',
      'incentives',
      'sponsor',
      'pilot',
      'data-agreement',
    ],
    { message: DECISION },
  ),
];

/** The template with this key; undefined for one that the product does not have. */
export function findBriefTemplate(key: string): BriefTemplateShape | undefined {
  return BRIEF_TEMPLATES.find((shape) => shape.key === key);
}

/** What has sections of fields: a template's shape, or a template in words. */
export interface BriefSections<Field> {
  readonly sections: readonly { readonly key: string; readonly fields: readonly Field[] }[];
}

/** Every field of a template in order, with the section it stands in. */
export function fieldsOf<Field>(
  shape: BriefSections<Field>,
): readonly { readonly section: string; readonly field: Field }[] {
  return shape.sections.flatMap((section) =>
    section.fields.map((item) => ({ section: section.key, field: item })),
  );
}
