import { useState } from 'react';
import type { Timer } from '../../../shared/contract/time.contract';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { useCommand } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import { targetWords } from './target-words';
import styles from './time.module.css';

type Props = { timer: Timer; open: boolean; onOpenChange: (open: boolean) => void };

/** After a night: until when was it work? Nothing is written before one of these is chosen. */
export function TimerQuestion({ timer, open, onOpenChange }: Props) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const stop = useCommand('timer/stop');
  const discard = useCommand('timer/discard');
  const [time, setTime] = useState('');
  const [isWrong, setWrong] = useState(false);
  const { main, more } = targetWords(timer, t);
  const { lastActivityAt, dayEndedAt } = timer.question ?? {
    lastActivityAt: null,
    dayEndedAt: null,
  };

  async function answer(until: number) {
    const done = await stop.run({ personId: timer.personId, until }).catch(() => null);
    if (done !== null) onOpenChange(false);
  }

  function answerTyped() {
    const until = instantOf(timer.startedAt, time);
    setWrong(until === null);
    if (until !== null) void answer(until);
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('timer.questionTitle')}>
      <div className={styles.answers}>
        <p>
          {t('timer.question', {
            what: [main, more].filter(Boolean).join(', '),
            when: format.dateTime(timer.startedAt),
          })}
        </p>
        {lastActivityAt === null ? null : (
          <Button variant="primary" onClick={() => void answer(lastActivityAt)}>
            {t('timer.untilActivity', { time: format.time(lastActivityAt) })}
          </Button>
        )}
        {dayEndedAt === null ? null : (
          <Button
            variant={lastActivityAt === null ? 'primary' : 'plain'}
            onClick={() => void answer(dayEndedAt)}
          >
            {t('timer.untilDayEnd', { time: format.time(dayEndedAt) })}
          </Button>
        )}
        <Button onClick={() => void answer(Date.now())}>{t('timer.untilNow')}</Button>
        <div className={styles.until}>
          <div className="grow">
            <TextInput
              label={t('timer.untilTime')}
              value={time}
              placeholder="18:30"
              maxLength={5}
              problem={isWrong ? t('timer.timeRule') : null}
              onChange={setTime}
            />
          </div>
          <Button onClick={answerTyped}>{t('timer.write')}</Button>
        </div>
        <ErrorNote failure={stop.failure ?? discard.failure} />
        <Button
          variant="danger"
          onClick={() => {
            discard.send({ personId: timer.personId });
            onOpenChange(false);
          }}
        >
          {t('timer.discard')}
        </Button>
      </div>
    </Dialog>
  );
}

/** A time of the day the timer was started on; before the start it is one of the next day. */
function instantOf(startedAt: number, text: string): number | null {
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim());
  const hour = Number(match?.[1]);
  const minute = Number(match?.[2]);
  if (match === null || hour > 23 || minute > 59) return null;
  const start = new Date(startedAt);
  const sameDay = new Date(start.getFullYear(), start.getMonth(), start.getDate(), hour, minute);
  if (sameDay.getTime() > startedAt) return sameDay.getTime();
  return new Date(
    start.getFullYear(),
    start.getMonth(),
    start.getDate() + 1,
    hour,
    minute,
  ).getTime();
}
