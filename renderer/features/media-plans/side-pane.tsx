import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import styles from './media-plans.module.css';

type Props = { title: string; onClose: () => void; children: ReactNode };

/** A pane beside the sheet; below it where the window is narrow. */
export function SidePane({ title, onClose, children }: Props) {
  const { t } = useTranslation('media-plans');
  const id = useId();
  return (
    <aside className={styles.side} aria-labelledby={id}>
      <div className="pane-h">
        <h3 id={id}>{title}</h3>
        <span className="grow" />
        <Button
          variant="quiet"
          icon="close"
          iconOnly
          aria-label={t('side.close')}
          onClick={onClose}
        />
      </div>
      <div className={styles.sideBody}>{children}</div>
    </aside>
  );
}
