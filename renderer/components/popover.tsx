import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import styles from './floating.module.css';

type Props = {
  /** The button that opens it; given the right roles and states. */
  trigger: ReactElement;
  /** Names the popover to readers who do not see it. */
  label: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom' | 'left' | 'right';
  className?: string | undefined;
  children: ReactNode;
};

/** A floating sheet beside its button. Esc closes it and the focus returns to the button. */
export function Popover(props: Props) {
  const { trigger, label, open, onOpenChange, align = 'start', side = 'bottom' } = props;
  const control = {
    ...(open === undefined ? {} : { open }),
    ...(onOpenChange === undefined ? {} : { onOpenChange: (next: boolean) => onOpenChange(next) }),
  };
  return (
    <Base.Root {...control}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          className={styles.positioner ?? ''}
          align={align}
          side={side}
          sideOffset={4}
        >
          <Base.Popup
            className={[styles.popup, props.className ?? ''].filter(Boolean).join(' ')}
            aria-label={label}
          >
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
