import type { Portfolio } from '../../../shared/contract/portfolio.contract';
import { addDays, mondayOf } from '../../../shared/domain/dates';
import { Button } from '../../components/button';
import { useBox } from '../../components/charts/use-box';
import { ClientMark } from '../../components/client-mark';
import { Pane } from '../../components/pane';
import { Popover } from '../../components/popover';
import { useCommand } from '../../lib/api';
import { type Formats, useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import styles from './portfolio.module.css';
import { dueTone } from './tones';

type Deadline = Portfolio['deadlines'][number];

const DAYS = 14;
const MARKS_A_DAY = 3;
const NEXT_PX = 24;
const LEAST_NEXT = 3;

/** Two weeks from this Monday: a mark for each thing due, and the nearest of them in words. */
export function DeadlinesPane({ portfolio }: { readonly portfolio: Portfolio }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const { asOf: today, deadlines } = portfolio;
  const monday = mondayOf(today);
  const days = Array.from({ length: DAYS }, (_, i) => addDays(monday, i));
  const [ref, box] = useBox<HTMLDivElement>(220, 84);
  const room = Math.max(LEAST_NEXT, Math.floor((box.height - 6) / NEXT_PX));
  const next = deadlines.filter(({ dueOn }) => dueOn >= today).slice(0, room);
  return (
    <Pane
      title={t('deadlines.title')}
      line="left"
      actions={<span className="cap">{t('deadlines.count', { count: deadlines.length })}</span>}
    >
      <div className={styles.calendar}>
        <div className={styles.week} aria-hidden="true">
          {days.slice(0, 7).map((day, i) => (
            <span key={day} className={`cap ${i > 4 ? styles.weekend : ''}`}>
              {format.weekday(day, 'short').replace('.', '').slice(0, 3)}
            </span>
          ))}
        </div>
        {[0, 7].map((from) => (
          <div key={from} className={styles.week}>
            {days.slice(from, from + 7).map((day, i) => (
              <Day
                key={day}
                day={day}
                isWeekend={i > 4}
                items={deadlines.filter(({ dueOn }) => dueOn === day)}
                portfolio={portfolio}
              />
            ))}
          </div>
        ))}
      </div>
      <div ref={ref} className={styles.fill}>
        {deadlines.length === 0 ? (
          <p className={`cap ${styles.paneText}`}>{t('deadlines.empty')}</p>
        ) : (
          <ul className={styles.next}>
            {next.map((item) => (
              <DeadlineLine key={item.id} item={item} portfolio={portfolio} format={format} />
            ))}
          </ul>
        )}
      </div>
    </Pane>
  );
}

function DeadlineLine({
  item,
  portfolio,
  format,
}: {
  readonly item: Deadline;
  readonly portfolio: Portfolio;
  readonly format: Formats;
}) {
  const client = portfolio.clients.find(({ id }) => id === item.clientId);
  const tone = dueTone(item.dueOn, portfolio.asOf);
  return (
    <li>
      {client === undefined ? null : <ClientMark client={client} />}
      <span className={`${styles.nextOn} ${tone === 'plain' ? 't3' : tone}`}>
        {format.dayNear(item.dueOn, portfolio.asOf)}
      </span>
      <span className="cut" title={item.title}>
        {item.title}
      </span>
    </li>
  );
}

function Day({
  day,
  isWeekend,
  items,
  portfolio,
}: {
  readonly day: string;
  readonly isWeekend: boolean;
  readonly items: readonly Deadline[];
  readonly portfolio: Portfolio;
}) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const isToday = day === portfolio.asOf;
  const number = Number(day.slice(8));
  const label = number === 1 ? format.dateShort(day).replace(/^0/, '') : String(number);
  const classes = [
    styles.day,
    isWeekend ? styles.weekend : '',
    isToday ? styles.today : '',
    items.some(({ dueOn }) => dueOn < portfolio.asOf) ? styles.late : '',
  ].join(' ');
  const content = (
    <>
      <span className={styles.dayNumber}>{label}</span>
      <span className={styles.marks}>
        {items.slice(0, MARKS_A_DAY).map((item) => {
          const client = portfolio.clients.find(({ id }) => id === item.clientId);
          return client === undefined ? null : <ClientMark key={item.id} client={client} />;
        })}
        {items.length > MARKS_A_DAY && (
          <span className={styles.moreMarks}>+{items.length - MARKS_A_DAY}</span>
        )}
      </span>
    </>
  );
  if (items.length === 0) return <div className={classes}>{content}</div>;
  const list = format.list(items.map(({ title }) => title));
  const long = t('deadlines.day', { date: format.dateLong(day), list });
  // The name must hold what is seen, and the first of a month is seen with its month.
  const name = number === 1 ? `${label}, ${long}` : long;
  return (
    <Popover
      label={name}
      trigger={
        <button type="button" className={classes} title={name}>
          {content}
          <span className="unseen">{name}</span>
        </button>
      }
    >
      <div className={styles.dayList}>
        <p className="cap">{`${format.weekday(day)}, ${format.dayMonth(day)}`}</p>
        <ul>
          {items.map((item) => (
            <DayItem key={item.id} item={item} portfolio={portfolio} />
          ))}
        </ul>
      </div>
    </Popover>
  );
}

function DayItem({ item, portfolio }: { readonly item: Deadline; readonly portfolio: Portfolio }) {
  const { t } = useTranslation('portfolio');
  const complete = useCommand('deadlines/complete');
  const client = portfolio.clients.find(({ id }) => id === item.clientId);
  return (
    <li className="row">
      {client === undefined ? null : <ClientMark client={client} />}
      <span className="grow">
        <span className="m">{item.title}</span>{' '}
        {client === undefined ? null : <span className="t3">{client.name}</span>}
      </span>
      <Button
        variant="quiet"
        icon="check"
        aria-label={t('deadlines.doneLabel', { title: item.title })}
        onClick={() => complete.send({ id: item.id })}
      >
        {t('deadlines.done')}
      </Button>
    </li>
  );
}
