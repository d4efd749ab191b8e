import { useState } from 'react';
import type { TodayItem } from '../../../../shared/contract/tasks.contract';
import { addDays, isoWeekday } from '../../../../shared/domain/dates';
import { Button } from '../../../components/button';
import { ClientMark } from '../../../components/client-mark';
import { Popover } from '../../../components/popover';
import { useCommand } from '../../../lib/api';
import { usePhrase } from '../../../lib/phrase';
import { useWorkspace } from '../../../lib/workspace';
import { DueEditor } from '../due-editor';
import type { Kit } from '../kit';
import { SendBack } from '../panel/task-head';
import { useAct } from '../panel/use-act';
import { dateOf, dueTone } from '../task-words';
import styles from './today.module.css';

type Props = { item: TodayItem; group: string; kit: Kit; isOpen: boolean; onOpen: () => void };

/** The next working day, weekends left out; holidays are known to the file and told after the change. */
function nextDay(today: string): string {
  const weekday = isoWeekday(today);
  return addDays(today, weekday >= 5 ? 8 - weekday : 1);
}

/** A task of the day, why it is here, and what settles it. */
export function TodayRow({ item, group, kit, isOpen, onOpen }: Props) {
  const { card } = item;
  const { t, format, today } = kit;
  const phrase = usePhrase();
  const client = card.clientId === null ? undefined : kit.clients.get(card.clientId);
  const on = dateOf(card);
  return (
    <li className={`${styles.row} ${isOpen ? styles.open : ''}`}>
      {client === undefined ? <span className={styles.noMark} /> : <ClientMark client={client} />}
      <span className={styles.what}>
        <button type="button" className={`cut m ${styles.title}`} onClick={onOpen}>
          {card.title}
        </button>
        <span className="cap cut">
          {[client?.name ?? t('card.internal'), phrase(item.reason)].join(' · ')}
        </span>
      </span>
      <span className={`${styles.due} ${dueTone(card, today)}`}>
        {on === null ? '' : format.dayNear(on, today)}
      </span>
      <span className={`cap ${styles.hours}`}>
        {card.estimateSeconds === null ? '' : format.hoursUnit(card.estimateSeconds, { max: 1 })}
      </span>
      <span className={styles.acts}>
        <Acts item={item} group={group} kit={kit} />
      </span>
    </li>
  );
}

function Acts({ item, group, kit }: Pick<Props, 'item' | 'group' | 'kit'>) {
  const { card } = item;
  const { t, today, format } = kit;
  const [dating, setDating] = useState(false);
  const move = useCommand('tasks/move');
  const amend = useCommand('tasks/amend');
  const accept = useCommand('tasks/accept');
  const { userName } = useWorkspace();
  const act = useAct();
  if (group === 'doneToday') return <span className="pos">✓ {t('day.done')}</span>;
  if (card.status === 'review' || card.status === 'client-review') {
    return (
      <>
        <Button
          onClick={() =>
            void act(accept.run({ id: card.id, revision: card.revision, acceptedBy: userName }))
          }
        >
          {t('task.accept')}
        </Button>
        <SendBack task={card} kit={kit} />
      </>
    );
  }
  const to = (status: 'in-work' | 'done') =>
    void act(move.run({ ids: [card.id], to: { status }, reason: '' }));
  const next = nextDay(today);
  return (
    <>
      <Popover
        label={t('due.title')}
        open={dating}
        onOpenChange={setDating}
        align="end"
        trigger={<Button variant="quiet">{t('day.move')}</Button>}
      >
        <DueEditor
          label={t('day.newDay', { day: format.dateShort(next) })}
          dueOn={card.dueOn}
          kit={kit}
          onClose={() => setDating(false)}
          onCommit={(dueOn, reason) =>
            void act(amend.run({ id: card.id, revision: card.revision, patch: { dueOn }, reason }))
          }
        />
      </Popover>
      {card.status === 'in-work' || card.status === 'rework' ? null : (
        <Button variant="quiet" onClick={() => to('in-work')}>
          {t('day.start')}
        </Button>
      )}
      <Button onClick={() => to('done')}>{t('day.finish')}</Button>
    </>
  );
}
