import { useSyncExternalStore } from 'react';
import type { ConsoleEvent } from '../../shared/contract/contract';
import type { Preferences } from '../../shared/contract/workspace.contract';
import { call } from './api';

const DEFAULTS: Preferences = { language: 'ru', theme: 'system', density: 'compact' };

/** What the main process knew when it opened the window. */
function atStart(): Preferences {
  const known = JSON.parse(window.agencyConsole.start) as Partial<Preferences>;
  return { ...DEFAULTS, ...known };
}

let current = atStart();
const listeners = new Set<() => void>();

/** What is chosen now. */
export function preferences(): Preferences {
  return current;
}

/** Calls back after every choice. @returns a function that stops */
export function onPreferences(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Shows the choice at once and keeps it for the next start. */
export async function choosePreferences(patch: Partial<Preferences>): Promise<void> {
  current = { ...current, ...patch };
  for (const listener of listeners) listener();
  await call('preferences/choose', patch);
}

/** Shows what is chosen in another window. */
export function followOtherWindows(): void {
  window.agencyConsole.onEvent((eventJson) => {
    const event = JSON.parse(eventJson) as ConsoleEvent;
    if (event.type !== 'changed' || !event.entities.includes('preferences')) return;
    const show = async () => {
      current = await call('preferences/show', {});
      for (const listener of listeners) listener();
    };
    // Refused: what is shown stays.
    show().catch(() => undefined);
  });
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(onPreferences, preferences);
}
