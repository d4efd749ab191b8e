import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { AppError } from '../../shared/contract/app-error';
import { renderPdf } from '../platform/printing';
import { takeScreens } from '../platform/screens';
import { writeOutput } from '../services/write-output';
import type { StartedApp } from '../start-app';
import {
  answerPath,
  type SheetJob,
  type WindowJob,
  type WindowJobAnswer,
  windowJobSchema,
} from './window-job';

async function print(sheets: readonly SheetJob[]): Promise<string[]> {
  for (const { title, language, bodyHtml, footerLeft, head, landscape, about, out } of sheets) {
    const bytes = await renderPdf({
      title,
      lang: language,
      bodyHtml,
      footer: { left: footerLeft },
      head,
      landscape,
      ...(about === undefined ? {} : { about }),
    });
    writeOutput(out, bytes);
  }
  return sheets.map(({ out }) => out);
}

/** Opens the app as a user would, on the job's workspace. */
export type StartForScreens = (job: Extract<WindowJob, { kind: 'screens' }>) => Promise<StartedApp>;

async function takePictures(
  job: Extract<WindowJob, { kind: 'screens' }>,
  start: StartForScreens,
): Promise<string[]> {
  mkdirSync(job.folder, { recursive: true });
  const { window, desk } = await start(job);
  try {
    // Asked for only because it throws when the workspace did not open.
    void desk.session;
    return await takeScreens(window, desk, job.folder);
  } finally {
    desk.close();
  }
}

function filesOf(job: WindowJob, start: StartForScreens): Promise<string[]> {
  switch (job.kind) {
    case 'pdf':
      return print([job]);
    case 'pdfs':
      return print(job.sheets);
    case 'screens':
      return takePictures(job, start);
  }
}

/** Does the job of the file and writes the answer beside it. Answers the exit status of the process. */
export async function runWindowJob(jobPath: string, start: StartForScreens): Promise<number> {
  let answer: WindowJobAnswer;
  try {
    const job = windowJobSchema.parse(JSON.parse(readFileSync(jobPath, 'utf8')));
    answer = {
      ok: true,
      files: await filesOf(job, start),
    };
  } catch (error) {
    answer =
      error instanceof AppError
        ? { ok: false, code: error.code, params: error.params }
        : {
            ok: false,
            code: 'window-failed',
            params: { reason: error instanceof Error ? error.message : String(error) },
          };
  }
  writeFileSync(answerPath(jobPath), JSON.stringify(answer));
  return answer.ok ? 0 : 1;
}
