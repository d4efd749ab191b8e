import { Link } from 'wouter';
import { ClientMark } from '../components/client-mark';
import { useFormat } from '../lib/format';
import { useTranslation } from '../lib/translation';
import { useWorkspace } from '../lib/workspace';
import type { Route } from './routes';
import { Signet } from './signet';

type Props = { here: Route['rail']; folded: boolean };

type Item = {
  name: Exclude<Route['rail'], null>;
  href: string;
  count?: string;
  tone?: 'neg';
  tip?: string;
};

/** Words, no icons. Folded to two letters and the count where the window is narrow. */
export function Rail({ here, folded }: Props) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const workspace = useWorkspace();
  const { counts } = workspace;

  const overdue =
    counts.overdueMinor > 0
      ? compactAmount(format, counts.overdueMinor, workspace.baseCurrency)
      : null;
  const items: Item[] = [
    { name: 'monday', href: '/monday' },
    { name: 'portfolio', href: '/portfolio', ...countOf(counts.clients) },
    { name: 'clients', href: '/clients' },
    { name: 'briefs', href: '/briefs', ...countOf(counts.briefs) },
    { name: 'proposals', href: '/proposals' },
    { name: 'media-plans', href: '/media-plans' },
    {
      name: 'tasks',
      href: '/tasks',
      ...countOf(counts.tasksDue),
      ...(counts.tasksDue === 0 ? {} : { tip: t('nav.tasksDue', { count: counts.tasksDue }) }),
    },
    { name: 'time', href: '/time' },
    { name: 'deadlines', href: '/deadlines' },
    {
      name: 'money',
      href: '/money',
      ...(overdue === null
        ? {}
        : {
            count: folded ? (overdue.split('\u00a0')[0] ?? overdue) : overdue,
            tone: 'neg' as const,
            tip: t('nav.overdue', {
              amount: format.moneyWhole(counts.overdueMinor, workspace.baseCurrency),
            }),
          }),
    },
  ];
  const settings: Item = { name: 'settings', href: '/settings/agency' };

  const link = (item: Item) => {
    const word = t(`nav.${item.name}`);
    const on = item.name === here;
    return (
      <Link
        key={item.name}
        href={item.href}
        className={on ? 'on' : ''}
        aria-current={on ? 'page' : undefined}
        title={folded ? [word, item.tip].filter(Boolean).join(', ') : item.tip}
      >
        {folded ? (
          <>
            <span className="short" data-word={t(`nav.short.${item.name}`)} aria-hidden="true" />
            <span className="unseen">{word}</span>
          </>
        ) : (
          word
        )}
        {item.count === undefined ? null : <i className={item.tone ?? ''}>{item.count}</i>}
      </Link>
    );
  };

  return (
    <aside className="rail" aria-label={t('nav.label')}>
      <div className="rail-ws">
        <Signet />
        <div className="cut">
          <b className="cut">{workspace.agencyName}</b>
          <span className="cut">
            {workspace.isSample
              ? `${t('rail.sample')}, ${workspace.agencyCity}`
              : workspace.agencyCity}
          </span>
        </div>
      </div>
      <nav aria-label={t('nav.label')}>{items.map(link)}</nav>
      {workspace.pinned.length === 0 ? null : (
        <nav aria-label={t('nav.pinned')}>
          <p className="rail-head">{t('nav.pinned')}</p>
          {workspace.pinned.map((client) => (
            <Link
              key={client.id}
              href={`/clients/${client.id}/profitability`}
              title={folded ? client.name : undefined}
            >
              <ClientMark client={client} />
              <span className={folded ? 'unseen' : 'cut'}>{client.name}</span>
            </Link>
          ))}
        </nav>
      )}
      <nav className="rail-last" aria-label={t('app.name')}>
        {link(settings)}
      </nav>
      <div className="rail-foot">
        <b className="cut">{workspace.userName}</b>
        <span className="cut" title={workspace.folder}>
          {workspace.fileName}
        </span>
        <span>
          {workspace.savedAt === null
            ? t('rail.unchanged')
            : t('rail.saved', { time: format.time(workspace.savedAt) })}
        </span>
      </div>
    </aside>
  );
}

function countOf(count: number): { count?: string } {
  return count === 0 ? {} : { count: String(count) };
}

/** «1,87 млн»: the currency is known and the rail is narrow. */
function compactAmount(
  format: ReturnType<typeof useFormat>,
  minor: number,
  currency: string,
): string {
  return format
    .moneyCompact(minor, currency)
    .replace(format.currencySign(currency), '')
    .replace(/^\u00a0|\u00a0$/g, '');
}
