import type { Answer } from '../../../shared/contract/briefs.contract';
import { answerAs } from '../../../shared/domain/brief-answers';
import {
  type BriefTemplateKey,
  fieldsOf,
  findBriefTemplate,
} from '../../../shared/domain/brief-templates';
import { addDays } from '../../../shared/domain/dates';
import { formatDate } from '../../../shared/i18n/formats';
import { addBriefHistory, type SampleMove } from './sample-brief-history';
import { CLOUDDOCK_BRIEF, KOKS_BRIEF } from './sample-brief-texts-abroad';
import { HOUSING_BRIEF, MARKET_BRIEF } from './sample-brief-texts-retail';
import { CLINIC_VIDEO_BRIEF, SCHOOL_BRIEF } from './sample-brief-texts-services';
import type { SampleClient, SampleContext } from './sample-context';
import type { SampleRows } from './sample-rows';

/** Days counted from today: as the file keeps them, and as the brief's language writes them. */
export interface BriefDays {
  on(days: number): string;
  text(days: number): string;
}

export interface BriefSpec {
  readonly client: string;
  readonly template: BriefTemplateKey;
  readonly title: string;
  readonly status: 'draft' | 'sent' | 'approved';
  /** Days from today on which it is dated and was last edited. */
  readonly dated: number;
  readonly edited: number;
  /** Its moves in order; none for one that never left the house. */
  history?(days: BriefDays): readonly SampleMove[];
  /** How many of its criteria are ticked, from the first, and when. */
  readonly metCriteria?: { readonly count: number; readonly day: number };
  answers(days: BriefDays): Readonly<Record<string, Answer>>;
}

/** In the order they were written: the last one is the newest. */
const BRIEFS: readonly BriefSpec[] = [
  MARKET_BRIEF,
  SCHOOL_BRIEF,
  CLOUDDOCK_BRIEF,
  KOKS_BRIEF,
  CLINIC_VIDEO_BRIEF,
  HOUSING_BRIEF,
];

const HOUR_MS = 3_600_000;

/** Six briefs of six kinds, one in English and one in Latvian. */
export function addBriefs(
  context: SampleContext,
  clients: readonly SampleClient[],
  rows: SampleRows,
): void {
  BRIEFS.forEach((spec, index) => {
    const client = clients.find((candidate) => candidate.spec.key === spec.client);
    if (client !== undefined) addBrief(context, rows, client, spec, index + 1);
  });
}

function addBrief(
  context: SampleContext,
  rows: SampleRows,
  client: SampleClient,
  spec: BriefSpec,
  number: number,
): void {
  const { sink, makeId, people, today } = context;
  const { language, manager } = client.spec;
  const briefOn = addDays(today, spec.dated);
  const editedOn = addDays(today, spec.edited);
  const id = makeId(briefOn);
  const days: BriefDays = {
    on: (count) => addDays(today, count),
    text: (count) => formatDate(language, addDays(today, count)),
  };
  const fitted = answersOf(spec);
  const history = (spec.history?.(days) ?? []).map((move) =>
    move.was === undefined ? move : { ...move, was: fitted(move.was) },
  );
  sink.add('briefs', {
    id,
    number,
    client_id: client.id,
    template_key: spec.template,
    title: spec.title,
    language,
    status: spec.status,
    version: Math.max(1, history.filter(({ step }) => step === 'sent').length),
    brief_on: briefOn,
    author_id: people.get(manager) ?? null,
    approver_contact_id: client.contactIds[0] ?? null,
    contract_id: client.contractId,
    // Before four in the morning UTC of the sample's day, so that nothing is edited after it was made.
    edited_at: Date.parse(`${editedOn}T00:00:00Z`) + 3 * HOUR_MS + number * 60_000,
    archived_at: null,
    revision: 1,
  });
  const answers = fitted(spec.answers(days));
  for (const [fieldKey, answer] of Object.entries(answers)) {
    sink.add('brief_answers', {
      id: makeId(briefOn),
      brief_id: id,
      field_key: fieldKey,
      value: JSON.stringify(answer),
      revision: 1,
    });
  }
  addBriefHistory(context, rows, client, { id, number, briefOn, spec, answers, history });
}

/** The answers of a brief as its template takes them: plain texts become formatted ones where it asks for those. */
function answersOf({ template }: BriefSpec) {
  const shape = findBriefTemplate(template);
  if (shape === undefined) throw new Error(`no template ${template}`);
  const types = new Map(fieldsOf(shape).map(({ field }) => [field.key, field.type]));
  return (answers: Readonly<Record<string, Answer>>): Readonly<Record<string, Answer>> =>
    Object.fromEntries(
      Object.entries(answers).map(([key, answer]) => {
        const type = types.get(key);
        const fitting = type === undefined ? undefined : answerAs(type, answer);
        if (fitting === undefined) throw new Error(`${template} does not ask for ${key}`);
        return [key, fitting];
      }),
    );
}
