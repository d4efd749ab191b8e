import { type ComponentProps, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Palette as PaletteComponent } from '../features/palette/palette';
import { whenIdle } from '../lib/idle';

type Props = Omit<ComponentProps<typeof PaletteComponent>, 'typed'>;

/**
 * The palette's code is fetched once the first screen stands. Kept here rather than in React.lazy,
 * which would let a frame pass: it opens within the key press itself. Where somebody is quicker than
 * the first fetch, an unseen field takes the letters until it is there.
 */
export function PaletteHost(props: Props) {
  const { t } = useTranslation('common');
  const [loaded, setLoaded] = useState<{ Palette: typeof PaletteComponent } | null>(null);
  const [typed, setTyped] = useState('');
  const { open } = props;

  useEffect(() => {
    if (loaded !== null) return;
    const load = () => void import('../features/palette/palette').then(setLoaded);
    if (!open) return whenIdle(load);
    load();
    return undefined;
  }, [loaded, open]);

  if (!open) return null;
  if (loaded !== null) return <loaded.Palette {...props} typed={typed} />;
  return (
    <input
      ref={(field) => field?.focus()}
      className="unseen"
      aria-label={t('palette.title')}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
