import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/contract/app-error';
import { languageSchema } from '../../shared/contract/primitives';

const sheetSchema = z.object({
  title: z.string(),
  language: languageSchema,
  bodyHtml: z.string(),
  footerLeft: z.string(),
  head: z.string().optional(),
  landscape: z.boolean(),
  about: z
    .object({ author: z.string(), subject: z.string(), keywords: z.array(z.string()) })
    .optional(),
  out: z.string(),
});

/** Work of the console that needs a window. Handed over as a file, answered by a file beside it. */
export const windowJobSchema = z.discriminatedUnion('kind', [
  sheetSchema.extend({ kind: z.literal('pdf') }),
  z.object({ kind: z.literal('pdfs'), sheets: z.array(sheetSchema) }),
  z.object({
    kind: z.literal('screens'),
    workspace: z.string(),
    folder: z.string(),
    theme: z.enum(['light', 'dark']),
    language: languageSchema,
    today: z.string().nullable(),
    width: z.number().int(),
    height: z.number().int(),
  }),
]);

export type WindowJob = z.infer<typeof windowJobSchema>;
export type SheetJob = z.infer<typeof sheetSchema>;

export const windowJobAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), files: z.array(z.string()) }),
  z.object({
    ok: z.literal(false),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);

export type WindowJobAnswer = z.infer<typeof windowJobAnswerSchema>;

/** Where the answer to a job lies. */
export function answerPath(jobPath: string): string {
  return `${jobPath}.answer`;
}

function windowCommand(): string[] {
  const command: unknown = JSON.parse(process.env['AGENCY_WINDOW_COMMAND'] ?? '[]');
  return Array.isArray(command) && command.length > 0 ? command.map(String) : [process.execPath];
}

function runProgram(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    // Standard output belongs to the command's answer alone.
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
}

/** Has a job done in a window of its own, on a virtual display where there is none. Throws `window-failed` and what the job failed with. */
export async function runInWindow(job: WindowJob): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'agency-console-'));
  try {
    const jobPath = join(folder, 'job.json');
    writeFileSync(jobPath, JSON.stringify(job));
    const [program = process.execPath, ...args] = windowCommand();
    const status = await runProgram(program, [
      ...args,
      `--console-job=${jobPath}`,
      `--user-data-dir=${join(folder, 'profile')}`,
    ]);
    let answer: WindowJobAnswer;
    try {
      answer = windowJobAnswerSchema.parse(JSON.parse(readFileSync(answerPath(jobPath), 'utf8')));
    } catch {
      throw new AppError('window-failed', { reason: `status ${status}` });
    }
    if (!answer.ok) throw new AppError(answer.code, answer.params);
    return answer.files;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
