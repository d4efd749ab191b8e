import { addDays, mondayOf } from '../../../shared/domain/dates';
import { Pane } from '../../components/pane';
import { useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import { useToday } from '../../lib/workspace';
import styles from './time.module.css';

const WEEKS = 4;

type Props = { onChoose: (personId: string, monday: string) => void };

/** Who still owes hours of which week, most first; up to yesterday’s end nothing of today is owed yet. */
export function MissingPane({ onChoose }: Props) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const today = useToday();
  const from = addDays(mondayOf(today), -7 * (WEEKS - 1));
  const { data } = useRead('time/missing', { from, to: addDays(today, -1) });
  const people = (data?.people ?? [])
    .filter(({ missingSeconds }) => missingSeconds > 0)
    .sort((a, b) => b.missingSeconds - a.missingSeconds);
  const weeks = data?.weeks ?? [];
  return (
    <Pane
      title={t('missing.title')}
      caption={weeks[0] === undefined ? undefined : format.dateRange(weeks[0], addDays(today, -1))}
    >
      {people.length === 0 ? (
        <p className={`t3 ${styles.note}`}>{data === undefined ? '' : t('missing.none')}</p>
      ) : (
        <div className={styles.missing}>
          <table className="tb flat" aria-label={t('missing.title')}>
            <colgroup>
              <col />
              {weeks.map((monday) => (
                <col key={monday} style={{ width: 56 }} />
              ))}
              <col style={{ width: 68 }} />
            </colgroup>
            <thead>
              <tr>
                <th>{t('missing.who')}</th>
                {weeks.map((monday) => (
                  <th key={monday} className="n">
                    {format.dateShort(monday)}
                  </th>
                ))}
                <th className="n">{t('missing.total')}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={person.personId}>
                  <td
                    title={
                      person.isCapacityStated
                        ? person.name
                        : t('missing.assumed', { name: person.name })
                    }
                  >
                    {person.name}
                  </td>
                  {person.weeks.map(({ missingSeconds }, index) => {
                    const monday = weeks[index] ?? from;
                    return (
                      <td key={monday} className="n">
                        {missingSeconds === 0 ? (
                          <span className="dash">—</span>
                        ) : (
                          <button
                            type="button"
                            className={styles.link}
                            aria-label={t('missing.open', {
                              name: person.name,
                              on: format.dateShort(monday),
                              hours: format.hoursUnit(missingSeconds, { max: 1 }),
                            })}
                            onClick={() => onChoose(person.personId, monday)}
                          >
                            {format.hours(missingSeconds, { max: 1 })}
                          </button>
                        )}
                      </td>
                    );
                  })}
                  <td className="n m">{format.hours(person.missingSeconds, { max: 1 })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Pane>
  );
}
