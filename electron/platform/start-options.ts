import { resolve } from 'node:path';
import type { Language } from '../../shared/contract/primitives';
import { isPlainDate } from '../../shared/domain/dates';
import { LANGS } from '../../shared/i18n/formats';

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
  const today = value(argv, 'today');
  const language = value(argv, 'lang');
  const theme = value(argv, 'theme');
  const size = /^(\d{3,5})x(\d{3,5})$/.exec(value(argv, 'size') ?? '');
  const named =
    value(argv, 'workspace') ??
    argv.slice(1).find((argument) => argument.endsWith('.agency')) ??
    null;
  return {
    workspace: named === null ? null : resolve(cwd, named),
    today: today !== null && isPlainDate(today) ? today : null,
    language: LANGS.find((each) => each === language) ?? null,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    size: size === null ? null : { width: Number(size[1]), height: Number(size[2]) },
    job: value(argv, 'console-job'),
  };
}
