import type { ReadDb } from '../../../db/read-db';
import type { WriteDb } from '../../../db/write-db';
import type { AppError } from '../../../shared/contract/app-error';
import type {
  CampaignDecision,
  ImportAnswer,
  ImportDecision,
  ImportPreview,
} from '../../../shared/contract/imports.contract';
import type { Language } from '../../../shared/contract/primitives';
import type { VatFlag } from '../../../shared/domain/ad-statistics/types';
import type { Period } from '../../../shared/domain/dates';
import type { ColumnUse } from '../../../shared/domain/media-plan-import/types';
import type { Sheet } from './workbook-rows';

export type ImportKindName = ImportAnswer['kind'];

/** What somebody said about a file that it does not say itself. Kinds that need none of it take no notice. */
export type ImportAbout = {
  /** Whose file it is: a client's id or name. */
  readonly client?: string | null | undefined;
  readonly vat?: VatFlag | null | undefined;
  readonly dateOrder?: 'dmy' | 'mdy' | null | undefined;
  readonly period?: Period | null | undefined;
  /** An account that belongs to the client although it was not known so far. */
  readonly account?: string | null | undefined;
  /** Of a media plan: whether its money includes the agency's commission. */
  readonly commission?: VatFlag | null | undefined;
  readonly sheet?: string | null | undefined;
  readonly uses?: readonly { readonly index: number; readonly use: ColumnUse }[] | undefined;
  /** Rows that are wrong and sums that differ were seen: the others are to be written. */
  readonly accepted?: boolean | undefined;
  /** Columns of a list of tasks by what they hold: `due=Готовность,title=Дело`. */
  readonly map?: string | null | undefined;
};

export type ImportFile = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly about?: ImportAbout;
  /** Sheets of a workbook, read beforehand: reading it takes its time. */
  readonly sheets?: readonly Sheet[];
};

/** What a kind tells of a file before anything is written. */
export type PreviewBody = Omit<
  ImportPreview,
  'token' | 'kind' | 'fileName' | 'plan' | 'campaigns' | 'lines'
> &
  Partial<Pick<ImportPreview, 'plan' | 'campaigns' | 'lines'>>;

/** A decided import: what it answers, and the writes that make the answer true. */
export type ImportPlan = {
  readonly answer: ImportAnswer;
  /** Nothing to write: the file is known, or nothing in it can be booked. */
  readonly isEmpty: boolean;
  /** Why nothing of it may be written as it is. */
  readonly refusal?: AppError | undefined;
  write(tx: WriteDb, importId: string, now: number): void;
};

/** A file that its kind has recognised and read; it keeps nothing of the workspace. */
export type ImportSource = {
  preview(read: ReadDb, language: Language): PreviewBody;
  /** Compares with the workspace as it is now and applies the decisions. Throws AppErrors for impossible ones. */
  plan(
    read: ReadDb,
    decisions: readonly ImportDecision[],
    language: Language,
    campaigns?: readonly CampaignDecision[],
  ): ImportPlan;
  /** The refused rows in the file's own format, to be mended and imported again; null where none. */
  refusedRows(): string | null;
};

/** One way in. Later kinds (camt.053, MT940, time sheets …) are added to the list of kinds and nowhere else. */
export type ImportKind = {
  readonly kind: ImportKindName;
  /** Recognises and reads the file; throws an AppError that names what is wrong with it. */
  open(file: ImportFile): ImportSource;
};
