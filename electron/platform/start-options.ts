import { resolve } from 'node:path';
import { dateSchema, type Language, languageSchema } from '../../shared/contract/primitives';

export type StartOptions = {
  workspace: string | null;
  /** Stands in for the computer's date: pictures, tests and reports of a past day. */
  today: string | null;
  language: Language | null;
  theme: 'light' | 'dark' | null;
  size: { width: number; height: number } | null;
  /** Job of the console that needs a window: printing, pictures. JSON. */
  job: string | null;
};

function value(argv: readonly string[], name: string): string | null {
  const start = `--${name}=`;
  return argv.find((argument) => argument.startsWith(start))?.slice(start.length) ?? null;
}

/** Reads the arguments the app itself understands; the rest is Chromium's. */
export function parseStartOptions(argv: readonly string[], cwd: string): StartOptions {
  const today = dateSchema.safeParse(value(argv, 'today'));
  const language = languageSchema.safeParse(value(argv, 'lang'));
  const theme = value(argv, 'theme');
  const size = /^(\d{3,5})x(\d{3,5})$/.exec(value(argv, 'size') ?? '');
  const named =
    value(argv, 'workspace') ??
    argv.slice(1).find((argument) => argument.endsWith('.agency')) ??
    null;
  return {
    workspace: named === null ? null : resolve(cwd, named),
    today: today.success ? today.data : null,
    language: language.success ? language.data : null,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    size: size === null ? null : { width: Number(size[1]), height: Number(size[2]) },
    job: value(argv, 'console-job'),
  };
}
