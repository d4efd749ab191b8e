import type { BrowserWindow } from 'electron';
import type { Language } from '../../shared/contract/primitives';
import type { Handlers } from '../ipc/dispatcher';
import type { Dialogs } from '../platform/dialogs';
import type { PreferenceStore } from '../platform/preferences';
import type { WorkspaceDesk } from '../services/workspace-desk';
import { briefHandlers } from './briefs.handlers';
import { exportHandlers } from './exports.handlers';
import { mediaPlanHandlers } from './media-plans.handlers';
import { moneyHandlers } from './money.handlers';
import { portfolioHandlers } from './portfolio.handlers';
import { preferenceHandlers } from './preferences.handlers';
import { clientHandlers, settingHandlers } from './records.handlers';
import { workHandlers } from './work.handlers';
import { workspaceHandlers } from './workspace.handlers';

export type HandlerParts = {
  desk: WorkspaceDesk;
  preferences: PreferenceStore;
  dialogs: Dialogs;
  window(): BrowserWindow | null;
  language(): Language;
  onPreferences(): void;
};

/** Every method of the contract, area by area; the dispatcher fails where one is missing or named twice. */
export function allHandlers(parts: HandlerParts): Partial<Handlers>[] {
  const { desk, dialogs } = parts;
  const session = () => desk.session;
  return [
    workspaceHandlers(desk, dialogs.openWorkspace),
    preferenceHandlers(parts.preferences, parts.window, parts.language, parts.onPreferences),
    portfolioHandlers(session),
    clientHandlers(session),
    settingHandlers(session, dialogs),
    workHandlers(session),
    moneyHandlers(session, () => desk.backups, dialogs),
    briefHandlers(session),
    mediaPlanHandlers(session),
    exportHandlers(session, dialogs),
  ];
}
