import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import styles from './floating.module.css';

export type MenuItem = {
  label: string;
  onChoose: () => void;
  keys?: string;
  /** Why it cannot be chosen now: «нет акта». */
  off?: string;
  danger?: boolean;
  /** A line above. */
  apart?: boolean;
};

type Props = {
  trigger: ReactElement;
  items: readonly MenuItem[];
  align?: 'start' | 'center' | 'end';
};

/** A menu of actions; a shortcut or the reason why not stands at the right. */
export function Menu({ trigger, items, align = 'end' }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={styles.positioner ?? ''} align={align} sideOffset={4}>
          <Base.Popup className={`${styles.popup} ${styles.menu}`}>
            {items.map((item) => (
              <Base.Item
                key={item.label}
                disabled={item.off !== undefined}
                onClick={item.onChoose}
                className={[
                  styles.item,
                  item.danger === true ? styles.danger : '',
                  item.apart === true ? styles.apart : '',
                ]
                  .filter(Boolean)
                  .join(' ')}
              >
                {item.label}
                <span className="grow" />
                <span className="cap">{item.off ?? item.keys ?? ''}</span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
