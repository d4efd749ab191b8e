import type { ReactNode } from 'react';
import type { Failure } from '../../shared/contract/result';
import styles from './states.module.css';

type Props = {
  /** What happened; the sentence comes from the main process in the user's language. */
  failure: Failure | null;
  /** What is safe and what to do, where the sentence does not say it. */
  children?: ReactNode;
};

/** What happened, what is safe, what to do. Nothing at all while there is no failure. */
export function ErrorNote({ failure, children }: Props) {
  if (failure === null) return null;
  return (
    <div className={styles.error} role="alert">
      <p className="m">{failure.message}</p>
      {children}
    </div>
  );
}
