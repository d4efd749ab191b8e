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

type FieldOptions = Partial<Omit<BriefField, 'key' | 'type'>>;

function field(key: string, type: BriefFieldType, options: FieldOptions = {}): BriefField {
  return {
    key,
    type,
    required: false,
    internal: false,
    needsNumber: null,
    choices: [],
    columns: [],
    items: [],
    ...options,
  };
}

const must = { required: true } as const;
const column = (key: string): BriefColumn => ({ key, numeric: false, summed: false });
const numeric = (key: string): BriefColumn => ({ key, numeric: true, summed: false });
const summed = (key: string): BriefColumn => ({ key, numeric: true, summed: true });
const table = (key: string, columns: readonly BriefColumn[], options: FieldOptions = {}) =>
  field(key, 'table', { columns, ...options });

const TASK: BriefSection = {
  key: 'task',
  fields: [
    field('background', 'text'),
    field('goal', 'text', { required: true, needsNumber: 'text' }),
    table('targets', [column('metric'), numeric('value'), column('by')]),
  ],
};

const AUDIENCE: BriefSection = {
  key: 'audience',
  fields: [field('audience', 'text', must), field('segments', 'list'), field('geo', 'text', must)],
};

const MESSAGE: BriefSection = {
  key: 'message',
  fields: [field('message', 'text', must), field('proof', 'text', must)],
};

const TONE = field('tone', 'choice', { choices: ['calm', 'friendly', 'expert', 'bold'] });

const BUDGET: BriefSection = {
  key: 'budget',
  fields: [
    field('budget', 'money', must),
    field('starts-on', 'date', must),
    field('ends-on', 'date', must),
    table('milestones', [column('when'), column('what')]),
  ],
};

const MARKING = field('marking', 'choice', {
  required: true,
  choices: ['agency', 'client', 'platform', 'not-needed'],
});

const LIMITS: BriefSection = { key: 'limits', fields: [field('limits', 'list', must)] };
const AD_LIMITS: BriefSection = { key: 'limits', fields: [field('limits', 'list', must), MARKING] };

const MATERIALS: BriefSection = {
  key: 'materials',
  fields: [table('materials', [column('what'), column('who'), column('by')], must)],
};

const CRITERIA: BriefSection = {
  key: 'criteria',
  fields: [
    table('criteria', [column('metric'), column('threshold'), column('source')], {
      required: true,
      needsNumber: { column: 1 },
    }),
  ],
};

const APPROVAL: BriefSection = {
  key: 'approval',
  fields: [
    field('approval', 'text', must),
    field('rounds', 'choice', { choices: ['one', 'two', 'three'] }),
  ],
};

/** Channels with what they are measured by and their net budget. */
const MEDIA_SPLIT = table(
  'media-split',
  [column('channel'), column('measure'), summed('net')],
  must,
);

function template(
  key: BriefTemplateKey,
  own: BriefSection,
  options: { message?: BriefSection; limits?: BriefSection; audience?: BriefSection } = {},
): BriefTemplateShape {
  return {
    key,
    sections: [
      TASK,
      options.audience ?? AUDIENCE,
      options.message ?? MESSAGE,
      own,
      BUDGET,
      options.limits ?? LIMITS,
      MATERIALS,
      CRITERIA,
      APPROVAL,
    ],
  };
}

const MESSAGE_WITH_TONE: BriefSection = { key: 'message', fields: [...MESSAGE.fields, TONE] };

export const BRIEF_TEMPLATES: readonly BriefTemplateShape[] = [
  template(
    'paid-search',
    {
      key: 'campaigns',
      fields: [
        MEDIA_SPLIT,
        field('demand', 'text', must),
        field('landing', 'list', must),
        field('analytics', 'text', must),
      ],
    },
    { limits: AD_LIMITS },
  ),
  template(
    'targeted-ads',
    {
      key: 'placements',
      fields: [
        MEDIA_SPLIT,
        field('formats', 'list', must),
        field('own-base', 'text'),
        field('landing', 'list', must),
        field('analytics', 'text', must),
      ],
    },
    { limits: AD_LIMITS, message: MESSAGE_WITH_TONE },
  ),
  template('seo', {
    key: 'site',
    fields: [
      field('site', 'text', must),
      table('site-pages', [column('section'), column('queries'), column('priority')], must),
      field('competitors', 'list', must),
      field('site-changes', 'text', must),
      field('access', 'list'),
    ],
  }),
  template(
    'smm',
    {
      key: 'channels',
      fields: [
        table('networks', [column('network'), column('format'), summed('per-week')], must),
        field('topics', 'list', must),
        field('replies', 'text', must),
        field('references', 'list'),
      ],
    },
    { message: MESSAGE_WITH_TONE, limits: AD_LIMITS },
  ),
  template(
    'creative',
    {
      key: 'deliverables',
      fields: [
        field('insight', 'text'),
        table('deliverables', [column('carrier'), column('size'), summed('pieces')], must),
        field('brand', 'list', must),
        field('references', 'list'),
      ],
    },
    { message: MESSAGE_WITH_TONE },
  ),
  template('web-development', {
    key: 'structure',
    fields: [
      table('web-pages', [column('page'), column('content'), column('action')], must),
      field('functions', 'list', must),
      field('integrations', 'list'),
      field('site', 'text', must),
      field('content-owner', 'choice', { required: true, choices: ['agency', 'client', 'shared'] }),
      field('support', 'text'),
    ],
  }),
  template(
    'media-placement',
    {
      key: 'media',
      fields: [
        MEDIA_SPLIT,
        field('reach', 'text', { required: true, needsNumber: 'text' }),
        field('formats', 'list', must),
        field('competitors', 'list'),
      ],
    },
    { limits: AD_LIMITS },
  ),
  template(
    'video',
    {
      key: 'film',
      fields: [
        field('story', 'text', must),
        table('versions', [column('version'), column('place'), numeric('seconds')], must),
        field('shooting', 'text', must),
        field('rights', 'text', must),
        field('references', 'list'),
      ],
    },
    { message: MESSAGE_WITH_TONE },
  ),
  template(
    'research',
    {
      key: 'method',
      fields: [
        field('questions', 'list', must),
        field('hypotheses', 'list'),
        field('method', 'choice', {
          required: true,
          choices: ['survey', 'interviews', 'groups', 'desk', 'usability'],
        }),
        field('sample', 'text', { required: true, needsNumber: 'text' }),
        field('report', 'choice', { required: true, choices: ['slides', 'tables', 'both'] }),
      ],
    },
    { message: { key: 'message', fields: [field('decision', 'text', must)] } },
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
