import { type FormEvent, type ReactNode, useState } from 'react';
import type { Failure } from '../../../shared/contract/result';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { Icon } from '../../components/icon';
import { Popover } from '../../components/popover';
import styles from './settings.module.css';

type AddProps = { word: string; label: string; children: (close: () => void) => ReactNode };

/** A word with a plus that opens a small form. */
export function Add({ word, label, children }: AddProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={label}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={styles.go}>
          <Icon name="plus" size={12} /> {word}
        </button>
      }
    >
      {children(() => setOpen(false))}
    </Popover>
  );
}

type FormProps = {
  title: string;
  action: string;
  failure: Failure | null;
  isComplete: boolean;
  isRunning: boolean;
  /** Hands over; resolves when it was taken. */
  submit: () => Promise<unknown>;
  onDone: () => void;
  /** The fields; told whether the form has been sent, so that what is missing says so. */
  children: (sent: boolean) => ReactNode;
};

/** A form of a few fields in a popover: says what is missing once it was sent. */
export function SmallForm(props: FormProps) {
  const { title, action, failure, isComplete, isRunning, submit, onDone, children } = props;
  const [sent, setSent] = useState(false);
  async function run(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (!isComplete) return;
    try {
      await submit();
      onDone();
    } catch {
      // The refusal stands above the button.
    }
  }
  return (
    <form className={styles.popForm} onSubmit={(event) => void run(event)} noValidate>
      <h3>{title}</h3>
      {children(sent)}
      <ErrorNote failure={failure} />
      <Button type="submit" variant="primary" disabled={isRunning}>
        {action}
      </Button>
    </form>
  );
}
