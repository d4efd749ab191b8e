import { type FocusEvent, type ReactNode, useRef, useState } from 'react';
import styles from './client.module.css';

/**
 * A value in a row that turns into its field when it is pressed. It turns back once the field is
 * left, unless what stands in it is wrong: nothing typed is lost.
 */
export function InlineEdit({
  label,
  view,
  numeric = false,
  children,
}: {
  readonly label: string;
  readonly view: ReactNode;
  readonly numeric?: boolean;
  /** The field; `close` ends the edit, after a commit or on Esc. */
  readonly children: (close: () => void) => ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const shouldRefocus = useRef(false);

  function close() {
    shouldRefocus.current = true;
    setOpen(false);
  }

  function onBlur(event: FocusEvent<HTMLSpanElement>) {
    const box = event.currentTarget;
    // The field judges its text on the same blur; look after it has.
    setTimeout(() => {
      if (box.isConnected && box.querySelector('[aria-invalid="true"]') === null) setOpen(false);
    });
  }

  if (isOpen) {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: it only watches the field inside it lose the focus
      <span
        className={styles.inlineField}
        onBlur={onBlur}
        onKeyDown={(event) => {
          // The focus goes back to the value: the same Enter must not press it again.
          if (event.key === 'Enter') event.preventDefault();
        }}
      >
        {children(close)}
      </span>
    );
  }
  return (
    <button
      ref={(element) => {
        if (element !== null && shouldRefocus.current) {
          shouldRefocus.current = false;
          element.focus();
        }
      }}
      type="button"
      className={`${styles.inline} ${numeric ? styles.inlineNumber : ''}`}
      title={label}
      data-cell="edit"
      onClick={() => setOpen(true)}
    >
      <span className="unseen">{label}: </span>
      {view}
    </button>
  );
}
