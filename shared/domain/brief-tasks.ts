import type { BriefTemplateKey } from './brief-templates';
import { addDays, type PlainDate } from './dates';
import { addWorkDays, type IsWorkDay, workDayFrom } from './work/work-days';

/** Crafts that a brief's tasks ask for; their names are under `brief:tasks.role`. */
export const BRIEF_TASK_ROLES = [
  'account',
  'search',
  'social',
  'smm',
  'seo',
  'design',
  'copy',
  'dev',
  'media',
  'video',
  'research',
  'analytics',
] as const;

export type BriefTaskRole = (typeof BRIEF_TASK_ROLES)[number];

/** What days are counted from: the approval, or the first or last day of what the brief describes. */
export type BriefTaskAnchor = 'approval' | 'start' | 'end';

/** A task that briefs of a kind are turned into; its words are under `brief:tasks.set.{set}.{key}`. */
export interface BriefTaskShape {
  /** The words' owner: the template, or `common` for what every brief asks for. */
  readonly set: BriefTemplateKey | 'common' | 'generic';
  readonly key: string;
  readonly role: BriefTaskRole;
  readonly hours: number;
  /** First and last day in working days from the anchor. */
  readonly from: BriefTaskAnchor;
  readonly days: readonly [first: number, last: number];
  /** Sections of the brief it stands on; none: all of it. */
  readonly sections: readonly string[];
  /** How many points its checklist has. */
  readonly checks: number;
  /** Keys of earlier tasks of the set that it waits for. */
  readonly after: readonly string[];
}

type Row = readonly [
  key: string,
  role: BriefTaskRole,
  hours: number,
  from: BriefTaskAnchor,
  first: number,
  last: number,
  sections: readonly string[],
  after: readonly string[],
  checks?: number,
];

const KICKOFF: BriefTaskShape = {
  set: 'common',
  key: 'kickoff',
  role: 'account',
  hours: 2,
  from: 'approval',
  days: [0, 1],
  sections: ['materials', 'approval'],
  checks: 3,
  after: [],
};

const REPORT: Omit<BriefTaskShape, 'after'> = {
  set: 'common',
  key: 'report',
  role: 'account',
  hours: 4,
  from: 'end',
  days: [1, 4],
  sections: ['task', 'criteria'],
  checks: 3,
};

/** A set: access first, the report last, and the craft between them. */
function setOf(set: BriefTemplateKey | 'generic', rows: readonly Row[]): readonly BriefTaskShape[] {
  const own = rows.map(
    ([key, role, hours, from, first, last, sections, after, checks = 3]): BriefTaskShape => ({
      set,
      key,
      role,
      hours,
      from,
      days: [first, last],
      sections,
      checks,
      after,
    }),
  );
  const last = own.at(-1);
  return [KICKOFF, ...own, { ...REPORT, after: last === undefined ? [] : [last.key] }];
}

