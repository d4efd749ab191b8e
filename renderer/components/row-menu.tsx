import { Menu, type MenuItem } from './menu';
import styles from './row-menu.module.css';

/** The actions of a row behind three dots. @param label says whose they are */
export function RowMenu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  return (
    <Menu
      trigger={
        <button type="button" className={styles.more} aria-label={label}>
          …
        </button>
      }
      items={items}
    />
  );
}
