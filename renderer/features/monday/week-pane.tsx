import { Link } from 'wouter';
import type { DatedItem } from '../../../shared/contract/deadlines.contract';
import type { MondayBrief } from '../../../shared/contract/monday.contract';
import { addDays } from '../../../shared/domain/dates';
import { ClientMark } from '../../components/client-mark';
import { useFormat } from '../../lib/format';
import { usePhrase } from '../../lib/phrase';
import { useTranslation } from '../../lib/translation';
import styles from './monday.module.css';

const WORKDAYS = 5;
const SHOWN_A_DAY = 4;

/** The days of the week with what is due on each; days off only where something is. */
export function WeekPane({ brief }: { readonly brief: MondayBrief }) {
  const { t } = useTranslation('monday');
  const format = useFormat();
  // Whom to call stands in a list of its own.
  const dates = brief.dates.filter(({ kind }) => kind !== 'contact');
  const days = Array.from({ length: 7 }, (_, index) => addDays(brief.week.from, index)).filter(
    (day, index) => index < WORKDAYS || dates.some(({ on }) => on === day),
  );
  return (
    <section className={styles.week} aria-label={t('dates.title')}>
      <div className={`pane-h ${styles.weekHead}`}>
        <h2>{t('dates.title')}</h2>
        <span className="cap">{t('dates.count', { count: dates.length })}</span>
        <span className="grow" />
        <Link href="/deadlines" className={styles.go}>
          {t('dates.all')}
        </Link>
      </div>
      <ol
        className={styles.days}
        style={{ gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))` }}
      >
        {days.map((day) => {
          const own = dates.filter(({ on }) => on === day);
          const isToday = day === brief.asOf;
          return (
            <li key={day} className={isToday ? `${styles.day} ${styles.today}` : styles.day}>
              <p className={styles.dayHead}>
                <span>{format.weekday(day, 'short')}</span> <b>{format.dateShort(day)}</b>
                {isToday ? <span className={styles.now}>{t('dates.today')}</span> : null}
              </p>
              <ul>
                {own.slice(0, SHOWN_A_DAY).map((item) => (
                  <DatedLine key={item.key} item={item} />
                ))}
              </ul>
              {own.length > SHOWN_A_DAY ? (
                <Link href="/deadlines" className={styles.go}>
                  {t('dates.more', { count: own.length - SHOWN_A_DAY })}
                </Link>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function DatedLine({ item }: { readonly item: DatedItem }) {
  const format = useFormat();
  const phrase = usePhrase();
  const { client, owner, stake } = item;
  const title = phrase(item.title);
  return (
    <li>
      <Link href={item.link} className={styles.dated} title={title}>
        {client === null ? <span /> : <ClientMark client={client} />}
        <span className="cut m">{title}</span>
        <span />
        <span className="t3 cut">
          {stake === null ? (owner?.name ?? '') : format.moneyWhole(stake.minor, stake.currency)}
        </span>
      </Link>
    </li>
  );
}
