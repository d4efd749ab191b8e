import type { Language } from '../../shared/contract/primitives';
import type { Handlers } from '../ipc/dispatcher';
import type { Dialogs } from '../platform/dialogs';
import type { PreferenceStore } from '../platform/preferences';
import type { Windows } from '../platform/windows';
import type { WorkspaceDesk } from '../services/workspace-desk';
import { portfolioHandlers } from './portfolio.handlers';
import { preferenceHandlers } from './preferences.handlers';
import { workspaceHandlers } from './workspace.handlers';

export type HandlerParts = {
  desk: WorkspaceDesk;
  preferences: PreferenceStore;
  dialogs: Dialogs;
  windows: Windows;
  openWindow(path: string): void;
  language(): Language;
  onPreferences(): void;
};

/** What the window asks for first: the file, the choices of this computer, the portfolio. */
export function firstHandlers(parts: HandlerParts): Partial<Handlers>[] {
  return [
    workspaceHandlers(parts.desk, parts.dialogs.openWorkspace),
    preferenceHandlers(parts.preferences, parts.windows, parts.language, parts.onPreferences),
    portfolioHandlers(() => parts.desk.session),
  ];
}
