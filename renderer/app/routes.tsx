import { type ComponentType, type LazyExoticComponent, memo } from 'react';
import { PortfolioPage } from '../features/portfolio/portfolio-page';
import { lazyScreen } from '../lib/lazy-screen';

type Page = ComponentType | LazyExoticComponent<ComponentType>;

export type RouteName =
  | 'monday'
  | 'deadlines'
  | 'portfolio'
  | 'clients'
  | 'client'
  | 'briefs'
  | 'brief'
  | 'proposals'
  | 'proposal'
  | 'media-plans'
  | 'media-plan'
  | 'tasks'
  | 'time'
  | 'money'
  | 'import'
  | 'reconciliation'
  | 'settings'
  | 'help';

export type Route = {
  name: RouteName;
  path: string;
  page: Page;
  /** The rail's item that stands out here. */
  rail:
    | 'monday'
    | 'deadlines'
    | 'portfolio'
    | 'clients'
    | 'briefs'
    | 'proposals'
    | 'media-plans'
    | 'tasks'
    | 'time'
    | 'money'
    | 'settings'
    | null;
  /** Whether the screen shows the chosen period. */
  hasPeriod: boolean;
};

// The portfolio comes with the shell: it is the first screen. All others wait until they are asked for.
const ClientsPage = lazyScreen(
  async () => (await import('../features/clients-list/clients-page')).ClientsPage,
);
const ClientPage = lazyScreen(
  async () => (await import('../features/client/client-page')).ClientPage,
);
const BriefsPage = lazyScreen(
  async () => (await import('../features/briefs/briefs-page')).BriefsPage,
);
const TemplatesPage = lazyScreen(
  async () => (await import('../features/brief-templates/templates-page')).TemplatesPage,
);
const TemplatePage = lazyScreen(
  async () => (await import('../features/brief-templates/template-page')).TemplatePage,
);
const BriefPage = lazyScreen(async () => (await import('../features/briefs/brief-page')).BriefPage);
const ProposalsPage = lazyScreen(
  async () => (await import('../features/proposals/proposals-page')).ProposalsPage,
);
const ProposalPage = lazyScreen(
  async () => (await import('../features/proposals/proposal-page')).ProposalPage,
);
const PlansPage = lazyScreen(
  async () => (await import('../features/media-plans/plans-page')).PlansPage,
);
const PlanPage = lazyScreen(
  async () => (await import('../features/media-plans/plan-page')).PlanPage,
);
const MondayPage = lazyScreen(
  async () => (await import('../features/monday/monday-page')).MondayPage,
);
const DeadlinesPage = lazyScreen(
  async () => (await import('../features/deadlines/deadlines-page')).DeadlinesPage,
);
const WorkArea = lazyScreen(async () => (await import('./work-area')).WorkArea);
const TimePage = lazyScreen(async () => (await import('../features/time/time-page')).TimePage);
const MoneyPage = lazyScreen(async () => (await import('../features/money/money-page')).MoneyPage);
const ReconciliationPage = lazyScreen(
  async () => (await import('../features/reconciliation/reconciliation-page')).ReconciliationPage,
);
const ImportPage = lazyScreen(
  async () => (await import('../features/import/import-page')).ImportPage,
);
const MediaImportPage = lazyScreen(
  async () => (await import('../features/import/media/media-import-page')).MediaImportPage,
);
const TasksImportPage = lazyScreen(
  async () => (await import('../features/import/tasks/tasks-import-page')).TasksImportPage,
);
const SettingsPage = lazyScreen(
  async () => (await import('../features/settings/settings-page')).SettingsPage,
);
const HelpPage = lazyScreen(async () => (await import('../features/help/help-page')).HelpPage);

