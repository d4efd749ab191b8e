import { useState } from 'react';
import type { CalendarCountry, CalendarDayRow } from '../../../shared/contract/team.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { Pane } from '../../components/pane';
import { Segmented } from '../../components/segmented';
import { Tag } from '../../components/tag';
import { failureOf, useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import { useToday } from '../../lib/workspace';
import { NewCalendarDay } from './new-calendar-day';
import styles from './settings.module.css';
import { TimeRounding } from './time-rounding';

const TONES = { holiday: 'neg', 'day-off': 'neg', working: 'pos', short: 'warn' } as const;

/** Public holidays, moved days off and short days of a year, and what its months have of work. */
export function CalendarArea() {
  const { t } = useTranslation('time');
  const format = useFormat();
  const today = useToday();
  const [country, setCountry] = useState<CalendarCountry>('RU');
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const { data, error } = useRead('calendars/show', { country, year }, { keepPrevious: true });
  const reset = useCommand('calendars/reset-day');
  if (data === undefined) {
    return error === null ? <LoadingShape rows={8} /> : <ErrorNote failure={failureOf(error)} />;
  }
  const thisYear = Number(today.slice(0, 4));
  const years = [thisYear - 1, thisYear, thisYear + 1].map(String);
  const days = data.months.reduce((sum, month) => sum + month.workingDays, 0);
  const seconds = data.months.reduce((sum, month) => sum + month.workingSeconds, 0);
  return (
    <div className={styles.people}>
      <Pane
        title={t('calendarPage.title')}
        actions={
          <>
            <Segmented
              label={t('team.calendar')}
              value={country}
              segments={(['RU', 'LV'] as const).map((value) => ({
                value,
                label: t(`country.${value}`),
              }))}
              onChange={setCountry}
            />
            <Segmented
              label={t('calendarPage.year')}
              value={String(year)}
              segments={years.map((value) => ({ value, label: value }))}
              onChange={(value) => setYear(Number(value))}
            />
            <NewCalendarDay key={`${country} ${year}`} country={country} year={year} />
          </>
        }
      >
        <ErrorNote failure={reset.failure} />
        {data.isShipped && data.areMovesKnown ? null : (
          <p className={`warn ${styles.note}`}>
            {t(data.isShipped ? 'calendarPage.movesUnknown' : 'calendarPage.notShipped', { year })}
          </p>
        )}
        <table className={`tb flat ${styles.table}`} aria-label={t('calendarPage.title')}>
          <colgroup>
            <col style={{ width: 212 }} />
            <col />
            <col style={{ width: 124 }} />
            <col style={{ width: 96 }} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('calendarPage.day')}</th>
              <th>{t('calendarPage.name')}</th>
              <th>{t('calendarPage.kindHead')}</th>
              <th>
                <span className="unseen">{t('calendarPage.reset')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.days.map((day) => (
              <tr key={day.on}>
                <td>
                  <span className="m">{format.dayMonth(day.on)}</span>{' '}
                  <span className="t3">{format.weekday(day.on, 'long')}</span>
                </td>
                <td>
                  <DayName day={day} />
                </td>
                <td>
                  <Tag tone={TONES[day.kind]}>{t(`calendarKind.${day.kind}`)}</Tag>
                </td>
                <td className="n">
                  {day.isEdited ? (
                    <Button
                      variant="quiet"
                      aria-label={t('calendarPage.resetDay', { on: format.dayMonth(day.on) })}
                      onClick={() => reset.send({ country, on: day.on })}
                    >
                      {t('calendarPage.reset')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Pane>
      <aside className={styles.detail}>
        <Pane title={t('calendarPage.months')} caption={t('calendarPage.monthsCaption')}>
          <table className={`tb flat ${styles.table}`} aria-label={t('calendarPage.months')}>
            <thead>
              <tr>
                <th>{t('calendarPage.month')}</th>
                <th className="n">{t('calendarPage.days')}</th>
                <th className="n">{t('calendarPage.hours')}</th>
              </tr>
            </thead>
            <tbody>
              {data.months.map((month, index) => {
                const name = `${year}-${String(index + 1).padStart(2, '0')}`;
                return (
                  <tr key={name}>
                    <td>{format.monthName(name)}</td>
                    <td className="n">{month.workingDays}</td>
                    <td className="n">{format.hours(month.workingSeconds, { max: 1 })}</td>
                  </tr>
                );
              })}
              <tr className="sum">
                <td>{t('calendarPage.wholeYear')}</td>
                <td className="n">{days}</td>
                <td className="n">{format.hours(seconds, { max: 1 })}</td>
              </tr>
            </tbody>
          </table>
        </Pane>
        <TimeRounding />
      </aside>
    </div>
  );
}

function DayName({ day }: { day: CalendarDayRow }) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const name = day.titleKey === null ? day.title : t(`calendar.${day.titleKey}`);
  return (
    <>
      {name === '' ? <span className="dash">—</span> : name}
      {day.movedFrom === null ? null : (
        <span className="t3">
          {' '}
          {t('calendarPage.movedFrom', { on: format.dayMonth(day.movedFrom) })}
        </span>
      )}
      {day.isEdited ? <span className="t3"> {t('calendarPage.edited')}</span> : null}
    </>
  );
}
