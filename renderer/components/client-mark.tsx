import type { CSSProperties } from 'react';

const HUES = 14;

type Props = {
  client: { mark: string; hue: number };
  /** `l` beside a client's name as a title, `s` a bare stripe where the letters already stand. */
  size?: 's' | 'm' | 'l';
  /** Where several managers' clients stand together hues repeat, so marks are outlined. */
  outlined?: boolean;
};

/** The hue (1 …) and the two letters of a client, always both. From the 15th client on outlined. */
export function ClientMark({ client, size = 'm', outlined = false }: Props) {
  const hue = ((((client.hue - 1) % HUES) + HUES) % HUES) + 1;
  const out = outlined || client.hue > HUES;
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--h': `var(--h${hue})`,
    '--on': `var(--h${hue}-on)`,
  };
  const classes = ['mk', size === 'm' ? '' : size, out ? 'out' : ''].filter(Boolean).join(' ');
  return (
    // The letters are drawn, not written: the client's name beside them is what is read out and copied.
    <span className={classes} style={style} data-mark={client.mark} aria-hidden="true" />
  );
}
