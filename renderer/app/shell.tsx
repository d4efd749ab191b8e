import { Suspense, useMemo, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { OpenWorkspace, WorkspaceStatus } from '../../shared/contract/workspace.contract';
import { EmptyState } from '../components/empty-state';
import { LoadingShape } from '../components/loading-shape';
import { useMedia } from '../lib/media';
import { type PageSlots, PageSlotsContext } from '../lib/page-slots';
import { useTranslation } from '../lib/translation';
import { ShowStatusContext, WorkspaceContext } from '../lib/workspace';
import { ExplainHost } from './explain-host';
import { PageBoundary } from './page-boundary';
import { PaletteHost } from './palette-host';
import { Rail } from './rail';
import { ROUTES, routeOf } from './routes';
import { StatusBar } from './status-bar';
import { TopBar } from './top-bar';
import { useCommands } from './use-commands';
import { useShortcuts } from './use-shortcuts';

type Props = { workspace: OpenWorkspace; onStatus: (status: WorkspaceStatus) => void };

export function Shell(props: Props) {
  return (
    <WorkspaceContext value={props.workspace}>
      <ShowStatusContext value={props.onStatus}>
        <Frame onStatus={props.onStatus} />
      </ShowStatusContext>
    </WorkspaceContext>
  );
}

/** Rail, top bar, page, status bar, and what floats above them. */
function Frame({ onStatus }: { onStatus: (status: WorkspaceStatus) => void }) {
  const { t } = useTranslation('common');
  const [path] = useLocation();
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [crumb, setCrumb] = useState<HTMLElement | null>(null);
  const [status, setStatus] = useState<HTMLElement | null>(null);
  const slots = useMemo<PageSlots>(() => ({ crumb, status }), [crumb, status]);
  const folded = useMedia('(max-width: 1280px)');
  const route = routeOf(path);
  const commands = useCommands(onStatus);
  useShortcuts(commands, () => setPaletteOpen(true));

  return (
    <PageSlotsContext value={slots}>
      <ExplainHost>
        <div className={folded ? 'app fold' : 'app'}>
          <button type="button" className="skip" onClick={focusPage}>
            {t('nav.skip')}
          </button>
          <Rail here={route?.rail ?? null} folded={folded} />
          <TopBar
            route={route}
            crumbRef={setCrumb}
            onFind={() => setPaletteOpen(true)}
            commands={commands}
          />
          <main className="page" id="page" tabIndex={-1}>
            <PageBoundary key={path.split('/')[1]}>
              <Suspense fallback={<LoadingShape />}>
                <Switch>
                  {ROUTES.map(({ path: pattern, page: Page }) => (
                    <Route key={pattern} path={pattern}>
                      <Page />
                    </Route>
                  ))}
                  <Route path="/">
                    <Redirect to="/portfolio" replace />
                  </Route>
                  <Route>
                    <EmptyState title={t('state.nowhere')} text="">
                      <a className="btn" href="#/portfolio">
                        {t('state.toPortfolio')}
                      </a>
                    </EmptyState>
                  </Route>
                </Switch>
              </Suspense>
            </PageBoundary>
          </main>
          <StatusBar slotRef={setStatus} />
        </div>
        <PaletteHost open={paletteOpen} onOpenChange={setPaletteOpen} commands={commands} />
      </ExplainHost>
    </PageSlotsContext>
  );
}

/** The first stop of the Tab key: past the rail, into the page. */
function focusPage() {
  document.getElementById('page')?.focus();
}
