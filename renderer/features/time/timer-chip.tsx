import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button';
import { Popover } from '../../components/popover';
import { useCommand, useRead } from '../../lib/api';
import { keyWords } from '../../lib/keys';
import { onTimerRequest } from '../../lib/timer-request';
import { useToast } from '../../lib/toast';
import { useTranslation } from '../../lib/translation';
import { RunningClock } from './running-clock';
import { targetWords } from './target-words';
import styles from './time.module.css';
import { TimerForm } from './timer-form';
import { TimerQuestion } from './timer-question';

/** The timer in the top bar: starts, shows the running time, stops; asks where a night went by. */
export function TimerChip() {
  const { t } = useTranslation('time');
  const toast = useToast();
  const { data } = useRead('timer/show', { personId: null });
  const stop = useCommand('timer/stop');
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const timer = data?.timer ?? null;
  const hasQuestion = timer !== null && timer.question !== null;

  async function toggle() {
    if (timer === null) {
      setOpen(true);
      return;
    }
    if (hasQuestion) {
      setAsking(true);
      return;
    }
    const done = await stop.run({ personId: null, until: null }).catch(() => null);
    // A window left open over night learns of the question only now.
    if (done === null) setAsking(true);
  }

  const latest = useRef(toggle);
  latest.current = toggle;
  useEffect(() => onTimerRequest(() => void latest.current()), []);
  useEffect(() => {
    if (hasQuestion) setAsking(true);
  }, [hasQuestion]);
  useEffect(() => {
    if (stop.failure !== null && stop.failure.code !== 'timer-asks')
      toast({ text: stop.failure.message });
  }, [stop.failure, toast]);

  if (data === undefined || data.personId === null) return null;
  const words = timer === null ? null : targetWords(timer, t);
  const name = words === null ? '' : [words.main, words.more].filter(Boolean).join(', ');
  return (
    <>
      <Popover
        label={t('timer.label')}
        open={open}
        onOpenChange={setOpen}
        align="end"
        trigger={
          timer === null ? (
            <Button variant="quiet" title={`${t('timer.start')} · ${keyWords('timer')}`}>
              {t('timer.start')}
            </Button>
          ) : (
            <Button
              variant="quiet"
              className={`${styles.timer} ${hasQuestion ? styles.asks : ''}`}
              title={[name, timer.note].filter(Boolean).join(' · ')}
            >
              <RunningClock startedAt={timer.startedAt} className={styles.clock} />
              <span className="cut">{name}</span>
            </Button>
          )
        }
      >
        <TimerForm running={timer} onDone={() => setOpen(false)} />
      </Popover>
      {timer === null ? null : (
        <Button onClick={() => void toggle()} title={keyWords('timer')}>
          {t(hasQuestion ? 'timer.ask' : 'timer.stop')}
        </Button>
      )}
      {timer === null ? null : (
        <TimerQuestion timer={timer} open={asking} onOpenChange={setAsking} />
      )}
    </>
  );
}
