import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dateSchema, type Language, languageSchema } from '../../shared/contract/primitives';

/** Wrong words on the command line: exit status 2. */
export class UsageError extends Error {
  readonly code: string;
  readonly params: Record<string, string>;

  constructor(code: string, params: Record<string, string> = {}) {
    super(code);
    this.name = 'UsageError';
    this.code = code;
    this.params = params;
  }
}

export type CommandLine = {
  command: string;
  /** Words after the command. */
  words: string[];
  workspace: string | null;
  today: string | null;
  language: Language;
  json: boolean;
  from: string | null;
  to: string | null;
  asOf: string | null;
  client: string | null;
  plan: string | null;
  out: string | null;
  /** Whether `--out` ends as a folder does. */
  outIsFolder: boolean;
  seed: number;
  sample: boolean;
  dryRun: boolean;
  theme: 'light' | 'dark';
  size: string | null;
  /** Whether money of statistics includes VAT, where the file does not say. */
  vat: 'included' | 'excluded' | null;
  /** Order of day and month, where the file's dates can be read both ways. */
  dates: 'dmy' | 'mdy' | null;
  account: string | null;
  /** Whether money of a media plan includes the agency's commission, where the file does not say. */
  commission: 'included' | 'excluded' | null;
  sheet: string | null;
  /** Write what can be read, although rows are wrong or sums differ. */
  accept: boolean;
  /** Columns of a list of tasks by what they hold. */
  map: string | null;
  help: boolean;
  path(name: string): string;
};

const OPTIONS = {
  workspace: { type: 'string' },
  today: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  'as-of': { type: 'string' },
  client: { type: 'string' },
  plan: { type: 'string' },
  out: { type: 'string' },
  seed: { type: 'string' },
  sample: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  theme: { type: 'string' },
  size: { type: 'string' },
  vat: { type: 'string' },
  dates: { type: 'string' },
  account: { type: 'string' },
  commission: { type: 'string' },
  sheet: { type: 'string' },
  accept: { type: 'boolean' },
  map: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function date(name: string, value: string | undefined): string | null {
  if (value === undefined) return null;
  if (!dateSchema.safeParse(value).success)
    throw new UsageError('date-invalid', { option: name, value });
  return value;
}

function seedOf(value: string | undefined): number {
  if (value === undefined) return 1;
  const seed = Number(value);
  if (!Number.isInteger(seed) || seed < 0 || seed > 2 ** 31)
    throw new UsageError('seed-invalid', { value });
  return seed;
}

function themeOf(value: string | undefined): 'light' | 'dark' {
  if (value === undefined || value === 'light') return 'light';
  if (value === 'dark') return 'dark';
  throw new UsageError('theme-invalid', { value });
}

function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
): T | null {
  if (value === undefined) return null;
  const found = allowed.find((each) => each === value);
  if (found === undefined) {
    throw new UsageError('value-unknown', { option, value, allowed: allowed.join(', ') });
  }
  return found;
}

/** The language asked for even where the rest of the line is wrong, so that the refusal is readable. */
export function languageOfLine(
  argv: readonly string[],
  systemLocale: string | undefined,
): Language {
  const at = argv.indexOf('--lang');
  const asked =
    at >= 0
      ? argv[at + 1]
      : argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  const parsed = languageSchema.safeParse(asked);
  if (parsed.success) return parsed.data;
  const system = languageSchema.safeParse(systemLocale?.slice(0, 2));
  return system.success ? system.data : 'ru';
}

/** Reads the command line. Relative paths count from where the user typed (`cwd`). */
export function parseCommandLine(
  argv: readonly string[],
  cwd: string,
  systemLocale: string | undefined,
): CommandLine {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError('option-unknown', { detail: error instanceof Error ? error.message : '' });
  }
  const { values, positionals } = parsed;
  if (values.lang !== undefined && !languageSchema.safeParse(values.lang).success) {
    throw new UsageError('language-invalid', { value: values.lang });
  }
  const path = (name: string) => resolve(cwd, name);
  return {
    command: positionals[0] ?? '',
    words: positionals.slice(1),
    workspace: values.workspace === undefined ? null : path(values.workspace),
    today: date('--today', values.today),
    language: languageOfLine(argv, systemLocale),
    json: values.json ?? false,
    from: date('--from', values.from),
    to: date('--to', values.to),
    asOf: date('--as-of', values['as-of']),
    client: values.client ?? null,
    plan: values.plan ?? null,
    out: values.out === undefined ? null : path(values.out),
    outIsFolder: /[/\\]$/.test(values.out ?? ''),
    seed: seedOf(values.seed),
    sample: values.sample ?? false,
    dryRun: values['dry-run'] ?? false,
    theme: themeOf(values.theme),
    size: values.size ?? null,
    vat: oneOf('--vat', values.vat, ['included', 'excluded']),
    dates: oneOf('--dates', values.dates, ['dmy', 'mdy']),
    account: values.account ?? null,
    commission: oneOf('--commission', values.commission, ['included', 'excluded']),
    sheet: values.sheet ?? null,
    accept: values.accept ?? false,
    map: values.map ?? null,
    help: values.help ?? false,
    path,
  };
}
