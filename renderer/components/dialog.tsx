import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import styles from './floating.module.css';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Its heading, or its name where `hideTitle`. */
  title: string;
  hideTitle?: boolean;
  /** `top` for the palette, `center` for questions, `side` for long explanations. */
  place?: 'top' | 'center' | 'side';
  /** Gets the focus on opening. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Gets it back on closing; what had it before, unless told. */
  finalFocus?: RefObject<HTMLElement | null>;
  className?: string | undefined;
  children: ReactNode;
};

/** A modal layer; only where neither a popover nor an edit in place will do. Esc closes one layer. */
export function Dialog(props: Props) {
  const {
    open,
    onOpenChange,
    title,
    hideTitle = false,
    place = 'center',
    initialFocus,
    finalFocus,
  } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={styles.scrim ?? ''} />
        <Base.Popup
          className={[styles.dialog, styles[place], props.className ?? '']
            .filter(Boolean)
            .join(' ')}
          {...(initialFocus === undefined ? {} : { initialFocus })}
          {...(finalFocus === undefined ? {} : { finalFocus })}
        >
          <Base.Title className={hideTitle ? 'unseen' : (styles.title ?? '')}>{title}</Base.Title>
          {props.children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
