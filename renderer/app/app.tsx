import { Suspense, useEffect } from 'react';
import { useLocation } from 'wouter';
import type { WorkspaceStatus } from '../../shared/contract/workspace.contract';
import { ErrorNote } from '../components/error-note';
import { failureOf, listen, queryClient, readKey, useRead } from '../lib/api';
import { lazyScreen } from '../lib/lazy-screen';
import { Shell } from './shell';

const FirstRun = lazyScreen(async () => (await import('../features/first-run/first-run')).FirstRun);
const Recovery = lazyScreen(async () => (await import('../features/recovery/recovery')).Recovery);

/** What stands in the window: the first questions, a way out of damage, or the open file. */
export function App() {
  const status = useRead('workspace/status', {});
  const [, navigate] = useLocation();

  function onStatus(next: WorkspaceStatus) {
    // Another file: nothing read before belongs to it.
    queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'workspace/status' });
    queryClient.setQueryData(readKey('workspace/status', {}), next);
    if (next.state === 'open') navigate('/portfolio');
  }

  const state = status.data?.state;
  useEffect(() => {
    if (state === 'open') return;
    // In the shell the menu is listened to with everything it commands.
    return listen(() => undefined);
  }, [state]);

  if (status.data === undefined) return <ErrorNote failure={failureOf(status.error)} />;
  switch (status.data.state) {
    case 'open':
      return <Shell key={status.data.workspaceId} workspace={status.data} onStatus={onStatus} />;
    case 'closed':
      return (
        <Suspense>
          <FirstRun closed={status.data} onStatus={onStatus} />
        </Suspense>
      );
    case 'damaged':
      return (
        <Suspense>
          <Recovery damaged={status.data} onStatus={onStatus} />
        </Suspense>
      );
  }
}
