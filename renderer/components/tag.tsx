import type { ReactNode } from 'react';

type Props = {
  tone?: 'plain' | 'pos' | 'neg' | 'warn' | 'acc' | 'line';
  children: ReactNode;
};

/** A word with a state. Put the sign (▲ ▼ ! × −) into the words: colour comes last. */
export function Tag({ tone = 'plain', children }: Props) {
  return <span className={tone === 'plain' ? 'tag' : `tag ${tone}`}>{children}</span>;
}
