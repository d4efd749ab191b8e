import { useState } from 'react';
import type { TimeRow } from '../../../shared/contract/time.contract';
import { addDays, mondayOf } from '../../../shared/domain/dates';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { SelectField } from '../../components/fields';
import { LoadingShape } from '../../components/loading-shape';
import { Pane } from '../../components/pane';
import { failureOf, useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { useTranslation } from '../../lib/translation';
import { useToday } from '../../lib/workspace';
import { AddRow } from './add-row';
import { DayList } from './day-list';
import { ImportHours } from './import-hours';
import { LocksPane } from './locks-pane';
import { MissingPane } from './missing-pane';
import { QuickEntry } from './quick-entry';
import styles from './time.module.css';
import { WeekGrid } from './week-grid';

/** The week of a person: a line to type, the grid, the day under it; who owes hours and what is locked. */
export function TimePage() {
  const { t } = useTranslation('time');
  const format = useFormat();
  const today = useToday();
  const [personId, setPersonId] = useState<string | null>(null);
  const [on, setOn] = useState(today);
  const [added, setAdded] = useState<readonly TimeRow[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const { data, error } = useRead(
    'time/week',
    { personId, on: mondayOf(on) },
    { keepPrevious: true },
  );
  const people = useRead('people/team', {}).data?.people ?? [];
  const fill = useCommand('time/fill-cell');

  const failure = failureOf(error);
  if (failure !== null) return <ErrorNote failure={failure} />;
  if (data === undefined) return <LoadingShape rows={10} />;
  if (data.personId === null && people.length === 0) {
    return <EmptyState title={t('page.nobody')} text={t('page.nobodyText')} />;
  }
  const shown = data.personId ?? '';
  const sameWork = (a: TimeRow, b: TimeRow) =>
    a.clientId === b.clientId && a.projectId === b.projectId && a.taskId === b.taskId;
  const rows = [
    ...data.rows,
    ...added.filter((row) => !data.rows.some((one) => sameWork(one, row))),
  ];
  const isThisWeek = data.from === mondayOf(today);

  return (
    <>
      <PageTitle title={t('page.title')} caption={format.daySpan(data.from, data.to)} />
      <PageStatus>{t('page.status')}</PageStatus>
      <div className={styles.page}>
        <div className={styles.main}>
          <div className={`head ${styles.head}`}>
            <p className="lede grow">
              <b>{t('page.logged', { hours: format.hoursUnit(data.totalSeconds, { max: 2 }) })}</b>
              {data.missingSeconds === 0 ? null : (
                <>
                  {', '}
                  <b className="warn">
                    {t('page.missing', {
                      hours: format.hoursUnit(data.missingSeconds, { max: 2 }),
                    })}
                  </b>
                </>
              )}
              {data.isCapacityStated ? null : <span className="t3"> {t('page.assumed')}</span>}
            </p>
            <div className={styles.tools}>
              <SelectField
                label={t('page.person')}
                hideLabel
                value={shown}
                options={people.map(({ id, name }) => ({ value: id, label: name }))}
                onCommit={(id) => {
                  setPersonId(id);
                  setAdded([]);
                }}
              />
              <Button
                icon="back"
                iconOnly
                aria-label={t('page.previous')}
                title={t('page.previous')}
                onClick={() => setOn(addDays(on, -7))}
              />
              <Button disabled={isThisWeek} onClick={() => setOn(today)}>
                {t('page.thisWeek')}
              </Button>
              <Button
                icon="forward"
                iconOnly
                aria-label={t('page.next')}
                title={t('page.next')}
                onClick={() => setOn(addDays(on, 7))}
              />
            </div>
          </div>
          <QuickEntry personId={data.personId} on={on} />
          <Pane
            line="top"
            title={t('week.title')}
            caption={t('week.hint')}
            actions={
              <>
                <ImportHours />
                <AddRow on={on} onAdd={(row) => setAdded([...added, row])} />
              </>
            }
          >
            <ErrorNote failure={fill.failure} />
            {problem === null ? null : (
              <p className={`neg ${styles.note}`} role="alert">
                {t('week.notHours', { given: problem })}
              </p>
            )}
            {rows.length === 0 ? (
              <p className={`t3 ${styles.note}`}>{t('week.empty')}</p>
            ) : (
              <WeekGrid
                key={`${shown} ${data.from}`}
                days={data.days}
                rows={rows}
                totalSeconds={data.totalSeconds}
                onProblem={setProblem}
                onDay={setOn}
                onFill={({ clientId, projectId, taskId, kind, key }, day, seconds) =>
                  fill.send({
                    personId: data.personId,
                    clientId,
                    projectId,
                    taskId,
                    // A row that was added here has no entries yet: its kind follows from the project.
                    ...(key.startsWith('new ') ? {} : { kind }),
                    on: day,
                    seconds,
                  })
                }
              />
            )}
          </Pane>
          <DayList personId={data.personId} on={on} />
        </div>
        <div className={`pane vr ${styles.side}`}>
          <MissingPane
            onChoose={(id, monday) => {
              setPersonId(id);
              setOn(monday);
            }}
          />
          <LocksPane people={people} from={data.from} to={data.to} />
        </div>
      </div>
    </>
  );
}
