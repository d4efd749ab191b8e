import { useRef, useState } from 'react';
import { Button } from '../../components/button';
import { TextInput } from '../../components/field';
import { DateField } from '../../components/fields';
import type { Kit } from './kit';
import styles from './work.module.css';

/** Why days move, nine times out of ten. */
export const MOVE_REASONS = ['client', 'materials', 'late', 'priority'] as const;

type Props = {
  label: string;
  dueOn: string | null;
  kit: Kit;
  /** Called with Enter or the button, only where the day differs. The reason may be empty. */
  onCommit: (dueOn: string | null, reason: string) => void;
  onClose: () => void;
};

/** A new day, and why it moved: asked beside it, and never in the way. */
export function DueEditor({ label, dueOn, kit, onCommit, onClose }: Props) {
  const { t } = kit;
  const [day, setDay] = useState(dueOn);
  const [reason, setReason] = useState('');
  const typed = useRef(dueOn);
  const commit = (why: string) => {
    if (typed.current !== dueOn) onCommit(typed.current, why.trim());
    onClose();
  };
  return (
    <form
      className={styles.due}
      onSubmit={(event) => {
        event.preventDefault();
        commit(reason);
      }}
    >
      <DateField
        label={label}
        value={day}
        autoFocus
        onCommit={(next) => {
          typed.current = next;
          setDay(next);
        }}
      />
      {dueOn === null ? null : (
        <>
          <TextInput label={t('due.why')} value={reason} onChange={setReason} />
          <div className={styles.dueReasons}>
            {MOVE_REASONS.map((key) => (
              <button
                key={key}
                type="button"
                className="tag line"
                onClick={() => setReason(t(`due.reason.${key}`))}
              >
                {t(`due.reason.${key}`)}
              </button>
            ))}
          </div>
        </>
      )}
      <div className="row">
        <Button type="submit" variant="primary">
          {day === dueOn || day === null
            ? t('due.move')
            : t('due.moveTo', { day: kit.format.dateShort(day) })}
        </Button>
        {dueOn === null ? null : (
          <Button
            variant="quiet"
            onClick={() => {
              typed.current = null;
              commit(reason);
            }}
          >
            {t('due.none')}
          </Button>
        )}
      </div>
    </form>
  );
}
