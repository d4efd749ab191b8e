import { isoWeekday, type PlainDate } from '../../../../shared/domain/dates';
import type { Kit } from '../kit';

const WEEK: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** A Monday, so that names of weekdays can be told by their place in the week. */
const MONDAY = '2026-11-23';

/** Parts of a recurrence rule by name. */
export function ruleParts(rule: string): ReadonlyMap<string, string> {
  return new Map(
    rule.split(';').flatMap((part) => {
      const [name = '', value = ''] = part.split('=');
      return name === '' ? [] : [[name.toUpperCase(), value] as const];
    }),
  );
}

/** Rules that suit a task due on a day: what people choose nine times out of ten. */
export function suggestedRules(on: PlainDate): readonly string[] {
  const day = Number(on.slice(8));
  const weekday = WEEK[isoWeekday(on) - 1] ?? 'MO';
  return [
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    `FREQ=WEEKLY;BYDAY=${weekday}`,
    `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`,
    `FREQ=MONTHLY;BYMONTHDAY=${day}`,
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    `FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=${day}`,
    `FREQ=YEARLY;BYMONTH=${Number(on.slice(5, 7))};BYMONTHDAY=${day}`,
  ];
}

/** A rule in words: «каждый месяц 5-го числа»; what has no words stands as it is written. */
export function ruleWords(rule: string, kit: Kit): string {
  const { t, format } = kit;
  const parts = ruleParts(rule);
  const count = Number(parts.get('INTERVAL') ?? '1');
  const byDay = parts.get('BYDAY');
  const monthDay = parts.get('BYMONTHDAY');
  const until = parts.get('UNTIL');
  const times = parts.get('COUNT');
  const known = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'UNTIL', 'COUNT', 'WKST'];
  if ([...parts.keys()].some((name) => !known.includes(name))) return rule;

  const days = (byDay ?? '').split(',').filter(Boolean);
  if (days.some((day) => !WEEK.includes(day))) return rule;
  const names = days.map((day) => {
    const at = WEEK.indexOf(day);
    return format.weekday(`2026-11-${Number(MONDAY.slice(8)) + at}`, 'short');
  });
  const isWorkdays = days.join(',') === 'MO,TU,WE,TH,FR' && count === 1;
  const base: Record<string, string> = {
    DAILY: t('rule.daily', { count }),
    WEEKLY: isWorkdays
      ? t('rule.workdays')
      : [t('rule.weekly', { count }), names.join(', ')].filter(Boolean).join(': '),
    MONTHLY: [
      t('rule.monthly', { count }),
      monthDay === '-1'
        ? t('rule.lastDay')
        : monthDay === undefined
          ? names.join(', ')
          : t('rule.onDay', { day: monthDay }),
    ]
      .filter(Boolean)
      .join(', '),
    YEARLY: t('rule.yearly', { count }),
  };
  const words = base[parts.get('FREQ') ?? ''];
  if (words === undefined) return rule;
  const day =
    until === undefined
      ? undefined
      : `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`;
  const end =
    day === undefined
      ? times === undefined
        ? ''
        : t('rule.times', { count: Number(times) })
      : t('rule.until', { day: format.date(day) });
  return [words, end].filter(Boolean).join(', ');
}
