import { Link, useSearch } from 'wouter';
import type { TaskFilter } from '../../../shared/contract/tasks-shapes';
import { VIEW_KINDS } from '../../../shared/domain/work/task-view';
import { Menu } from '../../components/menu';
import { restricting } from './filter/address';
import type { Kit } from './kit';
import styles from './work.module.css';

/** What stands beside the views: rarer, and none of them filtered. */
export const SIDES = ['queue', 'contested', 'regulations', 'quality', 'improvements'] as const;
export type Side = (typeof SIDES)[number];
const IN_SIGHT: readonly Side[] = ['queue', 'contested'];

type Props = {
  here: string;
  /** Goes along from view to view. */
  filter: TaskFilter | null;
  contested: number;
  kit: Kit;
  onGo: (path: string) => void;
  available: readonly string[];
};

/** The views of one filter, and beside them what is done with tasks less often. */
export function WorkTabs({ here, filter, contested, kit, onGo, available }: Props) {
  const { t } = kit;
  const params = new URLSearchParams();
  const period = new URLSearchParams(useSearch()).get('p');
  if (period !== null) params.set('p', period);
  if (filter !== null) {
    const kept = restricting(filter).map((key) => [key, filter[key]]);
    params.set('f', JSON.stringify(Object.fromEntries(kept)));
  }
  const carried = `?${params.toString()}`;
  const tab = (name: string, href: string, count?: number) => (
    <Link
      key={name}
      href={href}
      className={name === here ? styles.on : ''}
      aria-current={name === here ? 'page' : undefined}
    >
      {t(`tab.${name}`)}
      {count === undefined || count === 0 ? null : <i>{kit.format.number(count)}</i>}
    </Link>
  );
  const rare = SIDES.filter((side) => !IN_SIGHT.includes(side));
  const isRare = rare.some((side) => side === here);
  return (
    <nav className={styles.tabs} aria-label={t('tabsLabel')}>
      {VIEW_KINDS.filter((kind) => available.includes(kind)).map((kind) =>
        tab(kind, `/tasks/${kind}${carried}`),
      )}
      <span className={styles.apart} />
      {IN_SIGHT.map((side) =>
        tab(side, `/tasks/${side}${carried}`, side === 'contested' ? contested : undefined),
      )}
      <Menu
        trigger={
          <button type="button" className={isRare ? styles.on : ''}>
            {isRare ? t(`tab.${here}`) : t('tab.more')}
          </button>
        }
        items={[
          ...rare.map((side) => ({
            label: t(`tab.${side}`),
            onChoose: () => onGo(`/tasks/${side}${carried}`),
          })),
          { label: t('tab.import'), onChoose: () => onGo('/tasks/import'), apart: true },
        ]}
      />
    </nav>
  );
}
