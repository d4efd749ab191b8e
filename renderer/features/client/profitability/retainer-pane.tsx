import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ClientHours, ClientOverview } from '../../../../shared/contract/clients.contract';
import { dayNumber, monthOf, monthPeriod } from '../../../../shared/domain/dates';
import { BurnDown } from '../../../components/charts/burn-down';
import { useBox } from '../../../components/charts/use-box';
import { ErrorNote } from '../../../components/error-note';
import { Figure } from '../../../components/figure';
import { LoadingShape } from '../../../components/loading-shape';
import { Pane } from '../../../components/pane';
import { Tag } from '../../../components/tag';
import { failureOf, useRead } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import { useToday } from '../../../lib/workspace';
import styles from '../client.module.css';
import { inSentence } from '../period-words';
import { OfferOverservice } from './offer-overservice';

/** From 95 % of the hours on, what is left is hardly a day's work. */
const NEARLY_USED_PPM = 950_000;

/** Seconds used by the end of each day so far; days without a record keep what was used before. */
export function usedByDay(hours: ClientHours, today: string): readonly number[] {
  const { from, to } = monthPeriod(hours.month);
  const last = today < to ? today : to;
  const known = new Map(hours.usedByDay.map(({ on, seconds }) => [dayNumber(on), seconds]));
  let used = 0;
  return Array.from({ length: Math.max(0, dayNumber(last) - dayNumber(from) + 1) }, (_, i) => {
    used = known.get(dayNumber(from) + i) ?? used;
    return used;
  });
}

/** This month's retainer: hours used by day, the pace, and where the month may end. */
export function RetainerPane({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const today = useToday();
  const month = monthOf(today);
  const { data, error } = useRead('clients/hours', { clientId: client.id, month });
  const title = t('retainer.title', { month: inSentence(format.monthName(month), format) });
  if (error !== null) return <ErrorNote failure={failureOf(error)} />;
  if (data === undefined) return <LoadingShape rows={4} />;
  const { retainer } = data;
  if (retainer === null) {
    return (
      <Pane title={title}>
        <p className={`sm t2 ${styles.paneText}`}>
          {t('retainer.none')}{' '}
          <Link href={`/clients/${client.id}/projects`} className={styles.link}>
            {t('retainer.set')}
          </Link>
        </p>
      </Pane>
    );
  }
  const burn = retainer.burnPpm ?? 0;
  const tone = burn > 1_000_000 ? 'neg' : burn >= NEARLY_USED_PPM ? 'warn' : 'plain';
  return (
    <Pane
      title={title}
      caption={t('retainer.hours')}
      actions={
        <>
          <span className="b nw">
            {t('retainer.used', {
              used: format.hours(retainer.usedSeconds, { max: 1 }),
              available: format.hours(retainer.availableSeconds, { max: 1 }),
            })}
          </span>
          <Tag tone={tone}>
            {tone === 'plain' ? '' : '! '}
            <Figure
              figure={{ value: retainer.burnPpm, missing: [] }}
              unit="ppm"
              decimals={0}
              withUnit
              explain={{
                figureId: 'retainer-burn',
                scope: { kind: 'client', clientId: client.id, period: monthPeriod(month) },
              }}
            />
          </Tag>
        </>
      }
    >
      <Chart hours={data} available={retainer.availableSeconds} />
      <Outlook client={client} hours={data} retainer={retainer} />
      {retainer.usedSeconds > retainer.availableSeconds ? (
        <div className={styles.paneText}>
          <OfferOverservice clientId={client.id} month={month} />
        </div>
      ) : null}
    </Pane>
  );
}

function Chart({ hours, available }: { readonly hours: ClientHours; readonly available: number }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const today = useToday();
  const [ref, box] = useBox<HTMLDivElement>(352, 150);
  const days = Number(monthPeriod(hours.month).to.slice(8));
  return (
    <div ref={ref} className={styles.burnDown}>
      <BurnDown
        used={usedByDay(hours, today)}
        days={days}
        today={Number(today.slice(8))}
        availableSeconds={available}
        forecastSeconds={hours.forecastSeconds}
        width={box.width}
        height={150}
        words={{
          title: t('retainer.chart', { month: format.month(hours.month) }),
          day: t('retainer.day'),
          hoursHead: t('retainer.hours'),
          included: t('retainer.included', { hours: format.hoursUnit(available, { max: 1 }) }),
          todayLabel: t('retainer.today', { day: Number(today.slice(8)) }),
          forecast: t('retainer.forecast'),
          hours: (seconds) => format.hours(seconds, { max: 1 }),
        }}
      />
    </div>
  );
}

/** What is left, and what the habit of this month comes to at its end. */
function Outlook({
  client,
  hours,
  retainer,
}: {
  readonly client: ClientOverview;
  readonly hours: ClientHours;
  readonly retainer: NonNullable<ClientHours['retainer']>;
}) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const today = useToday();
  const left = retainer.availableSeconds - retainer.usedSeconds;
  const days = dayNumber(monthPeriod(hours.month).to) - dayNumber(today);
  const over = hours.overserviceForecastSeconds ?? 0;
  const hoursOf = (seconds: number) => format.hoursUnit(seconds, { max: 1 });
  return (
    <p className={`sm t2 ${styles.paneText}`}>
      {left >= 0
        ? t('retainer.left', { hours: hoursOf(left), count: days })
        : t('retainer.overNow', { hours: hoursOf(-left), count: days })}{' '}
      {over > 0 ? (
        <>
          {t('retainer.over', { hours: hoursOf(over) })}{' '}
          <Figure
            figure={hours.overserviceValue}
            unit="money"
            currency={client.currency}
            withUnit
            bold
          />{' '}
          {t('retainer.atRate')}{' '}
        </>
      ) : hours.forecastSeconds === null ? null : (
        `${t('retainer.enough', { hours: hoursOf(hours.forecastSeconds) })} `
      )}
      <Link href={`/clients/${client.id}/hours`} className={styles.link}>
        {t('retainer.toHours')}
      </Link>
    </p>
  );
}
