import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { addDays, mondayOf, type PlainDate } from '../../../shared/domain/dates';
import { Button } from '../../components/button';
import { useBox } from '../../components/charts/use-box';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { failureOf, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { PageStatus } from '../../lib/page-slots';
import type { TaskViewProps } from '../../lib/task-view';
import { useTranslation } from '../../lib/translation';
import { useToday } from '../../lib/workspace';
import styles from './workload.module.css';
import { WorkloadPane } from './workload-pane';
import { chosenPeople } from './workload-rows';
import { type CellPlace, WorkloadTable, weeksThatFit } from './workload-table';

/** Who has how much to do, week by week: what is available against what is worked and booked. */
export function WorkloadView({ filter, onOpenTask }: TaskViewProps) {
  const { t } = useTranslation('work-plan');
  const format = useFormat();
  const today = useToday();
  const [from, setFrom] = useState<PlainDate>(() => mondayOf(today));
  const [role, setRole] = useState('');
  const [skill, setSkill] = useState('');
  const [open, setOpen] = useState<CellPlace | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const [view, { width }] = useBox<HTMLElement>(1252, 600);
  const weeks = weeksThatFit(width);
  const { data, error } = useRead('workload/read', { from, weeks }, { keepPrevious: true });
  const team = useRead('people/team', {}).data;

  const skills = useMemo(
    () => new Map(team?.people.map((one) => [one.id, one.skills.map(({ skill: name }) => name)])),
    [team],
  );
  const people = useMemo(() => {
    const choice = {
      personIds: filter.personIds,
      roles: role === '' ? filter.roles : [role],
      skill,
    };
    return chosenPeople(data?.people ?? [], choice, skills);
  }, [data, filter.personIds, filter.roles, role, skill, skills]);
  const isRestricted = people.length !== data?.people.length;
  const roles = uniqueWords(data?.people.map((person) => person.role) ?? []);
  const known = uniqueWords([...skills.values()].flat());
  const opened = people.find(({ personId }) => personId === open?.personId);
  const over = people.reduce((sum, { totals }) => sum + totals.overloadSeconds, 0);
  const free = people.reduce((sum, { totals }) => sum + totals.freeSeconds, 0);

  function close() {
    setOpen(null);
    table.current?.querySelector<HTMLElement>('button[aria-pressed="true"]')?.focus();
  }

  return (
    <section
      ref={view}
      className={styles.view}
      aria-label={t('workload.title')}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || open === null) return;
        event.stopPropagation();
        close();
      }}
    >
      <div className={styles.tools}>
        <Button
          icon="back"
          iconOnly
          aria-label={t('workload.earlier')}
          onClick={() => setFrom(addDays(from, -7 * 4))}
        />
        <Button onClick={() => setFrom(mondayOf(today))} disabled={from === mondayOf(today)}>
          {t('timeline.today')}
        </Button>
        <Button
          icon="forward"
          iconOnly
          aria-label={t('workload.later')}
          onClick={() => setFrom(addDays(from, 7 * 4))}
        />
        <Choice
          label={t('workload.role')}
          all={t('workload.allRoles')}
          words={roles}
          value={role}
          onChange={setRole}
        />
        {known.length === 0 ? null : (
          <Choice
            label={t('workload.skill')}
            all={t('workload.allSkills')}
            words={known}
            value={skill}
            onChange={setSkill}
          />
        )}
        <span className="t2 cut grow">
          {over === 0 ? (
            t('workload.noOverload')
          ) : (
            <span className="neg m">
              {t('workload.overload', { hours: format.hoursUnit(over, { max: 1 }) })}
            </span>
          )}
          {`, ${t('workload.free', { hours: format.hoursUnit(free, { max: 1 }) })}`}
        </span>
        {data === undefined || data.withoutEstimate === 0 ? null : (
          <span className="warn nw">
            {t('workload.withoutEstimate', { count: data.withoutEstimate })}
          </span>
        )}
      </div>
      <ErrorNote failure={failureOf(error)} />
      {data === undefined && error === null ? <LoadingShape rows={10} /> : null}
      {data !== undefined && people.length === 0 ? (
        <EmptyState title={t('workload.none')} text={t('workload.noneText')} />
      ) : null}
      {data === undefined || people.length === 0 ? null : (
        <div className={styles.body}>
          <WorkloadTable
            ref={table}
            weeks={data.weeks}
            people={people}
            unassigned={isRestricted ? null : data.unassigned}
            today={today}
            open={open}
            onOpen={setOpen}
          />
          {open === null || opened === undefined ? null : (
            <WorkloadPane
              key={`${open.personId} ${open.week}`}
              person={opened}
              week={open.week}
              colleagues={data.people}
              weekIndex={data.weeks.indexOf(open.week)}
              onOpenTask={onOpenTask}
              onClose={close}
            />
          )}
        </div>
      )}
      <PageStatus>
        <span>
          <b>{t('legend.inkMark')}</b> {t('legend.ink')}
        </span>
        <span>
          <b>{t('legend.hatchMark')}</b> {t('legend.hatch')}
        </span>
        <span>
          <b>{t('legend.redMark')}</b> {t('legend.red')}
        </span>
        <span className="grow" />
        <span>
          <kbd>Enter</kbd> {t('legend.openCell')}
        </span>
      </PageStatus>
    </section>
  );
}

function uniqueWords(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => word !== ''))].toSorted();
}

type ChoiceProps = {
  label: string;
  all: string;
  words: readonly string[];
  value: string;
  onChange: (word: string) => void;
};

function Choice({ label, all, words, value, onChange }: ChoiceProps) {
  return (
    <select
      className={`field ${styles.choice}`}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{all}</option>
      {words.map((word) => (
        <option key={word}>{word}</option>
      ))}
    </select>
  );
}
