import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientHours, ClientOverview } from '../../../../shared/contract/clients.contract';
import { addMonths, monthOf, monthPeriod } from '../../../../shared/domain/dates';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { LoadingShape } from '../../../components/loading-shape';
import { Pane } from '../../../components/pane';
import { failureOf, useRead } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import { useToday } from '../../../lib/workspace';
import styles from '../client.module.css';
import { periodWords } from '../period-words';
import { OfferOverservice } from '../profitability/offer-overservice';
import { RetainerPane } from '../profitability/retainer-pane';
import { HoursList } from './hours-list';
import { LogHours } from './log-hours';

/** The month's time sheet of one client, with a line at the top to log more. */
export function HoursTab({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const today = useToday();
  const [month, setMonth] = useState(monthOf(today));
  const { data, error } = useRead(
    'clients/hours',
    { clientId: client.id, month },
    { keepPrevious: true },
  );
  const entries = data?.entries ?? [];
  const shown = entries.length;
  return (
    <div className={styles.split}>
      <Pane
        title={t('hours.title', { month: periodWords(monthPeriod(month), format) })}
        caption={
          data === undefined
            ? undefined
            : t('hours.caption', {
                count: data.entriesTotal,
                hours: format.hoursUnit(totalSeconds(data), { max: 2 }),
              })
        }
        actions={
          <>
            <Button
              variant="quiet"
              icon="back"
              iconOnly
              aria-label={t('hours.previousMonth')}
              title={t('hours.previousMonth')}
              onClick={() => setMonth(addMonths(month, -1))}
            />
            <Button
              variant="quiet"
              icon="forward"
              iconOnly
              aria-label={t('hours.nextMonth')}
              title={t('hours.nextMonth')}
              disabled={month >= monthOf(today)}
              onClick={() => setMonth(addMonths(month, 1))}
            />
          </>
        }
      >
        <LogHours
          client={client}
          defaultOn={month === monthOf(today) ? today : monthPeriod(month).to}
        />
        {error === null ? null : <ErrorNote failure={failureOf(error)} />}
        {data === undefined ? (
          error === null && <LoadingShape rows={10} />
        ) : (
          <>
            <HoursList entries={entries} />
            {shown < data.entriesTotal && (
              <p className={`cap ${styles.paneText}`}>
                {t('hours.cut', { shown, total: data.entriesTotal })}
              </p>
            )}
          </>
        )}
      </Pane>
      <div className={`pane vr ${styles.side}`}>
        <RetainerPane client={client} />
        {data === undefined ? null : <PastOverservice client={client} hours={data} />}
        {data === undefined ? null : <ByPerson hours={data} />}
      </div>
    </div>
  );
}

/** A closed month whose hours went beyond its retainer: what can still be put to the client. */
function PastOverservice({
  client,
  hours,
}: {
  readonly client: ClientOverview;
  readonly hours: ClientHours;
}) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const today = useToday();
  const { retainer, month } = hours;
  const over = retainer === null ? 0 : retainer.usedSeconds - retainer.availableSeconds;
  // The month under way has its own pane above.
  if (over <= 0 || month === monthOf(today)) return null;
  return (
    <Pane
      title={t('overservice.title')}
      caption={periodWords(monthPeriod(month), format)}
      line="top"
    >
      <div className={styles.paneText}>
        <p className="sm t2">
          {t('overservice.text', { hours: format.hoursUnit(over, { max: 1 }) })}
        </p>
        <OfferOverservice clientId={client.id} month={month} />
      </div>
    </Pane>
  );
}

function totalSeconds({ byPerson }: ClientHours): number {
  return byPerson.reduce(
    (sum, person) => sum + person.retainerSeconds + person.projectSeconds + person.reworkSeconds,
    0,
  );
}

const KINDS = ['retainerSeconds', 'projectSeconds', 'reworkSeconds'] as const;

function ByPerson({ hours }: { readonly hours: ClientHours }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const show = (seconds: number) =>
    seconds === 0 ? <span className="dash">—</span> : format.hours(seconds, { max: 2 });
  const sum = (of: (person: ClientHours['byPerson'][number]) => number) =>
    hours.byPerson.reduce((total, person) => total + of(person), 0);
  if (hours.byPerson.length === 0) return null;
  return (
    <Pane
      title={t('hours.byPerson')}
      caption={periodWords(monthPeriod(hours.month), format)}
      line="top"
    >
      <table className={`tb flat ${styles.sideTable}`} aria-label={t('hours.byPerson')}>
        <colgroup>
          <col />
          <col style={{ width: 54 }} />
          <col style={{ width: 60 }} />
          <col style={{ width: 68 }} />
          <col style={{ width: 66 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('hours.person')}</th>
            <th className="n">{t('hours.kindShort.retainer')}</th>
            <th className="n">{t('hours.kindShort.project')}</th>
            <th className="n">{t('hours.kindShort.rework')}</th>
            <th className="n">{t('hours.total')}</th>
          </tr>
        </thead>
        <tbody>
          {hours.byPerson.map((person) => (
            <tr key={person.personId}>
              <td title={`${person.name}, ${person.role}`}>{person.name}</td>
              {KINDS.map((kind) => (
                <td key={kind} className="n">
                  {show(person[kind])}
                </td>
              ))}
              <td className="n m">
                {show(person.retainerSeconds + person.projectSeconds + person.reworkSeconds)}
              </td>
            </tr>
          ))}
          <tr className="sum">
            <td>{t('hours.total')}</td>
            {KINDS.map((kind) => (
              <td key={kind} className="n">
                {show(sum((person) => person[kind]))}
              </td>
            ))}
            <td className="n">{show(totalSeconds(hours))}</td>
          </tr>
        </tbody>
      </table>
    </Pane>
  );
}
