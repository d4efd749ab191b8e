import { useState } from 'react';
import type { TimeChoice, Timer } from '../../../shared/contract/time.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { Form } from '../../components/form';
import { useCommand, useRead } from '../../lib/api';
import { useTranslation } from '../../lib/translation';
import { useToday } from '../../lib/workspace';
import { choiceWords } from './quick-entry';
import styles from './time.module.css';

type Props = { running: Timer | null; onDone: () => void };

/** «Ромашка отчёт»: what the timer is for. Beside a running one it is switched to the new work. */
export function TimerForm({ running, onDone }: Props) {
  const { t } = useTranslation('time');
  const today = useToday();
  const [text, setText] = useState('');
  const typed = text.trim();
  const read = useRead(
    'time/read-entry',
    { text: typed, on: today },
    { enabled: typed !== '', keepPrevious: true },
  );
  const start = useCommand('timer/start');
  const change = useCommand('timer/switch');
  const choices = typed === '' ? [] : (read.data?.choices ?? []);
  const isInternal = read.data?.isInternal === true;

  async function begin(choice: TimeChoice | null) {
    const work = {
      personId: null,
      clientId: choice?.clientId ?? null,
      projectId: choice?.projectId ?? null,
      note: read.data?.note ?? '',
    };
    const command = running === null ? start : change;
    const done = await command.run(work).catch(() => null);
    if (done !== null) onDone();
  }

  function submit() {
    if (typed === '') return;
    if (isInternal) void begin(null);
    else if (choices[0] !== undefined) void begin(choices[0]);
  }

  return (
    <Form
      className={styles.popForm}
      label={t(running === null ? 'timer.startLabel' : 'timer.switchLabel')}
      onSubmit={submit}
    >
      <TextInput
        label={t(running === null ? 'timer.what' : 'timer.switchTo')}
        value={text}
        placeholder={t('timer.placeholder')}
        autoFocus
        onChange={setText}
      />
      {choices.slice(0, 6).map((choice, index) => (
        <Button
          key={`${choice.clientId} ${choice.projectId ?? ''}`}
          className={styles.choice}
          keys={index === 0 ? 'Enter' : undefined}
          onClick={() => void begin(choice)}
        >
          {choiceWords(choice)}
        </Button>
      ))}
      {typed !== '' && read.data !== undefined && choices.length === 0 && !isInternal ? (
        <p className="t3">{t('quick.noClient')}</p>
      ) : null}
      <Button variant="quiet" className={styles.choice} onClick={() => void begin(null)}>
        {t('target.internal')}
      </Button>
      <ErrorNote failure={start.failure ?? change.failure} />
    </Form>
  );
}
