import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useState } from 'react';
import styles from './field.module.css';
import { Icon } from './icon';

export type FieldNote = { tone: 'plain' | 'warn' | 'neg' | 'pos'; text: string };

type FrameProps = {
  label: string;
  /** The label is only for readers who do not see the place: a cell, a search. */
  hideLabel?: boolean | undefined;
  note?: FieldNote | null | undefined;
  children: (ids: { inputId: string; noteId: string | undefined }) => ReactNode;
};

/** A label above, a message below. */
export function FieldFrame({ label, hideLabel = false, note, children }: FrameProps) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className={styles.frame}>
      <label className={hideLabel ? 'unseen' : 'lab'} htmlFor={id}>
        {label}
      </label>
      {children({ inputId: id, noteId: note ? noteId : undefined })}
      {note ? (
        <p id={noteId} className={note.tone === 'plain' ? 'msg' : `msg ${note.tone}`}>
          {note.tone === 'neg' || note.tone === 'warn' ? <Icon name="bang" size={12} /> : null}
          <span>{note.text}</span>
        </p>
      ) : null}
    </div>
  );
}

type TypedFieldProps<T> = {
  label: string;
  hideLabel?: boolean;
  value: T | null;
  /** How the value stands in the field while nobody types. */
  show: (value: T) => string;
  /** The value of a text, or what is wrong with it: the rule and what was given. */
  parse: (text: string) => { value: T } | { problem: string };
  /** Called on blur and Enter, only with a value that is right and differs. */
  onCommit: (value: T | null) => void;
  /** What an empty field is told; without it, empty is a value: null. */
  required?: string | undefined;
  /** Set once the form has been sent: what is empty and needed says so. */
  sent?: boolean | undefined;
  /** A doubt that does not refuse: a check digit. */
  warning?: string | null | undefined;
  hint?: string | undefined;
  placeholder?: string | undefined;
  suffix?: string | undefined;
  disabled?: boolean | undefined;
  /** Why it cannot be edited. */
  disabledReason?: string | undefined;
  align?: 'left' | 'right';
  inputMode?: 'text' | 'decimal' | 'numeric' | undefined;
  autoFocus?: boolean | undefined;
  maxLength?: number | undefined;
  onEscape?: (() => void) | undefined;
  ref?: Ref<HTMLInputElement>;
};

/**
 * A field that saves itself: what is typed is checked when the field is left or Enter is pressed,
 * and handed over only when it is right. Esc gives back what was there.
 */
export function TypedField<T>(props: TypedFieldProps<T>) {
  const { value, show, parse, onCommit, align = 'left' } = props;
  const shown = value === null ? '' : show(value);
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  // A value that comes from elsewhere (undo, another screen) replaces what stands here.
  useEffect(() => {
    setText(null);
    setProblem(null);
    void shown;
  }, [shown]);

  function commit() {
    if (text === null || (text === shown && problem === null)) {
      setText(null);
      return;
    }
    if (text.trim() === '') {
      if (props.required !== undefined) {
        setProblem(props.required);
        return;
      }
      setProblem(null);
      if (value !== null) onCommit(null);
      return;
    }
    const result = parse(text);
    if ('problem' in result) {
      setProblem(result.problem);
      return;
    }
    setProblem(null);
    if (value === null || show(result.value) !== shown) onCommit(result.value);
    else setText(null);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') {
      if (text !== null && text !== shown) {
        event.stopPropagation();
        setText(null);
        setProblem(null);
      } else props.onEscape?.();
    }
  }

  const lacking =
    props.sent === true && value === null && text === null ? props.required : undefined;
  const shownProblem = problem ?? lacking ?? null;
  const note: FieldNote | null =
    shownProblem !== null
      ? { tone: 'neg', text: shownProblem }
      : props.warning
        ? { tone: 'warn', text: props.warning }
        : props.hint === undefined
          ? null
          : { tone: 'plain', text: props.hint };
  const state = shownProblem !== null ? 'is-bad' : props.warning ? styles.doubtful : '';

  return (
    <FieldFrame label={props.label} hideLabel={props.hideLabel} note={note}>
      {({ inputId, noteId }) => (
        <span className={`field ${styles.box} ${state} ${props.disabled === true ? 'is-off' : ''}`}>
          <input
            ref={props.ref}
            id={inputId}
            className={`${styles.input} ${align === 'right' ? styles.right : ''}`}
            value={props.disabled === true ? (props.disabledReason ?? shown) : (text ?? shown)}
            disabled={props.disabled}
            placeholder={props.placeholder}
            inputMode={props.inputMode}
            maxLength={props.maxLength}
            aria-invalid={shownProblem !== null}
            aria-describedby={noteId}
            // biome-ignore lint/a11y/noAutofocus: only where the user has just asked for the field
            autoFocus={props.autoFocus}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setText(event.target.value);
              if (problem !== null) setProblem(null);
            }}
            onFocus={(event) => {
              if (align === 'right') event.target.select();
            }}
            onBlur={commit}
            onKeyDown={onKeyDown}
          />
          {props.suffix === undefined ? null : <span className="t3">{props.suffix}</span>}
        </span>
      )}
    </FieldFrame>
  );
}

type TextInputProps = {
  label: string;
  hideLabel?: boolean;
  value: string;
  onChange: (value: string) => void;
  /** What is wrong, shown once the form has been sent. */
  problem?: string | null;
  placeholder?: string;
  suffix?: string;
  autoFocus?: boolean;
  maxLength?: number;
  ref?: Ref<HTMLInputElement>;
};

/** A text that belongs to a form: handed over with every letter, checked when the form is sent. */
export function TextInput(props: TextInputProps) {
  const { problem = null } = props;
  return (
    <FieldFrame
      label={props.label}
      hideLabel={props.hideLabel}
      note={problem === null ? null : { tone: 'neg', text: problem }}
    >
      {({ inputId, noteId }) => (
        <span className={`field ${styles.box} ${problem === null ? '' : 'is-bad'}`}>
          <input
            ref={props.ref}
            id={inputId}
            className={styles.input}
            value={props.value}
            placeholder={props.placeholder}
            maxLength={props.maxLength ?? 500}
            aria-invalid={problem !== null}
            aria-describedby={noteId}
            // biome-ignore lint/a11y/noAutofocus: the first field of a form the user has just asked for
            autoFocus={props.autoFocus}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => props.onChange(event.target.value)}
          />
          {props.suffix === undefined ? null : <span className="t3 cut">{props.suffix}</span>}
        </span>
      )}
    </FieldFrame>
  );
}
