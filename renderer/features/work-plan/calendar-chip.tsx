import type { CSSProperties, PointerEvent } from 'react';
import type { PlainDate } from '../../../shared/domain/dates';
import { ClientMark } from '../../components/client-mark';
import { useFormat } from '../../lib/format';
import { usePhrase } from '../../lib/phrase';
import { useTranslation } from '../../lib/translation';
import styles from './calendar.module.css';
import type { CalendarItem } from './calendar-items';
import { Flag } from './promise-flag';

type Props = {
  item: CalendarItem;
  today: PlainDate;
  style?: CSSProperties;
  /** In a list rather than on the sheet: it takes its own room and cannot be dragged. */
  isPlain?: boolean;
  onOpen: (item: CalendarItem) => void;
  onPress?: (item: CalendarItem, event: PointerEvent) => void;
};

/** One thing of a day: a task is a box, done ones are filled; everything else is its kind and name. */
export function CalendarChip({ item, today, style, isPlain = false, onOpen, onPress }: Props) {
  const { t } = useTranslation('work-plan');
  const format = useFormat();
  const words = useItemWords();
  const { task, kind } = item;
  const isDone = task?.status === 'done';
  const isLate = kind === 'task' && !isDone && item.days.to < today;
  const title = words(item);
  const stake =
    item.stake === null ? null : format.moneyWhole(item.stake.minor, item.stake.currency);
  const shown = stake === null ? title : `${stake} · ${title}`;
  // Holds the words on the chip as they stand: what is said aloud finds it.
  const tip = [item.client?.name, t(`kindOne.${kind}`), shown, isLate ? t('calendar.late') : null]
    .filter(Boolean)
    .join('. ');
  return (
    <button
      type="button"
      tabIndex={isPlain ? 0 : -1}
      data-item={item.key}
      aria-label={tip}
      title={tip}
      className={[
        styles.chip,
        styles[kind],
        isPlain ? styles.plain : '',
        isDone ? styles.done : '',
        isLate ? styles.late : '',
      ].join(' ')}
      style={style}
      onClick={() => onOpen(item)}
      onPointerDown={(event) => onPress?.(item, event)}
    >
      {item.client === null ? null : <ClientMark client={item.client} />}
      {isLate ? <span aria-hidden="true">!</span> : null}
      {kind === 'promise' ? <Flag /> : null}
      <span className="cut">{shown}</span>
    </button>
  );
}

/** The name of an item in the window's language. */
function useItemWords(): (item: CalendarItem) => string {
  const { t } = useTranslation('work-plan');
  const phrase = usePhrase();
  return (item) => {
    if (item.away !== null) {
      const what = t(`away.${item.away.kind}`);
      const said =
        item.away.deputyName === null
          ? t('away.noDeputy', { what })
          : t('away.deputy', { what, name: item.away.deputyName });
      return `${item.away.personName}: ${said}`;
    }
    return typeof item.title === 'string' ? item.title : phrase(item.title);
  };
}
