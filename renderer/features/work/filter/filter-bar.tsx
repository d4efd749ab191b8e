import { type ReactNode, useState } from 'react';
import type { TaskFilter } from '../../../../shared/contract/tasks-shapes';
import { EMPTY_TASK_FILTER } from '../../../../shared/domain/work/task-view';
import { Button } from '../../../components/button';
import { Icon } from '../../../components/icon';
import { Popover } from '../../../components/popover';
import type { Kit } from '../kit';
import { restricting } from './address';
import { type Choices, choicesOf, FACETS, type Facet } from './facets';
import styles from './filter-bar.module.css';
import { FilterForm } from './filter-form';

type Props = {
  filter: TaskFilter;
  choices: Choices | undefined;
  kit: Kit;
  onChange: (patch: Partial<TaskFilter>) => void;
  /** Order, groups, saved views: what else the view is made of. */
  children?: ReactNode;
};

const isFacet = (key: string): key is Facet => FACETS.some((facet) => facet === key);

/** Words of a restriction: «Клиент: Верба, ещё 2». */
function wordsOf(
  key: keyof TaskFilter,
  filter: TaskFilter,
  choices: Choices | undefined,
  kit: Kit,
) {
  const { t, format } = kit;
  if (isFacet(key)) {
    const chosen: readonly string[] = filter[key];
    const names = choicesOf(key, choices, kit)
      .filter(({ value }) => chosen.includes(value))
      .map(({ label }) => label);
    const rest = chosen.length - 1;
    const what = rest > 0 ? t('filter.andMore', { name: names[0] ?? '', count: rest }) : names[0];
    return `${t(`filter.${key}`)}: ${what ?? '…'}`;
  }
  if (key === 'text') return t('filter.textIs', { text: filter.text });
  if (key === 'due') {
    const { from = null, to = null } = filter.due ?? {};
    if (from !== null && to !== null)
      return `${t('filter.due')}: ${format.dateShort(from)} – ${format.dateShort(to)}`;
    return from === null
      ? t('filter.until', { day: to === null ? '' : format.dateShort(to) })
      : t('filter.since', { day: format.dateShort(from) });
  }
  if (key === 'archived') return t(`filter.archive.${filter.archived}`);
  return t(`filter.${key}`);
}

/** What restricts the view, each part with its way out, and the way to more of them. */
export function FilterBar({ filter, choices, kit, onChange, children }: Props) {
  const { t } = kit;
  const [open, setOpen] = useState(false);
  const parts = restricting(filter).filter((key) => key !== 'mine');
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('filter.label')}>
      <Button
        className={`${styles.small} ${styles.mine}`}
        aria-pressed={filter.mine}
        onClick={() => onChange({ mine: !filter.mine })}
      >
        {t('filter.mine')}
      </Button>
      <div className={styles.chips}>
        {parts.map((key) => {
          const words = wordsOf(key, filter, choices, kit);
          return (
            <span key={key} className={styles.chip}>
              <span className="cut" title={words}>
                {words}
              </span>
              <button
                type="button"
                aria-label={t('filter.remove', { what: words })}
                onClick={() => onChange({ [key]: EMPTY_TASK_FILTER[key] })}
              >
                <Icon name="close" size={12} />
              </button>
            </span>
          );
        })}
        <Popover
          label={t('filter.label')}
          open={open}
          onOpenChange={setOpen}
          trigger={
            <Button variant="quiet" icon="plus" className={styles.small}>
              {t('filter.add')}
            </Button>
          }
        >
          <FilterForm filter={filter} choices={choices} kit={kit} onChange={onChange} />
        </Popover>
        {parts.length > 1 ? (
          <Button
            variant="quiet"
            className={styles.small}
            onClick={() => onChange(EMPTY_TASK_FILTER)}
          >
            {t('filter.clear')}
          </Button>
        ) : null}
      </div>
      <span className="grow" />
      {children}
    </div>
  );
}
