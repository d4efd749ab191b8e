import { type ReactNode, Suspense, useCallback, useState } from 'react';
import { ExplainContext, type ExplainRequest } from '../lib/explain';
import { lazyScreen } from '../lib/lazy-screen';

const ExplainPanel = lazyScreen(
  async () => (await import('../features/explain/explain-panel')).ExplainPanel,
);

type Opened = { request: ExplainRequest; anchor: HTMLElement | SVGElement };

/** One «Explain this number» for the whole window; any figure may ask for it. */
export function ExplainHost({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<Opened | null>(null);

  const open = useCallback((request: ExplainRequest, anchor: HTMLElement | SVGElement) => {
    setOpened({ request, anchor });
  }, []);

  function close() {
    opened?.anchor.focus();
    setOpened(null);
  }

  return (
    <ExplainContext value={open}>
      {children}
      {opened === null ? null : (
        <Suspense>
          <ExplainPanel request={opened.request} anchor={opened.anchor} onClose={close} />
        </Suspense>
      )}
    </ExplainContext>
  );
}
