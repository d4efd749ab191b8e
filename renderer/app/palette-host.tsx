import { lazy, Suspense, useEffect } from 'react';
import { whenIdle } from '../lib/idle';
import type { Command } from './use-commands';

const load = () => import('../features/palette/palette');
const Palette = lazy(async () => ({ default: (await load()).Palette }));

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  commands: readonly Command[];
};

/** The palette's code is fetched once the first screen stands, so that it opens at once. */
export function PaletteHost(props: Props) {
  useEffect(() => whenIdle(() => void load()), []);
  return props.open ? (
    <Suspense>
      <Palette {...props} />
    </Suspense>
  ) : null;
}
