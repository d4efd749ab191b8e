import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';

type Options = {
  sectionKeys: readonly string[];
  here: string;
  go: (sectionKey: string) => void;
  onPdf: () => void;
};

/** Ctrl ↓ and Ctrl ↑ walk through the sections, Ctrl P saves the PDF; by the key's place, in any layout. */
export function useBriefKeys({ sectionKeys, here, go, onPdf }: Options): void {
  useEffect(() => {
    const step = (by: number) => (event: KeyboardEvent) => {
      const next = sectionKeys[sectionKeys.indexOf(here) + by];
      event.preventDefault();
      if (next !== undefined) go(next);
    };
    const map = {
      '$mod+ArrowDown': step(1),
      '$mod+ArrowUp': step(-1),
      '$mod+KeyP': (event: KeyboardEvent) => {
        event.preventDefault();
        onPdf();
      },
    };
    // In an editor keys are pressed inside fields: they work there too.
    return tinykeys(window, map, { ignore: () => false });
  }, [go, here, onPdf, sectionKeys]);
}
