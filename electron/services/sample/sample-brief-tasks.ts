import { fieldsOf, findBriefTemplate } from '../../../shared/domain/brief-templates';
import type { SampleContext } from './sample-context';
import type { SampleRow, SampleRows } from './sample-rows';
import { type TaskSpec, task } from './sample-task-spec';

const byBrief = (setKey: string, sections: readonly string[]) => ({
  brief: { version: 1, setKey, sections },
});

/** Tasks that were set by the agreed brief of the New Year campaign, all of them done. */
export const BRIEF_TASKS: readonly TaskSpec[] = [
  task('kamsky-market', 'Новогодний образ: три направления', 'Дизайн', ['DES'], 'done', 16, -21, {
    ...byBrief('creative/idea', ['task', 'audience', 'message', 'deliverables']),
    checklist: ['Каждое отвечает на инсайт и задачу', 'Показано на одном носителе'],
    checked: 2,
  }),
  task('kamsky-market', 'Новогодний образ: слоган и тексты', 'Копирайт', ['COP'], 'done', 8, -18, {
    ...byBrief('creative/copy', ['message', 'limits']),
  }),
  task('kamsky-market', 'Новогодний образ: мастер-макет', 'Дизайн', ['DES'], 'done', 20, -12, {
    ...byBrief('creative/key-visual', ['message', 'deliverables']),
    rework: 1,
    reworkReason: 'На полке не читается цена набора',
  }),
  task('kamsky-market', 'Новогодний образ: адаптации', 'Дизайн', ['DES'], 'done', 24, -4, {
    ...byBrief('creative/adapt', ['deliverables', 'limits']),
  }),
];

/** What of its brief each task was set by, from the version the client had then. */
export function addBriefLinks(
  { sink, makeId, today }: SampleContext,
  rows: SampleRows,
  specs: readonly TaskSpec[],
): void {
  for (const { title, extra } of specs) {
    const made = rows.get('tasks')?.find((row) => row['title'] === title);
    const { brief } = extra;
    if (brief === undefined || made === undefined || made['brief_id'] === null) continue;
    const head = rows.get('briefs')?.find(({ id }) => id === made['brief_id']);
    const frozen = rows
      .get('brief_versions')
      ?.find((row) => row['brief_id'] === head?.id && row['number'] === brief.version);
    if (head === undefined || frozen === undefined) continue;
    sink.add('task_briefs', {
      id: makeId(today),
      task_id: made.id,
      set_key: brief.setKey,
      version: brief.version,
      answers: JSON.stringify(answersIn(head, frozen, brief.sections)),
      revision: 1,
    });
  }
}

function answersIn(head: SampleRow, frozen: SampleRow, sections: readonly string[]) {
  const shape = findBriefTemplate(String(head['template_key']));
  const answers = JSON.parse(String(frozen['answers'])) as Record<string, unknown>;
  const fields = shape === undefined ? [] : fieldsOf(shape);
  return Object.fromEntries(
    fields.flatMap(({ section, field }) => {
      if (!sections.includes(section)) return [];
      const answer = answers[field.key];
      return [[field.key, answer === undefined ? '' : JSON.stringify(answer)]];
    }),
  );
}
