import { exportTemplate, importTemplate } from '../services/brief-templates.service';
import { writeOutput } from '../services/write-output';
import { type CommandAnswer, consoleWords, done } from './answer';
import type { CommandLine } from './arguments';
import { withWorkspace } from './with-workspace';

/** `export brief-template ID --out FILE`: the file that another workspace takes in. */
export async function exportBriefTemplate(
  line: CommandLine,
  id: string,
  out: string,
): Promise<CommandAnswer> {
  const { content } = await withWorkspace(line, (session) => exportTemplate(session, id));
  writeOutput(out, content);
  return done({ file: out }, [consoleWords(line.language)('written', { path: out })]);
}

/** `import brief-template FILE`. */
export async function importBriefTemplate(
  line: CommandLine,
  bytes: Uint8Array,
): Promise<CommandAnswer> {
  const taken = await withWorkspace(line, (session) => importTemplate(session, bytes));
  return done(taken, [`${taken.id}  ${taken.title}`]);
}