export const ROUTES: readonly Route[] = [
  { name: 'monday', path: '/monday', page: MondayPage, rail: 'monday', hasPeriod: false },
  {
    name: 'deadlines',
    path: '/deadlines',
    page: DeadlinesPage,
    rail: 'deadlines',
    hasPeriod: false,
  },
  {
    name: 'portfolio',
    path: '/portfolio',
    // It reads all it shows by itself: the shell's own changes are not its.
    page: memo(PortfolioPage),
    rail: 'portfolio',
    hasPeriod: true,
  },
  { name: 'clients', path: '/clients', page: ClientsPage, rail: 'clients', hasPeriod: false },
  { name: 'clients', path: '/clients/new', page: ClientsPage, rail: 'clients', hasPeriod: false },
  {
    name: 'client',
    path: '/clients/:id/:tab?',
    page: ClientPage,
    rail: 'clients',
    hasPeriod: true,
  },
  { name: 'briefs', path: '/briefs', page: BriefsPage, rail: 'briefs', hasPeriod: false },
  { name: 'briefs', path: '/briefs/new', page: BriefsPage, rail: 'briefs', hasPeriod: false },
  {
    name: 'briefs',
    path: '/briefs/templates',
    page: TemplatesPage,
    rail: 'briefs',
    hasPeriod: false,
  },
  {
    name: 'brief',
    path: '/briefs/templates/:id',
    page: TemplatePage,
    rail: 'briefs',
    hasPeriod: false,
  },
  { name: 'brief', path: '/briefs/:id', page: BriefPage, rail: 'briefs', hasPeriod: false },
  {
    name: 'proposals',
    path: '/proposals',
    page: ProposalsPage,
    rail: 'proposals',
    hasPeriod: false,
  },
  {
    name: 'proposals',
    path: '/proposals/new',
    page: ProposalsPage,
    rail: 'proposals',
    hasPeriod: false,
  },
  {
    name: 'proposal',
    path: '/proposals/:id',
    page: ProposalPage,
    rail: 'proposals',
    hasPeriod: false,
  },
  {
    name: 'media-plans',
    path: '/media-plans',
    page: PlansPage,
    rail: 'media-plans',
    hasPeriod: false,
  },
  {
    name: 'media-plans',
    path: '/media-plans/new',
    page: PlansPage,
    rail: 'media-plans',
    hasPeriod: false,
  },
  {
    name: 'media-plans',
    path: '/media-plans/import',
    page: MediaImportPage,
    rail: 'media-plans',
    hasPeriod: false,
  },
  {
    name: 'media-plan',
    path: '/media-plans/:id',
    page: PlanPage,
    rail: 'media-plans',
    hasPeriod: false,
  },
  {
    name: 'tasks',
    path: '/tasks/import',
    page: TasksImportPage,
    rail: 'tasks',
    hasPeriod: false,
  },
  { name: 'tasks', path: '/tasks/:view?', page: WorkArea, rail: 'tasks', hasPeriod: false },
  { name: 'import', path: '/money/import', page: ImportPage, rail: 'money', hasPeriod: false },
  {
    name: 'reconciliation',
    path: '/money/reconciliation',
    page: ReconciliationPage,
    rail: 'money',
    hasPeriod: false,
  },
  { name: 'time', path: '/time', page: TimePage, rail: 'time', hasPeriod: false },
  { name: 'money', path: '/money', page: MoneyPage, rail: 'money', hasPeriod: false },
  {
    name: 'settings',
    path: '/settings/:area?',
    page: SettingsPage,
    rail: 'settings',
    hasPeriod: false,
  },
  { name: 'help', path: '/help', page: HelpPage, rail: null, hasPeriod: false },
];

/** Which route a path belongs to; undefined for none. */
export function routeOf(path: string): Route | undefined {
  const parts = path.split('/').filter(Boolean);
  return ROUTES.find((route) => {
    const wanted = route.path.split('/').filter(Boolean);
    if (parts.length > wanted.length) return false;
    return wanted.every((part, index) => {
      const given = parts[index];
      if (part.endsWith('?')) return true;
      return given !== undefined && (part.startsWith(':') || part === given);
    });
  });
}
