import type { ReactNode } from 'react';
import { PencilBars } from './pencil-bars';
import styles from './states.module.css';

type Props = {
  /** What is not there yet, in a few words: «Медиапланов пока нет.» */
  title: string;
  /** The sentence that says how it comes. */
  text: string;
  /** One action and, at most, one example. */
  children?: ReactNode;
};

/** One sentence, one action, one example, over a drawing in pencil. */
export function EmptyState({ title, text, children }: Props) {
  return (
    <div className={styles.empty}>
      <PencilBars width={300} heights={[22, 32, 28, 38]} />
      <p>
        <b className="b">{title}</b> {text}
      </p>
      {children === undefined ? null : <div className="row">{children}</div>}
    </div>
  );
}
