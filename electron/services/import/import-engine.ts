import { createHash, randomUUID } from 'node:crypto';
import { recordImport } from '../../../db/repositories/payments.repo';
import { AppError } from '../../../shared/contract/app-error';
import type {
  CampaignDecision,
  ImportAnswer,
  ImportDecision,
  ImportPreview,
} from '../../../shared/contract/imports.contract';
import { act, readOf, type Session } from '../session';
import { adsImport } from './ads-import';
import { analyticsImport } from './analytics-import';
import { bank1cImport } from './bank-1c-import';
import type {
  ImportAbout,
  ImportFile,
  ImportKind,
  ImportKindName,
  ImportPlan,
  ImportSource,
} from './import-kind';
import { mediaPlanImport } from './media-plan-import';
import { refusedList } from './refused-list';
import { tasksCsvImport } from './tasks-csv-import';
import { timeImport } from './time-import';
import { trelloImport } from './trello-import';

const KINDS: readonly ImportKind[] = [
  bank1cImport,
  adsImport,
  analyticsImport,
  mediaPlanImport,
  timeImport,
  trelloImport,
  tasksCsvImport,
];

/** A file larger than this is not something a person imports; it also bounds memory. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Previews that were looked at and left; the oldest is forgotten first. */
const MOST_PENDING = 4;

export type ImportInput = ImportFile & { readonly kind: ImportKindName };

type Pending = {
  readonly workspaceId: string;
  readonly input: ImportInput;
  readonly source: ImportSource;
  /** Only its refused rows can still be asked for. */
  isWritten: boolean;
};

/** Files that were shown and wait for the word to be written, by token. They hold nothing of a workspace. */
const pendingFiles = new Map<string, Pending>();

/** Reads a file and shows what writing it would do; writes nothing. Throws what is wrong with the file. */
export function inspectImport(session: Session, input: ImportInput): ImportPreview {
  const source = openSource(input);
  const token = randomUUID();
  pendingFiles.set(token, {
    workspaceId: session.workspace.id,
    input,
    source,
    isWritten: false,
  });
  const [oldest] = pendingFiles.keys();
  if (pendingFiles.size > MOST_PENDING && oldest !== undefined) pendingFiles.delete(oldest);

  return previewOf(session, token, input, source);
}

function previewOf(
  session: Session,
  token: string,
  { kind, fileName }: ImportInput,
  source: ImportSource,
): ImportPreview {
  const body = source.preview(readOf(session), session.language());
  return { token, kind, fileName, plan: null, campaigns: [], lines: [], ...body };
}

/**
 * The file of a preview again, with something more said about it; the preview before is forgotten. Throws
 * `import-expired`.
 */
export function inspectAgain(session: Session, token: string, about: ImportAbout): ImportPreview {
  const { input } = findPending(token, session.workspace.id);
  const preview = inspectImport(session, { ...input, about });
  pendingFiles.delete(token);
  return preview;
}

/**
 * Shows an inspected file anew after something was said about it: what its names mean, how its days are
 * to be read. Throws `import-expired`.
 */
export function reviewImport(
  session: Session,
  token: string,
  about: ImportAbout,
): { preview: ImportPreview; source: ImportSource } {
  const pending = findPending(token, session.workspace.id);
  const input = { ...pending.input, about: { ...pending.input.about, ...about } };
  const source = openSource(input);
  pendingFiles.set(token, { ...pending, input, source });
  return { preview: previewOf(session, token, input, source), source };
}

/**
 * Writes an inspected file with the decisions of a person, as one transaction with one undo. What the
 * preview promised is worked out again from the workspace as it is now. `backUp` is called before, where
 * there is anything to write. Throws `import-expired` for a preview that is gone,
 * `import-decision-impossible`, and what writing throws; nothing is written then.
 */
export function writeImport(
  session: Session,
  input: {
    readonly token: string;
    readonly decisions: readonly ImportDecision[];
    readonly campaigns?: readonly CampaignDecision[] | undefined;
  },
  backUp: () => void = () => undefined,
): ImportAnswer {
  const pending = findPending(input.token, session.workspace.id);
  if (pending.isWritten) throw new AppError('import-expired');
  const { decisions, campaigns } = input;
  const plan = pending.source.plan(readOf(session), decisions, session.language(), campaigns);
  if (plan.refusal !== undefined) throw plan.refusal;
  if (!plan.isEmpty) backUp();
  writePlan(session, pending.input, plan);
  pending.isWritten = true;
  return plan.answer;
}

/**
 * The whole way without a window: sure pairs are set, the rest is booked for hand matching. `backUp` is
 * called before, where there is anything to write.
 */
export function runImport(
  session: Session,
  input: ImportInput & { readonly dryRun: boolean },
  backUp: () => void = () => undefined,
): ImportAnswer {
  const plan = openSource(input).plan(readOf(session), [], session.language());
  if (input.dryRun) return plan.answer;
  if (plan.refusal !== undefined) throw plan.refusal;
  if (!plan.isEmpty) backUp();
  writePlan(session, input, plan);
  return plan.answer;
}

/**
 * The refused rows of an inspected file: as a file of its own format, to be mended and imported again, or
 * where that cannot be written, as a list with what is wrong with each. Throws `import-expired`, and
 * `import-nothing-refused` where every row was read.
 */
export function refusedRowsOf(session: Session, token: string): { fileName: string; text: string } {
  const { source, input } = findPending(token, null);
  const own = source.refusedRows();
  if (own !== null) return { fileName: refusedName(input.fileName), text: own };
  const list = refusedList(previewOf(session, token, input, source), session.language());
  if (list === null) throw new AppError('import-nothing-refused');
  return { fileName: `${refusedName(input.fileName).replace(/\.[^.]*$/, '')}.csv`, text: list };
}

function findPending(token: string, workspaceId: string | null): Pending {
  const pending = pendingFiles.get(token);
  if (pending === undefined || (workspaceId !== null && pending.workspaceId !== workspaceId)) {
    throw new AppError('import-expired');
  }
  return pending;
}

function openSource(input: ImportInput): ImportSource {
  const found = KINDS.find((one) => one.kind === input.kind);
  if (found === undefined) throw new AppError('import-kind-unknown', { kind: input.kind });
  if (input.bytes.length > MOST_BYTES) {
    throw new AppError('bank-file-too-large', { limitMb: MOST_BYTES / 1024 / 1024 });
  }
  return found.open(input);
}

function writePlan(
  session: Session,
  { kind, fileName, bytes }: ImportInput,
  plan: ImportPlan,
): void {
  if (plan.isEmpty) return;
  const params = { count: plan.answer.added + plan.answer.updated, file: fileName };
  act(session, `import-${kind}`, params, (tx) => {
    const importId = recordImport(tx, {
      kind,
      fileName,
      fileSha256: createHash('sha256').update(bytes).digest('hex'),
      importedAt: session.clock.now(),
      result: JSON.stringify(plan.answer),
    });
    plan.write(tx, importId, session.clock.now());
  });
}

function refusedName(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot > 0
    ? `${fileName.slice(0, dot)}-refused${fileName.slice(dot)}`
    : `${fileName}-refused`;
}
