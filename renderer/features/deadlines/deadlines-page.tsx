import { useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import { DATED_KINDS } from '../../../shared/domain/dated-kinds';
import { addDays, mondayOf } from '../../../shared/domain/dates';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { SelectField } from '../../components/fields';
import { LoadingShape } from '../../components/loading-shape';
import { Segmented } from '../../components/segmented';
import { failureOf, useCommand, useRead } from '../../lib/api';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { useTranslation } from '../../lib/translation';
import { useToday } from '../../lib/workspace';
import styles from './deadlines.module.css';
import { DeadlinesTable } from './deadlines-table';
import { type Filter, groupItems, passes } from './group-items';
import { RemindersPanel, ShownReminders } from './reminders-panel';
import { useReminders } from './use-reminders';

const SPANS = { week: 7, month: 28, quarter: 91 } as const;
type Span = keyof typeof SPANS;

/** Everything that has a date, overdue first, by week and day. */
export function DeadlinesPage() {
  const { t } = useTranslation('deadlines');
  const today = useToday();
  const asked = new URLSearchParams(useSearch()).get('client') ?? '';
  const [span, setSpan] = useState<Span>('month');
  const [filter, setFilter] = useState<Filter>({ kind: '', clientId: asked, personId: '' });
  const from = mondayOf(today);
  const { data, error } = useRead(
    'deadlines/list',
    { from, to: addDays(from, SPANS[span] - 1), withOverdue: true },
    { keepPrevious: true },
  );
  const complete = useCommand('deadlines/complete');
  const reminders = useReminders();

  const all = useMemo(() => data?.items ?? [], [data]);
  const shown = useMemo(() => all.filter((item) => passes(item, filter)), [all, filter]);
  const groups = useMemo(() => groupItems(shown, today), [shown, today]);
  const clients = useMemo(
    () =>
      [
        ...new Map(
          all.flatMap(({ client }) => (client === null ? [] : [[client.id, client]])),
        ).values(),
      ].sort((a, b) => a.name.localeCompare(b.name)),
    [all],
  );
  const kinds = DATED_KINDS.filter((kind) => all.some((item) => item.kind === kind));
  const overdue = shown.filter(({ on }) => on < today).length;

  const failure = failureOf(error);
  if (failure !== null) return <ErrorNote failure={failure} />;
  if (data === undefined) return <LoadingShape rows={12} />;
  return (
    <>
      <PageTitle title={t('page.title')} />
      <PageStatus>{t('page.status')}</PageStatus>
      <div className={`head ${styles.head}`}>
        <p className="lede grow">
          <b>{t('page.count', { count: shown.length })}</b>
          {overdue === 0 ? null : (
            <>
              {', '}
              <b className="neg">{t('page.overdue', { count: overdue })}</b>
            </>
          )}
        </p>
        <div className={styles.filters}>
          <SelectField
            label={t('filter.kind')}
            hideLabel
            value={filter.kind}
            options={[
              { value: '', label: t('filter.everyKind') },
              ...kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
            ]}
            onCommit={(kind) => setFilter({ ...filter, kind })}
          />
          <SelectField
            label={t('filter.client')}
            hideLabel
            value={filter.clientId}
            options={[
              { value: '', label: t('filter.everyClient') },
              ...clients.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onCommit={(clientId) => setFilter({ ...filter, clientId })}
          />
          <SelectField
            label={t('filter.person')}
            hideLabel
            value={filter.personId}
            options={[
              { value: '', label: t('filter.everyPerson') },
              ...data.people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onCommit={(personId) => setFilter({ ...filter, personId })}
          />
          <Segmented
            label={t('span.label')}
            value={span}
            segments={(['week', 'month', 'quarter'] as const).map((value) => ({
              value,
              label: t(`span.${value}`),
            }))}
            onChange={setSpan}
          />
          <RemindersPanel reminders={reminders} />
        </div>
      </div>
      <ErrorNote failure={complete.failure} />
      <ShownReminders reminders={reminders} />
      {shown.length === 0 ? (
        <EmptyState title={t('page.none')} text={t('page.noneText')} />
      ) : (
        <DeadlinesTable
          groups={groups}
          today={today}
          reminders={reminders}
          onDone={(item) => complete.send({ id: item.sourceId })}
        />
      )}
    </>
  );
}
