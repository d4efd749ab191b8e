import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../components/button';
import { call, onUndoable } from '../lib/api';
import { keyWords } from '../lib/keys';
import { usePhrase } from '../lib/phrase';
import { type ToastContent, ToastContext } from '../lib/toast';
import { useTranslation } from '../lib/translation';
import styles from './toaster.module.css';
import { useHistory } from './use-history';

const SHOWN_MS = 8000;

/** The name of a change stands inside other sentences too, so it begins small. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One message at a time, 8 s, below; it never takes the focus and waits while the mouse is on it. */
export function Toaster({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  const [toast, setToast] = useState<(ToastContent & { id: number }) | null>(null);
  const [held, setHeld] = useState(false);
  const count = useRef(0);
  const phrase = usePhrase();

  const show = useCallback((content: ToastContent) => {
    count.current += 1;
    setToast({ ...content, id: count.current });
  }, []);

  const { undo } = useHistory(show);

  useEffect(() => {
    const announce = async (): Promise<void> => {
      const status = await call('workspace/status', {});
      if (status.state !== 'open' || status.history.undo === null) return;
      show({ text: sentence(phrase(status.history.undo)), undo: true });
    };
    return onUndoable(() => void announce());
  }, [phrase, show]);

  useEffect(() => {
    if (toast === null || held) return;
    const timer = setTimeout(() => setToast(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, held]);

  return (
    <ToastContext value={show}>
      {children}
      <div
        className={styles.place}
        role="status"
        aria-label={t('toast.label')}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
      >
        {toast === null ? null : (
          <div key={toast.id} className={`toast ${styles.toast}`}>
            <span className="cut">{toast.text}</span>
            {toast.undo === true ? (
              <button
                type="button"
                onClick={async () => {
                  setToast(null);
                  await undo();
                }}
              >
                {t('top.undo')} <kbd>{keyWords('undo')}</kbd>
              </button>
            ) : (
              <Button
                variant="quiet"
                icon="close"
                iconOnly
                aria-label={t('toast.close')}
                className={styles.close}
                onClick={() => setToast(null)}
              />
            )}
          </div>
        )}
      </div>
    </ToastContext>
  );
}
