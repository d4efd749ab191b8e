import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button';
import { TextInput } from '../../components/field';
import { useCommand } from '../../lib/api';
import { MOVE_REASONS } from './due-editor';
import type { Kit } from './kit';
import { useAct } from './panel/use-act';
import styles from './work.module.css';

type Props = { taskIds: readonly string[]; kit: Kit; onClose: () => void };

/** Asks why days moved, after they have moved: answered with one press, or passed over. */
export function WhyStrip({ taskIds, kit, onClose }: Props) {
  const { t } = kit;
  const [reason, setReason] = useState('');
  const explain = useCommand('tasks/explain-move');
  const act = useAct();
  async function say(words: string) {
    onClose();
    for (const id of taskIds) await act(explain.run({ id, reason: words }));
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() !== '') void say(reason.trim());
  }
  return (
    <form className={styles.bulk} aria-label={t('due.why')} onSubmit={submit}>
      <b>{t('due.moved', { count: taskIds.length })}</b>
      {MOVE_REASONS.map((key) => (
        <Button key={key} onClick={() => void say(t(`due.reason.${key}`))}>
          {t(`due.reason.${key}`)}
        </Button>
      ))}
      <div className={styles.whyField}>
        <TextInput
          label={t('due.why')}
          hideLabel
          placeholder={t('due.otherReason')}
          value={reason}
          onChange={setReason}
        />
      </div>
      <span className="grow" />
      <Button variant="quiet" onClick={onClose}>
        {t('due.noReason')}
      </Button>
    </form>
  );
}
