import { createContext, useContext } from 'react';
import type { OpenWorkspace, WorkspaceStatus } from '../../shared/contract/workspace.contract';

/** Set by the shell once a file is open; every screen inside it may rely on it. */
export const WorkspaceContext = createContext<OpenWorkspace | null>(null);

/** The open file: its names, counts, what can be undone. Only inside the shell. */
export function useWorkspace(): OpenWorkspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('no workspace is open here');
  return workspace;
}

/** Today as the main process sees it, YYYY-MM-DD. */
export function useToday(): string {
  return useWorkspace().today;
}

/** Shows another file, or none, after a command that opened, closed or restored one. */
export const ShowStatusContext = createContext<(status: WorkspaceStatus) => void>(() => undefined);

export function useShowStatus(): (status: WorkspaceStatus) => void {
  return useContext(ShowStatusContext);
}
