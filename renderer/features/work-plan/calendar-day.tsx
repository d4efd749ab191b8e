// biome-ignore-all lint/a11y/useSemanticElements: see calendar-grid
import type { PointerEvent } from 'react';
import type { PlainDate } from '../../../shared/domain/dates';
import { Popover } from '../../components/popover';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import styles from './calendar.module.css';
import { CalendarChip } from './calendar-chip';
import type { CalendarItem } from './calendar-items';
import type { Segment } from './calendar-layout';

type Props = {
  date: PlainDate;
  /** Whether Tab stops here. */
  isStop: boolean;
  today: PlainDate;
  isOutside: boolean;
  isOff: boolean;
  /** Whether something is held over it. */
  isTarget: boolean;
  holiday: string | undefined;
  segments: readonly Segment<CalendarItem>[];
  /** What it has no room for. */
  more: readonly CalendarItem[];
  all: readonly CalendarItem[];
  moreTop: number;
  laneTop: (lane: number) => number;
  onOpen: (item: CalendarItem) => void;
  onPress: (item: CalendarItem, event: PointerEvent) => void;
  onFocus: () => void;
};

/** One day: its number, what stands on it, and how much more there is. */
export function CalendarDay(props: Props) {
  const { date, holiday, more } = props;
  const { t } = useTranslation('work-plan');
  const format = useFormat();
  const isToday = date === props.today;
  const label = [
    `${format.weekday(date)}, ${format.dayMonth(date)}`,
    isToday ? t('calendar.isToday') : '',
    holiday ?? '',
    t('calendar.count', { count: props.all.length }),
  ];
  return (
    <div
      role="gridcell"
      data-day={date}
      tabIndex={props.isStop ? 0 : -1}
      className={[
        styles.day,
        props.isOutside ? styles.outside : '',
        props.isOff ? styles.off : '',
        isToday ? styles.today : '',
        props.isTarget ? styles.target : '',
      ].join(' ')}
      onFocus={props.onFocus}
    >
      <span className="unseen">{label.filter(Boolean).join(', ')}</span>
      <span className={styles.number} aria-hidden="true">
        {date.endsWith('-01') ? format.dayMonth(date) : Number(date.slice(8))}
      </span>
      {holiday === undefined ? null : (
        <span className={`cut ${styles.holiday}`} title={holiday} aria-hidden="true">
          {holiday}
        </span>
      )}
      {props.segments.map((segment) => (
        <CalendarChip
          key={segment.item.key}
          item={segment.item}
          today={props.today}
          style={{ top: props.laneTop(segment.lane), width: `calc(${segment.span * 100}% - 6px)` }}
          onOpen={props.onOpen}
          onPress={props.onPress}
        />
      ))}
      {more.length === 0 ? null : (
        <Popover
          label={`${format.weekday(date)}, ${format.dayMonth(date)}`}
          trigger={
            <button
              type="button"
              tabIndex={-1}
              data-more=""
              className={styles.more}
              style={{ top: props.moreTop }}
            >
              {t('calendar.more', { count: more.length })}
            </button>
          }
        >
          <div className={styles.all}>
            <h3>{`${format.weekday(date)}, ${format.dayMonth(date)}`}</h3>
            {props.all.map((item) => (
              <CalendarChip
                key={item.key}
                item={item}
                today={props.today}
                onOpen={props.onOpen}
                isPlain
              />
            ))}
          </div>
        </Popover>
      )}
    </div>
  );
}
