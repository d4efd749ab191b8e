import { useState } from 'react';
import { addDays } from '../../../shared/domain/dates';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { Pane } from '../../components/pane';
import { failureOf, useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import { useToday } from '../../lib/workspace';

import { EditAbsence, NewAbsence } from './absence-form';
import styles from './settings.module.css';
import { TeamDetail } from './team-detail';

/** How far back and ahead absences are listed, days. */
const BACK = 30;
const AHEAD = 365;

/** Who is away when and who stands in; what everybody can work, does, can, and who teaches whom. */
export function AbsencesArea() {
  const { t } = useTranslation('time');
  const { data, error } = useRead('people/team', {});
  const [chosenId, setChosenId] = useState<string | null>(null);
  const format = useFormat();
  if (data === undefined) {
    return error === null ? <LoadingShape rows={8} /> : <ErrorNote failure={failureOf(error)} />;
  }
  const { people } = data;
  const chosen = people.find(({ id }) => id === chosenId) ?? people[0];
  return (
    <div className={styles.people}>
      <div>
        <Absences people={people} />
        <Pane line="top" title={t('team.title')} caption={t('team.caption')}>
          <table className={`tb flat ${styles.table}`} aria-label={t('team.title')}>
            <colgroup>
              <col />
              <col style={{ width: 96 }} />
              <col style={{ width: 88 }} />
              <col style={{ width: '40%' }} />
            </colgroup>
            <thead>
              <tr>
                <th>{t('team.who')}</th>
                <th className="n">{t('team.week')}</th>
                <th>{t('team.calendar')}</th>
                <th>{t('team.skills')}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => {
                const week = person.weekSeconds.reduce((sum, seconds) => sum + seconds, 0);
                const skills = person.skills.map(({ skill }) => skill).join(', ');
                return (
                  <tr
                    key={person.id}
                    className={person === chosen ? 'sel' : styles.pick}
                    onClick={() => setChosenId(person.id)}
                  >
                    <td>
                      <button
                        type="button"
                        className={styles.person}
                        aria-pressed={person === chosen}
                        onClick={() => setChosenId(person.id)}
                      >
                        <span className="cut">
                          <span className="m">{person.name}</span>{' '}
                          <span className="t3">{person.role}</span>
                        </span>
                      </button>
                    </td>
                    <td
                      className={`n ${person.isStated ? '' : 't3'}`}
                      title={person.isStated ? undefined : t('team.assumed')}
                    >
                      {format.hoursUnit(week, { max: 1 })}
                    </td>
                    <td>{t(`country.${person.calendar}`)}</td>
                    <td className="t2" title={skills || undefined}>
                      {skills === '' ? <span className="dash">—</span> : skills}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Pane>
      </div>
      {chosen === undefined ? null : <TeamDetail key={chosen.id} person={chosen} people={people} />}
    </div>
  );
}

function Absences({ people }: { people: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const today = useToday();
  const { data } = useRead('people/absences', {
    from: addDays(today, -BACK),
    to: addDays(today, AHEAD),
  });
  const remove = useCommand('people/remove-absence');
  const absences = data?.absences ?? [];
  return (
    <Pane
      title={t('absences.title')}
      caption={t('absences.caption')}
      actions={<NewAbsence people={people} />}
    >
      <ErrorNote failure={remove.failure} />
      {absences.length === 0 ? (
        <p className={styles.note}>{t('absences.none')}</p>
      ) : (
        <table className={`tb flat ${styles.table}`} aria-label={t('absences.title')}>
          <colgroup>
            <col />
            <col style={{ width: 104 }} />
            <col style={{ width: 176 }} />
            <col style={{ width: 56 }} />
            <col style={{ width: 150 }} />
            <col style={{ width: 56 }} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('team.who')}</th>
              <th>{t('absences.kindHead')}</th>
              <th>{t('absences.when')}</th>
              <th className="n">{t('absences.days')}</th>
              <th>{t('absences.deputy')}</th>
              <th>
                <span className="unseen">{t('day.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {absences.map((absence) => (
              <tr key={absence.id} title={absence.note || undefined}>
                <td>
                  <EditAbsence people={people} absence={absence} />
                  {absence.fromOn <= today && absence.toOn >= today ? (
                    <span className="warn"> {t('absences.now')}</span>
                  ) : null}
                </td>
                <td>{t(`absences.kind.${absence.kind}`)}</td>
                <td className="t2">
                  {format.dateShort(absence.fromOn)}–{format.date(absence.toOn)}
                </td>
                <td className="n">{absence.workingDays}</td>
                <td>
                  {absence.deputyName ?? <span className="warn">{t('absences.noDeputy')}</span>}
                </td>
                <td className="n">
                  <Button
                    variant="quiet"
                    icon="close"
                    iconOnly
                    aria-label={t('absences.remove', { name: absence.personName })}
                    title={t('day.remove')}
                    onClick={() => remove.send({ id: absence.id })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Pane>
  );
}
