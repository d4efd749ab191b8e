import { Icon } from '../../components/icon';
import styles from './brief-editor.module.css';

/** Takes a row or point out of an answer. */
export function RemoveButton({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <button type="button" className={styles.remove} aria-label={label} onClick={onRemove}>
      <Icon name="close" size={12} />
    </button>
  );
}
