import type { Handlers } from '../ipc/dispatcher';
import { findInWorkspace } from '../services/search.service';
import type { WorkspaceDesk } from '../services/workspace-desk';

type Methods =
  | 'workspace/status'
  | 'workspace/create'
  | 'workspace/create-sample'
  | 'workspace/open'
  | 'workspace/close'
  | 'workspace/list-backups'
  | 'workspace/back-up'
  | 'workspace/restore'
  | 'workspace/check'
  | 'history/undo'
  | 'history/redo'
  | 'search/find';

/** The file as a whole: opening, backups, history, search. */
export function workspaceHandlers(
  desk: WorkspaceDesk,
  askForWorkspace: () => Promise<string | null>,
): Handlers<Methods> {
  const by = () => ({ actor: desk.session.actor, now: desk.session.clock.now() });
  return {
    'workspace/status': () => desk.status(),
    'workspace/create': (input) => desk.create(input),
    'workspace/create-sample': () => desk.createSample(),
    'workspace/open': async ({ path }) => {
      const chosen = path ?? (await askForWorkspace());
      return chosen === null ? desk.status() : desk.open(chosen);
    },
    'workspace/close': () => {
      desk.close();
      return desk.status();
    },
    'workspace/list-backups': () => ({ backups: desk.backups.list() }),
    'workspace/back-up': () => desk.backups.run('user'),
    'workspace/restore': ({ path }) => desk.restore(path),
    'workspace/check': async () => {
      const { runWorkspaceChecks } = await import('../services/check.service');
      return runWorkspaceChecks(desk.session);
    },
    'history/undo': () => ({ done: desk.session.workspace.undo(by()), history: desk.history() }),
    'history/redo': () => ({ done: desk.session.workspace.redo(by()), history: desk.history() }),
    'search/find': ({ text }) => findInWorkspace(desk.session, text),
  };
}
