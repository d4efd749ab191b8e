import { type ComponentProps, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Palette as PaletteComponent } from '../features/palette/palette';
import { whenIdle } from '../lib/idle';

type Loaded = { Palette: typeof PaletteComponent };
type Props = Omit<
  ComponentProps<typeof PaletteComponent>,
  'text' | 'onText' | 'opener' | 'onField'
>;

/**
 * The palette's code is fetched once the first screen stands. Kept here rather than in React.lazy,
 * which would let a frame pass: it opens within the key press itself.
 */
export function PaletteHost(props: Props) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const { open } = props;

  useEffect(() => {
    if (loaded !== null) return;
    const load = () => void import('../features/palette/palette').then(setLoaded);
    if (!open) return whenIdle(load);
    load();
    return undefined;
  }, [loaded, open]);

  return open ? <OpenPalette {...props} loaded={loaded} /> : null;
}

/** Until the palette's own field is there, an unseen one takes the letters: none is lost. */
function OpenPalette({ loaded, ...props }: Props & { loaded: Loaded | null }) {
  const { t } = useTranslation('common');
  const [text, setText] = useState('');
  const opener = useRef(
    document.activeElement instanceof HTMLElement ? document.activeElement : null,
  );
  const [hasField, setHasField] = useState(false);
  const onField = useCallback(() => setHasField(true), []);
  return (
    <>
      {hasField ? null : (
        <input
          ref={focusOnce}
          className="unseen"
          aria-label={t('palette.title')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {loaded === null ? null : (
        <loaded.Palette {...props} text={text} onText={setText} opener={opener} onField={onField} />
      )}
    </>
  );
}

function focusOnce(field: HTMLInputElement | null) {
  field?.focus();
}
