import { type ReactNode, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { TodayItem } from '../../../../shared/contract/tasks.contract';
import { addDays, mondayOf } from '../../../../shared/domain/dates';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { SelectField } from '../../../components/fields';
import { LoadingShape } from '../../../components/loading-shape';
import { failureOf, useRead } from '../../../lib/api';
import { useWorkspace } from '../../../lib/workspace';
import { type Kit, useKit } from '../kit';
import { TaskPanel } from '../panel/task-panel';
import work from '../work.module.css';
import styles from './today.module.css';
import { TodayRow } from './today-row';

const CONTEST_WEEKS = 6;

type Group = {
  key: string;
  tone: '' | 'neg' | 'warn';
  items: readonly TodayItem[];
};

/** What one person's day asks for, the worst first; each line is settled where it stands. */
export function TodayView() {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const params = new URLSearchParams(search);
  const { userId } = useWorkspace();
  const choices = useRead('tasks/choices', {}).data;
  const personId = params.get('who') ?? choices?.me ?? userId;
  const { data, error } = useRead('tasks/today', { personId }, { keepPrevious: true });
  const kit = useKit(data?.names);
  const [isAll, setAll] = useState<ReadonlySet<string>>(new Set());
  const openId = params.get('t');
  const { t } = kit;

  const set = (name: string, value: string | null) => {
    const next = new URLSearchParams(search);
    if (value === null) next.delete(name);
    else next.set(name, value);
    navigate(`${path}?${next.toString()}`, { replace: true });
  };

  if (data === undefined) {
    return error === null ? (
      <LoadingShape rows={10} />
    ) : (
      <div className={work.note}>
        <ErrorNote failure={failureOf(error)} />
      </div>
    );
  }
  const groups: Group[] = [
    { key: 'overdue', tone: 'neg', items: data.overdue },
    { key: 'dueToday', tone: 'warn', items: data.dueToday },
    { key: 'promised', tone: '', items: data.promised },
    { key: 'waitingForMe', tone: '', items: data.waitingForMe },
    { key: 'afterHours', tone: '', items: data.afterHours },
    { key: 'inWork', tone: '', items: data.inWork },
    { key: 'startsToday', tone: '', items: data.startsToday },
    { key: 'waitingForClient', tone: '', items: data.waitingForClient },
    { key: 'doneToday', tone: '', items: data.doneToday },
  ];
  const shown = groups.filter(({ items }) => items.length > 0);
  return (
    <>
      <div className={`head ${styles.head}`}>
        <Lede groups={groups} kit={kit} />
        <div className={styles.person}>
          <SelectField
            label={t('day.person')}
            hideLabel
            value={personId ?? ''}
            options={(choices?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onCommit={(id) => set('who', id === choices?.me ? null : id)}
          />
        </div>
      </div>
      <div className={work.body}>
        <div className={work.scroll}>
          <Matters personId={data.personId} kit={kit} />
          {shown.length === 0 ? <p className={work.note}>{t('day.free')}</p> : null}
          {shown.map(({ key, tone, items }) => {
            const most = isAll.has(key) ? items.length : MOST;
            return (
              <Section
                key={key}
                title={t(`day.${key}`)}
                count={kit.format.number(items.length)}
                tone={tone}
              >
                {items.slice(0, most).map((item) => (
                  <TodayRow
                    key={item.card.id}
                    item={item}
                    group={key}
                    kit={kit}
                    isOpen={item.card.id === openId}
                    onOpen={() => set('t', item.card.id)}
                  />
                ))}
                {items.length > most ? (
                  <li>
                    <Button variant="quiet" onClick={() => setAll(new Set([...isAll, key]))}>
                      {t('day.rest', { count: items.length - most })}
                    </Button>
                  </li>
                ) : null}
              </Section>
            );
          })}
        </div>
        {openId === null ? null : (
          <TaskPanel
            key={openId}
            taskId={openId}
            onClose={() => set('t', null)}
            onOpenTask={(id) => set('t', id)}
          />
        )}
      </div>
    </>
  );
}

/** So many lines of a group stand in sight; a day of more is not answered in five seconds. */
const MOST = 8;

function Section({
  title,
  count,
  tone,
  children,
}: {
  title: string;
  count: string;
  tone: string;
  children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2>
        <span className={tone}>{title}</span> <span className="cap">{count}</span>
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

/** The day in one sentence. */
function Lede({ groups, kit }: { groups: readonly Group[]; kit: Kit }) {
  const { t } = kit;
  const count = (key: string) => groups.find((group) => group.key === key)?.items.length ?? 0;
  const parts = (['overdue', 'dueToday', 'promised', 'waitingForMe'] as const)
    .map((key) => ({ key, many: count(key) }))
    .filter(({ many }) => many > 0);
  return (
    <p className="lede grow">
      {parts.length === 0 ? <b>{t('day.calm')}</b> : null}
      {parts.map(({ key, many }, index) => (
        <span key={key}>
          {index === 0 ? '' : ', '}
          <b className={key === 'overdue' ? 'neg' : ''}>{t(`day.lede.${key}`, { count: many })}</b>
        </span>
      ))}
    </p>
  );
}

/** What is no task and yet asks for something today: hours wanted twice, hours not written down. */
function Matters({ personId, kit }: { personId: string | null; kit: Kit }) {
  const { t, format, today } = kit;
  const monday = mondayOf(today);
  const contests = useRead('contests/list', { from: monday, weeks: CONTEST_WEEKS }).data;
  const missing = useRead('time/missing', { from: addDays(monday, -7), to: today }).data;
  const person = missing?.people.find((one) => one.personId === personId);
  const contested = contests?.open.length ?? 0;
  const lacks = person?.missingSeconds ?? 0;
  if (contested === 0 && lacks === 0) return null;
  return (
    <section className={styles.section} aria-label={t('day.matters')}>
      <h2>{t('day.matters')}</h2>
      <ul>
        {contested === 0 ? null : (
          <li className={styles.row}>
            <span className="grow">{t('day.contested', { count: contested })}</span>
            <Link href="/tasks/contested" className="btn">
              {t('day.decide')}
            </Link>
          </li>
        )}
        {lacks === 0 ? null : (
          <li className={styles.row}>
            <span className="grow">
              {t('day.missing', { hours: format.hoursUnit(lacks, { max: 1 }) })}
            </span>
            <Link href="/time" className="btn">
              {t('day.log')}
            </Link>
          </li>
        )}
      </ul>
    </section>
  );
}
