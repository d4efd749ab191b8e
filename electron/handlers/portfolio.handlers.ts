import type { Handlers } from '../ipc/dispatcher';
import { showClientProfitability } from '../services/client-profitability.service';
import {
  listClients,
  showClientHours,
  showClientOverview,
  showClientReceivables,
} from '../services/clients.service';
import { showPortfolio } from '../services/portfolio.service';
import { readOf, type Session } from '../services/session';
import { showTimeline } from '../services/timeline.service';

type Methods =
  | 'portfolio/show'
  | 'figures/explain'
  | 'clients/list'
  | 'clients/overview'
  | 'clients/profitability'
  | 'clients/hours'
  | 'clients/receivables'
  | 'clients/timeline';

/** What the portfolio and the client's page read. */
export function portfolioHandlers(session: () => Session): Handlers<Methods> {
  const read = () => readOf(session());
  const today = () => session().clock.today();
  return {
    'portfolio/show': ({ period, managerId }) => showPortfolio(read(), period, managerId, today()),
    'figures/explain': async ({ figureId, scope }) => {
      const { explainFigure } = await import('../services/explain.service');
      return explainFigure(session(), { figureId, scope });
    },
    'clients/list': ({ archived }) => listClients(read(), archived),
    'clients/overview': ({ clientId }) => showClientOverview(read(), clientId, today()),
    'clients/profitability': ({ clientId, period }) =>
      showClientProfitability(read(), clientId, period),
    'clients/hours': ({ clientId, month }) => showClientHours(read(), clientId, month, today()),
    'clients/receivables': ({ clientId }) => showClientReceivables(read(), clientId, today()),
    'clients/timeline': ({ clientId }) => showTimeline(read(), clientId, today()),
  };
}
