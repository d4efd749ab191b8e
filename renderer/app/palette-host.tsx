import { type ComponentProps, useEffect, useState } from 'react';
import type { Palette as PaletteComponent } from '../features/palette/palette';
import { whenIdle } from '../lib/idle';

type Props = ComponentProps<typeof PaletteComponent>;

/**
 * The palette's code is fetched once the first screen stands. Kept here rather than in React.lazy,
 * which would let a frame pass: it opens within the key press itself.
 */
export function PaletteHost(props: Props) {
  const [loaded, setLoaded] = useState<{ Palette: typeof PaletteComponent } | null>(null);
  const { open } = props;
  useEffect(() => {
    if (loaded !== null) return;
    const load = () => void import('../features/palette/palette').then(setLoaded);
    if (!open) return whenIdle(load);
    load();
    return undefined;
  }, [loaded, open]);
  return open && loaded !== null ? <loaded.Palette {...props} /> : null;
}
