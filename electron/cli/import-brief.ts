import type { BriefFormField, BriefFormPreview } from '../../shared/contract/brief-forms.contract';
import { previewBriefForm } from '../services/brief-forms/form-import';
import { formWords } from '../services/brief-forms/form-model';
import { takeAnswers } from '../services/brief-forms/take-answers';
import { readOf } from '../services/session';
import { type CommandAnswer, consoleWords, EXIT } from './answer';
import type { CommandLine } from './arguments';
import { withWorkspace } from './with-workspace';

type Change = BriefFormField['change'];

/** What is kept by itself; the rest is for a person to decide, or for `--accept`. */
const PLAIN: ReadonlySet<Change> = new Set(['new', 'changed']);
const DOUBTFUL: ReadonlySet<Change> = new Set(['cleared', 'both']);

/**
 * `import brief FILE [--dry-run] [--accept]`: answers of a form that a client filled in go to the brief that the
 * form names. What the client cleared, or what was changed here meanwhile, only with `--accept`.
 */
export async function importBriefForm(
  line: CommandLine,
  file: { bytes: Uint8Array; fileName: string },
): Promise<CommandAnswer> {
  const form = await withWorkspace(line, (session) => {
    const preview = previewBriefForm(readOf(session), file, null);
    const answers = takenFrom(preview, line.accept).map(({ fieldKey, answer }) => ({
      fieldKey,
      answer,
    }));
    if (!line.dryRun && answers.length > 0) {
      const { briefId: id, revision, fileName } = preview;
      takeAnswers(session, { id, revision, fileName: fileName.slice(0, 500), answers });
    }
    return preview;
  });
  const count = (...changes: Change[]) =>
    form.fields.filter(({ change }) => changes.includes(change)).length;
  const taken = takenFrom(form, line.accept);
  const undecided = line.accept ? 0 : count('cleared', 'both');
  const json = {
    kind: 'brief',
    brief: { id: form.briefId, number: form.number, title: form.title },
    version: { form: form.fileVersion, brief: form.version },
    read: form.fields.length,
    added: taken.filter(({ before }) => before === '').length,
    updated: taken.filter(({ before }) => before !== '').length,
    unchanged: count('unchanged', 'ours'),
    refused: count('unreadable'),
    undecided,
    problems: problemsOf(form, line),
    fields: form.fields.map(({ fieldKey, change }) => ({ field: fieldKey, change })),
  };
  const words = consoleWords(line.language);
  const { number, title } = form;
  const text = [
    words(line.dryRun ? 'import.brief-dry-run' : 'import.brief-done', {
      number,
      title,
      read: json.read,
      added: json.added,
      updated: json.updated,
      unchanged: json.unchanged,
      refused: json.refused,
      undecided,
    }),
    ...json.problems.map(({ field, message }) => `${field}: ${message}`),
  ];
  const isWhole = json.refused === 0 && undecided === 0;
  return { json, text, status: isWhole ? EXIT.done : EXIT.notAll };
}

function takenFrom({ fields }: BriefFormPreview, accept: boolean): readonly BriefFormField[] {
  return fields.filter(({ change }) => PLAIN.has(change) || (accept && DOUBTFUL.has(change)));
}

function problemsOf(
  { fields }: BriefFormPreview,
  { language, accept }: CommandLine,
): { row: number; field: string; message: string }[] {
  const words = formWords(language);
  return fields.flatMap(({ label, change, problem, notes }, index) => {
    const said = [
      ...(problem === null ? [] : [words(`problem.${problem.code}`, problem.params)]),
      ...(DOUBTFUL.has(change) && !accept ? [words(`change.${change}`)] : []),
      ...notes.map(({ code, params }) => words(`note.${code}`, params)),
    ];
    return said.map((message) => ({ row: index + 1, field: label, message }));
  });
}
