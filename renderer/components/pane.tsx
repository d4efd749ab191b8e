import { type ReactNode, useId } from 'react';

type Props = {
  title: ReactNode;
  caption?: ReactNode;
  /** At the right of the head: the action beside what it changes. */
  actions?: ReactNode;
  /** A line at the left or above, where the pane meets another. */
  line?: 'left' | 'top' | 'none';
  className?: string | undefined;
  children: ReactNode;
};

/** A part of the sheet with a head of 36 px; parted from others by hairlines, never a card. */
export function Pane({ title, caption, actions, line = 'none', className, children }: Props) {
  const id = useId();
  const classes = ['pane', line === 'left' ? 'vr' : '', line === 'top' ? 'hr' : '', className ?? '']
    .filter(Boolean)
    .join(' ');
  return (
    <section className={classes} aria-labelledby={id}>
      <div className="pane-h">
        <h2 id={id}>{title}</h2>
        {caption === undefined ? null : <span className="cap cut">{caption}</span>}
        <span className="grow" />
        {actions}
      </div>
      {children}
    </section>
  );
}
