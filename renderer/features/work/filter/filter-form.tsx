import { useState } from 'react';
import type { TaskFilter } from '../../../../shared/contract/tasks-shapes';
import { TextInput } from '../../../components/field';
import { CheckField, DateField } from '../../../components/fields';
import { Segmented } from '../../../components/segmented';
import type { Kit } from '../kit';
import { type Choices, choicesOf, FACETS, type Facet, FLAGS, toggled } from './facets';
import styles from './filter-bar.module.css';

type Props = {
  filter: TaskFilter;
  choices: Choices | undefined;
  kit: Kit;
  onChange: (patch: Partial<TaskFilter>) => void;
};

type Part = Facet | 'text' | 'due' | 'flags';
const PARTS: readonly Part[] = ['text', 'due', 'flags', ...FACETS];
/** From here on a list of choices is searched, not only read. */
const MANY = 9;

/** Everything a filter can restrict: the parts at the left, what the part can be given at the right. */
export function FilterForm({ filter, choices, kit, onChange }: Props) {
  const { t, format } = kit;
  const [part, setPart] = useState<Part>('text');
  const countOf = (one: Part): number => {
    if (one === 'text') return filter.text === '' ? 0 : 1;
    if (one === 'due') return filter.due === null ? 0 : 1;
    if (one === 'flags')
      return FLAGS.filter((flag) => filter[flag]).length + (filter.archived === 'without' ? 0 : 1);
    return filter[one].length;
  };
  return (
    <div className={styles.form}>
      <div
        className={styles.facets}
        role="tablist"
        aria-label={t('filter.parts')}
        aria-orientation="vertical"
      >
        {PARTS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={one === part}
            onClick={() => setPart(one)}
          >
            <span className="cut grow">{t(`filter.${one}`)}</span>
            {countOf(one) === 0 ? null : (
              <span className="cap acc">{format.number(countOf(one))}</span>
            )}
          </button>
        ))}
      </div>
      <div className={styles.choices} role="tabpanel" aria-label={t(`filter.${part}`)}>
        {part === 'text' ? (
          <TextInput
            label={t('filter.textLabel')}
            value={filter.text}
            autoFocus
            onChange={(text) => onChange({ text })}
          />
        ) : part === 'due' ? (
          <DueRange filter={filter} kit={kit} onChange={onChange} />
        ) : part === 'flags' ? (
          <>
            {FLAGS.map((flag) => (
              <CheckField
                key={flag}
                label={t(`filter.${flag}`)}
                checked={filter[flag]}
                onChange={(on) => onChange({ [flag]: on })}
              />
            ))}
            <Segmented
              label={t('filter.archived')}
              value={filter.archived}
              segments={(['without', 'with', 'only'] as const).map((value) => ({
                value,
                label: t(`filter.archive.${value}`),
              }))}
              onChange={(archived) => onChange({ archived })}
            />
          </>
        ) : (
          <Options
            key={part}
            facet={part}
            filter={filter}
            choices={choices}
            kit={kit}
            onChange={onChange}
          />
        )}
      </div>
    </div>
  );
}

function DueRange({ filter, kit, onChange }: Omit<Props, 'choices'>) {
  const { t } = kit;
  const due = filter.due ?? { from: null, to: null };
  const set = (patch: Partial<typeof due>) => {
    const next = { ...due, ...patch };
    onChange({ due: next.from === null && next.to === null ? null : next });
  };
  return (
    <div className={styles.pair}>
      <DateField label={t('filter.dueFrom')} value={due.from} onCommit={(from) => set({ from })} />
      <DateField label={t('filter.dueTo')} value={due.to} onCommit={(to) => set({ to })} />
    </div>
  );
}

function Options({ facet, filter, choices, kit, onChange }: Props & { facet: Facet }) {
  const { t } = kit;
  const [sought, setSought] = useState('');
  const all = choicesOf(facet, choices, kit);
  const shown = all.filter(({ label }) =>
    label.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase()),
  );
  const chosen: readonly string[] = filter[facet];
  return (
    <>
      {all.length > MANY ? (
        <TextInput
          label={t('filter.seek')}
          hideLabel
          placeholder={t('filter.seek')}
          value={sought}
          autoFocus
          onChange={setSought}
        />
      ) : null}
      <div className={styles.options}>
        {shown.map(({ value, label }) => (
          <CheckField
            key={value}
            label={label}
            checked={chosen.includes(value)}
            onChange={() => onChange(toggled(filter, facet, value))}
          />
        ))}
        {shown.length === 0 ? <p className="cap">{t('filter.nothing')}</p> : null}
      </div>
    </>
  );
}