const SETS: Readonly<Record<BriefTemplateKey, readonly BriefTaskShape[]>> = {
  'paid-search': setOf('paid-search', [
    ['tracking', 'analytics', 5, 'approval', 1, 3, ['campaigns', 'criteria'], ['kickoff']],
    ['semantics', 'search', 12, 'approval', 1, 4, ['task', 'audience', 'campaigns'], []],
    ['landing', 'dev', 4, 'approval', 1, 3, ['campaigns', 'message'], []],
    ['ads', 'copy', 8, 'start', -5, -3, ['audience', 'message', 'limits'], ['semantics']],
    [
      'launch',
      'search',
      10,
      'start',
      -2,
      0,
      ['campaigns', 'budget', 'limits'],
      ['tracking', 'ads'],
      4,
    ],
    ['tuning', 'search', 6, 'start', 5, 6, ['campaigns', 'criteria'], ['launch']],
  ]),
  'targeted-ads': setOf('targeted-ads', [
    ['tracking', 'social', 4, 'approval', 1, 2, ['placements', 'criteria'], ['kickoff']],
    ['audiences', 'social', 8, 'approval', 1, 4, ['audience', 'placements'], []],
    ['texts', 'copy', 6, 'approval', 1, 3, ['audience', 'message', 'limits'], []],
    ['creatives', 'design', 14, 'start', -6, -2, ['message', 'placements', 'limits'], ['texts']],
    [
      'launch',
      'social',
      6,
      'start',
      -1,
      0,
      ['placements', 'budget', 'limits'],
      ['tracking', 'audiences', 'creatives'],
    ],
    ['tuning', 'social', 6, 'start', 5, 6, ['placements', 'criteria'], ['launch']],
  ]),
  seo: setOf('seo', [
    ['audit', 'seo', 14, 'approval', 1, 6, ['task', 'site'], ['kickoff']],
    ['semantics', 'seo', 16, 'approval', 3, 9, ['audience', 'site'], []],
    ['competitors', 'seo', 6, 'approval', 5, 8, ['site'], []],
    ['fixes', 'dev', 20, 'start', 0, 9, ['site', 'limits'], ['audit', 'semantics']],
    ['content', 'copy', 24, 'start', 2, 14, ['audience', 'message', 'site'], ['semantics']],
    ['positions', 'seo', 6, 'end', -3, 0, ['task', 'criteria'], ['fixes', 'content']],
  ]),
  smm: setOf('smm', [
    [
      'strategy',
      'smm',
      10,
      'approval',
      1,
      4,
      ['task', 'audience', 'message', 'channels'],
      ['kickoff'],
    ],
    ['plan', 'smm', 8, 'start', -7, -5, ['channels', 'budget'], ['strategy']],
    ['design', 'design', 12, 'start', -7, -3, ['message', 'channels'], ['strategy']],
    ['posts', 'copy', 16, 'start', -4, -1, ['message', 'channels', 'limits'], ['plan', 'design']],
    ['replies', 'smm', 4, 'start', -2, 0, ['channels', 'limits'], ['strategy']],
  ]),
  creative: setOf('creative', [
    [
      'idea',
      'design',
      16,
      'start',
      0,
      4,
      ['task', 'audience', 'message', 'deliverables'],
      ['kickoff'],
    ],
    ['copy', 'copy', 8, 'start', 3, 5, ['message', 'limits'], ['idea']],
    ['key-visual', 'design', 20, 'start', 5, 9, ['message', 'deliverables'], ['idea', 'copy']],
    ['adapt', 'design', 24, 'end', -6, -2, ['deliverables', 'limits'], ['key-visual']],
    ['handover', 'design', 4, 'end', -1, 0, ['deliverables', 'criteria'], ['adapt']],
  ]),
  'web-development': setOf('web-development', [
    ['prototype', 'design', 24, 'start', 0, 6, ['task', 'audience', 'structure'], ['kickoff']],
    ['texts', 'copy', 20, 'start', 5, 12, ['message', 'structure', 'materials'], ['prototype']],
    ['design', 'design', 40, 'start', 7, 16, ['message', 'structure'], ['prototype']],
    ['build', 'dev', 80, 'end', -22, -6, ['structure', 'limits'], ['design']],
    ['analytics', 'analytics', 10, 'end', -6, -4, ['structure', 'criteria'], ['build']],
    [
      'release',
      'dev',
      16,
      'end',
      -3,
      0,
      ['structure', 'criteria'],
      ['build', 'texts', 'analytics'],
    ],
  ]),
  'media-placement': setOf('media-placement', [
    ['plan', 'media', 12, 'approval', 0, 3, ['task', 'audience', 'media', 'budget'], []],
    ['booking', 'media', 8, 'approval', 4, 6, ['media', 'budget'], ['plan']],
    ['materials', 'design', 20, 'start', -8, -4, ['message', 'media', 'limits'], ['kickoff']],
    ['launch', 'media', 6, 'start', 0, 2, ['media', 'criteria'], ['booking', 'materials']],
    ['reconcile', 'media', 10, 'end', 1, 3, ['media', 'budget'], ['launch']],
  ]),
  video: setOf('video', [
    ['script', 'copy', 12, 'start', 0, 3, ['task', 'audience', 'message', 'film'], ['kickoff']],
    ['storyboard', 'design', 14, 'start', 4, 7, ['film'], ['script']],
    ['preproduction', 'video', 20, 'start', 6, 11, ['film', 'budget', 'limits'], ['script']],
    ['shoot', 'video', 16, 'start', 12, 13, ['film', 'limits'], ['storyboard', 'preproduction']],
    ['edit', 'video', 32, 'end', -9, -3, ['message', 'film'], ['shoot']],
    ['versions', 'video', 10, 'end', -2, 0, ['film', 'criteria'], ['edit']],
  ]),
  research: setOf('research', [
    [
      'design',
      'research',
      12,
      'start',
      0,
      3,
      ['task', 'audience', 'message', 'method'],
      ['kickoff'],
    ],
    ['guide', 'research', 10, 'start', 4, 6, ['audience', 'method'], ['design']],
    ['recruit', 'research', 14, 'start', 5, 9, ['audience', 'method', 'limits'], ['design']],
    ['field', 'research', 40, 'end', -14, -7, ['method', 'budget'], ['guide', 'recruit']],
    ['analysis', 'analytics', 30, 'end', -6, 0, ['message', 'method', 'criteria'], ['field']],
  ]),
};

