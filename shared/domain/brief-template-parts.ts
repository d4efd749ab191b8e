import type { BriefColumn, BriefField, BriefFieldType, BriefSection } from './brief-templates';

type FieldOptions = Partial<Omit<BriefField, 'key' | 'type'>>;

/** A question that may stay unanswered, unless its options say otherwise. */
export function field(key: string, type: BriefFieldType, options: FieldOptions = {}): BriefField {
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

export const must = { required: true } as const;
const inside = { internal: true } as const;

export const column = (key: string): BriefColumn => ({ key, numeric: false, summed: false });
export const numeric = (key: string): BriefColumn => ({ key, numeric: true, summed: false });
export const summed = (key: string): BriefColumn => ({ key, numeric: true, summed: true });
export const table = (
  key: string,
  columns: readonly BriefColumn[],
  options: FieldOptions = {},
): BriefField => field(key, 'table', { columns, ...options });
export const choice = (key: string, choices: readonly string[], options: FieldOptions = {}) =>
  field(key, 'choice', { choices, ...options });

export const TASK: BriefSection = {
  key: 'task',
  fields: [
    field('background', 'rich'),
    field('goal', 'text', { required: true, needsNumber: 'text' }),
    table('targets', [column('metric'), numeric('value'), column('by')]),
  ],
};

export const AUDIENCE: BriefSection = {
  key: 'audience',
  fields: [
    field('audience', 'rich', must),
    field('segments', 'audience'),
    field('geo', 'text', must),
  ],
};

const SAID = [field('message', 'text', must), field('proof', 'rich', must)];
const TONE = choice('tone', ['calm', 'friendly', 'expert', 'bold']);

/** What is said, the price or the terms that make people act, and how it sounds. */
export const MESSAGE: BriefSection = { key: 'message', fields: SAID };
export const OFFER: BriefSection = { key: 'message', fields: [...SAID, field('offer', 'text')] };
export const VOICE: BriefSection = { key: 'message', fields: [...SAID, TONE] };
export const VOICED_OFFER: BriefSection = { key: 'message', fields: [...OFFER.fields, TONE] };

/** Of a study: not what is said to people, but what the answers will decide. */
export const DECISION: BriefSection = { key: 'message', fields: [field('decision', 'rich', must)] };

export const BUDGET: BriefSection = {
  key: 'budget',
  fields: [
    field('budget', 'money', must),
    field('budget-scope', 'text'),
    field('starts-on', 'date', must),
    field('ends-on', 'date', must),
    table('milestones', [column('when'), column('what')]),
  ],
};

export const LIMITS: BriefSection = { key: 'limits', fields: [field('limits', 'list', must)] };
export const AD_LIMITS: BriefSection = {
  key: 'limits',
  fields: [
    field('limits', 'list', must),
    choice('marking', ['agency', 'client', 'platform', 'not-needed'], must),
  ],
};

/** What the work cannot begin without; `items` are the preset ticks, each named by its message key. */
export function materials(items: readonly string[]): BriefSection {
  const ready = items.length === 0 ? [] : [field('readiness', 'checklist', { items })];
  return {
    key: 'materials',
    fields: [
      table('materials', [column('what'), column('who'), column('by')], must),
      ...ready,
      field('files', 'file'),
    ],
  };
}

export const CRITERIA: BriefSection = {
  key: 'criteria',
  fields: [
    table('criteria', [column('metric'), column('threshold'), column('source')], {
      required: true,
      needsNumber: { column: 1 },
    }),
  ],
};

export const APPROVAL: BriefSection = {
  key: 'approval',
  fields: [field('approval', 'rich', must), choice('rounds', ['one', 'two', 'three'])],
};

/** For the agency alone. */
export const INSIDE: BriefSection = {
  key: 'inside',
  fields: [
    field('expectations', 'rich', inside),
    table('risks', [column('risk'), column('action'), column('owner')], inside),
    table('effort', [column('role'), summed('hours')], inside),
    field('margin-floor', 'text', { ...inside, needsNumber: 'text' }),
  ],
};

const SPLIT = [column('channel'), column('measure'), summed('net')];

/** Channels with what they are measured by and their net budget. */
export const MEDIA_SPLIT = table('media-split', SPLIT, must);
/** The same where paid support is not the work itself. */
export const PAID_SUPPORT = table('media-split', SPLIT);
