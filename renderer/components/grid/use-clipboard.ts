import { type RefObject, useEffect, useRef } from 'react';

type Actions = {
  /** False while a cell is typed into: then the text field copies and pastes itself. */
  isOn: boolean;
  copy: () => string;
  cut: () => void;
  paste: (text: string) => void;
};

/**
 * The clipboard's own events, so that nothing but a key press or a menu reads it. They are told to the
 * document, because without a text cursor they have no element as their target.
 */
export function useClipboard(root: RefObject<HTMLElement | null>, actions: Actions): void {
  const latest = useRef(actions);
  latest.current = actions;

  useEffect(() => {
    const isOurs = () => latest.current.isOn && document.activeElement === root.current;
    const onCopy = (event: ClipboardEvent) => {
      if (!isOurs()) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', latest.current.copy());
      if (event.type === 'cut') latest.current.cut();
    };
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isOurs() || text === '') return;
      event.preventDefault();
      latest.current.paste(text);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [root]);
}