const GENERIC = setOf('generic', [
  ['plan', 'account', 4, 'approval', 1, 2, [], ['kickoff']],
  ['production', 'account', 24, 'start', 0, 9, [], ['plan']],
  ['check', 'account', 4, 'end', -2, -1, [], ['production']],
]);

/** The tasks that a brief of this template is turned into; a general set for one's own template. */
export function briefTaskSet(templateKey: string): readonly BriefTaskShape[] {
  const own = Object.entries(SETS).find(([key]) => key === templateKey)?.[1];
  return own ?? GENERIC;
}

/** Parts of what people call a role or a skill, in the languages of the product, lower case. */
const ROLE_WORDS: Readonly<Record<BriefTaskRole, readonly string[]>> = {
  account: [
    'аккаунт',
    'account',
    'klientu vad',
    'менеджер проект',
    'project manager',
    'projektu vad',
  ],
  search: ['контекст', 'paid search', 'ppc', 'kontekst', 'директ', 'google ads'],
  social: ['таргет', 'targeted', 'paid social', 'mērķreklām', 'vk реклама', 'meta ads'],
  smm: ['smm', 'соцсет', 'социальн', 'social media', 'sociālo tīkl'],
  seo: ['seo', 'поисковое продвижение'],
  design: ['дизайн', 'designer', 'dizain', 'арт-директор', 'art director'],
  copy: ['копирайт', 'copywriter', 'редактор', 'tekstu autor', 'teksti', 'тексты'],
  dev: ['разработчик', 'программист', 'вёрст', 'верст', 'developer', 'izstrādātāj'],
  media: ['медиаплан', 'медиабай', 'media plan', 'media buy', 'mediju plān'],
  video: ['продюсер', 'видео', 'режисс', 'producer', 'video', 'producent', 'монтаж'],
  research: ['исследоват', 'research', 'pētniek'],
  analytics: ['аналитик', 'analyst', 'analytics', 'analītiķ'],
};

/** Whether a person's role or skill, as somebody typed it, is this craft. */
export function isBriefTaskRole(words: string, role: BriefTaskRole): boolean {
  const text = words.toLowerCase();
  return ROLE_WORDS[role].some((part) => text.includes(part));
}

export interface BriefDays {
  /** The day of the approval, or today where it lies before: nothing is planned backwards. */
  readonly approval: PlainDate;
  /** What the brief says; null where it says nothing. */
  readonly start: PlainDate | null;
  readonly end: PlainDate | null;
}

interface Timed {
  readonly key: string;
  readonly from: BriefTaskAnchor;
  readonly days: readonly [first: number, last: number];
  readonly after: readonly string[];
}

/**
 * First and last day of each task, by key. A task keeps its length in working days, starts neither before
 * the approval nor before what it waits for is ready; a date the brief does not name is the one before it.
 */
export function scheduleBriefTasks(
  tasks: readonly Timed[],
  days: BriefDays,
  isWorkDay: IsWorkDay,
): ReadonlyMap<string, { readonly startOn: PlainDate; readonly dueOn: PlainDate }> {
  const start = days.start ?? days.approval;
  const anchors = { approval: days.approval, start, end: days.end ?? start };
  const earliest = workDayFrom(days.approval, isWorkDay);
  const planned = new Map<string, { startOn: PlainDate; dueOn: PlainDate }>();
  for (const {
    key,
    from,
    days: [first, last],
    after,
  } of tasks) {
    const wanted = addWorkDays(anchors[from], first, isWorkDay);
    const free = after.map((before) => {
      const dueOn = planned.get(before)?.dueOn;
      return dueOn === undefined ? earliest : workDayFrom(addDays(dueOn, 1), isWorkDay);
    });
    const startOn = [wanted, earliest, ...free].sort().at(-1) ?? wanted;
    planned.set(key, { startOn, dueOn: addWorkDays(startOn, last - first, isWorkDay) });
  }
  return planned;
}
