import { Fragment } from 'react';
import { Link } from 'wouter';
import type { DatedItem } from '../../../shared/contract/deadlines.contract';
import { addDays } from '../../../shared/domain/dates';
import { Button } from '../../components/button';
import { ClientMark } from '../../components/client-mark';
import { useFormat } from '../../lib/format';
import { usePhrase } from '../../lib/phrase';
import { useTranslation } from '../../lib/translation';
import styles from './deadlines.module.css';
import type { Group } from './group-items';
import { RemindMe } from './remind-me';
import type { Reminders } from './use-reminders';

type Props = {
  readonly groups: readonly Group[];
  readonly today: string;
  readonly reminders: Reminders;
  readonly onDone: (item: DatedItem) => void;
};

/** Weeks, their days, and what is due on each. */
export function DeadlinesTable({ groups, today, reminders, onDone }: Props) {
  const { t } = useTranslation('deadlines');
  const format = useFormat();
  return (
    <table className={`tb ${styles.table}`} aria-label={t('page.title')}>
      <colgroup>
        <col style={{ width: 150 }} />
        <col className={styles.clientColumn} />
        <col />
        <col className={styles.ownerColumn} />
        <col style={{ width: 124 }} />
        <col style={{ width: 210 }} />
      </colgroup>
      <thead>
        <tr>
          <th>{t('head.on')}</th>
          <th>{t('head.client')}</th>
          <th>{t('head.what')}</th>
          <th>{t('head.owner')}</th>
          <th className="n">{t('head.stake')}</th>
          <th className="n">{t('head.done')}</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.key}>
          <tr className="sub">
            <th colSpan={6} scope="rowgroup" className={styles.group}>
              {group.key === 'overdue' ? (
                <span className="neg">{t('group.overdue', { count: group.count })}</span>
              ) : (
                t('group.week', {
                  days: format.dateRange(group.key, addDays(group.key, 6)),
                  count: group.count,
                })
              )}
            </th>
          </tr>
          {group.days.map((day) => (
            <Fragment key={day.on}>
              {day.items.map((item, index) => (
                <ItemRow
                  key={item.key}
                  item={item}
                  today={today}
                  reminders={reminders}
                  isFirst={index === 0}
                  onDone={onDone}
                />
              ))}
            </Fragment>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function ItemRow({
  item,
  today,
  reminders,
  isFirst,
  onDone,
}: {
  readonly item: DatedItem;
  readonly today: string;
  readonly reminders: Reminders;
  readonly isFirst: boolean;
  readonly onDone: (item: DatedItem) => void;
}) {
  const { t } = useTranslation('deadlines');
  const format = useFormat();
  const phrase = usePhrase();
  const { client, owner, stake, on } = item;
  const title = phrase(item.title);
  const tone = on < today ? 'neg' : on === today ? 'warn m' : 't2';
  const day = `${format.weekday(on, 'short')} ${format.dayNear(on, today)}`;
  return (
    <tr className={styles.item}>
      <td className={tone}>{isFirst ? day : <span className="unseen">{day}</span>}</td>
      <td>
        {client === null ? null : (
          <span className="row">
            <ClientMark client={client} />
            <span className="cut" title={client.name}>
              {client.name}
            </span>
          </span>
        )}
      </td>
      <td>
        <Link href={item.link} className={`m ${styles.title}`} title={title}>
          {title}
        </Link>{' '}
        <span className="t3 sm">{t(`kind.${item.kind}`)}</span>
      </td>
      <td className="t2">{owner?.name ?? ''}</td>
      <td className="n">
        {stake === null ? (
          <span className="dash">—</span>
        ) : (
          format.moneyWhole(stake.minor, stake.currency)
        )}
      </td>
      <td className={styles.actionCell}>
        <span className={styles.actions}>
          <RemindMe item={item} reminders={reminders} />
          {item.canComplete ? (
            <Button
              variant="quiet"
              icon="check"
              className={styles.action}
              aria-label={t('done.label', { title })}
              onClick={() => onDone(item)}
            >
              {t('done.word')}
            </Button>
          ) : null}
        </span>
      </td>
    </tr>
  );
}
