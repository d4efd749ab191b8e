import type { Language } from '../../shared/contract/primitives';
import { translatorOf } from '../../shared/i18n/all-messages';

/** Exit statuses of the console (DESIGN.md, Without a window). */
export const EXIT = { done: 0, notAll: 1, usage: 2, unusable: 3 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** What a command answers: one JSON document, the same in words, and whether the answer is a plain yes. */
export type CommandAnswer = {
  json: unknown;
  /** Lines for a reader. */
  text: string[];
  status: ExitStatus;
};

/** A yes. */
export function done(json: unknown, text: string[]): CommandAnswer {
  return { json, text, status: EXIT.done };
}

/** The console's own words. */
export function consoleWords(
  language: Language,
): (key: string, params?: Record<string, string | number>) => string {
  const translator = translatorOf(language);
  return (key, params = {}) => translator.t(`cli:${key}`, params);
}
